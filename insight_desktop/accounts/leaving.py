"""Whether a customer has left us: from tags, deals, and products that they gave up."""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from insight_desktop.domain.customer import Customer, Deal

_LEFT = frozenset({"解約", "解約済み", "退会", "離脱", "churned", "churn", "cancelled", "canceled", "left"})
_OF_STAGE = _LEFT - {"cancelled", "canceled", "left"}
"""A deal that was called off ends no contract."""
_LATER_TERM = dt.timedelta(days=180)
"""A renewal so long after a lost one is not the one that was lost."""
# «更新» alone is often that of a machine, which is no contract of ours.
_RENEWAL = re.compile(
    r"契約.{0,4}更新|更新契約|ライセンス.{0,2}更新|保守.{0,2}更新|契約.{0,2}継続|継続契約|\brenew(?:al|als|s)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """That a customer left, and when, where that is known."""

    on: dt.date | None = None


def leaving_of(customer: Customer, deals: Sequence[Deal], gave_up: Leaving | None = None) -> Leaving | None:
    """Return whether a customer has left; None for one who has not.

    A deal that ended the contract counts unless another was won since, or the renewal stands for a later term.

    Args:
        customer: the tags, and the renewal.
        deals: with them.
        gave_up: where nothing of ours is left of what they used.
    """
    ends = [deal.expected_on for deal in deals if _ends(deal) and not _goes_on(customer, deal, deals)]
    found = [*([gave_up.on] if gave_up else []), *ends]
    days = [day for day in found if day is not None]
    is_tagged = any(_said(tag) in _LEFT for tag in customer.tags)
    return Leaving(on=max(days, default=None)) if found or is_tagged else None


def _ends(deal: Deal) -> bool:
    is_lost_renewal = deal.outcome == "lost" and _RENEWAL.search(f"{deal.name} {deal.stage}") is not None
    return _said(deal.stage) in _OF_STAGE or is_lost_renewal


def _goes_on(customer: Customer, ended: Deal, deals: Sequence[Deal]) -> bool:
    day = ended.expected_on
    if day is None:
        return False
    if customer.renewal_on is not None and customer.renewal_on - day > _LATER_TERM:
        return True
    won = (deal.expected_on for deal in deals if deal.outcome == "won")
    return any(other is not None and other > day for other in won)


def _said(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().strip()
