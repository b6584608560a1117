"""The rules that name customers' segments, in the order in which they are tried."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from insight_desktop.domain.segment import SegmentRule
from insight_desktop.ui.segment_words import asks
from insight_desktop.ui.settings.rows import Card
from insight_desktop.ui.widgets.basics import Button, IconButton, column, empty, label, row


class SegmentsCard(Card):
    """One line a rule.

    Signals:
        added(): a new rule is to be written.
        edited(str): a rule is to be changed.
        removed(str): a rule is to be taken away.
        raised(str): a rule is to be tried before the one above it.
    """

    added = Signal()
    edited = Signal(str)
    removed = Signal(str)
    raised = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._rules: tuple[SegmentRule, ...] = ()
        self._note = label("small", wraps=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._add = Button(icon="plus")
        self._add.clicked.connect(self.added)
        self.add(self._note)
        self._inner.addLayout(self._lines)
        self._inner.addLayout(row(self._add, None))
        self.retranslate()

    def show_rules(self, rules: Sequence[SegmentRule]) -> None:
        """Show the rules in their order."""
        self._rules = tuple(rules)
        empty(self._lines)
        for place, rule in enumerate(self._rules):
            self._lines.addWidget(self._line(place, rule))

    @property
    def words(self) -> str:
        """What a search of the settings finds the card by."""
        return f"{self.heading.text()} {self._note.text()} {' '.join(rule.segment for rule in self._rules)}".casefold()

    def _line(self, place: int, rule: SegmentRule) -> QWidget:
        number = label("quiet", f"{place + 1}.")
        number.setFixedWidth(20)
        words = column(label("strong", rule.segment, wraps=True), label("small", asks(rule), wraps=True), gap=2)
        buttons = (
            (IconButton("chevron-up"), self.raised, self.tr("Try before the one above: {segment}")),
            (IconButton("pencil"), self.edited, self.tr("Change: {segment}")),
            (IconButton("trash-2"), self.removed, self.tr("Delete: {segment}")),
        )
        line = row(number, gap=8)
        line.addLayout(words, 1)
        for button, signal, text in buttons:
            button.name(text.format(segment=rule.segment))
            button.clicked.connect(partial(signal.emit, str(rule.id)))
            line.addWidget(button)
        buttons[0][0].setEnabled(place > 0)
        box = QWidget()
        box.setLayout(line)
        return box

    def retranslate(self) -> None:
        """Write the texts."""
        if not hasattr(self, "_add"):
            return
        self.heading.setText(self.tr("Segments of customers"))
        self._note.setText(
            self.tr("The first rule that fits names the segment. A segment written with the customer wins.")
        )
        self._add.setText(self.tr(" Add a rule"))
        self.show_rules(self._rules)
