"""Themes: the same meaning gathers, identities last."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.ids import InsightId, MeetingId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.trend import Voice
from insight_desktop.trends.themes import gather, kept, merge, rename, restored, split, strictness

DIMENSIONS = 16


def a_voice(number: int, kind: InsightKind = InsightKind.PAIN) -> Voice:
    return Voice(
        insight_id=InsightId(f"i{number:04}"),
        meeting_id=MeetingId(f"m{number}"),
        customer_id=None,
        kind=kind,
        summary=f"voice {number}",
        held_on=dt.date(2026, 1, 1) + dt.timedelta(days=number),
    )


def some_vectors(n: int, groups: int, seed: int = 1) -> np.ndarray:
    chance = np.random.default_rng(seed)
    middles = np.eye(DIMENSIONS, dtype=np.float32)[:groups]
    rows = middles[np.arange(n) % groups] + 0.05 * chance.standard_normal((n, DIMENSIONS))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_voices_of_one_meaning_share_a_theme():
    centres = gather([a_voice(i) for i in range(30)], some_vectors(30, 3))

    assert sorted(len(centre.theme.members) for centre in centres) == [10, 10, 10]


def test_kinds_never_mix():
    voices = [a_voice(0), a_voice(1, InsightKind.NEED)]

    centres = gather(voices, some_vectors(2, 1))

    assert {centre.theme.kind for centre in centres} == {InsightKind.PAIN, InsightKind.NEED}


def test_new_meetings_leave_old_identities_and_members():
    vectors = some_vectors(60, 4)
    before = gather([a_voice(i) for i in range(40)], vectors[:40])

    after = gather([a_voice(i) for i in range(40, 60)], vectors[40:], before)

    kept = {centre.theme.id: set(centre.theme.members) for centre in after}
    assert all(set(centre.theme.members) <= kept[centre.theme.id] for centre in before)


@given(st.permutations(range(12)))
def test_order_of_handing_over_changes_nothing(order: list[int]):
    voices, vectors = [a_voice(i) for i in range(12)], some_vectors(12, 3)

    shuffled = gather([voices[i] for i in order], vectors[order])

    assert [centre.theme for centre in gather(voices, vectors)] == [centre.theme for centre in shuffled]


def test_a_voice_counts_once():
    voices, vectors = [a_voice(0)], some_vectors(1, 1)

    again = gather(voices, vectors, gather(voices, vectors))

    assert [centre.theme.members for centre in again] == [(InsightId("i0000"),)]


def test_a_managers_name_stays():
    vectors = some_vectors(20, 1)
    (first,) = gather([a_voice(i) for i in range(3)], vectors[:3])

    (after,) = gather([a_voice(i) for i in range(3, 20)], vectors[3:], [rename(first, "月末の締め")])

    assert after.theme.name == "月末の締め"


def test_merge_and_split_lose_no_member():
    voices, vectors = [a_voice(i) for i in range(10)], some_vectors(10, 2)
    first, second = gather(voices, vectors)

    one = merge(first, second)
    rows = {voice.insight_id: vectors[i] for i, voice in enumerate(voices)}
    stay, leave = split(one, second.theme.members, rows)

    assert set(one.theme.members) == {voice.insight_id for voice in voices}
    assert set(stay.theme.members) == set(first.theme.members)
    assert set(leave.theme.members) == set(second.theme.members)
    np.testing.assert_allclose(stay.total, first.total, atol=1e-5)


def test_split_of_everything_is_refused():
    (centre,) = gather([a_voice(0)], some_vectors(1, 1))

    with pytest.raises(ValueError, match="both sides"):
        split(centre, centre.theme.members, {})


def test_what_is_kept_comes_back():
    before = gather([a_voice(i) for i in range(6)], some_vectors(6, 2))

    after = restored(kept(centre) for centre in before)

    assert [centre.theme for centre in after] == [centre.theme for centre in before]
    np.testing.assert_array_equal([centre.total for centre in after], [centre.total for centre in before])


def test_short_words_must_be_nearer_than_long_ones() -> None:
    assert (
        strictness("月末")
        > strictness("月末の締めが一人の担当に寄っていて三日かかる")
        > strictness("月末の締めが" * 20)
    )
    assert strictness("") == strictness("a")
    assert strictness("x" * 100) == pytest.approx(strictness("長" * 35))
