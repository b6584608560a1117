"""Limits are kept in their unit, and a cut never breaks what a reader or a parser sees as one."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.exports.text_rules import CellNewline, LengthUnit, TextRules, clean, cut, measure, prepare

FAMILY = "👨‍👩‍👧‍👦"
RULES = st.builds(
    TextRules,
    to_cp932=st.booleans(),
    html=st.booleans(),
    cell_newline=st.sampled_from(CellNewline),
    unit=st.sampled_from(LengthUnit),
)
PIECES = st.sampled_from(
    ["&", "<", ">", "\n", "\r\n", FAMILY, "か\u3099", "𠮷", "🇯🇵", "e\u0301", "あ", "\u2028", "\ufeff"]
)
TEXTS = st.lists(PIECES | st.text(st.characters(), max_size=3), max_size=20).map("".join)


@given(TEXTS, RULES, st.booleans())
def test_prepared_text_holds_nothing_that_a_cell_may_not(text, rules, one_line):
    done = prepare(text, rules, one_line=one_line).text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u2028\u2029\ud800-\udfff]", done)
    assert not re.search("\r(?!\n)", done)
    assert not (one_line and re.search("[\n\t]", done))
    if not rules.to_cp932:
        assert unicodedata.is_normalized("NFC", done)


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text):
    once, _ = clean(text)
    assert (once, 0) == clean(once)


@given(TEXTS, RULES, st.integers(0, 40))
def test_cut_keeps_the_limit_and_breaks_nothing(text, rules, limit):
    done = prepare(text, rules, one_line=False).text
    short = cut(done, limit, rules)
    assert measure(short, rules) <= limit
    short.encode()
    if rules.html:
        body = short.removesuffix("…")
        assert re.fullmatch(r"(?:[^&<>]|&(?:amp|lt|gt);|<br>)*", body)
    assert not short.removesuffix("…").endswith("\r")


@pytest.mark.parametrize("unit", LengthUnit)
@pytest.mark.parametrize("piece", ["a", "あ", "𠮷", "🎉"])
@pytest.mark.parametrize("extra", [-1, 0, 1])
def test_limit_at_its_edge(unit, piece, extra):
    rules = TextRules(unit=unit)
    text = piece * 20
    limit = measure(text, rules) - extra
    short = cut(text, limit, rules)
    assert (short == text) == (extra <= 0)
    assert measure(short, rules) <= limit


@pytest.mark.parametrize("cluster", [FAMILY, "🇯🇵", "👍🏽", "葛\U000e0100", "が".join("か\u3099"), "\r\n"])
def test_cluster_is_kept_whole_or_dropped_whole(cluster):
    text = f"前{cluster}後後後後後後後後後後後後"
    for limit in range(1, len(text.encode("utf-16-le")) // 2):
        kept = cut(text, limit, TextRules()).removesuffix("…")
        assert text.startswith(kept)
        assert not cluster.startswith(kept[1:]) or kept[1:] in ("", cluster) or cluster == "かが\u3099"


def test_limit_counts_cp932_bytes_in_a_cp932_file():
    rules = TextRules(to_cp932=True, unit=LengthUnit.BYTE)
    assert cut("あいう", 5, rules) == "あ…"


def test_steps_run_in_their_order():
    rules = TextRules(to_cp932=True, replace={"―": "<"}, html=True, cell_newline=CellNewline.BR)
    assert prepare("—\nA", rules, one_line=False).text == "&lt;<br>A"


def test_replacement_that_cp932_lacks_is_substituted_too():
    done = prepare("a", TextRules(to_cp932=True, replace={"a": "é"}), one_line=True)
    assert (done.text, done.substituted, done.replaced) == ("e", (("é", "e"),), 1)
