"""Finds what is wrong with a profile beyond its form: unknown fields, types that do not fit, keys that cannot work."""

import re
from collections.abc import Iterable, Iterator, Mapping
from zoneinfo import ZoneInfo

from insight_desktop.exports import cp932
from insight_desktop.exports.profiles import (
    Column,
    ColumnType,
    Encoding,
    HeaderStyle,
    Overflow,
    Profile,
    RowsOf,
    Strategy,
)
from insight_desktop.exports.record import FIELDS, FieldKind
from insight_desktop.exports.schema import Mistake
from insight_desktop.exports.text_rules import CellNewline

_MOMENTS = {ColumnType.DATE, ColumnType.DATETIME, ColumnType.TIME}
_FITTING: Mapping[FieldKind, set[ColumnType]] = {
    FieldKind.MOMENT: _MOMENTS,
    FieldKind.DAY: {ColumnType.DATE},
    FieldKind.SECONDS: {ColumnType.DURATION, ColumnType.INT, ColumnType.NUMBER},
    FieldKind.NUMBER: {ColumnType.NUMBER, ColumnType.INT, ColumnType.TEXT},
    FieldKind.LIST: {ColumnType.MULTI, ColumnType.MULTILINE, ColumnType.TEXT},
    FieldKind.STEPS: {ColumnType.MULTI, ColumnType.MULTILINE, ColumnType.TEXT},
    FieldKind.PROSE: {ColumnType.MULTILINE, ColumnType.TEXT},
}
_WORDLIKE = set(ColumnType) - _MOMENTS - {ColumnType.DURATION, ColumnType.INT, ColumnType.NUMBER, ColumnType.MULTI}
_TIME_FORM = re.compile(r"(?:[^%]|%[YmdHMSzjyf%])+")
_MULTILINE_HEADER = re.compile(r"[\r\n\x00]")


def _mistake(fault: str, at: str, detail: str = "") -> Mistake:
    return Mistake(fault=fault, at=at, detail=detail)


def faults(profile: Profile) -> Iterator[Mistake]:
    """Yield everything wrong that the schema cannot see."""
    if not profile.columns:
        yield _mistake("no_columns", "column")
    headers = [column.header for column in profile.columns]
    doubled = next((header for header in headers if headers.count(header) > 1), None)
    if doubled is not None and profile.file.template is None:
        yield _mistake("doubled_header", "column", doubled)
    for column in profile.columns:
        yield from _header_faults(column, profile, f'column "{column.header}"')
        yield from _value_faults(column, profile, f'column "{column.header}"')
    yield from _path_faults(profile)
    yield from _format_faults(profile)


def _header_faults(column: Column, profile: Profile, at: str) -> Iterator[Mistake]:
    if not column.header.strip() or _MULTILINE_HEADER.search(column.header):
        yield _mistake("bad_header", at, column.header)
    if profile.file.header is HeaderStyle.PLAIN and re.search(r'[",;\t]', column.header):
        yield _mistake("header_needs_quotes", at, column.header)
    if profile.file.encoding is Encoding.CP932 and cp932.substitute(column.header)[1]:
        yield _mistake("header_not_cp932", at, column.header)


def _value_faults(column: Column, profile: Profile, at: str) -> Iterator[Mistake]:
    if sum((bool(column.source), bool(column.const), bool(column.body))) > 1:
        yield _mistake("two_sources", at)
    if not column.source and column.const is None and not column.body:
        yield _mistake("no_source", at)
    yield from _unknown_paths(column.source, at)
    for path in column.source:
        field = FIELDS.get(path)
        if field and column.type not in _FITTING.get(field.kind, _WORDLIKE):
            yield _mistake("type_does_not_fit", at, f"{path} → {column.type}")
        if path.startswith("step.") and profile.rows is not RowsOf.NEXT_STEP:
            yield _mistake("step_without_steps", at, path)
    if column.body and column.body not in profile.bodies:
        yield _mistake("unknown_body", at, column.body)
    if column.body and column.max is None:
        yield _mistake("body_without_max", at)
    if column.overflow is Overflow.DROP_SECTIONS and not column.body:
        yield _mistake("drop_without_body", at)
    try:
        re.compile(column.pattern)
    except re.error as error:
        yield _mistake("bad_pattern", at, str(error))


def _unknown_paths(named: Iterable[str], at: str) -> Iterator[Mistake]:
    return (_mistake("unknown_path", at, path) for path in named if path not in FIELDS)


def _path_faults(profile: Profile) -> Iterator[Mistake]:
    for name, body in profile.bodies.items():
        at = f"body.{name}"
        if not body.sections:
            yield _mistake("missing_key", f"{at}.sections")
        yield from _unknown_paths((*body.sections, *body.drop), at)
        for path in body.drop:
            if path not in body.sections:
                yield _mistake("drops_no_section", at, path)
    yield from _unknown_paths(profile.keys.row_key, "keys.row_key")
    for language, labels in profile.labels.items():
        yield from _unknown_paths(labels, f"labels.{language}")
    key = profile.keys.crm_key
    if key and key not in [column.header for column in profile.columns if column.required]:
        yield _mistake("key_not_required", "keys.crm_key", key)
    if profile.keys.strategy is not Strategy.LEDGER and not key:
        yield _mistake("missing_key", "keys.crm_key")


def _format_faults(profile: Profile) -> Iterator[Mistake]:
    for key in ("date", "datetime", "time"):
        form = getattr(profile.time, key)
        # Other directives depend on the language of the machine, so the bytes would.
        if form != "epoch_ms" and not _TIME_FORM.fullmatch(form):
            yield _mistake("malformed", f"time.{key}", form)
    for key in ("zone", "date_zone"):
        name = getattr(profile.time, key)
        try:
            ZoneInfo(name or "UTC")
        except (KeyError, OSError, ValueError):
            yield _mistake("unknown_zone", f"time.{key}", name)
    used = {column.type for column in profile.columns}
    if profile.time.date == "epoch_ms" and ColumnType.DATE in used:
        yield _mistake("not_one_of", "time.date", "strftime")
    if profile.file.cell_newline is CellNewline.BR and not profile.text.html:
        yield _mistake("br_without_html", "file.cell_newline")
    if "" in profile.text.replace:
        yield _mistake("malformed", "text.replace", "")
