"""What a manager should be warned of, customer by customer; pure rules over counts."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from insight_desktop.domain.digest import CustomerState, CustomerWarning, WarningKind

QUIET_DAYS = 30
"""Days without a meeting after which a customer that has not decided is quiet."""
FORGOTTEN_DAYS = 180
"""Days after which nobody waits any more."""
_SEVERAL = 2


def warnings(states: Iterable[CustomerState], today: dt.date) -> tuple[CustomerWarning, ...]:
    """Return every warning, the gravest kind first, and in it the longest wait first."""
    order = list(WarningKind)
    found = [warning for state in states for warning in _of(state, today)]
    return tuple(sorted(found, key=lambda each: (order.index(each.kind), each.since or today, each.customer)))


def mixed(found: Iterable[CustomerWarning], most: int) -> tuple[CustomerWarning, ...]:
    """Return so many warnings, some of each kind: a page of one kind would hide that there are others."""
    by_kind: dict[WarningKind, list[CustomerWarning]] = {}
    for warning in found:
        by_kind.setdefault(warning.kind, []).append(warning)
    turns = [each for line in zip_longest(*by_kind.values()) for each in line if each is not None][:most]
    return tuple(sorted(turns, key=lambda each: list(WarningKind).index(each.kind)))


def _of(state: CustomerState, today: dt.date) -> Iterator[CustomerWarning]:
    def warning(kind: WarningKind, count: int = 0, since: dt.date | None = None) -> CustomerWarning:
        return CustomerWarning(kind=kind, customer=state.name, meeting_id=state.last_meeting, count=count, since=since)

    if state.overdue:
        yield warning(WarningKind.PROMISE_OVERDUE, state.overdue, state.oldest_due)
    if (today - state.last_on).days > FORGOTTEN_DAYS:
        return
    if state.is_dissatisfied:
        yield warning(WarningKind.DISSATISFACTION_OPEN, since=state.last_on)
    if state.unanswered:
        yield warning(WarningKind.QUESTION_UNANSWERED, state.unanswered, state.last_on)
    if state.is_decided:
        return
    if (today - state.last_on).days >= QUIET_DAYS:
        yield warning(WarningKind.NO_ACTIVITY, (today - state.last_on).days, state.last_on)
    if state.meetings >= _SEVERAL and state.contacts == 1:
        yield warning(WarningKind.ONE_CONTACT, state.meetings)
    if state.meetings >= _SEVERAL and not state.price_spoken:
        yield warning(WarningKind.PRICE_NEVER_SPOKEN, state.meetings)
