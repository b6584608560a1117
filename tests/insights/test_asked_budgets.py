"""What answers the question for money is a budget, label or not; other questions make none."""

import pytest

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.speaker import CUSTOMER, REP, SpeakerLabel
from insight_desktop.insights.facts import read_facts

ASKED = [
    ("en", "And is there a budget for this year?", "Nothing, this year. It's gone. The lift had it.", [0]),
    ("en", "Is there money there?", "The roof's coming in. No. There's not a bean.", [0]),
    ("en", "Right. And what would you put to it, then?", "Two thousand for the year, I'd say.", [2_000]),
    ("en", "Is there a number you'd be comfortable with?", "Oh look, forty grand a year.", [40_000]),
    ("en", "And what does a breakdown cost?", "Two thousand for the year, I'd say.", []),
    ("en", "Is there a budget for this year?", "Ask my brother, he has the book.", []),
    ("ja", "ご予算のほうは。", "三十万円くらいですね。", [300_000]),
    ("ja", "残りはおいくらほど。", "ゼロ、なんです。夏の講習で、きれいに使い切ってしまいまして。", [0]),
    ("ja", "六千個の廃棄はおいくらでしたか。", "材料と手間で七十万円です。", []),
    ("ja", "ご予算のほうは。", "それは社長に聞いてください。", []),
]


def _amounts(language: str, *said: tuple[SpeakerLabel, str]) -> list[float | None]:
    turns = tuple(Turn(index=n, speaker=who, text=text) for n, (who, text) in enumerate(said))
    facts = read_facts(Conversation(id="c", language=language, turns=turns), ())
    return [budget.amount for budget in facts.budget]


@pytest.mark.parametrize(("language", "asked", "answered", "amounts"), ASKED)
def test_an_answer_to_the_question_for_money_is_a_budget(
    language: str, asked: str, answered: str, amounts: list[float]
) -> None:
    assert _amounts(language, (REP, asked), (CUSTOMER, answered)) == amounts


@pytest.mark.parametrize(("language", "asked", "answered", "_amounts_told"), ASKED[:4])
def test_the_same_words_without_the_question_are_none(
    language: str, asked: str, answered: str, _amounts_told: list[float]
) -> None:
    assert _amounts(language, (CUSTOMER, asked), (CUSTOMER, answered)) == []
    assert _amounts(language, (REP, asked), (REP, answered)) == []
