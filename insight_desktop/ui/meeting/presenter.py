"""Decides for the meeting page: what is read, what each wish changes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from insight_desktop import readings, text_meetings
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import InsightId, MeetingId, MomentId, NextStepId, SegmentId
from insight_desktop.domain.meeting import Example, Meeting, Outcome
from insight_desktop.domain.moment import MomentKind
from insight_desktop.domain.speaker import Role, SpeakerLabel
from insight_desktop.meeting_documents import DocumentKind, MeetingDocuments, MessageKind
from insight_desktop.ui import wording
from insight_desktop.ui.meeting import content, documents
from insight_desktop.ui.meeting.comments import MeetingComments
from insight_desktop.ui.meeting.content import MeetingContent
from insight_desktop.ui.meeting.template_dialog import TemplateDialog
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
        self._id = MeetingId("")
        self._reveal: Place | None = None
        self._content: MeetingContent | None = None
        self._only_grew = True
        self._connect_header()
        self._connect_text()
        self._comments = MeetingComments(context, view)
        self._voices = MeetingVoices(context, view)

    def _connect_header(self) -> None:
        header, panel = self.view.header, self.view.insights
        header.back_requested.connect(lambda: self.context.frame.go("meetings"))
        header.renamed.connect(lambda title: self._save(lambda meeting: replace(meeting, title=title)))
        header.details_changed.connect(
            lambda at, channel, is_protected: self._save(
                lambda meeting: replace(meeting, started_at=at, channel=channel, is_protected=is_protected)
            )
        )
        header.outcome_requested.connect(self.set_outcome)
        header.example_requested.connect(self.set_example)
        header.customer_requested.connect(self.set_customer)
        header.deal_requested.connect(self.set_deal)
        header.export_requested.connect(self.export)
        panel.memo_changed.connect(lambda memo: self._save(lambda meeting: replace(meeting, memo=memo)))
        panel.confirmed.connect(self._confirm)
        panel.dismissed.connect(self._dismiss)
        panel.step_done.connect(self._on_step)
        panel.analyse_requested.connect(self.analyse)

    def _connect_text(self) -> None:
        view, edits = self.view, self.context.workspace.edits
        view.transcript.lines.text_edited.connect(
            lambda line, text: self._edit(lambda: edits.set_text(self._id, SegmentId(line), text))
        )
        view.speaker_renamed.connect(
            lambda label, name: self._edit(lambda: edits.rename(self._id, SpeakerLabel(label), name))
        )
        view.role_requested.connect(self._set_role)
        view.merge_requested.connect(
            lambda one, other: self._edit_sides(lambda: edits.merge(self._id, SpeakerLabel(one), SpeakerLabel(other)))
        )
        view.swap_requested.connect(
            lambda one, other: self._edit_sides(lambda: edits.swap(self._id, SpeakerLabel(one), SpeakerLabel(other)))
        )
        view.line_speaker_requested.connect(
            lambda line, label: self._edit_sides(
                lambda: edits.set_speaker(self._id, (SegmentId(line),), SpeakerLabel(label))
            )
        )
        view.split_requested.connect(
            lambda label, lines: self._edit_sides(lambda: edits.split(self._id, lines, SpeakerLabel(label)))
        )
        view.minutes.template_requested.connect(self.edit_template)
        moments = view.minutes.moments
        view.mark_requested.connect(self._add_mark)
        moments.consent_noted.connect(self._note_consent)
        moments.renamed.connect(self._rename_mark)
        moments.removed.connect(self._remove_moment)
        view.undo_requested.connect(lambda: self._edit_sides(lambda: edits.undo(self._id)))
        view.redo_requested.connect(lambda: self._edit_sides(lambda: edits.redo(self._id)))

    def open(self, argument: str) -> None:
        """Show a meeting; `ID#12` shows its line 12, `ID@83.50` this second."""
        place = split_place(argument) if argument else Place(self._id)
        meeting_id, self._reveal = place.meeting_id, place if place[1:] != (None, None) else None
        if meeting_id != self._id:
            self.view.player.playback.pause()
            self._content = None
        self._id = meeting_id
        super().open(argument)

    def leave(self) -> None:
        """Store the memo and be silent."""
        super().leave()
        self.view.insights.flush()
        self.view.player.playback.pause()

    def concerns(self, change: Change) -> bool:
        """Listen only to this meeting's changes."""
        is_ours = super().concerns(change) and (not change.ids or self._id in change.ids)
        if is_ours and change.kinds & self.shows != {ChangeKind.TRANSCRIPT}:
            self._only_grew = False
        return is_ours

    def reread(self) -> None:
        """Read only what was transcribed since, while nothing else is new."""
        known, workspace, meeting_id = self._content, self.context.workspace, self._id
        if known is None or not known.is_processing or not self._only_grew:
            self.refresh()
            return
        self.context.operations.read(
            lambda: (known, content.read_more(workspace, meeting_id, known)), then=self._show_more, key="meeting-more"
        )

    def _show_more(self, read: tuple[MeetingContent, MeetingContent]) -> None:
        before, found = read
        if before is self._content:
            self._content = found
            self.view.show_more(found)

    def refresh(self) -> None:
        """Read the meeting."""
        if not self._id:
            return
        self._only_grew = True
        workspace, meeting_id = self.context.workspace, self._id
        self.context.operations.read(lambda: content.read(workspace, meeting_id), then=self._show, key="meeting")

    def _show(self, found: MeetingContent) -> None:
        if found.summary.meeting.id != self._id:
            return
        is_new = self._content is None
        self._content = found
        self._again.setInterval(_LIVE_MS if found.is_processing else _SOON_MS)
        if is_new:
            self._show_sound(found)
            self.view.show_tab("transcript" if found.stored is None or self._reveal is not None else "minutes")
        self.view.show_content(found)
        self._comments.show(found)
        self._voices.show(found)
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
        if self._content is not None:
            self.view.player.show_marks(self._content.marks)

    def set_outcome(self, outcome: Outcome) -> None:
        """Set what became of the meeting, with undo."""
        meeting_id, old = self._id, self._content.summary.meeting.outcome if self._content else Outcome.UNSET
        meetings = self.context.workspace.meetings
        self._change(lambda: meetings.set_outcome(meeting_id, outcome))
        text = QCoreApplication.translate("Meetings", "Outcome: {outcome}")
        self.context.frame.say(
            text.format(outcome=wording.OUTCOMES[outcome].text),
            lambda: self._change(lambda: meetings.set_outcome(meeting_id, old)),
        )

    def set_example(self, example: Example) -> None:
        """Mark the meeting as an example."""
        meeting_id = self._id
        self._change(lambda: self.context.workspace.meetings.set_example(meeting_id, example))

    def set_customer(self, name: str) -> None:
        """Link the meeting to a customer, made when the name is new."""
        workspace, meeting_id = self.context.workspace, self._id

        def link() -> None:
            customer = workspace.customers.find_or_make(name) if name else None
            workspace.meetings.set_customer(meeting_id, customer.id if customer else None)
            text_meetings.learn_loyalty(workspace, meeting_id)

        self._change(link, kind=ChangeKind.CUSTOMER)

    def set_deal(self, name: str) -> None:
        """Link the meeting to a deal of its customer, made when the name is new."""
        workspace, meeting_id = self.context.workspace, self._id
        customer_id = self._content.summary.meeting.customer_id if self._content else None
        if customer_id is None:
            return

        def link() -> None:
            deal = workspace.customers.find_or_make_deal(customer_id, name) if name else None
            workspace.meetings.set_customer(meeting_id, customer_id, deal.id if deal else None)

        self._change(link, kind=ChangeKind.CUSTOMER)

    def analyse(self) -> None:
        """Read the meeting anew."""
        meeting_id = self._id
        self.context.operations.change(
            lambda: self.context.processing.reanalyse(meeting_id), then=lambda _job: self.context.queue.wake()
        )

    def export(self, what: str) -> None:
        """Go to the page of exports, copy a text, or write a document where the user wants it."""
        found, workspace, meeting_id = self._content, self.context.workspace, self._id
        if found is None:
            return
        action, _, kind = what.partition(":")
        if action == "crm":
            self.context.frame.go("exports", meeting_id)
        elif action == "copy":
            self.context.operations.read(
                lambda: MeetingDocuments(workspace, meeting_id).message(MessageKind(kind)), then=self._on_message
            )
        else:
            proposal = workspace.exports_dir / documents.file_name(found.summary.meeting, kind)
            name, _ = QFileDialog.getSaveFileName(self.view, "", str(proposal), f"*.{kind}")
            if name:
                self.save_document(DocumentKind(kind), Path(name))

    def save_document(self, kind: DocumentKind, path: Path) -> None:
        """Write a document."""
        workspace, meeting_id = self.context.workspace, self._id
        self.context.operations.read(lambda: documents.write(workspace, meeting_id, kind, path), then=self._on_written)

    def _on_message(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.context.frame.say(QCoreApplication.translate("Meeting", "Copied. Paste it where you need it."))

    def _on_written(self, path: Path) -> None:
        text = QCoreApplication.translate("Meeting", "Saved as {name}.")
        self.context.frame.say(text.format(name=path.name))

    def edit_template(self) -> None:
        """Let the user change the form of the minutes."""
        language = self._content.summary.meeting.language if self._content else "ja"
        dialog = TemplateDialog(self.view.window(), language)
        dialog.saved.connect(self._on_template)
        dialog.open()

    def _on_template(self, writes_anew: bool) -> None:  # noqa: FBT001 - a signal's slot
        self.context.frame.say(QCoreApplication.translate("Meeting", "The form of the minutes is saved."))
        if writes_anew:
            self.analyse()
        self.refresh()

    def _add_mark(self, at: float) -> None:
        moments, meeting_id = self.context.workspace.moments, self._id
        text = QCoreApplication.translate("Meeting", "Marked {at}.")

        def told(moment: object) -> None:
            self.refresh()
            undo = lambda: self._change(lambda: moments.remove(moment.id))  # type: ignore[attr-defined]  # noqa: E731
            self.context.frame.say(text.format(at=wording.clock(at)), undo)

        self.context.operations.change(lambda: moments.add(meeting_id, MomentKind.MARK, at), then=told)

    def _note_consent(self) -> None:
        moments, meeting_id = self.context.workspace.moments, self._id
        self._change(lambda: moments.add(meeting_id, MomentKind.CONSENT, 0.0))

    def _rename_mark(self, moment_id: str, text: str) -> None:
        moments = self.context.workspace.moments
        found = [each for each in self._content.moments if each.id == moment_id] if self._content else []
        self._change(lambda: moments.save(replace(each, text=text) for each in found))

    def _remove_moment(self, moment_id: str) -> None:
        moments = self.context.workspace.moments
        self._change(lambda: moments.remove(MomentId(moment_id)))
        self.context.frame.say(
            QCoreApplication.translate("Meeting", "Removed."),
            lambda: self._change(lambda: moments.restore(MomentId(moment_id))),
        )

    def _set_role(self, label: str, role: Role) -> None:
        self._edit_sides(lambda: self.context.workspace.edits.set_role(self._id, SpeakerLabel(label), role))

    def _confirm(self, insight_id: str) -> None:
        corrections = self.context.workspace.corrections
        self._change(lambda: corrections.confirm_insight(InsightId(insight_id)), kind=ChangeKind.ANALYSIS)

    def _dismiss(self, insight_id: str) -> None:
        corrections = self.context.workspace.corrections

        def told(correction: object) -> None:
            self.context.frame.say(
                QCoreApplication.translate("Meeting", "Removed. The program learns from it."),
                lambda: self._change(
                    lambda: corrections.withdraw(correction.id),  # type: ignore[attr-defined]
                    kind=ChangeKind.ANALYSIS,
                ),
            )

        self.context.operations.change(
            lambda: corrections.dismiss_insight(InsightId(insight_id)),
            then=told,
            announce=self._announcement(ChangeKind.ANALYSIS),
        )

    def _on_step(self, step_id: str, done: bool) -> None:  # noqa: FBT001 - a signal's slot
        analyses = self.context.workspace.analyses
        self._change(lambda: analyses.set_step_done(NextStepId(step_id), done=done), kind=ChangeKind.ANALYSIS)

    def _save(self, alter: Callable[[Meeting], Meeting]) -> None:
        meetings, meeting_id = self.context.workspace.meetings, self._id

        def save() -> None:
            meeting = meetings.get(meeting_id)
            if meeting is not None:
                meetings.save(alter(meeting))

        self._change(save)

    def _edit(self, function: Callable[[], object]) -> None:
        workspace, meeting_id = self.context.workspace, self._id

        def edit() -> None:
            function()
            workspace.analyses.refresh(meeting_id)
            readings.remeasure(workspace, meeting_id)

        self._change(edit, kind=ChangeKind.TRANSCRIPT)

    def _edit_sides(self, function: Callable[[], object]) -> None:
        """Change who says what: who promised and who complained follows, so the meeting is read anew."""
        workspace, processing, meeting_id = self.context.workspace, self.context.processing, self._id

        def edit() -> None:
            before = workspace.transcripts.labels(meeting_id)
            function()
            workspace.analyses.refresh(meeting_id)
            readings.remeasure(workspace, meeting_id)
            if workspace.transcripts.labels(meeting_id) != before and workspace.analyses.model(meeting_id) is not None:
                processing.reanalyse(meeting_id)

        def then(value: object) -> None:
            self._reread(value)
            self.context.queue.wake()

        self.context.operations.change(edit, announce=self._announcement(ChangeKind.TRANSCRIPT), then=then)

    def _change(self, function: Callable[[], object], kind: ChangeKind = ChangeKind.MEETING) -> None:
        self.context.operations.change(function, announce=self._announcement(kind), then=self._reread)

    def _reread(self, _value: object) -> None:
        self.refresh()

    def _announcement(self, kind: ChangeKind) -> Change:
        return Change(kinds=frozenset({kind, ChangeKind.MEETING}), ids=frozenset({self._id}))
