"""From an analysed conversation to proposals: only what was voiced, never what they own, nothing on hold."""

from dataclasses import replace

import numpy as np
import pytest

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import Insight, InsightKind, LabelledTurn, Sentiment, Signal, SignalScore
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.domain.suggestion import Product, SuggestionKind, Timing
from insight_desktop.suggestions.matching import PLAIN, Call, propose, side_by_side
from insight_desktop.suggestions.nearness import overlap
from insight_desktop.suggestions.problem_table import Match
from insight_desktop.suggestions.reasons import NOTHING_FITS
from insight_desktop.suggestions.suggest import suggest


class Letters:
    """Counts letters: texts alike in letters are alike in meaning."""

    def encode(self, texts):
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for pair in zip(text.casefold(), text.casefold()[1:], strict=False):
                row[hash_of(pair)] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def hash_of(pair):
    return (31 * ord(pair[0]) + ord(pair[1])) % 64


def a_product(code, family, tier=1, solves=(), **changes: object):
    return Product(id=ProductId(code), name=code, family=family, tier=tier, solves=solves, **changes)


CATALOGUE = (
    a_product("DESK-1", "desk", 1, ("shared mailbox chaos",)),
    a_product("DESK-2", "desk", 2, ("agent limit reached",)),
    a_product("BOT", "bot", 1, ("night enquiries",), requires=(ProductId("KB"),)),
    a_product("KB", "kb", 1, ("same questions asked again",)),
)
TURNS = (
    Turn(index=0, speaker=REP, text="How is it going?"),
    Turn(index=1, speaker=CUSTOMER, text="We reached the agent limit and new colleagues wait."),
    Turn(index=2, speaker=CUSTOMER, text="Please send a quote."),
)


def conversation(**customer: object):
    context = CustomerContext(current_products=("DESK-1",), **customer)
    return Conversation(id="c", language="en", turns=TURNS, customer=context)


def labelled(index, signal, mood=Sentiment.NEUTRAL):
    return LabelledTurn(index=index, labels=(SignalScore(signal=signal, confidence=1.0),), sentiment=mood)


def pain(text="We reached the agent limit", turn=1, kind=InsightKind.PAIN):
    return Insight(kind=kind, turns=(turn,), summary=text)


ANALYSIS = Analysis(
    turns=(labelled(1, Signal.PAIN, Sentiment.NEGATIVE), labelled(2, Signal.BUYING_SIGNAL)), insights=(pain(),)
)


def test_higher_tier_is_an_upsell_with_the_customers_words():
    (proposed,) = propose(conversation(), ANALYSIS, CATALOGUE, Letters())
    assert (proposed.product, proposed.kind, proposed.because) == ("DESK-2", SuggestionKind.UPSELL, (1,))
    assert proposed.solves == "agent limit reached"


def test_owned_and_lower_products_are_never_offered():
    owner = replace(conversation(), customer=CustomerContext(current_products=("DESK-2",)))
    assert propose(owner, ANALYSIS, CATALOGUE, Letters()) == ()


def test_product_whose_base_is_missing_is_not_offered():
    night = (pain("night enquiries at night"),)
    assert "BOT" not in {
        each.product for each in propose(conversation(), Analysis(insights=night), CATALOGUE, Letters())
    }


def test_praise_is_no_reason_to_offer():
    told = (pain(kind=InsightKind.SUCCESS),)
    assert propose(conversation(), Analysis(insights=told), CATALOGUE, Letters()) == ()


def test_hypothesis_is_no_reason_to_offer():
    implied = (replace(pain(), hypothesis=True),)
    assert propose(conversation(), Analysis(insights=implied), CATALOGUE, Letters()) == ()


def test_offer_now():
    found = suggest(conversation(), ANALYSIS, CATALOGUE, Letters())
    assert Timing.NOW is found.timing
    assert found.proposed
    assert found.timing_why.endswith(".")


def test_nothing_is_offered_on_hold():
    angry = replace(ANALYSIS, turns=(labelled(1, Signal.PAIN), labelled(2, Signal.DISSATISFACTION, Sentiment.NEGATIVE)))
    found = suggest(conversation(nps=2), angry, CATALOGUE, Letters())
    assert (found.timing, found.proposed) == (Timing.HOLD, ())


