"""What a stretch of time, and a theme's movement over it, are called."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from insight_desktop.trends.overview import Movement, Period, ThemeRow, following
from insight_desktop.ui import wording
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP

MOVEMENTS = {
    Movement.NEW: (QT_TRANSLATE_NOOP("Trends", "New"), "plus", "need"),
    Movement.RISING: (QT_TRANSLATE_NOOP("Trends", "Rising"), "arrow-up-right", "pain"),
    Movement.STEADY: (QT_TRANSLATE_NOOP("Trends", "Steady"), "", "neutral"),
    Movement.FADING: (QT_TRANSLATE_NOOP("Trends", "Fading"), "arrow-down-right", "neutral"),
    Movement.GONE: (QT_TRANSLATE_NOOP("Trends", "Gone quiet"), "arrow-down-right", "neutral"),
}


def movement_text(movement: Movement) -> str:
    """Return how a theme moves, in a word."""
    return QCoreApplication.translate("Trends", MOVEMENTS[movement][0])


def short(start: dt.date, period: Period) -> str:
    """Return a head of a column: 2026-08, or the first day of a week, 08-24."""
    return f"{start:%Y-%m}" if period is Period.MONTH else f"{start:%m-%d}"


def spoken(start: dt.date, period: Period) -> str:
    """Return a stretch of time as one says it."""
    if period is Period.MONTH:
        if wording.language() == "ja":
            return f"{start.year}年{start.month}月"
        return f"{wording.month(start)} {start.year}"
    last = following(start, period) - dt.timedelta(days=1)
    return f"{wording.day(start)} – {wording.day(last)}"


def compared(row: ThemeRow) -> str:
    """Return the customers of the last period beside those of the one before: 2 → 5."""
    if len(row.points) == 1:
        return ""
    before, now = row.points[-2].customers, row.points[-1].customers
    return QCoreApplication.translate("Trends", "{before} → {now}").format(before=before, now=now)
