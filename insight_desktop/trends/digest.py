"""Chooses what stands on the manager's page of the week."""

import datetime as dt
from collections.abc import Iterable, Sequence

from insight_desktop.domain.digest import DigestTheme
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.trend import Voice
from insight_desktop.trends.overview import ThemeRow

QUOTES = 8
WEEKS_BEFORE = 4
_MOST_THEMES = 6
_TELLING = (
    InsightKind.DISSATISFACTION,
    InsightKind.PAIN,
    InsightKind.OBJECTION,
    InsightKind.EXPANSION_SIGNAL,
    InsightKind.SUCCESS,
    InsightKind.NEED,
)
_LONG = {"ja": 120, "en": 240}
_SHORT = {"ja": 14, "en": 40}


def week_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return Monday and Sunday of the week that holds a day."""
    first = day - dt.timedelta(days=day.weekday())
    return first, first + dt.timedelta(days=6)


def moved(rows: Iterable[ThemeRow]) -> tuple[DigestTheme, ...]:
    """Return the themes of the last week that grew most against the weeks before; rows go by weeks."""
    found = []
    for row in rows:
        counts = [point.customers for point in row.points]
        before = counts[-1 - WEEKS_BEFORE : -1]
        if counts[-1]:
            mean = sum(before) / WEEKS_BEFORE
            found.append(DigestTheme(name=row.name, kind=row.kind, customers=counts[-1], before=mean))
    found.sort(key=lambda theme: (-(theme.customers - theme.before), -theme.customers, theme.name))
    return tuple(found[:_MOST_THEMES])


def strongest(voices: Sequence[Voice], weights: dict[str, int], theme_of: dict[str, str]) -> tuple[Voice, ...]:
    """Return the quotes to hear: each of another customer and another theme, while there are enough.

    Args:
        voices: of the week.
        weights: for each theme how many customers voice it.
        theme_of: the theme of each insight.
    """

    def strength(voice: Voice) -> tuple[int, int, int, str]:
        length = len(voice.summary)
        fits = _SHORT[voice.language] <= length <= _LONG[voice.language]
        return (
            not fits,
            -weights.get(theme_of.get(voice.insight_id, ""), 0),
            _TELLING.index(voice.kind),
            voice.insight_id,
        )

    ordered = sorted(voices, key=strength)
    chosen: list[Voice] = []
    for is_strict in (True, False):
        for voice in ordered:
            if len(chosen) == QUOTES or voice in chosen:
                continue
            customers = {other.customer_id or other.meeting_id for other in chosen}
            themes = {theme_of.get(other.insight_id, other.insight_id) for other in chosen}
            is_other = (voice.customer_id or voice.meeting_id) not in customers
            if not is_strict or (is_other and theme_of.get(voice.insight_id, voice.insight_id) not in themes):
                chosen.append(voice)
    return tuple(chosen)