def test_nothing_that_fits_is_said_and_nothing_is_offered():
    found = suggest(conversation(), ANALYSIS, CATALOGUE[:1], Letters())
    assert (found.proposed, found.reasons[-1].code) == ((), NOTHING_FITS)


def test_timing_needs_no_catalogue():
    assert Timing.NOW is suggest(conversation(), ANALYSIS, (), None).timing


def test_words_in_common():
    assert overlap("agent limit reached", "we reached the limits of agents") == 1.0
    assert overlap("契約書の保管", "契約書をどこに保管したか") == 1.0
    assert overlap("残業", "名刺") == 0.0


def test_product_is_offered_together_with_what_it_needs():
    both = Analysis(insights=(pain("night enquiries at night"), pain("the same questions asked again and again")))
    empty = replace(conversation(), turns=(replace(TURNS[1], text="Ah."), replace(TURNS[1], index=1, text="Ah.")))
    assert {each.product for each in propose(empty, both, CATALOGUE, Letters())} == {"BOT", "KB"}


def test_tier_that_is_too_small_gives_way_to_the_next():
    small = replace(CATALOGUE[0], limits=(("users", 10.0),))
    told = replace(TURNS[1], text="Our shared mailbox is chaos with 24 people in it.")
    new = replace(conversation(), turns=(TURNS[0], told), customer=CustomerContext())
    found = propose(new, Analysis(insights=(pain(told.text),)), (small, *CATALOGUE[1:]), Letters())
    assert [each.product for each in found] == ["DESK-2"]


def test_problem_that_was_waved_off_is_no_reason():
    turns = (
        replace(TURNS[0], text="Are the same questions asked again?"),
        Turn(index=1, speaker=CUSTOMER, text="No, the same questions are not asked again."),
        Turn(index=2, speaker=REP, text="I see."),
        Turn(index=3, speaker=REP, text="Then what else?"),
        Turn(index=4, speaker=CUSTOMER, text="Questions get asked."),
    )
    denying = replace(conversation(), turns=turns)
    told = Analysis(insights=(pain("questions get asked", turn=4),))
    assert propose(denying, told, CATALOGUE, Letters()) == ()
    agreeing = replace(denying, turns=(turns[0], replace(turns[1], text="Yes."), *turns[2:]))
    assert [each.product for each in propose(agreeing, told, CATALOGUE, Letters())] == ["KB"]


DESK, BOT, KB = CATALOGUE[1:]
WEAK = PLAIN - 0.05
TOLD_TWICE = (0.5, 0.4)


def matched(product, scores):
    matches = tuple(
        Match(product=product, phrase="", insight=pain(turn=turn), score=score) for turn, score in enumerate(scores)
    )
    return Call(product=product, matches=matches, confidence=0.9)


@pytest.mark.parametrize(
    ("ranked", "offered"),
    [
        pytest.param([matched(DESK, TOLD_TWICE), matched(KB, [WEAK])], [DESK], id="gives way to what answers several"),
        pytest.param([matched(DESK, TOLD_TWICE), matched(KB, [PLAIN])], [DESK, KB], id="is called for plainly"),
        pytest.param([matched(DESK, [0.5]), matched(KB, [WEAK])], [DESK, KB], id="neither answers several"),
        pytest.param([matched(BOT, TOLD_TWICE), matched(KB, [WEAK])], [BOT, KB], id="is needed by the other"),
        pytest.param([matched(KB, TOLD_TWICE), matched(BOT, [WEAK])], [KB, BOT], id="needs the other"),
    ],
)
def test_a_lone_weak_problem_beside_one_that_is_told_twice(ranked, offered):
    assert [call.product for call in side_by_side(ranked, (), CATALOGUE)] == offered


def test_an_add_on_to_what_they_own_already_gives_way_as_well():
    better = replace(KB, id=ProductId("KB-2"), tier=2)
    found = side_by_side([matched(better, TOLD_TWICE), matched(BOT, [WEAK])], (KB,), (*CATALOGUE, better))
    assert [call.product for call in found] == [better]
