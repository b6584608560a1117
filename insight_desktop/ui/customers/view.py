"""The page of customers: the list on the left, one customer's account on the right."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from insight_desktop.account_numbers import CustomerListing, ListWish
from insight_desktop.ui.customers.account_view import AccountView
from insight_desktop.ui.customers.delegate import CustomerDelegate
from insight_desktop.ui.customers.list_filters import ListFilters
from insight_desktop.ui.customers.model import CustomerModel
from insight_desktop.ui.customers.values import CustomerPage
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import IconButton, column, hint, label, row
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.scrolling import ScrollArea

_LIST_WIDTH = 288
_TYPING_MS = 150


class CustomersView(View):
    """Widgets of the page.

    Signals:
        searched(str): the user typed into the field.
        wished(ListWish): other customers, or another order.
        customer_chosen(str): a customer of the list.
        meeting_opened(str): a meeting of the timeline, or the evidence of an issue.
        promise_ticked(str, bool): a promise was done or opened again.
        brief_requested(): the page to read before the meeting is wanted.
        edit_requested(): what is known of the customer is to be written by hand.
        merge_requested(): customers of the same name are one.
        csv_requested(): customers or deals are to come from a CSV.
        customer_added(): a new customer is to be written.
    """

    searched = Signal(str)
    wished = Signal(object)
    customer_chosen = Signal(str)
    meeting_opened = Signal(str)
    promise_ticked = Signal(str, bool)
    brief_requested = Signal()
    edit_requested = Signal()
    merge_requested = Signal()
    csv_requested = Signal()
    customer_added = Signal()

    def __init__(self) -> None:
        """Build the widgets."""
        super().__init__()
        self._field = QLineEdit()
        self._field.setProperty("look", "search")
        self._field.setClearButtonEnabled(True)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(lambda: self.searched.emit(self._field.text()))
        self._field.textChanged.connect(self._on_typed)
        self._model = CustomerModel()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(CustomerDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self.filters = ListFilters()
        self.filters.wished.connect(self.wished)
        self._nobody = label("small", wraps=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = QWidget()
        side.setMinimumWidth(_LIST_WIDTH)
        side.setLayout(column(self._finding(), self.filters, self._nobody, self._list, gap=8, margins=(16, 16, 8, 0)))
        self.account = AccountView()
        self.account.meeting_opened.connect(self.meeting_opened)
        self.account.promise_ticked.connect(self.promise_ticked)
        self.account.brief_requested.connect(self.brief_requested)
        self.account.edit_requested.connect(self.edit_requested)
        self.account.merge_requested.connect(self.merge_requested)
        self._scroll = ScrollArea(self.account)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(side)
        splitter.addWidget(self._scroll)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_WIDTH, 1000])
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        self._empty = EmptyState("building-2", "upload", "plus")
        self._empty.asked.connect(self.csv_requested)
        self._empty.asked_other.connect(self.customer_added)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(splitter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.retranslate()

    def _finding(self) -> QWidget:
        """Return the field that finds customers, and the buttons that bring new ones."""
        self._csv, self._add = IconButton("upload"), IconButton("plus")
        self._csv.clicked.connect(self.csv_requested)
        self._add.clicked.connect(self.customer_added)
        finding = QWidget()
        finding.setLayout(row(self._field, self._csv, self._add, gap=4))
        return finding

    @property
    def saved_text(self) -> str:
        """What to say once the customer is stored."""
        return self.tr("Saved.")

    def show_customers(self, found: CustomerListing, chosen: str | None, wish: ListWish) -> None:
        """Show the list; without any customer the page says what it will show."""
        customers = found.rows
        self._stack.setCurrentIndex(1 if customers or wish.is_filtered else 0)
        self._nobody.setVisible(not customers)
        self.filters.show_wish(wish, found.segments)
        self._list.selectionModel().blockSignals(True)
        self._model.set_rows(customers)
        row = self._model.row_of(chosen or "")
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))
        self._list.selectionModel().blockSignals(False)
        self._list.viewport().update()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the customers that are listed."""
        return tuple(self._model.summary(row).name for row in range(self._model.rowCount()))

    def clear_search(self) -> None:
        """List every customer again."""
        self._field.blockSignals(True)
        self._field.clear()
        self._field.blockSignals(False)

    def show_tab(self, tab: str) -> None:
        """Show a side of the customer: `overview` or `records`, or what one of its numbers is made of."""
        is_number = tab in self.account.numbers.tiles
        self.account.show_tab("overview" if is_number else tab)
        if is_number:
            self.account.numbers.unfold(tab)

    def choose_row(self, row: int) -> None:
        """Choose a customer of the list, as a click does."""
        self._list.setCurrentIndex(self._model.index(row))

    def show_customer(self, page: CustomerPage) -> None:
        """Show one customer."""
        self.account.show()
        self.account.show_page(page)

    def hide_customer(self) -> None:
        """Show no customer: the one that was shown is gone, and no other is listed."""
        self.account.hide()

    def retranslate(self) -> None:
        """Write the texts."""
        hint(self._field, self.tr("Find a customer"))
        self._add.name(self.tr("Add a customer"))
        self._csv.name(self.tr("Import customers and deals from a CSV"))
        self._list.setAccessibleName(QCoreApplication.translate("Pages", "Customers"))
        self._nobody.setText(self.tr("No customer like that"))
        self._empty.say(
            self.tr("Your customers appear here"),
            self.tr(
                "Import your list or write the first one; give a meeting its customer, and this page gathers what "
                "hurts them and what was promised."
            ),
            self.tr("Import customers (CSV)"),
            self.tr("Add a customer"),
        )

    def _on_typed(self) -> None:
        self._typing.start()

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self._scroll.verticalScrollBar().setValue(0)
            self.customer_chosen.emit(self._model.summary(current.row()).id)
