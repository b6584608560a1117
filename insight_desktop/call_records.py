"""A meeting as the CRM will see it; what many meetings share is looked up once an export."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from insight_desktop import wording
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.customer import Contact, Customer
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.insight import InsightKind, Sentiment
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.speaker import Role, role_of
from insight_desktop.domain.suggestion import SuggestionKind, Timing
from insight_desktop.exports.crm_csv import ExportOptions
from insight_desktop.exports.record import CallRecord, Party, Step
from insight_desktop.standing import MeetingStanding, Speakers, Standings
from insight_desktop.store.suggestions import StoredSuggestion
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.gate import Verdict
from insight_desktop.suggestions.reasons import sentence

_KNOWN_AT_ONCE = 1024
"""Customers kept in mind: meetings come by date, so those of a customer lie far apart."""
_CLEAR_MOOD = 0.1
"""From which mean of the customer's turns on a meeting's mood is more than neutral."""
_WEIGHTS = {Sentiment.POSITIVE: 1.0, Sentiment.NEUTRAL: 0.0, Sentiment.NEGATIVE: -1.0}

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ja": {
            Timing.NOW: "今、提案できます",
            Timing.LATER: "提案は後日にします",
            Timing.HOLD: "今は提案を控えます",
            SuggestionKind.UPSELL: "アップグレード",
            SuggestionKind.CROSS_SELL: "追加の製品",
            "why": "{verdict}: {why}",
            "product": "・{name}({kind}): {solves}",
            Role.REP: "担当者",
            Role.CUSTOMER: "お客様",
            Role.UNKNOWN: "話者",
        },
        "en": {
            Timing.NOW: "An offer fits now",
            Timing.LATER: "Offer later",
            Timing.HOLD: "Make no offer now",
            SuggestionKind.UPSELL: "upgrade",
            SuggestionKind.CROSS_SELL: "another product",
            "why": "{verdict}: {why}",
            "product": "• {name} ({kind}): {solves}",
            Role.REP: "Rep",
            Role.CUSTOMER: "Customer",
            Role.UNKNOWN: "Speaker",
        },
    }
)


class CallReader:
    """Makes records of the meetings of one export.

    Args:
        workspace: where the meetings are.
        options: the language of the words, and whether the transcript goes along.
        today: the verdicts on offers are of this day.
    """

    def __init__(self, workspace: Workspace, options: ExportOptions, today: dt.date) -> None:
        """Look nothing up yet."""
        self._workspace, self._options = workspace, options
        self._standings = Standings(workspace, today)
        self._customer = lru_cache(_KNOWN_AT_ONCE)(workspace.customers.get)
        self._contacts = lru_cache(_KNOWN_AT_ONCE)(workspace.customers.contacts)
        self._deal = lru_cache(_KNOWN_AT_ONCE)(workspace.customers.deal)

    def records(self, page: Sequence[tuple[Meeting, float]]) -> Iterator[CallRecord]:
        """Yield the records of meetings with their seconds; those that were not read are left out."""
        ids = [meeting.id for meeting, _ in page]
        lengths = {meeting.id: (meeting, seconds) for meeting, seconds in page}
        done = self._workspace.analyses.steps_done(ids)
        offers = self._workspace.suggestions.of_meetings(ids)
        speakers = self._workspace.transcripts.labels_of(ids)
        for meeting_id, analysis in self._workspace.analyses.shown_of(ids):
            meeting, seconds = lengths[meeting_id]
            weighed = speakers.get(meeting_id), offers.get(meeting_id, ())
            yield self._record(meeting, seconds, analysis, done, *weighed)

    def _record(
        self,
        meeting: Meeting,
        seconds: float,
        analysis: Analysis,
        done: frozenset[tuple[MeetingId, int]],
        speakers: Speakers | None,
        offers: tuple[StoredSuggestion, ...],
    ) -> CallRecord:
        deal = self._deal(meeting.deal_id) if meeting.deal_id else None
        score = _mood_score(speakers or (), analysis)
        return CallRecord(
            id=meeting.id,
            title=meeting.title,
            started_at=meeting.started_at,
            duration_s=round(seconds),
            channel=meeting.channel,
            company=_company(self._customer(meeting.customer_id) if meeting.customer_id else None),
            contact=self._contact(meeting),
            deal=Party(name=deal.name, crm_id=deal.crm_id) if deal else Party(),
            rep=Party(name=meeting.rep),
            summary=analysis.summary or "\n".join(line.text for line in analysis.minutes),
            suggestion=self._suggestion(meeting, analysis, speakers, offers),
            pain_points=_voiced(analysis, InsightKind.PAIN, InsightKind.DISSATISFACTION),
            needs=_voiced(analysis, InsightKind.NEED, InsightKind.EXPANSION_SIGNAL),
            sentiment=mood(score),
            sentiment_score=score,
            next_steps=tuple(
                Step(text=step.what, owner=step.owner, due=step.due)
                for place, step in enumerate(analysis.next_steps)
                if (meeting.id, place) not in done
            ),
            talk_ratio_rep=analysis.metrics.talk_ratio_rep,
            transcript=self._transcript(meeting.id) if self._options.with_transcript else "",
        )

    def _suggestion(
        self,
        meeting: Meeting,
        analysis: Analysis,
        speakers: Speakers | None,
        offers: tuple[StoredSuggestion, ...],
    ) -> str:
        """Return how the meeting stands today, in words; empty when nothing was weighed."""
        weighed = analysis.suggestions.timing_why or analysis.suggestions.proposed
        if not weighed or speakers is None:
            return ""
        return suggestion_text(self._standings.of_read(meeting, analysis, speakers, offers), self._options.language)

    def _contact(self, meeting: Meeting) -> Party:
        """Return the person who was there: named like a speaker, or the only one known; never a guess among several."""
        if meeting.customer_id is None:
            return Party()
        people = self._contacts(meeting.customer_id)
        if len(people) > 1:
            speakers = self._workspace.speakers.of_meeting(meeting.id)
            present = {_folded(speaker.name) for speaker in speakers if speaker.name}
            people = tuple(person for person in people if _folded(person.name) in present)
        if len(people) != 1:
            return Party()
        return _person(people[0])

    def _transcript(self, meeting_id: MeetingId) -> str:
        names = {speaker.label: speaker.name for speaker in self._workspace.speakers.of_meeting(meeting_id)}
        lines = []
        for stored in self._workspace.transcripts.current(meeting_id):
            segment = stored.segment
            label = segment.speaker
            role = role_of(label) if label else Role.UNKNOWN
            name = (names.get(label, "") if label else "") or _WORDS[self._options.language][role]
            lines.append(f"[{wording.clock(segment.span.start)}] {name}: {segment.text}")
        return "\n".join(lines)


def _mood_score(speakers: Speakers, analysis: Analysis) -> float | None:
    """Return the mean attitude of the customer's turns, −1 to 1, each weighted by its confidence; None without."""
    customers = {label for label in set(speakers) if label is not None and role_of(label) is not Role.REP}
    turns = [turn for turn in analysis.turns if turn.index < len(speakers) and speakers[turn.index] in customers]
    weight = sum([turn.sentiment_confidence for turn in turns])
    if not weight:
        return None
    return sum([_WEIGHTS[turn.sentiment] * turn.sentiment_confidence for turn in turns]) / weight


