"""Shows what an export alters: each cell beside the same cell unaltered, and where in the text they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from insight_desktop.exports.crm_csv import Format, RenderedRow, render
from insight_desktop.exports.profiles import Encoding, FormulaGuard, Profile
from insight_desktop.exports.record import CallRecord
from insight_desktop.exports.report import Finding, Tally

_COMPARED = 1_500
"""So many characters of a cell are compared; comparing takes time with the square of the length."""
_ENDLESS = 1 << 30

Mark = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewCell:
    """One cell as it would be written."""

    header: str
    text: str
    marks: tuple[Mark, ...] = ()
    """Where the text is not what the meeting says: [first, last) of each place; an empty place lost something."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row as it would be written."""

    call_id: str
    cells: tuple[PreviewCell, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was altered in the row."""
        return tuple(finding for cell in self.cells for finding in cell.findings)


def compare(rows: Sequence[RenderedRow], records: Iterable[CallRecord], form: Format) -> tuple[PreviewRow, ...]:
    """Return rows with what was altered in each cell, found by rendering their meetings once more without rules."""
    plain = Format(profile=_without_rules(form.profile), options=replace(form.options, encoding=Encoding.UTF8))
    unaltered = {(row.call_id, row.key): row.cells for row in render(records, plain, Tally())}
    headers = tuple(column.header for column in form.profile.columns)
    return tuple(_row(row, unaltered.get((row.call_id, row.key), row.cells), headers) for row in rows)


def _without_rules(profile: Profile) -> Profile:
    return replace(
        profile,
        text=replace(profile.text, replace={}, formula_guard=FormulaGuard.OFF),
        columns=tuple(replace(column, max=_ENDLESS if column.body else None) for column in profile.columns),
    )


def _row(row: RenderedRow, unaltered: tuple[str, ...], headers: tuple[str, ...]) -> PreviewRow:
    cells = []
    for header, text, before in zip(headers, row.cells, unaltered, strict=True):
        findings = tuple(finding for finding in row.findings if finding.column == header)
        marks = difference(before, text) if findings and text != before else ()
        cells.append(PreviewCell(header=header, text=text, marks=marks, findings=findings))
    return PreviewRow(call_id=row.call_id, cells=tuple(cells))


def difference(before: str, after: str) -> tuple[Mark, ...]:
    """Return where `after` differs from `before`, looking at the beginning of long texts."""
    compared = SequenceMatcher(None, before[:_COMPARED], after[:_COMPARED], autojunk=False)
    return tuple((first, last) for kind, _, _, first, last in compared.get_opcodes() if kind != "equal")
