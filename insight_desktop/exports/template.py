"""«Use the template which I downloaded»: a CRM's own header row, kept byte for byte, matched to our fields.

Japanese SFAs let each company rename its items and refuse a file whose header was touched, so no built-in profile can
know their headers.
"""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from insight_desktop import paths
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.foreign_files import what_instead
from insight_desktop.exports.profiles import Encoding, Profile
from insight_desktop.exports.report import failure
from insight_desktop.exports.strict_reader import BOM

_LONGEST = 50_000_000
_NOTE = "note"
_SECTIONS = (
    "ai.summary",
    "ai.pain_points",
    "ai.needs",
    "ai.sentiment.label",
    "ai.next_steps",
    "ai.suggestion",
    "call.id",
)
_REQUIRED = re.compile(r"必須|required|[*＊]\s*$", re.IGNORECASE)
_SUFFIX = re.compile(r"\([^()]*\)\s*$|[*※]+\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The first line of a CSV that a CRM offered for download."""

    header: bytes
    """With mark and newline."""
    encoding: Encoding
    newline: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a column of the template is proposed to hold."""

    header: str
    field: str = ""
    """A field path, `note` for the whole note, or empty for a blank column."""
    type: str = "text"
    required: bool = False


# Header → what it means; compared after NFKC, without blanks, case and suffixes in brackets.
_SYNONYMS: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("call.title", "text"): ("件名", "題名", "タイトル", "活動名", "報告名", "subject", "title"),
        ("call.started_at", "date"): (
            "活動日", "訪問日", "対応日", "実施日", "商談日", "日付", "報告日", "date", "activitydate",
        ),
        ("call.started_at", "datetime"): (
            "日時", "活動日時", "訪問日時", "対応日時", "開始日時", "通話日時", "datetime",
        ),
        ("call.started_at", "time"): ("開始時刻", "開始時間", "starttime"),
        ("call.ended_at", "time"): ("終了時刻", "終了時間", "endtime"),
        ("call.ended_at", "datetime"): ("終了日時",),
        ("call.duration_s", "duration"): ("所要時間", "通話時間", "時間", "duration"),
        ("call.channel", "enum"): ("活動種別", "種別", "活動種類", "訪問区分", "活動区分", "type"),
        ("company.name", "text"): ("顧客名", "会社名", "取引先", "取引先名", "企業名", "顧客", "company", "account"),
        ("company.crm_id", "id"): (
            "顧客コード", "取引先コード", "会社コード", "取引先id", "会社id", "顧客id", "companyid",
        ),
        ("contact.name", "text"): (
            "面談者", "先方担当者", "コンタクト", "氏名", "お客様担当者", "訪問先担当者", "contact",
        ),
        ("contact.email", "email"): ("メール", "メールアドレス", "email"),
        ("contact.phone", "phone"): ("電話", "電話番号", "tel", "phone"),
        ("deal.name", "text"): ("案件名", "案件", "商談名", "商談", "deal"),
        ("deal.crm_id", "id"): ("案件コード", "案件id", "商談id", "dealid"),
        ("rep.name", "text"): ("担当", "担当者", "営業担当", "営業担当者", "自社担当者", "報告者", "owner"),
        ("rep.crm_id", "id"): ("営業担当者ユーザーid", "担当者id", "ユーザーid"),
        (_NOTE, "multiline"): (
            "内容", "コメント", "備考", "メモ", "活動内容", "報告内容", "商談内容", "詳細", "本文",
            "note", "description",
        ),
        ("ai.summary", "multiline"): ("要約", "概要", "summary"),
        ("ai.pain_points", "multi"): ("課題", "お困りごと"),
        ("ai.needs", "multi"): ("ニーズ", "要望"),
        ("ai.next_steps", "multi"): (
            "次回アクション", "次のアクション", "次回予定", "ネクストアクション", "nextstep",
        ),
        ("ai.suggestion", "multiline"): ("提案", "提案内容"),
        ("call.id", "id"): ("通話id", "外部id", "externalid"),
    }
)  # fmt: skip
_BY_WORD = {word: meaning for meaning, words in _SYNONYMS.items() for word in words}


def read(path: Path) -> Template:
    """Return what the file says of itself; its sample rows are not looked at.

    Raises:
        KnownError: FILE_MISSING, FILE_EMPTY or CSV_UNREADABLE.
    """
    if paths.is_endless(path):
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="not_a_file")
    try:
        with path.open("rb") as stream:
            data = stream.read(_LONGEST + 1)
    except OSError:
        raise KnownError(ErrorCode.FILE_MISSING, path=path) from None
    if len(data) > _LONGEST:
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="too_large")
    if not data.removeprefix(BOM).strip():
        raise KnownError(ErrorCode.FILE_EMPTY, path=path)
    encoding = _encoding(data, path)
    line, newline = _first_record(data)
    text = line.removeprefix(BOM).decode("cp932" if encoding is Encoding.CP932 else "utf-8")
    try:
        columns = next(csv.reader(io.StringIO(text, newline=""), strict=True), [])
    except csv.Error:
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="no_header") from None
    if not any(column.strip() for column in columns):
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="no_header")
    return Template(header=line + newline, encoding=encoding, newline=newline.decode(), columns=tuple(columns))


def _encoding(data: bytes, path: Path) -> Encoding:
    instead = what_instead(data)
    if instead:
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason=instead)
    if b"\x00" in data:
        raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="encoding")
    is_marked = data.startswith(BOM)
    marked, unmarked = (("utf-8", Encoding.UTF8_BOM),), (("utf-8", Encoding.UTF8), ("cp932", Encoding.CP932))
    for codec, encoding in marked if is_marked else unmarked:
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        return encoding
    raise KnownError(ErrorCode.CSV_UNREADABLE, path=path.name, reason="encoding")


def _first_record(data: bytes) -> tuple[bytes, bytes]:
    quoted = False
    for position, byte in enumerate(data):
        if byte == ord('"'):
            quoted = not quoted
        elif byte == ord("\n") and not quoted:
            if data[position - 1 : position] == b"\r":
                return data[: position - 1], b"\r\n"
            return data[:position], b"\n"
    return data, b"\r\n"


def check(found: Template, profile: Profile, path: Path) -> None:
    """Refuse a template whose columns are no longer those that the profile was made for."""
    headers = tuple(column.header for column in profile.columns)
    if found.columns != headers or found.newline != profile.file.newline:
        raise failure(profile.id, "template_changed", detail=path.name)


def propose(found: Template) -> tuple[Match, ...]:
    """Return what each column seems to hold; a field stands under one header only, the rest stays blank."""
    taken: set[tuple[str, str]] = set()
    matches = []
    for header in found.columns:
        meaning = _meaning(header)
        required = bool(_REQUIRED.search(unicodedata.normalize("NFKC", header)))
        if meaning is None or meaning in taken:
            matches.append(Match(header=header, required=required))
            continue
        taken.add(meaning)
        matches.append(Match(header=header, field=meaning[0], type=meaning[1], required=required))
    return tuple(matches)


def _meaning(header: str) -> tuple[str, str] | None:
    word = unicodedata.normalize("NFKC", header).casefold()
    while (shorter := _SUFFIX.sub("", word)) != word:
        word = shorter
    word = re.sub(r"\s", "", word)
    if word in _BY_WORD:
        return _BY_WORD[word]
    ends = [known for known in _BY_WORD if len(known) > 1 and word.endswith(known)]
    return _BY_WORD[max(ends, key=len)] if ends else None


def to_toml(
    name: str, found: Template, matches: tuple[Match, ...], path: Path, base: Profile, *, title: str = ""
) -> str:
    """Return a user profile for the template, with the times and limits of a built-in profile."""
    title = title or path.stem
    lines = [
        f"profile = {_toml(name)}",
        "version = 1",
        f"extends = {_toml(base.id)}",
        "replace_columns = true",
        f"title = {{ ja = {_toml(f'{title}(ひな型)')}, en = {_toml(f'{title} (template)')} }}",
        'evidence = "assumed"',
        "",
        "[file]",
        f"encoding = {_toml(found.encoding.value)}",
        f"newline = {_toml('lf' if found.newline == chr(10) else 'crlf')}",
        f"template = {_toml(path.resolve().as_posix())}",
    ]
    for match in matches:
        lines += ["", "[[column]]", f"header = {_toml(match.header)}", *_content(match)]
        if match.required:
            lines.append("required = true")
    if any(match.field == _NOTE for match in matches):
        lines += [
            "",
            f"[body.{_NOTE}]",
            f"sections = [{', '.join(map(_toml, _SECTIONS))}]",
            'drop = ["ai.suggestion", "ai.sentiment.label"]',
        ]
    return "\n".join(lines) + "\n"


def _content(match: Match) -> tuple[str, ...]:
    if not match.field:
        return ("source = []", 'const = ""')
    if match.field == _NOTE:
        return (f'body = "{_NOTE}"', 'type = "multiline"', "max = 4000", 'overflow = "drop_sections"')
    lines = (f"source = {_toml(match.field)}", f"type = {_toml(match.type)}")
    if match.field == "call.channel":
        return (*lines, 'map = { phone = "電話", web = "Web会議", onsite = "訪問" }', 'map_default = "電話"')
    return lines


def _toml(text: str) -> str:
    # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
