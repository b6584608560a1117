"""Amounts whose size or thing is left out, read by what was said around them; each rule with its twin."""

import pytest

from insight_desktop.insights.currencies import currency_of_call
from insight_desktop.insights.money import budget_of, has_amount, setting_of

SAID = [
    # the size comes from the turns before
    ("ja", ["お見積もりは三千二百万円です。"], "二千七百。そこまでなら私が説明します。", 27_000_000),
    ("ja", ["月々二千九百円です。"], "二千七百。そこまでなら私が払います。", 2_700),
    ("ja", ["一人あたり月千二百円で。"], "一人八百までなら組合も言わんでしょう。", 800),
    ("ja", ["そうですか。"], "八百までなら私の判断で通せます。", 8_000_000),
    ("ja", ["はい。"], "夏の便所で三百五十って市に出してあるの", 3_500_000),
    ("ja", ["はい。"], "年間で二百から三百の間ですね。", 3_000_000),
    ("en", ["Roughly four and a half grand a month."], "I could live with four. Four a month.", 4_000),
    ("en", ["It's nine dollars a month."], "I could live with four a month.", 4),
    ("en", ["One unit is nine hundred and fifty thousand naira."], "I can stretch to eight hundred.", 800_000),
    ("en", ["One unit is nine hundred dollars."], "I can stretch to eight hundred.", 800),
    ("en", ["Yes."], "Keep it under eleven. Eleven covers it, nothing else does.", 11_000),
    ("en", ["Yes."], "We've eleven trolleys, and forty is the ceiling.", 40_000),
    ("en", ["Yes."], "I've got twelve in the tin. Well... fourteen, if the pub roof holds.", 14_000),
    ("en", ["Yes."], "Thirty to thirty-five. I'd like to see a three in front of a zero.", 35_000),
    ("en", ["Yes."], "There's zero in it this year.", 0),
    # what is no amount, and which of two is meant
    ("ja", ["はい。"], "一人あたり月千円ちょい、までかな。ただ初期で何十万ってのはやだよ。", 1_000),
    ("ja", ["はい。"], "全部で二百万以内なら、補助金、三分の二の枠に入る。", 2_000_000),
    ("ja", ["はい。"], "一組十三万。そこが線なんです。十三万二千だと線の上です、二千円。", 130_000),
    ("ja", ["はい。"], "月二万二千円かい。一万八千円だったら今すぐでも付けるわ。", 18_000),
    ("ja", ["はい。"], "私が使えるお金は〇円なんです。", 0),
    ("ja", ["はい。"], "一人二千五百円までなら自分の枠で、七人分でしょ。", 17_500),
    ("ja", ["はい。"], "年に十八万は取れます。十八万あれば、月一万五千円でしたっけ、足りますよね。", 180_000),
    ("ja", ["はい。"], "無線には月一万、ええと、一万二千円みとく、と書いとりました。", 12_000),
    ("ja", ["はい。"], "年で三十万くらいと言ってました。いや違いました、四十万です。", 400_000),
    ("ja", ["はい。"], "三〇円までなら出せます。", 30),
    ("en", ["Right."], "I've got about a thousand a month set aside, so twelve thousand on the year.", 12_000),
    ("en", ["Right."], "Eleven thousand a month. All in, whatever you call it. I had ten five.", 11_000),
    ("en", ["Right."], "Twelve hundred a store and not a dime over.", 1_200),
    ("en", ["Right."], "There's not a dime for it.", 0),
    ("en", ["Right."], "I've put one sixty five a litre in the job.", 1.65),
    ("en", ["Right."], "I've put one sixty five a month in the plan.", 165),
    ("en", ["Right."], "I can do one lakh eighty.", 180_000),
    ("en", ["Right."], "I can do one lakh eighty thousand.", 180_000),
    ("en", ["Right."], "I can do one lakh five hundred.", 100_500),
]


@pytest.mark.parametrize(("language", "before", "text", "amount"), SAID, ids=[text for *_, text, _ in SAID])
def test_the_budget_of_a_turn(language: str, before: list[str], text: str, amount: float) -> None:
    turns = [*before, text]
    found = budget_of(
        text, language, currency="XXX", before=before[-1], setting=setting_of(turns, len(turns) - 1, language)
    )
    assert found is not None
    assert found.amount == amount


def test_a_bare_number_alone_is_no_hint_of_a_budget() -> None:
    assert not has_amount("夏の便所で三百五十って市に出してあるの", "ja")


def test_nothing_nearby_changes_an_amount_told_with_its_currency() -> None:
    turns = ["It's nine thousand dollars.", "I can do eight dollars."]
    found = budget_of(turns[1], "en", currency="USD", setting=setting_of(turns, 1, "en"))
    assert found is not None
    assert found.amount == 8


def test_canadian_alone_names_the_currency_but_a_canadian_firm_does_not() -> None:
    told = budget_of("There are thirty-two thousand left in the room budget. Canadian.", "en", currency="USD")
    firm = budget_of("The Canadian firm has a budget of thirty-two thousand.", "en", currency="USD")
    assert told is not None
    assert firm is not None
    assert (told.currency, firm.currency) == ("CAD", "USD")


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("I promised otherwise, and the noise was raised twice, precisely.", "USD"),
        ("We organised it, then we realised the queue was long.", "GBP"),
    ],
)
def test_only_british_spelling_speaks_for_pounds(text: str, currency: str) -> None:
    assert currency_of_call([text], "en") == currency


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("予算三百万円以内で十月五日の理事会にかけます。", None),
        ("三月に百万円まで使えます。", None),
        ("2027年に三百万円までなら。", None),
        ("予算は月に五万円までです。", "month"),
        ("予算、月五万円までですね。", "month"),
        ("年に六十万円までなら。", "year"),
    ],
)
def test_a_month_of_the_year_is_no_rate(text: str, per: str | None) -> None:
    found = budget_of(text, "ja", currency="JPY")
    assert found is not None
    assert found.per == per
