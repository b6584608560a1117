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
    # a firm brings something; a trade may bring what another one makes
    ("ja", "石狩計器さんが、きのう菓子折りを持っていらして。", ["石狩計器"]),
    ("ja", "税理士が、モクモク帳という親戚のものを持ってきました。", ["モクモク帳"]),
    # names that are introduced in a dialect
    ("ja", "娘がホシノテちゅうとがよかて言うとよ。", ["ホシノテ"]),
    ("ja", "前はサンレコだがっつうのを入れてた。", ["サンレコ"]),
    ("ja", "ルールの門番っていうのを広告で見ました。", ["ルールの門番"]),
    ("ja", "ルールの業者っていうのは聞きません。テラクラウドさんを試しました。", ["テラクラウド"]),
]


@pytest.mark.parametrize(("language", "text", "names"), CALLS, ids=[text for _, text, _ in CALLS])
def test_competitors_of_a_turn(language: str, text: str, names: list[str]) -> None:
    found = competitors(conversation_of(language, [("customer", text)]), [0])
    assert [fact.name for fact in found] == names


ANSWERS = [
    # asked for others, a firm is what one names first
    ("en", "Anyone else quoting?", "Quillstead Print were over on Monday.", ["Quillstead Print"]),
    ("en", "Are you looking at others?", "Brassnote from Tetbury. He was nice.", ["Brassnote"]),
    ("en", "Anybody else in for it?", "Larkfold rang, they wanted all of it.", ["Larkfold"]),
    ("en", "Okay.", "There was a fellow from Ledger Moth at the fair.", ["Ledger Moth"]),
    ("en", "Okay.", "My cousin resells Cloudpantry, he likes it.", ["Cloudpantry"]),
    ("en", "Who else is bidding?", "Hövel Analytik will be the other one.", ["Hövel Analytik"]),
    # where they are at home, whose friend it is, and who tells it, are no firms
    ("en", "Anyone else?", "Oakmere Steam, they come up from Dartford.", ["Oakmere Steam"]),
    ("en", "Anyone else?", "Tariq's friend is using Callbarn, with the ads.", ["Callbarn"]),
    ("en", "Anyone else?", "Bettany on the desk had a video from Slotwise.", ["Slotwise"]),
]


@pytest.mark.parametrize(("language", "asked", "text", "names"), ANSWERS, ids=[text for *_, text, _ in ANSWERS])
def test_competitors_of_an_answer(language: str, asked: str, text: str, names: list[str]) -> None:
    found = competitors(conversation_of(language, [("rep", asked), ("customer", text)]), [1])
    assert [fact.name for fact in found] == names


def test_a_quoted_name_stands_although_the_reader_marks_only_another() -> None:
    call = conversation_of(
        "ja", [("customer", "業者が「寺務の友」いうのを勧めてきはってな。"), ("rep", "ラムネですか。")]
    )
    found = competitors(call, [0], marked={1: (VendorMark(text="ラムネ", strength=0.5),)})
    assert [fact.name for fact in found] == ["寺務の友"]


def test_what_is_shortened_after_a_name_is_no_part_of_it() -> None:
    call = conversation_of("en", [("customer", "I think Slate Ledger'll be the other one.")])
    found = competitors(call, [0], marked={0: (VendorMark(text="Slate Ledger'll", strength=3.0),)})
    assert [fact.name for fact in found] == ["Slate Ledger"]
