"""The line at the foot of the window: what is processed, how far it is, how long it still takes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QProgressBar

from insight_desktop.domain.job import JobState
from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, IconLabel, label, row
from insight_desktop.ui.widgets.link import Link

if TYPE_CHECKING:  # loaded once the window is shown
    from insight_desktop.ui.job_queue import Running
    from insight_desktop.ui.jobs.listing import ListedJob
    from insight_desktop.ui.jobs.panel import JobsPanel

_STEPS = 1000


class JobStrip(View):
    """Hidden while nothing runs, waits or needs the user.

    Signals:
        cancelled(str): the user stops the job of this id.
        opened(str): the user wants to see the meeting of this id.
        retried(str): the user wants the job of this id to be tried again.
        moved(str, int): a waiting job shall come earlier or later.
        arrival_stopped(): the user wants no more files imported.
    """

    cancelled = Signal(str)
    opened = Signal(str)
    retried = Signal(str)
    moved = Signal(str, int)
    arrival_stopped = Signal()

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.setProperty("look", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self._running: Running | None = None
        self._arriving: Running | None = None
        self._jobs: tuple[ListedJob, ...] = ()
        self._panel: JobsPanel | None = None
        self._dismissed: frozenset[str] = frozenset()
        self._title = Link()
        self._title.clicked.connect(self._on_opened)
        self._stage, self._left = label("quiet"), label("small")
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setFixedWidth(160)
        self._stop = Button(look="plain")
        self._stop.clicked.connect(self._on_stopped)
        self._list = Button(icon="list-todo", look="plain")
        self._list.clicked.connect(self._on_list)
        self._close = IconButton("x")
        self._close.clicked.connect(self._on_close)
        self._icon = IconLabel("wand-sparkles", "customer")
        self.setLayout(
            row(
                *(self._icon, self._title, self._stage, self._bar, self._left),
                *(None, self._list, self._stop, self._close),
                gap=12,
                margins=(16, 0, 8, 0),
            )
        )
        self.retranslate()
        self.hide()

    def show_running(self, running: "Running | None") -> None:
        """Show a job, or hide when there is none."""
        self._running = running
        self._write()

    def show_arriving(self, arriving: "Running | None") -> None:
        """Show a file that is being imported, in front of the job that runs meanwhile."""
        self._arriving = arriving
        self._write()

    def show_jobs(self, jobs: "Sequence[ListedJob]") -> None:
        """Show the queue in the list, and keep in sight what was cut off or failed."""
        self._jobs = tuple(jobs)
        if self._panel is not None:
            self._panel.show_jobs(self._jobs)
        self._write()

    def _write(self) -> None:
        running = self._arriving or self._running
        stopped = [listed.job for listed in self._jobs if listed.job.state in (JobState.INTERRUPTED, JobState.FAILED)]
        is_shown = running is not None or any(job.id not in self._dismissed for job in stopped)
        self.setVisible(is_shown)
        for widget in (self._title, self._bar, self._left, self._stop):
            widget.setVisible(running is not None)
        self._close.setVisible(running is None)
        self._icon.set_icon("wand-sparkles" if running else "triangle-alert", "customer" if running else "text_2")
        others = len(self._jobs) - (self._running is not None)
        self._list.setVisible(others > 0)
        self._list.setText(" " + self.tr("Queue ({count})").format(count=others))
        if running is None:
            self._stage.setText(self.tr("%n recording(s) are not finished", "", len(stopped)))
            return
        progress = running.progress
        stage = wording.STAGES[progress.stage].text
        self._title.say(running.title)
        is_measured = progress.total_s > 0
        self._stage.setText(f"{stage} {progress.share:.0%}" if is_measured else stage)
        self._bar.setVisible(is_measured)
        self._bar.setValue(round(progress.share * _STEPS))
        parts = [wording.time_left(running.left_s)] if running.left_s is not None else []
        if running.waiting:
            parts.append(self.tr("%n waiting", "", running.waiting))
        self._left.setText("  ·  ".join(parts))

    def _on_opened(self) -> None:
        if self._arriving is None and self._running is not None:
            self.opened.emit(self._running.meeting_id)

    def _on_list(self) -> None:
        if self._panel is None:
            from insight_desktop.ui.jobs.panel import JobsPanel

            self._panel = JobsPanel(self)
            self._panel.cancelled.connect(self.cancelled)
            self._panel.retried.connect(self.retried)
            self._panel.moved.connect(self.moved)
            self._panel.opened.connect(self.opened)
        self._panel.show_jobs(self._jobs)
        self._panel.pop_up(self.mapToGlobal(self.rect().topRight()) - QPoint(8, 4))

    def _on_close(self) -> None:
        self._dismissed = frozenset(listed.job.id for listed in self._jobs)
        self._write()

    def _on_stopped(self) -> None:
        if self._arriving is not None:
            self.arrival_stopped.emit()
            return
        if self._running is not None:
            self._stop.setEnabled(False)
            self.cancelled.emit(self._running.job_id)
            self._stop.setEnabled(True)

    def retranslate(self) -> None:
        """Write the texts."""
        self._stop.setText(self.tr("Stop"))
        self._close.name(self.tr("Hide"))
        self._write()
