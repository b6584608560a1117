"""The structure of a catalogue: which product is a higher tier of which, what is owned with it, what it needs."""

from collections.abc import Sequence

from insight_desktop.domain.suggestion import Product, SuggestionKind
from insight_desktop.suggestions.ceilings import is_too_small
from insight_desktop.suggestions.words import folded


def owned_of(named: Sequence[str], catalogue: Sequence[Product]) -> tuple[Product, ...]:
    """Return the products of the catalogue that these codes or names name."""
    wanted = {folded(name) for name in named}
    return tuple(product for product in catalogue if {folded(product.id), folded(product.name)} & wanted)


def owns(product: Product, owned: Sequence[Product]) -> bool:
    """Return whether they have the product, or a tier above it; another product of its own tier is another product."""
    return any(each.id == product.id or (each.family == product.family and each.tier > product.tier) for each in owned)


def kind_of(product: Product, owned: Sequence[Product]) -> SuggestionKind:
    """Return whether a product is a higher tier of something owned."""
    ids = {each.id for each in owned}
    is_higher = any(each.family == product.family and each.tier < product.tier for each in owned)
    return SuggestionKind.UPSELL if is_higher or ids & set(product.upgrade_from) else SuggestionKind.CROSS_SELL


def may_be_offered(
    product: Product, owned: Sequence[Product], wanted: Sequence[Product], catalogue: Sequence[Product]
) -> bool:
    """Return whether they own nothing as high in its family, and own or are offered what it needs."""
    if owns(product, owned):
        return False
    by_id = {each.id: each for each in catalogue}
    return all(
        any(
            each.id == needed
            or (needed in by_id and each.family == by_id[needed].family and each.tier >= by_id[needed].tier)
            for each in wanted
        )
        for needed in product.requires
    )


def large_enough(
    product: Product, owned: Sequence[Product], catalogue: Sequence[Product], said: Sequence[str], language: str
) -> Product | None:
    """Return the product, or the next tier where they own it already or outgrow its ceiling; None: there is none."""
    higher = sorted(
        (each for each in catalogue if each.family == product.family and each.tier > product.tier),
        key=lambda each: each.tier,
    )
    for tier in (product, *higher):
        if not owns(tier, owned) and not is_too_small(tier, said, language):
            return tier
    return None


def line_of(product: Product, catalogue: Sequence[Product]) -> str:
    """Return a name for the products of which one is offered: the family, or the product beside others of its tier."""
    has_equals = any(
        each.family == product.family and each.tier == product.tier and each.id != product.id for each in catalogue
    )
    return product.id if has_equals or not product.family else product.family
