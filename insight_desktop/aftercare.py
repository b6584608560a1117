"""After a sale one asks whether it helps: first use, first result, habit. What is due follows from the sale."""

import datetime as dt
from dataclasses import dataclass

from insight_desktop.domain.ids import CustomerId, MeetingId, SuggestionId
from insight_desktop.store.check_ins import CheckInMark
from insight_desktop.store.suggestions import ListedSuggestion
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.lifecycle import CHECK_IN_DAYS

AHEAD_DAYS = 7
"""So many days before its day a question is shown."""
POSTPONED_DAYS = 7
_LONGEST = dt.timedelta(days=max(CHECK_IN_DAYS) + 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One question to ask after a sale."""

    suggestion_id: SuggestionId
    days: int
    """After the sale; with the sale its identity."""
    due: dt.date
    product: str
    customer: str
    customer_id: CustomerId | None
    meeting_id: MeetingId
    is_overdue: bool


def due_check_ins(workspace: Workspace, today: dt.date) -> tuple[CheckIn, ...]:
    """Return the questions that are due or soon will be, the oldest first; of one sale only the newest.

    They are not kept but follow from the sale, so that none comes twice and all go when the sale is withdrawn.
    """
    since = dt.datetime.combine(today, dt.time(), dt.UTC) - _LONGEST
    sales = workspace.suggestions.accepted_since(since)
    if not sales:
        return ()
    marks = workspace.check_ins.marks()
    names = {product.id: product.name for product in workspace.products.all()}
    found = []
    for sale in sales:
        accepted = sale.suggestion.state_at.astimezone().date()
        days = [each for each in CHECK_IN_DAYS if accepted + dt.timedelta(days=each - AHEAD_DAYS) <= today]
        if not days:
            continue
        mark = marks.get((sale.suggestion.id, days[-1]), CheckInMark())
        due = mark.due or accepted + dt.timedelta(days=days[-1])
        if not mark.is_done and (mark.due is None or mark.due <= today):
            name = names.get(sale.suggestion.product, sale.suggestion.product)
            found.append(_check_in(sale, days[-1], due, name, today))
    return tuple(sorted(found, key=lambda each: (each.due, each.suggestion_id)))


def next_check_ins(workspace: Workspace, customer_id: CustomerId, today: dt.date) -> tuple[CheckIn, ...]:
    """Return the next question after each sale to a customer, however far it is; the earliest first."""
    since = dt.datetime.combine(today, dt.time(), dt.UTC) - _LONGEST
    sales = [sale for sale in workspace.suggestions.accepted_since(since) if sale.suggestion.customer_id == customer_id]
    if not sales:
        return ()
    marks = workspace.check_ins.marks()
    names = {product.id: product.name for product in workspace.products.all()}
    found = []
    for sale in sales:
        accepted = sale.suggestion.state_at.astimezone().date()
        begun = sum(accepted + dt.timedelta(days=each - AHEAD_DAYS) <= today for each in CHECK_IN_DAYS)
        for days in CHECK_IN_DAYS[max(begun - 1, 0) :]:
            mark = marks.get((sale.suggestion.id, days), CheckInMark())
            if not mark.is_done:
                due = mark.due or accepted + dt.timedelta(days=days)
                name = names.get(sale.suggestion.product, sale.suggestion.product)
                found.append(_check_in(sale, days, due, name, today))
                break
    return tuple(sorted(found, key=lambda each: (each.due, each.suggestion_id)))


def finish(workspace: Workspace, suggestion_id: SuggestionId, days: int) -> CheckInMark:
    """Note that it was asked; returns the former mark."""
    return workspace.check_ins.mark(suggestion_id, days, CheckInMark(is_done=True))


def postpone(workspace: Workspace, suggestion_id: SuggestionId, days: int, today: dt.date) -> CheckInMark:
    """Ask a week later; returns the former mark."""
    later = today + dt.timedelta(days=POSTPONED_DAYS)
    return workspace.check_ins.mark(suggestion_id, days, CheckInMark(due=later))


def _check_in(sale: ListedSuggestion, days: int, due: dt.date, product: str, today: dt.date) -> CheckIn:
    return CheckIn(
        suggestion_id=sale.suggestion.id,
        days=days,
        due=due,
        product=product,
        customer=sale.customer or sale.meeting_title,
        customer_id=sale.suggestion.customer_id,
        meeting_id=sale.suggestion.meeting_id,
        is_overdue=due < today,
    )
