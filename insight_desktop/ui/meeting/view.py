"""The page that decides: header, tabs at the left, insights at the right, the player below."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog, QMenu, QSplitter, QStackedWidget, QWidget

from insight_desktop.domain.speaker import Role, Speaker
from insight_desktop.ui import wording
from insight_desktop.ui.meeting.content import MeetingContent
from insight_desktop.ui.meeting.header import MeetingHeader
from insight_desktop.ui.meeting.insights_panel import InsightsPanel
from insight_desktop.ui.meeting.metrics_view import MetricsView
from insight_desktop.ui.meeting.minutes_view import MinutesView
from insight_desktop.ui.meeting.player_bar import PlayerBar
from insight_desktop.ui.meeting.side_notice import SideNotice
from insight_desktop.ui.meeting.unfinished_notice import UnfinishedNotice
from insight_desktop.ui.meeting.voices_notice import MOST_PEOPLE, VoicesNotice
from insight_desktop.ui.meeting.whom_notice import WhomNotice
from insight_desktop.ui.places import Place
from insight_desktop.ui.transcript.lines import Line
from insight_desktop.ui.transcript.view import TranscriptView
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import IconButton, column, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow

_SAMPLE_S = 6.0
"""A longer turn is no better sample of a voice."""
TABS = ("minutes", "transcript", "metrics")


class MeetingView(View):
    """Shows one meeting.

    Signals:
        speaker_renamed(str, str): label, name.
        role_requested(str, Role): label, side.
        merge_requested(str, str): label, the label it becomes one with.
        swap_requested(str, str): two labels.
        split_requested(str, tuple[str, ...]): a label, the ids of the lines that somebody new speaks.
        line_speaker_requested(str, str): a line's id, the label that speaks it.
        undo_requested(), redo_requested(): edits of the text.
        mark_requested(float): mark this second.
        comment_requested(float): write a comment at this second.
    """

    speaker_renamed = Signal(str, str)
    role_requested = Signal(str, object)
    merge_requested = Signal(str, str)
    swap_requested = Signal(str, str)
    split_requested = Signal(str, object)
    line_speaker_requested = Signal(str, str)
    undo_requested = Signal()
    redo_requested = Signal()
    mark_requested = Signal(float)
    comment_requested = Signal(float)

    def __init__(self) -> None:
        """Lay out the page."""
        super().__init__()
        self._content: MeetingContent | None = None
        self.header, self.insights, self.player = MeetingHeader(), InsightsPanel(), PlayerBar()
        self.transcript, self.minutes, self.metrics = TranscriptView(), MinutesView(), MetricsView()
        self._tabs = ChoiceRow("tab", gap=16)
        self._tabs.chosen.connect(self.show_tab)
        self._undo, self._redo = IconButton("undo-2"), IconButton("redo-2")
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        self._state = label("small")
        self.voices, self.unfinished = VoicesNotice(), UnfinishedNotice()
        self.side, self.whom = SideNotice(), WhomNotice()
        self._stack = QStackedWidget()
        for page in (self.minutes, self.transcript, self.metrics):
            self._stack.addWidget(page)
        left = QWidget()
        bar = row(self._tabs, None, self._state, self._undo, self._redo, gap=4, margins=(24, 0, 12, 0))
        layout = column(gap=0)
        layout.addLayout(bar)
        layout.addWidget(frame("line"))
        for notice in (self.unfinished, self.voices, self.side, self.whom):
            layout.addWidget(notice)
        layout.addWidget(self._stack, 1)
        left.setLayout(layout)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.insights)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([700, 380])
        self.setLayout(column(self.header, frame("line"), self._splitter, frame("line"), self.player, gap=0))
        self.layout().setStretch(2, 1)  # type: ignore[union-attr]
        self._connect()
        self._keys()
        self.retranslate()
        self.show_tab("transcript")

    def _connect(self) -> None:
        self.transcript.word_clicked.connect(self.player.play)
        self.transcript.speaker_clicked.connect(self._on_speaker)
        self.transcript.line_chosen.connect(lambda line: self.player.select(line.start, line.end))
        self.player.mark_requested.connect(self.mark_requested)
        self.player.comment_requested.connect(self.comment_requested)
        self.player.moved.connect(self.transcript.show_time)
        self.player.follow_changed.connect(lambda on: setattr(self.transcript, "follows", on))
        self.insights.play_requested.connect(self._on_play)
        self.minutes.play_requested.connect(self._on_play)
        self.metrics.tone.play_requested.connect(self._on_play)
        self.minutes.moments.play_requested.connect(self.player.play)
        self.minutes.comments.play_requested.connect(self.player.play)

    def _keys(self) -> None:
        self._key("Space", self.player.playback.toggle)
        self._key("Left", lambda: self.player.step(-5.0))
        self._key("Right", lambda: self.player.step(5.0))
        self._key("M", lambda: self.mark_requested.emit(self.player.playback.at))
        self._key("C", lambda: self.comment_requested.emit(self.player.playback.at))
        self._key("N", lambda: self.player.go_to_mark(is_next=True))
        self._key("Shift+N", lambda: self.player.go_to_mark(is_next=False))
        self._key("Escape", self.header.back_requested.emit)
        self._key("Ctrl+Z", self.undo_requested.emit)
        self._key("Ctrl+Shift+Z", self.redo_requested.emit)
        self._key("Ctrl+Y", self.redo_requested.emit)
        for number, outcome in wording.OUTCOME_KEYS.items():
            self._key(str(number), lambda value=outcome: self.header.outcome_requested.emit(value))

    def _key(self, keys: str, run: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)

    def show_tab(self, key: str) -> None:
        """Show minutes, transcript or metrics."""
        self._stack.setCurrentIndex(TABS.index(key))
        self._tabs.choose(key)
        self.setFocusProxy(self._stack.currentWidget())  # type: ignore[arg-type]

    def show_content(self, content: MeetingContent) -> None:
        """Show everything that was read."""
        self._content = content
        analysis = content.stored.analysis if content.stored else None
        self.header.show_meeting(content.summary)
        self.transcript.show_lines(content.lines, is_editable=content.is_complete)
        self.minutes.show_minutes(analysis, content.lines, content.template, content.summary.meeting.language)
        self.minutes.moments.show_moments(
            content.moments,
            content.reading.consent,
            content.lines,
            has_sound=content.recording is not None and content.is_complete,
        )
        self.metrics.show_metrics(analysis.metrics if analysis else None, content.summary.meeting.language)
        self.metrics.tone.show_tone(content.reading.tone, analysis.insights if analysis else (), content.lines)
        self.insights.show_analysis(
            content.stored,
            content.lines,
            content.standing,
            is_complete=content.is_complete,
            is_processing=content.is_processing,
        )
        self._write_unfinished(content)
        self.insights.show_memo(content.summary.meeting.memo)
        self.player.setHidden(content.is_written)
        self.player.show_marks(content.marks)
        self._undo.setEnabled(content.can_undo)
        self._redo.setEnabled(content.can_redo)
        self._write_state()

    def show_turn(self, turn: int) -> None:
        """Show a turn in the transcript."""
        self.show_tab("transcript")
        self.transcript.light((turn,))

    def show_more(self, content: MeetingContent) -> None:
        """Show the lines that a transcription brought since."""
        self._content = content
        self.transcript.show_lines(content.lines, is_editable=content.is_complete)

    def reveal(self, place: Place) -> None:
        """Show a line, or the line that is spoken at a second; the player goes there, so that a key plays it."""
        lines = self._content.lines if self._content else ()
        position, second = place.position, place.second
        if second is not None:
            before = [number for number, line in enumerate(lines) if line.start <= second]
            position = before[-1] if before else None
        elif position is not None and 0 <= position < len(lines):
            second = lines[position].start
        if second is not None:
            self.player.playback.seek(second)
        if position is not None:
            self.transcript.light((position,))

    def _write_unfinished(self, content: MeetingContent) -> None:
        if content.recording is None or content.is_complete or content.is_processing:
            self.unfinished.hide()
            return
        self.unfinished.tell(max((line.end for line in content.lines), default=0.0), content.recording.seconds)

    def _write_state(self) -> None:
        content = self._content
        text = ""
        if content is not None and content.is_processing:
            text = self.tr("Still being transcribed")
        elif content is not None and not content.lines:
            text = self.tr("No speech was found") if content.is_complete else ""
        self._state.setText(text)

    def _on_play(self, turns: tuple[int, ...]) -> None:
        content = self._content
        if content is None or not turns or not 0 <= turns[0] < len(content.lines):
            return
        if self._stack.currentIndex() != TABS.index("transcript"):
            self.show_tab("transcript")
        self.transcript.light(turns)
        self.player.play(content.lines[turns[0]].start)

    def _on_speaker(self, line: Line, at: QPoint) -> None:
        content = self._content
        if content is None or line.label is None or not content.is_complete:
            return
        menu = self._speaker_menu(line, line.speaker or Speaker(label=line.label), content)
        menu.popup(at)

    def _speaker_menu(self, line: Line, speaker: Speaker, content: MeetingContent) -> QMenu:
        menu, name, label_ = QMenu(self), wording.speaker_name(speaker), str(speaker.label)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Play a sample of {name}").format(name=name), lambda: self._play_sample(line, content))
        menu.addAction(self.tr("Rename “{name}” …").format(name=name), lambda: self._rename(speaker))
        menu.addSeparator()
        menu.addAction(self.tr("This is me"), lambda: self.role_requested.emit(label_, Role.REP))
        menu.addAction(self.tr("This is the customer"), lambda: self.role_requested.emit(label_, Role.CUSTOMER))
        others = [other for other in content.speakers if other.label != speaker.label]
        if others:
            menu.addSeparator()
        for other in others:
            other_name, other_label = wording.speaker_name(other), str(other.label)
            only = self.tr("Only this line: {name}").format(name=other_name)
            merge = self.tr("Same person as {name}").format(name=other_name)
            swap = self.tr("Swap with {name}").format(name=other_name)
            menu.addAction(only, lambda to=other_label: self.line_speaker_requested.emit(line.id, to))  # type: ignore[misc]
            menu.addAction(merge, lambda to=other_label: self.merge_requested.emit(label_, to))  # type: ignore[misc]
            menu.addAction(swap, lambda to=other_label: self.swap_requested.emit(label_, to))  # type: ignore[misc]
        self._add_splits(menu, line, label_, content)
        if content.voices:
            self._add_counts(menu, content.voices)
        return menu

    def _add_counts(self, menu: QMenu, voices: int) -> None:
        menu.addSeparator()
        counts = menu.addMenu(self.tr("How many people spoke"))
        for count in range(1, MOST_PEOPLE + 1):
            action = counts.addAction(self.voices.people(count), lambda told=count: self.voices.people_told.emit(told))  # type: ignore[misc]
            action.setCheckable(True)
            action.setChecked(count == voices)

    def _add_splits(self, menu: QMenu, line: Line, label_: str, content: MeetingContent) -> None:
        theirs = [each for each in content.lines if each.label == label_]
        later = tuple(each.id for each in theirs if each.start >= line.start)
        if len(theirs) < 2:  # noqa: PLR2004 - one line cannot be split
            return
        menu.addSeparator()
        menu.addAction(self.tr("Somebody else speaks this line"), lambda: self.split_requested.emit(label_, (line.id,)))
        if 1 < len(later) < len(theirs):
            text = self.tr("Somebody else speaks from here on")
            menu.addAction(text, lambda: self.split_requested.emit(label_, later))

    def _play_sample(self, line: Line, content: MeetingContent) -> None:
        """Play where the speaker talks longest without being endless: enough to know the voice."""
        theirs = [each for each in content.lines if each.label == line.label]
        best = max(theirs, key=lambda each: min(each.end - each.start, _SAMPLE_S), default=line)
        self.player.play(best.start)

    def _rename(self, speaker: Speaker) -> None:
        text, accepted = QInputDialog.getText(self, self.tr("Rename"), self.tr("Name"), text=speaker.name)
        if accepted:
            self.speaker_renamed.emit(str(speaker.label), text.strip())

    def restyle(self) -> None:
        """Paint the transcript in the new colours."""
        if hasattr(self, "transcript"):
            self.transcript.restyle()

    def retranslate(self) -> None:
        """Write the texts."""
        names = {
            "minutes": self.tr("Minutes"),
            "transcript": self.tr("Transcript"),
            "metrics": self.tr("Numbers"),
        }
        self._tabs.offer([Choice(key, names[key]) for key in TABS])
        self._undo.name(self.tr("Undo"), "Ctrl+Z")
        self._redo.name(self.tr("Redo"), "Ctrl+Shift+Z")
        self.transcript.setAccessibleName(self.tr("Transcript"))
        self._write_state()
        self.transcript.viewport().update()
