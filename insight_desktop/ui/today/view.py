"""The home page: promises by date at the left, questions after sales and meetings that want a look at the right."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.ui import wording
from insight_desktop.ui.meetings.delegate import state_of
from insight_desktop.ui.places import place_of
from insight_desktop.ui.today.check_ins_card import CheckInsCard
from insight_desktop.ui.today.content import Due, Today
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, empty, frame, label, row
from insight_desktop.ui.widgets.columns import Columns
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.focus import focus_kept
from insight_desktop.ui.widgets.link import Link
from insight_desktop.ui.widgets.scrolling import ScrollArea

_WIDTH, _LEAST = 1160, 380


class TodayView(View):
    """Shows the day.

    Signals:
        open_requested(str): a meeting's id.
        step_done(str, str): a promise's id and its meeting's.
        import_requested(): choose files.
        check_in_done(str, int): it was asked after a sale how it goes.
        check_in_postponed(str, int): it is to be asked later.
        suggestion_opened(str): a sale is to be seen.
        retry_requested(str): process a meeting again.
    """

    open_requested = Signal(str)
    step_done = Signal(str, str)
    check_in_done = Signal(str, int)
    check_in_postponed = Signal(str, int)
    suggestion_opened = Signal(str)
    import_requested = Signal()
    retry_requested = Signal(str)

    def __init__(self) -> None:
        """Lay out the columns."""
        super().__init__()
        self._today: Today | None = None
        self._date = label("title")
        self._left, self._right = column(gap=12), column(gap=12)
        sides = []
        for side, share in ((self._left, 3), (self._right, 2)):
            sides.append((QWidget(), share))
            sides[-1][0].setLayout(side)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        inner = column(self._date, 4, gap=12, margins=(24, 24, 24, 24))
        inner.addLayout(Columns(*sides, least=_LEAST, gap=24))
        inner.addStretch(1)
        content.setLayout(inner)
        outer = QWidget()
        outer.setLayout(row(content, None, gap=0))
        outer.layout().setStretch(0, 100)  # type: ignore[union-attr]
        scroll = ScrollArea(outer)
        self._empty = EmptyState("sunrise", "upload")
        self._empty.asked.connect(self.import_requested)
        self._layers = QStackedLayout(self)
        for widget in (QWidget(), scroll, self._empty):
            self._layers.addWidget(widget)
        self.retranslate()

    def show_today(self, today: Today, date: dt.date) -> None:
        """Show what was read."""
        self._today = today
        self._date.setText(wording.day(date))
        with focus_kept(self):
            self._fill()

    def _fill(self) -> None:
        today = self._today
        if today is None:
            return
        self._layers.setCurrentIndex(1 if today.has_meetings else 2)
        empty(self._left)
        empty(self._right)
        self._promises(today.promises, today.promised)
        if today.check_ins:
            card = CheckInsCard(today.check_ins, today.checked)
            card.done.connect(self.check_in_done)
            card.postponed.connect(self.check_in_postponed)
            card.opened.connect(self.suggestion_opened)
            self._right.addWidget(card)  # at the left it would lie below the promises, out of sight
        if today.troubled:
            self._meetings(self.tr("Processing stopped"), today.troubled, len(today.troubled), is_troubled=True)
        self._meetings(self.tr("How did these end?"), today.to_check, today.unset, is_troubled=False)

    def _promises(self, promises: Sequence[Due], count: int) -> None:
        card, layout = _card(self.tr("Promises"), str(count))
        if not promises:
            layout.addWidget(
                label("quiet", self.tr("Nothing is open. Promises from your meetings appear here."), wraps=True)
            )
        for due in promises:
            layout.addLayout(self._promise(due))
        _tell_more(layout, count - len(promises))
        self._left.addWidget(card)

    def _promise(self, due: Due) -> QHBoxLayout:
        owner = wording.OWNERS[due.step.owner]
        box = QCheckBox()
        box.setAccessibleName(due.step.what)
        box.toggled.connect(lambda _on: self.step_done.emit(due.id, due.meeting_id))
        where = Link(due.customer or due.meeting_title)
        where.clicked.connect(lambda: self.open_requested.emit(place_of(due.meeting_id, due.step.turns)))
        about: list[QWidget | int | None] = [where, Badge(owner.text, owner.icon, "promise"), None]
        if due.step.due is not None:
            date = wording.day(due.step.due)
            late = Badge(self.tr("{date} overdue").format(date=date), "clock", "dissatisfaction")
            about.append(late if due.is_overdue else label("small", date))
        words = column(label("", due.step.what, wraps=True), gap=2)
        words.addLayout(row(*about, gap=8))
        line = row(gap=8)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line

    def _meetings(self, title: str, meetings: Sequence[MeetingSummary], count: int, *, is_troubled: bool) -> None:
        card, layout = _card(title, str(count))
        if not meetings:
            layout.addWidget(label("quiet", self.tr("Every meeting has its outcome."), wraps=True))
        for summary in meetings:
            meeting = summary.meeting
            link = Link(meeting.title)
            link.clicked.connect(lambda _on=False, name=meeting.id: self.open_requested.emit(name))
            details = " · ".join(part for part in (summary.customer_name, wording.moment(meeting.started_at)) if part)
            words = column(gap=0)
            words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            words.addWidget(label("small", details, wraps=True))
            if is_troubled:
                again = Button(self.tr("Go on"))
                again.clicked.connect(lambda _on=False, name=meeting.id: self.retry_requested.emit(name))
                words.addSpacing(6)
                words.addLayout(row(Badge(*state_of(summary)), None, again, gap=8))
            layout.addLayout(words)
        _tell_more(layout, count - len(meetings))
        self._right.addWidget(card)

    def restyle(self) -> None:
        """Build the cards in the new colours."""
        if hasattr(self, "_today"):
            self._fill()

    def retranslate(self) -> None:
        """Write the texts."""
        self._empty.say(
            self.tr("Welcome"),
            self.tr("Drop a recording of a meeting here. You get its text, its minutes and what the customer said."),
            self.tr("Import recordings"),
        )
        self._fill()


def _tell_more(layout: QVBoxLayout, count: int) -> None:
    """Say how many are not shown: nothing is left out without a word."""
    if count > 0:
        layout.addWidget(label("small", QCoreApplication.translate("Brief", "and {count} more").format(count=count)))


def _card(title: str, count: str) -> tuple[QFrame, QVBoxLayout]:
    card = frame("card")
    layout = column(gap=12, margins=(16, 12, 16, 16))
    layout.addLayout(row(label("strong", title), label("small", count), None, gap=8))
    card.setLayout(layout)
    return card, layout
