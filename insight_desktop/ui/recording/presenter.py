"""Leads a recording from the form to the meeting; the sound itself lives in a process of its own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from insight_desktop import recorder_wording, recordings, wording
from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.diarization import voiceprint
from insight_desktop.domain.capture import Levels, Notice, NoticeKind, StreamName
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import CustomerId
from insight_desktop.domain.meeting import Channel
from insight_desktop.recordings import Kept
from insight_desktop.settings.options import Recording
from insight_desktop.ui import theme
from insight_desktop.ui.child_process import ChildProcess, Ending, Outcome, command_of
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.recording.keep_awake import KeepAwake
from insight_desktop.ui.recording.live_text import LiveLines
from insight_desktop.ui.recording.values import Choices, Offer, Phase
from insight_desktop.ui.recording.view import RecordingView
from insight_desktop.worker.live_messages import LiveText, StartLive
from insight_desktop.worker.messages import Message
from insight_desktop.worker.recorder_messages import (
    DevicesFound,
    ListDevices,
    Order,
    RecorderOrder,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    StartPreview,
    StartRecording,
    StopPreview,
    SwitchDevice,
)

AT_ONCE = "now"
"""The page's argument that begins to record with what was chosen the last time."""
_QUIET = (NoticeKind.STARTED, NoticeKind.STOPPED)
_GRACE_MS = 8000


def child(role: str) -> ChildProcess:
    """Return a process of ours that is not started yet."""
    return ChildProcess(*command_of(role))


