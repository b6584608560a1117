"""What stands behind one suggestion today: the customer's words, the verdict and its signals, how to bring it up."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from insight_desktop.accounts.segments import segment_of
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.customer import Customer, CustomerDetails
from insight_desktop.domain.ids import MeetingId, SuggestionId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.story import SuccessStory
from insight_desktop.domain.suggestion import Product, ProposedProduct, SuggestionState, Timing
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.insights.facts import call_currency
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.standing import TO_COME, Standings, is_offered
from insight_desktop.store.suggestions import ListedSuggestion, StoredSuggestion, SuggestionEvent
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.amounts import Expected, expected
from insight_desktop.suggestions.benefit import Benefit, benefits
from insight_desktop.suggestions.comparison import Comparison, compare
from insight_desktop.suggestions.cues import GateSignal
from insight_desktop.suggestions.gate import Verdict
from insight_desktop.suggestions.lifecycle import OPEN, check_ins, next_states
from insight_desktop.suggestions.packs import RulePack
from insight_desktop.suggestions.results import PastOffer
from insight_desktop.suggestions.stories import NearStory, Offered, nearest, problem_meanings
from insight_desktop.suggestions.wordings import Wordings, wordings

_STANDS = frozenset({*OPEN, SuggestionState.ACCEPTED})
_BY_WEIGHT = (InsightKind.PAIN, InsightKind.NEED, InsightKind.EXPANSION_SIGNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One suggestion with everything that one should know before bringing it up."""

    suggestion: StoredSuggestion
    customer: Customer | None
    product: str
    meeting_title: str
    quotes: tuple[tuple[int, str], ...]
    """Turn and words; the customer's own."""
    verdict: Verdict
    signals: tuple[GateSignal, ...]
    words: Mapping[int, str]
    """What was said in the turns that the signals rest on."""
    comparison: Comparison | None
    expected: Expected | None
    """What it would bring, for the user to check."""
    currency: str
    per: str
    """For what the product is paid, as in the catalogue; empty where nobody knows."""
    say: Wordings
    history: tuple[SuggestionEvent, ...] = ()
    next_states: tuple[SuggestionState, ...] = ()
    check_ins: tuple[dt.date, ...] = ()
    """Days to ask whether it helps, once accepted."""
    benefits: tuple[Benefit, ...] = ()
    """What the problem costs them today, by their own numbers."""
    spans: Mapping[int, TimeSpan] = field(default_factory=dict)
    """When the turns were spoken."""
    stories: tuple[SuccessStory, ...] = ()
    """All that the user keeps."""
    offered: Offered = Offered(said=())
    """What they are compared with."""
    story: NearStory | None = None
    """What the product did for a customer with a problem like this one, by words; `story_by_meaning` sees more."""
    has_sound: bool = False
    """True where the recording is there to be heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The suggestions to show, and which of them stands for one that is not shown."""

    rows: tuple[ListedSuggestion, ...]
    instead: Mapping[SuggestionId, SuggestionId] = field(default_factory=dict)


def listed(workspace: Workspace) -> Listing:
    """Return the suggestions to show, open ones first, each part with the newest meeting first.

    A product that several meetings with a customer call for stands once: as it is under way or was accepted, or was
    refused after that meeting, else as the newest meeting has it. Otherwise an old meeting would say «now» beside a
    newer one that says «later». What they have got meanwhile is no longer offered.
    """
    owned = {customer.id: customer.current_products for customer in workspace.customers.list()}
    products = workspace.products.all()
    rows = tuple(
        row
        for row in workspace.suggestions.open_first(OPEN)
        if row.suggestion.state not in OPEN
        or row.suggestion.customer_id is None
        or is_offered(row.suggestion, owned.get(row.suggestion.customer_id, ()), products)
    )
    alike: dict[tuple[str, str], list[ListedSuggestion]] = {}
    for row in sorted(rows, key=lambda row: row.suggestion.state is SuggestionState.CANDIDATE):
        alike.setdefault((row.suggestion.customer_id or row.suggestion.id, row.suggestion.product), []).append(row)
    instead = {
        row.suggestion.id: other.suggestion.id
        for same in alike.values()
        for place, row in enumerate(same)
        if row.suggestion.state is SuggestionState.CANDIDATE
        if (other := next((each for each in same[:place] if _stands_for(each, row)), None)) is not None
    }
    return Listing(rows=tuple(row for row in rows if row.suggestion.id not in instead), instead=instead)


def timings(workspace: Workspace, rows: Sequence[ListedSuggestion], today: dt.date) -> Mapping[SuggestionId, Timing]:
    """Return whether today is the day for each offer that is still to be made; the list and the cards say the same."""
    standings = Standings(workspace, today)
    to_come: dict[MeetingId, list[StoredSuggestion]] = {}
    for row in rows:
        if row.suggestion.state in TO_COME:
            to_come.setdefault(row.suggestion.meeting_id, []).append(row.suggestion)
    found: dict[SuggestionId, Timing] = {}
    for meeting_id, offers in to_come.items():
        found |= standings.timings(meeting_id, offers)
    return found


