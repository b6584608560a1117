"""Themes are named by what their voices share, in words that a manager would put on a list."""

import pytest

from insight_desktop.insights import themes
from insight_desktop.trends.naming import english, japanese, subjects
from insight_desktop.trends.naming.names import Rarity, Said, name_of
from insight_desktop.trends.naming.subjects import headed, phrase_of, subject_name

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
    assert (
        name_of((*before, *said(*[f"発注の入力が二度手間になる、{n}" for n in "あいうえおかきくけ"])), rarity, former)
        != former
    )


def test_names_fit_a_row(rarity: Rarity):
    long = "弊社基幹システムの在庫引当処理のバッチが月末の夜間に異常終了してしまうことが続いています"

    assert len(name_of(said(long), rarity)) <= japanese.LONGEST


def test_where_nothing_is_told_there_is_no_name(rarity: Rarity):
    assert name_of(said("はい、そうなんです"), rarity) == ""


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("Kena called the help desk twice", "Kena"),
        ("seven shops have nobody at the till", "seven shops"),
        ("the probe reads low after the wash either", "either"),
        ("I can't get people through the door", "through"),
        ("they've dark screens on the night shift", "they've"),
    ],
)
def test_no_english_phrase_is_torn(text: str, torn: str) -> None:
    found = [phrase for phrase, _, _ in english.phrases(f"So {text}")]

    assert found
    assert [phrase for phrase in found if phrase.startswith(torn) or phrase.endswith(torn)] == []


def test_what_leads_to_a_wish_is_left_away() -> None:
    assert ("one log-in for every lift", True) in {
        (phrase, is_whole) for phrase, _, is_whole in english.phrases("Honestly, I'd want one log-in for every lift")
    }


def test_a_word_of_one_voice_names_nothing_where_others_share_one(rarity: Rarity) -> None:
    voices = said(
        "The gateway needs a password reset",
        "My driver Sizwe forgot the yard password again",
        "Password resets go to the yard office",
        language="en",
    )

    assert "assword" in name_of(voices, rarity)


@pytest.mark.parametrize(
    ("found", "language", "name"),
    [
        (("price", "price", "other"), "ja", "価格"),
        (("price", "price", "other"), "en", "Price"),
        (("price", "paper", "other"), "ja", ""),
        (("other",) * 3, "en", ""),
        ((), "ja", ""),
    ],
)
def test_the_subject_that_voices_have_in_common_heads_the_name(
    found: tuple[str, ...], language: str, name: str
) -> None:
    assert subject_name(found, language) == name


def test_a_headed_name_stays_and_has_room() -> None:
    assert headed("価格", "値段が上がる", "ja") == "価格：値段が上がる"
    assert phrase_of("価格：値段が上がる") == "値段が上がる"
    assert phrase_of("納品先: 大阪") == "納品先: 大阪"
    assert headed("Only one person knows", "a phrase that is too long for a row", "en") == "Only one person knows"
    assert headed("", "x", "en") == headed("x", "", "en") == headed("X", "x", "en").lower() == "x"


def test_every_subject_has_a_name_in_both_languages() -> None:
    assert {key for key, _ in themes._TABLE} == set(subjects._NAMES)
