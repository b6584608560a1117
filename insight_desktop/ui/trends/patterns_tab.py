"""Decides what the tab of winning patterns shows: at once what columns tell, then also what the script tells."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from insight_desktop import overviews, tracking
from insight_desktop.domain.ids import MeetingId, ScriptItemId
from insight_desktop.domain.trend import Pattern
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.tracking import Spoken
from insight_desktop.trends.features import FeatureKind, Script, split_key
from insight_desktop.trends.meaning_index import MeaningIndex
from insight_desktop.trends.overview import TrendTable
from insight_desktop.ui.pages import Context
from insight_desktop.ui.trends.feature_words import feature_text
from insight_desktop.ui.trends.patterns_view import PatternsView
from insight_desktop.ui.trends.values import Asked, Example, NamedPattern

_MOST_PATTERNS = 30


class PatternsTab(QObject):
    """Compares won with lost meetings."""

    def __init__(self, context: Context, view: PatternsView) -> None:
        """Keep the parts."""
        super().__init__(view)
        self._context, self._view = context, view

    def show(self, table: TrendTable, asked: Asked) -> None:
        """Read the patterns; once the script was looked for in the meetings, read them with its items."""
        work = self._context.workspace
        self._context.operations.read(
            lambda: (self._read(table, asked, {}, None), len(work.script.all())),
            then=lambda read: self._on_read(table, asked, *read),
            key="trends:patterns",
        )

    def _on_read(self, table: TrendTable, asked: Asked, found: tuple[NamedPattern, ...], items: int) -> None:
        self._view.show_patterns(found)
        if not items:
            return
        work = self._context.workspace

        def answer(index: MeaningIndex, embedder: Embedder) -> tuple[NamedPattern, ...]:
            spoken = tracking.script_meetings(work, index, embedder)
            return self._read(table, asked, spoken, tracking.script_features(work, table, index, spoken))

        self._context.meaning.ask(answer, self._view.show_patterns, key="trends:patterns")

    def _read(
        self, table: TrendTable, asked: Asked, spoken: Mapping[ScriptItemId, Spoken], script: Script | None
    ) -> tuple[NamedPattern, ...]:
        work = self._context.workspace
        found = overviews.patterns(work, table, asked.filters, script)
        names = {theme.id: theme.name for theme in table.themes} | {item.id: item.text for item in work.script.all()}
        return tuple(
            NamedPattern(
                name=feature_text(pattern.feature, names),
                pattern=pattern,
                won=self._examples(pattern, pattern.won_meetings, spoken) if pattern.claimed else (),
                lost=self._examples(pattern, pattern.lost_meetings, spoken) if pattern.claimed else (),
            )
            for pattern in found[:_MOST_PATTERNS]
        )

    def _examples(
        self, pattern: Pattern, meetings: tuple[MeetingId, ...], spoken: Mapping[ScriptItemId, Spoken]
    ) -> tuple[Example, ...]:
        kind, name = split_key(pattern.feature)
        work = self._context.workspace
        if kind is FeatureKind.SCRIPT:
            nearest = spoken[ScriptItemId(name)].nearest
            hits = work.search.segments([nearest[meeting] for meeting in meetings if meeting in nearest])
            return tuple(Example(place=f"{hit.meeting_id}#{hit.position}", words=hit.text) for hit in hits)
        theme = name if kind is FeatureKind.THEME else ""
        found = overviews.examples(work, meetings, theme=theme, signal=name)
        return tuple(Example(place=place, words=words) for place, words in found)
