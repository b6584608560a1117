"""The recording page: what it asks of the recorder, what it shows, and that red means recording."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from insight_desktop import recordings
from insight_desktop.domain.capture import Level, Levels, Notice, NoticeKind, Receipt, StreamName
from insight_desktop.domain.errors import ErrorCode
from insight_desktop.domain.meeting import Channel
from insight_desktop.processing import Processing
from insight_desktop.settings.file import with_option
from insight_desktop.settings.options import Settings
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.changes import Changes
from insight_desktop.ui.child_process import Ending, Outcome
from insight_desktop.ui.recording.live_text import LiveLines
from insight_desktop.ui.recording.presenter import RecordingPresenter
from insight_desktop.ui.recording.sound_check import SoundCheck, Verdict
from insight_desktop.ui.recording.values import Offer, Phase
from insight_desktop.ui.recording.view import RecordingView
from insight_desktop.worker.live_messages import LiveText
from insight_desktop.worker.recorder_messages import (
    DevicesFound,
    FoundDevice,
    ListDevices,
    Order,
    RecorderOrder,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    StartPreview,
    StartRecording,
    SwitchDevice,
)
from tests.audio.recordings import a_recording

LEVELS = Levels(seconds=65.0, mic=Level(peak=0.5, rms=0.1), system=Level(peak=0.2, rms=0.1))


class _Child(QObject):
    """A child process that only listens."""

    received = Signal(object)
    ended = Signal(object)
    pid = 0

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role, self.told = role, []
        self.was_closed = False

    def start(self, *messages: object) -> None:
        self.told += messages

    def send(self, message: object) -> None:
        self.told.append(message)

    def cancel(self) -> None:
        self.was_closed = True

    def close_input(self, _grace_ms: int) -> None:
        self.was_closed = True


class _Now:
    """Operations that are done at once."""

    def read(self, function: Any, *, then: Any, **_: Any) -> None:
        then(function())

    def work(self, function: Any, *, then: Any = None, **_: Any) -> None:
        result = function()
        if then:
            then(result)


class _Preferences:
    def __init__(self) -> None:
        self.settings, self.language, self.kept = Settings(), "ja", {}

    def set(self, group: str, name: str, value: object) -> None:
        self.kept[group, name] = value


@pytest.fixture
def page(qtbot: Any, tmp_path: Path):
    children: list[_Child] = []

    def make(role: str) -> _Child:
        children.append(_Child(role))
        return children[-1]

    said: list[str] = []
    opened: list[tuple[str, str]] = []
    lit: list[tuple[float | None, dict[str, bool]]] = []
    with Workspace.open(tmp_path) as workspace:
        context = SimpleNamespace(
            workspace=workspace,
            processing=Processing(workspace),
            operations=_Now(),
            changes=Changes(),
            queue=SimpleNamespace(wake=lambda: said.append("wake")),
            preferences=_Preferences(),
            frame=SimpleNamespace(
                show_recording=lambda seconds, **how: lit.append((seconds, how)),
                say=said.append,
                go=lambda page, what="": opened.append((page, what)),
            ),
        )
        view = RecordingView()
        qtbot.addWidget(view)
        qtbot.addWidget(view.bar)
        presenter = RecordingPresenter(context, view, make_child=make)
        presenter.open("")
        children[0].received.emit(
            DevicesFound(
                devices=(
                    FoundDevice(id="m", name="Headset"),
                    FoundDevice(id="s", name="Speaker", loopback=True),
                )
            )
        )
        yield SimpleNamespace(
            presenter=presenter, view=view, children=children, said=said, opened=opened, lit=lit, context=context
        )
        presenter.close()


def _start(page: Any) -> StartRecording:
    page.view.setup.started.emit()
    asked = page.children[0].told[-1]
    page.children[0].received.emit(RecordingStarted(folder=asked.folder, devices={}))
    return asked


def _receipt() -> Receipt:
    return Receipt(recording="r", folder="r", started_at="", seconds=65, reason="stop", streams=())


def test_opening_looks_for_devices_and_shows_their_levels(page: Any):
    told = page.children[0].told
    assert told[0] == ListDevices()
    assert told[-1] == StartPreview(mic="", system="")
    page.children[0].received.emit(LEVELS)
    assert page.view.setup.meters.mic.value > 0.8
    assert not page.view.controls.shows_recording


def test_chosen_devices_are_remembered(page: Any):
    page.view.setup.show_devices([Offer(id="m", name="Headset")], [], "m", "")
    page.view.setup.devices_chosen.emit()
    assert page.context.preferences.kept["recording", "microphone"] == "m"


@pytest.mark.parametrize(
    ("peaks", "verdict"),
    [
        ([0.0, 0.001], Verdict.WAITING),
        ([0.03, 0.02], Verdict.FAINT),
        ([0.03, 0.4, 0.0], Verdict.GOOD),
        ([0.4, 1.0, 0.99], Verdict.TOO_LOUD),
        ([0.4, *[0.0] * 40], Verdict.GOOD),
    ],
)
def test_sound_check_says_how_one_is_heard(peaks: list[float], verdict: Verdict):
    check = SoundCheck()
    assert [check.hear(Level(peak=peak, rms=peak / 3)) for peak in peaks][-1] is verdict
    assert check.hear(Level(peak=0.0, rms=0.0, stalled=True)) is Verdict.STALLED


def test_device_is_changed_while_recording(page: Any):
    asked = _start(page)
    page.children[0].received.emit(RecordingStarted(folder=asked.folder, devices={"mic": "Headset"}))
    page.view.tools.switched.emit(StreamName.MIC, "usb")
    assert page.children[0].told[-1] == SwitchDevice(stream=StreamName.MIC, device="usb")
    assert page.context.preferences.kept["recording", "microphone"] == "usb"
    page.children[0].received.emit(Notice(kind=NoticeKind.DEVICE_CHANGED, at_s=3, stream="mic", device="Desk"))
    assert "Desk" in page.view.tools._buttons[StreamName.MIC].text()


def test_agreement_is_noted_while_recording(page: Any):
    _start(page)
    page.view.tools.agreed.emit()
    assert page.children[0].told[-1] == Order(order=RecorderOrder.AGREE)
    page.children[0].received.emit(Notice(kind=NoticeKind.AGREED, at_s=3))
    assert not page.view.tools._agree.isEnabled()


def test_live_text_hears_with_the_model_and_the_words_of_the_settings(page: Any):
    page.context.workspace.customers.set_vocabulary(("クラウド会計",))
    _start(page)
    (live,) = page.children[1].told
    assert (live.model, live.hotwords) == ("base", ("クラウド会計",))


def test_every_page_shows_that_a_recording_runs(page: Any):
    _start(page)
    page.children[0].received.emit(LEVELS)
    assert page.lit[-1] == (65.0, {"is_paused": False})
    page.children[0].received.emit(RecordingStopped(receipt=_receipt()))
    assert page.lit[-1] == (None, {})


def test_one_key_records_as_the_last_time(page: Any):
    """The remembered devices are taken although nobody has listed them yet."""
    settings = with_option(page.context.preferences.settings, "recording", "microphone", "usb")
    page.context.preferences.settings = settings
    page.presenter.open("now")
    asked = page.children[0].told[-1]
    assert isinstance(asked, StartRecording)
    assert (asked.mic, asked.system) == ("usb", "")


def test_meeting_in_the_room_records_one_side(page: Any):
    page.view.setup.show_mode(Channel.ONSITE)
    asked = _start(page)
    assert asked.system is None
    assert asked.mode == "onsite"


def test_red_only_while_it_records(page: Any):
    asked = _start(page)
    assert Path(asked.folder).parent == recordings.root(page.context.workspace.path)
    assert page.view.controls.shows_recording
    page.view.controls.paused.emit()
    assert page.children[0].told[-1] == Order(order=RecorderOrder.PAUSE)
    assert page.view.controls.shows_recording
    page.children[0].received.emit(Notice(kind=NoticeKind.PAUSED, at_s=1))
    assert not page.view.controls.shows_recording
    page.view.controls.paused.emit()
    assert page.children[0].told[-1] == Order(order=RecorderOrder.RESUME)
    page.children[0].received.emit(Notice(kind=NoticeKind.RESUMED, at_s=1))
    assert page.view.controls.shows_recording


def test_marks_and_stop_reach_the_recorder_from_the_bar(page: Any):
    _start(page)
    page.view.bar.controls.marked.emit()
    page.view.bar.controls.stopped.emit()
    assert [each.order for each in page.children[0].told[-2:]] == [RecorderOrder.MARK, RecorderOrder.STOP]


def test_what_happens_is_said_in_a_sentence(page: Any):
    _start(page)
    page.children[0].received.emit(Notice(kind=NoticeKind.DEVICE_GONE, at_s=3, stream="mic", device="Headset"))
    assert "Headset" in page.view._notices[0].text()


def test_recording_becomes_a_meeting(page: Any):
    asked = _start(page)
    a_recording(Path(asked.folder))
    page.children[0].received.emit(RecordingStopped(receipt=_receipt()))
    assert page.presenter.phase is Phase.FINISHING
    assert page.children[1].was_closed
    page.children[0].received.emit(RecordingFinished(folder=asked.folder, path="", seconds=3, channels=2, sha256=""))
    assert page.presenter.phase is Phase.DONE
    assert page.said == ["wake"]
    page.view.meeting_wanted.emit()
    ((where, meeting_id),) = page.opened
    assert where == "meeting"
    assert page.context.workspace.meetings.get(meeting_id) is not None


def test_dead_recorder_is_replaced_and_its_sound_is_kept(page: Any):
    asked = _start(page)
    a_recording(Path(asked.folder))
    page.children[0].ended.emit(Outcome(ending=Ending.CRASHED))
    again = page.children[-1]
    assert again.role == "recorder"
    assert isinstance(again.told[-1], StartRecording)
    assert again.told[-1].folder != asked.folder
    assert page.context.workspace.meetings.list().total == 1


def test_missing_device_leads_back_to_the_form(page: Any):
    page.view.setup.started.emit()
    page.children[0].ended.emit(
        Outcome(ending=Ending.FAILED, code=ErrorCode.DEVICE_MISSING, params=(("device", "Headset"),))
    )
    assert page.presenter.phase is Phase.READY
    assert "Headset" in page.said[-1]


def test_recording_goes_on_when_another_page_is_opened(page: Any):
    _start(page)
    page.presenter.leave()
    assert page.presenter.phase is Phase.RECORDING
    page.children[0].received.emit(LEVELS)
    assert page.view.controls._time.text() == "01:05"


def test_final_text_takes_the_place_of_the_fresh_one():
    lines = LiveLines()
    lines.add(LiveText(channel=0, start_s=1, end_s=3, text="ありがとう"))
    lines.add(LiveText(channel=1, start_s=2, end_s=4, text="はい"))
    lines.add(LiveText(channel=0, start_s=1, end_s=3.2, text="ありがとうございます。", is_final=True))
    assert lines.text({0: "自分", 1: "相手"}) == "00:01  自分  ありがとうございます。\n00:02  相手  はい"
