"""Which tier is large enough: numbers that were said, against the ceilings of the catalogue."""

import re
from collections.abc import Iterable

from insight_desktop.domain.suggestion import Product
from insight_desktop.insights.numbers import half_width, numbers

_PEOPLE = r"人|名|users?\b|people|seats?\b|staff|agents?\b|employees|of us"
_SITES = r"拠点|店|現場|棟|か所|箇所|館|sites?\b|locations?\b|branches|offices|stores?\b|shops?\b"
_UNITS = {
    "users": _PEOPLE,
    "agents": _PEOPLE,
    "sites": _SITES,
    "stores": _SITES,
    "houses": r"棟|houses?\b",
    "machines": r"台|machines?\b",
    "vehicles": r"台|vehicles?\b|vans?\b|trucks?\b|lorries",
    "rooms": r"室|部屋|rooms?\b",
    "members": r"人|名|members?\b",
}
_BETWEEN = r"\s*(?:\w+\s+)?"


def is_too_small(product: Product, texts: Iterable[str], language: str) -> bool:
    """Tell whether a number that the customer said, with its unit, passes a ceiling of the product."""
    said = [half_width(text) for text in texts]
    return any(
        value > ceiling
        for name, ceiling in product.limits
        if name in _UNITS
        for text in said
        for value in _counted(text, _UNITS[name], language)
    )


def _counted(text: str, units: str, language: str) -> Iterable[float]:
    unit = re.compile(_BETWEEN + f"(?:{units})", re.IGNORECASE)
    for number in numbers(text, language):
        if unit.match(text, number.end):
            yield number.value
