"""The page of trends: filters on top, one tab for each question that a manager asks."""

from collections.abc import Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from insight_desktop.domain.table import Table
from insight_desktop.ui.clip_bar import ClipBar
from insight_desktop.ui.trends.coaching_view import CoachingView
from insight_desktop.ui.trends.filters import TrendFilters
from insight_desktop.ui.trends.patterns_view import PatternsView
from insight_desktop.ui.trends.reasons_view import ReasonsView
from insight_desktop.ui.trends.script_view import ScriptView
from insight_desktop.ui.trends.tab import TabView
from insight_desktop.ui.trends.themes_view import ThemesView
from insight_desktop.ui.trends.trackers_view import TrackersView
from insight_desktop.ui.trends.values import CHARTS, LIST, TABLE, TrendsPage
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, column, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.gradual import Steps

THEMES, PATTERNS, REASONS = "themes", "patterns", "reasons"
SCRIPT, TRACKERS, COACHING = "script", "trackers", "coaching"
FILTERED = frozenset({THEMES, PATTERNS, REASONS, SCRIPT})
_FORMATS = ("html", "pdf", "md", "wav")
_ICONS = {LIST: "list-todo", CHARTS: "chart-column", TABLE: "table-2"}
_LATER: Mapping[str, type[TabView]] = {
    PATTERNS: PatternsView,
    REASONS: ReasonsView,
    SCRIPT: ScriptView,
    TRACKERS: TrackersView,
    COACHING: CoachingView,
}


