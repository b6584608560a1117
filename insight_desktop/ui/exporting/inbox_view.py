"""The left side of the page: meetings that wait, those corrected since, and those that went out."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStackedLayout, QWidget

from insight_desktop.export_inbox import InboxRow, InboxState
from insight_desktop.ui.exporting.inbox_delegate import InboxDelegate
from insight_desktop.ui.exporting.inbox_model import InboxModel, count_of
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, column, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow

_WIDTH = 330


class _List(QListView):
    """Ticks with Space, opens with Return.

    Signals:
        ticked(QModelIndex): the tick shall change.
        opened(QModelIndex): the meeting is wanted.
    """

    ticked = Signal(QModelIndex)
    opened = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two keys."""
        signals = {Qt.Key.Key_Space: self.ticked, Qt.Key.Key_Return: self.opened, Qt.Key.Key_Enter: self.opened}
        signal = signals.get(Qt.Key(event.key()))
        if signal is None or not self.currentIndex().isValid():
            super().keyPressEvent(event)
            return
        signal.emit(self.currentIndex())


class InboxView(View):
    """Chooses what goes out.

    Signals:
        chosen(tuple[str, ...]): the ids of the ticked meetings.
        meeting_opened(str): a meeting is wanted.
    """

    chosen = Signal(object)
    meeting_opened = Signal(str)

    def __init__(self) -> None:
        """Lay out the list."""
        super().__init__()
        self._rows: tuple[InboxRow, ...] = ()
        self._state = InboxState.WAITING
        self.states = ChoiceRow("segment")
        self.states.chosen.connect(lambda key: self.choose_state(InboxState(key)))
        self._all = Button(look="link")
        self._all.clicked.connect(self._on_all)
        self.model = InboxModel()
        self.model.ticked.connect(self._on_ticked)
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setItemDelegate(InboxDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.ticked.connect(self.model.toggle)
        self.list.opened.connect(self._on_opened)
        self.list.doubleClicked.connect(self._on_opened)
        self._nothing = label("quiet", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        nothing = QWidget()
        layout = column(48, gap=10, margins=(16, 0, 16, 0))
        layout.addWidget(IconLabel("circle-check", "text_3", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._nothing)
        layout.addStretch(1)
        nothing.setLayout(layout)
        self._layers = QStackedLayout()
        self._layers.addWidget(self.list)
        self._layers.addWidget(nothing)
        self._title = label("strong")
        outer = column(gap=8, margins=(16, 12, 0, 0))
        outer.addWidget(self.states, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(row(self._title, None, self._all, margins=(4, 0, 12, 0)))
        outer.addLayout(self._layers, 1)
        self.setLayout(outer)
        self.setFixedWidth(_WIDTH)
        self.retranslate()

    @property
    def state(self) -> InboxState:
        """Which meetings are listed."""
        return self._state

    def show_rows(self, rows: tuple[InboxRow, ...], preferred: frozenset[str] = frozenset()) -> None:
        """Show the meetings; `preferred` ones alone are ticked, and their state is listed."""
        self._rows = rows
        found = [row for row in rows if row.meeting.meeting_id in preferred]
        if found:
            self._state = found[0].state
        elif not count_of(rows, self._state):
            is_corrected = not count_of(rows, InboxState.WAITING) and count_of(rows, InboxState.CHANGED)
            self._state = InboxState.CHANGED if is_corrected else InboxState.WAITING
        self._fill(preferred if found else None)

    def choose_state(self, state: InboxState) -> None:
        """List the meetings of one state; those that went out already are not ticked by themselves."""
        self._state = state
        self._fill(None)

    def _fill(self, preferred: frozenset[str] | None) -> None:
        shown = tuple(row for row in self._rows if row.state is self._state)
        everything = frozenset(row.meeting.meeting_id for row in shown)
        usual = frozenset() if self._state is InboxState.EXPORTED else everything
        self.model.show_rows(shown, usual if preferred is None else preferred)
        self._layers.setCurrentIndex(0 if shown else 1)
        self.retranslate()
        self.chosen.emit(self.model.chosen)

    def _on_ticked(self) -> None:
        self._write_count()
        self.chosen.emit(self.model.chosen)

    def _on_all(self) -> None:
        self.model.choose_all(on=len(self.model.chosen) < self.model.rowCount())

    def _on_opened(self, index: QModelIndex) -> None:
        self.meeting_opened.emit(self.model.row_at(index.row()).meeting.meeting_id)

    def _write_count(self) -> None:
        number, total = len(self.model.chosen), self.model.rowCount()
        self._title.setText(self.tr("{number} of {total} chosen").format(number=number, total=total))
        self._all.setText(self.tr("Choose none") if number == total and total else self.tr("Choose all"))
        self._all.setVisible(total > 0)

    def retranslate(self) -> None:
        """Write the texts."""
        words = {
            InboxState.WAITING: self.tr("Waiting"),
            InboxState.CHANGED: self.tr("Corrected since"),
            InboxState.EXPORTED: self.tr("Exported"),
        }
        self.states.offer(
            [Choice(state.value, f"{word}  {count_of(self._rows, state)}") for state, word in words.items()]
        )
        self.states.choose(self._state.value)
        self.list.setAccessibleName(words[self._state])
        nothing = {
            InboxState.WAITING: self.tr("Everything is exported. New minutes appear here."),
            InboxState.CHANGED: self.tr("No exported meeting was corrected since."),
            InboxState.EXPORTED: self.tr("Nothing went to this target yet."),
        }
        self._nothing.setText(nothing[self._state])
        self._write_count()
