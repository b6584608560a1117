"""Reads a CSV as somebody's spreadsheet or CRM wrote it: its encoding, its delimiter, its headers under many names."""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from insight_desktop import paths
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.foreign_files import what_instead

_ENCODINGS = ("utf-8-sig", "cp932", "utf-16")
_FIRST = 20
_ABOVE, _GAPPED, _FULL = 10, 2, 3
"""Among so many first lines, one filled to no more than half of the fullest, and with gaps, is a title and no header; a
third where it has no gaps."""
_DELIMITERS = ",;\t"
_TOLD_DELIMITER = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""The first line with which a spreadsheet is told how cells are separated."""
_NOTES = re.compile(r"[(\[【<].*?[)\]】>]|[※*].*$")
_NOISE = re.compile(r"[\s_\-・./:]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A CSV as it was read; `columns` tells which field each header was taken for."""

    encoding: str
    headers: tuple[str, ...]
    columns: tuple[str | None, ...]
    """Field names in the order of the headers; None for what is not used."""
    rows: tuple[tuple[int, dict[str, str]], ...]
    """Line number and the values of the used fields."""
    cells: tuple[tuple[str, ...], ...] = ()
    """The first rows as they stand, used or not."""
    beyond: tuple[tuple[int, str], ...] = ()
    """Line number and cells of rows that are longer than the headers: a separator stands inside of one."""

    @property
    def unused(self) -> tuple[str, ...]:
        """Headers that no field was found for; a column without a header is not named."""
        pairs = zip(self.headers, self.columns, strict=True)
        return tuple(header for header, field in pairs if field is None and header.strip())

    def header_of(self, field: str) -> str:
        """Return what the file calls a field, or the field where it has no column."""
        return next((header for header, known in zip(self.headers, self.columns, strict=True) if known == field), field)

    def samples(self, count: int = 2) -> tuple[tuple[str, ...], ...]:
        """Return the first values of each column that are not empty, used or not."""
        places = range(len(self.headers))
        filled = ([row[place].strip() for row in self.cells if place < len(row)] for place in places)
        return tuple(tuple([cell for cell in cells if cell][:count]) for cells in filled)

    def preview(self, count: int = 5) -> tuple[tuple[str, str | None, tuple[str, ...]], ...]:
        """Return each header, its field, and the first values: what a user checks before importing."""
        return tuple(
            (header, field, tuple(row.get(field or "", "") for _, row in self.rows[:count]))
            for header, field in zip(self.headers, self.columns, strict=True)
        )


def read_table(
    path: Path,
    synonyms: Mapping[str, Sequence[str]],
    *,
    needed: Sequence[str],
    mapping: Mapping[str, str] | None = None,
) -> Table:
    """Read a CSV whose headers may be named in Japanese or English.

    Args:
        path: the file.
        synonyms: field → names under which its column is known.
        needed: fields without which nothing can be imported.
        mapping: header → field, as the user chose; wins over the synonyms; an empty field leaves the column out.

    Raises:
        KnownError: the file is missing or no CSV, or a needed column is not there.
    """
    raw = _read(path)
    encoding, text = _decode(raw, path)
    lines = _below_titles(_lines(text, path))
    if not lines:
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="empty")
    (_, first), *body = lines
    headers = _told_apart(first)
    columns = _match(headers, synonyms, mapping or {})
    missing = [field for field in needed if field not in columns]
    if missing:
        names = " / ".join(synonyms[field][0] for field in missing)
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="no_column", names=names)
    rows = tuple(
        (number, {field: cell.strip() for field, cell in zip(columns, cells, strict=False) if field})
        for number, cells in body
        if any(cell.strip() for cell in cells)
    )
    return Table(
        encoding=encoding,
        headers=tuple(headers),
        columns=tuple(columns),
        rows=rows,
        cells=tuple(tuple(cells) for _, cells in body[:_FIRST]),
        beyond=tuple(
            (number, ", ".join(cell.strip() for cell in cells[len(headers) :] if cell.strip()))
            for number, cells in body
            if any(cell.strip() for cell in cells[len(headers) :])
        ),
    )


def _below_titles(lines: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Return the table without what stands above it: a title, the day of the export, hardly filled beside the rest."""
    filled = [(sum(bool(cell.strip()) for cell in cells), len(cells)) for _, cells in lines[:_ABOVE]]
    most = max((count for count, _ in filled), default=0)
    shares = ((place, count * (_GAPPED if count < width else _FULL)) for place, (count, width) in enumerate(filled))
    first = next((place for place, share in shares if share > most), 0)
    return lines[first:]


def _told_apart(headers: Sequence[str]) -> list[str]:
    """Return headers of which no two are the same: the second of a name gets a number, as users choose by name."""
    found: list[str] = []
    for header in headers:
        name, number = header, 2
        while name.strip() and name in found:
            name, number = f"{header} ({number})", number + 1
        found.append(name)
    return found


def header_key(header: str) -> str:
    """Return a header without width, case, notes such as `(必須)` and separators."""
    folded = unicodedata.normalize("NFKC", header).casefold()
    return _NOISE.sub("", _NOTES.sub("", folded)) or _NOISE.sub("", folded)


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="is_folder")
    if paths.is_endless(path):
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="not_a_file")
    if paths.is_too_large(path):
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="too_large")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError(ErrorCode.FILE_MISSING, path=path.name) from error
    except PermissionError as error:
        raise KnownError(ErrorCode.PERMISSION_REFUSED, path=path.name) from error
    except OSError as error:
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason=error.strerror or "") from error


def _decode(raw: bytes, path: Path) -> tuple[str, str]:
    instead = what_instead(raw)
    if instead:
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason=instead)
    candidates = ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else _ENCODINGS[:2]
    for encoding in candidates:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return encoding, text
    raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="encoding")


def _lines(text: str, path: Path) -> list[tuple[int, list[str]]]:
    """Return the line number and the cells of each row that is not empty."""
    told = _TOLD_DELIMITER.match(text)
    skipped = 1 if told else 0
    text = text[told.end() :] if told else text
    first = text.split("\n", 1)[0]
    delimiter = told[1] if told else max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num + skipped, cells))  # noqa: PERF401 - line_num changes while reading
    except csv.Error as error:
        line = str(reader.line_num + skipped)
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="broken_line", line=line) from error
    return rows


def _match(
    headers: Sequence[str], synonyms: Mapping[str, Sequence[str]], mapping: Mapping[str, str]
) -> list[str | None]:
    """Return the field of each header; of two columns for one field, the first counts."""
    by_name = {header_key(name): field for field, names in synonyms.items() for name in (field, *names)}
    taken: set[str] = set(mapping.values())
    columns: list[str | None] = []
    for header in headers:
        field = mapping.get(header)
        if field is None:
            field = by_name.get(header_key(header))
            field = None if field in taken else field
        if field:
            taken.add(field)
        columns.append(field or None)
    return columns
