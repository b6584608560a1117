"""`record`: the same recorder as the window, without one."""

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

import msgspec

from insight_desktop import paths, recorder_wording, recordings, wording
from insight_desktop.audio.finishing import finish
from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.audio.soundcard_system import SoundcardSystem
from insight_desktop.domain.capture import Level, Levels, Notice, NoticeKind, Receipt
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import new_id
from insight_desktop.domain.meeting import Channel
from insight_desktop.store import keyring
from insight_desktop.store.workspace import Workspace
from insight_desktop.worker.messages import Failed, Message
from insight_desktop.worker.recorder import Recorder
from insight_desktop.worker.recorder_messages import Order, RecorderOrder, RecordingStopped, StartRecording

SUMMARY = "録音する / record a meeting"

_BAR = 20
_NONE = "none"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare length, devices and place."""
    parser.add_argument("--seconds", type=_seconds, default=None, metavar="N", help="stop by itself after N seconds")
    parser.add_argument("--mic", default="", metavar="DEVICE", help="id or name of the microphone")
    parser.add_argument(
        "--system", default="", metavar="DEVICE", help="id or name of what plays the other side; none: not recorded"
    )
    parser.add_argument(
        "--out", type=Path, default=None, metavar="DIR", help="keep the recording there, not as meeting"
    )
    parser.add_argument("--mode", choices=[str(mode) for mode in Channel], default=str(Channel.WEB))


def run(options: argparse.Namespace) -> int:
    """Record until the time is over or Ctrl-C, then print the receipt."""
    workspace = options.workspace or paths.default_workspace()
    folder = options.out or recordings.new_folder(workspace)
    if folder.exists() and any(folder.iterdir()):
        folder = folder / new_id()
    if options.out is None:
        keyring.key_of(workspace)  # who has no passphrase is told before the meeting, not after it
    recording = _Recording(options, folder)
    receipt = recording.until_the_end()
    result = _keep(workspace, options, folder)
    if options.json:
        print(msgspec.json.encode({"receipt": receipt, **result}).decode())
    else:
        for line in _receipt_lines(receipt, wording.user_language()):
            print(line)
        print(result["path"])
    return 0


class _Recording:
    """Runs the recorder in this process and shows its levels on standard error."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self._seconds: float | None = options.seconds
        self._recorder = Recorder(system=SoundcardSystem, say=self._hear)
        self._receipt: Receipt | None = None
        self._failure: Failed | None = None
        self._ended = threading.Event()
        mode = Channel(options.mode)
        wants_system = mode is Channel.WEB and options.system.casefold() != _NONE
        self._start = StartRecording(
            folder=str(folder),
            recording=folder.name,
            mode=mode,
            mic=options.mic,
            system=options.system if wants_system else None,
            finish=False,
        )

    def until_the_end(self) -> Receipt:
        """Record; Ctrl-C and a request to end stop it properly.

        Raises:
            KnownError: a device is missing, or there is no audio server.

        """
        handled = [signal.SIGINT, signal.SIGTERM]
        before = {number: signal.signal(number, self._on_signal) for number in handled}
        try:
            self._recorder.obey(self._start)
            while not self._ended.wait(0.2):
                pass
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        self._recorder.end("stop")
        if sys.stderr.isatty():
            sys.stderr.write("\n")
        if self._failure is not None:
            raise KnownError(self._failure.code, **self._failure.params)
        if self._receipt is None:
            raise KnownError(ErrorCode.RECORDING_FAILED, reason="?")
        return self._receipt

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        threading.Thread(target=self._stop, daemon=True).start()

    def _stop(self) -> None:
        self._recorder.obey(Order(order=RecorderOrder.STOP))

    def _hear(self, message: Message) -> None:
        match message:
            case Levels():
                _show(message)
                if self._seconds is not None and message.seconds >= self._seconds:
                    self._stop()
            case Notice() if message.kind not in (NoticeKind.STARTED, NoticeKind.STOPPED):
                sys.stderr.write(f"\n{recorder_wording.notice(message, wording.user_language())}\n")
            case RecordingStopped():
                self._receipt = message.receipt
                self._ended.set()
            case Failed():
                self._failure = message
                self._ended.set()
            case _:
                pass


def _keep(workspace: Path, options: argparse.Namespace, folder: Path) -> dict[str, object]:
    if options.out is not None:
        done = finish(RecordingFolder(folder))
        return {"path": done.path, "seconds": done.seconds, "channels": done.channels, "sha256": done.sha256}
    with Workspace.open(workspace) as opened:
        kept = recordings.keep(opened, RecordingFolder(folder))
        recording = opened.meetings.recordings(kept.imported.meeting.id)[0]
        path = opened.audio.absolute(recording.path)
        return {
            "path": str(path),
            "meeting": kept.imported.meeting.id,
            "seconds": recording.seconds,
            "channels": recording.channels,
            "sha256": recording.sha256,
        }


def _show(levels: Levels) -> None:
    """Redraw the meters on a terminal; a log gets no meters."""
    if not sys.stderr.isatty():
        return
    minutes, seconds = divmod(int(levels.seconds), 60)
    bars = [_bar(name, level) for name, level in (("mic", levels.mic), ("system", levels.system)) if level]
    sys.stderr.write(f"\r{minutes:02}:{seconds:02}  {'  '.join(bars)}")
    sys.stderr.flush()


def _bar(name: str, level: Level) -> str:
    filled = min(_BAR, round(level.peak**0.5 * _BAR))
    return f"{name} {'#' * filled}{'.' * (_BAR - filled)}"


def _receipt_lines(receipt: Receipt, language: str) -> Sequence[str]:
    return [
        recorder_wording.receipt(receipt, language),
        *(f"SHA-256 {each.stream} {each.sha256}" for each in receipt.streams),
    ]


def _seconds(text: str) -> float:
    value = float(text)
    if value <= 0:
        message = "must be positive"
        raise argparse.ArgumentTypeError(message)
    return value
