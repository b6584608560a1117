"""Which customers the list shows and in which order: a menu, and a line that says what is left out."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu

from insight_desktop.account_numbers import ListWish, Order
from insight_desktop.accounts.loyalty import Loyalty
from insight_desktop.domain.customer import JourneyStage
from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, row


class ListFilters(View):
    """The button of the menu, and the way back to all customers.

    Signals:
        wished(ListWish): other customers, or another order.
    """

    wished = Signal(object)

    def __init__(self) -> None:
        """Show all customers."""
        super().__init__()
        self._wish, self._segments = ListWish(), tuple[str, ...]()
        self.button, self.clear = Button(icon="list-filter", look="chip"), IconButton("x")
        self.button.clicked.connect(self._on_menu)
        self.clear.clicked.connect(lambda: self.wished.emit(ListWish(text=self._wish.text)))
        self.setLayout(row(self.button, self.clear, None, gap=4))
        self.retranslate()

    def show_wish(self, wish: ListWish, segments: Sequence[str]) -> None:
        """Show what is wanted; `segments` are those that there are."""
        self._wish, self._segments = wish, tuple(segments)
        self.retranslate()

    def menu(self) -> QMenu:
        """Return the menu of all wishes, those that hold ticked."""
        menu = QMenu(self)
        wish = self._wish
        self._group(menu, self.tr("Order"), self._orders(), "order", wish.order)
        loyalties = [(each.value, wording.LOYALTIES[each].text) for each in Loyalty]
        self._group(menu, self.tr("Loyalty"), loyalties, "loyalty", wish.loyalty)
        stages = [(each.value, wording.JOURNEYS[each].text) for each in JourneyStage]
        self._group(menu, self.tr("Stage"), stages, "stage", wish.stage)
        if self._segments:
            self._group(menu, self.tr("Segment"), [(each, each) for each in self._segments], "segment", wish.segment)
        others = menu.addAction(self.tr("Others show interest"))
        others.setCheckable(True)
        others.setChecked(wish.others)
        others.triggered.connect(lambda on: self.wished.emit(replace(self._wish, others=on)))
        return menu

    def _group(self, menu: QMenu, title: str, entries: Sequence[tuple[str, str]], field: str, chosen: str) -> None:
        inner = menu.addMenu(title)
        for value, text in entries:
            action = inner.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda on, one=value: self._choose(field, one if on else ""))

    def _choose(self, field: str, value: str) -> None:
        if field == "order":
            self.wished.emit(replace(self._wish, order=Order(value) if value else Order.MET))
            return
        self.wished.emit(replace(self._wish, **{field: value}))  # type: ignore[arg-type]

    def _orders(self) -> list[tuple[str, str]]:
        return [
            (Order.MET.value, self.tr("Met last first")),
            (Order.SCORE.value, self.tr("Warmest first")),
            (Order.COOLEST.value, self.tr("Coolest first")),
        ]

    def _on_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def retranslate(self) -> None:
        """Write the texts."""
        wish = self._wish
        told = [
            wording.LOYALTIES[Loyalty(wish.loyalty)].text if wish.loyalty else "",
            wording.JOURNEYS[JourneyStage(wish.stage)].text if wish.stage else "",
            wish.segment,
            self.tr("Others show interest") if wish.others else "",
            dict(self._orders())[wish.order] if wish.order is not Order.MET else "",
        ]
        shown = " · ".join(part for part in told if part)
        text = shown or self.tr("Filter and sort")
        self.button.setText(f" {text}")
        self.button.setAccessibleName(
            QCoreApplication.translate("ListFilters", "Filter and sort: {now}").format(now=text)
        )
        self.clear.name(self.tr("Show all customers"))
        self.clear.setVisible(bool(shown))
