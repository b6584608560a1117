"""Themes are named by what their voices share, in words that a manager would put on a list."""

import pytest

from insight_desktop.trends.naming import english, japanese
from insight_desktop.trends.naming.names import Rarity, Said, name_of

OTHERS = (
    "電話がつながらなくて困っています",
    "在庫の数が合わないんです",
    "研修に人が集まらない",
    "we can't find people to hire",
    "the support line never answers",
    "our drivers get lost on the way",
)


def said(*texts: str, language: str = "ja") -> tuple[Said, ...]:
    return tuple(Said(text=text, language=language) for text in texts)


@pytest.fixture
def rarity() -> Rarity:
    return Rarity.of(Said(text=text, language="en" if text.isascii() else "ja") for text in OTHERS)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("月末の締めが三日遅れるんです", "月末の締めが遅れる"),
        ("請求書の金額が合わなくて困ってます", "請求書の金額が合わない"),
        ("夜勤の人が集まりません", "夜勤の人が集まらない"),
        ("もう少し字を大きくしてほしいです", "字を大きくする"),
        ("検収の判子を待たされるのが大変", "検収の判子を待たされる"),
        ("値段が高すぎます", "値段が高すぎる"),
        ("誰も触れないので折り返しが来ない。", "折り返しが来ない"),
    ],
)
def test_a_japanese_phrase_keeps_the_verb_and_drops_politeness(text: str, phrase: str):
    assert (phrase, True) in {(found, tells) for found, _, tells in japanese.phrases(text)}


def test_words_of_time_and_number_alone_name_nothing():
    assert [phrase for phrase, _, _ in japanese.phrases("先月それで一人、三日も")] == []


def test_an_english_phrase_neither_begins_nor_ends_with_a_word_that_leads_on():
    found = {phrase for phrase, _, _ in english.phrases("You know, the invoices go out two weeks late because of it")}

    assert "invoices go out two weeks late" in found
    assert not {phrase for phrase in found if phrase.startswith("the ") or phrase.endswith((" out", " of"))}


def test_a_theme_is_named_by_what_its_voices_share(rarity: Rarity):
    voices = said(
        "えーと、月末の締めが遅れるんですよ、本当に",
        "月末の締めに三日かかっていまして",
        "経理の佐藤が休むと、締めが遅れる",
    )

    assert name_of(voices, rarity) == "月末の締めが遅れる"


def test_an_english_theme_is_named_in_english(rarity: Rarity):
    voices = said("The invoices go out late every month", "so invoices go out late, sorry", language="en")

    name = name_of(voices, rarity)

    assert name.lower().startswith("invoices go out late")
    assert len(name.split()) <= english.LONGEST


def test_the_language_of_most_voices_names_the_theme(rarity: Rarity):
    voices = (*said("請求書が遅れる", "請求書が遅れて困る"), *said("invoices go out late", language="en"))

    assert name_of(voices, rarity) == "請求書が遅れる"


def test_a_name_that_is_still_good_stays(rarity: Rarity):
    before = said("月末の締めが遅れる", "月末の締めが長い")
    former = "月末の締めが長い"

    assert name_of(before, rarity, former) == former
    assert name_of((*before, *said(*["発注の入力が二度手間になる"] * 9)), rarity, former) != former


def test_names_fit_a_row(rarity: Rarity):
    long = "弊社基幹システムの在庫引当処理のバッチが月末の夜間に異常終了してしまうことが続いています"

    assert len(name_of(said(long), rarity)) <= japanese.LONGEST


def test_where_nothing_is_told_there_is_no_name(rarity: Rarity):
    assert name_of(said("はい、そうなんです"), rarity) == ""
