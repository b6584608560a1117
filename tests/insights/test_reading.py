"""From labelled turns to facts, promises, insights and minutes."""

import datetime as dt
import itertools
import sys
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import (
    InsightKind,
    LabelledTurn,
    MinutesSection,
    Owner,
    Sentiment,
    Signal,
    SignalScore,
)
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.insights import codec
from insight_desktop.insights.analyser import Analyser
from insight_desktop.insights.merging import groups
from insight_desktop.insights.metrics import measure
from insight_desktop.insights.money import budget_of
from insight_desktop.insights.tone import tone_of

HELD_ON = dt.date(2026, 9, 3)
Said = tuple[str, str, tuple[Signal, ...]]

CALL: tuple[Said, ...] = (
    ("rep", "本日は発注業務の件でお話を伺いに参りました。", ()),
    ("customer", "えーと、発注は今、二人で手入力してまして、毎日二時間かかってるんです。", (Signal.PAIN,)),
    ("rep", "毎日ですか。", ()),
    ("customer", "ええ、手入力だから打ち間違いも多くて。", (Signal.PAIN,)),
    ("rep", "ほかの会社さんもご検討ですか。", ()),
    ("customer", "タナベシステムさんにも見積もりをもらってます。", (Signal.COMPETITOR,)),
    ("customer", "予算は月五万円まで、年内には決めたいです。", (Signal.BUDGET, Signal.TIMELINE)),
    ("customer", "決めるのは社長と私です。基幹との連携はできますか？", (Signal.DECISION,)),
    ("rep", "確認しまして、来週の水曜までにお見積もりをお送りします。", (Signal.NEXT_STEP,)),
    ("customer", "こちらは商品マスタを明日お送りします。", (Signal.NEXT_STEP,)),
)


class Told:
    """Labels as the test says."""

    def __init__(self, call: tuple[Said, ...]) -> None:
        self.call = call

    def label(self, conversation: Conversation, **_: Any) -> tuple[LabelledTurn, ...]:
        assert len(conversation.turns) == len(self.call)
        return tuple(
            LabelledTurn(index=n, labels=tuple(SignalScore(signal=s, confidence=0.9) for s in signals))
            for n, (_, _, signals) in enumerate(self.call)
        )


def a_conversation(call: tuple[Said, ...] = CALL, language: str = "ja") -> Conversation:
    turns = tuple(Turn(index=n, speaker=SpeakerLabel(who), text=text) for n, (who, text, _) in enumerate(call))
    return Conversation(id="c", language=language, turns=turns, held_on=HELD_ON)


def test_analyser_reads_facts() -> None:
    facts = Analyser(Told(CALL)).read(a_conversation()).facts

    assert [(x.amount, x.currency, x.per) for x in facts.budget] == [(50_000, "JPY", "month")]
    assert [dt.date(2026, 12, 31)] == [x.date for x in facts.timeline]
    assert [x.name for x in facts.competitors] == ["タナベシステム"]
    assert facts.decision[0].turns == (7,)


def test_analyser_reads_promises() -> None:
    steps = Analyser(Told(CALL)).read(a_conversation()).next_steps

    assert [(Owner.REP, dt.date(2026, 9, 9)), (Owner.CUSTOMER, dt.date(2026, 9, 4))] == [
        (s.owner, s.due) for s in steps
    ]


def test_turns_about_one_thing_are_one_insight_in_the_customers_words() -> None:
    insights = Analyser(Told(CALL)).read(a_conversation()).insights

    assert [(x.kind, x.turns, x.theme) for x in insights] == [(InsightKind.PAIN, (1, 3), "manual-entry")]
    assert insights[0].summary.rstrip("。") in CALL[1][1] + CALL[3][1]


def test_minutes_hold_only_what_was_said() -> None:
    analysis = Analyser(Told(CALL)).read(a_conversation())
    sections = {line.section for line in analysis.minutes}

    assert {
        MinutesSection.PURPOSE,
        MinutesSection.PAINS,
        MinutesSection.NEXT_STEPS,
        MinutesSection.OPEN_QUESTIONS,
    } <= sections
    assert all(line.turns for line in analysis.minutes)
    assert "えーと" not in analysis.summary
    assert "2026/9/9(水)" in analysis.summary
    assert sum(len(line.text) for line in analysis.minutes) <= 420


def test_a_decision_with_a_day_is_one_line_of_the_minutes() -> None:
    call: tuple[Said, ...] = (
        ("customer", "最終的には十月五日の理事会で決まります。", (Signal.DECISION, Signal.TIMELINE)),
        ("rep", "承知しました。", ()),
        ("customer", "理事長の判子が要ります。", (Signal.DECISION,)),
    )

    lines = Analyser(Told(call)).read(a_conversation(call)).minutes

    decisions = [line.text for line in lines if line.section is MinutesSection.DECISIONS]
    assert decisions == ["最終的には十月五日の理事会で決まります。 (2026/10/5(月))理事長の判子が要ります。"]


def test_codec_round_trip_keeps_the_analysis() -> None:
    conversation = a_conversation()
    analysis = Analyser(Told(CALL), model="m").read(conversation)

    back = codec.analysis_from_json(codec.analysis_to_json(conversation, analysis))

    assert analysis == back


