"""A promise whose day does not suit is one promise, with the day that was agreed on in the end."""
# ruff: noqa: E501 -- tables of sentences

import datetime as dt

import pytest

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import LabelledTurn, Signal, SignalScore
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.insights.next_steps import read_next_steps

HELD_ON = dt.date(2026, 9, 3)
PROMISE = LabelledTurn(index=0, labels=(SignalScore(signal=Signal.NEXT_STEP, confidence=0.9),))

CALLS = [
    ("ja", ["木曜に私が伺って記録を取り直します。", "木曜は仕出しが入ってるからなあ。", "では金曜の昼では。"], ["2026-09-04"]),
    ("ja", ["十五日の火曜に持ってきます。", "その日は砂を入れるからダメ。", "じゃあ二十四日の朝に。"], ["2026-09-24"]),
    ("en", ["I'll come by on Monday.", "Monday's no good, we're closed.", "Then I'll come on Tuesday."], ["2026-09-08"]),
    # two promises: nothing is said against the first
    ("ja", ["木曜に見積もりをお送りします。", "はい、お願いします。", "では金曜に見本を持って伺います。"], ["2026-09-10", "2026-09-04"]),
    ("en", ["I'll have a tech there Monday.", "Monday the seventh, good.", "And I'll call you by Friday."], ["2026-09-07", "2026-09-04"]),
    # the day does not suit, but what follows opens something else
    ("ja", ["木曜に見積もりをお送りします。", "木曜は忙しいなあ。", "見本は金曜に持って伺います。"], ["2026-09-10", "2026-09-04"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "texts", "dues"), CALLS, ids=[texts[-1] for _, texts, _ in CALLS])
def test_promises_after_a_day_did_not_suit(language: str, texts: list[str], dues: list[str]) -> None:
    turns = tuple(
        Turn(index=n, speaker=SpeakerLabel(who), text=text)
        for n, (who, text) in enumerate(zip(("rep", "customer", "rep"), texts, strict=True))
    )
    labelled = (PROMISE, LabelledTurn(index=1), LabelledTurn(index=2, labels=PROMISE.labels))
    steps = read_next_steps(Conversation(id="c", language=language, turns=turns, held_on=HELD_ON), labelled)
    assert [str(step.due) for step in steps] == dues


def test_the_day_that_was_asked_for_is_the_due_date() -> None:
    turns = (
        Turn(index=0, speaker=SpeakerLabel("customer"), text="明日の朝、何時だ。"),
        Turn(index=1, speaker=SpeakerLabel("rep"), text="六時に伺います。"),
    )
    call = Conversation(id="c", language="ja", turns=turns, held_on=HELD_ON)
    (step,) = read_next_steps(call, (LabelledTurn(index=0), LabelledTurn(index=1, labels=PROMISE.labels)))
    assert step.due == dt.date(2026, 9, 4)
