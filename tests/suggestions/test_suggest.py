"""From an analysed conversation to proposals: only what was voiced, never what they own, nothing on hold."""

from dataclasses import replace

import numpy as np

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import Insight, InsightKind, LabelledTurn, Sentiment, Signal, SignalScore
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.domain.suggestion import Product, SuggestionKind, Timing
from insight_desktop.suggestions.matching import overlap, propose
from insight_desktop.suggestions.suggest import NOTHING_FITS, suggest


class Letters:
    """Counts letters: texts alike in letters are alike in meaning."""

    def encode(self, texts):
        rows = np.zeros((len(texts), 8), dtype=np.float32)
        return rows + 1 / np.sqrt(8)


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
    (proposed,) = propose(conversation(), ANALYSIS.insights, CATALOGUE, Letters())
    assert (proposed.product, proposed.kind, proposed.because) == ("DESK-2", SuggestionKind.UPSELL, (1,))
    assert proposed.solves == "agent limit reached"


def test_owned_and_lower_products_are_never_offered():
    owner = replace(conversation(), customer=CustomerContext(current_products=("DESK-2",)))
    assert propose(owner, ANALYSIS.insights, CATALOGUE, Letters()) == ()


def test_product_whose_base_is_missing_is_not_offered():
    night = (pain("night enquiries at night"),)
    assert "BOT" not in {each.product for each in propose(conversation(), night, CATALOGUE, Letters())}


def test_praise_is_no_reason_to_offer():
    told = (pain(kind=InsightKind.SUCCESS),)
    assert propose(conversation(), told, CATALOGUE, Letters()) == ()


def test_hypothesis_is_no_reason_to_offer():
    implied = (replace(pain(), hypothesis=True),)
    assert propose(conversation(), implied, CATALOGUE, Letters()) == ()


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
