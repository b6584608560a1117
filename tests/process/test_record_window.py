"""The page of the window with the real recorder on virtual devices: from the key to the meeting with its marks."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from insight_desktop.domain.moment import MomentKind
from insight_desktop.processing import Processing
from insight_desktop.settings.file import with_option
from insight_desktop.settings.options import Settings
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.changes import Changes
from insight_desktop.ui.recording.presenter import RecordingPresenter
from insight_desktop.ui.recording.sound_check import Verdict
from insight_desktop.ui.recording.values import Phase
from insight_desktop.ui.recording.view import RecordingView
from tests.process.virtual import VirtualAudio, noise, write_wave
from tests.ui.test_recording import _Now, _Preferences

pytestmark = pytest.mark.device
_LONG_MS = 90_000


@pytest.fixture
def page(qtbot: Any, audio: VirtualAudio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    for name, value in audio.variables.items():
        monkeypatch.setenv(name, value)
    preferences = _Preferences()
    preferences.settings = with_option(Settings(), "transcription", "live_text", False)
    recorded: list[float] = []
    with Workspace.open(tmp_path / "workspace") as workspace:
        context = SimpleNamespace(
            workspace=workspace,
            processing=Processing(workspace),
            operations=_Now(),
            changes=Changes(),
            queue=SimpleNamespace(wake=lambda: None),
            preferences=preferences,
            frame=SimpleNamespace(
                say=lambda _text: None,
                go=lambda *_: None,
                show_recording=lambda seconds, **_: recorded.append(seconds or 0.0),
            ),
        )
        view = RecordingView()
        qtbot.addWidget(view)
        qtbot.addWidget(view.bar)
        presenter = RecordingPresenter(context, view)
        yield SimpleNamespace(presenter=presenter, view=view, recorded=recorded, workspace=workspace)
        presenter.close()


def test_meeting_is_tested_recorded_marked_and_kept(
    qtbot: Any, page: SimpleNamespace, audio: VirtualAudio, tmp_path: Path
):
    presenter, view = page.presenter, page.view

    def reaches(phase: Phase) -> None:
        qtbot.waitUntil(lambda: presenter.phase is phase, timeout=_LONG_MS)

    def has_recorded(seconds: float) -> None:
        qtbot.waitUntil(lambda: max(page.recorded, default=0.0) >= seconds, timeout=_LONG_MS)

    audio.play(write_wave(tmp_path / "mine.wav", noise(60, 1)), "vmic_feed")
    presenter.open("")
    qtbot.waitUntil(lambda: view.setup._verdicts[0] is Verdict.GOOD, timeout=_LONG_MS)
    view.setup.started.emit()
    reaches(Phase.RECORDING)
    has_recorded(1.0)
    view.controls.marked.emit()
    view.tools.agreed.emit()
    qtbot.waitUntil(lambda: not view.tools._agree.isEnabled(), timeout=_LONG_MS)
    view.controls.paused.emit()
    reaches(Phase.PAUSED)
    view.controls.paused.emit()
    reaches(Phase.RECORDING)
    has_recorded(max(page.recorded) + 1.0)
    view.controls.stopped.emit()
    reaches(Phase.DONE)
    ((meeting),) = [summary.meeting for summary in page.workspace.meetings.list().meetings]
    noted = {moment.kind for moment in page.workspace.moments.of_meeting(meeting.id)}
    assert {MomentKind.MARK, MomentKind.CONSENT, MomentKind.PAUSE} <= noted
    (recording,) = page.workspace.meetings.recordings(meeting.id)
    assert page.workspace.audio.absolute(recording.path).is_file()
    assert recording.channels == 2
