"""Rep and customer by how they speak."""

import pytest

from insight_desktop.diarization.roles import by_wording, decide
from insight_desktop.domain.speaker import Role
from tests.fakes_speech import a_segment

JA = [
    ("SPEAKER_01", "お世話になっております。本日はお時間をいただきありがとうございます。"),
    ("SPEAKER_00", "こちらこそ、よろしくお願いします。"),
    ("SPEAKER_01", "御社では今、見積もりの承認はどのようにされていますか。"),
    ("SPEAKER_00", "うちは紙で回してるんですよ。月末になると大変で困ってます。"),
    ("SPEAKER_01", "弊社のサービスですと、スマートフォンから承認いただけます。ご提案書をお送りいたします。"),
    ("SPEAKER_00", "予算が年内だと厳しいので、社内で上に相談してみます。"),
]
EN = [
    ("SPEAKER_00", "Thanks for making the time today. How are you tracking invoices at the moment?"),
    ("SPEAKER_01", "We're using spreadsheets and honestly it's a nightmare for my team."),
    ("SPEAKER_00", "I'd love to show you how our platform handles that. Does that make sense?"),
    ("SPEAKER_01", "Sure, but I'd have to check with my boss, our budget is pretty tight."),
    ("SPEAKER_00", "I'll send you a proposal by Friday."),
]


def said(rows):
    return [a_segment(at, at + 1, text, speaker=who) for at, (who, text) in enumerate(rows)]


@pytest.mark.parametrize(("rows", "language", "rep"), [(JA, "ja", "SPEAKER_01"), (EN, "en", "SPEAKER_00")])
def test_rep_is_found_by_words(rows, language, rep):
    decision = decide(said(rows), language)

    assert decision.speakers[rep].label == "rep"
    assert decision.speakers[rep].role is Role.REP
    assert decision.is_sure


def test_known_channel_needs_no_guess():
    decision = decide(said(JA), "ja", rep="SPEAKER_00")

    assert decision.speakers["SPEAKER_00"].label == "rep"
    assert decision.speakers["SPEAKER_00"].confidence == 1.0


def test_without_telling_words_it_says_so():
    decision = decide(said([("SPEAKER_00", "あ"), ("SPEAKER_01", "ん")]), "ja")

    assert not decision.is_sure


def test_one_voice_has_no_side():
    decision = decide(said([("SPEAKER_00", "弊社のサービスです")]), "ja")

    (speaker,) = decision.speakers.values()
    assert speaker.role is Role.UNKNOWN
    assert not decision.is_sure


def test_nobody_spoke():
    assert decide([], "ja").speakers == {}


def test_others_are_customers():
    decision = decide(said([*JA, ("SPEAKER_02", "経理の田中です。")]), "ja")

    assert {speaker.label for speaker in decision.speakers.values()} == {"rep", "customer", "customer2"}


def test_guess_by_wording_is_marked():
    guessed = by_wording([a_segment(at, at + 1, text) for at, (_, text) in enumerate(JA)], "ja")

    assert {segment.speaker for segment in guessed} == {"SPEAKER_00", "SPEAKER_01"}
    assert all(segment.speaker_confidence < 0.5 for segment in guessed)
