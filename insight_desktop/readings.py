"""What is read anew from a stored transcript without any model: numbers, tone, agreement to record, document."""

from dataclasses import dataclass

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.insight import Insight
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.insights.consent import AskedConsent, find_consent
from insight_desktop.insights.metrics import measure, of_writing
from insight_desktop.insights.minutes import as_markdown, as_text
from insight_desktop.insights.tone import Tone, tone_of
from insight_desktop.store.workspace import Workspace

UNKNOWN = SpeakerLabel("SPEAKER_00")
"""Stands for a speaker of whom nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is told of a meeting beside its analysis."""

    tone: Tone | None = None
    """None while the meeting has not been read."""
    consent: AskedConsent | None = None
    """None where nobody asked in the opening."""


def conversation(workspace: Workspace, meeting_id: MeetingId) -> Conversation | None:
    """Return a meeting as the analysis reads it: turn i is segment i; None where there is no transcript."""
    meeting = workspace.meetings.get(meeting_id)
    if meeting is None:
        return None
    customer = workspace.customers.get(meeting.customer_id) if meeting.customer_id else None
    found = talk_of(workspace, meeting, company=customer.name if customer else "")
    return found if found is not None and found.turns else None


def talk_of(workspace: Workspace, meeting: Meeting, *, company: str = "") -> Conversation | None:
    """Return what was said in a meeting with a company; None where there is no transcript."""
    said = workspace.transcripts.said(meeting.id)
    if said is None:
        return None
    return Conversation(
        id=meeting.id,
        language=meeting.language,
        turns=tuple(
            Turn(index=each.turn, speaker=each.speaker or UNKNOWN, text=each.text, span=each.span) for each in said
        ),
        held_on=meeting.started_at.astimezone().date(),
        title=meeting.title,
        channel=meeting.channel or "",
        rep=meeting.rep,
        customer=CustomerContext(company=company),
    )


def read(workspace: Workspace, meeting_id: MeetingId, analysis: Analysis | None) -> Reading:
    """Return the tone and the agreement, as the transcript and its speakers are now."""
    talk = conversation(workspace, meeting_id)
    if talk is None:
        return Reading()
    tone = tone_of(talk, analysis.turns, _within(analysis, len(talk.turns))) if analysis else None
    return Reading(tone=tone, consent=find_consent(talk))


def remeasure(workspace: Workspace, meeting_id: MeetingId) -> None:
    """Bring the numbers of a meeting in step with its transcript, after speakers or words were corrected."""
    talk = conversation(workspace, meeting_id)
    if talk is not None:
        found = measure(talk)
        is_written = workspace.transcripts.is_written(meeting_id)
        workspace.analyses.set_metrics(meeting_id, of_writing(found) if is_written else found)


def document(workspace: Workspace, meeting_id: MeetingId, *, is_markdown: bool) -> str:
    """Return the minutes with the user's corrections as a document; empty where there are none."""
    talk, stored = conversation(workspace, meeting_id), workspace.analyses.load(meeting_id)
    if talk is None or stored is None:
        return ""
    write = as_markdown if is_markdown else as_text
    return write(stored.analysis.minutes, talk)


def _within(analysis: Analysis, turns: int) -> tuple[Insight, ...]:
    return tuple(each for each in analysis.insights if all(0 <= turn < turns for turn in each.turns))
