"""Whether today is the day to offer something: every place that shows a verdict asks here, so that all say the same.

A verdict rests on the meeting that the offer comes from, on what is known of the customer today, on former offers and,
where the customer was met again, on what was said then: who complained last week is not sold to on the strength of a
friendly call before, nor of a short one after it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from insight_desktop import besides, readings
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import CustomerId, MeetingId, SuggestionId
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.domain.suggestion import GateReason, Product, SuggestionState, Timing
from insight_desktop.store.suggestions import StoredSuggestion
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.cues import BLOCKERS, GateSignal
from insight_desktop.suggestions.evidence import is_read, read_signals, ready_on, words_count
from insight_desktop.suggestions.gate import Verdict, in_order, judge, without
from insight_desktop.suggestions.lifecycle import OPEN
from insight_desktop.suggestions.packs import RulePack, pack_of
from insight_desktop.suggestions.readiness import with_day
from insight_desktop.suggestions.reasons import NOTHING_FITS
from insight_desktop.suggestions.tiers import owned_of, owns

Speakers = Sequence[SpeakerLabel | None]
"""Who speaks in each turn of a meeting."""
TO_COME = (SuggestionState.CANDIDATE, SuggestionState.PREPARED)
"""Offers that are still to be made."""
_UNDER_WAY = (SuggestionState.PRESENTED, SuggestionState.CONSIDERING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one offer, or a meeting without one, stands today."""

    verdict: Verdict
    signals: tuple[GateSignal, ...]
    talk: Conversation
    analysis: Analysis
    customer: Customer | None
    catalogue: tuple[Product, ...]
    product: Product | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOffer:
    """A suggestion that has not ended, and its own verdict: a product may cost too much where another does not."""

    suggestion: StoredSuggestion
    name: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingStanding:
    """The verdict of a meeting today: that of its first open suggestion, or of the meeting where it has none."""

    meeting_id: MeetingId
    verdict: Verdict
    offers: tuple[OpenOffer, ...] = ()


def is_offered(offer: StoredSuggestion, owned: Sequence[str], catalogue: Sequence[Product]) -> bool:
    """Tell whether an offer is still to be made: it has not ended, and they have not got it or more meanwhile."""
    if offer.state not in TO_COME:
        return offer.state in OPEN
    product = next((each for each in catalogue if each.id == offer.product), None)
    return offer.product not in owned and (product is None or not owns(product, owned_of(owned, catalogue)))


