"""Decides what the page of the catalogue shows, and keeps what is written there."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.suggestion import Product
from insight_desktop.exports.atomic import write_whole
from insight_desktop.exports.catalogue_csv import catalogue_csv
from insight_desktop.ui.catalogue.sheet import fields_of, product_of, refusal
from insight_desktop.ui.catalogue.view import CatalogueView
from insight_desktop.ui.field_kinds import values_of
from insight_desktop.ui.importing.csv_import import CsvImport
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog

_CHANGED = Change(kinds=frozenset({ChangeKind.SUGGESTION, ChangeKind.CUSTOMER}))


class CataloguePresenter(Presenter):
    """Reads a catalogue; adds, changes and removes products, each with undo."""

    shows: ClassVar = frozenset({ChangeKind.SUGGESTION})

    def __init__(self, context: Context, view: CatalogueView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self.view = view
        self._chosen = ""
        self._products: tuple[Product, ...] = ()
        self._csv = CsvImport(context, view)
        view.catalogue_chosen.connect(self._on_chosen)
        view.added.connect(self._on_added)
        view.edited.connect(self._on_edited)
        view.removed.connect(self._on_removed)
        view.import_requested.connect(lambda: self._csv.choose("catalog"))
        view.stories_requested.connect(lambda: context.frame.go("stories"))
        view.export_requested.connect(self._on_export)

    def refresh(self) -> None:
        """Read the catalogues again."""
        products, chosen = self.context.workspace.products, self._chosen

        def read() -> tuple[tuple[str, ...], str, tuple[Product, ...]]:
            names = products.catalogues()
            name = chosen if chosen in names else next(iter(names), "")
            return names, name, products.catalogue(name)

        self.context.operations.read(read, then=self._show, key="catalogue")

    def _show(self, found: tuple[tuple[str, ...], str, tuple[Product, ...]]) -> None:
        _, self._chosen, self._products = found
        self.view.show_catalogue(*found)

    def _on_chosen(self, name: str) -> None:
        self._chosen = name
        self.refresh()

    def _on_added(self) -> None:
        last = self._products[-1] if self._products else None  # what is sold beside it is mostly paid the same way
        blank = Product(
            id=ProductId(""),
            name="",
            family="",
            currency=last.currency if last else "JPY",
            per=last.per if last else "month",
        )
        self._ask(QCoreApplication.translate("Catalogue", "Add a product"), blank, None)

    def _on_edited(self, product: Product) -> None:
        self._ask(product.name, product, product)

    def _ask(self, title: str, shown: Product, old: Product | None) -> None:
        others = tuple(each for each in self._products if each != old)

        def check(values: Mapping[str, object]) -> tuple[str, str] | None:
            return refusal(product_of(shown, values, others), others)

        def keep(values: Mapping[str, object]) -> None:
            new = product_of(shown, values, others)
            self._exchange(old, new, QCoreApplication.translate("Catalogue", "Saved."))

        dialog = SheetDialog(self.view, title, fields_of(others), values_of(shown), check=check)
        dialog.saved.connect(keep)
        dialog.open()

    def _on_removed(self, product: Product) -> None:
        left = [each.name for each in self._products if product.id in (*each.upgrade_from, *each.requires)]
        told = QCoreApplication.translate("Catalogue", "Deleted: {name}").format(name=product.name)
        if left:
            sentence = QCoreApplication.translate("Catalogue", "Deleted: {name}. Still linked to it: {others}")
            told = sentence.format(name=product.name, others=", ".join(left))
        self._exchange(product, None, told)

    def _exchange(self, old: Product | None, new: Product | None, told: str) -> None:
        """Keep a change of one product; the line at the foot takes it back."""
        name, store = self._chosen or self.new_name, self.context.workspace.products
        operations, places = self.context.operations, list[int | None]()
        operations.change(lambda: places.append(store.exchange(name, old, new)), announce=_CHANGED)

        def undo() -> None:
            operations.change(lambda: store.exchange(name, new, old, places[0]), announce=_CHANGED)

        self.context.frame.say(told, undo)

    @property
    def new_name(self) -> str:
        """What the first catalogue is called."""
        return QCoreApplication.translate("Catalogue", "Catalogue")

    def _on_export(self) -> None:
        suggested = self.context.workspace.exports_dir / f"{self._chosen}.csv"
        title = QCoreApplication.translate("Catalogue", "Export the catalogue")
        path, _ = QFileDialog.getSaveFileName(self.view, title, str(suggested), "CSV (*.csv)")
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write the catalogue that is shown."""
        content = catalogue_csv(self._products)
        told = QCoreApplication.translate("Catalogue", "Saved: {name}").format(name=path.name)
        self.context.operations.work(
            lambda: write_whole(path, content), then=lambda _nothing: self.context.frame.say(told)
        )
