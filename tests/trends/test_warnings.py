"""Each warning is given where its rule says so, and not beside it."""

import datetime as dt
from dataclasses import replace

import pytest

from insight_desktop.domain.digest import CustomerState, WarningKind
from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.trends.warnings import mixed, warnings

TODAY = dt.date(2026, 11, 20)
CALM = CustomerState(
    customer_id=CustomerId("c"),
    name="山田製作所",
    meetings=3,
    last_meeting=MeetingId("m"),
    last_on=dt.date(2026, 11, 10),
    is_decided=False,
    contacts=2,
    price_spoken=True,
    overdue=0,
    oldest_due=None,
    is_dissatisfied=False,
    unanswered=0,
)


def test_a_customer_in_order_gives_no_warning():
    assert warnings([CALM], TODAY) == ()


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"overdue": 2, "oldest_due": dt.date(2026, 11, 1)}, WarningKind.PROMISE_OVERDUE),
        ({"is_dissatisfied": True}, WarningKind.DISSATISFACTION_OPEN),
        ({"unanswered": 1}, WarningKind.QUESTION_UNANSWERED),
        ({"last_on": dt.date(2026, 10, 1)}, WarningKind.NO_ACTIVITY),
        ({"contacts": 1}, WarningKind.ONE_CONTACT),
        ({"price_spoken": False}, WarningKind.PRICE_NEVER_SPOKEN),
    ],
)
def test_each_rule_warns(change: dict[str, object], kind: WarningKind):
    assert [warning.kind for warning in warnings([replace(CALM, **change)], TODAY)] == [kind]


def test_who_decided_is_not_chased():
    quiet = replace(CALM, last_on=dt.date(2026, 9, 1), contacts=1, price_spoken=False, is_decided=True)

    assert warnings([quiet], TODAY) == ()


def test_what_is_overdue_longest_stands_first():
    late = replace(CALM, name="A", overdue=1, oldest_due=dt.date(2026, 11, 10))
    later = replace(CALM, name="B", overdue=1, oldest_due=dt.date(2026, 10, 10))

    assert [warning.customer for warning in warnings([late, later], TODAY)] == ["B", "A"]


def test_a_page_of_warnings_holds_some_of_each_kind() -> None:
    quiet = replace(CALM, name="静か", last_on=TODAY - dt.timedelta(days=40))
    many = [replace(CALM, name=f"不満{n}", is_dissatisfied=True) for n in range(9)]

    found = mixed(warnings([*many, quiet], TODAY), 4)

    assert [each.kind for each in found] == [WarningKind.DISSATISFACTION_OPEN] * 3 + [WarningKind.NO_ACTIVITY]
