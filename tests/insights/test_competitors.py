"""Which names and words of a turn are a competitor, where no reader has marked any; each rule with its twin."""

import pytest

from insight_desktop.domain.insight import VendorMark
from insight_desktop.insights.competitors import competitors
from tests.insights.held_out import conversation_of

CALLS = [
    # software that ours only has to be linked with
    ("ja", "配車はメンテコネクトっていうのです。競合じゃないですよ、つなぐ先です。", []),
    ("ja", "メンテコネクトっていうのも見せてもらってます。", ["メンテコネクト"]),
    ("en", "We use Bloemplan for orders. Does yours talk to it?", []),
    ("en", "We use Bloemplan for orders and had a quote from them.", ["Bloemplan"]),
    # a trade alone names nobody; the place before it does
    ("ja", "蒲郡の研ぎ屋さんに頼んでます。", ["蒲郡の研ぎ屋"]),
    ("ja", "今は三河のラムネソフトさんを使ってます。", ["ラムネソフト"]),
    ("en", "Three come through Tarrant. We have had a quote from Tarrant Vehicles for years.", ["Tarrant Vehicles"]),
    ("en", "We have had a quote from Tarrant. Okay, Tarrant Monday, I said.", ["Tarrant"]),
    # kanji that open a coined name
    ("ja", "組合の寄り合い行ったら北但リネンさんの話ばっかりでした。", ["北但リネン"]),
    ("ja", "去年テラクラウドさんを試しました。", ["テラクラウド"]),
]


@pytest.mark.parametrize(("language", "text", "names"), CALLS, ids=[text for _, text, _ in CALLS])
def test_competitors_of_a_turn(language: str, text: str, names: list[str]) -> None:
    found = competitors(conversation_of(language, [("customer", text)]), [0])
    assert [fact.name for fact in found] == names


def test_a_quoted_name_stands_although_the_reader_marks_only_another() -> None:
    call = conversation_of(
        "ja", [("customer", "業者が「寺務の友」いうのを勧めてきはってな。"), ("rep", "ラムネですか。")]
    )
    found = competitors(call, [0], marked={1: (VendorMark(text="ラムネ", strength=0.5),)})
    assert [fact.name for fact in found] == ["寺務の友"]
