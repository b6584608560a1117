"""Reads profiles from TOML: inheritance, the user's overrides, and every mistake named with its place."""

import contextlib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from insight_desktop import export_wording, paths, wording
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.exports.profile_lint import faults
from insight_desktop.exports.profiles import (
    Body,
    Column,
    ColumnType,
    DurationFormat,
    Encoding,
    Evidence,
    FileFormat,
    FormulaGuard,
    HeaderStyle,
    Keys,
    Overflow,
    PhoneFormat,
    Profile,
    RowsOf,
    Strategy,
    TextFormat,
    TimeFormats,
    Unmappable,
    WhenEmpty,
)
from insight_desktop.exports.report import failure
from insight_desktop.exports.schema import Mistake, folder, mistakes
from insight_desktop.exports.text_rules import CellNewline, LengthUnit

Tables = Mapping[str, Any]
_MERGED = ("title", "how_to", "target", "file", "text", "time", "keys")
_SOURCES = ("source", "const", "body")


class _Mistaken(Exception):  # noqa: N818 - a way out of the depth, never seen outside this module
    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake
        super().__init__(mistake.fault)


def _mistaken(*, fault: str, at: str, detail: str) -> _Mistaken:
    return _Mistaken(Mistake(fault=fault, at=at, detail=detail))


def user_folder() -> Path:
    """Return the folder of the user's own profiles."""
    return paths.user_data() / "profiles"


def names() -> tuple[str, ...]:
    """Return the ids of the built-in profiles, then the user's."""
    built_in = sorted(path.stem for path in folder().glob("*.toml"))
    own = sorted(path.stem for path in user_folder().glob("*.toml") if path.stem not in built_in)
    return (*built_in, *own)


def load(name: str) -> Profile:
    """Return a profile by its id, or by the path of its file.

    Raises:
        KnownError: PROFILE_UNKNOWN or PROFILE_INVALID.
    """
    return check(_find(name))


def check(path: Path) -> Profile:
    """Return the profile of a file, or raise PROFILE_INVALID with the first mistake."""
    try:
        return _checked(path)
    except _Mistaken as error:
        raise KnownError(
            ErrorCode.PROFILE_INVALID, path=path.name, reason=explain(error.mistake), fault=error.mistake.fault
        ) from None


def _checked(path: Path) -> Profile:
    profile = _build(_inherit(_read(path), seen=()), built_in=path.parent == folder())
    for mistake in faults(profile):
        raise _Mistaken(mistake)
    return profile


def save(name: str, text: str) -> Path:
    """Keep a profile of the user's, if it is in order.

    Raises:
        KnownError: PROFILE_INVALID, EXPORT_FAILED; then nothing was kept.
    """
    if not re.fullmatch(r"[a-z0-9_]{1,64}", name) or (folder() / f"{name}.toml").exists():
        mistake = Mistake(fault="malformed", at="profile", detail=name)
        raise KnownError(ErrorCode.PROFILE_INVALID, path=name, reason=explain(mistake), fault=mistake.fault)
    path = user_folder() / f"{name}.toml"
    temporary = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, "utf-8")
        check(temporary)
        temporary.replace(path)
    except OSError as error:
        raise failure(path.name, "disk", detail=error.strerror or "") from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return path


def explain(mistake: Mistake) -> str:
    """Return a mistake as a clause in the user's language."""
    words = export_wording.PROFILE_FAULTS[mistake.fault][wording.user_language()]
    return words.format(at=mistake.at, detail=mistake.detail)


def _find(name: str) -> Path:
    if name.endswith(".toml"):
        path = Path(name)
        if path.is_file():
            return path
        raise KnownError(ErrorCode.FILE_MISSING, path=name)
    if not re.fullmatch(r"\w+", name):
        raise KnownError(ErrorCode.PROFILE_UNKNOWN, name=name)
    places = (folder() / f"{name}.toml", user_folder() / f"{name}.toml")
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        raise KnownError(ErrorCode.PROFILE_UNKNOWN, name=name)
    return found


def _read(path: Path) -> Tables:
    if paths.is_endless(path) or paths.is_too_large(path):
        raise _mistaken(fault="not_toml", at="", detail=path.name)
    try:
        tables = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _mistaken(fault="not_toml", at="", detail=str(error)) from None
    except OSError:
        raise KnownError(ErrorCode.FILE_MISSING, path=path) from None
    for mistake in mistakes(tables):
        raise _Mistaken(mistake)
    return tables


