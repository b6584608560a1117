"""The privacy page proves, enrols, forgets and erases."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from insight_desktop import network_guard
from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.diarization import voiceprint
from insight_desktop.domain.capture import Level, Levels, Receipt, StreamName
from insight_desktop.domain.voice import VoicePrint
from insight_desktop.network_guard import Attempt
from insight_desktop.open_connections import Connections, OpenConnection
from insight_desktop.settings.options import Settings
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.privacy.enrolment import SECONDS, EnrolmentDialog
from insight_desktop.ui.privacy.values import Privacy, read
from insight_desktop.ui.privacy.view import PrivacyView
from insight_desktop.worker.messages import Enrol, Enrolled
from insight_desktop.worker.recorder_messages import Order, RecorderOrder, RecordingStopped, StartRecording
from tests.store.builders import a_meeting
from tests.ui.test_recording import _Child

PRINT = VoicePrint(vector=(0.6, 0.8), model="m", seconds=28.0, made_at="2026-11-28T01:00:00+00:00")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INSIGHT_DESKTOP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def _texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def dialog(qtbot: Any, home: Path):
    children: list[_Child] = []

    def make(role: str) -> _Child:
        children.append(_Child(role))
        return children[-1]

    context = SimpleNamespace(preferences=SimpleNamespace(settings=Settings()))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = EnrolmentDialog(parent, context, make_child=make)
    yield SimpleNamespace(dialog=dialog, children=children, parent=parent, home=home)
    dialog.close()


def _speak(dialog: Any) -> Path:
    """Read for half a minute; returns the folder of the sound."""
    dialog.dialog.begin()
    recorder = dialog.children[0]
    asked = recorder.told[0]
    assert isinstance(asked, StartRecording)
    assert (asked.system, asked.finish) == (None, False)
    recorder.received.emit(Levels(seconds=12.0, mic=Level(peak=0.3, rms=0.1)))
    assert dialog.dialog.bar.value() == 12
    recorder.received.emit(Levels(seconds=SECONDS + 0.1, mic=Level(peak=0.3, rms=0.1)))
    assert recorder.told[-1] == Order(order=RecorderOrder.STOP)
    folder = Path(asked.folder)
    folder.mkdir(parents=True)
    RecordingFolder(folder).sound(StreamName.MIC).write_bytes(b"sound")
    receipt = Receipt(recording="voice", folder="v", started_at="", seconds=SECONDS, reason="stop", streams=())
    recorder.received.emit(RecordingStopped(receipt=receipt))
    assert isinstance(dialog.children[1].told[0], Enrol)
    return folder


def test_voice_is_kept_and_its_sound_is_not(dialog: Any):
    folder = _speak(dialog)
    dialog.children[1].received.emit(Enrolled(voice=PRINT))
    assert voiceprint.load() == PRINT
    assert not folder.parent.exists()


def test_too_little_speech_is_said_and_nothing_is_kept(dialog: Any):
    folder = _speak(dialog)
    dialog.children[1].received.emit(Enrolled(voice=VoicePrint(vector=(), model="m")))
    assert voiceprint.load() is None
    assert dialog.dialog.start_button.isEnabled()
    assert not folder.parent.exists()


def test_closing_deletes_the_sound(dialog: Any):
    folder = _speak(dialog)
    dialog.dialog.reject()
    assert not folder.parent.exists()
    assert all(child.was_closed for child in dialog.children)


def test_page_counts_connections(qtbot: Any, home: Path, tmp_path: Path):
    view = PrivacyView()
    qtbot.addWidget(view)
    with Workspace.open(tmp_path / "workspace") as workspace:
        view.show_privacy(read(workspace))
        assert "0" in _texts(view)
        network_guard._note(
            Attempt(at="2026-11-28T01:02:03", process="analysis", target="192.0.2.1:9", is_allowed=False)
        )
        shown: Privacy = read(workspace)
        assert (shown.opened, shown.refused) == (0, 1)
        view.show_privacy(shown)
        assert "192.0.2.1:9" in _texts(view)


def test_emptying_the_trash_asks_first(qtbot: Any, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from insight_desktop.ui.changes import Changes
    from insight_desktop.ui.privacy.presenter import PrivacyPresenter

    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    said: list[str] = []
    with Workspace.open(tmp_path / "workspace") as workspace:
        workspace.meetings.trash(a_meeting(workspace).id)
        operations = SimpleNamespace(
            read=lambda function, then, **_: then(function()),
            work=lambda *_, **__: None,
            change=lambda function, then, **_: then(function()),
        )
        context = SimpleNamespace(
            workspace=workspace, operations=operations, changes=Changes(), frame=SimpleNamespace(say=said.append)
        )
        view = PrivacyView()
        qtbot.addWidget(view)
        presenter = PrivacyPresenter(context, view)
        presenter.empty_trash()
        assert len(workspace.meetings.trashed()) == 1
        presenter.empty_trash()
        assert workspace.meetings.trashed() == ()
        assert len(said) == 1


def test_a_connection_that_the_system_shows_is_listed(qtbot: Any, home: Path, tmp_path: Path) -> None:
    """What the operating system shows stands on the page though no guard noted it."""
    with Workspace.open(tmp_path / "w") as workspace:
        shown = read(workspace)
    view = PrivacyView()
    qtbot.addWidget(view)
    view.show_privacy(shown)
    assert shown.connections.open == ()
    assert shown.connections.processes >= 1
    found = OpenConnection(process=1, target="192.0.2.7:443")
    view.show_privacy(replace(shown, connections=Connections(processes=2, open=(found,))))
    assert "192.0.2.7:443" in _texts(view)
