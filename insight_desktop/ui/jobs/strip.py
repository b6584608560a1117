"""The line at the foot of the window: what is processed, how far it is, how long it still takes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from insight_desktop.domain.job import Stage
from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, label, row

if TYPE_CHECKING:  # loaded once the window is shown
    from insight_desktop.ui.job_queue import Running

_STEPS = 1000


class JobStrip(View):
    """Hidden while nothing runs.

    Signals:
        cancelled(str): the user stops the job of this id.
        opened(str): the user wants to see the meeting of this id.
    """

    cancelled = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.setProperty("look", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self._running: Running | None = None
        self._title = Button(look="link")
        self._title.clicked.connect(self._on_opened)
        self._stage, self._left = label("quiet"), label("small")
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setFixedWidth(160)
        self._stop = Button(look="plain")
        self._stop.clicked.connect(self._on_stopped)
        icon = IconLabel("wand-sparkles", "customer")
        self.setLayout(
            row(icon, self._title, self._stage, self._bar, self._left, None, self._stop, gap=12, margins=(16, 0, 8, 0))
        )
        self.retranslate()
        self.hide()

    def show_running(self, running: "Running | None") -> None:
        """Show a job, or hide when there is none."""
        self._running = running
        self.setVisible(running is not None)
        self._write()

    def _write(self) -> None:
        running = self._running
        if running is None:
            return
        progress = running.progress
        stage = wording.STAGES[progress.stage].text
        self._title.setText(running.title)
        measurable = progress.stage in (Stage.TRANSCRIBE, Stage.IMPORT)
        self._stage.setText(f"{stage} {progress.share:.0%}" if measurable else stage)
        self._bar.setValue(round(progress.share * _STEPS))
        parts = [wording.time_left(running.left_s)] if running.left_s is not None else []
        if running.waiting:
            parts.append(self.tr("%n waiting", "", running.waiting))
        self._left.setText("  ·  ".join(parts))

    def _on_opened(self) -> None:
        if self._running is not None:
            self.opened.emit(self._running.meeting_id)

    def _on_stopped(self) -> None:
        if self._running is not None:
            self._stop.setEnabled(False)
            self.cancelled.emit(self._running.job_id)
            self._stop.setEnabled(True)

    def retranslate(self) -> None:
        """Write the texts."""
        self._stop.setText(self.tr("Stop"))
        self._write()
