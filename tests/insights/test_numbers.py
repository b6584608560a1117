"""Numerals of both languages as tables."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insight_desktop.insights.numbers import japanese_value, numbers

FEW = settings(max_examples=25)
JAPANESE = {
    "三百万": [3_000_000], "30万5千": [305_000], "三十万五千": [305_000], "2.5億": [250_000_000],
    "３０万くらい": [300_000], "3割": [3], "二〇三〇年": [2030], "百四十まで": [140], "一万二千円": [12_000],
    "月五千円": [5_000], "千八百円": [1_800], "一緒に一番": [], "万が一の話": [], "五百二十万": [5_200_000],
    "千五十人": [1_050], "4,500万": [45_000_000], "二、三十万": [200_000, 300_000],
    "三百五、六十万": [3_500_000, 3_600_000], "五、六人": [5, 6], "二十五": [25], "十二台と三台": [12, 3],
    "一億二千万": [120_000_000], "一括で": [], "千葉の支店": [],
}  # fmt: skip
ENGLISH = {
    "two and a half grand": [2_500], "30k": [30_000], "about fifteen hundred": [1_500], "sixty-five hundred": [6_500],
    "nine and a half thousand a month": [9_500], "four and half lakhs": [450_000], "three crore eighty": [38_000_000],
    "two hundred ten thousand": [210_000], "a hundred and sixty thousand": [160_000],
    "one and a half million": [1_500_000],
    "half a million": [500_000], "five sixty": [560], "$1,500.50": [1_500.5], "£12.5k": [12_500],
    "Hundred and eighteen thousand": [118_000], "two thousand four hundred": [2_400], "a couple of thousand": [2_000],
    "one-forty": [140], "a quarter million": [250_000], "two million and a half": [2_500_000], "a hundred": [100],
    "three and a half.": [3.5], "the fifteenth": [], "20,000": [20_000], "nine fifty-five": [955],
    "twenty-four thousand, nine hundred and ninety-nine": [24_999], "sixty grand, one hit": [60_000, 1],
    "four point two million": [4_200_000], "nought point three five": [0.35], "one point three": [1.3],
    "twelve lakhs": [1_200_000], "nothing at all": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), JAPANESE.items(), ids=JAPANESE.keys())
def test_numbers_reads_japanese(text: str, expected: list[float]) -> None:
    assert expected == [number.value for number in numbers(text, "ja")]


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items(), ids=ENGLISH.keys())
def test_numbers_reads_english(text: str, expected: list[float]) -> None:
    assert expected == [number.value for number in numbers(text, "en")]


def kanji(value: int) -> str:
    """Write a number below a hundred million in kanji."""

    def four(part: int) -> str:
        text = ""
        for size, sign in ((1000, "千"), (100, "百"), (10, "十")):
            digit, part = divmod(part, size)
            text += "" if not digit else ("" if digit == 1 else "〇一二三四五六七八九"[digit]) + sign
        return text + ("〇一二三四五六七八九"[part] if part else "")

    high, low = divmod(value, 10_000)
    return (four(high) + "万" if high else "") + four(low)


@FEW
@given(st.integers(min_value=11, max_value=99_999_999))
def test_japanese_value_reads_what_was_written(value: int) -> None:
    assert value == japanese_value(kanji(value))


@FEW
@given(st.text(max_size=60), st.sampled_from(["ja", "en"]))
def test_numbers_survives_any_text(text: str, language: str) -> None:
    for number in numbers(text, language):
        assert 0 <= number.start < number.end <= len(text)
