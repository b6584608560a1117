"""Time, both meters, mark, pause, stop: the same on the page and in the bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from insight_desktop import wording
from insight_desktop.domain.capture import Levels
from insight_desktop.ui.recording.meter import LevelMeter
from insight_desktop.ui.recording.values import Phase
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, label, row


class Meters(View):
    """Both sides, each with its name."""

    def __init__(self, *, height: int = 8) -> None:
        """Start empty."""
        super().__init__()
        self.mic, self.system = LevelMeter("rep", height=height), LevelMeter("customer", height=height)
        self._mic_name, self._system_name = label("small"), label("small")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (name, meter) in enumerate(((self._mic_name, self.mic), (self._system_name, self.system))):
            grid.addWidget(name, place, 0)
            grid.addWidget(meter, place, 1)
        self.retranslate()

    def show_levels(self, levels: Levels | None) -> None:
        """Move both meters; a side that is not recorded is hidden."""
        self.mic.show_level(levels.mic if levels else None)
        self.system.show_level(levels.system if levels else None)
        if levels is not None:
            self.show_sides(has_system=levels.system is not None)

    def show_sides(self, *, has_system: bool) -> None:
        """Show one meter or two."""
        self.system.setVisible(has_system)
        self._system_name.setVisible(has_system)

    def retranslate(self) -> None:
        """Write the texts."""
        self._mic_name.setText(self.tr("You"))
        self._system_name.setText(self.tr("Customer"))
        self.mic.setAccessibleName(self.tr("Level of your microphone"))
        self.system.setAccessibleName(self.tr("Level of the other side"))


class Controls(View):
    """What a running recording can be told.

    Signals:
        marked(): remember this moment.
        paused(): pause, or go on.
        stopped(): end the recording.
    """

    marked = Signal()
    paused = Signal()
    stopped = Signal()

    def __init__(self, *, is_bar: bool) -> None:
        """Lay out for the page or, smaller, for the bar."""
        super().__init__()
        self._is_bar = is_bar
        self._phase = Phase.READY
        self._dot = IconLabel("circle-dot", "text_3", 14 if is_bar else 20)
        self._time = label("strong" if is_bar else "number", "00:00")
        self._time.setMinimumWidth(56 if is_bar else 96)
        self._state = label("small")
        self._mark = Button(icon="flag")
        self._pause = Button(icon="pause")
        self._stop = Button(icon="square", look="record", ink="recording")
        self._mark.clicked.connect(self.marked)
        self._pause.clicked.connect(self.paused)
        self._stop.clicked.connect(self.stopped)
        self._state.setVisible(not is_bar)
        self.setLayout(row(self._dot, self._time, self._state, None, self._mark, self._pause, self._stop))
        for button in (self._mark, self._pause, self._stop):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    @property
    def shows_recording(self) -> bool:
        """Whether the red mark is lit: only while sound is really written."""
        return self._phase is Phase.RECORDING

    def show_phase(self, phase: Phase) -> None:
        """Light the red mark, or not."""
        self._phase = phase
        self._dot.set_icon(
            "circle-pause" if phase is Phase.PAUSED else "circle-dot",
            "recording" if phase is Phase.RECORDING else "text_3",
        )
        runs = phase in (Phase.RECORDING, Phase.PAUSED)
        for button in (self._mark, self._pause, self._stop):
            button.setEnabled(runs)
        self._pause.set_icon("play" if phase is Phase.PAUSED else "pause")
        self.retranslate()

    def show_time(self, seconds: float) -> None:
        """Show how much is recorded."""
        self._time.setText(wording.clock(seconds))

    def retranslate(self) -> None:
        """Write the texts."""
        is_paused = self._phase is Phase.PAUSED
        texts = (
            (self._mark, self.tr("Mark"), "M"),
            (self._pause, self.tr("Go on") if is_paused else self.tr("Pause"), "P"),
            (self._stop, self.tr("Stop"), "S"),
        )
        for button, text, keys in texts:
            button.setText("" if self._is_bar else f" {text}")
            button.setAccessibleName(text)
            button.setToolTip(f"{text}  {keys}")
        states = {
            Phase.RECORDING: self.tr("Recording"),
            Phase.PAUSED: self.tr("Paused: nothing is kept"),
            Phase.STARTING: self.tr("Opening the devices"),
            Phase.FINISHING: self.tr("Saving"),
        }
        self._state.setText(states.get(self._phase, ""))
