"""The rules of each kind of business, and what a user may change of them.

A subscription lives long: whoever has just signed is left in peace until the product helps. Sold once over the counter,
the moment of decision is the good one. Work to order is proved by its result. What is used up is ordered again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from insight_desktop.domain.offering import Business, Limit, OfferRules
from insight_desktop.suggestions.lifecycle import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack:
    """The thresholds of one kind of business; the defaults are those of a subscription."""

    name: Business = Business.SUBSCRIPTION
    proved_by: int = 2
    """So many successes outweigh a fault that was told, where loyalty is not low."""
    complaints: int = 4
    """So often told, a fault is not outweighed by one step towards buying where loyalty is low."""
    outspoken: int = 11
    """So often told, a fault is outweighed by no success, but by a step towards buying alone."""
    refusals: int = 3
    """So many objections, one of them a refusal, and no step towards buying: the customer has refused. So often told
    that what they have will do is a no as well."""
    caution: float = 1.0
    """How heavily all that speaks against an offer weighs in this business."""
    recheck_days: int = 30
    """When to look again after a hold."""
    usage_percent: int = 80
    """So full, what they use is near its limit."""
    usage_days: int = 120
    """A figure of usage older than this says nothing."""
    onboarding_days: int = 0
    """So long after the contract nothing is offered."""
    decision_days: int = 0
    """So long after they decided, what goes with it is welcome."""
    renewal_days: int = 120
    """So long before the renewal one talks about what comes next."""
    price_percent: int = 100
    """What an offer may cost, of the budget that they named."""
    alternates: int = 2
    """So many products beside the first in one meeting."""
    proof_first: bool = False
    """While their work is under way, its result must be told before more is offered."""
    pace: Pace = Pace()


SUBSCRIPTION = RulePack(onboarding_days=90)
ONE_OFF = RulePack(
    name=Business.ONE_OFF,
    refusals=2,
    caution=0.67,
    decision_days=14,
    renewal_days=30,
    recheck_days=14,
    pace=Pace(days_between=7, cool_down_days=30),
)
PROJECT = RulePack(
    name=Business.PROJECT,
    proof_first=True,
    renewal_days=60,
    recheck_days=45,
    pace=Pace(days_between=45, cool_down_days=90),
)
REPEAT = RulePack(
    name=Business.REPEAT,
    onboarding_days=30,
    renewal_days=45,
    recheck_days=21,
    pace=Pace(days_between=14, cool_down_days=45),
)
PACKS: Mapping[Business, RulePack] = MappingProxyType(
    {pack.name: pack for pack in (SUBSCRIPTION, ONE_OFF, PROJECT, REPEAT)}
)

BOUNDS: Mapping[Limit, tuple[int, int]] = MappingProxyType(
    {
        Limit.ALTERNATES: (0, 2),
        Limit.DAYS_BETWEEN: (0, 365),
        Limit.COOL_DOWN_DAYS: (7, 365),
        Limit.ONBOARDING_DAYS: (0, 365),
        Limit.DECISION_DAYS: (0, 90),
        Limit.RENEWAL_DAYS: (0, 365),
        Limit.PRICE_PERCENT: (50, 300),
        Limit.USAGE_PERCENT: (50, 100),
        Limit.RECHECK_DAYS: (1, 180),
    }
)
"""The least and the most that a limit may be."""
_OF_PACE = (Limit.DAYS_BETWEEN, Limit.COOL_DOWN_DAYS)


def value_of(pack: RulePack, limit: Limit) -> int:
    """Return what a limit is in a pack."""
    return int(getattr(pack.pace if limit in _OF_PACE else pack, limit.value))


def pack_of(rules: OfferRules) -> RulePack:
    """Return the rules of the user's business with the limits that the user has changed, each within its bounds."""
    pack = PACKS[rules.business]
    kept = {limit: min(max(value, BOUNDS[limit][0]), BOUNDS[limit][1]) for limit, value in rules.changed}
    pace = replace(pack.pace, **{limit.value: kept[limit] for limit in _OF_PACE if limit in kept})
    own = {limit.value: value for limit, value in kept.items() if limit not in _OF_PACE}
    return replace(pack, pace=pace, **own)  # type: ignore[arg-type]
