"""What is weighed of each product, and what the shipped weights make of it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import (
    Insight,
    InsightKind,
    LabelledTurn,
    NextStep,
    Owner,
    Sentiment,
    Signal,
    SignalScore,
)
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.domain.suggestion import Product
from insight_desktop.suggestions.matching import UNLIKELY, propose
from insight_desktop.suggestions.mentions import mentions
from insight_desktop.suggestions.offer_evidence import FIGURES, Evidence, evidence_of
from insight_desktop.suggestions.offer_model import OfferModel, shipped_model
from insight_desktop.suggestions.problem_table import ProblemTable

NOTHING = Evidence(**dict.fromkeys(FIGURES, 0.0))
NEAR = replace(NOTHING, best=0.6, widest_margin=0.2, margin=0.2, votes=1.0, pain=1.0, problems=3.0, tier=1.0)
NAMED = replace(NEAR, by_rep=1.0, share_by_rep=1.0, named=1.0, after_problem=1.0)

ROTA, BADGE, ROTA_2 = (
    Product(id=ProductId(name), name=f"Acme {name}", family=family, tier=tier, solves=(told,))
    for name, family, tier, told in (
        ("Rota", "rota", 1, "shifts by hand"),
        ("Badge", "badge", 1, "pages left lying"),
        ("Planner", "rota", 2, "several sites"),
    )
)
CATALOGUE = (ROTA, BADGE, ROTA_2)
TURNS = (
    (CUSTOMER, "We write the shifts by hand."),
    (REP, "There is Rota for that."),
    (CUSTOMER, "Nice, what does it cost?"),
    (REP, "And Badge, would you need that?"),
    (CUSTOMER, "No, we're fine."),
    (REP, "I'll send you the price of Rota."),
)
LABELS = {0: Signal.PAIN, 2: Signal.BUYING_SIGNAL, 5: Signal.NEXT_STEP}


def talk(*turns: tuple[str, str]) -> Conversation:
    said = tuple(Turn(index=n, speaker=who, text=text) for n, (who, text) in enumerate(turns))
    return Conversation(id="c", language="en", turns=said, customer=CustomerContext())


def evidence(owned: tuple[Product, ...] = ()) -> dict[str, Evidence]:
    call = talk(*TURNS)
    pain = Insight(kind=InsightKind.PAIN, turns=(0,), summary="shifts by hand")
    analysis = Analysis(
        turns=tuple(
            LabelledTurn(
                index=turn,
                labels=(SignalScore(signal=signal, confidence=1.0),),
                sentiment=Sentiment.POSITIVE if turn == 2 else Sentiment.NEUTRAL,
            )
            for turn, signal in LABELS.items()
        ),
        insights=(pain,),
        next_steps=(NextStep(turns=(5,), owner=Owner.REP, what="the price"),),
    )
    scores = np.array([[0.7, 0.1, 0.4]])
    table = ProblemTable(
        problems=(pain,), products=CATALOGUE, near=scores, scores=scores, phrases=(("a", "b", "c"),),
        waved_off=np.array([0.0, 0.6, 0.0]),
    )  # fmt: skip
    fitting = [None if product in owned else product for product in CATALOGUE]
    found = evidence_of(call, analysis, table, fitting, owned, mentions(call, analysis, CATALOGUE))
    return {product.name.split()[1]: each for product, each in zip(CATALOGUE, found, strict=True)}


def test_what_was_voiced():
    found = evidence()
    rota, badge = found["Rota"], found["Badge"]
    assert (rota.best, rota.second, rota.votes, rota.rank) == (0.7, 0.0, 1.0, 0.0)
    assert rota.margin == rota.widest_margin == pytest.approx(0.3)
    assert (badge.margin, badge.rank, badge.votes) == (pytest.approx(-0.6), 2.0, 0.0)
    assert (rota.pain, badge.pain, rota.turns_voiced, badge.near_denial) == (1.0, 0.0, 1.0, 0.6)


def test_who_names_it_and_how_it_is_taken():
    found = evidence()
    rota, badge = found["Rota"], found["Badge"]
    assert (rota.named, rota.after_problem, rota.asked, badge.asked) == (2.0, 2.0, 0.0, 1.0)
    assert (rota.leaned, rota.liked, rota.denied, rota.promised) == (1.0, 1.0, 0.0, 1.0)
    assert (badge.leaned, badge.denied, badge.waved_off, badge.promised) == (0.0, 1.0, 1.0, 0.0)
    assert (rota.named_first, rota.others_named, badge.others_named) == (pytest.approx(1 / 6), 1.0, 1.0)
    assert (found["Planner"].family_named, found["Planner"].named, rota.none_named) == (1.0, 0.0, 0.0)


def test_where_it_stands_in_the_catalogue():
    assert (evidence()["Planner"].skips, evidence()["Planner"].higher) == (1.0, 0.0)
    planner = evidence((ROTA,))["Planner"]
    assert (planner.skips, planner.higher, planner.has_family, planner.tier) == (0.0, 1.0, 1.0, 2.0)


def test_weights_are_read_from_their_file():
    model = OfferModel.from_text('{"weights": {"best": 2.0}, "offset": -1.2, "enough": 0.5}')
    assert model.confidence(NEAR) == pytest.approx(0.5)


FIGURE = st.floats(0, 2)


@given(st.builds(Evidence, **dict.fromkeys(FIGURES, FIGURE)), st.data())
def test_a_denial_more_never_makes_an_offer_surer_and_a_nearer_problem_never_less_sure(found: Evidence, data):
    confidence = shipped_model().confidence
    against = data.draw(st.sampled_from(["waved_off", "denied", "near_denial", "rank"]))
    speaking = data.draw(st.sampled_from(["best", "votes", "welcomed", "leaned", "liked", "promised", "margin"]))
    assert confidence(replace(found, **{against: getattr(found, against) + 1})) <= confidence(found)
    assert confidence(replace(found, **{speaking: getattr(found, speaking) + 1})) >= confidence(found)


def test_what_the_shipped_weights_say():
    model = shipped_model()
    assert set(model.weights) == set(FIGURES)
    assert model.confidence(NEAR) < model.enough <= model.confidence(replace(NAMED, leaned=1.0, welcomed=1.0))
    assert model.confidence(replace(NAMED, waved_off=1.0, denied=1.0)) < model.enough
    assert model.confidence(NOTHING) < UNLIKELY


class Alike:
    """Takes all texts for alike: what is said decides nothing, who names what does."""

    def encode(self, texts):
        return np.ones((len(texts), 8), dtype=np.float32) / np.sqrt(8)


def offered(*turns: tuple[str, str]) -> list[str]:
    call = talk(*turns)
    pain = Insight(kind=InsightKind.PAIN, turns=(0,), summary=call.turns[0].text)
    told = LabelledTurn(index=0, labels=(SignalScore(signal=Signal.PAIN, confidence=1.0),))
    analysis = Analysis(turns=(told,), insights=(pain,))
    return [each.product for each in propose(call, analysis, (ROTA, BADGE), Alike())]


SHIFTS = (CUSTOMER, "We write the shifts by hand, all shifts, by hand.")


def test_what_the_rep_names_for_the_problem_is_offered_and_what_was_waved_off_is_not():
    assert offered(SHIFTS, (REP, "There is Acme Rota for that."), (CUSTOMER, "I see.")) == ["Rota"]
    assert offered(SHIFTS, (REP, "There is Rota for that."), (CUSTOMER, "No, we're fine.")) == []
