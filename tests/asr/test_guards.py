"""What a transcriber invents is kept out; what people really say stays."""

import pytest

from insight_desktop.asr.guards import Acoustics, is_phantom, without_loop

CLEAR = Acoustics(log_probability=-0.2, no_speech=0.02, seconds=2.0)
UNSURE = Acoustics(log_probability=-0.8, no_speech=0.5, seconds=2.0)
NOISE = Acoustics(log_probability=-1.8, no_speech=0.4, seconds=1.0)


@pytest.mark.parametrize(
    "text", ["ありがとうございました。", "はい", "Thank you.", "おやすみなさい", "御社の予算はいくらですか"]
)
def test_clear_speech_stays(text):
    assert not is_phantom(text, CLEAR)


@pytest.mark.parametrize("text", ["ありがとうございました。", "はい、そうですね", "Thank you so much for your time."])
def test_quiet_but_real_speech_stays(text):
    assert not is_phantom(text, UNSURE)


@pytest.mark.parametrize(
    "text", ["ご視聴ありがとうございました", "チャンネル登録お願いします!", "Thanks for watching!"]
)
def test_thanks_of_films_go_unless_the_sound_is_clear(text):
    assert is_phantom(text, UNSURE)
    assert not is_phantom(text, CLEAR)


@pytest.mark.parametrize("text", ["名称", "スティック", "さあ、", "what", "【音楽】"])
def test_words_out_of_noise_go(text):
    assert is_phantom(text, NOISE)


@pytest.mark.parametrize("text", ["", "。", "…", "♪♪"])
def test_punctuation_is_nothing_said(text):
    assert is_phantom(text, CLEAR)


def test_more_letters_than_anybody_speaks():
    acoustics = Acoustics(log_probability=-0.2, no_speech=0.1, seconds=0.1)

    assert is_phantom("ご視聴ありがとうございました", acoustics)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("それは" * 30, "それは"),
        ("予算は予算は予算は予算は予算は予算は予算は三百万です", "予算は三百万です"),
        ("I think I think I think I think I think I think I think so", "I think so"),
        ("はい、はい、はい、分かりました", "はい、はい、はい、分かりました"),
        ("ハハハハハ", "ハハハハハ"),
        ("一千万円と二百万円", "一千万円と二百万円"),
    ],
)
def test_loops_are_said_once(text, expected):
    assert without_loop(text).replace("  ", " ") == expected
