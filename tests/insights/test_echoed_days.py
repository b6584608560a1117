"""A day that the other side says again is no promise of its own; whoever does something on it promises."""

import datetime as dt

import pytest

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import LabelledTurn, Signal, SignalScore
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.insights.next_steps import read_next_steps

HELD_ON = dt.date(2026, 9, 3)


@pytest.mark.parametrize(
    ("language", "said", "answered", "promises"),
    [
        ("en", "You'll have the report by Friday.", "Friday.", 1),
        ("en", "You'll have the report by Friday.", "I'll hold you to Friday.", 1),
        ("en", "I'll send the report by the eleventh.", "That's next Friday, the eleventh?", 1),
        ("en", "You'll have the report by Friday.", "And by Friday I'll have the list of rooms for you.", 2),
        ("en", "You'll have the report by Friday.", "Monday would have been better.", 2),
        ("ja", "来週の金曜日までに報告書をお送りします。", "来週の金曜日、十一日でございますね。", 1),
        ("ja", "来週の水曜までに資料を郵送いたします。", "水曜必着でお願いします。", 1),
        ("ja", "来週の月曜に申込書をお持ちします。", "品の一覧は、私が月曜までに清書しときますよ。", 2),
        ("ja", "来週の月曜に申込書をお持ちします。", "じゃあ月曜に受付の者を集めとくよ。", 2),
    ],
)
def test_a_day_said_again_is_no_promise_of_its_own(language: str, said: str, answered: str, promises: int) -> None:
    turns = (Turn(index=0, speaker=REP, text=said), Turn(index=1, speaker=CUSTOMER, text=answered))
    talk = Conversation(id="c", language=language, turns=turns, held_on=HELD_ON)
    step = (SignalScore(signal=Signal.NEXT_STEP, confidence=0.9),)

    steps = read_next_steps(talk, [LabelledTurn(index=n, labels=step) for n in (0, 1)])

    assert len(steps) == promises
    assert steps[0].turns == ((0, 1) if promises == 1 else (0,))


def test_what_follows_an_echo_is_a_promise_of_its_own() -> None:
    said = (
        (REP, "You'll have the report by Friday."),
        (CUSTOMER, "Friday."),
        (REP, "And I'll ask the depot about the missing tags and the two broken readers."),
    )
    turns = tuple(Turn(index=n, speaker=who, text=text) for n, (who, text) in enumerate(said))
    talk = Conversation(id="c", language="en", turns=turns, held_on=HELD_ON)
    step = (SignalScore(signal=Signal.NEXT_STEP, confidence=0.9),)

    steps = read_next_steps(talk, [LabelledTurn(index=n, labels=step) for n in range(3)])

    assert [(promise.turns, promise.due) for promise in steps] == [((0, 1), dt.date(2026, 9, 4)), ((2,), None)]
