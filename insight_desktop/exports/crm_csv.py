"""Meetings and a profile to the rows of a file: pure, streaming, the same bytes for the same input."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from insight_desktop.exports import cp932, safe_csv
from insight_desktop.exports.cells import Cell, CellMaker
from insight_desktop.exports.profiles import Column, Encoding, HeaderStyle, Profile, RowsOf
from insight_desktop.exports.record import FIELDS, VERDICT, CallRecord, Row, Step
from insight_desktop.exports.report import ExportReport, Finding, FindingKind, Tally
from insight_desktop.exports.strict_reader import BOM

_NAMES = {"company.name", "contact.name", "rep.name", "deal.name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What the user chose for one export."""

    language: str = "ja"
    """Of labels and of the words for values, not of the interface."""
    encoding: Encoding | None = None
    """None: the profile's own."""
    with_transcript: bool = False
    """The transcript is personal data, so it goes out only when asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedRow:
    """One row, ready to be written."""

    call_id: str
    key: str
    """What tells it from other rows in the ledger."""
    cells: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    lasting: tuple[str, ...] = ()
    """The cells without the verdict on offers, where one is in them."""

    @property
    def sha256(self) -> str:
        """The checksum of what the CRM will get; a verdict is of its day, and makes no second record of a meeting."""
        return hashlib.sha256("\x1f".join(self.lasting or self.cells).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """One part of an export, whole."""

    data: bytes
    rows: tuple[RenderedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportResult:
    """The files of an export and what happened on the way."""

    files: tuple[ExportFile, ...]
    report: ExportReport

    @property
    def data(self) -> bytes:
        """The bytes where there is one file."""
        (file,) = self.files
        return file.data


@dataclass(frozen=True, kw_only=True)
class Format:
    """A profile together with the user's choices; knows the bytes of headers and rows."""

    profile: Profile
    options: ExportOptions
    template_header: bytes = b""
    """The first line of the user's template with its newline (and mark), kept byte for byte."""
    encoding: Encoding = field(init=False)

    def __post_init__(self) -> None:
        """Settle the encoding once."""
        object.__setattr__(self, "encoding", self.options.encoding or self.profile.file.encoding)

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text."""
        return cp932.encode(text) if self.encoding is Encoding.CP932 else text.encode()

    def header(self) -> bytes:
        """Return what every file begins with: mark and headers."""
        if self.template_header:
            return self.template_header
        mark = BOM if self.encoding is Encoding.UTF8_BOM else b""
        headers = tuple(column.header for column in self.profile.columns)
        newline = self.profile.file.newline
        match self.profile.file.header:
            case HeaderStyle.NONE:
                return mark
            case HeaderStyle.PLAIN:
                return mark + self.encode(",".join(headers) + newline)
            case HeaderStyle.QUOTED:
                return mark + self.encode(safe_csv.record(headers, newline=newline, everywhere=True))

    def row(self, cells: tuple[str, ...]) -> bytes:
        """Return the bytes of a row with its newline."""
        file = self.profile.file
        return self.encode(safe_csv.record(cells, newline=file.newline, everywhere=file.quote_all))


def render(calls: Iterable[CallRecord], form: Format, tally: Tally) -> Iterator[RenderedRow]:
    """Yield the rows of meetings in their order; skipped ones only leave their findings in the tally."""
    profile = form.profile
    maker = CellMaker(
        profile=profile,
        encoding=form.encoding,
        language=form.options.language,
        with_transcript=form.options.with_transcript,
    )
    naming = [bool(_NAMES.intersection(column.source)) for column in profile.columns]
    passing = frozenset(place for place, column in enumerate(profile.columns) if _tells_verdict(profile, column))
    for call in calls:
        for row in _rows(call, profile.rows):
            findings: list[Finding] = []
            cells: list[Cell] = []
            skipped = False
            for column, is_name in zip(profile.columns, naming, strict=True):
                cell = maker.make(row, column)
                findings += cell.findings
                cells.append(cell)
                skipped = skipped or cell.skips_row
                tally.characters += len(cell.text)
                tally.substituted += cell.substituted
                tally.in_names = tally.in_names or (is_name and cell.substituted > 0)
            if skipped:
                tally.add(finding for finding in findings if finding.kind is FindingKind.ROW_SKIPPED)
                continue
            yield RenderedRow(
                call_id=call.id,
                key=_key(row, profile),
                cells=tuple(cell.text for cell in cells),
                findings=tuple(findings),
                lasting=_lasting(row, cells, passing, maker),
            )


def _rows(call: CallRecord, rows: RowsOf) -> Iterator[Row]:
    if rows is RowsOf.CALL:
        yield Row(call=call)
        return
    seen: set[Step] = set()
    for step in call.next_steps:
        if step not in seen:
            seen.add(step)
            yield Row(call=call, step=step)


def _tells_verdict(profile: Profile, column: Column) -> bool:
    """Tell whether a column holds the verdict, which is of its day and no change of the meeting."""
    return VERDICT in (profile.bodies[column.body].sections if column.body else column.source)


def _lasting(row: Row, cells: Sequence[Cell], passing: frozenset[int], maker: CellMaker) -> tuple[str, ...]:
    """Return the cells as they would be without a verdict; empty where they hold none."""
    if not row.call.suggestion or not passing:
        return ()

    def bare(place: int) -> str:
        known = cells[place].without_verdict
        if known is not None:
            return known
        without = replace(row, call=replace(row.call, suggestion=""))
        return maker.make(without, maker.profile.columns[place]).text

    return tuple(bare(place) if place in passing else cell.text for place, cell in enumerate(cells))


def _key(row: Row, profile: Profile) -> str:
    return "\x1f".join(str(FIELDS[path].get(row)) for path in profile.keys.row_key)


def split(
    rows: Iterable[RenderedRow], form: Format, tally: Tally, start: Callable[[], Callable[[bytes, RenderedRow], None]]
) -> None:
    """Hand each row's bytes to the file it belongs to; `start` opens the next file, with its header, when one is full.

    A row is never divided; one that alone is larger than the limit gets a file of its own and is reported.
    """
    limits = form.profile.file
    head = len(form.header())
    write: Callable[[bytes, RenderedRow], None] | None = None
    count = size = 0
    for row in rows:
        data = form.row(row.cells)
        full = (limits.max_rows is not None and count >= limits.max_rows) or (
            limits.max_bytes is not None and count > 0 and size + len(data) > limits.max_bytes
        )
        if write is None or full:
            write, count, size = start(), 0, head
        if limits.max_bytes is not None and head + len(data) > limits.max_bytes:
            tally.add([Finding(kind=FindingKind.ROW_OVER_LIMIT, call_id=row.call_id, after=len(data))])
        write(data, row)
        tally.add(row.findings)
        tally.rows += 1
        count += 1
        size += len(data)


def export(calls: Iterable[CallRecord], profile: Profile, options: ExportOptions) -> ExportResult:
    """Return the whole files in memory; `writing.write` streams to the disk instead."""
    form = Format(profile=profile, options=options)
    tally = Tally()
    parts: list[tuple[bytearray, list[RenderedRow]]] = []

    def start() -> Callable[[bytes, RenderedRow], None]:
        data, rows = bytearray(form.header()), list[RenderedRow]()
        parts.append((data, rows))

        def write(piece: bytes, row: RenderedRow) -> None:
            data.extend(piece)
            rows.append(row)

        return write

    split(render(calls, form, tally), form, tally, start)
    if not parts:
        start()
    return ExportResult(
        files=tuple(ExportFile(data=bytes(data), rows=tuple(rows)) for data, rows in parts), report=tally.result()
    )


def personal_columns(profile: Profile) -> tuple[Column, ...]:
    """Return the columns that hold personal data, for the dialog to name them."""
    return tuple(
        column
        for column in profile.columns
        if any(
            FIELDS[path].personal
            for path in (*column.source, *(profile.bodies[column.body].sections if column.body else ()))
        )
    )
