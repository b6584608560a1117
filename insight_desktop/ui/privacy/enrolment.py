"""Listens to the user for half a minute and keeps her voice as numbers; the sound is deleted whatever happens."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.diarization import voiceprint
from insight_desktop.domain.capture import Levels, StreamName
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.meeting import Channel
from insight_desktop.ui import wording
from insight_desktop.ui.child_process import ChildProcess, Ending, Outcome, command_of
from insight_desktop.ui.pages import Context
from insight_desktop.ui.recording.meter import LevelMeter
from insight_desktop.ui.widgets.basics import Button, column, frame, label, paragraph, row
from insight_desktop.ui.widgets.dialog import Dialog
from insight_desktop.worker.messages import Enrol, Enrolled
from insight_desktop.worker.recorder_messages import Order, RecorderOrder, RecordingStopped, StartRecording

SECONDS = 30
_WIDTH = 560
_GRACE_MS = 3000


def child(role: str) -> ChildProcess:
    """Return a process of ours that is not started yet."""
    return ChildProcess(*command_of(role))


class EnrolmentDialog(Dialog):
    """A text to read out, a meter, a bar of thirty seconds.

    Signals:
        enrolled(): the voice is kept.
    """

    enrolled = Signal()

    def __init__(self, parent: QWidget, context: Context, *, make_child: Callable[[str], ChildProcess] = child) -> None:
        """Lay out; nothing is recorded before the user begins."""
        super().__init__(parent)
        self._context, self._make_child = context, make_child
        self._folder: Path | None = None
        self._recorder: ChildProcess | None = None
        self._reader: ChildProcess | None = None
        self._is_ending = False
        self.setWindowTitle(self.tr("Enrol your voice"))
        self.setFixedWidth(_WIDTH)
        self._state = label(
            "", self.tr("Read this text aloud as you talk to customers, alone in a quiet room."), wraps=True
        )
        self._state.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        card = frame("well")
        card.setLayout(column(paragraph("", self._text()), margins=(16, 12, 16, 12)))
        self.meter = LevelMeter("rep")
        self.bar = QProgressBar()
        self.bar.setRange(0, SECONDS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.start_button = Button(" " + self.tr("Begin"), icon="mic", look="primary", ink="on_accent")
        self._cancel = Button(self.tr("Cancel"))
        self.start_button.clicked.connect(self.begin)
        self._cancel.clicked.connect(self.reject)
        layout = column(self._state, card, self.meter, self.bar, gap=14, margins=(24, 20, 24, 20))
        layout.addLayout(row(None, self._cancel, self.start_button))
        self.setLayout(layout)
        self.finished.connect(self._clean_up)

    @property
    def state(self) -> str:
        """What the dialog says now."""
        return self._state.text()

    def begin(self) -> None:
        """Record half a minute into a folder of its own."""
        self.start_button.setEnabled(False)
        self.bar.setValue(0)
        self._state.setText(self.tr("Listening … please read on until the bar is full."))
        self._folder = Path(tempfile.mkdtemp(prefix="voice-"))
        self._recorder = self._make_child("recorder")
        self._recorder.received.connect(self._on_recorder)
        self._recorder.ended.connect(self._on_recorder_ended)
        self._is_ending = False
        self._recorder.start(
            StartRecording(
                folder=str(self._folder / "sound"),
                recording="voice",
                mode=Channel.ONSITE,
                mic=self._context.preferences.settings.recording.microphone,
                system=None,
                finish=False,
            )
        )

    def _on_recorder(self, message: object) -> None:
        match message:
            case Levels():
                self.meter.show_level(message.mic)
                self.bar.setValue(min(SECONDS, int(message.seconds)))
                if message.seconds >= SECONDS and not self._is_ending and self._recorder is not None:
                    self._is_ending = True
                    self._recorder.send(Order(order=RecorderOrder.STOP))
            case RecordingStopped() if self._folder is not None:
                self._state.setText(self.tr("Learning your voice …"))
                sound = RecordingFolder(self._folder / "sound").sound(StreamName.MIC)
                self._reader = self._make_child("diarize")
                self._reader.received.connect(self._on_reader)
                self._reader.ended.connect(self._on_ended)
                self._reader.start(Enrol(audio_path=str(sound)))
            case _:
                pass

    def _on_recorder_ended(self, outcome: Outcome) -> None:
        if not self._is_ending:
            self._on_ended(outcome)

    def _on_reader(self, message: object) -> None:
        if not isinstance(message, Enrolled):
            return
        if not message.voice.vector:
            self._again(self.tr("Too little speech was heard. Please come closer and read the whole text."))
            return
        voiceprint.save(message.voice)
        self.enrolled.emit()
        self.accept()

    def _on_ended(self, outcome: Outcome) -> None:
        if outcome.ending is Ending.FAILED and outcome.code is not None:
            self._again(wording.sentence(KnownError(outcome.code, **dict(outcome.params))))
        elif outcome.ending in (Ending.CRASHED, Ending.FAILED_TO_START):
            self._again(self.tr("That did not work. Please try again."))

    def _again(self, text: str) -> None:
        self._clean_up()
        self._state.setText(text)
        self.start_button.setEnabled(True)

    def _clean_up(self, _result: int = 0) -> None:
        """End the processes and delete the sound."""
        for process in (self._recorder, self._reader):
            if process is not None:
                process.blockSignals(True)
                process.close_input(_GRACE_MS)
        self._recorder = self._reader = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing behind."""
        with contextlib.suppress(RuntimeError):
            self._clean_up()
        super().closeEvent(event)

    def _text(self) -> str:
        return self.tr(
            "Thank you for making the time today. Before we begin, may I ask how things have gone since we last spoke? "
            "Last month you told me that closing the books takes three days and that one person does it alone. I have "
            "brought an idea for that, and I would like to hear what you think of it. If it does not fit, please say "
            "so; we will look for another way. At the end we will agree on who does what until when, and I will send "
            "you the notes this evening."
        )
