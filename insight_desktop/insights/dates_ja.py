"""Times named in Japanese: 来週の水曜, 月末, 三月から, 年内, 二十日まで."""
# ruff: noqa: C901, PLR0911, PLR2004 -- one case for each kind of expression

import datetime as dt
import re
from collections.abc import Callable

from insight_desktop.insights import calendar_days as days
from insight_desktop.insights.calendar_days import just_gone
from insight_desktop.insights.date_mention import VAGUE, DateMention, Period, Precision, single
from insight_desktop.insights.date_words_ja import EVERY, FROM, LIMIT, PATTERN, WEEKDAYS, N
from insight_desktop.insights.feasts import feast_ja
from insight_desktop.insights.named_weekdays import is_told_exactly, weekday_beside_ja
from insight_desktop.insights.numbers import half_width, japanese_value


def find(text: str, held_on: dt.date, *, anchor: dt.date | None = None) -> list[DateMention]:
    """Return the times that a Japanese text names, in order.

    Args:
        text: what was said.
        held_on: the day it was said on.
        anchor: a date named before, in whose month a day without a month may be.

    """
    plain = half_width(text)
    found: list[DateMention] = []
    month: dt.date | None = None
    for match in PATTERN.finditer(plain):
        if EVERY.search(plain[: match.start()]):
            continue
        kind = next(name for name in _READERS if match.groupdict().get(name))
        apart = plain[found[-1].end : match.start()] if found else plain
        near = bool(found) and found[-1].precision is Precision.DAY and (len(apart) <= 1 or apart == "で、")
        if near and (kind == "today" or (kind == "weekday" and not match["week"])):
            continue  # 二十八日の月曜, 明日の夕方まで: the second names the same day again
        period = _READERS[kind](match, held_on, month or anchor)
        if period is None:
            continue
        first, last, precision = period
        if last is not None and kind in ("month", "day", "relmonth"):
            month = last
        if found and last is not None and kind == "day":
            of_it = found[-1].last is not None and found[-1].precision is Precision.VAGUE and apart == "、"
            if of_it or is_told_exactly(plain, found[-1], match.start(), last):
                found.pop()  # 十月の頭、一日; 二週目の金曜、十五日: the day says it exactly
        after = plain[match.end() : match.end() + 14]
        found.append(
            DateMention(
                first=first,
                last=last,
                start=match.start(),
                end=match.end(),
                precision=precision,
                is_start=FROM.match(after) is not None,
                is_limit=LIMIT.match(after) is not None or _said_as_limit(match[0]),
            )
        )
    return found


def _said_as_limit(words: str) -> bool:
    return words.endswith(("いっぱい", "末", "中", "内", "終わり"))


def _value(word: str) -> int:
    return int(japanese_value(word) or 0)


def _year(word: str | None, held_on: dt.date, month: int) -> int:
    if word is None:
        return days.next_month_like(held_on, month)
    relative = {"来": 1, "明": 1, "翌": 1, "今": 0, "再来": 2, "さ来": 2}
    if word in relative:
        return held_on.year + relative[word]
    if word.startswith(("令和", "R")):
        era = word.removeprefix("令和").removeprefix("R")
        return 2018 + (1 if era == "元" else _value(era))
    return int(word) if word.isdigit() and word.isascii() else _value(word)


def _month(match: re.Match[str], held_on: dt.date, anchor: dt.date | None) -> Period | None:
    month = _value(match["m"])
    if not 1 <= month <= 12:
        return None
    year = _year(match["year"], held_on, month)
    near = anchor if anchor is not None and held_on <= anchor < just_gone(held_on) else None
    if match["year"] is None and near is not None and month >= near.month:
        year = max(year, near.year) if near.year - year == 1 and month - near.month <= 6 else year
    period = _part(match["part"], year, month)
    if (
        period is not None
        and period[2] is Precision.DAY
        and match["year"] is None
        and period[1] is not None
        and period[1] < held_on
    ):
        return _part(match["part"], year + 1, month)
    return period


