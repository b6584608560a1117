"""What is weighed where the rep speaks of products, and what the shipped weights make of it."""

from dataclasses import replace

import numpy as np
import pytest

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import Insight, InsightKind
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.domain.suggestion import Product
from insight_desktop.suggestions.matching import propose
from insight_desktop.suggestions.mentions import Mention
from insight_desktop.suggestions.offer_model import Evidence, OfferModel, evidence_of, shipped_model

NEAR = Evidence(best=0.6, votes=1.0, higher=0.0, whole=0.0, by_rep=0.0, share_by_rep=0.0, welcomed=0.0, waved_off=0.0)
NAMED = replace(NEAR, by_rep=1.0, share_by_rep=1.0)


def test_evidence_of_each_product():
    scores = np.array([[0.7, 0.2], [0.5, 0.4], [0.1, 0.3]])
    first, second = evidence_of(scores, [False, True], [Mention(by_rep=2, welcomed=True), Mention(waved_off=1)])
    assert first == Evidence(
        best=0.7, votes=2.0, higher=0.0, whole=0.0, by_rep=2.0, share_by_rep=0.0, welcomed=1.0, waved_off=0.0
    )
    assert (second.best, second.votes, second.higher, second.waved_off) == (0.4, 1.0, 1.0, 1.0)


def test_weights_are_read_from_their_file():
    model = OfferModel.from_text('{"weights": {"best": 2.0}, "offset": -1.2, "enough": 0.5}')
    assert model.confidence(NEAR) == pytest.approx(0.5)


def test_what_the_shipped_weights_say():
    confidence = shipped_model().confidence
    assert confidence(NAMED) > confidence(NEAR)
    assert confidence(replace(NAMED, welcomed=1.0)) > confidence(NAMED)
    assert confidence(replace(NAMED, waved_off=1.0)) < confidence(NAMED)
    assert confidence(replace(NAMED, best=0.2)) < confidence(NAMED)
    assert confidence(replace(NAMED, votes=0.0)) < confidence(NAMED)
    assert set(shipped_model().weights) == set(Evidence.__dataclass_fields__)


class Alike:
    """Takes all texts for alike: what is said decides nothing, who names what does."""

    def encode(self, texts):
        return np.ones((len(texts), 8), dtype=np.float32) / np.sqrt(8)


ROTA, BADGE = (
    Product(id=ProductId(name), name=f"Acme {name}", family=name, solves=(told,))
    for name, told in (("Rota", "shifts by hand"), ("Badge", "pages left lying"))
)


def offered(*turns: tuple[str, str]) -> list[str]:
    said = tuple(Turn(index=n, speaker=who, text=text) for n, (who, text) in enumerate(turns))
    call = Conversation(id="c", language="en", turns=said, customer=CustomerContext())
    pain = Insight(kind=InsightKind.PAIN, turns=(0,), summary=said[0].text)
    return [each.product for each in propose(call, Analysis(insights=(pain,)), (ROTA, BADGE), Alike())]


SHIFTS = (CUSTOMER, "We write the shifts by hand, all shifts, by hand.")


def test_what_the_rep_names_for_the_problem_is_offered_and_what_was_waved_off_is_not():
    assert offered(SHIFTS, (REP, "There is Acme Rota for that."), (CUSTOMER, "I see.")) == ["Rota"]
    assert offered(SHIFTS, (REP, "There is Rota for that."), (CUSTOMER, "No, we're fine.")) == []
