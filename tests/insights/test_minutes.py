"""The minutes say nothing twice: a sentence stands under its stronger heading, with its day and its amount."""

import datetime as dt
from collections import Counter

import pytest

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import (
    BudgetFact,
    DecisionFact,
    Facts,
    Insight,
    InsightKind,
    MinutesSection,
    TimelineFact,
)
from insight_desktop.domain.speaker import CUSTOMER
from insight_desktop.insights.minutes import write_minutes
from insight_desktop.insights.minutes_drafts import Draft, said_once

FINAL = "最終的には役員会で十二月末までに決めることになります。"
MONEY = "年間で三百万円くらいまでなら、私の裁量で動けます。"


def test_a_decision_with_a_day_is_one_line_and_keeps_the_day() -> None:
    talk = Conversation(id="c", language="ja", turns=(Turn(index=0, speaker=CUSTOMER, text=FINAL),))
    facts = Facts(
        decision=(DecisionFact(turns=(0,), text=FINAL),),
        timeline=(TimelineFact(turns=(0,), text="十二月末まで", date=dt.date(2026, 12, 31)),),
    )
    lines = [line for line in write_minutes(talk, Analysis(facts=facts)) if line.section is MinutesSection.DECISIONS]
    assert [line.text for line in lines] == [FINAL + " (〜2026/12/31(木))"]


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("ja", "十月中に決めて、来年の四月から使い始めたいです。", "(〜2026/10/31(土)、〜2027/4/1(木))"),
        ("en", "Decided in October, in use from April.", "(by 31 Oct 2026, 1 Apr 2027)"),
    ],
)
def test_a_plan_with_two_days_is_one_line(language: str, said: str, told: str) -> None:
    talk = Conversation(id="c", language=language, turns=(Turn(index=0, speaker=CUSTOMER, text=said),))
    days = (dt.date(2027, 4, 1), dt.date(2026, 10, 31))
    facts = Facts(timeline=tuple(TimelineFact(turns=(0,), text=said, date=day) for day in days))
    lines = [line for line in write_minutes(talk, Analysis(facts=facts)) if line.section is MinutesSection.DECISIONS]
    assert [line.text for line in lines] == [f"{said} {told}"]


def test_an_amount_does_not_repeat_the_line_above() -> None:
    talk = Conversation(id="c", language="ja", turns=(Turn(index=0, speaker=CUSTOMER, text=MONEY),))
    facts = Facts(
        decision=(DecisionFact(turns=(0,), text=MONEY),),
        budget=(BudgetFact(turns=(0,), amount=3e6, currency="JPY", per="year"),),
    )
    lines = write_minutes(talk, Analysis(facts=facts))
    assert [line.text for line in lines if line.section is MinutesSection.NUMBERS] == ["予算 3,000,000円/年"]
    assert sum(MONEY in line.text for line in lines) == 1


def test_an_amount_alone_is_quoted() -> None:
    talk = Conversation(id="c", language="ja", turns=(Turn(index=0, speaker=CUSTOMER, text=MONEY),))
    facts = Facts(budget=(BudgetFact(turns=(0,), amount=3e6, currency="JPY", per="year"),))
    lines = write_minutes(talk, Analysis(facts=facts))
    assert [line.text for line in lines if line.section is MinutesSection.NUMBERS] == [f"予算 3,000,000円/年 — {MONEY}"]


def test_two_sentences_of_one_turn_both_stay() -> None:
    talk = Conversation(
        id="c", language="en", turns=(Turn(index=0, speaker=CUSTOMER, text="It is slow. I decide it."),)
    )
    analysis = Analysis(
        insights=(Insight(kind=InsightKind.PAIN, turns=(0,), summary="It is slow."),),
        facts=Facts(decision=(DecisionFact(turns=(0,), text="I decide it."),)),
    )
    assert Counter(line.section for line in write_minutes(talk, analysis)) == {
        MinutesSection.PAINS: 1,
        MinutesSection.DECISIONS: 1,
    }


def test_the_same_words_of_another_turn_stay() -> None:
    drafts = [Draft(section=MinutesSection.PAINS, said="It is very slow.", turns=(place,)) for place in (0, 1)]
    assert said_once(drafts) == drafts
