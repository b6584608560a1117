"""What a catalogue may not say: two products of one code, products that are not there, circles of steps or needs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.suggestion import Product


class Fault(StrEnum):
    """What is wrong."""

    TWICE = "twice"
    UNKNOWN = "unknown"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueFault:
    """One fault, and the field of a product that holds it."""

    fault: Fault
    field: str
    products: tuple[str, ...]
    """The code meant; of a circle the names on the way, the first one again at the end."""


_LINKS: Mapping[str, Callable[[Product], Sequence[ProductId]]] = {
    "upgrade_from": lambda product: product.upgrade_from,
    "requires": lambda product: product.requires,
}


def fault_of(product: Product, others: Iterable[Product]) -> CatalogueFault | None:
    """Return why a product cannot stand in a catalogue beside the others; None where it can."""
    known = {each.id: each for each in others}
    if product.id in known:
        return CatalogueFault(fault=Fault.TWICE, field="product_id", products=(product.id,))
    for field, links in _LINKS.items():
        missing = [code for code in links(product) if code not in known and code != product.id]
        if missing:
            return CatalogueFault(fault=Fault.UNKNOWN, field=field, products=(missing[0],))
    return circle_of((*known.values(), product))


def circle_of(products: Sequence[Product]) -> CatalogueFault | None:
    """Return a circle of upgrades or of needs; None where there is none."""
    known = {product.id: product for product in products}
    for field, links in _LINKS.items():
        done: set[ProductId] = set()
        for product in products:
            way = _circle(product.id, known, links, done)
            if way:
                names = tuple(known[code].name for code in way)
                return CatalogueFault(fault=Fault.CIRCLE, field=field, products=names)
    return None


def _circle(
    start: ProductId,
    known: Mapping[ProductId, Product],
    links: Callable[[Product], Sequence[ProductId]],
    done: set[ProductId],
) -> tuple[ProductId, ...]:
    """Return the first way from a product back to where it has been; what is `done` leads into none."""
    way: list[ProductId] = []
    steps: list[tuple[ProductId, list[ProductId]]] = []

    def enter(code: ProductId) -> None:
        way.append(code)
        steps.append((code, [each for each in links(known[code]) if each in known]))

    if start not in done:
        enter(start)
    while steps:
        code, left = steps[-1]
        if not left:
            done.add(code)
            steps.pop()
            way.pop()
            continue
        following = left.pop(0)
        if following in way:
            return (*way[way.index(following) :], following)
        if following not in done:
            enter(following)
    return ()
