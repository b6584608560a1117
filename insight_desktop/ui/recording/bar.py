"""The recording as a small bar that stays on top of everything, for the time of the meeting."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut

from insight_desktop.domain.capture import Levels
from insight_desktop.ui.recording.controls import Controls, Meters
from insight_desktop.ui.recording.values import Phase
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import IconButton, row


class RecordingBar(View):
    """Time, levels, mark, pause, stop.

    Signals:
        enlarged(): the user wants the whole page again.
    """

    enlarged = Signal()

    def __init__(self) -> None:
        """Make the bar; it is shown while the page is shrunk."""
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("look", "page")
        self.meters, self.controls = Meters(height=5), Controls(is_bar=True)
        self.meters.setFixedWidth(170)
        self._enlarge = IconButton("arrow-up-right")
        self._enlarge.clicked.connect(self.enlarged)
        self.setLayout(row(self.meters, self.controls, self._enlarge, gap=12, margins=(12, 6, 8, 6)))
        self._grip: QPoint | None = None
        for keys, signal in (("M", self.controls.marked), ("P", self.controls.paused)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)
        self.retranslate()

    def show_levels(self, levels: Levels) -> None:
        """Move the meters and the clock."""
        self.meters.show_levels(levels)
        self.controls.show_time(levels.seconds)

    def show_phase(self, phase: Phase) -> None:
        """Follow the recording; the bar goes when it ends."""
        self.controls.show_phase(phase)
        if phase not in (Phase.RECORDING, Phase.PAUSED):
            self.hide()

    def retranslate(self) -> None:
        """Write the texts."""
        self.setWindowTitle(self.tr("Recording"))
        self._enlarge.name(self.tr("Show the whole page"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the bar."""
        self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the bar."""
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)
