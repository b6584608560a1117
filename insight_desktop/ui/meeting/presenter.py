"""Decides for the meeting page what is read and when; what each wish changes is decided beside it."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.speaker import Role
from insight_desktop.ui import wording
from insight_desktop.ui.meeting import content
from insight_desktop.ui.meeting.changing import MeetingChanges
from insight_desktop.ui.meeting.comments import MeetingComments
from insight_desktop.ui.meeting.content import MeetingContent
from insight_desktop.ui.meeting.facts import MeetingFacts
from insight_desktop.ui.meeting.handing_out import MeetingHandingOut
from insight_desktop.ui.meeting.moments import MeetingMoments
from insight_desktop.ui.meeting.questions import MeetingQuestions
from insight_desktop.ui.meeting.template_dialog import TemplateDialog
from insight_desktop.ui.meeting.text_edits import MeetingTextEdits
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.meeting.voices import MeetingVoices
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.places import Place, split_place
from insight_desktop.ui.widgets.waveform import Lane

_SOON_MS, _LIVE_MS = 200, 500
"""A transcript that grows is read less often, so that the window stays awake."""


class MeetingPresenter(Presenter):
    """Serves one meeting at a time."""

    shows: ClassVar[frozenset[ChangeKind]] = frozenset(
        {ChangeKind.MEETING, ChangeKind.TRANSCRIPT, ChangeKind.ANALYSIS, ChangeKind.CUSTOMER}
    )

    def __init__(self, context: Context, view: MeetingView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self.view = view
        self._reveal: Place | None = None
        self._only_grew = True
        self._shown = MeetingChanges(context, self)
        self._shown.made.connect(self.refresh)
        view.header.back_requested.connect(lambda: context.frame.go("meetings"))
        view.insights.analyse_requested.connect(self.analyse)
        view.unfinished.resumed.connect(self.go_on)
        view.minutes.template_requested.connect(self.edit_template)
        for part in (MeetingFacts, MeetingTextEdits, MeetingMoments, MeetingHandingOut):
            part(context, view, self._shown)
        self._comments = MeetingComments(context, view)
        self._voices = MeetingVoices(context, view)
        self._questions = MeetingQuestions(context, view, self._shown)

    def open(self, argument: str) -> None:
        """Show a meeting; `ID#12` shows its line 12, `ID@83.50` this second."""
        place = split_place(argument) if argument else Place(self._shown.meeting_id)
        meeting_id, self._reveal = place.meeting_id, place if place[1:] != (None, None) else None
        if meeting_id != self._shown.meeting_id:
            self.view.player.playback.pause()
            self._shown.content = None
        self._shown.meeting_id = meeting_id
        super().open(argument)

    def leave(self) -> None:
        """Store the memo and be silent."""
        super().leave()
        self.view.insights.flush()
        self.view.player.playback.pause()

    def concerns(self, change: Change) -> bool:
        """Listen only to this meeting's changes."""
        is_ours = super().concerns(change) and (not change.ids or self._shown.meeting_id in change.ids)
        if is_ours and change.kinds & self.shows != {ChangeKind.TRANSCRIPT}:
            self._only_grew = False
        return is_ours

    def reread(self) -> None:
        """Read only what was transcribed since, while nothing else is new."""
        known, workspace, meeting_id = self._shown.content, self.context.workspace, self._shown.meeting_id
        if known is None or not known.is_processing or not self._only_grew:
            self.refresh()
            return
        self.context.operations.read(
            lambda: (known, content.read_more(workspace, meeting_id, known)), then=self._show_more, key="meeting-more"
        )

    def _show_more(self, read: tuple[MeetingContent, MeetingContent]) -> None:
        before, found = read
        if before is self._shown.content:
            self._shown.content = found
            self.view.show_more(found)

    def refresh(self) -> None:
        """Read the meeting."""
        if not self._shown.meeting_id:
            return
        self._only_grew = True
        workspace, meeting_id, known = self.context.workspace, self._shown.meeting_id, self._shown.content
        self.context.operations.read(
            lambda: content.sharing(content.read(workspace, meeting_id), known), then=self._show, key="meeting"
        )

    def _show(self, found: MeetingContent) -> None:
        if found.summary.meeting.id != self._shown.meeting_id:
            return
        is_new = self._shown.content is None
        self._shown.content = found
        self._again.setInterval(_LIVE_MS if found.is_processing else _SOON_MS)
        if is_new:
            self._show_sound(found)
            self.view.show_tab("transcript" if found.stored is None or self._reveal is not None else "minutes")
        self.view.show_content(found)
        self._comments.show(found)
        self._voices.show(found)
        self._questions.show(found)
        self.view.header.offer(found.customers, found.deals)
        if self._reveal is not None:
            self.view.reveal(self._reveal)
            self._reveal = None

    def _show_sound(self, found: MeetingContent) -> None:
        recording, audio = found.recording, found.audio
        fault = wording.sentence(found.sound_fault) if found.sound_fault else ""
        self.view.player.use(audio, recording.seconds if recording else 0.0, fault)
        if recording is None or audio is None:
            return
        names = (wording.ROLES[Role.REP].text, wording.ROLES[Role.CUSTOMER].text)
        self.context.operations.work(
            lambda: content.read_lanes(audio, recording, names), then=self._show_lanes, key="lanes"
        )

    def _show_lanes(self, lanes: tuple[Lane, ...]) -> None:
        self.view.player.show_lanes(lanes)
        if self._shown.content is not None:
            self.view.player.show_marks(self._shown.content.marks)

    def analyse(self) -> None:
        """Read the meeting anew."""
        meeting_id = self._shown.meeting_id
        self.context.operations.change(
            lambda: self.context.processing.reanalyse(meeting_id), then=lambda _job: self.context.queue.wake()
        )

    def go_on(self) -> None:
        """Write down the rest of the recording."""
        meeting_id = self._shown.meeting_id
        self.context.operations.change(
            lambda: self.context.processing.go_on(meeting_id),
            then=lambda _job: self.context.queue.wake(),
            announce=Change(kinds=frozenset({ChangeKind.JOB, ChangeKind.MEETING}), ids=frozenset({meeting_id})),
        )

    def edit_template(self) -> None:
        """Let the user change the form of the minutes."""
        language = self._shown.content.summary.meeting.language if self._shown.content else "ja"
        dialog = TemplateDialog(self.view.window(), language)
        dialog.saved.connect(self._on_template)
        dialog.open()

    def _on_template(self, writes_anew: bool) -> None:  # noqa: FBT001 - a signal's slot
        self.context.frame.say(QCoreApplication.translate("Meeting", "The form of the minutes is saved."))
        if writes_anew:
            self.analyse()
        self.refresh()
