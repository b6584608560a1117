"""Names of other vendors that the trained reader marks, widened to whole words and weighed with their wording."""

import numpy as np
import pytest

from insight_desktop.domain.insight import VendorMark
from insight_desktop.insights.competitors import competitors
from insight_desktop.insights.trained_signaller import vendor_marks, whole_word
from tests.insights.held_out import conversation_of


@pytest.mark.parametrize(
    ("text", "token", "expected"),
    [
        ("we looked at BrightWire too", (16, 20), "BrightWire"),
        ("we looked at BrightWire too", (12, 18), "BrightWire"),
        ("ナースプランが来ました", (1, 6), "ナースプラン"),
        ("北斗警備さん", (0, 2), "北斗"),
    ],
    ids=["inside a word", "space before it", "inside katakana", "kanji are left alone"],
)
def test_token_is_widened_to_its_word(text: str, token: tuple[int, int], expected: str) -> None:
    start, end = whole_word(text, *token)
    assert text[start:end] == expected


def test_marks_join_neighbours_and_need_one_sure_token() -> None:
    text = "from Torrens Mobile, not Acme"
    offsets = ((0, 4), (4, 12), (12, 19), (19, 20), (20, 24), (24, 29))
    logits = np.array([-6.0, 2.0, -0.5, -6.0, -6.0, -0.5])

    assert vendor_marks(text, logits, offsets) == (VendorMark(text="Torrens Mobile", strength=2.0),)


def test_marked_name_without_any_wording_is_a_competitor() -> None:
    call = conversation_of("ja", [("customer", "いまは寺務の友なんで、まあ、それで足りとるんです。")])
    mark = VendorMark(text="寺務の友", strength=2.5)

    (found,) = competitors(call, [0], marked={0: (mark,)})

    assert (found.name, found.turns) == ("寺務の友", (0,))


def test_marked_word_of_a_longer_name_gives_the_whole_name() -> None:
    call = conversation_of("en", [("customer", "We had a quote from Harcourt Pell last week.")])

    (found,) = competitors(call, [0], marked={0: (VendorMark(text="Harcourt", strength=1.5),)})

    assert found.name == "Harcourt Pell"


def test_our_own_product_is_no_competitor_even_if_marked() -> None:
    call = conversation_of("en", [("customer", "And then there's FleetPilot, of course.")])

    assert competitors(call, [0], marked={0: (VendorMark(text="FleetPilot", strength=3.0),)}, ours=["FleetPilot"]) == ()
