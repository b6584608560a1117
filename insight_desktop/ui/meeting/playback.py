"""Plays a recording. The media library is loaded when the first recording is opened, and no device is no error."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, QUrl, Signal, qInstallMessageHandler

_TICK_MS = 40
_LOADED = ("LoadedMedia", "StalledMedia", "BufferingMedia", "BufferedMedia", "EndOfMedia")
SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Drop what the media library says of a machine without a sound server; the player says it in its own way."""
    before = qInstallMessageHandler(lambda *_message: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


class Playback(QObject):
    """One player.

    Signals:
        moved(float): the place in seconds, 25 times a second while playing.
        playing_changed(bool): it started or stopped.
    """

    moved = Signal(float)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Load nothing yet."""
        super().__init__(parent)
        self._player: Any = None
        self._path: Path | None = None
        self._wanted: float | None = None
        self._loop: tuple[float, float] | None = None
        self._speed = 1.0
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._on_tick)

    def use(self, path: Path | None) -> None:
        """Take another recording; it is opened when it is first played."""
        if self._player is not None:
            self._player.stop()
            self._player.setSource(QUrl())
        self._path, self._wanted, self._loop = path, None, None

    @property
    def is_ready(self) -> bool:
        """Whether there is a file to play."""
        return self._path is not None and self._path.is_file()

    @property
    def is_playing(self) -> bool:
        """Whether it sounds."""
        return self._player is not None and bool(self._player.isPlaying())

    @property
    def at(self) -> float:
        """Where it is, in seconds."""
        if self._wanted is not None:
            return self._wanted
        return float(self._player.position()) / 1000 if self._player is not None else 0.0

    def play(self, start: float | None = None) -> None:
        """Play from a second, or from where it is."""
        if not self.is_ready:
            return
        player = self._open()
        if start is not None:
            self.seek(start)
        player.play()

    def pause(self) -> None:
        """Stop where it is."""
        if self._player is not None:
            self._player.pause()

    def toggle(self) -> None:
        """Play or pause."""
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def seek(self, seconds: float) -> None:
        """Go to a second."""
        player = self._player
        if player is not None and player.isSeekable() and self._is_loaded(player.mediaStatus()):
            player.setPosition(int(seconds * 1000))
        else:
            self._wanted = seconds
        self.moved.emit(seconds)

    def set_speed(self, speed: float) -> None:
        """Play faster or slower; the pitch stays."""
        self._speed = speed
        if self._player is not None:
            self._player.setPlaybackRate(speed)

    def loop(self, span: tuple[float, float] | None) -> None:
        """Repeat a stretch, or stop doing so."""
        self._loop = span

    def _open(self) -> Any:
        if self._player is None:
            self._player = self._make()
        if self._player.source().isEmpty() and self._path is not None:
            self._player.setSource(QUrl.fromLocalFile(str(self._path)))
        return self._player

    def _make(self) -> Any:
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

        with _quiet():
            player = QMediaPlayer(self)
            if QMediaDevices.audioOutputs():
                player.setAudioOutput(QAudioOutput(self))
        player.setPlaybackRate(self._speed)
        player.playingChanged.connect(self._on_playing)
        player.mediaStatusChanged.connect(self._on_status)
        return player

    @staticmethod
    def _is_loaded(status: Any) -> bool:
        """Tell whether a place can be gone to: while the file loads the player calls itself seekable and forgets it."""
        return status.name in _LOADED

    def _on_status(self, status: Any) -> None:
        if self._wanted is not None and self._is_loaded(status):
            wanted, self._wanted = self._wanted, None
            self._player.setPosition(int(wanted * 1000))

    def _on_playing(self, is_playing: bool) -> None:  # noqa: FBT001 - Qt's signal
        starter: Callable[[], None] = self._tick.start if is_playing else self._tick.stop
        starter()
        self.playing_changed.emit(is_playing)

    def _on_tick(self) -> None:
        at = self.at
        if self._loop is not None and not self._loop[0] - 0.3 <= at < self._loop[1]:
            self.seek(self._loop[0])
            return
        self.moved.emit(at)
