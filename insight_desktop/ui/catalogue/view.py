"""The page of the catalogue: a card a family, its tiers in order."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from insight_desktop.domain.suggestion import Product, ProductPurpose
from insight_desktop.store.folding import fold
from insight_desktop.ui import wording
from insight_desktop.ui.catalogue.sheet import purposes
from insight_desktop.ui.field_kinds import written_number
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton, column, frame, hint, label, row
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.gradual import Gradual
from insight_desktop.ui.widgets.scrolling import ScrollArea
from insight_desktop.ui.widgets.wrapping import WrappingRow

_MARKS = {ProductPurpose.LEAD_IN: ("flag", "need"), ProductPurpose.PROFIT: ("banknote", "success")}
_WIDTH = 860


class CatalogueView(View):
    """Widgets of the page.

    Signals:
        catalogue_chosen(str): another catalogue.
        added(): a new product.
        edited(Product): a product is to be changed.
        removed(Product): a product is to be taken out.
        import_requested(): products are to come from a CSV.
        stories_requested(): the success stories are wanted.
        export_requested(): the catalogue is to be written as CSV.
    """

    catalogue_chosen = Signal(str)
    added = Signal()
    edited = Signal(object)
    removed = Signal(object)
    import_requested = Signal()
    export_requested = Signal()
    stories_requested = Signal()

    def __init__(self) -> None:
        """Build the frame of the page."""
        super().__init__()
        self._products: tuple[Product, ...] = ()
        self.names = QComboBox()
        self.names.setMinimumWidth(200)
        self.names.activated.connect(lambda _index: self.catalogue_chosen.emit(self.names.currentText()))
        self._count = label("small")
        self._field = QLineEdit()
        self._field.setProperty("look", "search")
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(lambda _text: self._fill())
        self._add = Button(icon="plus", look="primary", ink="on_accent")
        self._import, self._export = Button(icon="upload"), Button(icon="download")
        self._add.clicked.connect(self.added)
        self._import.clicked.connect(self.import_requested)
        self._export.clicked.connect(self.export_requested)
        self._stories = Button(icon="trophy")
        self._stories.clicked.connect(self.stories_requested)
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 24)
        self._cards.setSpacing(12)
        self._gradual = Gradual(self._cards, self)
        inner = QWidget()
        inner.setProperty("look", "page")
        inner.setLayout(self._cards)
        inner.setMaximumWidth(_WIDTH)
        middle = QWidget()
        middle.setProperty("look", "page")
        middle.setLayout(row(inner, None, margins=(24, 0, 24, 0)))
        middle.layout().setStretch(0, 100)  # type: ignore[union-attr]
        scroll = ScrollArea(middle)
        full = QWidget()
        self._title = label("title")
        tools = WrappingRow(
            self._title,
            self.names,
            self._count,
            None,
            self._field,
            self._stories,
            self._import,
            self._export,
            self._add,
        )
        outer = column(gap=12, margins=(0, 16, 0, 0))
        tools.setContentsMargins(24, 0, 24, 0)
        outer.addLayout(tools)
        outer.addWidget(scroll, 1)
        full.setLayout(outer)
        self._empty = EmptyState("shopping-cart", "plus", "upload")
        self._empty.asked.connect(self.added)
        self._empty.asked_other.connect(self.import_requested)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(full)
        self.setLayout(column(self._stack, gap=0))
        self.retranslate()

    def show_catalogue(self, names: Sequence[str], chosen: str, products: tuple[Product, ...]) -> None:
        """Show a catalogue; without any product the page says what it will show."""
        self._products = products
        self._stack.setCurrentIndex(1 if names else 0)
        self.names.clear()
        self.names.addItems(list(names))
        self.names.setCurrentText(chosen)
        self.names.setVisible(len(names) > 1)
        self._fill()

    def retranslate(self) -> None:
        """Write the texts."""
        self._title.setText(self.tr("Catalogue"))
        self.names.setAccessibleName(self.tr("Catalogue"))
        hint(self._field, self.tr("Find a product"))
        self._add.setText(self.tr(" Add a product"))
        self._import.setText(self.tr(" Import"))
        self._stories.setText(self.tr(" Success stories"))
        self._export.setText(self.tr(" Export"))
        self._empty.say(
            self.tr("What you sell stands here"),
            self.tr("Products, their tiers, and the problems they solve: suggestions are made from them."),
            self.tr("Add a product"),
            self.tr("Import a catalogue (CSV)"),
        )
        self._fill()

    def _fill(self) -> None:
        wanted = fold(self._field.text().strip())
        found = [each for each in self._products if wanted in fold(f"{each.name} {each.id} {' '.join(each.solves)}")]
        families = dict.fromkeys(each.family for each in found)
        self._count.setText(self.tr("%n product(s)", "", len(found)))
        names = {str(each.id): each.name for each in self._products}
        self._gradual.show(
            partial(self._family, family, [each for each in found if each.family == family], names)
            for family in families
        )

    def _family(self, family: str, products: Sequence[Product], names: dict[str, str]) -> QWidget:
        card = frame("card")
        layout = column(label("caption", family), gap=12, margins=(16, 12, 8, 16))
        for product in sorted(products, key=lambda each: each.tier):
            layout.addWidget(self._product(product, names))
        card.setLayout(layout)
        return card

    def _product(self, product: Product, names: dict[str, str]) -> QWidget:
        head = row(label("strong", product.name, wraps=True), gap=8)
        head.setStretch(0, 1)
        if product.purpose:
            head.addWidget(Badge(purposes()[product.purpose], *_MARKS[product.purpose]))
        said = column(gap=2)
        said.addLayout(head)
        said.addWidget(label("small", " · ".join(self._facts(product)), wraps=True))
        if product.solves:
            solves = self.tr("Solves: {problems}").format(problems=" / ".join(product.solves))
            said.addWidget(label("", solves, wraps=True))
        links = [
            sentence.format(names=", ".join(names.get(code, code) for code in codes))
            for sentence, codes in (
                (self.tr("Upgrade from {names}"), product.upgrade_from),
                (self.tr("Requires {names}"), product.requires),
            )
            if codes
        ]
        if links:
            said.addWidget(label("small", " · ".join(links), wraps=True))
        edit, remove = IconButton("pencil"), IconButton("trash-2")
        edit.name(self.tr("Edit {name}").format(name=product.name))
        remove.name(self.tr("Delete {name}").format(name=product.name))
        edit.clicked.connect(lambda: self.edited.emit(product))
        remove.clicked.connect(lambda: self.removed.emit(product))
        line = row(gap=4)
        line.addLayout(said, 1)
        for button in (edit, remove):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        box = QWidget()
        box.setLayout(line)
        return box

    def _facts(self, product: Product) -> list[str]:
        facts = [str(product.id), self.tr("tier {number}").format(number=product.tier)]
        if product.price is not None:
            price = wording.money(product.price, product.currency)
            facts.append(f"{price} {wording.period(product.per)}".strip())
        facts += [f"{wording.ceiling(name)} ≤ {written_number(ceiling)}" for name, ceiling in product.limits]
        if product.description:
            facts.append(product.description)
        return facts
