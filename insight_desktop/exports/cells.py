"""Makes one cell of one row: value, text steps, guard, length; and says what it altered."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from types import MappingProxyType
from zoneinfo import ZoneInfo

from insight_desktop.domain.errors import KnownError
from insight_desktop.exports import safe_csv
from insight_desktop.exports.note_sections import LABELS, Section, joined, squeezed
from insight_desktop.exports.profiles import (
    Body,
    Column,
    ColumnType,
    Encoding,
    FormulaGuard,
    Overflow,
    Profile,
    Unmappable,
    WhenEmpty,
)
from insight_desktop.exports.record import FIELDS, TRANSCRIPT, VERDICT, Row
from insight_desktop.exports.rendering import Renderer, zone_of_dates
from insight_desktop.exports.report import Finding, FindingKind, failure
from insight_desktop.exports.text_rules import Prepared, TextRules, cut, measure, prepare

_PREPARED = 64
"""Texts kept in mind: those of a row and a few that every row has."""

_MANY_LINES = {ColumnType.MULTILINE, ColumnType.MULTI}
_OWN_PATTERNS: Mapping[ColumnType, re.Pattern[str]] = MappingProxyType(
    {
        ColumnType.ID: re.compile(r"[A-Za-z0-9][\w.:-]*"),
        **dict.fromkeys((ColumnType.INT, ColumnType.NUMBER, ColumnType.DURATION), safe_csv.NUMBER),
        ColumnType.EMAIL: re.compile(r"[A-Za-z0-9][^\s=@]*@[A-Za-z0-9.-]+"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A finished text and what happened on the way."""

    text: str
    findings: tuple[Finding, ...] = ()
    substituted: int = 0
    skips_row: bool = False
    without_verdict: str | None = None
    """A note as it would be without the verdict, where that is plain; None: it must be made anew to know."""


