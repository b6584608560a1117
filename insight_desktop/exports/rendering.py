"""Turns a field's value into the text that a column of a given type shows."""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from zoneinfo import ZoneInfo

from insight_desktop.domain.insight import Owner, Sentiment
from insight_desktop.exports.profiles import ColumnType, DurationFormat, PhoneFormat, TimeFormats
from insight_desktop.exports.record import FIELDS, TITLE, FieldKind, Row, Step, Value

_MARKDOWN_ITEM = re.compile(r"^[ \t]*[-*+•・][ \t]+", re.MULTILINE)
_MARKDOWN_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_MARKDOWN_STRONG = re.compile(r"\*\*(.+?)\*\*")
_BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")
_MOBILE = re.compile(r"0[25789]0\d{8}")
_TOLL_FREE = re.compile(r"0120\d{6}")
_TWO_DIGIT_AREA = re.compile(r"0[36]\d{8}")

# Words of the export's language; the values stay codes until here.
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ja": {
            "title": "{company} {date} 商談",
            "step": "{text}({notes})",
            "due": "{date}まで",
            "between": "、",
            Owner.REP: "当社",
            Owner.CUSTOMER: "お客様",
            Sentiment.POSITIVE: "良い",
            Sentiment.NEUTRAL: "普通",
            Sentiment.NEGATIVE: "悪い",
        },
        "en": {
            "title": "{company} {date} meeting",
            "step": "{text} ({notes})",
            "due": "by {date}",
            "between": ", ",
            Owner.REP: "us",
            Owner.CUSTOMER: "customer",
            Sentiment.POSITIVE: "positive",
            Sentiment.NEUTRAL: "neutral",
            Sentiment.NEGATIVE: "negative",
        },
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """Shows values in one language, one set of time formats and one kind of list mark."""

    language: str
    time: TimeFormats
    zone: ZoneInfo
    date_zone: ZoneInfo
    phone: PhoneFormat
    bullet: str
    """What stands before a list's item; never one of `- + = @`."""

    def value(self, row: Row, path: str) -> Value:
        """Return the value of a path; a meeting without a title gets one of company and date."""
        value = FIELDS[path].get(row)
        if path == TITLE and not value:
            date = row.call.started_at.astimezone(self.date_zone).strftime("%Y-%m-%d")
            return _WORDS[self.language]["title"].format(company=row.call.company.name, date=date).strip()
        return value

    def cell(self, value: Value, kind: FieldKind, column: ColumnType, *, join: str, decimals: int | None) -> str:
        """Return a value as a column of this type shows it; nothing is an empty text."""
        match value:
            case str() if column is ColumnType.PHONE:
                text = phone_number(value, self.phone)
            case str():
                text = self.prose(value) if kind is FieldKind.PROSE else str(value)
            case None:
                text = ""
            case dt.datetime():
                text = self._moment(value, column)
            case dt.date():
                text = value.strftime(self.time.date)
            case tuple():
                text = self._items(value, join)
            case int() | float():
                text = self._number(value, kind, column, decimals)
        return text

    def section(self, row: Row, path: str) -> str:
        """Return a field as a paragraph of a body, in words."""
        value = self.value(row, path)
        kind = FIELDS[path].kind
        match value:
            case Sentiment() | Owner():
                return _WORDS[self.language][value]
            case float() if path == "metrics.talk_ratio_rep":
                return f"{value:.0%}"
            case float():
                return f"{value:.2f}"
            case _:
                return self.cell(value, kind, ColumnType.MULTILINE, join="\n", decimals=None)

    def prose(self, text: str) -> str:
        """Return Markdown as plain lines whose lists begin with a harmless mark."""
        text = text.strip()
        if "#" in text:
            text = _MARKDOWN_HEADING.sub(r"\1", text)
        text = _MARKDOWN_ITEM.sub(self.bullet, text)
        if "**" in text:
            text = _MARKDOWN_STRONG.sub(r"\1", text)
        return _BLANK_LINES.sub("", text)

    def _items(self, items: tuple[str, ...] | tuple[Step, ...], join: str) -> str:
        texts = [self._step(item) if isinstance(item, Step) else " ".join(item.split()) for item in items]
        mark = self.bullet if join == "\n" else ""
        return join.join(mark + text for text in texts if text)

    def _step(self, step: Step) -> str:
        words = _WORDS[self.language]
        notes = [words[step.owner]] if step.owner else []
        if step.due:
            notes.append(words["due"].format(date=step.due.strftime("%Y-%m-%d")))
        text = " ".join(step.text.split())
        return words["step"].format(text=text, notes=words["between"].join(notes)) if notes and text else text

    def _moment(self, moment: dt.datetime, column: ColumnType) -> str:
        if column is ColumnType.DATE:
            return moment.astimezone(self.date_zone).strftime(self.time.date)
        if column is ColumnType.TIME:
            return moment.astimezone(self.zone).strftime(self.time.time)
        if self.time.datetime == "epoch_ms":
            return str(int(moment.timestamp()) * 1000 + moment.microsecond // 1000)
        return moment.astimezone(self.zone).strftime(self.time.datetime)

    def _number(self, value: float, kind: FieldKind, column: ColumnType, decimals: int | None) -> str:
        if kind is FieldKind.SECONDS and column in (ColumnType.DURATION, ColumnType.MULTILINE):
            return duration(int(value), self.time.duration)
        if column is ColumnType.INT:
            return str(round(value))
        return str(value) if decimals is None else f"{value:.{decimals}f}"


def zone_of_dates(time: TimeFormats) -> ZoneInfo:
    """Return the zone in which days begin and end."""
    return ZoneInfo(time.date_zone or time.zone)


def duration(seconds: int, form: DurationFormat) -> str:
    """Return a length of time; minutes are rounded up, so that no call lasted none."""
    minutes = math.ceil(seconds / 60)
    match form:
        case DurationFormat.SECONDS:
            return str(seconds)
        case DurationFormat.MILLISECONDS:
            return str(seconds * 1000)
        case DurationFormat.MINUTES:
            return str(minutes)
        case DurationFormat.CLOCK_MINUTES:
            return f"{seconds // 60:02d}:{seconds % 60:02d}"
        case DurationFormat.CLOCK_HOURS:
            return f"{minutes // 60:02d}:{minutes % 60:02d}"


def phone_number(typed: str, form: PhoneFormat) -> str:
    """Return a phone number in the wished form; what is no plain Japanese or international number stays as typed."""
    shown = unicodedata.normalize("NFKC", typed).strip()
    digits = re.sub(r"[\s()\-‐‑–—ー−.]", "", shown)
    if form is PhoneFormat.TYPED or not re.fullmatch(r"\+?\d{7,15}", digits):
        return typed
    if form is PhoneFormat.E164:
        return f"+81{digits[1:]}" if re.fullmatch(r"0\d{8,10}", digits) else digits
    national = "0" + digits[3:] if digits.startswith("+81") else digits
    if _MOBILE.fullmatch(national):
        return f"{national[:3]}-{national[3:7]}-{national[7:]}"
    if _TOLL_FREE.fullmatch(national):
        return f"{national[:4]}-{national[4:7]}-{national[7:]}"
    if _TWO_DIGIT_AREA.fullmatch(national):
        return f"{national[:2]}-{national[2:6]}-{national[6:]}"
    # Other area codes have two to five digits; the grouping that the user typed is the better one.
    return shown if shown.startswith("0") else national
