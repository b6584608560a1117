"""The manager's table counts customers, follows filters, and names movements."""

import datetime as dt

import pytest

from insight_desktop.domain.ids import CustomerId, InsightId, MeetingId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.trend import Theme, Voice
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.overview import Movement, Period, following, movement, start_of
from tests.trends.columns import table_of

TODAY = dt.date(2026, 3, 20)


def a_voice(name: str, customer: str, day: dt.date, **more: object) -> Voice:
    values = {"summary": name, "kind": InsightKind.PAIN, "outcome": Outcome.UNSET} | more
    return Voice(
        insight_id=InsightId(name),
        meeting_id=MeetingId(f"meeting-{name[0]}"),
        customer_id=CustomerId(customer),
        held_on=day,
        **values,
    )


VOICES = (
    a_voice("a1", "yamada", dt.date(2026, 1, 5), segment="smb", outcome=Outcome.WON),
    a_voice("a2", "yamada", dt.date(2026, 1, 5), segment="smb", outcome=Outcome.WON),
    a_voice("b1", "suzuki", dt.date(2026, 3, 2), segment="mid", outcome=Outcome.LOST),
    a_voice("c1", "tanaka", dt.date(2026, 3, 9), segment="mid"),
    a_voice("d1", "tanaka", dt.date(2026, 3, 9), kind=InsightKind.NEED),
)
THEMES = (
    Theme(id="t1", name="締め", kind=InsightKind.PAIN, members=tuple(InsightId(i) for i in ("a1", "a2", "b1", "c1"))),
    Theme(id="t2", name="承認", kind=InsightKind.NEED, members=(InsightId("d1"),)),
)


def test_customers_are_counted_not_turns():
    (closing, _) = table_of(VOICES, THEMES).rows(TrendFilter(), Period.MONTH, TODAY)

    assert (closing.customers, closing.meetings, closing.voices) == (3, 3, 4)
    assert [point.customers for point in closing.points] == [1, 0, 2]
    assert closing.outcomes == ((Outcome.WON, 1), (Outcome.LOST, 1), (Outcome.UNSET, 1))


def test_filters_combine():
    table = table_of(VOICES, THEMES)

    (row,) = table.rows(TrendFilter(segments=("mid",), since=dt.date(2026, 3, 5)), Period.WEEK, TODAY)

    assert (row.theme_id, row.customers) == ("t1", 1)
    assert table.rows(TrendFilter(segments=("nobody",)), Period.WEEK, TODAY) == ()


def test_voices_of_a_theme_come_newest_first():
    found = table_of(VOICES, THEMES).voices(TrendFilter(), "t1")

    assert found == ((3, 0), (2, 0), (1, 0), (1, 1))


def test_choices_list_what_occurs():
    assert table_of(VOICES, THEMES).choices("segments") == ("mid", "smb")


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((0, 0, 2), Movement.NEW),
        ((3, 6), Movement.RISING),
        ((6, 3), Movement.FADING),
        ((6, 0), Movement.GONE),
        ((6, 7), Movement.STEADY),
        ((1, 2), Movement.STEADY),
        ((4,), Movement.STEADY),
    ],
)
def test_movement_compares_the_last_two_periods(points: tuple[int, ...], expected: Movement):
    assert movement(points) is expected


def test_periods_follow_each_other():
    assert start_of(dt.date(2026, 3, 19), Period.WEEK) == dt.date(2026, 3, 16)
    assert following(dt.date(2026, 12, 1), Period.MONTH) == dt.date(2027, 1, 1)
    assert following(dt.date(2026, 11, 1), Period.MONTH) == dt.date(2026, 12, 1)


def test_no_voices_no_rows():
    assert table_of((), ()).rows(TrendFilter(), Period.MONTH, TODAY) == ()


@pytest.mark.parametrize(
    ("points", "elapsed", "expected"),
    [
        ((9, 3), 1.0, Movement.FADING),
        ((9, 3), 1 / 3, Movement.STEADY),
        ((9, 6), 1 / 3, Movement.RISING),
        ((1, 0), 0.1, Movement.STEADY),
        ((12, 0), 0.5, Movement.GONE),
        ((0, 0, 1), 0.1, Movement.NEW),
    ],
)
def test_a_month_that_has_just_begun_is_not_compared_with_a_whole_one(
    points: tuple[int, ...], elapsed: float, expected: Movement
) -> None:
    assert movement(points, elapsed) is expected