@dataclass(frozen=True, kw_only=True)
class CellMaker:
    """Applies one profile in one language and encoding to rows."""

    profile: Profile
    encoding: Encoding
    language: str
    with_transcript: bool
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict, init=False)
    _finishes: dict[int, Callable[[str], Cell]] = field(default_factory=dict, init=False)
    """By the identity of the profile's columns."""

    @cached_property
    def rules(self) -> TextRules:
        """What all texts undergo."""
        return TextRules(
            to_cp932=self.encoding is Encoding.CP932,
            replace=self.profile.text.replace,
            html=self.profile.text.html,
            cell_newline=self.profile.file.cell_newline,
            unit=self.profile.text.length_unit,
        )

    @cached_property
    def prepare(self) -> Callable[..., Prepared]:
        """Take a text through the steps; the texts of a row come twice where a verdict is left out of it."""
        return lru_cache(_PREPARED)(partial(prepare, rules=self.rules))

    @cached_property
    def renderer(self) -> Renderer:
        """What shows values."""
        time = self.profile.time
        bullet = "・" if self.language == "ja" or self.encoding is Encoding.CP932 else "• "
        return Renderer(
            language=self.language,
            time=time,
            zone=ZoneInfo(time.zone),
            date_zone=zone_of_dates(time),
            phone=self.profile.text.phone,
            bullet=bullet,
        )

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The labels of sections, the profile's own first."""
        return {**LABELS[self.language], **self.profile.labels.get(self.language, {})}

    @cached_property
    def headings(self) -> Mapping[str, str]:
        """The label of each section of a note as it is written."""
        paths = {path for body in self.profile.bodies.values() for path in body.sections}
        return {path: self.prepare(f"【{self.labels.get(path, path)}】\n", one_line=False).text for path in paths}

    def make(self, row: Row, column: Column) -> Cell:
        """Return the cell of a row under a column."""
        findings: list[Finding] = []
        if column.body:
            cell = self._noted(row, column, self.profile.bodies[column.body])
        elif column.const is not None and not column.source:
            cell = self._finish_of(column)(column.const)
        else:
            cell = self._finish_of(column)(self._value(row, column, findings))
        findings += cell.findings
        if not findings:
            return cell
        return replace(cell, findings=tuple(replace(each, call_id=row.call.id) for each in findings))

    def _finish_of(self, column: Column) -> Callable[[str], Cell]:
        """Return what makes a cell of a text; many rows have the same rep, company or constant."""
        known = self._finishes.get(id(column))
        if known is None:
            known = self._finishes[id(column)] = lru_cache(_PREPARED)(partial(self._finished, column))
        return known

    def _finished(self, column: Column, raw: str) -> Cell:
        """Return the cell of a text, whatever the row."""
        findings: list[Finding] = []
        if column.joins_words:
            raw = "".join(raw.split())
        prepared = prepare(raw, self.rules, one_line=column.type not in _MANY_LINES)
        self._note(column, prepared, findings)
        text = self._matching(column, prepared.text, findings)
        text = self._guarded(column, text, findings)
        if column.max is not None:
            text = self._shortened(column, text, findings)
        skips_row = not text and self._misses(column, findings)
        return Cell(text=text, findings=tuple(findings), substituted=len(prepared.substituted), skips_row=skips_row)

    def _noted(self, row: Row, column: Column, body: Body) -> Cell:
        """Return a note of several fields."""
        findings: list[Finding] = []
        text, substituted, bare = self._body(row, column, body, findings)
        guarded = self._guarded(column, text, findings)
        is_plain = guarded == text and not safe_csv.is_dangerous(bare or "")
        skips_row = not guarded and self._misses(column, findings)
        return Cell(
            text=guarded,
            findings=tuple(findings),
            substituted=substituted,
            skips_row=skips_row,
            without_verdict=bare if is_plain else None,
        )

    def _finding(
        self, column: Column, kind: FindingKind, detail: str = "", *, lengths: tuple[int, int] | None = None
    ) -> Finding:
        before, after = lengths or (None, None)
        return Finding(kind=kind, column=column.header, detail=detail, before=before, after=after)

    def _failed(self, column: Column, fault: str, detail: str = "") -> KnownError:
        return failure(self.profile.id, fault, column=column.header, detail=detail, encoding=self.encoding.value)

    def _value(self, row: Row, column: Column, findings: list[Finding]) -> str:
        for path in column.source:
            if path == TRANSCRIPT and not self.with_transcript:
                continue
            value = self.renderer.value(row, path)
            text = self.renderer.cell(value, FIELDS[path].kind, column.type, join=column.join, decimals=column.decimals)
            if not text:
                continue
            if column.map is None:
                return text
            mapped = column.map.get(text, column.map_default)
            if not mapped:
                findings.append(self._finding(column, FindingKind.UNMAPPED_BLANKED, text))
            return mapped
        return column.map_default if column.map is not None else column.const or ""

    def _note(self, column: Column, prepared: Prepared, findings: list[Finding]) -> None:
        """Report what the text steps altered."""
        if prepared.substituted:
            if self.profile.text.unmappable is Unmappable.ERROR:
                raise self._failed(column, "unmappable", prepared.substituted[0][0])
            shown = dict.fromkeys(f"{old}→{new}" for old, new in prepared.substituted)
            findings.append(self._finding(column, FindingKind.SUBSTITUTED, " ".join(list(shown)[:20])))
        if prepared.replaced:
            findings.append(self._finding(column, FindingKind.REPLACED, str(prepared.replaced)))
        if prepared.controls:
            findings.append(self._finding(column, FindingKind.CONTROL_REMOVED, str(prepared.controls)))

    def _matching(self, column: Column, text: str, findings: list[Finding]) -> str:
        if not text or not column.pattern:
            return text
        pattern = self._patterns.setdefault(column.pattern, re.compile(column.pattern))
        if pattern.search(text):
            return text
        findings.append(self._finding(column, FindingKind.PATTERN_BLANKED, text))
        return ""

    def _guarded(self, column: Column, text: str, findings: list[Finding]) -> str:
        if not text or not safe_csv.is_dangerous(text):
            return text
        own = _OWN_PATTERNS.get(column.type)
        if own is not None and own.fullmatch(text):
            return text
        match self.profile.text.formula_guard:
            case FormulaGuard.ERROR:
                raise self._failed(column, "formula")
            case FormulaGuard.APOSTROPHE:
                findings.append(self._finding(column, FindingKind.GUARDED))
                return safe_csv.GUARD + text
            case FormulaGuard.OFF:
                # A phone number begins with + in every CRM; only a person's or a model's text is worth a warning.
                if column.type is not ColumnType.PHONE or not _PHONE.fullmatch(text):
                    findings.append(self._finding(column, FindingKind.DANGEROUS))
                return text

    def _shortened(self, column: Column, text: str, findings: list[Finding]) -> str:
        limit = column.max or 0
        length = measure(text, self.rules)
        if length <= limit:
            return text
        if column.overflow is Overflow.ERROR:
            raise self._failed(column, "too_long", str(limit))
        short = cut(text, limit, self.rules, ellipsis=column.overflow is not Overflow.CUT)
        lengths = length, measure(short, self.rules)
        findings.append(self._finding(column, FindingKind.TRUNCATED, lengths=lengths))
        return short

    def _misses(self, column: Column, findings: list[Finding]) -> bool:
        """Report an empty cell that should not be; return whether the row goes."""
        match column.when_empty:
            case WhenEmpty.SKIP_ROW:
                findings.append(self._finding(column, FindingKind.ROW_SKIPPED))
                return True
            case WhenEmpty.ERROR:
                raise self._failed(column, "empty")
            case WhenEmpty.BLANK:
                if column.required:
                    findings.append(self._finding(column, FindingKind.REQUIRED_EMPTY))
                return False

    def _body(self, row: Row, column: Column, body: Body, findings: list[Finding]) -> tuple[str, int, str | None]:
        """Return the note, how much was substituted, and the note without the verdict where nothing had to go.

        Sections are dropped in the declared order until it fits, then the longest ones are shortened.
        """
        sections = dict(self._sections(row, column, body, findings))
        substituted = sum(section.substituted for section in sections.values())
        limit = column.max or 0
        text = joined(sections, self.rules)
        length = measure(text, self.rules)
        fits = length <= limit
        bare = joined({path: part for path, part in sections.items() if path != VERDICT}, self.rules) if fits else None
        for path in body.drop:
            if length <= limit or column.overflow is not Overflow.DROP_SECTIONS:
                break
            if sections.pop(path, None) is None:
                continue
            text = joined(sections, self.rules)
            before, length = length, measure(text, self.rules)
            findings.append(self._finding(column, FindingKind.SECTION_DROPPED, path, lengths=(before, length)))
        if length > limit:
            if column.overflow is Overflow.ERROR:
                raise self._failed(column, "too_long", str(limit))
            text = squeezed(sections, limit, self.rules)
            lengths = length, measure(text, self.rules)
            findings.append(self._finding(column, FindingKind.TRUNCATED, lengths=lengths))
        return text, substituted, bare

    def _sections(self, row: Row, column: Column, body: Body, findings: list[Finding]) -> Iterator[tuple[str, Section]]:
        for path in body.sections:
            if path == TRANSCRIPT and not self.with_transcript:
                continue
            raw = self.renderer.section(row, path)
            if not raw.strip():
                continue
            if column.joins_words:
                raw = "".join(raw.split())
            prepared = self.prepare(raw, one_line=False)
            self._note(column, prepared, findings)
            yield path, Section(self.headings[path], prepared.text, len(prepared.substituted))


_PHONE = re.compile(r"\+?[\d\s().-]+")
