"""Decides for the tabs that look through everything that was said: the script, trackers."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from insight_desktop import tracking
from insight_desktop.domain.managing import Clip, Tracker
from insight_desktop.store.search import Hit
from insight_desktop.trends.overview import TrendTable
from insight_desktop.ui.clips import ClipPlayer
from insight_desktop.ui.pages import Context
from insight_desktop.ui.trends.script_view import ScriptView
from insight_desktop.ui.trends.trackers_view import TrackersView
from insight_desktop.ui.trends.values import Asked


class ScriptTab(QObject):
    """Finds the manager's items in all meetings."""

    def __init__(self, context: Context, view: ScriptView) -> None:
        """Connect the view's intents."""
        super().__init__(view)
        self._context, self._view = context, view
        self._table: TrendTable | None = None
        self._asked = Asked()
        view.saved.connect(self._on_saved)

    def show(self, table: TrendTable, asked: Asked) -> None:
        """Read the list and look through the meetings."""
        self._table, self._asked = table, asked
        work = self._context.workspace
        self._context.operations.read(
            lambda: tuple(item.text for item in work.script.all()), then=self._on_items, key="script:items"
        )

    def _on_items(self, texts: tuple[str, ...]) -> None:
        self._view.show_items(texts)
        table, asked, work = self._table, self._asked, self._context.workspace
        if not texts or table is None:
            self._view.show_rows(())
            return
        self._view.show_reading()
        self._context.meaning.ask(
            lambda index, embedder: tracking.script_rows(work, table, index, embedder, asked.filters),
            self._view.show_rows,
            key="script:rows",
        )

    def _on_saved(self, texts: tuple[str, ...]) -> None:
        script = self._context.workspace.script
        self._context.operations.change(lambda: tuple(item.text for item in script.replace(texts)), then=self._on_items)


class TrackersTab(QObject):
    """Finds what trackers describe."""

    def __init__(self, context: Context, view: TrackersView, player: ClipPlayer) -> None:
        """Connect the view's intents."""
        super().__init__(view)
        self._context, self._view, self._player = context, view, player
        self._chosen = ""
        view.added.connect(self._on_added)
        view.changed.connect(self._on_changed)
        view.chosen.connect(self._track)
        view.trashed.connect(self._on_trashed)
        view.play_all.connect(self._on_play_all)

    def show(self) -> None:
        """Read the list."""
        trackers = self._context.workspace.trackers
        self._context.operations.read(trackers.all, then=self._on_all, key="trackers:all")

    def _on_all(self, trackers: tuple[Tracker, ...]) -> None:
        chosen = next((each for each in trackers if each.id == self._chosen), trackers[0] if trackers else None)
        self._view.show_trackers(trackers, chosen.id if chosen else "")
        if chosen is not None:
            self._track(chosen)

    def _track(self, tracker: Tracker) -> None:
        self._chosen = tracker.id
        work, meaning = self._context.workspace, self._context.meaning
        self._view.show_reading()
        meaning.ask(
            lambda index, embedder: tracking.track(tracker, work, index, embedder, meaning.listener()),
            self._view.show_tracked,
            key="trackers:hits",
        )

    def _on_added(self, name: str, examples: tuple[str, ...]) -> None:
        trackers = self._context.workspace.trackers
        self._context.operations.change(lambda: trackers.add(name, examples), then=self._on_saved)

    def _on_changed(self, tracker: Tracker) -> None:
        trackers = self._context.workspace.trackers
        self._context.operations.change(lambda: trackers.save(tracker), then=self._on_saved)

    def _on_saved(self, tracker: Tracker) -> None:
        self._chosen = tracker.id
        self.show()

    def _on_trashed(self, tracker: Tracker) -> None:
        trackers, change = self._context.workspace.trackers, self._context.operations.change

        def undo() -> None:
            change(lambda: trackers.restore(tracker.id), then=lambda _done: self.show())

        def then(_done: object) -> None:
            self._context.frame.say(self.tr("“{name}” was removed.").format(name=tracker.name), undo)
            self.show()

        change(lambda: trackers.trash(tracker.id), then=then)

    def _on_play_all(self) -> None:
        tracked = self._view.shown
        if tracked is not None:
            self._player.play(clips_of(hit.hit for hit in tracked.hits if hit.is_above))


def clips_of(hits: Iterable[Hit]) -> tuple[Clip, ...]:
    """Return the stretches in which hits were said; what was written cannot be heard."""
    return tuple(
        Clip(meeting_id=hit.meeting_id, start=hit.start, end=hit.end, words=hit.text)
        for hit in hits
        if hit.meeting_id is not None and hit.start is not None and hit.end is not None and hit.has_sound
    )
