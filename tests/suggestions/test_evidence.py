"""A complaint that was settled within the call, and one that was not."""

import pytest

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.insight import LabelledTurn, Sentiment, Signal, SignalScore
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.suggestions.cues import Cue
from insight_desktop.suggestions.evidence import read_signals
from insight_desktop.suggestions.packs import SUBSCRIPTION

LENGTH = 50


def found(
    *complaints: int, pleased: tuple[int, ...] = (30,), nps: int | None = 7, length: int = LENGTH
) -> dict[Cue, list[int]]:
    """Return the cues of a call in which every odd turn is the customer's, with their turns."""
    turns = tuple(Turn(index=n, speaker=CUSTOMER if n % 2 else REP, text="…") for n in range(length))
    labelled = tuple(
        LabelledTurn(
            index=n,
            labels=(SignalScore(signal=Signal.DISSATISFACTION, confidence=1.0),) if n in complaints else (),
            sentiment=Sentiment.POSITIVE if n in pleased else Sentiment.NEUTRAL,
        )
        for n in range(length)
    )
    call = Conversation(id="c", language="en", turns=turns, customer=CustomerContext(nps=nps))
    cues: dict[Cue, list[int]] = {}
    for signal in read_signals(call, Analysis(turns=labelled), SUBSCRIPTION):
        cues.setdefault(signal.cue, []).append(signal.turn)
    return cues


def test_early_complaint_that_is_not_heard_again_is_settled_with_its_words():
    assert found(3, 5, pleased=(31,)) == {Cue.SETTLED: [3, 5]}


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(found(3, 25, pleased=(31,)), id="heard again later"),
        pytest.param(found(3, pleased=()), id="nobody is pleased"),
        pytest.param(found(3, pleased=(1,)), id="they were pleased before it"),
        pytest.param(found(3, pleased=(30,)), id="only the rep is pleased"),
        pytest.param(found(3, pleased=(31,), nps=5), id="a detractor by far"),
        pytest.param(found(3, pleased=(15,), length=20), id="a short call"),
    ],
)
def test_complaint_that_is_not_settled(told):
    assert Cue.DISSATISFACTION in told
    assert Cue.SETTLED not in told
