"""Plays stretches of several meetings one after the other: «play all»."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from insight_desktop.domain.managing import Clip
from insight_desktop.ui.meeting.playback import Playback
from insight_desktop.ui.pages import Context

_LEAD_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sounding:
    """What is heard now."""

    clip: Clip
    title: str
    """Of the meeting."""
    number: int
    """Which of the list, from one."""
    count: int
    is_paused: bool = False


class ClipPlayer(QObject):
    """One player for lists of clips.

    Signals:
        changed(Sounding | None): what sounds now; None when the list ended.
    """

    changed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        """Be silent."""
        super().__init__(parent)
        self._context = context
        self._playback = Playback(self)
        self._playback.moved.connect(self._on_moved)
        self._playback.playing_changed.connect(self._on_playing)
        self._clips: tuple[Clip, ...] = ()
        self._place = -1
        self._now: Clip | None = None
        self._is_paused = self._has_sounded = False

    def play(self, clips: Sequence[Clip]) -> None:
        """Play these from now on; what sounded before stops. Clips whose sound is gone are passed over."""
        self.stop()
        self._clips = tuple(clip for clip in clips if self._path(clip) is not None)
        if not self._clips:
            self._context.frame.say(self.tr("None of these can be heard: their sound is not in this workspace."))
            return
        self._begin(0)

    def stop(self) -> None:
        """Be silent."""
        self._clips, self._place, self._now, self._is_paused = (), -1, None, False
        self._playback.pause()
        self.changed.emit(None)

    def skip(self, step: int) -> None:
        """Go so many clips on, or back."""
        self._begin(max(0, self._place + step))

    def toggle(self) -> None:
        """Pause, or go on."""
        if self._now is None:
            return
        self._is_paused = not self._is_paused
        if self._is_paused:
            self._playback.pause()
        else:
            self._playback.play()
        self._tell()

    def _begin(self, place: int) -> None:
        self._now = None
        self._playback.pause()
        if place >= len(self._clips):
            self.stop()
            return
        clip = self._clips[place]
        self._place, self._is_paused, self._has_sounded = place, False, False
        self._playback.use(self._path(clip))
        self._playback.play(max(0.0, clip.start - _LEAD_S))
        self._now = clip
        self._tell()

    def _tell(self) -> None:
        if self._now is not None:
            meeting = self._context.workspace.meetings.get(self._now.meeting_id)
            self.changed.emit(
                Sounding(
                    clip=self._now,
                    title=meeting.title if meeting else "",
                    number=self._place + 1,
                    count=len(self._clips),
                    is_paused=self._is_paused,
                )
            )

    def _path(self, clip: Clip) -> Path | None:
        workspace = self._context.workspace
        recordings = workspace.meetings.recordings(clip.meeting_id)
        path = workspace.audio.readable(recordings[0].path) if recordings and recordings[0].path else None
        return path if path is not None and path.is_file() else None

    def _on_moved(self, at: float) -> None:
        if self._now is None:
            return
        self._has_sounded = self._has_sounded or self._playback.is_playing
        if at >= self._now.end:
            self.skip(1)

    def _on_playing(self, is_playing: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Go on where a recording ends before its clip does; what is told late of the clip before does not count."""
        if not is_playing and self._has_sounded and self._now is not None and not self._is_paused:
            self.skip(1)
