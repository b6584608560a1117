"""Answers of a survey as CSV: a row a respondent, a column a question, and some columns that say who answered when."""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from insight_desktop.crm.cells import read_date
from insight_desktop.crm.kinds import HEADERS
from insight_desktop.crm.tables import Table, header_key, read_table

_ASKED = ("質問", "質問内容", "ご質問", "question", "questions", "question details")
_ANSWERED = ("回答", "回答内容", "answer", "answers", "answer(s)", "answer details")
_ASKER = ("質問者", "質問者名", "asker name", "asker", "asked by")
_ASKER_MAIL = ("質問者のメールアドレス", "asker email")
"""The columns of a webinar: what was asked, what was answered, and who asked; in a survey nobody asks but we."""
_WHO = {
    "name": (*_ASKER, "氏名", "お名前", "名前", "回答者", "回答者名", "ご担当者名", "name", "your name",
        "respondent", "full name"),
    "company": ("会社名", "貴社名", "御社名", "企業名", "会社", "組織名", "company", "company name", "organization"),
    "email": (*_ASKER_MAIL, "メールアドレス", "メール", "email", "email address", "e-mail"),
    "department": ("部署", "部署名", "department"),
    "role": ("役職", "title", "job title"),
    "answered_on": (
        "質問時刻", "質問日時", "question time", "タイムスタンプ", "回答日時", "回答日", "送信日時", "完了時刻",
        "timestamp", "submitted at", "date submitted", "completion time", "end date",
    ),
    "": (
        "#", "no", "番号", "id", "answer time", "回答時刻", "answered by", "開始時刻", "start time", "start date",
        "回答id", "response id", "ip address", "ipアドレス",
    ),
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
    is_theirs: bool = False
    """True where the person asked and we answered, as in a webinar."""


def is_survey(headers: Sequence[str]) -> bool:
    """Tell whether a file with these headers seems to hold a survey: it asks, or was stamped by a form."""
    keys = {header_key(header) for header in headers}
    if _asked_and_answered(headers) is not None:
        return True
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
    columns = _asked_and_answered(table.headers)
    if columns is not None:
        return _questions(full, fields, *columns)
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


def _asked_and_answered(headers: Sequence[str]) -> tuple[str, str] | None:
    """Return the columns of what was asked in a webinar and what was answered; None for a survey."""
    by_key = {header_key(header): header for header in headers}
    asked, answered = (
        next((by_key[key] for name in names if (key := header_key(name)) in by_key), None)
        for names in (_ASKED, _ANSWERED)
    )
    has_asker = any(header_key(name) in by_key for name in (*_ASKER, *_ASKER_MAIL))
    return (asked, answered) if asked is not None and answered is not None and has_asker else None


def _questions(table: Table, fields: Mapping[str, str | None], asked: str, answered: str) -> tuple[SurveyAnswers, ...]:
    """Return what each person asked in a webinar, with our answers; whoever asked twice stands there once."""
    found: dict[object, SurveyAnswers] = {}
    for line, cells in table.rows:
        who = {field: cells.get(header, "") for header, field in fields.items() if field and cells.get(header)}
        if not cells.get(asked):
            continue
        name, day = who.get("name", "") or who.get("email", ""), _day(who.get("answered_on", ""))
        new = SurveyAnswers(line=line, name=name, company=who.get("company", ""), answered_on=day, is_theirs=True)
        key = (name, new.company) if name else line
        known = found.get(key, new)
        found[key] = replace(known, answers=(*known.answers, (cells[asked], cells.get(answered, ""))))
    return tuple(found.values())


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
