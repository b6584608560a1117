"""Puts an export on the disk: written aside, read back by the strict reader, compared, and only then given its name."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from insight_desktop.exports.crm_csv import Format, RenderedRow, split
from insight_desktop.exports.profiles import HeaderStyle
from insight_desktop.exports.report import ExportReport, Tally, failure
from insight_desktop.exports.strict_reader import StrictCsvError, read

_BLOCK = 1 << 20
STAMP = "{export.stamp}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRow:
    """What the ledger keeps of a row."""

    call_id: str
    key: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """One finished file."""

    path: Path
    sha256: str
    rows: tuple[WrittenRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The outcome of an export to the disk."""

    files: tuple[WrittenFile, ...]
    report: ExportReport


class _Digest:
    """A checksum over cells that does not depend on how they were quoted or encoded."""

    def __init__(self) -> None:
        self._sha = hashlib.sha256()

    def add(self, cells: tuple[str, ...]) -> None:
        self._sha.update("".join([f"{len(cell)}:{cell}" for cell in cells]).encode() + b"\n")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Digest) and self._sha.digest() == other._sha.digest()

    __hash__ = None  # type: ignore[assignment]


@dataclass(slots=True)
class _Part:
    temporary: Path
    stream: IO[bytes]
    cells: _Digest = field(default_factory=_Digest)
    sha: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    rows: list[WrittenRow] = field(default_factory=list)

    def put(self, data: bytes) -> None:
        self.stream.write(data)
        self.sha.update(data)


def write(
    rows: Iterable[RenderedRow],
    form: Format,
    out: Path,
    *,
    stamp: str,
    tally: Tally,
    record: Callable[[tuple[WrittenFile, ...]], None] = lambda _files: None,
) -> Written:
    """Write rows to `out`, or to files `…_001.csv` beside it where the profile's limits ask for more than one.

    Args:
        rows: as `crm_csv.render` yields them, chosen by the ledger.
        form: the profile and options.
        out: a file, or a folder in which the profile names the file.
        stamp: `YYYYMMDD-HHMMSS` for the profile's file name.
        tally: the counts that rendering fills.
        record: notes the finished files; where it fails they go again.

    Raises:
        KnownError: EXPORT_FAILED; then no file was made or changed.
    """
    target = out / form.profile.file.name.replace(STAMP, stamp) if out.is_dir() else out
    parts: list[_Part] = []
    try:
        with contextlib.ExitStack() as open_files:
            split(rows, form, tally, lambda: _start(parts, form, target, open_files))
            if not parts:
                _start(parts, form, target, open_files)
            for part in parts:
                part.stream.flush()
                os.fsync(part.stream.fileno())
        for part in parts:
            _verify(part, form, target)
        files = tuple(
            WrittenFile(path=path, sha256=part.sha.hexdigest(), rows=tuple(part.rows))
            for part, path in zip(parts, _names(target, len(parts)), strict=True)
        )
        with _undone_on_failure([file.path for file in files]):
            for part, file in zip(parts, files, strict=True):
                part.temporary.replace(file.path)
            record(files)
    except OSError as error:
        raise failure(target.name, "disk", detail=error.strerror or type(error).__name__) from None
    finally:
        for part in parts:
            with contextlib.suppress(OSError):
                part.temporary.unlink(missing_ok=True)
    return Written(files=files, report=tally.result())


@contextlib.contextmanager
def _undone_on_failure(paths: Sequence[Path]) -> Iterator[None]:
    """Give files back what they held before, should the block fail; files that were not there go."""
    asides = {path: path.with_name(f".{path.name}.{os.getpid()}.before") for path in paths if path.exists()}
    try:
        for path, aside in asides.items():
            aside.unlink(missing_ok=True)
            try:
                os.link(path, aside)
            except OSError:  # some file systems know no links
                shutil.copy2(path, aside)
        try:
            yield
        except BaseException:
            for path in paths:
                if path in asides:
                    asides[path].replace(path)
                else:
                    path.unlink(missing_ok=True)
            raise
    finally:
        for aside in asides.values():
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)


def _names(target: Path, count: int) -> tuple[Path, ...]:
    if count == 1:
        return (target,)
    return tuple(target.with_name(f"{target.stem}_{number:03d}{target.suffix}") for number in range(1, count + 1))


def _start(
    parts: list[_Part], form: Format, target: Path, open_files: contextlib.ExitStack
) -> Callable[[bytes, RenderedRow], None]:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.{len(parts)}.part")
    part = _Part(temporary, open_files.enter_context(temporary.open("wb")))
    parts.append(part)
    part.put(form.header())
    if not form.template_header and form.profile.file.header is not HeaderStyle.NONE:
        part.cells.add(tuple(column.header for column in form.profile.columns))

    def put(data: bytes, row: RenderedRow) -> None:
        part.put(data)
        part.cells.add(row.cells)
        part.rows.append(WrittenRow(call_id=row.call_id, key=row.key, sha256=row.sha256))

    return put


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            yield block


def _verify(part: _Part, form: Format, target: Path) -> None:
    """Read the file back and compare every cell with what was meant."""
    seen = _Digest()
    try:
        records = read(_blocks(part.temporary), encoding=form.encoding.value, newline=form.profile.file.newline)
        if form.template_header:
            next(records, None)
        for cells in records:
            seen.add(cells)
    except StrictCsvError:
        raise failure(target.name, "unverified") from None
    if seen != part.cells:
        raise failure(target.name, "unverified")
