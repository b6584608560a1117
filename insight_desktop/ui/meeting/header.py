"""The head of the meeting page: title, facts of the meeting, outcome, example, export."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu

from insight_desktop.domain.meeting import Example, Outcome
from insight_desktop.meeting_documents import DocumentKind, MessageKind
from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.ui import wording
from insight_desktop.ui.meeting.details import DetailsPopup
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, column, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.wrapping import WrappingRow

_NARROWEST, _WIDEST, _AROUND_NAME = 120, 240, 44
EXPORTS: tuple[str, ...] = (
    "crm",
    "",
    *(f"copy:{kind.value}" for kind in MessageKind),
    "",
    *(f"save:{kind.value}" for kind in DocumentKind),
)
"""What the menu offers: to the CRM, copies, files; an empty entry is a line."""


class MeetingHeader(View):
    """Two lines above the meeting.

    Signals:
        back_requested(): to the list.
        renamed(str): another title.
        details_changed(datetime, Channel | None, bool): when and how it was held, and whether its sound is kept.
        outcome_requested(Outcome): what became of it.
        example_requested(Example): whether to learn from it.
        customer_requested(str): the customer's name; empty for none.
        deal_requested(str): the deal's name; empty for none.
        export_requested(str): one of `EXPORTS`.
    """

    back_requested = Signal()
    renamed = Signal(str)
    details_changed = Signal(object, object, bool)
    outcome_requested = Signal(object)
    example_requested = Signal(object)
    customer_requested = Signal(str)
    deal_requested = Signal(str)
    export_requested = Signal(str)

    def __init__(self) -> None:
        """Lay out the lines."""
        super().__init__()
        self._summary: MeetingSummary | None = None
        self._back = IconButton("arrow-left")
        self._back.clicked.connect(self.back_requested)
        self._title = QLineEdit()
        self._title.setProperty("look", "inline")
        self._title.editingFinished.connect(self._on_title)
        self._facts = Button(look="facts", icon="pencil", ink="text_3")
        self._facts.clicked.connect(self._on_facts)
        self._customer, self._deal = QComboBox(editable=True), QComboBox(editable=True)
        for box, signal in ((self._customer, self.customer_requested), (self._deal, self.deal_requested)):
            box.setFixedWidth(_NARROWEST)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.lineEdit().editingFinished.connect(lambda b=box, s=signal: self._on_box(b, s))  # type: ignore[union-attr]
            box.activated.connect(lambda _index, b=box, s=signal: self._on_box(b, s))
        self._outcomes = ChoiceRow("segment")
        self._outcomes.chosen.connect(lambda key: self.outcome_requested.emit(Outcome(key)))
        self._good, self._bad = IconButton("thumbs-up"), IconButton("thumbs-down")
        for button, example in ((self._good, Example.GOOD), (self._bad, Example.BAD)):
            button.setCheckable(True)
            button.clicked.connect(lambda on, value=example: self._on_example(value if on else Example.NONE))
        self._export = Button(icon="file-output")
        self._menu = QMenu(self)
        self._export.setMenu(self._menu)
        first = row(self._back, self._title, self._good, self._bad, self._export, gap=4)
        first.setStretch(1, 1)
        second = WrappingRow(self._facts, None, self._customer, self._deal, self._outcomes)
        second.setContentsMargins(38, 0, 0, 0)
        layout = column(gap=6, margins=(16, 10, 16, 10))
        layout.addLayout(first)
        layout.addLayout(second)
        self.setLayout(layout)
        self.retranslate()

    def show_meeting(self, summary: MeetingSummary) -> None:
        """Show a meeting; a title that is being typed stays."""
        self._summary = summary
        meeting = summary.meeting
        if not self._title.hasFocus():
            self._title.setText(meeting.title)
            self._title.setCursorPosition(0)
        parts = [wording.moment(meeting.started_at), wording.length(summary.seconds) if summary.seconds else ""]
        parts.append(wording.manner(meeting))
        self._facts.setText("  ·  ".join(part for part in parts if part))
        self._outcomes.choose(meeting.outcome.value)
        for button, example in ((self._good, Example.GOOD), (self._bad, Example.BAD)):
            button.setChecked(meeting.example is example)
        for box, name in ((self._customer, summary.customer_name), (self._deal, summary.deal_name)):
            if not box.lineEdit().hasFocus():  # type: ignore[union-attr]
                box.setEditText(name)
                box.lineEdit().setCursorPosition(0)  # type: ignore[union-attr]
                needed = box.fontMetrics().horizontalAdvance(name) + _AROUND_NAME
                box.setFixedWidth(min(max(_NARROWEST, needed), _WIDEST))
                box.setToolTip(name)
        self._deal.setEnabled(meeting.customer_id is not None)

    def offer(self, customers: Sequence[str], deals: Sequence[str]) -> None:
        """Offer the customers and deals there are."""
        for box, names in ((self._customer, customers), (self._deal, deals)):
            text = box.currentText()
            box.blockSignals(True)
            box.clear()
            box.addItems(list(names))
            box.setEditText(text)
            box.lineEdit().setCursorPosition(0)  # type: ignore[union-attr]
            box.blockSignals(False)

    def _on_title(self) -> None:
        title = self._title.text().strip()
        if self._summary is not None and title and title != self._summary.meeting.title:
            self.renamed.emit(title)

    def _on_facts(self) -> None:
        if self._summary is None:
            return
        popup = DetailsPopup(self, self._summary.meeting)
        popup.accepted.connect(self.details_changed)
        popup.pop_up(self._facts.mapToGlobal(QPoint(0, self._facts.height() + 4)))

    def _on_box(self, box: QComboBox, signal: object) -> None:
        if self._summary is None:
            return
        old = self._summary.customer_name if box is self._customer else self._summary.deal_name
        name = box.currentText().strip()
        if name != old:
            signal.emit(name)  # type: ignore[attr-defined]

    def _on_example(self, example: Example) -> None:
        self.example_requested.emit(example)

    def retranslate(self) -> None:
        """Write the texts."""
        self._back.name(self.tr("All meetings"), "Esc")
        self._title.setAccessibleName(self.tr("Title"))
        self._facts.setToolTip(self.tr("Change date and kind of meeting"))
        for box, text in ((self._customer, self.tr("Customer")), (self._deal, self.tr("Deal"))):
            box.lineEdit().setPlaceholderText(text)  # type: ignore[union-attr]
            box.setAccessibleName(text)
            box.lineEdit().setAccessibleName(text)  # type: ignore[union-attr]
        self._outcomes.offer(
            [
                Choice(outcome.value, wording.OUTCOMES[outcome].text, wording.OUTCOMES[outcome].icon)
                for outcome in wording.OUTCOME_KEYS.values()
            ]
        )
        for number, outcome in wording.OUTCOME_KEYS.items():
            self._outcomes.button(outcome.value).setToolTip(f"{wording.OUTCOMES[outcome].text}  {number}")
        self._good.name(self.tr("Good example"))
        self._bad.name(self.tr("Bad example"))
        self._export.setText(" " + self.tr("Export"))
        self._menu.clear()
        texts = {
            "crm": self.tr("Into the CRM (CSV)…"),
            "copy:mail": self.tr("Copy as a mail to the customer"),
            "copy:chat": self.tr("Copy for the team's chat"),
            "copy:minutes": self.tr("Copy the minutes"),
            "save:docx": self.tr("Minutes (Word)"),
            "save:pdf": self.tr("Minutes (PDF)"),
            "save:html": self.tr("Minutes and transcript (web page)"),
            "save:md": self.tr("Minutes (Markdown)"),
            "save:json": self.tr("Everything (JSON)"),
            "save:txt": self.tr("Transcript (text)"),
            "save:srt": self.tr("Subtitles (SRT)"),
            "save:vtt": self.tr("Subtitles (WebVTT)"),
        }
        for key in EXPORTS:
            if not key:
                self._menu.addSeparator()
                continue
            self._menu.addAction(texts[key], lambda value=key: self.export_requested.emit(value))  # type: ignore[misc]
        if self._summary is not None:
            self.show_meeting(self._summary)