def _inherit(tables: Tables, *, seen: tuple[str, ...]) -> Tables:
    """Return the tables with those of the profile that they extend, and the user's changes applied."""
    base_name = tables.get("extends")
    if base_name is None:
        return _changed(tables)
    if base_name in (*seen, tables["profile"]):
        raise _mistaken(fault="extends_itself", at="extends", detail=base_name)
    try:
        base_path = _find(base_name)
    except KnownError:
        raise _mistaken(fault="unknown_base", at="extends", detail=base_name) from None
    base = _inherit(_read(base_path), seen=(*seen, tables["profile"]))
    merged = {**base, **tables}
    for key in _MERGED:
        merged[key] = {**base.get(key, {}), **tables.get(key, {})}
    merged["body"] = {**base.get("body", {}), **tables.get("body", {})}
    merged["labels"] = {
        language: {**base.get("labels", {}).get(language, {}), **tables.get("labels", {}).get(language, {})}
        for language in ("ja", "en")
    }
    own = tables.get("column", [])
    merged["column"] = own if tables.get("replace_columns", False) else [*base.get("column", []), *own]
    return _changed(merged)


def _changed(tables: Tables) -> Tables:
    """Apply `override`, `drop` and `order`, each by a column's header, and take them out."""
    columns = list(tables.get("column", []))
    headers = [column["header"] for column in columns]
    for header, patch in tables.get("override", {}).items():
        if header not in headers:
            raise _mistaken(fault="unknown_header", at=f'override."{header}"', detail=header)
        position = headers.index(header)
        cleared = _SOURCES if any(key in patch for key in _SOURCES) else ()
        kept = {key: value for key, value in columns[position].items() if key not in cleared}
        columns[position] = {**kept, **patch}
    for key in ("drop", "order"):
        for header in tables.get(key, []):
            if header not in headers and header not in [column["header"] for column in columns]:
                raise _mistaken(fault="unknown_header", at=key, detail=header)
    dropped = set(tables.get("drop", []))
    kept_columns = [
        (old, column)
        for old, column in zip(headers, columns, strict=True)
        if old not in dropped and column["header"] not in dropped
    ]
    wished = {header: place for place, header in enumerate(tables.get("order", []))}
    kept_columns.sort(key=lambda pair: wished.get(pair[1]["header"], wished.get(pair[0], len(wished))))
    rest = {key: value for key, value in tables.items() if key not in ("override", "drop", "order", "extends")}
    return {**rest, "column": [column for _, column in kept_columns]}


def _column(table: Tables) -> Column:
    source = table.get("source", ())
    return Column(
        header=table["header"],
        source=(source,) if isinstance(source, str) else tuple(source),
        const=table.get("const"),
        body=table.get("body", ""),
        type=ColumnType(table.get("type", "text")),
        max=table.get("max"),
        overflow=Overflow(table.get("overflow", "ellipsis")),
        required=table.get("required", False),
        when_empty=WhenEmpty(table.get("when_empty", "blank")),
        map=table.get("map"),
        map_default=table.get("map_default", ""),
        join=table.get("join", "\n"),
        pattern=table.get("pattern", ""),
        joins_words=table.get("spaces") == "remove",
        decimals=table.get("decimals"),
    )


def _build(tables: Tables, *, built_in: bool) -> Profile:
    file, text, time, keys = (tables.get(name, {}) for name in ("file", "text", "time", "keys"))
    template = file.get("template")
    return Profile(
        id=tables["profile"],
        version=tables["version"],
        title=tables.get("title", {}),
        how_to=tables.get("how_to", {}),
        target=tables.get("target", {}),
        evidence=Evidence(tables.get("evidence", "assumed")),
        checked=tables.get("checked", ""),
        built_in=built_in,
        rows=RowsOf(tables.get("rows", "call")),
        file=FileFormat(
            name=file.get("name", tables["profile"] + "_{export.stamp}.csv"),
            encoding=Encoding(file.get("encoding", "utf-8-bom")),
            newline="\n" if file.get("newline") == "lf" else "\r\n",
            quote_all=file.get("quote", "all") == "all",
            header=HeaderStyle(file.get("header", "quoted")),
            cell_newline=CellNewline(file.get("cell_newline", "lf")),
            max_rows=file.get("max_rows"),
            max_bytes=file.get("max_bytes"),
            template=Path(template) if template else None,
        ),
        text=TextFormat(
            html=text.get("markup") == "html",
            unmappable=Unmappable(text.get("unmappable", "substitute")),
            replace=text.get("replace", {}),
            formula_guard=FormulaGuard(text.get("formula_guard", "off")),
            length_unit=LengthUnit(text.get("length_unit", "utf16")),
            phone=PhoneFormat(text.get("phone", "e164")),
        ),
        time=TimeFormats(**{**time, "duration": DurationFormat(time.get("duration", "seconds"))}),
        keys=Keys(
            row_key=tuple(keys.get("row_key", ("call.id",))),
            crm_key=keys.get("crm_key", ""),
            strategy=Strategy(keys.get("strategy", "ledger")),
        ),
        columns=tuple(map(_column, tables.get("column", []))),
        bodies={
            name: Body(sections=tuple(body.get("sections", ())), drop=tuple(body.get("drop", ())))
            for name, body in tables.get("body", {}).items()
        },
        labels=tables.get("labels", {}),
    )
