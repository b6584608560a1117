"""Writes by hand what is known of a customer; everything can be taken back."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.customer import Customer, Detail, JourneyStage, NpsSource, company_key
from insight_desktop.domain.ids import CustomerId, new_id
from insight_desktop.store.customers import Merge
from insight_desktop.ui.customers.entry_words import words_of
from insight_desktop.ui.customers.sheets import Sheet, about, renewed_later, with_values
from insight_desktop.ui.customers.values import CustomerPage
from insight_desktop.ui.customers.view import CustomersView
from insight_desktop.ui.field_kinds import values_of
from insight_desktop.ui.pages import Context
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog


class CustomerEditing(QObject):
    """Opens the forms of a customer and stores what they say.

    Signals:
        chosen(str): show this customer from now on; empty for the first one.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, view: CustomersView) -> None:
        """Serve the view."""
        super().__init__(view)
        self._context, self._view = context, view
        self._page: CustomerPage | None = None
        records = view.account.records
        records.added.connect(self._on_added)
        records.edited.connect(self._on_edited)
        records.removed.connect(self._on_removed)
        records.about_edited.connect(self._on_about)
        records.customer_removed.connect(self._on_trashed)
        view.account.numbers.stage_set.connect(self._on_stage)
        view.customer_added.connect(self._on_new)
        view.edit_requested.connect(self._on_about)
        view.merge_requested.connect(self._on_merge)

    def show_page(self, page: CustomerPage | None) -> None:
        """Work on this customer from now on."""
        self._page = page

    def _on_added(self, sheet: Sheet) -> None:
        if self._page is not None:
            entry = sheet.blank(self._page.customer.id)
            values = values_of(entry) | ({"value": None} if hasattr(entry, "value") else {})
            details = self._context.workspace.details
            self._ask(sheet.add, sheet, values, lambda new: self._keep(with_values(entry, new), details.remove))

    def _on_edited(self, sheet: Sheet, entry: Detail) -> None:
        details = self._context.workspace.details
        name = words_of(entry, self._page.product_name if self._page else str).name

        def keep(values: dict[str, object]) -> None:
            self._keep(with_values(entry, values), lambda _changed: details.save(entry))

        self._ask(name, sheet, values_of(entry), keep)

    def _ask(
        self, title: str, sheet: Sheet, values: dict[str, object], then: Callable[[dict[str, object]], None]
    ) -> None:
        dialog = SheetDialog(self._view, title, sheet.fields, values, check=sheet.check)
        dialog.saved.connect(then)
        dialog.open()

    def _keep(self, entry: Detail, take_back: Callable[[Detail], object]) -> None:
        details = self._context.workspace.details
        self._change(lambda: details.save(entry))
        self._say(self._view.saved_text, lambda: take_back(entry))

    def _on_removed(self, entry: Detail) -> None:
        details = self._context.workspace.details
        name = words_of(entry, self._page.product_name if self._page else str).name
        self._change(lambda: details.remove(entry))
        told = QCoreApplication.translate("Customers", "Deleted: {name}").format(name=name)
        self._say(told, lambda: details.save(entry))

    def _on_about(self) -> None:
        if self._page is None:
            return
        customer, customers = self._page.customer, self._context.workspace.customers
        title = QCoreApplication.translate("Customers", "About the customer")
        dialog = SheetDialog(self._view, title, about(), values_of(customer), check=renewed_later)

        def keep(values: dict[str, object]) -> None:
            values = _with_day_of_answer(values, customer)
            old = {name: value for name, value in values_of(customer).items() if name in values}
            self._change(lambda: customers.save(_as_now(customers.get(customer.id), customer, values)))
            self._say(self._view.saved_text, lambda: customers.save(_as_now(customers.get(customer.id), customer, old)))

        dialog.saved.connect(keep)
        dialog.open()

    def _on_stage(self, stage: str) -> None:
        if self._page is None:
            return
        customer, customers = self._page.customer, self._context.workspace.customers

        def keep(wanted: JourneyStage | None) -> None:
            customers.save(_as_now(customers.get(customer.id), customer, {"stage": wanted}))

        self._change(lambda: keep(JourneyStage(stage) if stage else None))
        self._say(self._view.saved_text, lambda: keep(customer.stage))

    def _on_new(self) -> None:
        customers = self._context.workspace.customers
        self._context.operations.read(
            lambda: tuple(each.name for each in customers.list()), then=self._ask_for_new, key="customer names"
        )

    def _ask_for_new(self, names: tuple[str, ...]) -> None:
        blank = Customer(id=CustomerId(new_id()), name="")
        title, customers = QCoreApplication.translate("Customers", "Add a customer"), self._context.workspace.customers
        dialog = SheetDialog(self._view, title, about(), values_of(blank), check=lambda values: _known(values, names))

        def keep(values: dict[str, object]) -> None:
            customer = with_values(blank, _with_day_of_answer(values, blank))
            self._change(lambda: customers.save(customer))
            self.chosen.emit(str(customer.id))
            self._say(self._view.saved_text, lambda: customers.trash(customer.id))

        dialog.saved.connect(keep)
        dialog.open()

    def _on_trashed(self) -> None:
        if self._page is None:
            return
        customer, customers = self._page.customer, self._context.workspace.customers
        self._change(lambda: customers.trash(customer.id))
        self.chosen.emit("")
        told = QCoreApplication.translate("Customers", "Deleted: {name}").format(name=customer.name)

        def restore() -> None:
            customers.restore(customer.id)

        self._say(told, restore)

    def _on_merge(self) -> None:
        """Give everything of customers of the same name to the one that is shown."""
        if self._page is None or not self._page.same_name:
            return
        target, work = self._page.customer, self._context.workspace
        sources = tuple(each.id for each in self._page.same_name)
        merges: list[Merge] = []

        def merge() -> None:
            with work.db.atomic():
                merges.extend(work.customers.merge(source, target.id) for source in sources)

        def unmerge() -> None:
            with work.db.atomic():
                for each in reversed(merges):
                    work.customers.unmerge(each)

        self._change(merge)
        told = QCoreApplication.translate("Customers", "Merged into {name}").format(name=target.name)
        self._say(told, unmerge)

    def _change(self, function: Callable[[], object]) -> None:
        kinds = frozenset({ChangeKind.CUSTOMER, ChangeKind.SUGGESTION})
        self._context.operations.change(function, announce=Change(kinds=kinds))

    def _say(self, text: str, undo: Callable[[], object]) -> None:
        self._context.frame.say(text, lambda: self._change(undo))


def _known(values: Mapping[str, object], names: Iterable[str]) -> tuple[str, str] | None:
    """Refuse a company that is here already, under whatever legal form, width or case, and days in a wrong order."""
    key = company_key(str(values["name"]))
    known = next((name for name in names if company_key(name) == key), None)
    if known is None:
        return renewed_later(values)
    told = QCoreApplication.translate("Customers", "This company is here already: {name}").format(name=known)
    return "name", told


def _with_day_of_answer(values: dict[str, object], before: Customer) -> dict[str, object]:
    """Note that a score of loyalty was written today, where it is another one."""
    score = values.get("nps")
    if score == before.nps:
        return values
    today = dt.datetime.now().astimezone().date() if score is not None else None
    return {**values, "nps_on": today, "nps_source": NpsSource.HAND if today else NpsSource.UNKNOWN}


def _as_now(now: Customer | None, before: Customer, values: dict[str, object]) -> Customer:
    """Return the customer with the values of a form over whatever else has changed meanwhile."""
    return replace(now or before, **values)  # type: ignore[arg-type]
