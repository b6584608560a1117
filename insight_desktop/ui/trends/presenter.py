"""Decides what the page of trends shows; the columns are read once and counted at each touch of a filter."""

import datetime as dt
from typing import ClassVar

from insight_desktop import overviews
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.trends.features import split_key
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.overview import TrendTable
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.trends.values import Asked, Choices, NamedPattern, Quote, TrendsPage
from insight_desktop.ui.trends.view import TrendsView


class TrendsPresenter(Presenter):
    """Reads voices, themes and patterns."""

    shows: ClassVar = frozenset({ChangeKind.ANALYSIS, ChangeKind.MEETING, ChangeKind.CUSTOMER})

    def __init__(self, context: Context, view: TrendsView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self._view = view
        self._asked = Asked()
        self._table: TrendTable | None = None
        self._theme = ""
        view.asked.connect(self._on_asked)
        view.theme_chosen.connect(self._on_theme)
        view.theme_renamed.connect(self._on_renamed)
        view.meeting_opened.connect(lambda meeting: context.frame.go("meeting", meeting))
        view.import_requested.connect(context.frame.import_files)

    def refresh(self) -> None:
        """Read the columns again."""
        work = self.context.workspace
        self.context.operations.read(lambda: overviews.trend_table(work), then=self._on_table, key="trends:table")
        self.context.operations.read(self._read_patterns, then=self._view.show_patterns, key="trends:patterns")

    def _on_table(self, table: TrendTable) -> None:
        self._table = table
        self._count()

    def _count(self) -> None:
        table, asked = self._table, self._asked
        if table is not None:
            self.context.operations.read(lambda: _page(table, asked), then=self._show, key="trends:rows")

    def _show(self, page: TrendsPage) -> None:
        self._view.show_page(page)
        if not any(row.theme_id == self._theme for row in page.rows):
            self._theme = page.rows[0].theme_id if page.rows else ""
        self._read_quotes()

    def _read_quotes(self) -> None:
        table, asked, theme, work = self._table, self._asked, self._theme, self.context.workspace
        if table is None or not theme:
            return

        def read() -> tuple[Quote, ...]:
            names: dict[str, str] = {row.id: row.name for row in work.customer_list.rows()}
            voices = overviews.quotes(work, table, asked.filters, theme)
            return tuple(Quote(voice=voice, customer=names.get(voice.customer_id or "", "")) for voice in voices)

        self.context.operations.read(
            read, then=lambda quotes: self._view.show_quotes(theme, quotes), key="trends:quotes"
        )

    def _read_patterns(self) -> tuple[NamedPattern, ...]:
        work = self.context.workspace
        names = {theme.id: theme.name for theme in work.themes.names()}
        return tuple(
            NamedPattern(name=names.get(split_key(pattern.feature)[1], ""), pattern=pattern)
            for pattern in overviews.patterns(work)
        )

    def _on_asked(self, asked: Asked) -> None:
        self._asked = asked
        self._count()

    def _on_theme(self, theme: str) -> None:
        self._theme = theme
        self._read_quotes()

    def _on_renamed(self, theme: str, name: str) -> None:
        themes = self.context.workspace.themes
        self.context.operations.change(
            lambda: themes.rename(theme, name), announce=Change(kinds=frozenset({ChangeKind.ANALYSIS}))
        )


def _page(table: TrendTable, asked: Asked) -> TrendsPage:
    today = dt.datetime.now().astimezone().date()
    return TrendsPage(
        rows=table.rows(asked.filters, asked.period, today),
        choices=Choices(
            segments=table.choices("segments"), industries=table.choices("industries"), reps=table.choices("reps")
        ),
        is_filtered=asked.filters != TrendFilter(),
    )
