"""The themes at the left, and what customers said of the chosen one at the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QInputDialog, QListView, QMenu, QScrollArea, QSplitter, QVBoxLayout, QWidget

from insight_desktop.trends.overview import ThemeRow
from insight_desktop.ui import wording
from insight_desktop.ui.trends.delegate import MIX_WIDTH, SPARK_WIDTH, ThemeDelegate
from insight_desktop.ui.trends.model import ThemeModel, customers_text
from insight_desktop.ui.trends.values import Quote
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton, column, frame, label, row
from insight_desktop.ui.widgets.gradual import Gradual


class ThemesView(View):
    """The first tab.

    Signals:
        theme_chosen(str): a theme whose quotes are wanted.
        renamed(str, str): the manager's name for a theme.
        pinned(str, bool): keep a theme above the others, or let it go.
        merged(str, str): count the first theme's voices under the second.
        split(str): give an insight, and what is nearer to it, a theme of its own.
        opened(str): the place of a quote.
        play_all(): play the quotes that are shown, one after the other.
    """

    theme_chosen = Signal(str)
    renamed = Signal(str, str)
    pinned = Signal(str, bool)
    merged = Signal(str, str)
    split = Signal(str)
    opened = Signal(str)
    play_all = Signal()

    def __init__(self) -> None:
        """Build the widgets."""
        super().__init__()
        self._theme = ""
        self._shown: tuple[Quote, ...] = ()
        self._model = ThemeModel()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(ThemeDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._captions = tuple(label("caption") for _ in range(4))
        self._heading, self._count = label("heading", wraps=True), label("small")
        self._play, self._menu = IconButton("play"), IconButton("ellipsis")
        self._play.clicked.connect(self.play_all)
        self._menu.clicked.connect(self._on_menu)
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(12)
        self._cards = Gradual(self._quotes, self)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._list_side())
        split.addWidget(self._quotes_side())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([640, 420])
        split.setChildrenCollapsible(False)
        self.setLayout(column(split))
        self.retranslate()

    def show_rows(self, rows: tuple[ThemeRow, ...]) -> None:
        """Show the themes; the chosen one stays chosen."""
        self._list.selectionModel().blockSignals(True)
        self._model.set_rows(rows)
        chosen = max(self._model.row_of(self._theme), 0)
        if rows:
            self._theme = rows[chosen].theme_id
            self._list.setCurrentIndex(self._model.index(chosen))
        else:
            self._theme = ""
            self._cards.show(())
        self._list.selectionModel().blockSignals(False)
        self._list.viewport().update()
        self._show_heading()

    def show_quotes(self, theme: str, quotes: Sequence[Quote]) -> None:
        """Show what customers said of a theme."""
        self._theme, self._shown = theme, tuple(quotes)
        self._show_heading()
        self._cards.show(partial(self._quote, quote) for quote in self._shown)

    def retranslate(self) -> None:
        """Write the texts."""
        self._list.setAccessibleName(self.tr("Themes"))
        texts = (self.tr("Theme"), self.tr("Customers"), self.tr("Over time"), self.tr("Outcomes"))
        for caption, text in zip(self._captions, texts, strict=True):
            caption.setText(text)
        self._captions[-1].setToolTip(self.tr("Won, open strong, open weak, lost"))
        self._play.name(self.tr("Play these quotes one after the other"))
        self._menu.name(self.tr("Rename, pin or merge the theme"))
        self._show_heading()

    def _list_side(self) -> QWidget:
        """The list under the names of its columns, whose widths are the delegate's."""
        for caption, width in zip(self._captions, (0, 0, SPARK_WIDTH, MIX_WIDTH), strict=True):
            if width:
                caption.setFixedWidth(width)
        head = QWidget()
        name, count, spark, mix = self._captions
        head.setLayout(row(name, None, count, 16, spark, 16, mix, gap=0, margins=(16, 0, 16, 4)))
        side = QWidget()
        side.setLayout(column(head, self._list, gap=0))
        return side

    def _quotes_side(self) -> QWidget:
        inside = QWidget()
        inside.setLayout(self._quotes)
        self._quotes.setContentsMargins(16, 0, 24, 16)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        head = QWidget()
        head.setLayout(row(self._heading, self._play, self._menu, gap=4, margins=(16, 8, 24, 0)))
        count = QWidget()
        count.setLayout(row(self._count, None, margins=(16, 0, 24, 0)))
        side = QWidget()
        side.setLayout(column(head, count, scroll, gap=4))
        return side

    def _chosen(self) -> ThemeRow | None:
        place = self._model.row_of(self._theme)
        return self._model.theme(place) if place >= 0 else None

    def _show_heading(self) -> None:
        chosen = self._chosen()
        for button in (self._play, self._menu):
            button.setVisible(chosen is not None)
        self._heading.setText(chosen.name if chosen else "")
        self._count.setText(customers_text(chosen.customers) if chosen else "")

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

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self._theme = self._model.theme(current.row()).theme_id
            self.theme_chosen.emit(self._theme)

    def _on_menu(self) -> None:
        chosen = self._chosen()
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
        others = [
            each
            for each in (self._model.theme(place) for place in range(self._model.rowCount()))
            if each.kind is chosen.kind and each.theme_id != chosen.theme_id
        ]
        names = [f"{place}. {each.name}" for place, each in enumerate(others, 1)]
        if not names:
            return
        name, accepted = QInputDialog.getItem(
            self, self.tr("Merge into another theme"), self.tr("Count its voices under"), names, 0, editable=False
        )
        if accepted:
            self.merged.emit(chosen.theme_id, others[names.index(name)].theme_id)
