"""The parts of the offer card: what differs, what to say, what pushes, and what came of it."""

import datetime as dt

import pytest

from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.suggestion import Product, ProposedProduct, SuggestionKind, SuggestionState
from insight_desktop.suggestions.comparison import DifferenceKind, compare
from insight_desktop.suggestions.results import PastOffer, acceptance, churn, expansion_mrr
from insight_desktop.suggestions.wordings import Approach, pushy, wordings

LITE = Product(
    id=ProductId("L"), name="Lite", family="f", solves=("paper",), limits=(("users", 5.0), ("gb", 10.0)), price=10.0
)
PLUS = Product(
    id=ProductId("P"),
    name="Plus",
    family="f",
    tier=2,
    solves=("paper", "approvals wait", "no overview"),
    limits=(("users", 50.0), ("gb", 10.0)),
    price=30.0,
)
PROPOSED = ProposedProduct(product=PLUS.id, kind=SuggestionKind.UPSELL, because=(1,), solves="no overview")


def test_comparison_shows_only_differences_and_the_answer_first():
    found = compare(PROPOSED, ("Lite",), (LITE, PLUS))
    assert found is not None
    assert found.present == LITE
    assert [line.name for line in found.differences] == ["no overview", "approvals wait", "users", ""]
    assert (found.differences[-1].kind, found.differences[-1].before) == (DifferenceKind.PRICE, 10.0)


def test_comparison_with_nothing_owned_and_with_an_unknown_product():
    found = compare(PROPOSED, (), (LITE, PLUS))
    assert found is not None
    assert found.present is None
    assert compare(PROPOSED, (), (LITE,)) is None


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", [InsightKind.PAIN, InsightKind.NEED, InsightKind.EXPANSION_SIGNAL])
def test_what_we_say_quotes_the_customer_and_never_pushes(language, kind):
    say = wordings(quote="毎月末は終電", product="Plus", solves="残業", language=language, kind=kind)
    assert "毎月末は終電" in say.question
    assert set(say.by_approach) == set(Approach)
    for text in (say.question, *say.by_approach.values()):
        assert pushy(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "今だけ半額です",
        "皆さん使ってますよ",
        "導入しないと損をしますよ",
        "Act now and save",
        "It's a no-brainer",
        "last chance",
        "必ず売上が上がります",
        "今すぐご契約ください",
        "いま決めていただければ割引します",
        "先着10社限定です",
        "本日中に決めてください",
        "You’d be crazy not to",
        "Sign today and save",
    ],
)
def test_pushing_is_found(text):
    assert pushy(text)


@pytest.mark.parametrize(
    "text",
    [
        "合うかどうか、一緒に見ていただけますか。",
        "Would it help to see how that works?",
        "お見積は今日中にお送りします。",
        "必ずご連絡します。今すぐでなくて構いません。",
        "Shall I send it today?",
        "「絶対に失敗できない」とのことでしたが、それはいつですか。",
        "You said “we must hurry”. When does that hurt most?",
    ],
)
def test_asking_is_not_pushing(text):
    assert pushy(text) == ()


def offer(state, amount=None, per="month", wording=""):
    return PastOffer(
        kind=SuggestionKind.UPSELL, state=state, on=dt.date(2026, 11, 1), amount=amount, per=per, wording=wording
    )


def test_growth_counts_what_is_paid_again_and_only_what_was_accepted():
    offers = (
        offer(SuggestionState.ACCEPTED, 1000),
        offer(SuggestionState.ACCEPTED, 12000, per="year"),
        offer(SuggestionState.ACCEPTED, 5000, per="once"),
        offer(SuggestionState.DECLINED, 9000),
    )
    assert expansion_mrr(offers) == {"JPY": 2000.0}


def test_acceptance_counts_only_what_was_decided():
    offers = (
        offer(SuggestionState.ACCEPTED, wording="A"),
        offer(SuggestionState.DECLINED, wording="A"),
        offer(SuggestionState.PRESENTED, wording="A"),
        offer(SuggestionState.ACCEPTED, wording="B"),
    )
    found = [(each.name, each.share.hits, each.share.total) for each in acceptance(offers, lambda each: each.wording)]
    assert found == [("A", 1, 2), ("B", 1, 1)]


def test_harm_is_churn_among_those_who_were_offered_something():
    offered, others = churn(frozenset("ab"), frozenset("bc"), frozenset("abcde"))
    assert ((offered.hits, offered.total), (others.hits, others.total)) == ((1, 2), (1, 3))