class TrendsView(View):
    """Widgets of the page.

    Signals:
        completed(): the other tabs were built.
        tab_chosen(str): a tab came into sight.
        digest_wanted(str): the week's page as a file: html, pdf, md, wav.
        digest_print_wanted(): print the week's page.
        table_wanted(str): the tab in sight as a file: csv, pdf; empty: on paper.
        import_requested(): the button of the empty page.
    """

    completed = Signal()
    tab_chosen = Signal(str)
    digest_wanted = Signal(str)
    digest_print_wanted = Signal()
    table_wanted = Signal(str)
    import_requested = Signal()

    def __init__(self) -> None:
        """Build the widgets."""
        super().__init__()
        self.filters = TrendFilters()
        self.themes = ThemesView()
        self._pages: dict[str, TabView] = {THEMES: self.themes}
        self._steps, self._is_complete = Steps(self), False
        self._tabs = ChoiceRow("tab", gap=16)
        self._tabs.chosen.connect(self.show_tab)
        self._tab = THEMES
        self._forms = ChoiceRow("segment")
        self._forms.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._forms.chosen.connect(self.show_form)
        self._chosen_form: dict[str, str] = {}
        self._week, self._save = Button(icon="file-output"), IconButton("download")
        self._week.clicked.connect(self._on_week)
        self._save.clicked.connect(self._on_save)
        shortcut = QShortcut(QKeySequence("T"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_table_key)
        self._body = QStackedWidget()
        self._body.addWidget(self.themes)
        head = QWidget()
        layout = column(gap=8, margins=(24, 8, 24, 8))
        layout.addLayout(row(self._tabs, None, self._forms, self._save, self._week))
        layout.addWidget(self.filters)
        head.setLayout(layout)
        full = QWidget()
        self.clips = ClipBar()
        full.setLayout(column(head, self._body, self.clips, gap=0))
        full.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self._empty = EmptyState("chart-column", "upload")
        self._empty.asked.connect(self.import_requested)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(full)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.retranslate()
        self._tabs.choose(THEMES)

    def complete_gradually(self) -> None:
        """Build the other tabs one by one, so that the window never stands still for them."""
        self._steps.take([*(partial(self._build, key) for key in _LATER), self.complete])

    def complete(self) -> None:
        """Build what is not built of the other tabs; the first one is seen before."""
        if self._is_complete:
            return
        self._is_complete = True
        for key in _LATER:
            self._build(key)
        self.completed.emit()

    def _build(self, key: str) -> None:
        if key not in self._pages:
            self._pages[key] = _LATER[key]()
            self._body.addWidget(self._pages[key])

    @property
    def patterns(self) -> PatternsView:
        """The tab of winning patterns, once it is built."""
        return cast("PatternsView", self._pages[PATTERNS])

    @property
    def reasons(self) -> ReasonsView:
        """The tab of decision reasons."""
        return cast("ReasonsView", self._pages[REASONS])

    @property
    def script(self) -> ScriptView:
        """The tab of the script."""
        return cast("ScriptView", self._pages[SCRIPT])

    @property
    def trackers(self) -> TrackersView:
        """The tab of trackers."""
        return cast("TrackersView", self._pages[TRACKERS])

    @property
    def coaching(self) -> CoachingView:
        """The tab of coaching."""
        return cast("CoachingView", self._pages[COACHING])

    def show_page(self, page: TrendsPage) -> None:
        """Show the themes; without any the page says what it will show."""
        self._stack.setCurrentIndex(1 if page.rows or page.has_meetings else 0)
        self.filters.offer(page.choices, page.views)
        self.themes.show_rows(page.rows, page.period)

    def show_tab(self, key: str) -> None:
        """Bring a tab into sight."""
        self.complete()
        self._tab = key
        self._tabs.choose(key)
        self._body.setCurrentWidget(self._pages[key])
        self._offer_forms()
        self.filters.setVisible(key in FILTERED)
        self.tab_chosen.emit(key)

    def show_form(self, form: str) -> None:
        """Show the tab in sight as a list, as charts, or as a table."""
        page = self._pages[self._tab]
        if form in page.forms:
            self._chosen_form[self._tab] = form
            self._forms.choose(form)
            page.show_form(form)

    def table(self) -> Table:
        """Return the tab in sight as a table."""
        return self._pages[self._tab].table()

    def pictures(self) -> dict[str, QImage]:
        """Return the charts of the tab in sight, for paper."""
        return self._pages[self._tab].pictures()

    @property
    def title(self) -> str:
        """What the tab in sight is called."""
        return self._tabs.button(self._tab).text()

    def retranslate(self) -> None:
        """Write the texts."""
        self._tabs.offer(
            [
                Choice(THEMES, self.tr("Themes")),
                Choice(PATTERNS, self.tr("Winning patterns")),
                Choice(REASONS, self.tr("Decision reasons")),
                Choice(SCRIPT, self.tr("Script")),
                Choice(TRACKERS, self.tr("Trackers")),
                Choice(COACHING, self.tr("Coaching")),
            ]
        )
        self._week.setText(" " + self.tr("This week on a page"))
        self._save.name(self.tr("Save or print this tab"))
        self._offer_forms()
        self._empty.say(
            self.tr("What your customers say appears here"),
            self.tr("Process some meetings; pains, needs and successes of all customers are gathered into themes."),
            self.tr("Import a recording"),
        )

    def _offer_forms(self) -> None:
        forms = self._pages[self._tab].forms
        texts = {LIST: self.tr("List"), CHARTS: self.tr("Charts"), TABLE: self.tr("Same numbers as a table")}
        self._forms.offer([Choice(form, "", _ICONS[form]) for form in forms])
        self._forms.setVisible(bool(forms))
        if forms:
            self._forms.choose(self._chosen_form.get(self._tab, forms[0]))
        for form in forms:
            self._forms.button(form).setAccessibleName(texts[form])
            self._forms.button(form).setToolTip(f"{texts[form]}  T" if form == TABLE else texts[form])

    def _on_table_key(self) -> None:
        forms = self._pages[self._tab].forms
        if forms:
            is_table = self._chosen_form.get(self._tab) == TABLE
            self.show_form(forms[0] if is_table else TABLE)
            self._pages[self._tab].setFocus()

    def _on_save(self) -> None:
        menu = QMenu(self)
        for key, text in (
            ("csv", self.tr("Save this table as CSV …")),
            ("pdf", self.tr("Save this page as PDF …")),
            ("", self.tr("Print this page …")),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, kind=key: self.table_wanted.emit(kind))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._save.mapToGlobal(self._save.rect().bottomLeft()))

    def _on_week(self) -> None:
        texts = {
            "html": self.tr("Save as web page …"),
            "pdf": self.tr("Save as PDF …"),
            "md": self.tr("Save as Markdown …"),
            "wav": self.tr("Save the strongest quotes as sound …"),
        }
        menu = QMenu(self)
        for key in _FORMATS:
            menu.addAction(texts[key]).triggered.connect(lambda _on=False, kind=key: self.digest_wanted.emit(kind))
        menu.addAction(self.tr("Print …")).triggered.connect(self.digest_print_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._week.mapToGlobal(self._week.rect().bottomLeft()))
