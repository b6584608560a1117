"""What changes with the proposed product: only the differences, the one that answers the problem first."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.suggestion import Product, ProposedProduct


class DifferenceKind(StrEnum):
    """What a line of the comparison is about."""

    SOLVES = "solves"
    CEILING = "ceiling"
    PRICE = "price"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is other with the proposed product."""

    kind: DifferenceKind
    name: str = ""
    """The problem, or what the ceiling counts."""
    before: float | None = None
    before_name: str = ""
    """For what the former price is paid."""
    after: float | None = None
    answers: bool = False
    """True for the line that answers the customer's problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The present and the proposed product, and what lies between them."""

    proposed: Product
    present: Product | None
    """None where they have nothing of the family yet."""
    differences: tuple[Difference, ...]


def compare(proposed: ProposedProduct, owned: Sequence[str], catalogue: Sequence[Product]) -> Comparison | None:
    """Return the comparison, or None where the catalogue does not know the product any more."""
    by_id = {product.id: product for product in catalogue}
    product = by_id.get(proposed.product)
    if product is None:
        return None
    present = _present(product, owned, catalogue)
    lines = [*_problems(product, present, proposed.solves), *_ceilings(product, present), *_prices(product, present)]
    return Comparison(
        proposed=product,
        present=present,
        differences=tuple(sorted(lines, key=lambda line: not line.answers)),
    )


def _present(product: Product, owned: Sequence[str], catalogue: Sequence[Product]) -> Product | None:
    theirs = [each for each in catalogue if each.id in owned or each.name in owned]
    lower = [each for each in theirs if each.family == product.family or each.id in product.upgrade_from]
    return max(lower, key=lambda each: each.tier, default=None)


def _problems(product: Product, present: Product | None, answered: str) -> list[Difference]:
    known = set(present.solves) if present else set()
    return [
        Difference(kind=DifferenceKind.SOLVES, name=phrase, answers=phrase == answered)
        for phrase in product.solves
        if phrase not in known
    ]


def _ceilings(product: Product, present: Product | None) -> list[Difference]:
    before = dict(present.limits) if present else {}
    return [
        Difference(kind=DifferenceKind.CEILING, name=name, before=before.get(name), after=ceiling)
        for name, ceiling in product.limits
        if before.get(name) != ceiling
    ]


def _prices(product: Product, present: Product | None) -> list[Difference]:
    before, period = (present.price, present.per) if present else (None, "")
    if product.price is None or (product.price, product.per) == (before, period):
        return []
    return [
        Difference(kind=DifferenceKind.PRICE, name=product.per, before=before, before_name=period, after=product.price)
    ]
