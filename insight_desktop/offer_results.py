"""What came of all offers: acceptance by what they were, income added, and whether offers do harm."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from insight_desktop import advice
from insight_desktop.accounts.leaving import Leaving, leaving_of
from insight_desktop.domain.customer import CustomerDetails
from insight_desktop.domain.ids import CustomerId
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.domain.trend import Proportion
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.results import PastOffer, acceptance, churn, expansion_mrr
from insight_desktop.trends.patterns import newcombe, wilson

ENOUGH = 10
"""Below so many decided offers a share says too little to act on."""
_EVERYTHING = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share of one group with its 95 % interval (Wilson)."""

    name: str
    share: Proportion
    low: float
    high: float

    @property
    def is_enough(self) -> bool:
        """Whether there are enough to say anything."""
        return self.share.total >= ENOUGH


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The first share minus the second with its 95 % interval (Newcombe)."""

    first: Share
    second: Share
    low: float
    high: float

    @property
    def is_enough(self) -> bool:
        """Whether there are enough of both."""
        return self.first.is_enough and self.second.is_enough

    @property
    def is_clear(self) -> bool:
        """Whether the two differ more than chance explains."""
        return self.is_enough and (self.low > 0 or self.high < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferResults:
    """The page of results."""

    presented: int = 0
    growth: Mapping[str, float] = field(default_factory=dict)
    """What accepted offers add to each month's income, by currency."""
    accepted: int = 0
    unpriced: int = 0
    """Accepted offers without an amount, or paid once: they add nothing to each month."""
    overall: Share | None = None
    by_kind: tuple[Share, ...] = ()
    by_segment: tuple[Share, ...] = ()
    by_reason: tuple[Share, ...] = ()
    """By the problem that the product was to solve."""
    by_wording: tuple[Share, ...] = ()
    wordings: Difference | None = None
    churn: Difference | None = None
    """Customers who left: of those who had been offered something, and of the others."""


def results(workspace: Workspace) -> OfferResults:
    """Return what came of everything that was offered."""
    rows = workspace.suggestions.listed(_EVERYTHING)
    offers = advice.past_offers(rows, workspace.products.all())
    presented = workspace.suggestions.first_presented()
    accepted = [offer for offer in offers if offer.state is SuggestionState.ACCEPTED]
    wordings = _shares(offers, lambda offer: offer.wording)
    offered, left, everyone = _offered_and_left(workspace, presented.values())
    with_offer, without = churn(offered, left, everyone)
    return OfferResults(
        presented=sum(row.suggestion.id in presented for row in rows),
        growth=expansion_mrr(offers),
        accepted=len(accepted),
        unpriced=sum(not expansion_mrr([offer]) for offer in accepted),
        overall=next(iter(_shares(offers, lambda _offer: "all")), None),
        by_kind=_shares(offers, lambda offer: offer.kind.value),
        by_segment=_shares(offers, lambda offer: offer.segment),
        by_reason=_shares(offers, lambda offer: offer.problem),
        by_wording=tuple(sorted(wordings, key=lambda each: each.name)),
        wordings=_wordings(wordings),
        churn=difference(share("offered", with_offer), share("others", without)) if offered else None,
    )


def share(name: str, counted: Proportion) -> Share:
    """Return a share with its interval."""
    low, high = wilson(counted)
    return Share(name=name, share=counted, low=low, high=high)


def difference(first: Share, second: Share) -> Difference:
    """Return how far two shares are apart."""
    low, high = newcombe(first.share, second.share)
    return Difference(first=first, second=second, low=low, high=high)


def _shares(offers: Sequence[PastOffer], by: Callable[[PastOffer], str]) -> tuple[Share, ...]:
    return tuple(share(each.name, each.share) for each in acceptance(offers, by))


def _wordings(found: Sequence[Share]) -> Difference | None:
    by_name = {each.name: each for each in found}
    if "A" not in by_name or "B" not in by_name:
        return None
    return difference(by_name["A"], by_name["B"])


def _offered_and_left(
    workspace: Workspace, presented: Iterable[tuple[CustomerId | None, dt.datetime]]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return who was offered something, who left, and everyone; who left before the first offer left without one."""
    known, gave_up = workspace.details.dated(), workspace.details.gave_up()
    everyone = {customer.id: customer for customer in workspace.customers.list()}
    first: dict[CustomerId, dt.date] = {}
    for customer_id, at in presented:
        if customer_id is not None and customer_id in everyone:
            first[customer_id] = min(first.get(customer_id, dt.date.max), at.astimezone().date())
    left: dict[CustomerId, Leaving] = {}
    for customer_id, customer in everyone.items():
        ended = gave_up.get(customer_id)
        leaving = leaving_of(
            customer,
            known.get(customer_id, CustomerDetails()).deals,
            Leaving(on=ended.astimezone().date()) if ended else None,
        )
        if leaving is not None:
            left[customer_id] = leaving
    offered = {each for each, day in first.items() if each not in left or (left[each].on or day) >= day}
    return frozenset(map(str, offered)), frozenset(map(str, left)), frozenset(map(str, everyone))
