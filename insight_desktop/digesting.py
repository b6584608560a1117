"""Makes the manager's page of the week out of a workspace, and its reel."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np

from insight_desktop.audio.reel import Stretch, write_reel
from insight_desktop.domain.digest import CustomerWarning, Digest, DigestQuote
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.trend import Voice
from insight_desktop.store.trend_columns import OUTCOMES
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends import digest as choosing
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.overview import Period, TrendTable, VoicePlace
from insight_desktop.trends.warnings import FORGOTTEN_DAYS, mixed, warnings

_MOST_WARNINGS = 12
_MOST_VOICES = 400
REEL_S = 180.0
_LONGEST_QUOTE_S = 22.0


def warnings_of(workspace: Workspace, today: dt.date) -> tuple[CustomerWarning, ...]:
    """Return what a manager should look after."""
    return warnings(workspace.customer_states.all(today, forgotten_days=FORGOTTEN_DAYS), today)


def week_digest(workspace: Workspace, table: TrendTable, day: dt.date, wanted: TrendFilter | None = None) -> Digest:
    """Return the page of the week that holds a day."""
    first, last = choosing.week_of(day)
    filters = wanted or TrendFilter()
    chosen = table.finder.mask(_within(filters, first, last))
    meetings = table.columns.meetings
    outcomes = meetings["outcome"][chosen]
    began = first - dt.timedelta(weeks=choosing.WEEKS_BEFORE)
    return Digest(
        first=first,
        last=last,
        meetings=int(chosen.sum()),
        customers=len(np.unique(meetings["customer"][chosen])),
        won=int((outcomes == OUTCOMES.index(Outcome.WON)).sum()),
        lost=int((outcomes == OUTCOMES.index(Outcome.LOST)).sum()),
        themes=choosing.moved(table.rows(_within(filters, began, last), Period.WEEK, last, limit=2000)),
        warnings=mixed(warnings_of(workspace, day), _MOST_WARNINGS),
        quotes=_quotes(workspace, table, _within(filters, first, last)),
    )


def _within(filters: TrendFilter, since: dt.date, until: dt.date) -> TrendFilter:
    return replace(filters, since=since, until=until)


def _quotes(workspace: Workspace, table: TrendTable, week: TrendFilter) -> tuple[DigestQuote, ...]:
    rows = np.flatnonzero(table.mask(week))[-_MOST_VOICES:]
    numbers = table.columns.meetings["number"][table.columns.voices["meeting"][rows]]
    places = [
        VoicePlace(int(number), int(place))
        for number, place in zip(numbers, table.columns.voices["place"][rows], strict=True)
    ]
    voices = workspace.voices.at(places)
    themes = {place: table.themes[table.theme_of_voice[row]].id for place, row in zip(places, rows, strict=True)}
    weights = {row.theme_id: row.customers for row in table.rows(week, Period.WEEK, week.until or dt.date.max)}
    theme_of = dict(zip((voice.insight_id for voice in voices), (themes[place] for place in places), strict=False))
    return tuple(quote_of(workspace, voice) for voice in choosing.strongest(voices, weights, theme_of))


def quote_of(workspace: Workspace, voice: Voice) -> DigestQuote:
    """Return a voice with its customer and the time at which it was said."""
    customer = workspace.customers.get(voice.customer_id) if voice.customer_id else None
    segments = workspace.transcripts.current(voice.meeting_id)
    turn = voice.turns[0] if voice.turns else -1
    span = segments[turn].segment.span if 0 <= turn < len(segments) else None
    return DigestQuote(
        words=voice.summary,
        kind=voice.kind,
        customer=customer.name if customer else "",
        held_on=voice.held_on,
        meeting_id=voice.meeting_id,
        language=voice.language,
        start=span.start if span else None,
        end=span.end if span else None,
    )


def stretches(workspace: Workspace, places: list[tuple[MeetingId, float, float]]) -> list[Stretch]:
    """Return where in which file stretches of meetings lie; those without sound are left out."""
    found = []
    for meeting_id, start, end in places:
        recordings = workspace.meetings.recordings(meeting_id)
        path = workspace.audio.readable(recordings[0].path) if recordings and recordings[0].path else None
        if path is not None and path.is_file():
            found.append(Stretch(path=path, start=start, end=min(end, start + _LONGEST_QUOTE_S)))
    return found


def write_digest_reel(workspace: Workspace, digest: Digest, out: Path) -> int:
    """Write the quotes one after the other as one sound file of three minutes at most; returns how many are in it.

    Raises:
        KnownError: NO_QUOTES when none of the quotes has sound.
    """
    places = [(q.meeting_id, q.start, q.end) for q in digest.quotes if q.start is not None and q.end is not None]
    parts = stretches(workspace, places)
    if not parts:
        raise KnownError(ErrorCode.NO_QUOTES)
    return write_reel(parts, out, most_s=REEL_S)
