"""Answers the page of search: words at once, meaning as soon as it is known."""

import datetime as dt

from insight_desktop import finding
from insight_desktop.domain.managing import Clip
from insight_desktop.domain.speaker import Role
from insight_desktop.finding import Found, SearchFilter
from insight_desktop.store.search import Hit
from insight_desktop.ui.clips import ClipPlayer
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.search.results_view import ResultsView
from insight_desktop.ui.trends.tabs import clips_of

_DAYS = {"quarter": 91, "year": 365}
_MOST = 60


class ResultsPresenter(Presenter):
    """Finds, plays and keeps."""

    def __init__(self, context: Context, view: ResultsView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self._view = view
        self._text = ""
        self._found: tuple[Found, ...] = ()
        self._player = ClipPlayer(context, self)
        view.clips.follow(self._player)
        view.clips.opened.connect(lambda place: context.frame.go("meeting", place))
        view.asked.connect(self._on_asked)
        view.opened.connect(lambda place: context.frame.go("meeting", place))
        view.play_all.connect(lambda: self._player.play(self._clips()))
        view.kept.connect(self._on_kept)
        view.commented.connect(self._on_commented)

    def open(self, argument: str) -> None:
        """Come into sight; the argument is what to search for."""
        super().open(argument)
        if argument:
            self._view.ask_for(argument)

    def leave(self) -> None:
        """Go out of sight, and be silent."""
        self._player.stop()
        super().leave()

    def _on_asked(self, text: str, side: str, span: str) -> None:
        self._text = text
        if not text.strip():
            self._show(text, (), is_whole=True)
            return
        work = self.context.workspace
        today = dt.datetime.now().astimezone().date()
        wanted = SearchFilter(
            role=Role(side) if side else None, since=today - dt.timedelta(days=_DAYS[span]) if span else None
        )
        self.context.operations.read(
            lambda: finding.find(work, text, wanted=wanted, limit=_MOST),
            then=lambda found: self._show(text, found, is_whole=False),
            key="search:words",
        )
        self.context.meaning.ask(
            lambda index, embedder: finding.find(work, text, index, embedder, wanted=wanted, limit=_MOST),
            lambda found: self._show(text, found, is_whole=True),
            failed=self._on_failed,
            key="search:meaning",
        )

    def _show(self, text: str, found: tuple[Found, ...], *, is_whole: bool) -> None:
        if text == self._text:
            self._found = found
            self._view.show_found(text, found, by_meaning=is_whole)

    def _on_failed(self, _error: Exception) -> None:
        """Words were found all the same."""
        self._view.show_found(self._text, self._found)

    def _clips(self) -> tuple[Clip, ...]:
        return clips_of(found.hit for found in self._found)

    def _on_commented(self, hit: Hit, text: str) -> None:
        comments, meeting_id, start = self.context.workspace.comments, hit.meeting_id, hit.start
        if meeting_id is None or start is None:
            return
        said = self.tr("The comment stands under Trends, Coaching.")
        self.context.operations.change(
            lambda: comments.add(meeting_id, start, text, hit.snippet),
            then=lambda _done: self.context.frame.say(said),
        )

    def _on_kept(self, name: str) -> None:
        playlists, clips = self.context.workspace.playlists, self._clips()
        said = self.tr("Kept as the playlist “{name}”; it stands under Trends, Coaching.").format(name=name)
        self.context.operations.change(
            lambda: playlists.add(name, clips), then=lambda _done: self.context.frame.say(said)
        )
