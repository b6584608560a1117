"""The page of trends: filters on top, themes and their quotes below, winning patterns on the second tab."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QInputDialog,
    QListView,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from insight_desktop.ui import wording
from insight_desktop.ui.trends.delegate import MIX_WIDTH, SPARK_WIDTH, ThemeDelegate
from insight_desktop.ui.trends.filters import TrendFilters
from insight_desktop.ui.trends.model import ThemeModel, customers_text
from insight_desktop.ui.trends.patterns_view import PatternsView
from insight_desktop.ui.trends.values import NamedPattern, Quote, TrendsPage
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton, column, empty, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.empty_state import EmptyState

_THEMES, _PATTERNS = "themes", "patterns"


class TrendsView(View):
    """Widgets of the page.

    Signals:
        asked(Asked): other filters.
        theme_chosen(str): a theme whose quotes are wanted.
        theme_renamed(str, str): the manager's name for a theme.
        meeting_opened(str): the meeting of a quote.
        import_requested(): the button of the empty page.
    """

    asked = Signal(object)
    theme_chosen = Signal(str)
    theme_renamed = Signal(str, str)
    meeting_opened = Signal(str)
    import_requested = Signal()

    def __init__(self) -> None:
        """Build the widgets."""
        super().__init__()
        self._theme = ""
        self._filters = TrendFilters()
        self._filters.asked.connect(self.asked)
        self._tabs = ChoiceRow("tab", gap=16)
        self._tabs.chosen.connect(self._on_tab)
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
        self._rename = IconButton("pencil")
        self._rename.clicked.connect(self._on_rename)
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(12)
        themes = QSplitter(Qt.Orientation.Horizontal)
        themes.addWidget(self._list_side())
        themes.addWidget(self._quotes_side())
        themes.setStretchFactor(0, 3)
        themes.setStretchFactor(1, 2)
        themes.setSizes([640, 420])
        themes.setChildrenCollapsible(False)
        self._patterns = PatternsView()
        self._patterns.meeting_opened.connect(self.meeting_opened)
        self._body = QStackedWidget()
        self._body.addWidget(themes)
        self._body.addWidget(self._patterns)
        full = QWidget()
        head = QWidget()
        layout = column(gap=8, margins=(24, 8, 24, 8))
        layout.addLayout(row(self._tabs, None))
        layout.addWidget(self._filters)
        head.setLayout(layout)
        full.setLayout(column(head, self._body, gap=0))
        self._empty = EmptyState("chart-column", "upload")
        self._empty.asked.connect(self.import_requested)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(full)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.retranslate()
        self._tabs.choose(_THEMES)

    def show_page(self, page: TrendsPage) -> None:
        """Show the themes; without any the page says what it will show."""
        self._stack.setCurrentIndex(1 if page.rows or page.is_filtered else 0)
        self._filters.offer(page.choices)
        self._list.selectionModel().blockSignals(True)
        self._model.set_rows(page.rows)
        row_of = self._model.row_of(self._theme)
        chosen = max(row_of, 0)
        if page.rows:
            self._theme = page.rows[chosen].theme_id
            self._list.setCurrentIndex(self._model.index(chosen))
        else:
            self._theme = ""
            empty(self._quotes)
        self._list.selectionModel().blockSignals(False)
        self._list.viewport().update()
        self._show_heading()

    def show_quotes(self, theme: str, quotes: Sequence[Quote]) -> None:
        """Show what customers said of a theme."""
        if theme != self._theme:
            self._theme = theme
        self._show_heading()
        empty(self._quotes)
        for quote in quotes:
            self._quotes.addWidget(self._quote(quote))
        self._quotes.addStretch(1)

    def show_patterns(self, patterns: Sequence[NamedPattern]) -> None:
        """Show what won meetings differ in."""
        self._patterns.show_patterns(patterns)

    def retranslate(self) -> None:
        """Write the texts."""
        self._tabs.offer([Choice(_THEMES, self.tr("Themes")), Choice(_PATTERNS, self.tr("Winning patterns"))])
        self._list.setAccessibleName(self.tr("Themes"))
        texts = (self.tr("Theme"), self.tr("Customers"), self.tr("Over time"), self.tr("Outcomes"))
        for caption, text in zip(self._captions, texts, strict=True):
            caption.setText(text)
        self._captions[-1].setToolTip(self.tr("Won, open strong, open weak, lost"))
        self._rename.name(self.tr("Rename the theme"))
        self._empty.say(
            self.tr("What your customers say appears here"),
            self.tr("Process some meetings; pains, needs and successes of all customers are gathered into themes."),
            self.tr("Import a recording"),
        )
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
        head.setLayout(row(self._heading, self._rename, gap=4, margins=(16, 8, 24, 0)))
        count = QWidget()
        count.setLayout(row(self._count, None, margins=(16, 0, 24, 0)))
        side = QWidget()
        side.setLayout(column(head, count, scroll, gap=4))
        return side

    def _show_heading(self) -> None:
        place = self._model.row_of(self._theme)
        has_theme = place >= 0
        self._rename.setVisible(has_theme)
        self._heading.setText(self._model.theme(place).name if has_theme else "")
        self._count.setText(customers_text(self._model.theme(place).customers) if has_theme else "")

    def _quote(self, quote: Quote) -> QWidget:
        card = frame("card")
        voice = quote.voice
        customer = label("strong", quote.customer or self.tr("Customer not set"), wraps=True)
        link = Button(wording.day(voice.held_on), look="link")
        link.setToolTip(QCoreApplication.translate("Trends", "Open the meeting at these words"))
        link.clicked.connect(lambda: self.meeting_opened.emit(voice.meeting_id))
        words = f"「{voice.summary}」" if voice.language == "ja" else f"“{voice.summary}”"
        layout = column(gap=6, margins=(12, 8, 12, 12))
        layout.addLayout(row(customer, None, link, gap=8))
        layout.addWidget(label("", words, wraps=True))
        meaning = wording.OUTCOMES[voice.outcome]
        if meaning.icon:
            layout.addLayout(row(Badge(meaning.text, meaning.icon, meaning.tone), None))
        card.setLayout(layout)
        return card

    def _on_tab(self, key: str) -> None:
        self._tabs.choose(key)
        self._body.setCurrentIndex(1 if key == _PATTERNS else 0)
        self._filters.setVisible(key == _THEMES)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self._theme = self._model.theme(current.row()).theme_id
            self.theme_chosen.emit(self._theme)

    def _on_rename(self) -> None:
        name, accepted = QInputDialog.getText(
            self, self.tr("Rename the theme"), self.tr("Name"), text=self._heading.text()
        )
        if accepted and name.strip():
            self.theme_renamed.emit(self._theme, name.strip())
