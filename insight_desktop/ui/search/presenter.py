"""Fills the palette: commands that fit the text, then meetings, then what was said."""

from PySide6.QtCore import QCoreApplication, QObject

from insight_desktop.store.meetings import MeetingFilter, MeetingSummary
from insight_desktop.store.search import Hit, HitKind
from insight_desktop.ui import wording
from insight_desktop.ui.actions import ACTIONS
from insight_desktop.ui.main_window import MainWindow
from insight_desktop.ui.pages import Context, PageSpec
from insight_desktop.ui.search.palette import Entry, Palette

_MOST_MEETINGS, _MOST_HITS = 6, 30


class PalettePresenter(QObject):
    """Answers what the user types."""

    def __init__(self, context: Context, window: MainWindow, pages: tuple[PageSpec, ...]) -> None:
        """Build the palette over the window."""
        super().__init__(window)
        self._context, self._window = context, window
        self._pages = tuple(page for page in pages if page.in_sidebar)
        self.palette = Palette(window)
        self.palette.asked.connect(self._on_asked)

    def open(self) -> None:
        """Show the palette."""
        self.palette.open_over()

    def _commands(self, text: str) -> list[Entry]:
        go = QCoreApplication.translate("Palette", "Go to {page}")
        entries = [
            Entry(text=go.format(page=page.text), icon=page.icon, run=lambda name=page.id: self._window.go(name))  # type: ignore[misc]
            for page in self._pages
        ]
        entries += [
            Entry(
                text=action.text,
                icon=action.icon,
                detail=self._window.keys[action.id],
                run=lambda name=action.id: self._window.do(name),  # type: ignore[misc]
            )
            for action in ACTIONS
            if action.in_palette and action.page not in {page.id for page in self._pages}
        ]
        folded = text.casefold()
        return [entry for entry in entries if folded in entry.text.casefold()]

    def _on_asked(self, text: str) -> None:
        commands = self._commands(text)
        if not text.strip():
            self.palette.offer(commands)
            return
        everything = QCoreApplication.translate("Palette", "Search for “{text}” by words and meaning").format(text=text)
        commands.append(Entry(text=everything, icon="search", run=lambda: self._window.go("search", text)))
        workspace = self._context.workspace

        def find() -> tuple[tuple[MeetingSummary, ...], tuple[Hit, ...]]:
            page = workspace.meetings.list(MeetingFilter(text=text), limit=_MOST_MEETINGS)
            hits = workspace.search.find(text, kinds=(HitKind.SEGMENT,), limit=_MOST_HITS)
            return page.meetings, hits

        self._context.operations.read(find, then=lambda found: self._show(commands, *found), key="palette")

    def _show(self, commands: list[Entry], meetings: tuple[MeetingSummary, ...], hits: tuple[Hit, ...]) -> None:
        entries = list(commands)
        for summary in meetings:
            meeting = summary.meeting
            entries.append(
                Entry(
                    text=meeting.title,
                    detail=f"{summary.customer_name}  {wording.moment(meeting.started_at)}",
                    icon="messages-square",
                    run=lambda meeting_id=meeting.id: self._window.go("meeting", meeting_id),  # type: ignore[misc]
                )
            )
        for hit in hits:
            if hit.meeting_id is None:
                continue
            place = f"{hit.meeting_id}#{hit.position if hit.position is not None else ''}"
            entries.append(
                Entry(
                    text=hit.snippet,
                    detail=f"{hit.meeting_title}  {wording.clock(hit.start or 0)}",
                    icon="quote",
                    run=lambda argument=place: self._window.go("meeting", argument),  # type: ignore[misc]
                )
            )
        self.palette.offer(entries)
