"""What many meetings of a workspace say together: themes, trends, patterns, and one customer's account."""

import datetime as dt
from collections.abc import Iterator, Sequence

from insight_desktop.domain.account import Account, HeldMeeting
from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.speaker import Role, role_of
from insight_desktop.domain.trend import Pattern, Voice
from insight_desktop.store.meetings import MeetingFilter, MeetingSummary
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends import account, themes
from insight_desktop.trends.overview import TrendTable
from insight_desktop.trends.patterns import MarkedMeeting, winning_patterns

_PAGE = 500
_WON = frozenset({Outcome.WON, Outcome.STRONG})
_LOST = frozenset({Outcome.LOST, Outcome.WEAK})


def gather_themes(workspace: Workspace, meeting_id: MeetingId | None = None) -> None:
    """Let the insights of one meeting, or of all, join their themes; what has a theme already stays there."""
    voices = workspace.voices.without_theme(meeting_id)
    if not voices:
        return
    before = themes.restored(workspace.themes.all())
    known = {centre.theme.id: len(centre.theme.members) for centre in before}
    after = themes.gather(voices, themes.rows(voices), before)
    grown = (centre for centre in after if len(centre.theme.members) != known.get(centre.theme.id))
    workspace.themes.save(themes.kept(centre) for centre in grown)


def trend_table(workspace: Workspace) -> TrendTable:
    """Return every voice as columns that filters are counted on."""
    return TrendTable(workspace.voices.all(), (stored.theme for stored in workspace.themes.all()))


def patterns(workspace: Workspace, voices: Sequence[Voice] | None = None) -> tuple[Pattern, ...]:
    """Return what won and strong meetings differ in from lost and weak ones, theme by theme."""
    chosen = workspace.voices.all() if voices is None else voices
    theme_of = {member: stored.theme.id for stored in workspace.themes.all() for member in stored.theme.members}
    features: dict[MeetingId, set[str]] = {}
    for voice in chosen:
        if theme := theme_of.get(voice.insight_id):
            features.setdefault(voice.meeting_id, set()).add(theme)
    return winning_patterns(
        MarkedMeeting(
            id=summary.meeting.id,
            won=summary.meeting.outcome in _WON,
            features=frozenset(features.get(summary.meeting.id, ())),
        )
        for summary in _meetings(workspace, MeetingFilter(outcomes=_WON | _LOST))
        if summary.is_analysed
    )


def account_of(workspace: Workspace, customer_id: CustomerId, today: dt.date) -> Account:
    """Return what stands between us and one customer."""
    summaries = _meetings(workspace, MeetingFilter(customer_id=customer_id))
    return account.follow((held for summary in summaries if (held := _held(workspace, summary))), today)


def _held(workspace: Workspace, summary: MeetingSummary) -> HeldMeeting | None:
    stored = workspace.analyses.load(summary.meeting.id) if summary.is_analysed else None
    if stored is None:
        return None
    speakers = workspace.transcripts.labels(summary.meeting.id)
    return HeldMeeting(
        id=summary.meeting.id,
        held_on=summary.meeting.started_at.astimezone().date(),
        analysis=stored.analysis,
        insight_ids=stored.insight_ids,
        step_ids=stored.step_ids,
        done=stored.done,
        customer_turns=frozenset(
            turn for turn, label in enumerate(speakers) if label is not None and role_of(label) is Role.CUSTOMER
        ),
    )


def _meetings(workspace: Workspace, filters: MeetingFilter) -> Iterator[MeetingSummary]:
    offset = 0
    while True:
        page = workspace.meetings.list(filters, limit=_PAGE, offset=offset)
        yield from page.meetings
        offset += _PAGE
        if offset >= page.total:
            return
