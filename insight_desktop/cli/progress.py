"""Shows on standard error how far a recording is: one line that is rewritten on a terminal, few lines in a log."""

import sys

from insight_desktop import wording
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.events import Advanced, PipelineEvent, SegmentReady, StageStarted, Warned
from insight_desktop.domain.job import Progress, Stage
from insight_desktop.time_left import TimeLeft

_LOG_STEP = 0.25


class ProgressLine:
    """The progress of one recording."""

    def __init__(self, name: str, language: str | None = None) -> None:
        """Take what the line begins with."""
        self._name, self._language = name, language or wording.user_language()
        self._time_left = TimeLeft(tells_voices=False)
        self._logged = -1.0
        self._is_open = False

    def show(self, event: PipelineEvent) -> None:
        """Show what one event means."""
        match event:
            case StageStarted():
                self._logged = -1.0
                self._write(Progress(stage=event.stage, done_s=0.0, total_s=event.total_s))
            case Advanced():
                self._write(Progress(stage=event.stage, done_s=event.done_s, total_s=event.total_s))
            case Warned():
                self.say(wording.sentence(KnownError(event.code, **event.params), self._language))
            case SegmentReady():
                pass
            case _:
                pass

    def importing(self, done_s: float, total_s: float) -> None:
        """Show how far the import is."""
        self._write(Progress(stage=Stage.IMPORT, done_s=done_s, total_s=total_s))

    def say(self, sentence: str) -> None:
        """Write a sentence on a line of its own."""
        self.close()
        print(sentence, file=sys.stderr)

    def close(self) -> None:
        """End the line."""
        if self._is_open:
            print(file=sys.stderr)
        self._is_open = False

    def _write(self, progress: Progress) -> None:
        stage = wording.STAGES[progress.stage][self._language]
        text = f"{self._name}: {stage} {progress.share:4.0%}{self._left(progress)}"
        if sys.stderr.isatty():
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
            self._is_open = True
        elif progress.share - self._logged >= _LOG_STEP or (progress.share >= 1.0 > self._logged):
            self._logged = progress.share
            print(text, file=sys.stderr, flush=True)

    def _left(self, progress: Progress) -> str:
        seconds = self._time_left.after(progress)
        if seconds is None or progress.share >= 1:
            return ""
        return f" ({wording.TIME_LEFT[self._language].format(minutes=int(seconds // 60), seconds=int(seconds % 60))})"
