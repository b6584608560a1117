"""The list page: filter chips, rows, and what to do while there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListView, QMenu, QStackedLayout, QWidget

from insight_desktop.domain.meeting import Example, Outcome
from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.ui import theme, wording
from insight_desktop.ui.meetings.delegate import MeetingDelegate
from insight_desktop.ui.meetings.model import MeetingsModel
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, column, frame, hint, label
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.wrapping import WrappingRow

GOOD_EXAMPLES = "good-examples"
TRASH = "trash"


class MeetingsView(View):
    """Shows meetings and passes on what the user wants.

    Signals:
        open_requested(str): open the meeting of this id.
        outcome_requested(str, Outcome): set what became of it.
        example_requested(str, Example): mark it as an example.
        trash_requested(str): move it to the trash.
        restore_requested(str): take it out of the trash.
        retry_requested(str): process it again.
        filter_requested(str, str): the text, and the chip's key.
        import_requested(): choose files.
        more_requested(): the end of the list is near.
    """

    open_requested = Signal(str)
    outcome_requested = Signal(str, object)
    example_requested = Signal(str, object)
    trash_requested = Signal(str)
    restore_requested = Signal(str)
    retry_requested = Signal(str)
    filter_requested = Signal(str, str)
    import_requested = Signal()
    more_requested = Signal()

    def __init__(self) -> None:
        """Lay out the page."""
        super().__init__()
        self.model = MeetingsModel(self)
        self._chip = ""
        self._filter = QLineEdit()
        self._filter.setProperty("look", "search")
        self._filter.setClearButtonEnabled(True)
        self._chips = ChoiceRow("chip", gap=8, may_be_none=True)
        self._count = label("small")
        self._restore = Button(icon="undo-2")
        self._restore.hide()
        self._list = QListView()
        self._list.setModel(self.model)
        self._list.setItemDelegate(MeetingDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._empty = EmptyState("messages-square", "upload")
        self._nothing = EmptyState("search")
        self._bar = QWidget()
        tools = WrappingRow(self._filter, self._chips, None, self._restore, self._count, gap=12)
        tools.setContentsMargins(24, 12, 24, 12)
        self._bar.setLayout(tools)
        content = QWidget()
        content.setLayout(column(self._bar, frame("line"), self._list, gap=0))
        self._layers = QStackedLayout(self)
        for widget in (QWidget(), content, self._empty):
            self._layers.addWidget(widget)
        self._none_found = label("quiet")
        self._none_found.setParent(self._list)
        self._connect()
        self._keys()
        self.setFocusProxy(self._list)
        # the page hands its focus to the list, so what stands above the list comes after it
        QWidget.setTabOrder(self._list, self._filter)
        self.retranslate()

    def _connect(self) -> None:
        self._list.activated.connect(self._on_activated)
        self._list.doubleClicked.connect(self._on_activated)
        self._list.customContextMenuRequested.connect(self._on_menu)
        self._list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._filter.textChanged.connect(lambda _text: self._on_filter())
        self._chips.chosen.connect(self._on_chip)
        self._restore.clicked.connect(lambda: self._with(self.restore_requested))
        self._empty.asked.connect(self.import_requested)

    def _keys(self) -> None:
        for number, outcome in wording.OUTCOME_KEYS.items():
            self._key(str(number), lambda value=outcome: self._with(self.outcome_requested, value))
        self._key("J", lambda: self._move(1))
        self._key("K", lambda: self._move(-1))
        self._key("Delete", lambda: self._with(self.trash_requested))
        self._key("G", lambda: self._with(self.example_requested, Example.GOOD))
        self._key("B", lambda: self._with(self.example_requested, Example.BAD))

    def _key(self, keys: str, run: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(run)

    def _on_chip(self, key: str) -> None:
        self._chip = key
        self._restore.setVisible(key == TRASH)
        self._count.setVisible(key != TRASH)
        self._on_filter()

    def _on_filter(self) -> None:
        self.filter_requested.emit(self._filter.text(), self._chip)

    def _current(self) -> MeetingSummary | None:
        return self.model.summary(self._list.currentIndex().row())

    def _with(self, signal: object, *values: object) -> None:
        summary = self._current()
        if summary is not None:
            signal.emit(summary.meeting.id, *values)  # type: ignore[attr-defined]

    def _move(self, step: int) -> None:
        place = min(max(0, self._list.currentIndex().row() + step), self.model.rowCount() - 1)
        self._list.setCurrentIndex(self.model.index(place))

    def _on_activated(self, index: QModelIndex) -> None:
        summary = self.model.summary(index.row())
        if summary is not None:
            self.open_requested.emit(summary.meeting.id)

    def _on_scrolled(self, value: int) -> None:
        if value >= self._list.verticalScrollBar().maximum() - self._list.height():
            self.more_requested.emit()

    def _on_menu(self, at: QPoint) -> None:
        summary = self.model.summary(self._list.indexAt(at).row())
        if summary is None:
            return
        meeting_id = summary.meeting.id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._chip == TRASH:
            menu.addAction(self.tr("Restore"), lambda: self.restore_requested.emit(meeting_id))
            menu.popup(self._list.viewport().mapToGlobal(at))
            return
        menu.addAction(self.tr("Open"), lambda: self.open_requested.emit(meeting_id))
        menu.addSeparator()
        for number, outcome in wording.OUTCOME_KEYS.items():
            text = f"{wording.OUTCOMES[outcome].text}\t{number}"
            menu.addAction(text, lambda value=outcome: self.outcome_requested.emit(meeting_id, value))  # type: ignore[misc]
        menu.addSeparator()
        for example, meaning in wording.EXAMPLES.items():
            icon = theme.icon(meaning.icon)
            menu.addAction(icon, meaning.text, lambda value=example: self.example_requested.emit(meeting_id, value))
        menu.addSeparator()
        menu.addAction(self.tr("Process again"), lambda: self.retry_requested.emit(meeting_id))
        menu.addAction(self.tr("Move to trash"), lambda: self.trash_requested.emit(meeting_id))
        menu.popup(self._list.viewport().mapToGlobal(at))

    def show_meetings(self, meetings: Sequence[MeetingSummary], total: int, *, is_filtered: bool) -> None:
        """Show a list; without meetings and filter, the way to the first one."""
        self.model.show_meetings(meetings)
        self._count.setText(self.tr("%n meeting(s)", "", total))
        is_empty = not meetings and not is_filtered
        self._layers.setCurrentIndex(2 if is_empty else 1)
        self._restore.setEnabled(bool(meetings))
        self._write_none_found()
        self._none_found.setVisible(not meetings and is_filtered)
        if meetings and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self.model.index(0))

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self._filter.setFocus()

    def retranslate(self) -> None:
        """Write the texts."""
        hint(self._filter, self.tr("Filter by title, customer, memo"))

        self._list.setAccessibleName(self.tr("Meetings"))
        chips = [
            Choice(outcome.value, wording.OUTCOMES[outcome].text, wording.OUTCOMES[outcome].icon)
            for outcome in (Outcome.WON, Outcome.LOST, Outcome.STRONG, Outcome.WEAK, Outcome.UNSET)
        ]
        good = wording.EXAMPLES[Example.GOOD]
        trash = Choice(TRASH, self.tr("Trash"), "trash-2")
        self._chips.offer([*chips, Choice(GOOD_EXAMPLES, good.text, good.icon), trash])
        self._restore.setText(" " + self.tr("Restore"))
        self._empty.say(
            self.tr("No meetings yet"),
            self.tr("Drop a recording anywhere on this window, or choose files. Minutes follow in a few minutes."),
            self.tr("Import recordings"),
        )
        self._write_none_found()
        self._list.viewport().update()

    def _write_none_found(self) -> None:
        is_trash = self._chip == TRASH and not self._filter.text()
        text = self.tr("The trash is empty.") if is_trash else self.tr("No meeting fits this filter.")
        self._none_found.setText(text)
        self._none_found.adjustSize()
        self._none_found.move(24, 24)