class RecordingPresenter(Presenter):
    """Decides for the recording page and the bar."""

    def __init__(
        self, context: Context, view: RecordingView, *, make_child: Callable[[str], ChildProcess] = child
    ) -> None:
        """Build; no process runs before the page is opened."""
        super().__init__(context, view)
        self.view, self._make_child = view, make_child
        self.phase = Phase.READY
        self._recorder: ChildProcess | None = None
        self._live: ChildProcess | None = None
        self._lines = LiveLines()
        self._folder = Path()
        self._meeting_id = ""
        self._awake = KeepAwake(self)
        self._tray: QSystemTrayIcon | None = None
        view.setup.show_mode(self._settings.mode)
        self._connect()
        closing = getattr(context.frame, "closing", None)
        if closing is not None:
            closing.connect(self.close)

    def _connect(self) -> None:
        setup = self.view.setup
        setup.started.connect(self.start)
        setup.devices_chosen.connect(self._on_devices_chosen)
        setup.voice_requested.connect(lambda: self.context.frame.go("privacy"))
        setup.looked_again.connect(lambda: self._tell(ListDevices()))
        for controls in (self.view.controls, self.view.bar.controls):
            controls.marked.connect(lambda: self._order(RecorderOrder.MARK))
            controls.paused.connect(self.toggle_pause)
            controls.stopped.connect(self.stop)
        tools = self.view.tools
        tools.looked.connect(lambda: self._tell(ListDevices()))
        tools.switched.connect(self._switch)
        tools.agreed.connect(lambda: self._order(RecorderOrder.AGREE))
        self.view.another_wanted.connect(self._begin_anew)
        self.view.meeting_wanted.connect(lambda: self.context.frame.go("meeting", self._meeting_id))

    # --- before -------------------------------------------------------------------------------------------------------

    def open(self, argument: str) -> None:
        """Come into sight: look for devices and show their levels."""
        super().open(argument)
        if self.phase is Phase.DONE:
            self._begin_anew()
        if self.phase is Phase.READY:
            self.view.setup.show_mode(self.view.setup.choices.mode)
            self.view.setup.show_voice(is_enrolled=voiceprint.load() is not None)
            self.view.setup.show_notice(is_shown=self._settings.reminds_of_consent)
            self.context.operations.read(self.context.workspace.customers.list, then=self._on_customers)
            self._tell(ListDevices())
            if argument == AT_ONCE:
                self.start()

    def leave(self) -> None:
        """Go out of sight: a recording goes on, a level test does not."""
        super().leave()
        if self.phase is Phase.READY and self._recorder is not None:
            self._tell(StopPreview())

    def _on_customers(self, customers: object) -> None:
        found = [each for each in customers if hasattr(each, "id")] if isinstance(customers, (list, tuple)) else []
        self.view.setup.show_customers([Offer(id=each.id, name=each.name) for each in found])

    def _on_devices(self, found: DevicesFound) -> None:
        mics = [Offer(id=each.id, name=each.name) for each in found.devices if not each.loopback]
        systems = [Offer(id=each.id, name=each.name) for each in found.devices if each.loopback]
        self.view.tools.offer(mics, systems)
        if self.phase is not Phase.READY:
            return
        self.view.setup.show_devices(mics, systems, self._settings.microphone, self._settings.system_sound)
        self._on_devices_chosen()

    def _on_devices_chosen(self) -> None:
        if self.phase is Phase.READY and self._is_open:
            choices = self.view.setup.choices
            self._remember(choices)
            self.view.setup.test_anew()
            self._tell(StartPreview(mic=choices.mic, system=_system(choices)))

    def _remember(self, choices: Choices) -> None:
        chosen = (("microphone", choices.mic), ("system_sound", choices.system), ("mode", choices.mode))
        for name, value in chosen:
            if getattr(self._settings, name) != value:
                self.context.preferences.set("recording", name, value)

    # --- while --------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to record into a new folder."""
        if self.phase is not Phase.READY:
            return
        self._lines = LiveLines()
        self._begin()

    def _begin(self) -> None:
        choices = self.view.setup.choices
        self._folder = recordings.new_folder(self.context.workspace.path)
        self._go(Phase.STARTING)
        language = self.context.preferences.settings.transcription.language
        self._tell(
            StartRecording(
                folder=str(self._folder),
                recording=self._folder.name,
                mode=choices.mode,
                # Before the devices are listed, the form knows none; then those of the last time are meant.
                mic=choices.mic or self._settings.microphone,
                system=None if _system(choices) is None else choices.system or self._settings.system_sound,
                title=choices.title,
                customer=choices.customer,
                customer_id=choices.customer_id,
                language=str(language),
                consent=self._consent(choices),
            )
        )

    def _consent(self, choices: Choices) -> str:
        if not choices.has_consent:
            return ""
        return QCoreApplication.translate("RecordingPresenter", "Everybody agreed to the recording.")

    @property
    def is_recording(self) -> bool:
        """Whether sound is being kept, or was and is not a meeting yet."""
        return self.phase not in (Phase.READY, Phase.DONE)

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        if self.phase is Phase.RECORDING:
            self._order(RecorderOrder.PAUSE)
        elif self.phase is Phase.PAUSED:
            self._order(RecorderOrder.RESUME)

    def stop(self) -> None:
        """End the recording."""
        self._order(RecorderOrder.STOP)

    def _switch(self, stream: StreamName, device: str) -> None:
        """Go on recording from another device, and remember it."""
        self._tell(SwitchDevice(stream=stream, device=device))
        name = "microphone" if stream is StreamName.MIC else "system_sound"
        self.context.preferences.set("recording", name, device)

    def _order(self, order: RecorderOrder) -> None:
        if self.phase in (Phase.RECORDING, Phase.PAUSED):
            self._tell(Order(order=order))

    def _tell(self, message: Message) -> None:
        if self._recorder is None:
            self._recorder = self._make_child("recorder")
            self._recorder.received.connect(self._on_received)
            self._recorder.ended.connect(self._on_ended)
            self._recorder.start()
        self._recorder.send(message)

    def _on_received(self, message: object) -> None:
        match message:
            case Levels():
                self.view.show_levels(message)
                if self.phase in (Phase.RECORDING, Phase.PAUSED):
                    self.context.frame.show_recording(message.seconds, is_paused=self.phase is Phase.PAUSED)
            case DevicesFound():
                self._on_devices(message)
            case RecordingStarted():
                self._go(Phase.RECORDING)
                self.view.tools.show_names(message.devices)
                self.view.tools.show_consent(is_noted=self.view.setup.choices.has_consent)
                self._start_live()
            case Notice():
                self._on_notice(message)
            case RecordingStopped():
                self._stop_live()
                self._go(Phase.FINISHING)
                self.view.show_receipt(recorder_wording.receipt(message.receipt, self.context.preferences.language))
            case RecordingFinished():
                self._keep()
            case _:
                pass

    def _on_notice(self, notice: Notice) -> None:
        if notice.kind is NoticeKind.PAUSED:
            self._go(Phase.PAUSED)
        elif notice.kind is NoticeKind.RESUMED:
            self._go(Phase.RECORDING)
        elif notice.kind is NoticeKind.AGREED:
            self.view.tools.show_consent(is_noted=True)
        elif notice.kind is NoticeKind.DEVICE_CHANGED and notice.stream is not None:
            self.view.tools.rename(notice.stream, notice.device)
        if notice.kind not in _QUIET:
            self.view.show_notice(recorder_wording.notice(notice, self.context.preferences.language))

    def _start_live(self) -> None:
        wanted = self.context.preferences.settings.transcription
        if not wanted.live_text:
            return
        choices = self.view.setup.choices
        live = self._make_child("live")
        live.received.connect(self._on_live)
        live.start(
            StartLive(
                recording=self._folder.name,
                folder=str(self._folder),
                language=str(wanted.language),
                channels=2 if choices.mode is Channel.WEB else 1,
                hotwords=self.context.processing.hotwords(CustomerId(choices.customer_id)),
                model=wanted.model,
            )
        )
        self._live = live

    def _stop_live(self) -> None:
        if self._live is not None:
            self._live.cancel()

    def _on_live(self, message: object) -> None:
        if isinstance(message, LiveText):
            self._lines.add(message)
            translate = QCoreApplication.translate
            names = {0: translate("Meters", "You"), 1: translate("Meters", "Customer")}
            inks = {0: theme.colour("rep").name(), 1: theme.colour("customer").name()}
            self.view.show_live(self._lines.html(names, inks, theme.colour("text_3").name()))

    # --- after --------------------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        """Make a meeting of the finished recording; the live text must have been written to its end."""
        live = self._live
        if live is not None and live.pid:
            live.ended.connect(self._keep_now)
        else:
            self._keep_now()

    def _keep_now(self, _outcome: object = None) -> None:
        self._live = None
        workspace, folder = self.context.workspace, RecordingFolder(self._folder)
        self.context.operations.work(
            lambda: recordings.keep(workspace, folder), then=self._on_kept, failed=self._on_failed
        )

    def _on_kept(self, kept: Kept) -> None:
        meeting = kept.imported.meeting
        self._meeting_id = meeting.id
        kinds = frozenset({ChangeKind.MEETING, ChangeKind.JOB})
        self.context.changes.announce(Change(kinds=kinds, ids=frozenset({meeting.id})))
        self.context.queue.wake()
        self._go(Phase.DONE)

    def _on_failed(self, error: Exception) -> None:
        self._go(Phase.READY)
        if not isinstance(error, KnownError):
            raise error
        self.context.frame.say(wording.sentence(error, self.context.preferences.language))

    def _on_ended(self, outcome: Outcome) -> None:
        """The recorder is gone: say why; a recording that was cut off goes on in a new one, and is kept itself."""
        self._recorder = None
        if outcome.ending is Ending.FAILED and outcome.code is not None:
            self._on_failed(KnownError(outcome.code, **dict(outcome.params)))
            return
        was_recording = self.phase in (Phase.RECORDING, Phase.PAUSED)
        if was_recording:
            self._stop_live()
            self._live = None
            self.view.show_notice(wording.sentence(KnownError(ErrorCode.WORKER_CRASHED), self._language))
            self._begin()
            self.recover()
        elif self.phase is not Phase.DONE:
            self._go(Phase.READY)
            self.recover()

    def recover(self) -> None:
        """Keep what a crash left behind."""
        workspace = self.context.workspace
        self.context.operations.work(lambda: recordings.recover(workspace), then=self._on_recovered)

    def _on_recovered(self, found: tuple[Kept, ...]) -> None:
        for kept in found:
            kinds = frozenset({ChangeKind.MEETING, ChangeKind.JOB})
            self.context.changes.announce(Change(kinds=kinds, ids=frozenset({kept.imported.meeting.id})))
        if found:
            self.context.queue.wake()

    def _begin_anew(self) -> None:
        self._go(Phase.READY)
        self.view.setup.begin_anew()
        if self._is_open:
            self._tell(ListDevices())

    def close(self) -> None:
        """The window closes: a recording is completed, what is left to do happens at the next start."""
        self._awake.stop()
        for process in (self._recorder, self._live):
            if process is not None:
                process.close_input(_GRACE_MS)
        self._recorder = self._live = None
        self.view.bar.close()

    @property
    def _settings(self) -> Recording:
        return self.context.preferences.settings.recording

    @property
    def _language(self) -> str:
        return str(self.context.preferences.language)

    def _go(self, phase: Phase) -> None:
        self.phase = phase
        self.view.show_phase(phase)
        if phase in (Phase.RECORDING, Phase.PAUSED):
            self._awake.start()
            self._show_tray()
        else:
            self.context.frame.show_recording(None)
            self._awake.stop()
            if self._tray is not None:
                self._tray.hide()

    def _show_tray(self) -> None:
        """Show the mark in the tray where there is one; it is never the only way."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            menu = QMenu(self.view)
            menu.addAction(QCoreApplication.translate("RecordingPresenter", "Stop the recording"), self.stop)
            self._tray = QSystemTrayIcon(self)
            self._tray.setContextMenu(menu)
            self._tray.activated.connect(lambda _reason: self.view.enlarge())
        ink = "recording" if self.phase is Phase.RECORDING else "text_3"
        self._tray.setIcon(theme.icon("circle-dot", ink))
        self._tray.show()


def _system(choices: Choices) -> str | None:
    return choices.system if choices.mode is Channel.WEB else None
