"""Decides what the page of trends shows; the columns are read once and counted at each touch of a filter."""

import datetime as dt
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QTimer

from insight_desktop import deciding, overviews
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import InsightId, MeetingId
from insight_desktop.domain.managing import Clip, SavedView
from insight_desktop.domain.table import Table
from insight_desktop.store import codec
from insight_desktop.trends.filters import FIELDS, TrendFilter
from insight_desktop.trends.overview import TrendTable, following
from insight_desktop.ui.clips import ClipPlayer
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.trends import view as tabs
from insight_desktop.ui.trends.coaching_tab import CoachingTab
from insight_desktop.ui.trends.digest_files import DigestFiles
from insight_desktop.ui.trends.patterns_tab import PatternsTab
from insight_desktop.ui.trends.table_files import Sheet, TableFiles
from insight_desktop.ui.trends.tables import themes_table
from insight_desktop.ui.trends.tabs import ScriptTab, TrackersTab
from insight_desktop.ui.trends.values import Asked, Quote, TrendsPage
from insight_desktop.ui.trends.view import TrendsView

_THEMES_CHANGED = Change(kinds=frozenset({ChangeKind.ANALYSIS}))
_LATER_MS = 300
_ALL = 100_000


class TrendsPresenter(Presenter):
    """Reads voices, themes and patterns; the tabs of script, trackers and coaching decide for themselves."""

    shows: ClassVar = frozenset({ChangeKind.ANALYSIS, ChangeKind.MEETING, ChangeKind.CUSTOMER})

    def __init__(self, context: Context, view: TrendsView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self.view = view
        self._asked = Asked()
        self._table: TrendTable | None = None
        self._theme, self._tab = "", tabs.THEMES
        self._start: dt.date | None = None
        self._quotes: tuple[Quote, ...] = ()
        self._player = ClipPlayer(context, self)
        view.clips.follow(self._player)
        view.clips.opened.connect(self._on_opened)
        self._files, self._sheets = DigestFiles(context, view), TableFiles(context, view)
        view.filters.asked.connect(self._on_asked)
        view.filters.view_saved.connect(self._on_view_saved)
        view.filters.view_trashed.connect(self._on_view_trashed)
        view.tab_chosen.connect(self._on_tab)
        view.digest_wanted.connect(lambda kind: self._files.save(kind, self._table, self._asked))
        view.digest_print_wanted.connect(lambda: self._files.print_page(self._table, self._asked))
        view.table_wanted.connect(self._on_table_wanted)
        view.import_requested.connect(context.frame.import_files)
        self._connect_themes()
        view.completed.connect(self._on_completed)
        QTimer.singleShot(_LATER_MS, self, view.complete_gradually)

    def _on_completed(self) -> None:
        """Decide for the tabs that were built."""
        view = self.view
        self._patterns = PatternsTab(self.context, view.patterns)
        self._script = ScriptTab(self.context, view.script)
        self._trackers = TrackersTab(self.context, view.trackers, self._player)
        self._coaching = CoachingTab(self.context, view.coaching, self._player)
        for part in (view.reasons, view.script, view.trackers, view.coaching.library):
            part.opened.connect(self._on_opened)
        view.patterns.meeting_opened.connect(self._on_opened)

    def _connect_themes(self) -> None:
        themes, change = self.view.themes.quotes, self.context.operations.change
        work = self.context.workspace
        self.view.themes.theme_chosen.connect(self._on_theme)
        themes.opened.connect(self._on_opened)
        themes.renamed.connect(
            lambda theme, name: change(lambda: work.themes.rename(theme, name), announce=_THEMES_CHANGED)
        )
        themes.pinned.connect(
            lambda theme, on: change(lambda: work.themes.put_on_top(theme, on_top=on), announce=_THEMES_CHANGED)
        )
        themes.merged.connect(self._on_merged)
        themes.split.connect(self._on_split)
        themes.play_all.connect(self._on_play_all)

    def leave(self) -> None:
        """Go out of sight, and be silent."""
        self._player.stop()
        super().leave()

    def refresh(self) -> None:
        """Read the columns again."""
        work = self.context.workspace
        self.context.operations.read(lambda: overviews.trend_table(work), then=self._on_table, key="trends:table")

    def _on_table(self, table: TrendTable) -> None:
        self._table = table
        self._count()
        self._show_tab()

    def _count(self) -> None:
        table, asked, work = self._table, self._asked, self.context.workspace
        if table is not None:
            self.context.operations.read(
                lambda: _page(table, asked, work.saved_views.all()), then=self._show, key="trends:rows"
            )

    def _show(self, page: TrendsPage) -> None:
        self.view.show_page(page)
        chosen = next((row for row in page.rows if row.theme_id == self._theme), None)
        if chosen is None:
            self._theme = page.rows[0].theme_id if page.rows else ""
        if chosen is None or not any(point.start == self._start for point in chosen.points):
            self._start = None
        self._read_quotes()

    def _read_quotes(self) -> None:
        table, theme, work = self._table, self._theme, self.context.workspace
        filters = _within(self._asked, self._start)
        if table is None or not theme:
            return

        def read() -> tuple[Quote, ...]:
            voices = overviews.quotes(work, table, filters, theme)
            wanted = {voice.customer_id for voice in voices if voice.customer_id}
            names = {ident: found.name for ident in wanted if (found := work.customers.get(ident))}
            return tuple(
                Quote(voice=voice, customer=names.get(voice.customer_id, "") if voice.customer_id else "")
                for voice in voices
            )

        self.context.operations.read(read, then=lambda quotes: self._on_quotes(theme, quotes), key="trends:quotes")

    def _on_quotes(self, theme: str, quotes: tuple[Quote, ...]) -> None:
        self._quotes = quotes
        self.view.themes.show_quotes(theme, quotes)

    def _show_tab(self) -> None:
        """Read what the tab in sight shows."""
        table, asked, work = self._table, self._asked, self.context.workspace
        if table is None:
            return
        read = self.context.operations.read
        match self._tab:
            case tabs.PATTERNS:
                self._patterns.show(table, asked)
            case tabs.REASONS:
                read(
                    lambda: deciding.decision_reasons(work, self._meetings(table, asked)),
                    then=self.view.reasons.show_reasons,
                    key="trends:reasons",
                )
            case tabs.SCRIPT:
                self._script.show(table, asked)
            case tabs.TRACKERS:
                self._trackers.show()
            case tabs.COACHING:
                self._coaching.show(table)

    def _meetings(self, table: TrendTable, asked: Asked) -> frozenset[MeetingId] | None:
        if asked.filters == TrendFilter(kinds=asked.filters.kinds):
            return None
        numbers = table.columns.meetings["number"][table.finder.mask(asked.filters)]
        return frozenset(MeetingId(each) for each in self.context.workspace.trends.meeting_ids(numbers).values())

    def _on_asked(self, asked: Asked) -> None:
        self._asked = asked
        self._count()
        self._show_tab()

    def sheet(self) -> Sheet:
        """Return the tab in sight as it goes to a file or onto paper."""
        view = self.view
        chosen = view.filters.told() if self._tab in tabs.FILTERED else ""
        return Sheet(title=view.title, chosen=chosen, table=view.table(), pictures=view.pictures())

    def everything(self) -> Table | None:
        """Return the table of all themes, also of those that the page leaves out."""
        table, asked = self._table, self._asked
        if table is None or self._tab != tabs.THEMES:
            return None
        return themes_table(table.rows(asked.filters, asked.period, _today(), limit=_ALL), asked.period)

    def _on_table_wanted(self, kind: str) -> None:
        sheet = self.sheet()
        if kind:
            self._sheets.save(kind, sheet, lambda: self.everything() or sheet.table)
        else:
            self._sheets.print_sheet(sheet)

    def _on_tab(self, tab: str) -> None:
        self._tab = tab
        self._show_tab()

    def _on_theme(self, theme: str, start: dt.date | None) -> None:
        self._theme, self._start = theme, start
        self._read_quotes()

    def _on_opened(self, place: str) -> None:
        self.context.frame.go("meeting", place)

    def _on_merged(self, theme: str, into: str) -> None:
        themes, change = self.context.workspace.themes, self.context.operations.change

        def undo() -> None:
            change(lambda: themes.unmerge(theme), announce=_THEMES_CHANGED)

        self._theme = into
        change(
            lambda: themes.merge(theme, into),
            announce=_THEMES_CHANGED,
            then=lambda _done: self.context.frame.say(self.tr("The themes are counted together."), undo),
        )

    def _on_split(self, insight: str) -> None:
        work = self.context.workspace

        def then(new: str | None) -> None:
            self.context.frame.say(
                self.tr("A new theme was made.") if new else self.tr("There is nothing in this theme to tell apart.")
            )

        self.context.operations.change(
            lambda: overviews.split_theme(work, InsightId(insight)), announce=_THEMES_CHANGED, then=then
        )

    def _on_play_all(self) -> None:
        work, quotes = self.context.workspace, self._quotes
        self.context.operations.read(lambda: overviews.clips(work, [q.voice for q in quotes]), then=self._play)

    def _play(self, clips: tuple[Clip, ...]) -> None:
        self._player.play(clips)

    def _on_view_saved(self, name: str, asked: Asked) -> None:
        views = self.context.workspace.saved_views
        self.context.operations.change(lambda: views.save(name, codec.dumps(asked)), then=lambda _view: self._count())

    def _on_view_trashed(self, view: SavedView) -> None:
        views, change = self.context.workspace.saved_views, self.context.operations.change

        def undo() -> None:
            change(lambda: views.restore(view.id), then=lambda _done: self._count())

        def then(_done: object) -> None:
            self.context.frame.say(self.tr("“{name}” was removed.").format(name=view.name), undo)
            self._count()

        change(lambda: views.trash(view.id), then=then)


def _within(asked: Asked, start: dt.date | None) -> TrendFilter:
    """Return the filter, narrowed to one period."""
    if start is None:
        return asked.filters
    since, last = asked.filters.since, following(start, asked.period) - dt.timedelta(days=1)
    return replace(asked.filters, since=max(since, start) if since else start, until=last)


def _page(table: TrendTable, asked: Asked, views: tuple[SavedView, ...]) -> TrendsPage:
    return TrendsPage(
        rows=table.rows(asked.filters, asked.period, _today()),
        choices={field: table.choices(field) for field in FIELDS},
        period=asked.period,
        views=views,
        has_meetings=bool(len(table.columns.meetings["day"])),
    )


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
