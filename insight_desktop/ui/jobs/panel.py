"""The queue as a small list above the strip: order by hand, stop, resume, try again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from insight_desktop.domain.job import JobState
from insight_desktop.ui import wording
from insight_desktop.ui.jobs.listing import ListedJob
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, IconLabel, column, empty, label, row
from insight_desktop.ui.widgets.link import Link
from insight_desktop.ui.widgets.scrolling import ScrollArea

_WIDTH, _ROW, _MOST_ROWS = 560, 48, 7
_TITLE = 220


class JobsPanel(QFrame):
    """Pops up above the strip.

    Signals:
        cancelled(str): stop the job of this id, or take it out of the queue.
        retried(str): queue the job of this id again.
        moved(str, int): let a waiting job come earlier (-1) or later (+1).
        opened(str): show the meeting of this id.
    """

    cancelled = Signal(str)
    retried = Signal(str)
    moved = Signal(str, int)
    opened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Start hidden and empty."""
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Popup)
        self.setProperty("look", "card")
        self._jobs: tuple[ListedJob, ...] = ()
        self._body = _Rows(self)
        self._rows = column(gap=0)
        self._body.setLayout(self._rows)
        area = ScrollArea(self._body)
        self.setLayout(column(area, margins=(4, 4, 4, 4)))
        self.setFixedWidth(_WIDTH)

    def show_jobs(self, jobs: Sequence[ListedJob]) -> None:
        """Show the queue; nothing left closes the list."""
        self._jobs = tuple(jobs)
        empty(self._rows)
        waiting = [listed.job.id for listed in self._jobs if listed.job.state is JobState.QUEUED]
        for listed in self._jobs:
            self._rows.addWidget(self._row(listed, waiting))
        self._rows.addStretch(1)
        self.setFixedHeight(_ROW * min(len(self._jobs), _MOST_ROWS) + 10)
        if not self._jobs:
            self.hide()

    def pop_up(self, at: QPoint) -> None:
        """Open with the lower right corner at a place of the screen."""
        self.move(at.x() - self.width(), at.y() - self.height())
        self.show()
        self.setFocus()

    def _row(self, listed: ListedJob, waiting: Sequence[str]) -> QWidget:
        job, meaning = listed.job, wording.JOB_STATES[listed.job.state]
        title = Link(listed.title)
        title.setMaximumWidth(_TITLE)
        title.clicked.connect(partial(self._on_opened, job.meeting_id))
        state = label("small", meaning.text)
        if job.state is JobState.FAILED:
            state.setToolTip(wording.sentence_of(job.error_code))
        result = QWidget()
        items = row(IconLabel(meaning.icon, "text_2"), title, None, state, gap=8, margins=(8, 0, 4, 0))
        if job.id in waiting and len(waiting) > 1:
            place = waiting.index(job.id)
            for icon, text, step, can in (
                ("chevron-up", self.tr("Earlier"), -1, place > 0),
                ("chevron-down", self.tr("Later"), 1, place < len(waiting) - 1),
            ):
                button = self._button(icon, text)
                button.setEnabled(can)
                button.clicked.connect(partial(self._on_moved, job.id, step))
                items.addWidget(button)
        if job.state in (JobState.INTERRUPTED, JobState.FAILED):
            text = self.tr("Resume") if job.state is JobState.INTERRUPTED else self.tr("Try again")
            again = Button(text, look="plain")
            again.clicked.connect(partial(self._on_retried, job.id))
            items.addWidget(again)
        if job.state is not JobState.FAILED:
            stop = self._button("x", self.tr("Stop") if job.state is JobState.RUNNING else self.tr("Take out"))
            stop.clicked.connect(partial(self._on_cancelled, job.id))
            items.addWidget(stop)
        result.setLayout(items)
        result.setFixedHeight(_ROW)
        return result

    @staticmethod
    def _button(icon: str, text: str) -> IconButton:
        button = IconButton(icon)
        button.name(text)
        return button

    def _on_opened(self, meeting_id: str) -> None:
        self.hide()
        self.opened.emit(meeting_id)

    def _on_moved(self, job_id: str, step: int) -> None:
        self.moved.emit(job_id, step)

    def _on_retried(self, job_id: str) -> None:
        self.retried.emit(job_id)

    def _on_cancelled(self, job_id: str) -> None:
        self.cancelled.emit(job_id)


class _Rows(View):
    """Writes the rows anew in another language."""

    def __init__(self, panel: JobsPanel) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._panel = panel

    def retranslate(self) -> None:
        """Write the texts."""
        self._panel.show_jobs(self._panel._jobs)  # noqa: SLF001 - one widget in two classes