def _stands_for(other: ListedSuggestion, row: ListedSuggestion) -> bool:
    """Tell whether what became of one says what there is to say of another, of the same product."""
    return other.suggestion.state in _STANDS or other.suggestion.state_at >= row.held_at


def advise(
    workspace: Workspace,
    suggestion_id: SuggestionId,
    today: dt.date,
    *,
    switched_off: Sequence[str] = (),
    pack: RulePack | None = None,
) -> Advice | None:
    """Return what stands behind a suggestion today, or None where it or its meeting is gone.

    Args:
        workspace: where everything is kept.
        suggestion_id: which one.
        today: the verdict is of this day.
        switched_off: cues to leave out, to see what the verdict would be without them.
        pack: the rules of the business; None: those that the user chose for the workspace.
    """
    found = workspace.suggestions.get(suggestion_id)
    standings = Standings(workspace, today, pack)
    stands = standings.weigh(found.meeting_id, offer=found, switched_off=switched_off) if found else None
    if found is None or stands is None:
        return None
    talk, customer = stands.talk, stands.customer
    words = {turn.index: turn.text for turn in talk.turns}
    name = stands.product.name if stands.product else found.product
    is_owned = found.state is SuggestionState.ACCEPTED  # there is nothing to compare any more
    comparison = (
        None if is_owned else compare(_proposed(found), customer.current_products if customer else (), stands.catalogue)
    )
    stories = workspace.stories.all()
    offered = Offered(
        said=(found.solves, *(words[turn] for turn in found.turns if turn in words)),
        product=stands.product,
        trades=(customer.industry, segment_of(customer, workspace.segment_rules.all()).name) if customer else (),
    )
    return Advice(
        suggestion=found,
        customer=customer,
        product=name,
        meeting_title=talk.title,
        quotes=tuple((turn, words[turn]) for turn in found.turns if turn in words),
        verdict=stands.verdict,
        signals=stands.signals,
        words=words,
        comparison=comparison,
        expected=expected(comparison, workspace.details.of(customer.id) if customer else CustomerDetails()),
        currency=found.currency or (stands.product.currency if stands.product else "") or "JPY",
        per=stands.product.per if stands.product else "",
        say=_say(stands.analysis, found, words, name, talk.language),
        history=workspace.suggestions.history(suggestion_id),
        next_states=next_states(found.state),
        check_ins=check_ins(found.state_at.astimezone().date()) if found.state is SuggestionState.ACCEPTED else (),
        benefits=benefits(
            talk,
            found.turns,
            budgets=[turn for budget in stands.analysis.facts.budget for turn in budget.turns],
            currency=call_currency(talk, stands.catalogue),
        ),
        stories=stories,
        offered=offered,
        story=nearest(stories, offered),
        has_sound=_has_sound(workspace, found),
        spans={turn.index: turn.span for turn in talk.turns if turn.span is not None},
    )


def story_by_meaning(found: Advice, embedder: Embedder) -> NearStory | None:
    """Return the nearest story where the meaning of the problems counts as well as their words.

    Args:
        found: the suggestion.
        embedder: gives the meanings of problems.
    """
    return nearest(found.stories, found.offered, problem_meanings(found.stories, found.offered, embedder))


def past_offers(suggestions: Sequence[ListedSuggestion], products: Sequence[Product]) -> tuple[PastOffer, ...]:
    """Return the suggestions as offers to be counted."""
    known = {product.id: product for product in products}
    per = {code: product.per for code, product in known.items()}
    currency = {code: product.currency for code, product in known.items()}
    return tuple(
        PastOffer(
            kind=each.suggestion.kind,
            state=each.suggestion.state,
            on=each.suggestion.state_at.astimezone().date(),
            product=each.suggestion.product,
            customer=each.customer,
            segment=each.segment,
            problem=each.suggestion.solves,
            reason=each.suggestion.reason,
            wording=each.suggestion.wording,
            amount=each.suggestion.amount,
            currency=each.suggestion.currency or currency.get(each.suggestion.product) or "JPY",
            per=per.get(each.suggestion.product) or "month",
        )
        for each in suggestions
    )


def _has_sound(workspace: Workspace, found: StoredSuggestion) -> bool:
    recordings = workspace.meetings.recordings(found.meeting_id)
    return bool(recordings and recordings[0].path and workspace.audio.absolute(recordings[0].path).is_file())


def _proposed(found: StoredSuggestion) -> ProposedProduct:
    return ProposedProduct(product=found.product, kind=found.kind, because=found.turns, solves=found.solves)


def _say(
    analysis: Analysis, found: StoredSuggestion, words: Mapping[int, str], product: str, language: str
) -> Wordings:
    """Return what to say about the problem in the customer's words: a pain before a need, a need before growth."""
    wanted = set(found.turns)
    voiced = [insight for insight in analysis.insights if wanted & set(insight.turns) and insight.kind in _BY_WEIGHT]
    first = min(voiced, key=lambda insight: _BY_WEIGHT.index(insight.kind), default=None)
    quote = first.summary if first else next((words[turn] for turn in found.turns if turn in words), found.solves)
    return wordings(
        quote=quote,
        product=product,
        solves=found.solves,
        language=language,
        kind=first.kind if first else InsightKind.PAIN,
    )
