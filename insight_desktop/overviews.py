"""What many meetings of a workspace say together: themes, trends, patterns, and one customer's account."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from insight_desktop.domain.account import Account, HeldMeeting
from insight_desktop.domain.ids import CustomerId, InsightId, MeetingId
from insight_desktop.domain.insight import ObjectionKind
from insight_desktop.domain.managing import Clip
from insight_desktop.domain.speaker import Role, role_of
from insight_desktop.domain.trend import Pattern, Voice
from insight_desktop.store.meetings import MeetingFilter, MeetingSummary
from insight_desktop.store.themes import Voiced
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends import account, themes
from insight_desktop.trends.features import Script, differences
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.naming.names import Rarity, Said, name_of
from insight_desktop.trends.overview import TrendTable

_PAGE = 500
MOST_QUOTES = 60
_NAMED_AT_ONCE, _NAMED_BY_THE_WAY = 300, 12
_SAMPLE = 500
_OBJECTIONS = frozenset(ObjectionKind)


def gather_themes(workspace: Workspace, meeting_id: MeetingId | None = None) -> None:
    """Let the insights of one meeting, or of all, join their themes; what has a theme already stays there."""
    voices = workspace.voices.without_theme(meeting_id)
    if not voices:
        return
    before = themes.restored(workspace.themes.centres())
    known = {centre.theme.id: centre.size for centre in before}
    after = themes.gather(voices, themes.rows(voices), before)
    grown = (centre for centre in after if centre.size != known.get(centre.theme.id))
    workspace.themes.save(themes.kept(centre) for centre in grown)
    name_themes(workspace, _NAMED_AT_ONCE if meeting_id is None else _NAMED_BY_THE_WAY)


def name_themes(workspace: Workspace, limit: int) -> None:
    """Name themes anew that grew much since they were named, the largest first; the manager's names stay."""
    due = workspace.themes.to_be_named(limit)
    if not due:
        return
    rarity = Rarity.of(Said(text=each.summary, language=each.language) for each in workspace.themes.sample(_SAMPLE))
    for theme in due:
        voiced = workspace.themes.voiced(theme.id, MOST_QUOTES)
        kinds = [each.subject for each in voiced if each.subject in _OBJECTIONS]
        workspace.themes.name(
            theme.id,
            name_of(_said(voiced, theme.total), rarity, theme.name) or theme.name,
            size=theme.size,
            objection=max(sorted(set(kinds)), key=kinds.count) if kinds else "",
        )


def _said(voiced: Iterable[Voiced], total: bytes) -> tuple[Said, ...]:
    centre = np.frombuffer(total, "<f4")
    length = max(float(np.linalg.norm(centre)), 1e-9)
    return tuple(
        Said(
            text=each.summary,
            language=each.language,
            nearness=float(themes.widened(each.vector) @ centre) / length if each.vector else 0.0,
            subject=each.subject,
        )
        for each in voiced
    )


def trend_table(workspace: Workspace) -> TrendTable:
    """Return every voice as columns that filters are counted on."""
    return TrendTable(workspace.trends.columns(), workspace.themes.names())


def quotes(workspace: Workspace, table: TrendTable, wanted: TrendFilter, theme_id: str) -> tuple[Voice, ...]:
    """Return what customers said of a theme, newest first."""
    return workspace.voices.at(table.voices(wanted, theme_id, MOST_QUOTES))


def patterns(
    workspace: Workspace,
    table: TrendTable | None = None,
    wanted: TrendFilter | None = None,
    script: Script | None = None,
) -> tuple[Pattern, ...]:
    """Return what won and strong meetings differ in from lost and weak ones."""
    counted = trend_table(workspace) if table is None else table
    return differences(counted, wanted or TrendFilter(), workspace.trends.meeting_ids, script)


def examples(
    workspace: Workspace, meetings: Iterable[MeetingId], *, theme: str = "", signal: str = ""
) -> tuple[tuple[str, str], ...]:
    """Return for each meeting where a theme or a signal was spoken of, and the words; a meeting without is left out."""
    into = {each.id: each.merged_into for each in workspace.themes.names()}
    found = []
    for meeting_id in meetings:
        if theme:
            members = workspace.themes.of_meeting(meeting_id)
            voices = [v for v in workspace.voices.of_meeting(meeting_id) if v.insight_id in members]
            said = [(v.turns[0], v.summary) for v in voices if _shown_theme(members[v.insight_id], into) == theme]
        else:
            said = list(workspace.transcripts.labelled(meeting_id, signal))
        if said:
            found.append((f"{meeting_id}#{said[0][0]}", said[0][1]))
    return tuple(found)


def _shown_theme(theme_id: str, into: Mapping[str, str | None]) -> str:
    for _ in range(len(into)):
        after = into.get(theme_id)
        if after is None:
            break
        theme_id = after
    return theme_id


def clips(workspace: Workspace, voices: Iterable[Voice]) -> tuple[Clip, ...]:
    """Return the stretches in which voices were said, in their order."""
    found = []
    for voice in voices:
        spans = workspace.transcripts.spans(voice.meeting_id, voice.turns[:1])
        found += [
            Clip(meeting_id=voice.meeting_id, start=span.start, end=span.end, words=voice.summary) for span in spans
        ]
    return tuple(found)


def split_theme(workspace: Workspace, insight_id: InsightId) -> str | None:
    """Give an insight, and those of its theme that mean more the same as it, a theme of their own.

    Where themes were merged, the one that the insight joined itself is split.

    Returns:
        The new theme's id; None when the theme holds nothing to tell apart.
    """
    stored = next((each for each in workspace.themes.all() if insight_id in each.theme.members), None)
    if stored is None or len(stored.theme.members) < 2:  # noqa: PLR2004 - two are needed to be told apart
        return None
    members = workspace.themes.members(stored.theme.id)
    vectors = {member: np.frombuffer(vector, "<f2").astype(np.float32) for member, vector in members if vector}
    leaving = themes.nearer_to(insight_id, vectors)
    if len(leaving) == len(members):
        return None
    stay, leave = themes.split(themes.restored([stored])[0], leaving, vectors)
    workspace.themes.save((themes.kept(stay), themes.kept(leave)))
    name_themes(workspace, _NAMED_BY_THE_WAY)
    return leave.theme.id


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