def test_request_and_answer_are_one_promise_of_the_rep() -> None:
    call: tuple[Said, ...] = (
        ("customer", "Would you send me the price for both sites by next Friday?", (Signal.NEXT_STEP,)),
        ("rep", "Both sites, by next Friday.", (Signal.NEXT_STEP,)),
    )

    steps = Analyser(Told(call)).read(a_conversation(call, "en")).next_steps

    assert [(Owner.REP, (0, 1), dt.date(2026, 9, 11))] == [(s.owner, s.turns, s.due) for s in steps]


def test_pronoun_turns_belong_to_the_name_told_before() -> None:
    call: tuple[Said, ...] = (
        ("customer", "We had a demo with QuickDesk last week.", (Signal.COMPETITOR,)),
        ("rep", "How was it?", ()),
        ("customer", "They were cheaper, to be honest.", (Signal.COMPETITOR,)),
    )

    facts = Analyser(Told(call)).read(a_conversation(call, "en")).facts

    assert [(x.name, x.turns) for x in facts.competitors] == [("QuickDesk", (0, 2))]


BUDGETS = {
    ("ja", "月に三十万円くらいまでなら出せます。"): (300_000, "JPY"),
    ("ja", "今が四十万なんで、五十万が上限です。"): (500_000, "JPY"),
    ("ja", "八十までなら私の判断で通せます。"): (800_000, "JPY"),
    ("ja", "一台あたり月三千円で、二十台分です。"): (60_000, "JPY"),
    ("ja", "今期は予算がもうないんですよ。"): (0, "JPY"),
    ("ja", "二、三十万円までですね。"): (300_000, "JPY"),
    ("en", "We pay you two hundred pounds now, I could go to three fifty a month."): (350, "GBP"),
    ("en", "It has to stay under twelve thousand dollars a year."): (12_000, "USD"),
    ("en", "Ten dollars a seat, and we have forty seats."): (400, "USD"),
    ("en", "There's no money for it this year, not a penny."): (0, "GBP"),
    ("en", "We've set aside €25k."): (25_000, "EUR"),
    ("en", "I've two million for the year. Or, no, it's two point four."): (2_400_000, "GBP"),
    ("en", "I've planned one thousand. No, wait, with the new shop, one thousand five hundred."): (1_500, "GBP"),
    ("en", "We're spending two thousand eight hundred per month. I give you three thousand."): (3_000, "GBP"),
    ("en", "There's four point two million. Finance has not added one pound."): (4_200_000, "GBP"),
    ("en", "I put thirty-five cents for the sack."): (0.35, "GBP"),
    ("en", "For this? There isn't one, I'm afraid."): (0, "GBP"),
}


def test_budgets_table() -> None:
    got = {}
    for language, text in BUDGETS:
        found = budget_of(text, language, currency="JPY" if language == "ja" else "GBP")
        got[language, text] = (found.amount, found.currency) if found else None

    assert got == BUDGETS


def test_turn_without_an_amount_gives_no_budget() -> None:
    assert budget_of("費用の話はまた今度にしましょう。", "ja", currency="JPY") is None


@given(st.permutations(range(7)), st.lists(st.floats(0, 1), min_size=49, max_size=49))
def test_groups_do_not_depend_on_order_and_lose_nothing(order: list[int], strengths: list[float]) -> None:
    def link(first: int, second: int) -> float:
        return strengths[first * 7 + second]

    expected = groups(range(7), link)

    assert expected == groups(order, link)
    assert list(range(7)) == sorted(itertools.chain.from_iterable(expected))


def test_metrics_leave_backchannels_out() -> None:
    said = (
        ("rep", "長い説明をします", 0, 20),
        ("customer", "はい", 8, 9),
        ("rep", "続きです", 21, 30),
        ("customer", "なるほど高いですね", 32, 40),
    )
    turns = tuple(
        Turn(index=n, speaker=SpeakerLabel(who), text=text, span=TimeSpan(start=start, end=end))
        for n, (who, text, start, end) in enumerate(said)
    )
    metrics = measure(Conversation(id="m", language="ja", turns=turns))

    assert metrics.longest_monologue_s == 30
    assert metrics.interruptions == 0
    assert metrics.talk_ratio_rep == round(29 / 38, 3)
    assert metrics.overlap_s == 1.0


def test_metrics_without_times_are_not_measurable() -> None:
    metrics = measure(a_conversation())

    assert metrics.talk_ratio_rep is None
    assert metrics.patience_s is None
    assert metrics.questions_rep == 2


def test_tone_tells_reactions_and_depth() -> None:
    conversation = a_conversation()
    labelled = tuple(
        LabelledTurn(index=n, sentiment=Sentiment.NEGATIVE if n in (1, 3) else Sentiment.NEUTRAL)
        for n in range(len(CALL))
    )
    insights = Analyser(Told(CALL)).read(conversation).insights

    tone = tone_of(conversation, labelled, insights)

    assert tone.negative_reactions == (1, 3)
    assert tone.topics[0].mood == -1.0
    assert tone.quarters[0] is not None
    assert tone.quarters[0] < 0


def steps_of_tone(turns: int) -> int:
    """Return how often something is called while the mood of a call of so many turns is counted."""
    said = tuple(
        Turn(
            index=number,
            speaker=SpeakerLabel("customer" if number % 2 else "rep"),
            text="はい",
            span=TimeSpan(start=number, end=number + 1),
        )
        for number in range(turns)
    )
    conversation, calls = Conversation(id="long", language="ja", turns=said), 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        tone_of(conversation, (), ())
    finally:
        sys.setprofile(None)
    return calls


def test_the_mood_of_a_call_twice_as_long_costs_twice_as_much() -> None:
    assert steps_of_tone(400) < 2.5 * steps_of_tone(200)