class Standings:
    """Weighs meetings on one day; what is known of a customer is looked up once, so it is made anew for each look.

    Args:
        workspace: where everything is kept.
        today: the verdicts are of this day.
        pack: the rules of the business; None: those that the user chose for the workspace.
    """

    def __init__(self, workspace: Workspace, today: dt.date, pack: RulePack | None = None) -> None:
        """Know nobody yet."""
        self._workspace, self._today = workspace, today
        self._pack = pack or pack_of(workspace.offer_rules.load())
        self._customers: dict[CustomerId | None, _Known] = {}
        self._since: dict[tuple[MeetingId | None, tuple[GateSignal, ...], tuple[str, ...]], Verdict] = {}

    def of_meeting(self, meeting_id: MeetingId) -> MeetingStanding | None:
        """Return how a meeting stands today; None where it has not been read, or its transcript is gone."""
        workspace = self._workspace
        meeting, analysis = workspace.meetings.get(meeting_id), workspace.analyses.shown(meeting_id)
        speakers = workspace.transcripts.labels_of((meeting_id,)).get(meeting_id)
        if meeting is None or analysis is None or speakers is None:
            return None
        return self.of_read(meeting, analysis, speakers, workspace.suggestions.of_meeting(meeting_id))

    def of_read(
        self, meeting: Meeting, analysis: Analysis, speakers: Speakers, suggestions: Sequence[StoredSuggestion]
    ) -> MeetingStanding:
        """Return how a meeting stands today, of which nearly all is at hand: an export asks for thousands."""
        signals = self._said_in(meeting, analysis, speakers)
        offers: list[OpenOffer] = []
        known = self._known(meeting.customer_id)
        for offer in suggestions:
            if (
                is_offered(offer, known.context.current_products, known.catalogue)
                and len(offers) <= self._pack.alternates
            ):
                found = self._judged(meeting, signals, analysis, offer)
                name = found.product.name if found.product else offer.product
                offers.append(OpenOffer(suggestion=offer, name=name, verdict=found.verdict))
        verdict = offers[0].verdict if offers else self._judged(meeting, signals, analysis).verdict
        return MeetingStanding(meeting_id=meeting.id, verdict=verdict, offers=tuple(offers))

    def timings(self, meeting_id: MeetingId, offers: Sequence[StoredSuggestion]) -> Mapping[SuggestionId, Timing]:
        """Return whether today is the day for each of some offers of a meeting, however many a meeting may make."""
        workspace = self._workspace
        meeting, analysis = workspace.meetings.get(meeting_id), workspace.analyses.shown(meeting_id)
        speakers = workspace.transcripts.labels_of((meeting_id,)).get(meeting_id)
        if meeting is None or analysis is None or speakers is None:
            return {}
        signals = self._said_in(meeting, analysis, speakers)
        return {offer.id: self._judged(meeting, signals, analysis, offer).verdict.timing for offer in offers}

    def _said_in(self, meeting: Meeting, analysis: Analysis, speakers: Speakers) -> tuple[GateSignal, ...]:
        labelled = [turn for turn in analysis.turns if is_read(turn) and turn.index < len(speakers)]
        asked = {turn.index for turn in labelled if words_count(turn)}
        said = self._workspace.transcripts.said(meeting.id, asked) if asked else None
        words = {each.turn: each.text for each in said or ()}
        talk = Conversation(
            id=meeting.id,
            language=meeting.language,
            turns=tuple(
                Turn(
                    index=turn.index,
                    speaker=speakers[turn.index] or readings.UNKNOWN,
                    text=words.get(turn.index, ""),
                )
                for turn in labelled
            ),
            held_on=self._today,
            customer=self._known(meeting.customer_id).context,
        )
        return read_signals(talk, analysis, self._pack)

    def weigh(
        self, meeting_id: MeetingId, *, offer: StoredSuggestion | None = None, switched_off: Sequence[str] = ()
    ) -> Standing | None:
        """Return the verdict of today on a meeting or on one offer of it; None where it was not read.

        Args:
            meeting_id: where the problem was voiced.
            offer: the suggestion; its product's price and its own steps are weighed.
            switched_off: cues to leave out, to see what the verdict would be without them.
        """
        stored, meeting = self._workspace.analyses.load(meeting_id), self._workspace.meetings.get(meeting_id)
        talk = readings.talk_of(self._workspace, meeting) if meeting else None
        if meeting is None or talk is None or stored is None:
            return None
        known = self._known(meeting.customer_id)
        said = read_signals(replace(talk, customer=known.context, held_on=self._today), stored.analysis, self._pack)
        found = self._judged(meeting, said, stored.analysis, offer, switched_off)
        return Standing(
            verdict=found.verdict,
            signals=in_order((*found.signals, *(each for each in found.since if each.cue in BLOCKERS))),
            talk=talk,
            analysis=stored.analysis,
            customer=known.customer,
            catalogue=known.catalogue,
            product=found.product,
        )

    def _judged(
        self,
        meeting: Meeting,
        said: tuple[GateSignal, ...],
        analysis: Analysis,
        offer: StoredSuggestion | None = None,
        switched_off: Sequence[str] = (),
    ) -> "_Judged":
        """Return the verdict on what was said in a meeting, with what is known besides and was said since."""
        today, pack, known = self._today, self._pack, self._known(meeting.customer_id)
        product = next((each for each in known.catalogue if each.id == offer.product), None) if offer else None
        known_besides = (
            *self._former_offers(known, offer),
            *known.signals,
            *besides.of_price(product, analysis.facts.budget, pack),
        )
        unsettled = known.unsettled if known.newest == meeting.id else ()
        signals = (*said, *unsettled, *known_besides)
        verdict = judge(without(signals, switched_off), pack, held_on=today, ready_on=ready_on(analysis, today))
        since = (*known.said_last, *known.unsettled) if known.newest != meeting.id else ()
        after = self._judged_since(known, known_besides, switched_off) if since else None
        if after is not None and after.timing is Timing.HOLD:
            verdict = after
        met_on = known.newest_on if known.newest_on is not None else meeting.started_at.astimezone().date()
        verdict = with_day(verdict, (*signals, *since), pack, today=today, met_on=met_on)
        return _Judged(verdict=_without_answer(verdict, analysis), signals=signals, since=since, product=product)

    def _judged_since(self, known: "_Known", others: tuple[GateSignal, ...], switched_off: Sequence[str]) -> Verdict:
        """Return the verdict on what was said last; the same for all earlier meetings of a customer."""
        key = (known.newest, others, tuple(switched_off))
        if key not in self._since:
            left = without((*known.said_last, *known.unsettled, *others), switched_off)
            self._since[key] = judge(left, self._pack, held_on=self._today)
        return self._since[key]

    def _former_offers(self, known: "_Known", offer: StoredSuggestion | None) -> tuple[GateSignal, ...]:
        if known.customer is None or offer is None or offer.state not in _UNDER_WAY:
            return known.pausing
        return besides.pausing(self._workspace, known.customer.id, offer.id, self._today, self._pack)

    def _known(self, customer_id: CustomerId | None) -> "_Known":
        if customer_id not in self._customers:
            self._customers[customer_id] = self._look_up(customer_id)
        return self._customers[customer_id]

    def _look_up(self, customer_id: CustomerId | None) -> "_Known":
        workspace = self._workspace
        customer = workspace.customers.get(customer_id) if customer_id else None
        if customer is None:
            return _Known(catalogue=workspace.products.catalogue_for(()))
        newest = workspace.meetings.newest_read(customer.id)
        last = workspace.meetings.get(newest) if newest else None
        return _Known(
            customer=customer,
            context=besides.context_of(customer),
            catalogue=workspace.products.catalogue_for(customer.current_products),
            signals=tuple(besides.of_account(workspace, customer, self._today, self._pack)),
            pausing=besides.pausing(workspace, customer.id, None, self._today, self._pack),
            newest=newest,
            newest_on=last.started_at.astimezone().date() if last else None,
            said_last=besides.said_last(workspace, newest, customer, self._today, self._pack) if newest else (),
            unsettled=tuple(besides.unsettled(workspace, newest, customer, self._today, self._pack)) if newest else (),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """A verdict and what it rests on."""

    verdict: Verdict
    signals: tuple[GateSignal, ...]
    """What was said, and is known besides."""
    since: tuple[GateSignal, ...]
    """What was said later."""
    product: Product | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known of a customer besides the meeting that is weighed."""

    customer: Customer | None = None
    context: CustomerContext = CustomerContext()
    """The same, as the gate reads it."""
    catalogue: tuple[Product, ...] = ()
    signals: tuple[GateSignal, ...] = ()
    pausing: tuple[GateSignal, ...] = ()
    """What former offers say of another one."""
    newest: MeetingId | None = None
    """The newest meeting that was read."""
    newest_on: dt.date | None = None
    said_last: tuple[GateSignal, ...] = ()
    """What was said in it."""
    unsettled: tuple[GateSignal, ...] = ()
    """Complaints of the meetings before it that nothing has settled."""


def of_meeting(workspace: Workspace, meeting_id: MeetingId, today: dt.date) -> MeetingStanding | None:
    """Return how a meeting stands today; None where it has not been read."""
    return Standings(workspace, today).of_meeting(meeting_id)


def of_customer(workspace: Workspace, customer_id: CustomerId, today: dt.date) -> MeetingStanding | None:
    """Return how the newest meeting with a customer that was read stands today."""
    newest = workspace.meetings.newest_read(customer_id)
    return of_meeting(workspace, newest, today) if newest else None


def _without_answer(verdict: Verdict, analysis: Analysis) -> Verdict:
    """Keep beside a good moment that the catalogue had no answer, as the analysis found."""
    kept = tuple(reason for reason in analysis.suggestions.reasons if reason.code == NOTHING_FITS)
    if verdict.timing is not Timing.NOW or not kept or analysis.suggestions.proposed:
        return verdict
    return replace(verdict, reasons=(*verdict.reasons, GateReason(code=NOTHING_FITS)))
