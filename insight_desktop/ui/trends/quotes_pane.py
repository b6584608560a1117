"""What customers said of the chosen theme, and what can be done with the theme."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QVBoxLayout, QWidget

from insight_desktop.trends.overview import ThemeRow
from insight_desktop.ui import wording
from insight_desktop.ui.trends.model import customers_text
from insight_desktop.ui.trends.values import Quote
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton, column, frame, label, row
from insight_desktop.ui.widgets.gradual import Gradual
from insight_desktop.ui.widgets.scrolling import ScrollArea


class QuotesPane(View):
    """The right side of the tab of themes.

    Signals:
        renamed(str, str): the manager's name for a theme.
        pinned(str, bool): keep a theme above the others, or let it go.
        merged(str, str): count the first theme's voices under the second.
        split(str): give an insight, and what is nearer to it, a theme of its own.
        opened(str): the place of a quote.
        play_all(): play the quotes that are shown, one after the other.
        point_left(): show the words of all periods again.
    """

    renamed = Signal(str, str)
    pinned = Signal(str, bool)
    merged = Signal(str, str)
    split = Signal(str)
    opened = Signal(str)
    play_all = Signal()
    point_left = Signal()

    def __init__(self) -> None:
        """Build the widgets."""
        super().__init__()
        self._chosen: ThemeRow | None = None
        self._others: tuple[ThemeRow, ...] = ()
        self._heading, self._count = label("heading", wraps=True), label("small")
        self._play, self._menu = IconButton("play"), IconButton("ellipsis")
        self._play.clicked.connect(self.play_all)
        self._menu.clicked.connect(self._on_menu)
        self._point = Button(icon="x", look="chip")
        self._point.clicked.connect(self.point_left)
        self._point.hide()
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(12)
        self._quotes.setContentsMargins(16, 0, 24, 16)
        self._cards = Gradual(self._quotes, self)
        inside = QWidget()
        inside.setLayout(self._quotes)
        scroll = ScrollArea(inside)
        head = QWidget()
        head.setLayout(row(self._heading, self._play, self._menu, gap=4, margins=(16, 8, 24, 0)))
        count = QWidget()
        count.setLayout(row(self._count, self._point, None, margins=(16, 0, 24, 0)))
        self.setLayout(column(head, count, scroll, gap=4))
        self.retranslate()

    def show_theme(self, chosen: ThemeRow | None, others: Iterable[ThemeRow], point: str) -> None:
        """Show the head of a theme.

        Args:
            chosen: the theme.
            others: those that it could be merged into.
            point: the period whose words are shown, as one says it; empty: all.
        """
        self._chosen, self._others = chosen, tuple(others)
        for button in (self._play, self._menu):
            button.setVisible(chosen is not None)
        self._heading.setText(chosen.name if chosen else "")
        self._count.setText(customers_text(chosen.customers) if chosen else "")
        self._point.setText(f" {point}")
        self._point.setVisible(bool(chosen and point))
        if chosen is None:
            self._cards.show(())

    def show_quotes(self, quotes: Sequence[Quote]) -> None:
        """Show what customers said."""
        self._cards.show(
            [partial(self._quote, quote) for quote in quotes]
            or [lambda: label("quiet", self.tr("Nobody spoke of it then."), wraps=True)]
        )

    def retranslate(self) -> None:
        """Write the texts."""
        self._play.name(self.tr("Play these quotes one after the other"))
        self._menu.name(self.tr("Rename, pin or merge the theme"))
        self._point.setToolTip(self.tr("Show the words of all periods"))

    def _quote(self, quote: Quote) -> QWidget:
        card = frame("card")
        voice = quote.voice
        customer = label("strong", quote.customer or self.tr("Customer not set"), wraps=True)
        link = Button(wording.day(voice.held_on), icon="play", look="link")
        link.setToolTip(self.tr("Open the meeting at these words"))
        link.clicked.connect(lambda: self.opened.emit(quote.place))
        apart = IconButton("unlink")
        apart.name(self.tr("Give this, and what is nearer to it, a theme of its own"))
        apart.clicked.connect(lambda: self.split.emit(voice.insight_id))
        words = f"「{voice.summary}」" if voice.language == "ja" else f"“{voice.summary}”"
        layout = column(gap=6, margins=(12, 8, 12, 12))
        layout.addLayout(row(customer, None, link, apart, gap=8))
        layout.addWidget(label("", words, wraps=True))
        meaning = wording.OUTCOMES[voice.outcome]
        if meaning.icon:
            layout.addLayout(row(Badge(meaning.text, meaning.icon, meaning.tone), None))
        card.setLayout(layout)
        return card

    def _on_menu(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Rename …")).triggered.connect(lambda: self._on_rename(chosen))
        pin = self.tr("Do not keep on top") if chosen.is_on_top else self.tr("Keep on top")
        menu.addAction(pin).triggered.connect(lambda: self.pinned.emit(chosen.theme_id, not chosen.is_on_top))
        menu.addAction(self.tr("Merge into another theme …")).triggered.connect(lambda: self._on_merge(chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))

    def _on_rename(self, chosen: ThemeRow) -> None:
        name, accepted = QInputDialog.getText(self, self.tr("Rename the theme"), self.tr("Name"), text=chosen.name)
        if accepted and name.strip():
            self.renamed.emit(chosen.theme_id, name.strip())

    def _on_merge(self, chosen: ThemeRow) -> None:
        others = [each for each in self._others if each.kind is chosen.kind and each.theme_id != chosen.theme_id]
        names = [f"{place}. {each.name}" for place, each in enumerate(others, 1)]
        if not names:
            return
        name, accepted = QInputDialog.getItem(
            self, self.tr("Merge into another theme"), self.tr("Count its voices under"), names, 0, editable=False
        )
        if accepted:
            self.merged.emit(chosen.theme_id, others[names.index(name)].theme_id)
