"""A benefit is counted from the customer's own numbers only; each rule has a twin that must give none."""

import pytest

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.suggestions.benefit import Benefit, benefits
from insight_desktop.suggestions.quantities import Each

Told = tuple[str, float, str, int]
"""Measure, amount, period, number of factors."""


def found(language: str, *turns: str, problem: int = -1, budgets: tuple[int, ...] = ()) -> tuple[Benefit, ...]:
    """Read turns; those that begin with «R:» are ours, the last one voices the problem."""
    spoken = tuple(
        Turn(index=place, speaker=REP if text.startswith("R:") else CUSTOMER, text=text.removeprefix("R:"))
        for place, text in enumerate(turns)
    )
    talk = Conversation(id="c", language=language, turns=spoken)
    at = problem if problem >= 0 else len(turns) - 1
    return benefits(talk, (at,), budgets=budgets, currency="JPY" if language == "ja" else "GBP")


def told(benefit: Benefit) -> Told:
    return benefit.measure.value, round(benefit.amount, 2), benefit.period, len(benefit.terms)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("転記に月二十時間はかかっています。",), ("hours", 20, "month", 1)),
        (("R:月に何時間くらいかかりますか。", "二十時間くらいですね。"), ("hours", 20, "month", 1)),
        (("一人あたり月五時間、四人でやっています。",), ("hours", 20, "month", 2)),
        (("事務は三人です。一人月十時間は取られています。",), ("hours", 30, "month", 2)),
        (("二人がかりで毎週四時間つぶれます。",), ("hours", 8, "week", 2)),
        (("請求書は一件15分かかって、それが月に200件です。",), ("hours", 50, "month", 2)),
        (("誤出荷が月に3件あって、1件で2万円の損です。",), ("money", 60000, "month", 2)),
        (("残業代が月30万円かかっています。",), ("money", 300000, "month", 1)),
        (("請求書を一枚ずつ手で打っていて、毎月三日はかかるんです。",), ("days", 3, "month", 1)),
        (("週に2、3時間は手入力に取られます。",), ("hours", 2, "week", 1)),
        (("月に20時間から30時間かかります。",), ("hours", 20, "month", 1)),
        (("三人で月二十時間かかっています。",), ("hours", 20, "month", 1)),
        (("集計に一時間半かかるんです。",), ("hours", 1.5, "", 1)),
    ],
)
def test_a_benefit_in_japanese(turns: tuple[str, ...], expected: Told) -> None:
    assert [told(each) for each in found("ja", *turns)] == [expected]


@pytest.mark.parametrize(
    "turns",
    [
        ("手作業が本当に大変なんです。",),
        ("社員は五十人です。それが大変で。",),
        ("R:月に二十時間はかかりますよね。", "そうなんですよ、大変で。"),
        ("月に二十時間もかかりますか。",),
        ("もし月に二十時間かかるなら困ります。",),
        ("以前は月二十時間かかっていました。",),
        ("半日かかっていたのが三十分で終わるようになりました。",),
        ("月に二時間もかかっていません。",),
        ("他社では月二十時間と聞きました。",),
        ("問い合わせには24時間以内に返しています。",),
        ("営業は八時間営業です、毎日つらいです。",),
        ("予算は月三十万円までです。",),
        ("料金は月額三万円かかっています。",),
        ("売上は月三百万円です。",),
        ("月に二十時間減らしたいんです。",),
        ("三時間後に次の予定があります。",),
        ("誤出荷が月に三件あります。",),
        ("二日に締めて、三日に送ります。",),
    ],
)
def test_no_benefit_in_japanese(turns: tuple[str, ...]) -> None:
    assert found("ja", *turns) == ()


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("It takes us twenty hours a month.",), ("hours", 20, "month", 1)),
        (("R:How much time does that take, roughly?", "An hour and a half a day, easily."), ("hours", 1.5, "day", 1)),
        (("Four people spend five hours each every month on it.",), ("hours", 20, "month", 2)),
        (("We do forty invoices a month, fifteen minutes each, all by hand.",), ("hours", 10, "month", 2)),
        (("Two wrong orders a week, and each order costs us £150.",), ("money", 300, "week", 2)),
        (("Overtime costs us four thousand a month.",), ("money", 4000, "month", 1)),
        (("We lose two days a month on this.",), ("days", 2, "month", 1)),
        (("We spend ten to fifteen hours a week retyping.",), ("hours", 10, "week", 1)),
        (("Half an hour a day goes on copying.",), ("hours", 0.5, "day", 1)),
        (("Three people spend twenty hours a month on it.",), ("hours", 20, "month", 1)),
    ],
)
def test_a_benefit_in_english(turns: tuple[str, ...], expected: Told) -> None:
    assert [told(each) for each in found("en", *turns)] == [expected]


@pytest.mark.parametrize(
    "turns",
    [
        ("It takes forever, honestly.",),
        ("There are fifty people in the office.",),
        ("R:That must take twenty hours a month.", "It does feel endless."),
        ("Does it take twenty hours a month?",),
        ("If it took twenty hours a month we would complain.",),
        ("It used to take twenty hours a month.",),
        ("We went from nine hours a week to four.",),
        ("It doesn't take twenty hours a month.",),
        ("I heard other companies lose twenty hours a month.",),
        ("We answer every request within 48 hours.",),
        ("Our budget is four thousand a month.",),
        ("Your price is four hundred pounds a month.",),
        ("I have to leave in two hours.",),
        ("She signs anything above five thousand a year.",),
        ("We get two wrong orders a week.",),
    ],
)
def test_no_benefit_in_english(turns: tuple[str, ...]) -> None:
    assert found("en", *turns) == ()


def test_what_is_done_one_by_one_is_no_amount_for_each_case() -> None:
    (made,) = found("ja", "請求書を一枚ずつ手で打っていて、毎月三日はかかるんです。")
    assert made.terms[0].each is Each.WHOLE


def test_numbers_far_from_the_problem_and_of_a_budget_are_left_alone() -> None:
    far = ("転記に月二十時間かかります。", "はい。", "ええ。", "天気がいいですね。", "承認が遅くて困ります。")
    assert found("ja", *far) == ()
    assert found("ja", "残業代に月30万円かかっています。", budgets=(0,)) == ()


def test_the_turns_that_say_the_numbers_are_named() -> None:
    made = found("ja", "一人あたり月五時間かかります。", "R:何人ですか。", "四人です。", problem=0)
    assert [(told(each), each.turns) for each in made] == [(("hours", 20, "month", 2), (0, 2))]
