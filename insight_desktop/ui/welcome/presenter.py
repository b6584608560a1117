"""Applies each choice of the first steps at once, lets the microphone be heard, and leads to the first recording."""

from collections.abc import Callable

from insight_desktop import paths
from insight_desktop.domain.capture import Levels
from insight_desktop.settings.options import InterfaceLanguage, SpeechLanguage
from insight_desktop.ui.child_process import ChildProcess, command_of
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.recording.values import Offer
from insight_desktop.ui.settings.presenter import profile_titles
from insight_desktop.ui.welcome.view import WelcomeView
from insight_desktop.worker.recorder_messages import DevicesFound, ListDevices, StartPreview, StopPreview

_GRACE_MS = 2000


def child(role: str) -> ChildProcess:
    """Return a process of ours that is not started yet."""
    return ChildProcess(*command_of(role))


class WelcomePresenter(Presenter):
    """Serves the first steps."""

    def __init__(
        self, context: Context, view: WelcomeView, *, make_child: Callable[[str], ChildProcess] = child
    ) -> None:
        """Connect the view."""
        super().__init__(context, view)
        self.view, self._make_child = view, make_child
        self._recorder: ChildProcess | None = None
        view.language_chosen.connect(self._on_language)
        view.name_given.connect(lambda name: self._set("general", "rep_name", name))
        view.words_given.connect(self._on_words)
        view.rivals_given.connect(lambda names: self._set("transcription", "rivals", names))
        view.microphone_chosen.connect(self._on_microphone)
        view.looked_again.connect(lambda: self._tell(ListDevices()))
        view.profile_chosen.connect(lambda name: self._set("export", "profile", name))
        view.sample_wanted.connect(self.bring_sample)
        view.record_wanted.connect(lambda: context.frame.go("recording"))
        view.left.connect(lambda: context.frame.go("today"))
        closing = getattr(context.frame, "closing", None)
        if closing is not None:
            closing.connect(self.close)

    def open(self, argument: str) -> None:
        """Come into sight and listen to the microphone."""
        super().open(argument)
        self._tell(ListDevices())

    def leave(self) -> None:
        """Go out of sight; the steps are not shown by themselves again."""
        super().leave()
        self.close()
        if self.context.preferences.is_new:
            self.context.preferences.keep()

    def refresh(self) -> None:
        """Show what holds."""
        settings, language = self.context.preferences.settings, str(self.context.preferences.language)
        self.view.offer_profiles(profile_titles(language))
        self.view.show_choices(
            language=language,
            name=settings.general.rep_name,
            words=settings.transcription.vocabulary,
            rivals=settings.transcription.rivals,
            profile=settings.export.profile,
        )

    def _set(self, group: str, name: str, value: object) -> None:
        if getattr(getattr(self.context.preferences.settings, group), name) != value:
            self.context.preferences.set(group, name, value)

    def _on_language(self, key: str) -> None:
        """Speak the language, and expect it in meetings."""
        self._set("transcription", "language", SpeechLanguage(key))
        self._set("general", "language", InterfaceLanguage(key))
        self.refresh()

    def _on_words(self, words: tuple[str, ...]) -> None:
        self._set("transcription", "vocabulary", words)
        self.context.operations.change(lambda: self.context.workspace.customers.set_vocabulary(words))

    def _on_microphone(self, device: str) -> None:
        self._set("recording", "microphone", device)
        self._tell(StartPreview(mic=device, system=None))

    def bring_sample(self) -> None:
        """Import the sample meeting of the window's language; it is processed as any other."""
        self.view.show_sample(is_coming=True)
        sound = paths.resources() / "samples" / f"demo-{self.context.preferences.language}.opus"
        self.context.frame.take_files((sound,))
        self.context.frame.go("meetings")

    def _tell(self, message: ListDevices | StartPreview | StopPreview) -> None:
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
            case DevicesFound():
                chosen = self.context.preferences.settings.recording.microphone
                offers = [Offer(id=each.id, name=each.name) for each in message.devices if not each.loopback]
                self.view.show_microphones(offers, chosen)
                if offers:
                    self._tell(StartPreview(mic=chosen, system=None))
            case _:
                pass

    def _on_ended(self, _outcome: object) -> None:
        self._recorder = None
        self.view.show_microphones((), "")

    def close(self) -> None:
        """Let go of the microphone."""
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.ended.disconnect(self._on_ended)
            recorder.close_input(_GRACE_MS)
            recorder.kill()
