"""The entries of a customer's timeline: meetings, and what happened besides."""

import datetime as dt
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from insight_desktop.chronicle import Event, EventKind
from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.ui import wording
from insight_desktop.ui.customers.values import CustomerPage
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import column, label, row
from insight_desktop.ui.widgets.link import Link
from insight_desktop.ui.widgets.wrapping import WrappingRow

Open = Callable[[str], None]
_IN_A_ROW = 4
"""So many counts of a meeting fit beside each other."""
_MARKS = {
    EventKind.CONTRACT: wording.Meaning(QT_TRANSLATE_NOOP("Wording", "Contract"), "handshake", "success"),
    EventKind.PRODUCT: wording.Meaning(QT_TRANSLATE_NOOP("Wording", "Began to use"), "square-check", "success"),
    EventKind.DEAL_WON: wording.Meaning(QT_TRANSLATE_NOOP("Wording", "Deal won"), "trophy", "success"),
    EventKind.DEAL_LOST: wording.Meaning(QT_TRANSLATE_NOOP("Wording", "Deal lost"), "circle-x", "dissatisfaction"),
    EventKind.CASE_OPENED: wording.Meaning(QT_TRANSLATE_NOOP("Wording", "Support case opened"), "phone", "pain"),
    EventKind.CASE_CLOSED: wording.Meaning(QT_TRANSLATE_NOOP("Wording", "Support case closed"), "check", "success"),
    EventKind.LOYALTY: wording.Meaning(QT_TRANSLATE_NOOP("Wording", "NPS answer"), "chart-column", "neutral"),
}


def entries(page: CustomerPage, open_meeting: Open, open_offer: Open) -> list[Callable[[], QWidget]]:
    """Return what makes the entries, the newest first; of one day what followed from a meeting stands above it."""
    found = sorted(_dated(page, open_meeting, open_offer), key=lambda each: each[0], reverse=True)
    return [make for _, make in found]


def _dated(page: CustomerPage, open_meeting: Open, open_offer: Open) -> Iterator[tuple[dt.date, Callable[[], QWidget]]]:
    for event in page.events:
        yield event.on, lambda each=event: _event(each, page, open_offer)  # type: ignore[misc]
    for summary in page.meetings:
        held_on = summary.meeting.started_at.astimezone().date()
        yield held_on, lambda each=summary: _meeting(each, open_meeting)  # type: ignore[misc]


def _event(event: Event, page: CustomerPage, open_offer: Open) -> QWidget:
    mark = wording.SUGGESTION_STATES[event.state] if event.state is not None else _MARKS[event.kind]
    box = QWidget()
    layout = column(gap=2)
    layout.addWidget(label("small", wording.full_day(event.on)))
    layout.addLayout(row(Badge(mark.text, mark.icon, mark.tone), None))
    is_product = event.kind in (EventKind.PRODUCT, EventKind.OFFER)
    text = page.product_name(event.text) if is_product else event.text
    if event.suggestion_id is not None:
        offer = str(event.suggestion_id)
        link = Link(text)
        link.clicked.connect(lambda: open_offer(offer))
        layout.addWidget(link)
    elif text:
        layout.addWidget(label("", text, wraps=True))
    if event.amount is not None:
        layout.addWidget(label("small", wording.money(event.amount, event.currency)))
    box.setLayout(layout)
    return box


def _meeting(summary: MeetingSummary, opened: Open) -> QWidget:
    box = QWidget()
    outcome = wording.OUTCOMES[summary.meeting.outcome]
    counts = []
    for kind, count in summary.insights:
        if count:
            meaning = wording.INSIGHTS[kind]
            counts.append(Badge(str(count), meaning.icon, meaning.tone))
            counts[-1].setToolTip(f"{meaning.text} {count}")
            counts[-1].setAccessibleName(f"{meaning.text} {count}")
    meeting = summary.meeting.id
    link = Link(summary.meeting.title)
    link.clicked.connect(lambda: opened(meeting))
    layout = column(gap=2)
    layout.addWidget(label("small", wording.full_day(summary.meeting.started_at.astimezone().date())))
    if outcome.icon:
        layout.addLayout(row(Badge(outcome.text, outcome.icon, outcome.tone), None))
    layout.addWidget(link)
    if counts:
        is_narrow = len(counts) > _IN_A_ROW  # a row that wraps is costly to lay out, and there may be hundreds
        layout.addLayout(WrappingRow(*counts, gap=4) if is_narrow else row(*counts, None, gap=4))
    box.setLayout(layout)
    return box
