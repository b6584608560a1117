"""Words meet voices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.diarization.attribution import as_turns, attribute
from insight_desktop.domain.speaker import Diarization, SpeakerLabel, SpeakerTurn
from insight_desktop.domain.timespan import TimeSpan
from tests.fakes_speech import a_segment

A, B = SpeakerLabel("SPEAKER_00"), SpeakerLabel("SPEAKER_01")


def diarized(*turns: tuple[float, float, SpeakerLabel]):
    return Diarization(
        turns=tuple(SpeakerTurn(span=TimeSpan(start=start, end=end), speaker=who) for start, end, who in turns)
    )


starts = st.lists(st.floats(0, 60), min_size=1, max_size=6, unique=True).map(sorted)
segments = st.lists(st.tuples(st.floats(0, 60), st.floats(0.2, 8), st.text("あいうえお", min_size=1, max_size=12)))


@given(segments, starts)
def test_no_word_is_lost_or_moved(rows, changes):
    said = [a_segment(start, start + length, text) for start, length, text in rows]
    turns = [(start, start + 5, (A, B)[n % 2]) for n, start in enumerate(changes)]

    found = attribute(said, diarized(*turns))

    assert [word for part in found for word in part.words] == [word for segment in said for word in segment.words]
    assert all(part.speaker in (A, B) for part in found)
    assert all(0 <= part.speaker_confidence <= 1 for part in found)


@given(segments)
def test_speaker_is_who_overlaps_most(rows):
    said = [a_segment(start, start + length, text) for start, length, text in rows]
    everywhere = diarized((0, 100, A), (200, 300, B))

    assert {part.speaker for part in attribute(said, everywhere)} <= {A}


def test_segment_is_divided_where_the_speaker_changes():
    found = attribute([a_segment(0, 10, "あいうえおかきくけこ")], diarized((0, 5, A), (5, 10, B)))

    assert [(part.speaker, part.text) for part in found] == [(A, "あいうえお"), (B, "かきくけこ")]
    assert [part.span for part in found] == [TimeSpan(start=0, end=5), TimeSpan(start=5, end=10)]


def test_lone_word_follows_its_neighbours():
    found = attribute([a_segment(0, 2, "あいうえおかきくけこ")], diarized((0, 0.9, A), (0.9, 1.1, B), (1.1, 2, A)))

    assert [part.speaker for part in found] == [A]
    assert found[0].speaker_confidence < 1


def test_without_turns_nothing_changes():
    said = (a_segment(0, 1),)

    assert attribute(said, diarized()) == said


def said_by(who, start, end, text):
    return a_segment(start, end, text, speaker=who)


def test_segments_of_one_breath_become_a_turn():
    first, second = said_by(A, 0, 3, "今日は"), said_by(A, 3.4, 5, "予算の話です。")

    (turn,) = as_turns([second, first], "ja")

    assert turn.text == "今日は。予算の話です。"
    assert "".join(word.text for word in turn.words) == turn.text


def test_english_segments_are_joined_with_a_space():
    (turn,) = as_turns([said_by(A, 0, 3, "So"), said_by(A, 3.2, 5, "here we are.")], "en")

    assert turn.text == "So here we are."


def test_murmur_does_not_end_a_turn():
    turns = as_turns(
        [said_by(A, 0, 5, "まず一つ目は、"), said_by(B, 4.8, 5.3, "はい"), said_by(A, 5.5, 8, "価格です。")], "ja"
    )

    assert [(turn.speaker, turn.text) for turn in turns] == [(A, "まず一つ目は、価格です。"), (B, "はい")]


def test_an_answer_ends_a_turn():
    turns = as_turns(
        [said_by(A, 0, 5, "いかがですか"), said_by(B, 5, 8, "そうですね検討します"), said_by(A, 8.5, 9, "では")], "ja"
    )

    assert [turn.speaker for turn in turns] == [A, B, A]


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0.1, 20), st.sampled_from([A, B])), max_size=12))
def test_turns_keep_every_word_and_the_order(rows):
    said = [said_by(who, start, start + length, "あいう。") for start, length, who in rows]

    turns = as_turns(said, "ja")

    assert sorted(w.span for t in turns for w in t.words) == sorted(w.span for s in said for w in s.words)
    assert [turn.span.start for turn in turns] == sorted(turn.span.start for turn in turns)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_said_gives_no_turns(language):
    assert as_turns([], language) == ()
