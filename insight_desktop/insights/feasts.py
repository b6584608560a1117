"""Days with a name: «Black Friday», «Thanksgiving», 敬老の日, 元日."""

import datetime as dt
import re

from insight_desktop.insights import calendar_days as days
from insight_desktop.insights.date_mention import VAGUE, Period, single


def feast_en(match: re.Match[str], held_on: dt.date, _near: dt.date | None) -> Period | None:
    """Return the next day of an English name."""
    words = match[0].lower().replace("'", "").replace("the ", "")
    for year in (held_on.year, held_on.year + 1):
        thanksgiving = days.nth_weekday(year, 11, 3, 4)
        table = {
            "black friday": thanksgiving + dt.timedelta(days=1) if thanksgiving else None,
            "cyber monday": thanksgiving + dt.timedelta(days=4) if thanksgiving else None,
            "presidents day": days.nth_weekday(year, 2, 0, 3), "fathers day": days.nth_weekday(year, 6, 6, 3),
            "veterans day": dt.date(year, 11, 11), "remembrance day": dt.date(year, 11, 11),
            "bonfire night": dt.date(year, 11, 5), "guy fawkes": dt.date(year, 11, 5),
            "burns night": dt.date(year, 1, 25), "australia day": dt.date(year, 1, 26),
            "anzac day": dt.date(year, 4, 25), "canada day": dt.date(year, 7, 1),
            "memorial day": days.nth_weekday(year, 5, 0, -1), "labor day": days.nth_weekday(year, 9, 0, 1),
            "columbus day": days.nth_weekday(year, 10, 0, 2), "thanksgiving": thanksgiving,
            "day before thanksgiving": thanksgiving - dt.timedelta(days=1) if thanksgiving else None,
            "halloween": dt.date(year, 10, 31),
            "valentines": dt.date(year, 2, 14), "fourth of july": dt.date(year, 7, 4),
            "fourth": dt.date(year, 7, 4), "new years day": dt.date(year, 1, 1), "boxing day": dt.date(year, 12, 26),
            "new years eve": dt.date(year, 12, 31), "hogmanay": dt.date(year, 12, 31), "may day": dt.date(year, 5, 1),
            "st patricks day": dt.date(year, 3, 17), "st. patricks day": dt.date(year, 3, 17),
            "paddys day": dt.date(year, 3, 17),
        }  # fmt: skip
        found = table.get(words)
        if found is not None and found >= held_on:
            return single(found)
    return None


def feast_ja(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    """Return the next day of a Japanese name; vague where the year decides on it."""
    moving = {
        "成人の日": (1, 0, 2), "母の日": (5, 6, 2), "父の日": (6, 6, 3), "海の日": (7, 0, 3), "敬老の日": (9, 0, 3),
        "スポーツの日": (10, 0, 2),
    }.get(match["feast"])  # fmt: skip
    if moving is not None:
        month, weekday, nth = moving
        falls = [days.nth_weekday(held_on.year + n, month, weekday, nth) for n in (0, 1)]
        return single(next((day for day in falls if day is not None and day >= held_on), None))
    month, day = {
        "クリスマス": (12, 25), "元日": (1, 1), "元旦": (1, 1), "節分": (2, 3), "バレンタイン": (2, 14),
        "ホワイトデー": (3, 14), "七夕": (7, 7), "勤労感謝の日": (11, 23), "文化の日": (11, 3), "憲法記念日": (5, 3),
        "こどもの日": (5, 5), "昭和の日": (4, 29), "建国記念": (2, 11),
        "天皇誕生日": (2, 23), "みどりの日": (5, 4), "山の日": (8, 11),
    }.get(match["feast"], (0, 0))  # fmt: skip
    if not month:
        return VAGUE
    found = dt.date(held_on.year, month, day)
    return single(found if found >= held_on else found.replace(year=held_on.year + 1))
