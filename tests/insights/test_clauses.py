"""Clauses cover the turn, whatever it says."""

from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.insights.clauses import clauses


@given(st.text(max_size=200), st.sampled_from(["ja", "en"]))
def test_clauses_cover_the_text_in_order(text: str, language: str):
    parts = clauses(text, language)
    assert "".join(text[start:end] for start, end in parts) == text


def test_japanese_speech_without_punctuation_is_cut_at_its_endings():
    text = "入荷のときに紙に書いて夕方にパソコンに打ち直しているんですけどこれが毎日一時間かかって残業になっています"
    start, end = clauses(text, "ja")[0]
    assert text[start:end].endswith("けど")


def test_english_turn_is_cut_at_sentences_and_at_but():
    text = "We moved the whole warehouse last spring. The scanners are fine but the stock counts never match"
    parts = [text[a:b].strip() for a, b in clauses(text, "en")]
    assert parts == [
        "We moved the whole warehouse last spring.",
        "The scanners are fine",
        "but the stock counts never match",
    ]
