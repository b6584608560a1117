"""The recording page: the form before, the meeting while it runs, the receipt after."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTextEdit, QWidget

from insight_desktop.domain.capture import Levels
from insight_desktop.ui.recording.bar import RecordingBar
from insight_desktop.ui.recording.controls import Controls, Meters
from insight_desktop.ui.recording.running_tools import RunningTools
from insight_desktop.ui.recording.setup import Setup
from insight_desktop.ui.recording.values import Phase
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, column, frame, label, row
from insight_desktop.ui.widgets.scrolling import ScrollArea

_WIDTH = 620
_KEPT_NOTICES = 4
_NEARLY = 24
"""Pixels above the end that still count as reading along."""


class RecordingView(View):
    """Everything of a recording.

    Signals:
        another_wanted(): the user wants to record once more.
        meeting_wanted(): the user wants to see what came of the recording.
    """

    another_wanted = Signal()
    meeting_wanted = Signal()

    def __init__(self) -> None:
        """Lay out the three states."""
        super().__init__()
        self.setup, self.bar = Setup(), RecordingBar()
        self.controls, self.meters = Controls(is_bar=False), Meters(height=12)
        self.tools = RunningTools()
        self._notices = [label("small", wraps=True) for _ in range(_KEPT_NOTICES)]
        self._said: list[str] = []
        self._live_name, self._live = label("caption"), QTextEdit(readOnly=True)
        self._live.setProperty("look", "plain")
        self._shrink = Button(look="plain", icon="arrow-down-right")
        self._shrink.clicked.connect(self.shrink)
        self._receipt, self._receipt_more = label("heading", wraps=True), label("quiet", wraps=True)
        self._ready = IconLabel("circle-check", "customer", 24)
        self._another, self._open = Button(), Button(look="primary")
        self._another.clicked.connect(self.another_wanted)
        self._open.clicked.connect(self.meeting_wanted)
        self._states = QStackedWidget()
        for each in (self._scrolled(self.setup), self._narrow(self._running()), self._narrow(self._after())):
            self._states.addWidget(each)
        self.setLayout(column(self._states))
        self.bar.enlarged.connect(self.enlarge)
        self._phase = Phase.READY
        for keys, signal in (
            ("M", self.controls.marked),
            ("P", self.controls.paused),
            ("S", self.controls.stopped),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)
        self.retranslate()

    def _running(self) -> QWidget:
        card = frame("card")
        card.setLayout(column(self.controls, self.meters, self.tools, gap=16, margins=(20, 16, 20, 12)))
        layout = column(card, *self._notices, 4, gap=10)
        layout.addLayout(row(self._live_name, None, self._shrink))
        layout.addWidget(self._live, 1)
        widget = QWidget()
        widget.setLayout(layout)
        return widget

    def _after(self) -> QWidget:
        card = frame("card")
        head = row(self._ready, self._receipt, gap=12)
        head.setStretch(1, 1)
        inner = column(gap=12, margins=(20, 20, 20, 16))
        inner.addLayout(head)
        inner.addWidget(self._receipt_more)
        inner.addLayout(row(None, self._another, self._open))
        card.setLayout(inner)
        widget = QWidget()
        widget.setLayout(column(card, None))
        return widget

    def _scrolled(self, inner: QWidget) -> ScrollArea:
        return ScrollArea(self._narrow(inner))

    def _narrow(self, inner: QWidget) -> QWidget:
        inner.setMaximumWidth(_WIDTH)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        outer = QWidget()
        layout = row(None, inner, None, gap=0, margins=(24, 24, 24, 24))
        layout.setStretch(1, 100)
        outer.setLayout(layout)
        return outer

    def show_phase(self, phase: Phase) -> None:
        """Show the form, the running recording, or the receipt."""
        self._phase = phase
        places = {Phase.READY: 0, Phase.STARTING: 1, Phase.RECORDING: 1, Phase.PAUSED: 1}
        self._states.setCurrentIndex(places.get(phase, 2))
        self.controls.show_phase(phase)
        self.bar.show_phase(phase)
        self._open.setEnabled(phase is Phase.DONE)
        if phase is Phase.STARTING:
            self._said = []
            self._live.clear()
            self._write_notices()
        self._write_receipt()

    def show_levels(self, levels: Levels) -> None:
        """Move the meters and the clock."""
        if self._phase is Phase.READY:
            self.setup.show_levels(levels)
            return
        self.meters.show_levels(levels)
        self.controls.show_time(levels.seconds)
        self.bar.show_levels(levels)

    def show_notice(self, text: str) -> None:
        """Say what happened; the last few stay in sight."""
        self._said = [*self._said, text][-_KEPT_NOTICES:]
        self._write_notices()

    def show_live(self, text: str) -> None:
        """Show what was said so far, as rich text."""
        bar = self._live.verticalScrollBar()
        is_at_end, at = bar.value() >= bar.maximum() - _NEARLY, bar.value()
        self._live.setHtml(text)
        # Whoever reads further up is not torn away by new text.
        bar.setValue(bar.maximum() if is_at_end else at)

    def show_receipt(self, text: str) -> None:
        """Show the receipt: the first part large, the rest below."""
        head, _, rest = text.partition(" | ")
        self._receipt.setText(head)
        self._receipt_more.setText(rest.replace(" | ", "\n"))

    def shrink(self) -> None:
        """Show only the bar, on top of everything."""
        window = self.window()
        self.bar.adjustSize()
        self.bar.move(window.geometry().topRight() - self.bar.rect().topRight())
        self.bar.show()
        window.showMinimized()

    def enlarge(self) -> None:
        """Show the whole window again."""
        self.bar.hide()
        self.window().showNormal()
        self.window().activateWindow()

    def _write_notices(self) -> None:
        padded = [*self._said, *[""] * (_KEPT_NOTICES - len(self._said))]
        for place, text in zip(self._notices, padded, strict=True):
            place.setText(text)
            place.setVisible(bool(text))

    def _write_receipt(self) -> None:
        self._open.setText(self.tr("Open the meeting") if self._phase is Phase.DONE else self.tr("Saving …"))

    def retranslate(self) -> None:
        """Write the texts."""
        self._live_name.setText(self.tr("What was said"))
        self._live.setPlaceholderText(self.tr("The text comes here a moment after somebody spoke."))
        self._live.setAccessibleName(self.tr("What was said"))
        self._shrink.setText(" " + self.tr("Shrink to a bar"))
        self._another.setText(self.tr("Record another"))
        self._write_receipt()
