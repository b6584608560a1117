"""The minutes say nothing twice: a sentence stands under its stronger heading, with its day and its amount."""

import datetime as dt
from collections import Counter

import pytest

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import (
    BudgetFact,
    DayMeaning,
    DecisionFact,
    Facts,
    Insight,
    InsightKind,
    LabelledTurn,
    MinutesSection,
    Signal,
    SignalScore,
    TimelineFact,
)
from insight_desktop.domain.speaker import CUSTOMER
from insight_desktop.insights.codec import analysis_from_json, analysis_to_json
from insight_desktop.insights.facts import read_facts
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
    assert [line.text for line in lines] == [FINAL + " (2026/12/31(木)まで)"]


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("ja", "十月中に決めて、来年の四月から使い始めたいです。", "(2026/10/31(土)まで、2027/4/1(木)から)"),
        ("en", "Decided in October, in use from April.", "(by 31 Oct 2026, from 1 Apr 2027)"),
    ],
)
def test_a_plan_with_two_days_is_one_line(language: str, said: str, told: str) -> None:
    talk = Conversation(id="c", language=language, turns=(Turn(index=0, speaker=CUSTOMER, text=said),))
    days = ((dt.date(2027, 4, 1), DayMeaning.FROM), (dt.date(2026, 10, 31), DayMeaning.BY))
    facts = Facts(timeline=tuple(TimelineFact(turns=(0,), text=said, date=day, means=means) for day, means in days))
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


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("en", "We open in January, so it has to be there.", "in Jan 2027"),
        ("en", "It has to be there from January.", "from 1 Jan 2027"),
        ("en", "We begin on the fourth of January.", "from 4 Jan 2027"),
        ("en", "The board meets on the fourth of January and decides.", "4 Jan 2027"),
        ("en", "It has to be decided by the end of January.", "by 31 Jan 2027"),
        ("ja", "新しい店は一月からです。", "2027/1/1(金)から"),
        ("ja", "一月末までに決めたいです。", "2027/1/31(日)まで"),
        ("ja", "一月に開店します。", "2027年1月"),
        ("ja", "一月四日の役員会で決まります。", "2027/1/4(月)"),
    ],
)
def test_minutes_say_what_the_day_of_a_plan_is(language: str, said: str, told: str) -> None:
    turns = (Turn(index=0, speaker=CUSTOMER, text=said),)
    talk = Conversation(id="c", language=language, turns=turns, held_on=dt.date(2026, 11, 10))
    plan = LabelledTurn(index=0, labels=(SignalScore(signal=Signal.TIMELINE, confidence=1.0),))
    analysis = Analysis(facts=read_facts(talk, (plan,)))
    kept = analysis_from_json(analysis_to_json(talk, analysis))
    for each in (analysis, kept):
        assert f"{said} ({told})" in [line.text for line in write_minutes(talk, each)]


def test_a_plan_kept_by_an_older_program_has_its_day_alone() -> None:
    talk = Conversation(id="c", language="en", turns=(Turn(index=0, speaker=CUSTOMER, text="From April, then."),))
    plan = TimelineFact(turns=(0,), text="April", date=dt.date(2027, 4, 1), means=DayMeaning.FROM)
    data = analysis_to_json(talk, Analysis(facts=Facts(timeline=(plan,))))
    del data["facts"]["timeline"][0]["means"]

    assert analysis_from_json(data).facts.timeline[0].means is DayMeaning.ON


def test_where_nobody_speaks_the_title_is_no_purpose() -> None:
    said = (Turn(index=0, speaker=CUSTOMER, text="はい。"),)
    silent, spoken = (Conversation(id="c", language="ja", title="月次の定例", turns=turns) for turns in ((), said))

    assert write_minutes(silent, Analysis()) == ()
    assert [line.text for line in write_minutes(spoken, Analysis())] == ["月次の定例"]
