"""From scores to labels, with a reader that is no network."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.insight import Sentiment, Signal
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.insights.analyser import Analyser
from insight_desktop.insights.calibration import Calibration, LabelCalibration
from insight_desktop.insights.trained_signaller import TrainedSignaller
from insight_desktop.nlp.signals_model import SpokenTurn
from insight_desktop.nlp.turn_reader import ReadTurns

PAIN, STEP = 0, 1
CALIBRATION = Calibration(
    version="test",
    labels=tuple(
        LabelCalibration(signal=signal, slope=1.0, ngram_slope=0.0, offset=0.0, threshold=0.5)
        for signal in (Signal.PAIN, Signal.NEXT_STEP)
    ),
    sentiment_bias=(0.0, 0.0, 0.0),
    sentiment_ngrams=0.0,
    sentiment_temperature=1.0,
)


class FakeReader:
    """Finds pain and a promise in every turn; each character is a token, those of 「困」 speak for pain."""

    def __init__(self) -> None:
        self.roles: list[str] = []
        self.products = ""

    def read(self, turns: Sequence[SpokenTurn], products: str = "", **_: Any) -> ReadTurns:
        self.roles = [turn.role for turn in turns]
        self.products = products
        return ReadTurns(
            labels=np.full((len(turns), 2), 2.0),
            sentiment=np.tile([3.0, 0.0, 0.0], (len(turns), 1)),
            ngrams=np.zeros((len(turns), 5)),
            focus=tuple(np.array([[float(c == "困") for c in turn.text]] * 2) for turn in turns),
            offsets=tuple(tuple((n, n + 1) for n in range(len(turn.text))) for turn in turns),
        )


def conversation(*turns: tuple[str, str]) -> Conversation:
    """Return a conversation of (speaker, text)."""
    return Conversation(
        id="c",
        language="ja",
        turns=tuple(Turn(index=n, speaker=SpeakerLabel(who), text=text) for n, (who, text) in enumerate(turns)),
        customer=CustomerContext(current_products=("在庫アプリ", "日報")),
    )


def test_what_the_reader_has_read_is_passed_on():
    class Telling(FakeReader):
        def read(self, turns: Sequence[SpokenTurn], products: str = "", **more: Any) -> ReadTurns:
            more["advanced"](0.4)
            more["advanced"](1.0)
            return super().read(turns, products)

    told: list[float] = []
    analyser = Analyser(TrainedSignaller(Telling(), CALIBRATION))
    analyser.read(conversation(("customer", "困る")), advanced=told.append)

    assert told == pytest.approx([0.38, 0.95])


def test_the_rep_carries_promises_only():
    call = conversation(("rep", "送ります"), ("customer", "困る"))
    labelled = TrainedSignaller(FakeReader(), CALIBRATION).label(call)
    assert [[score.signal for score in turn.labels] for turn in labelled] == [
        [Signal.NEXT_STEP],
        [Signal.PAIN, Signal.NEXT_STEP],
    ]


def test_a_label_points_to_the_clause_that_carries_it():
    text = "春に倉庫を一つ増やしたところなんですが、棚卸しの数がいつも合わなくて困っております。"
    (turn,) = TrainedSignaller(FakeReader(), CALIBRATION).label(conversation(("customer", text)))
    score = turn.labels[0]
    assert text[score.start : score.end] == "棚卸しの数がいつも合わなくて困っております。"


def test_confidence_and_mood_are_probabilities():
    (turn,) = TrainedSignaller(FakeReader(), CALIBRATION).label(conversation(("customer", "困る")))
    assert turn.labels[0].confidence == pytest.approx(1 / (1 + np.exp(-2.0)))
    assert turn.sentiment is Sentiment.NEGATIVE
    assert 0.9 < turn.sentiment_confidence < 1


def test_both_readers_weigh_on_the_mood():
    """The n-gram reader's view of the mood counts as much as the calibration says."""

    class Torn(FakeReader):
        def read(self, turns: Sequence[SpokenTurn], products: str = "", **_: Any) -> ReadTurns:
            found = super().read(turns, products)
            return replace(found, ngrams=np.tile([0.0, 0.0, 0.0, 0.0, 8.0], (len(turns), 1)))

    call = conversation(("customer", "困る"))
    alone, mixed = (
        TrainedSignaller(Torn(), replace(CALIBRATION, sentiment_ngrams=weight)).label(call)[0].sentiment
        for weight in (0.0, 0.5)
    )
    assert (alone, mixed) == (Sentiment.NEGATIVE, Sentiment.POSITIVE)


def test_speakers_and_products_reach_the_reader():
    reader = FakeReader()
    TrainedSignaller(reader, CALIBRATION).label(
        conversation(("rep", "a"), ("customer", "b"), ("customer2", "c"), ("SPEAKER_01", "d"))
    )
    assert reader.roles == ["rep", "customer", "other", "unknown"]
    assert reader.products == "在庫アプリ;日報"


def test_no_turns_no_labels():
    assert TrainedSignaller(FakeReader(), CALIBRATION).label(conversation()) == ()


class Scored:
    """Reads one number from each turn: the logit of its pain."""

    def read(self, turns: Sequence[SpokenTurn], products: str = "", **_: Any) -> ReadTurns:
        del products
        labels = np.array([[float(turn.text), -9.0] for turn in turns])
        empty = np.zeros((len(turns), 5))
        return ReadTurns(
            labels=labels,
            sentiment=np.zeros((len(turns), 3)),
            ngrams=empty,
            focus=tuple(np.zeros((2, 0)) for _ in turns),
            offsets=((),) * len(turns),
        )


@pytest.mark.parametrize(
    ("logits", "given"),
    [
        (["-1", "0.5", "-3"], [True, True, False]),
        (["-1", "-0.2", "-3"], [False, False, False]),
    ],
)
def test_a_label_goes_on_below_its_threshold_only_beside_a_sure_turn(logits: list[str], given: list[bool]) -> None:
    pain, step = CALIBRATION.labels
    twofold = replace(CALIBRATION, labels=(replace(pain, within=0.2), step))
    turns = tuple(Turn(index=n, speaker=SpeakerLabel("customer"), text=text) for n, text in enumerate(logits))
    found = TrainedSignaller(Scored(), twofold).label(Conversation(id="t", language="en", turns=turns))
    assert [any(score.signal is Signal.PAIN for score in turn.labels) for turn in found] == given


def test_a_sure_turn_of_the_rep_lowers_nothing() -> None:
    pain, step = CALIBRATION.labels
    twofold = replace(CALIBRATION, labels=(replace(pain, within=0.2), step))
    turns = (
        Turn(index=0, speaker=SpeakerLabel("rep"), text="3"),
        Turn(index=1, speaker=SpeakerLabel("customer"), text="-1"),
    )
    found = TrainedSignaller(Scored(), twofold).label(Conversation(id="t", language="en", turns=turns))
    assert [turn.labels for turn in found] == [(), ()]
