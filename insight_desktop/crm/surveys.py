"""Answers of a survey as CSV: a row a respondent, a column a question, and some columns that say who answered when."""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from insight_desktop.crm.cells import read_date
from insight_desktop.crm.kinds import HEADERS
from insight_desktop.crm.tables import header_key, read_table

_WHO = {
    "name": ("氏名", "お名前", "名前", "回答者", "回答者名", "ご担当者名", "name", "your name",
        "respondent", "full name"),
    "company": ("会社名", "貴社名", "御社名", "企業名", "会社", "組織名", "company", "company name", "organization"),
    "email": ("メールアドレス", "メール", "email", "email address", "e-mail"),
    "department": ("部署", "部署名", "department"),
    "role": ("役職", "title", "job title"),
    "answered_on": (
        "タイムスタンプ", "回答日時", "回答日", "送信日時", "完了時刻", "timestamp", "submitted at", "date submitted",
        "completion time", "end date",
    ),
    "": ("id", "開始時刻", "start time", "start date", "回答id", "response id", "ip address", "ipアドレス"),
}  # fmt: skip
_ASKS = re.compile(
    r"[?？]|ください|ですか|ますか|理由|どの程度|お聞かせ|感想|ご意見|満足度|^q\d|^問\d|how |what |why |which ",
    re.IGNORECASE,
)
_RECOMMENDS = re.compile(r"\bnps\b|推奨|推薦|薦め|勧め|すすめ|\brecommend", re.IGNORECASE)
_WHY = re.compile(r"理由|なぜ|どうして|\bwhy\b|\breasons?\b", re.IGNORECASE)
_SCORE = re.compile(r"\s*(10|\d)(?![\d.])")
_LONG = 14
_DAY = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})|(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAnswers:
    """What one person answered."""

    line: int
    name: str = ""
    company: str = ""
    answered_on: dt.date | None = None
    answers: tuple[tuple[str, str], ...] = ()
    """Questions and answers in the order of the file; empty answers are left out."""


def is_survey(headers: Sequence[str]) -> bool:
    """Tell whether a file with these headers seems to hold a survey: it asks, or was stamped by a form."""
    keys = {header_key(header) for header in headers}
    stamped = any(header_key(name) in keys for name in _WHO["answered_on"])
    lists = (kind for name, kind in HEADERS.items() if name != "catalog")
    known = {header_key(name) for kind in lists for names in kind.values() for name in names}
    asks = sum(
        bool(_ASKS.search(header)) or len(header) >= _LONG for header in headers if header_key(header) not in known
    )
    return asks >= 1 and (stamped or asks * 2 >= len(headers) - 2)


def read_survey(path: Path) -> tuple[SurveyAnswers, ...]:
    """Read the answers; rows without any are left out.

    Raises:
        KnownError: the file is missing or no CSV.
    """
    table = read_table(path, {}, needed=())
    full = read_table(path, {}, needed=(), mapping={header: header for header in table.headers})
    known = {header_key(name): field for field, names in _WHO.items() for name in names}
    fields = {header: known.get(header_key(header)) for header in table.headers}
    asked = [header for header in table.headers if header and fields[header] is None]
    found = []
    for line, cells in full.rows:
        who = {field: cells.get(header, "") for header, field in fields.items() if field}
        answers = tuple((question, cells[question]) for question in asked if cells.get(question))
        if answers:
            found.append(
                SurveyAnswers(
                    line=line,
                    name=who.get("name", "") or who.get("email", ""),
                    company=who.get("company", ""),
                    answered_on=_day(who.get("answered_on", "")),
                    answers=answers,
                )
            )
    return tuple(found)


def nps_answer(question: str, answer: str) -> int | None:
    """Return the score, 0 to 10, where a question asks whether one would recommend us; None for any other."""
    plain = unicodedata.normalize("NFKC", question)
    if not _RECOMMENDS.search(plain) or _WHY.search(plain):
        return None
    found = _SCORE.match(unicodedata.normalize("NFKC", answer))
    return int(found[1]) if found else None


def _day(text: str) -> dt.date | None:
    plain = unicodedata.normalize("NFKC", text).strip()
    try:
        return read_date(plain)
    except ValueError:
        found = _DAY.search(plain)
    if found is None:
        return None
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[4], found[5])
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
