"""Plays stretches of several meetings one after the other: «play all»."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from insight_desktop.domain.managing import Clip
from insight_desktop.ui.meeting.playback import Playback
from insight_desktop.ui.pages import Context

_LEAD_S = 0.2


class ClipPlayer(QObject):
    """One player for lists of clips.

    Signals:
        playing(Clip | None): the clip that sounds now; None when the list ended.
    """

    playing = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        """Be silent."""
        super().__init__(parent)
        self._context = context
        self._playback = Playback(self)
        self._playback.moved.connect(self._on_moved)
        self._left: list[Clip] = []
        self._now: Clip | None = None

    def play(self, clips: Sequence[Clip]) -> None:
        """Play these from now on; what sounded before stops."""
        self.stop()
        self._left = list(clips)
        self._next()

    def stop(self) -> None:
        """Be silent."""
        self._left = []
        self._now = None
        self._playback.pause()

    def _next(self) -> None:
        workspace = self._context.workspace
        while self._left:
            clip = self._left.pop(0)
            recordings = workspace.meetings.recordings(clip.meeting_id)
            path = workspace.audio.absolute(recordings[0].path) if recordings and recordings[0].path else None
            if path is not None and path.is_file():
                self._now = clip
                self._playback.use(path)
                self._playback.play(max(0.0, clip.start - _LEAD_S))
                self.playing.emit(clip)
                return
        self._now = None
        self.playing.emit(None)

    def _on_moved(self, at: float) -> None:
        if self._now is not None and at >= self._now.end:
            self._playback.pause()
            self._next()
