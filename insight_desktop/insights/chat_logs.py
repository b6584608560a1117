"""Chats as programs save or copy them become messages: Zoom, Teams, Slack, LINE, WhatsApp, and plain `Name: text`.

Each line is tried against a handful of forms; what fits none goes on with the message before it.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_CLOCK = (
    r"(?:(?P<half>午前|午後)\s*)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"\s*(?P<ampm>[AaPp]\.?[Mm]\.?)?"
)
_DAY = (
    r"(?:(?P<year>\d{4})[-/.年]\s*(?P<month>\d{1,2})[-/.月]\s*(?P<day>\d{1,2})日?"
    r"|(?P<month2>\d{1,2})(?P<sign>[/.])(?P<day2>\d{1,2})(?:(?P=sign)(?P<year2>\d{4}|\d{2}))?)"
)
_WEEKDAY = r"(?:\s*[（(]?\s*(?:[月火水木金土日](?:曜日?)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\s*[)）]?)?"
_WHEN = rf"(?:{_DAY}{_WEEKDAY},?\s+)?{_CLOCK}"
_NAME = r"(?P<name>[^\t:：\[\]]{1,40}?)"
_DAY_LINE = re.compile(rf"^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,\s*)?{_DAY}{_WEEKDAY}$", re.IGNORECASE)
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Zoom: `14:02:11 From Tanaka to Everyone: text`, the text also on the next line
        rf"^{_WHEN}\s+(?:from|開始)\s+{_NAME}(?:\s+(?:to|から|宛先?)\s+[^:：]+?)?\s*[:：]\s*(?P<text>.*)$",
        # LINE: `14:02⇥Tanaka⇥text`; Zoom: `00:12:34⇥Tanaka:⇥text`
        rf"^{_WHEN}\t\s*(?P<name>[^\t]{{1,40}}?)\s*[:：]?\t\s*(?P<text>.*)$",
        # Teams, WhatsApp: `[2026/11/20 14:02] Tanaka: text`, or the text on the next line
        rf"^\[{_WHEN}\]\s*{_NAME}\s*(?:[:：]\s*(?P<text>.*))?$",
        # WhatsApp: `2026/11/20 14:02 - Tanaka: text`
        rf"^{_WHEN}\s+-\s+{_NAME}\s*[:：]\s*(?P<text>.*)$",
        rf"^{_WHEN}\s+{_NAME}\s*[:：](?!//)\s*(?P<text>\S.*)$",
        # Slack, Teams: `Tanaka  [2:02 PM]` above the text
        rf"^{_NAME}\s+\[?{_WHEN}\]?$",
    )
)
_PLAIN = re.compile(r"^(?=[^:：]*[^\W\d_])([^:：。、?？!！\t]{1,40}?)\s*[:：](?!//)\s*(\S.*)$")
# What stands in a log and nobody said.
_NOISE = re.compile(
    r"^(?:\[LINE\]|保存日時|Saved on|Reacted to |Removed a |Replying to "
    r"|\[?(?:スタンプ|写真|動画|ファイル|Sticker|Photo|Video|File)\]?$|<[^<>]*(?:Media omitted|メディア)[^<>]*>$"
    r"|(?:This|You deleted this) message(?: was deleted)?\.?$|このメッセージは削除されました"
    r"|☎|.{1,40}(?:が参加しました|が退出しました|がグループに参加|joined the|left the|has joined|has left))",
    re.IGNORECASE,
)
# How LINE and WhatsApp head a talk, or name its file, after whom it was with.
_WITH = (
    re.compile(r"^\s*\[LINE\]\s*(?P<name>.{1,40}?)との(?:トーク|チャット)"),
    re.compile(r"^\s*\[LINE\]\s*Chat(?: history)? (?:with|in) (?P<name>.{1,40}?)\s*$", re.IGNORECASE),
    re.compile(r"^\s*WhatsApp\s*(?:Chat with|チャット\s*[-–:])\s*(?P<name>.{1,40}?)\s*$", re.IGNORECASE),
)
_SHORT_DAY = re.compile(r"^\W{0,3}(\d{1,2})/\d{1,2}/(?:\d{4}|\d{2})\b", re.MULTILINE)
_MONTHS = 12
_NOON = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What somebody wrote at once."""

    name: str
    text: str
    day: dt.date | None = None
    time: dt.time | None = None


def read_messages(text: str) -> tuple[Message, ...]:
    """Return the messages of a chat in order; nothing where no line names who wrote it."""
    found: list[Message] = []
    day: dt.date | None = None
    is_day_first = _is_day_first(text)
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not line.strip() or _NOISE.match(line.strip()):
            continue
        if (heading := _DAY_LINE.match(line.strip())) and (told := _day(heading, is_day_first=is_day_first)):
            day = told
            continue
        message = _message(line, day, is_day_first=is_day_first)
        if message is not None:
            day = message.day or day
            found.append(message)
        elif found:
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{line.strip()}".strip())
    return tuple(_cleaned(found))


def partner(heading: str) -> str:
    """Return whom a chat was with, by its first line or the name of its file; empty where that tells nobody."""
    found = (form.match(heading.strip("\ufeff \u200e")) for form in _WITH)
    return next((match["name"].strip() for match in found if match), "")


def by_day(messages: Sequence[Message]) -> tuple[tuple[Message, ...], ...]:
    """Return the messages of each day; those without a day belong to the day before them."""
    days: list[list[Message]] = []
    for message in messages:
        if not days or (message.day is not None and message.day != days[-1][0].day):
            days.append([])
        days[-1].append(message)
    return tuple(map(tuple, days))


def _message(line: str, day: dt.date | None, *, is_day_first: bool) -> Message | None:
    for form in _FORMS:
        match = form.match(line.strip("\ufeff \u200e"))
        if match and (time := _time(match)) is not None:
            text = match.groupdict().get("text") or ""
            return Message(
                name=match["name"].strip(),
                text=text.strip(),
                day=_day(match, is_day_first=is_day_first) or day,
                time=time,
            )
    plain = _PLAIN.match(line.strip("\ufeff \t"))
    return Message(name=plain[1].strip(), text=plain[2].strip(), day=day) if plain else None


def _cleaned(messages: Sequence[Message]) -> Iterator[Message]:
    """Yield what was written, without the quotes of LINE around several lines."""
    for message in messages:
        text = message.text
        if "\n" in text and text.startswith('"') and text.endswith('"'):
            text = text[1:-1]
        if text and not _NOISE.match(text):
            yield replace(message, text=text)


def _is_day_first(text: str) -> bool:
    """Tell whether the days of a chat stand before their months: one line that cannot be otherwise tells it of all."""
    return any(int(found[1]) > _MONTHS for found in _SHORT_DAY.finditer(text))


def _day(match: re.Match[str], *, is_day_first: bool) -> dt.date | None:
    """Return the day that a line names; a day without a year is of none."""
    year = match["year"] or match["year2"]
    if not year:
        return None
    month, day = int(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    if match["year2"] and (is_day_first or match["sign"] == "."):  # with points the day stands first everywhere
        month, day = day, month
    full = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - two digits
    try:
        return dt.date(full, month, day)
    except ValueError:
        return None


def _time(match: re.Match[str]) -> dt.time | None:
    hour = int(match["hour"])
    half = (match["ampm"] or "").replace(".", "").lower() or {"午前": "am", "午後": "pm"}.get(match["half"] or "", "")
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    try:
        return dt.time(hour, int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return None