def _part(part: str | None, year: int, month: int) -> Period | None:
    """Read what part of a month is meant: a day, its end, a third of it, or all of it."""
    first, last = dt.date(year, month, 1), days.month_end(year, month)
    part = (part or "").lstrip("の、")
    if not part or part.startswith(("いっぱい", "終わり", "おわり", "お尻")):
        return first, last, Precision.MONTH
    if nth := re.match(r"第([一二三四1-4])(?:週の)?([月火水木金土日])曜", part):
        return single(days.nth_weekday(year, month, WEEKDAYS.index(nth[2]), _value(nth[1])))
    if nth := re.match(r"(?:最後の|最終)([月火水木金土日])曜", part):
        return single(days.nth_weekday(year, month, WEEKDAYS.index(nth[1]), -1))
    if part.endswith("週"):
        week = {"第一週": 1, "第二週": 2, "第三週": 3, "第四週": 4}.get(part)
        if week is None:
            return last - dt.timedelta(days=6), last, Precision.VAGUE
        return first + dt.timedelta(days=7 * (week - 1)), first + dt.timedelta(days=7 * week - 1), Precision.VAGUE
    if part.startswith(("末", "月末", "晦日")):
        return last, last, Precision.MONTH
    if part.startswith(("上旬", "初旬", "頭", "あたま", "初", "はじめ", "最初")):
        return first, first.replace(day=10), Precision.VAGUE
    if part.startswith("中旬"):
        return first.replace(day=11), first.replace(day=20), Precision.VAGUE
    if part.startswith("下旬"):
        return first.replace(day=21), last, Precision.VAGUE
    if part.startswith(("半ば", "なかば")):
        return first.replace(day=15), first.replace(day=15), Precision.VAGUE
    day = re.match(rf"({N})日", part)
    return single(days.day_of(year, month, _value(day[1]))) if day else (first, last, Precision.MONTH)


