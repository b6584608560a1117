"""No turn is lost between windows."""

from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.nlp.turn_windows import LONGEST_TURN, EncodedTurn, overlap, tile

TURNS = st.lists(
    st.builds(
        EncodedTurn,
        marker=st.integers(1, 4),
        ids=st.lists(st.integers(4, 99), max_size=2 * LONGEST_TURN).map(tuple),
    ),
    min_size=1,
    max_size=40,
)


@given(TURNS, st.integers(1, 9))
def test_tiles_hold_every_turn_once(turns: list[EncodedTurn], lead: int):
    windows = tile(turns, lead=lead)
    assert [w.first + n for w in windows for n in range(w.count)] == list(range(len(turns)))


@given(TURNS)
def test_overlapping_windows_hold_every_turn_and_fit_the_budget(turns: list[EncodedTurn]):
    windows = overlap(turns, header=(7, 8, 9), budget=160)
    assert {w.first + n for w in windows for n in range(w.count)} == set(range(len(turns)))
    assert all(len(w.tokens) == len(w.markers) == len(w.slots) <= 160 for w in windows)