def _voiced(analysis: Analysis, *kinds: InsightKind) -> tuple[str, ...]:
    return tuple(insight.summary for insight in analysis.insights if insight.kind in kinds)


def _company(customer: Customer | None) -> Party:
    return Party(name=customer.name, domain=customer.domain, crm_id=customer.crm_id) if customer else Party()


def _person(contact: Contact) -> Party:
    return Party(name=contact.name, email=contact.email, phone=contact.phone, crm_id=contact.crm_id)


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


def mood(score: float | None) -> Sentiment | None:
    """Return the word for a mood score."""
    if score is None:
        return None
    if abs(score) < _CLEAR_MOOD:
        return Sentiment.NEUTRAL
    return Sentiment.POSITIVE if score > 0 else Sentiment.NEGATIVE


def suggestion_text(found: MeetingStanding, language: str) -> str:
    """Return the verdict of a day and the products still open, one a line.

    On a hold no product is named: a colleague who reads the CRM would offer it.
    """
    words = _WORDS[language]
    lines = [_verdict(found.verdict, language)]
    for offer in found.offers if found.verdict.timing is not Timing.HOLD else ():
        product = words["product"].format(
            name=offer.name, kind=words[offer.suggestion.kind], solves=offer.suggestion.solves
        )
        lines.append(product)
        if offer.verdict != found.verdict:
            lines.append(_verdict(offer.verdict, language))
    return "\n".join(lines)


def _verdict(found: Verdict, language: str) -> str:
    words = _WORDS[language]
    return words["why"].format(verdict=words[found.timing], why=sentence(found.reasons, language))