def _relative_month(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    months = {"来月": 1, "翌月": 1, "再来月": 2, "さ来月": 2}.get(match["which"], 0)
    start = days.add_months(held_on.replace(day=1), months)
    part = match["rpart"]
    if match["which"] == "月" and (match["mpart"] or "").startswith("初"):
        start = days.add_months(start, 1)
        part = "頭"
    return _part(part, start.year, start.month)


def _weekday(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    weekday, week = WEEKDAYS.index(match["w"]), match["week"]
    if match["wnth"]:
        start = days.add_months(held_on.replace(day=1), 1 if week == "来月" else 0)
        found = days.nth_weekday(start.year, start.month, weekday, _value(match["wnth"][1:]))
        if week is None and found is not None and found <= held_on:
            start = days.add_months(start, 1)
            found = days.nth_weekday(start.year, start.month, weekday, _value(match["wnth"][1:]))
        return single(found)
    weeks = {"今週": 0, "来週": 1, "次週": 1, "翌週": 1, "再来週": 2, "さ来週": 2}.get(week or "")
    if weeks is None:
        return single(days.weekday_after(held_on, weekday))
    found = days.weekday_in_week(held_on, weekday, weeks)
    return single(found if found >= held_on else found + dt.timedelta(days=7))


def _week(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    weeks = {"今週": 0, "来週": 1, "次週": 1, "翌週": 1}.get(match["wk"], 2)
    monday = days.weekday_in_week(held_on, 0, weeks)
    friday = monday + dt.timedelta(days=days.FRIDAY)
    part = (match["wpart"] or "").lstrip("の")
    if part == "明け":
        return single(monday + dt.timedelta(days=7))
    if part in ("頭", "あたま", "アタマ", "初め", "はじめ", "早々"):
        return monday, monday, Precision.WEEK
    if part in ("前半", "半ば"):
        return monday, monday + dt.timedelta(days=2), Precision.WEEK
    friday = max(friday, held_on)
    return monday, friday, Precision.VAGUE if part == "どこか" else Precision.WEEK


def _delta(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    if match["dn"] in ("数", "何") or (match["du"] == "年" and match["dafter"] == "先"):
        return VAGUE
    count = 0.5 if match["dn"] == "半" else _value(match["dn"])
    match match["du"]:
        case "日":
            day = held_on + dt.timedelta(days=int(count))
        case "営業日":
            day = days.business_days_after(held_on, int(count))
        case "週" | "週間":
            day = held_on + dt.timedelta(days=int(7 * count))
        case "年":
            return (
                days.add_months(held_on, int(12 * count)),
                days.add_months(held_on, int(12 * count)),
                Precision.LONGER,
            )
        case "時間" | "分":
            day = held_on
        case _:
            day = days.add_months(held_on, int(count)) if count >= 1 else held_on + dt.timedelta(days=15)
    return day, day, Precision.DAY


def _fiscal(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    name, part = match["fy"], match["fpart"]
    end = days.fiscal_year_end(held_on)
    if name in ("来年度", "次年度", "翌年度", "新年度", "来期", "次期"):
        end = end.replace(year=end.year + 1)
    elif name == "再来年度":
        end = end.replace(year=end.year + 2)
    start = dt.date(end.year - 1, 4, 1)
    if name in ("上期", "上半期"):
        if held_on.month >= 10:
            start = start.replace(year=start.year + 1)
        end = dt.date(start.year, 9, 30)
    elif name in ("下期", "下半期"):
        start = dt.date(start.year, 10, 1)
    elif "四半期" in name or "Q" in name:
        number = re.search(r"[一二三四1-4]", name)
        if number and name != "四半期":
            start = days.add_months(start, 3 * (_value(number[0]) - 1))
            if days.quarter_end(start) < held_on:
                start = start.replace(year=start.year + 1)
            end = days.quarter_end(start)
        else:
            end = days.quarter_end(days.add_months(held_on, 3) if name.startswith("来") else held_on)
            start = days.add_months(end.replace(day=1), -2)
    if part in ("頭", "初め", "初", "の頭", "の初め"):
        return start, days.month_end(start.year, start.month), Precision.MONTH
    if part == "明け" or part.startswith("が"):
        following = end + dt.timedelta(days=1)
        return following, following, Precision.MONTH
    return start, end, Precision.LONGER


def _holidays(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    day = days.day_after_holidays(held_on)
    if day is None:
        return VAGUE
    return single(
        days.weekday_after(day - dt.timedelta(days=1), "月火水木金".index(match["hw"])) if match["hw"] else day
    )


def _year_end(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period:
    years = 2 if match["yearend"].startswith("再来") else 1 if match["yearend"].startswith("来年") else 0
    return dt.date(held_on.year + years, 1, 1), dt.date(held_on.year + years, 12, 31), Precision.LONGER


def _ahead(number: int) -> Callable[[re.Match[str], dt.date, dt.date | None], Period | None]:
    def read(_match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
        return single(held_on + dt.timedelta(days=number))

    return read


def _gap(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    """Read 中二日: with two days between."""
    return single(held_on + dt.timedelta(days=_value(match["gapn"]) + 1))


def _two_days(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    return single(held_on + dt.timedelta(days=2 if match["twodays"] in ("明後日", "あさって") else 3))


def _weekend(_match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period:
    friday = days.weekday_in_week(held_on, days.FRIDAY, 0)
    friday = friday if friday >= held_on else friday + dt.timedelta(days=7)
    return friday, friday, Precision.WEEK


def _after_week(_match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    return single(days.weekday_after(held_on, 0))


def _day(match: re.Match[str], held_on: dt.date, anchor: dt.date | None) -> Period | None:
    day = _value(match["d"])
    if not 1 <= day <= 31:
        return None
    near = match.string[max(0, match.start() - 12) : match.end() + 8]
    if re.search(r"(?:年|正月|新年)が?明け|新年", near):
        return single(days.day_of(held_on.year + 1, 1, day))
    if re.search(r"仕事納め|年末|大掃除|暮れ", near):
        return single(days.day_of(held_on.year, 12, day))
    return single(days.next_day_on(held_on, day, weekday_beside_ja(match), within=anchor))


def _vague(_match: re.Match[str], _held_on: dt.date, _anchor: dt.date | None) -> Period:
    return VAGUE


_READERS: dict[str, Callable[[re.Match[str], dt.date, dt.date | None], Period | None]] = {
    "month": _month,
    "relmonth": _relative_month,
    "holidays": _holidays,
    "weekday": _weekday,
    "nweek": _week,
    "weekend": _weekend,
    "afterweek": _after_week,
    "inweek": _weekend,
    "delta": _delta,
    "gap": _gap,
    "today": _ahead(0),
    "tomorrow": _ahead(1),
    "twodays": _two_days,
    "yearend": _year_end,
    "newyear": _vague,
    "fiscal": _fiscal,
    "feast": feast_ja,
    "vague": _vague,
    "day": _day,
}
