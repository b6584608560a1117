"""What is kept of a customer in lists: a card a list, and what is known of the company itself."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from insight_desktop.domain.customer import Customer, Detail, OwnedProduct, Usage
from insight_desktop.ui.customers.entry_words import EntryWords, words_of
from insight_desktop.ui.customers.sheets import Sheet, sheets
from insight_desktop.ui.customers.values import CustomerPage
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton, IconLabel, column, empty, frame, label, row
from insight_desktop.ui.widgets.columns import Columns
from insight_desktop.ui.widgets.focus import focus_kept
from insight_desktop.ui.widgets.gradual import Steps
from insight_desktop.ui.widgets.wrapping import WrappingRow

_FULL = 100
_LEAST = 260
_MOST = 12
"""So many entries of a list are shown at first."""


class RecordsView(View):
    """Cards of lists in two columns.

    Signals:
        added(Sheet): a new entry of a list is to be written.
        edited(Sheet, Detail): an entry is to be changed.
        removed(Detail): an entry is to be taken away.
        about_edited(): the company itself is to be written.
        customer_removed(): the customer is to be taken away.
    """

    added = Signal(object)
    edited = Signal(object, object)
    removed = Signal(object)
    about_edited = Signal()
    customer_removed = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._page: CustomerPage | None = None
        self._steps = Steps(self)
        self._whole: set[type[Detail]] = set()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        sides = []
        for layout in (self._left, self._right):
            layout.setSpacing(12)
            layout.setContentsMargins(0, 0, 0, 0)
            sides.append((QWidget(), 1))
            sides[-1][0].setLayout(layout)
        self.setLayout(Columns(*sides, least=_LEAST))

    def show_page(self, page: CustomerPage) -> None:
        """Show a customer."""
        self._page = page
        people, deals, owned, usage, cases = sheets(page.products)
        self._steps.take(
            (
                lambda: self._fill(self._left, (people, deals), page),
                lambda: self._fill(self._right, (owned, usage, cases), page),
                lambda: self._left.insertWidget(self._left.count() - 1, self._about(page.customer)),
            )
        )

    def _fill(self, layout: QVBoxLayout, lists: Sequence[Sheet], page: CustomerPage) -> None:
        with focus_kept(self):
            self._fill_anew(layout, lists, page)

    def _fill_anew(self, layout: QVBoxLayout, lists: Sequence[Sheet], page: CustomerPage) -> None:
        empty(layout)
        for sheet in lists:
            layout.addWidget(self._card(sheet, page))
        layout.addStretch(1)

    def _show_whole(self, sheet: Sheet) -> None:
        self._whole.add(sheet.kind)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the texts."""
        if self._page is not None:
            self.show_page(self._page)

    def _card(self, sheet: Sheet, page: CustomerPage) -> QWidget:
        entries = sheet.entries(page.details)
        add = IconButton("plus")
        add.name(sheet.add)
        add.clicked.connect(lambda: self.added.emit(sheet))
        most = len(entries) if sheet.kind in self._whole else _MOST
        rows: list[QWidget] = [self._entry(sheet, entry, page) for entry in entries[:most]]
        if len(entries) > most:
            whole = Button(
                QCoreApplication.translate("Records", "Show all {count}").format(count=len(entries)), look="link"
            )
            whole.clicked.connect(lambda: self._show_whole(sheet))
            rows.append(whole)
        if not rows:
            first = Button(f" {sheet.add}", look="link", icon="plus")
            first.clicked.connect(lambda: self.added.emit(sheet))
            rows = [label("small", sheet.empty, wraps=True), first]
        count = f" {len(entries)}" if entries else ""
        return self._framed(sheet.icon, sheet.title + count, add, rows)

    @staticmethod
    def _framed(icon: str, title: str, button: QWidget, rows: Sequence[QWidget]) -> QWidget:
        card = frame("card")
        layout = column(gap=10, margins=(16, 8, 8, 16))
        layout.addLayout(row(IconLabel(icon, "text_3"), label("caption", title), None, button, gap=8))
        for each in rows:
            layout.addWidget(each)
        card.setLayout(layout)
        return card

    def _entry(self, sheet: Sheet, entry: Detail, page: CustomerPage) -> QWidget:
        words = words_of(entry, page.product_name, page.pack)
        box = QWidget()
        said = column(gap=2)
        head = row(label("strong", words.name, wraps=True), gap=8)
        head.setStretch(0, 1)
        if isinstance(entry, OwnedProduct) and not page.knows_product(entry.product):
            head.addWidget(self._unknown(), 0, Qt.AlignmentFlag.AlignTop)
        elif words.mark:
            head.addWidget(Badge(*words.mark), 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(head)
        if words.facts:
            said.addWidget(label("small", words.facts, wraps=True))
        if isinstance(entry, Usage) and words.share is not None:
            said.addWidget(self._bar(words))
        edit, remove = IconButton("pencil"), IconButton("trash-2")
        edit.name(QCoreApplication.translate("Records", "Edit {name}").format(name=words.name))
        remove.name(QCoreApplication.translate("Records", "Delete {name}").format(name=words.name))
        edit.clicked.connect(lambda: self.edited.emit(sheet, entry))
        remove.clicked.connect(lambda: self.removed.emit(entry))
        line = row(gap=4)
        line.addLayout(said, 1)
        for button in (edit, remove):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        box.setLayout(line)
        return box

    @staticmethod
    def _unknown() -> Badge:
        """Return the mark of a product by which nobody can tell what they own: it may be offered to them."""
        mark = Badge(QCoreApplication.translate("Records", "Not in the catalogue"), "circle-question-mark", "pain")
        mark.setToolTip(
            QCoreApplication.translate("Records", "Write it as in the catalogue, so that it is never offered to them.")
        )
        return mark

    @staticmethod
    def _bar(words: EntryWords) -> QWidget:
        bar = QProgressBar()
        bar.setRange(0, _FULL)
        bar.setValue(min(_FULL, round(_FULL * (words.share or 0))))
        bar.setTextVisible(False)
        bar.setAccessibleName(f"{words.name} {words.facts}")
        return bar

    def _about(self, customer: Customer) -> QWidget:
        edit = IconButton("pencil")
        edit.name(QCoreApplication.translate("Records", "Edit the company"))
        edit.clicked.connect(self.about_edited)
        rows: list[QWidget] = []
        if customer.tags:
            tags = QWidget()
            tags.setLayout(WrappingRow(*(Badge(tag) for tag in customer.tags), gap=6))
            rows.append(tags)
        pairs = [(QCoreApplication.translate("Records", "Web site"), customer.domain), *customer.properties]
        for name, value in pairs:
            if value:
                pair = QWidget()
                left = label("quiet", name, wraps=True)
                line = row(gap=12)
                line.addWidget(left, 2, Qt.AlignmentFlag.AlignTop)
                line.addWidget(label("", value, wraps=True), 3)
                pair.setLayout(line)
                rows.append(pair)
        if customer.memo:
            rows.append(label("", customer.memo, wraps=True))
        if not rows:
            sentence = QCoreApplication.translate("Records", "Tags, notes, and whatever else you want to know of them.")
            rows.append(label("small", sentence, wraps=True))
        remove = Button(QCoreApplication.translate("Records", " Delete this customer"), icon="trash-2", look="link")
        remove.setToolTip(QCoreApplication.translate("Records", "The meetings with them stay."))
        remove.clicked.connect(self.customer_removed)
        rows.append(remove)
        title = QCoreApplication.translate("Records", "Tags and notes")
        return self._framed("sticky-note", title, edit, rows)
