"""The page of trends: filters on top, one tab for each question that a manager asks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from insight_desktop.ui.trends.coaching_view import CoachingView
from insight_desktop.ui.trends.filters import TrendFilters
from insight_desktop.ui.trends.patterns_view import PatternsView
from insight_desktop.ui.trends.reasons_view import ReasonsView
from insight_desktop.ui.trends.script_view import ScriptView
from insight_desktop.ui.trends.themes_view import ThemesView
from insight_desktop.ui.trends.trackers_view import TrackersView
from insight_desktop.ui.trends.values import TrendsPage
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, column, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.empty_state import EmptyState

THEMES, PATTERNS, REASONS = "themes", "patterns", "reasons"
SCRIPT, TRACKERS, COACHING = "script", "trackers", "coaching"
_FILTERED = frozenset({THEMES, PATTERNS, REASONS, SCRIPT})
_FORMATS = ("html", "pdf", "md", "wav", "csv")


class TrendsView(View):
    """Widgets of the page.

    Signals:
        completed(): the other tabs were built.
        tab_chosen(str): a tab came into sight.
        digest_wanted(str): the week's page as a file: html, pdf, md, wav; or the themes as csv.
        print_wanted(): print the week's page.
        import_requested(): the button of the empty page.
    """

    patterns: PatternsView
    reasons: ReasonsView
    script: ScriptView
    trackers: TrackersView
    coaching: CoachingView

    completed = Signal()
    tab_chosen = Signal(str)
    digest_wanted = Signal(str)
    print_wanted = Signal()
    import_requested = Signal()

    def __init__(self) -> None:
        """Build the widgets."""
        super().__init__()
        self.filters = TrendFilters()
        self.themes = ThemesView()
        self._pages: dict[str, QWidget] = {THEMES: self.themes}
        self._tabs = ChoiceRow("tab", gap=16)
        self._tabs.chosen.connect(self.show_tab)
        self._week = Button(icon="file-output")
        self._week.clicked.connect(self._on_week)
        self._body = QStackedWidget()
        self._body.addWidget(self.themes)
        head = QWidget()
        layout = column(gap=8, margins=(24, 8, 24, 8))
        layout.addLayout(row(self._tabs, None, self._week))
        layout.addWidget(self.filters)
        head.setLayout(layout)
        full = QWidget()
        full.setLayout(column(head, self._body, gap=0))
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

    def complete(self) -> None:
        """Build the other tabs; the first one is seen before."""
        if len(self._pages) > 1:
            return
        self.patterns, self.reasons, self.script = PatternsView(), ReasonsView(), ScriptView()
        self.trackers, self.coaching = TrackersView(), CoachingView()
        self._pages |= {
            PATTERNS: self.patterns,
            REASONS: self.reasons,
            SCRIPT: self.script,
            TRACKERS: self.trackers,
            COACHING: self.coaching,
        }
        for page in self._pages.values():
            self._body.addWidget(page)
        self.completed.emit()

    def show_page(self, page: TrendsPage) -> None:
        """Show the themes; without any the page says what it will show."""
        self._stack.setCurrentIndex(1 if page.rows or page.is_filtered else 0)
        self.filters.offer(page.choices, page.views)
        self.themes.show_rows(page.rows)

    def show_tab(self, key: str) -> None:
        """Bring a tab into sight."""
        self.complete()
        self._tabs.choose(key)
        self._body.setCurrentWidget(self._pages[key])
        self.filters.setVisible(key in _FILTERED)
        self.tab_chosen.emit(key)

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
        self._empty.say(
            self.tr("What your customers say appears here"),
            self.tr("Process some meetings; pains, needs and successes of all customers are gathered into themes."),
            self.tr("Import a recording"),
        )

    def _on_week(self) -> None:
        texts = {
            "html": self.tr("Save as web page …"),
            "pdf": self.tr("Save as PDF …"),
            "md": self.tr("Save as Markdown …"),
            "wav": self.tr("Save the strongest quotes as sound …"),
            "csv": self.tr("Save the themes as CSV …"),
        }
        menu = QMenu(self)
        for key in _FORMATS:
            menu.addAction(texts[key]).triggered.connect(lambda _on=False, kind=key: self.digest_wanted.emit(kind))
        menu.addAction(self.tr("Print …")).triggered.connect(self.print_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._week.mapToGlobal(self._week.rect().bottomLeft()))
