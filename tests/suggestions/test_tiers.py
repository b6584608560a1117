"""What a catalogue's tiers mean: higher ones hold the lower, those of one tier are different products."""

from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.suggestion import Product, SuggestionKind
from insight_desktop.suggestions.tiers import kind_of, large_enough, line_of, may_be_offered, owned_of, owns

TILL = tuple(Product(id=ProductId(f"TILL-{tier}"), name=f"Till {tier}", family="till", tier=tier) for tier in (1, 2, 3))
TEXTS, GIFTS = (Product(id=ProductId(code), name=code, family="customers") for code in ("TEXTS", "GIFTS"))
CATALOGUE = (*TILL, TEXTS, GIFTS)


def test_owned_products_are_found_by_code_or_name():
    assert owned_of(["till-1", "ｇｉｆｔｓ", "Else"], CATALOGUE) == (TILL[0], GIFTS)


def test_a_higher_tier_holds_the_lower():
    assert owns(TILL[0], [TILL[1]])
    assert not owns(TILL[2], [TILL[1]])


def test_a_product_of_the_same_tier_is_another_product():
    assert not owns(GIFTS, [TEXTS])
    assert may_be_offered(GIFTS, [TEXTS], [TEXTS], CATALOGUE)
    assert large_enough(GIFTS, [], CATALOGUE, [], "en") == GIFTS
    assert line_of(GIFTS, CATALOGUE) != line_of(TEXTS, CATALOGUE)


def test_the_next_tier_where_they_have_this_one():
    assert large_enough(TILL[0], [TILL[0]], CATALOGUE, [], "en") == TILL[1]
    assert large_enough(TILL[2], [TILL[2]], CATALOGUE, [], "en") is None
    assert large_enough(GIFTS, [GIFTS], CATALOGUE, [], "en") is None


def test_one_tier_of_a_family_is_offered():
    assert line_of(TILL[0], CATALOGUE) == line_of(TILL[2], CATALOGUE)


def test_kind():
    assert kind_of(TILL[1], [TILL[0]]) is SuggestionKind.UPSELL
    assert kind_of(GIFTS, [TEXTS]) is SuggestionKind.CROSS_SELL
