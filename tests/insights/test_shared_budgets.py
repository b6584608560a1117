"""Budgets told by the seat, as a part of another amount, or as none; each rule with its twin."""

import pytest

from insight_desktop.insights.currencies import currency_of_call, named_currency
from insight_desktop.insights.money import budget_of, setting_of

SEATS = [
    ("en", "I'd go eight dollars a head, and there's twenty of us, so.", 160),
    ("en", "Seven dollars a seat each month, all in, for the sixty.", 420),
    ("en", "We put eighteen a van in the budget, and there'll be twelve of them.", 216),
    ("en", "Fifteen a month each is the limit, and we're nine, so that's that.", 135),
    ("en", "Forty dollars a site times eleven is what I can do.", 440),
    ("en", "I can do ninety dollars a bed for all thirty.", 2_700),
    ("en", "A tenner a van, twelve on 'em, I'll not go over it.", 120),
    ("en", "Eight dollars a head is the limit. I told him at twenty past.", 8),
    ("en", "Eight dollars a head is the limit for the two days.", 8),
    ("en", "I can do forty dollars each month, and there's twenty of us.", 40),
    ("ja", "ひとり二千円まで、うちは九人だから。", 18_000),
    ("ja", "子ども一人に月三百円まで。五十人おります。", 15_000),
    ("ja", "一店舗二万や。三つあるから、それで。", 60_000),
    ("ja", "パートさんが三人で、四万ずつ払ってる。同じだけなら。", 120_000),
    ("ja", "ひとり二千円までです。九年目ですし。", 2_000),
    ("ja", "今月は三人辞めたので、四万までなら。", 40_000),
]
PARTS = [
    ("en", ["It's six hundred for the year."], "The partners saw it. They'd pay half of that.", 300),
    ("en", ["Eighteen hundred a month."], "I was told a third of what's on your page is the most we'd get.", 600),
    ("en", ["Right."], "The list says nine hundred. I'd go to half of it.", 450),
    ("en", ["Right."], "I have two thousand a year, and half of that's gone on the phones.", 1_000),
    ("en", ["Right."], "I have two thousand a year, and half of them like it.", 2_000),
    ("ja", ["月に八十万円です。"], "うちが出せるのは、そのお見積もりの半分までです。", 400_000),
    ("ja", ["はい。"], "月に二百万の売上やから、その二割まで。", 400_000),
    ("ja", ["はい。"], "今は月五十万ですが、来期は二割減らしたところで組めと。", 400_000),
    ("ja", ["はい。"], "年に六十万の枠で、半分はもう複合機で消えるんで、残りですね。", 300_000),
    ("ja", ["はい。"], "予算は月五十万までで、その二割は外の人が決めます。", 500_000),
]
NOTHING = [
    ("en", "There isn't. We closed the line in March."),
    ("en", "There ain't a penny for anything new."),
    ("en", "There's no pot, only a tin with buttons in it."),
    ("en", "We've spent it all on the oven."),
    ("en", "What I'd put by went on nine trolleys of plants. There isn't a penny left."),
    ("ja", "ない。"),
    ("ja", "今年は無い。"),
    ("ja", "システムに回すお金は、どこにも無いんです。"),
    ("ja", "今期の財布は、もうすっからかんで。"),
]
OTHERWISE = [
    # twins of «nothing», sizes, corrections, and totals that are told after their parts
    ("en", "I can go to four thousand, not a penny on.", 4_000),
    ("en", "There isn't a problem with three thousand in the budget.", 3_000),
    ("ja", "来期の枠は八十万。一円も増えない。", 800_000),
    ("ja", "ない袖は振れないけど、三十万までなら。", 300_000),
    ("en", "Eighteen hundred a month. Och, no, nineteen.", 1_900),
    ("en", "Twenty-five hundred. No, hang on. Three. Three thousand.", 3_000),
    ("en", "I could do six thousand a year. Well... seven, if it rains.", 7_000),
    ("en", "I'm allowed fifty a month. So six hundred, round the year.", 600),
    ("en", "I told you in room six, up to eight hundred.", 800),
    ("en", "He pays forty off me a month, and that's what there is.", 40),
]


def amount_of(language: str, turns: list[str]) -> float | None:
    last = len(turns) - 1
    before = turns[last - 1] if last else ""
    found = budget_of(turns[last], language, currency="XXX", before=before, setting=setting_of(turns, last, language))
    return None if found is None else found.amount


@pytest.mark.parametrize(("language", "text", "amount"), SEATS, ids=[text for _, text, _ in SEATS])
def test_an_amount_by_the_seat_is_the_total_where_the_seats_are_told(language: str, text: str, amount: float) -> None:
    assert amount_of(language, [text]) == amount


@pytest.mark.parametrize(("language", "before", "text", "amount"), PARTS, ids=[text for *_, text, _ in PARTS])
def test_a_part_of_an_amount(language: str, before: list[str], text: str, amount: float) -> None:
    assert amount_of(language, [*before, text]) == amount


def test_half_of_what_nobody_told_is_no_amount() -> None:
    assert amount_of("en", ["Right.", "They'd pay half of that."]) is None


@pytest.mark.parametrize(("language", "text"), NOTHING, ids=[text for _, text in NOTHING])
def test_no_money(language: str, text: str) -> None:
    assert amount_of(language, [text]) == 0


@pytest.mark.parametrize(("language", "text", "amount"), OTHERWISE, ids=[text for _, text, _ in OTHERWISE])
def test_an_amount_all_the_same(language: str, text: str, amount: float) -> None:
    assert amount_of(language, [text]) == amount


def test_a_small_price_nearby_gives_a_bare_number_its_size() -> None:
    assert amount_of("en", ["That's one hundred and ninety a month.", "She put down forty for it."]) == 40
    assert amount_of("en", ["That's thirty-nine thousand.", "She put down forty for it."]) == 40_000


def test_a_fiver_is_of_the_currency_of_the_call() -> None:
    assert named_currency("A fiver a head.", "AUD") == "AUD"
    assert named_currency("A fiver a head.", "JPY") == "GBP"
    assert currency_of_call(["We went in the ute, mate.", "We are in Cairns.", "A fiver a head."], "en") == "AUD"
    assert currency_of_call(["I'd go a fiver a head, mate."], "en") == "GBP"
