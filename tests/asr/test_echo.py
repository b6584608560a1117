"""The customer's voice from the loudspeaker does not appear twice."""

from insight_desktop.asr.echo import without_echo
from tests.fakes_speech import a_segment


def loudness_by(levels):
    return lambda channel, span: next(
        (level for start, end, level in levels[channel] if start <= span.start < end), -80.0
    )


def test_echo_of_the_other_side_goes():
    customer = a_segment(10.0, 14.0, "予算は三百万円です", channel=1)
    echo = a_segment(10.2, 14.1, "予算は三百万円です", channel=0)
    rep = a_segment(15.0, 17.0, "承知しました", channel=0)
    loudness = loudness_by({0: [(10, 14.5, -40.0), (15, 17, -20.0)], 1: [(10, 14.5, -20.0)]})

    assert without_echo([customer, echo, rep], loudness) == (customer, rep)


def test_same_words_said_by_both_stay():
    """Both say はい at the same time, each loud on the own channel."""
    first, second = a_segment(1.0, 2.0, "そうですね", channel=0), a_segment(1.1, 2.1, "そうですね", channel=1)
    loudness = loudness_by({0: [(0, 3, -20.0)], 1: [(0, 3, -21.0)]})

    assert without_echo([first, second], loudness) == (first, second)


def test_own_words_before_the_echo_stay():
    rep = a_segment(8.0, 14.0, "なるほど予算は三百万", channel=0)
    customer = a_segment(10.4, 14.0, "予算は三百万", channel=1)
    loudness = loudness_by({0: [(8, 10.3, -20.0), (10.3, 15, -40.0)], 1: [(10.3, 15, -20.0)]})

    kept, _ = without_echo([rep, customer], loudness)

    assert kept.text == "なるほど"
    assert kept.span.end < 10.5


def test_talking_over_each_other_stays():
    rep = a_segment(10.0, 12.0, "少しよろしいですか", channel=0)
    customer = a_segment(9.0, 13.0, "それで価格の件なんですが", channel=1)
    loudness = loudness_by({0: [(9, 13, -24.0)], 1: [(9, 13, -16.0)]})

    assert without_echo([customer, rep], loudness) == (customer, rep)


def test_one_channel_is_left_alone():
    segments = (a_segment(0, 1, channel=0), a_segment(1, 2, channel=0))

    assert without_echo(segments, lambda _channel, _span: -20.0) == segments


def test_a_first_word_that_reaches_into_the_silence_before_it_stays():
    """Transcribers often begin the first word while the other side still speaks."""
    customer = a_segment(5.0, 10.0, "助かっています", channel=1)
    rep = a_segment(9.0, 13.0, "実はファックスの件で", channel=0)
    loudness = loudness_by({0: [(0, 10.0, -60.0), (10.0, 14, -20.0)], 1: [(0, 10.0, -20.0)]})

    assert without_echo([customer, rep], loudness) == (customer, rep)


def test_an_echo_that_was_misheard_goes_by_its_loudness():
    customer = a_segment(10.0, 14.0, "予算は三百万円です", channel=1)
    echo = a_segment(10.2, 13.9, "良さんはさんびゃく", channel=0)
    rep = tuple(a_segment(start, start + 2, "承知しました", channel=0) for start in (15.0, 18.0, 21.0))
    loudness = loudness_by({0: [(10, 14.5, -40.0), (15, 30, -20.0)], 1: [(10, 14.5, -20.0)]})

    assert without_echo([customer, echo, *rep], loudness) == (customer, *rep)
