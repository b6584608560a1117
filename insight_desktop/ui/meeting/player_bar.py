"""The player at the foot of the meeting page."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from insight_desktop.ui import wording
from insight_desktop.ui.meeting.playback import SPEEDS, Playback
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, label, row
from insight_desktop.ui.widgets.waveform import Lane, Mark, Waveform

_STEP_S = 5.0


class PlayerBar(View):
    """Play, time, waveform, speed, five seconds back and on, loop, follow.

    Signals:
        moved(float): the place in seconds changed.
        follow_changed(bool): whether the text follows the sound.
        mark_requested(float): the user marks this second.
        comment_requested(float): the user writes at this second.
    """

    moved = Signal(float)
    follow_changed = Signal(bool)
    mark_requested = Signal(float)
    comment_requested = Signal(float)

    def __init__(self) -> None:
        """Show an empty player."""
        super().__init__()
        self.playback = Playback(self)
        self._seconds = 0.0
        self._selection: tuple[float, float] | None = None
        self._play = IconButton("play", look="round", ink="on_accent", size=16)
        self._time = label("small")
        self._time.setMinimumWidth(104)
        self._wave = Waveform()
        self._fault = label("small", wraps=True)
        self._fault.hide()
        self._speed = Button("1.0×", look="plain")
        self._speed.setFixedWidth(56)
        self._back, self._on = IconButton("rotate-ccw"), IconButton("rotate-cw")
        self._loop, self._follow = IconButton("repeat"), IconButton("scroll-text")
        self._mark, self._comment = IconButton("flag"), IconButton("sticky-note")
        self._flags: list[float] = []
        for toggle in (self._loop, self._follow):
            toggle.setCheckable(True)
        self._follow.setChecked(True)
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(68)
        self.setLayout(
            row(
                self._play,
                self._back,
                self._on,
                self._time,
                self._wave,
                self._fault,
                self._mark,
                self._comment,
                self._speed,
                self._loop,
                self._follow,
                gap=4,
                margins=(16, 8, 16, 8),
            )
        )
        for place in (4, 5):
            self.layout().setStretch(place, 1)  # type: ignore[union-attr]
        self._speeds = QMenu(self)
        for speed in SPEEDS:
            self._speeds.addAction(f"{speed:g}×", lambda value=speed: self._set_speed(value))  # type: ignore[misc]
        self._speed.setMenu(self._speeds)
        self._play.clicked.connect(self.playback.toggle)
        self._back.clicked.connect(lambda: self.step(-_STEP_S))
        self._on.clicked.connect(lambda: self.step(_STEP_S))
        self._loop.toggled.connect(self._on_loop)
        self._follow.toggled.connect(self.follow_changed)
        self._mark.clicked.connect(lambda: self.mark_requested.emit(self.playback.at))
        self._comment.clicked.connect(lambda: self.comment_requested.emit(self.playback.at))
        self._wave.sought.connect(self.playback.seek)
        self._wave.looped.connect(self._on_stretch)
        self.playback.moved.connect(self._on_moved)
        self.playback.playing_changed.connect(self._on_playing)
        self.retranslate()

    def use(self, path: Path | None, seconds: float, fault: str = "") -> None:
        """Take another recording, or say why there is none to be heard."""
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self._wave.setVisible(not fault)
        self.playback.use(path)
        self._seconds = seconds
        self._wave.show_sound((), seconds)
        self._loop.setChecked(False)
        for button in (self._play, self._back, self._on, self._loop, self._mark, self._comment):
            button.setEnabled(self.playback.is_ready)
        self._on_moved(0.0)

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show the waveform once it is read."""
        self._wave.show_sound(lanes, self._seconds)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show where insights are, and what the user marked."""
        self._flags = sorted(mark.at for mark in marks if mark.shape == "flag")
        self._wave.show_marks(marks)

    def go_to_mark(self, *, is_next: bool) -> None:
        """Go to the user's mark after this place, or to the one before."""
        at = self.playback.at
        found = [flag for flag in self._flags if (flag > at + 0.5 if is_next else flag < at - 0.5)]
        if found:
            self.playback.seek(found[0] if is_next else found[-1])

    def select(self, start: float, end: float) -> None:
        """Take the stretch that the loop button repeats."""
        self._selection = (start, end)
        if self._loop.isChecked():
            self._on_loop(True)

    def play(self, seconds: float) -> None:
        """Play from a second."""
        if self.playback.is_ready:
            self.playback.play(seconds)
        else:
            self._on_moved(seconds)

    def step(self, seconds: float) -> None:
        """Go back or on."""
        self.playback.seek(min(max(0.0, self.playback.at + seconds), self._seconds))

    def _on_moved(self, seconds: float) -> None:
        self._time.setText(f"{wording.clock(seconds)} / {wording.clock(self._seconds)}")
        self._wave.show_time(seconds)
        self.moved.emit(seconds)

    def _on_playing(self, is_playing: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._play.set_icon("pause" if is_playing else "play", "on_accent")
        self._name_play(is_playing=is_playing)

    def _on_loop(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal
        at = self.playback.at
        span = (self._selection or (at, min(at + _STEP_S, self._seconds))) if is_on else None
        self.playback.loop(span)
        self._wave.show_loop(span)

    def _on_stretch(self, start: float, end: float) -> None:
        self._selection = (start, end)
        self._loop.setChecked(True)
        self._on_loop(True)
        self.play(start)

    def _set_speed(self, speed: float) -> None:
        self.playback.set_speed(speed)
        self._speed.setText(f"{speed:g}×")

    def _name_play(self, *, is_playing: bool) -> None:
        self._play.name(self.tr("Pause") if is_playing else self.tr("Play"), "Space")

    def restyle(self) -> None:
        """Draw the waveform in the new colours."""
        self._wave.restyle()

    def retranslate(self) -> None:
        """Write the texts."""
        self._name_play(is_playing=self.playback.is_playing)
        self._back.name(self.tr("5 seconds back"), "←")
        self._on.name(self.tr("5 seconds on"), "→")
        self._mark.name(self.tr("Mark this place"), "M")
        self._comment.name(self.tr("Write a comment at this place"), "C")
        self._loop.name(self.tr("Repeat the chosen line"))
        self._follow.name(self.tr("Text follows the sound"))
        self._speed.setAccessibleName(self.tr("Speed"))
        self._wave.setAccessibleName(self.tr("Waveform"))
        self._wave.setToolTip(self.tr("Click to go there; drag with Shift to repeat a stretch"))
