"""Which names and words of a turn are a competitor, where no reader has marked any; each rule with its twin."""

import pytest

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
    # kanji that open a coined name
    ("ja", "組合の寄り合い行ったら北但リネンさんの話ばっかりでした。", ["北但リネン"]),
    ("ja", "去年テラクラウドさんを試しました。", ["テラクラウド"]),
]


@pytest.mark.parametrize(("language", "text", "names"), CALLS, ids=[text for _, text, _ in CALLS])
def test_competitors_of_a_turn(language: str, text: str, names: list[str]) -> None:
    found = competitors(conversation_of(language, [("customer", text)]), [0])
    assert [fact.name for fact in found] == names
