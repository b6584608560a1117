"""The frame: sidebar, header, the open page, the job strip. It knows pages, not their contents."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QScrollArea, QStackedWidget, QWidget

from insight_desktop.ui.actions import ACTIONS, keys_of
from insight_desktop.ui.jobs.strip import JobStrip
from insight_desktop.ui.pages import Context, PageSpec, Presenter
from insight_desktop.ui.sidebar import Sidebar
from insight_desktop.ui.top_bar import TopBar
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import column, frame, label, row
from insight_desktop.ui.widgets.toast import Toast

_NARROW = 1100
"""Below this width the sidebar shows its icons only."""


class _Body(View):
    """Carries the layout of the window."""


class MainWindow(QMainWindow):
    """The window.

    Signals:
        import_requested(): the user wants to choose files.
        files_dropped(tuple[Path, ...]): the user dropped files.
        record_requested(): the user wants to record.
        record_at_once_requested(): the user wants to record as the last time, without looking at the form.
        palette_requested(): the user wants the palette of commands and search.
        keys_requested(): the user wants to see the keys.
        theme_requested(): light instead of dark, or the reverse.
        language_requested(): Japanese instead of English, or the reverse.
        restart_requested(): close the program and start it again.
        workspace_change_requested(Callable[[Path], object]): close the workspace, change its folder, start again.
        closing(): the window is about to close.
    """

    import_requested = Signal()
    files_dropped = Signal(object)
    record_requested = Signal()
    record_at_once_requested = Signal()
    palette_requested = Signal()
    keys_requested = Signal()
    theme_requested = Signal()
    language_requested = Signal()
    restart_requested = Signal()
    workspace_change_requested = Signal(object)
    closing = Signal()

    def __init__(self, pages: Sequence[PageSpec]) -> None:
        """Lay out the frame; pages are made when they are first shown."""
        super().__init__()
        self.setWindowTitle("Insight Desktop")
        self.setMinimumSize(900, 520)
        self.resize(1280, 800)
        self.setAcceptDrops(True)
        self._specs = {page.id: page for page in pages}
        self._presenters: dict[str, Presenter] = {}
        self._context: Context | None = None
        self._wanted: tuple[str, str] | None = None
        self._open = ""
        self.may_close: Callable[[], bool] = lambda: True
        self.sidebar, self.top, self.strip = Sidebar(pages), TopBar(can_record="recording" in self._specs), JobStrip()
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        body = _Body()
        body.setProperty("look", "page")
        right = column(self.top, frame("line"), self._stack, self.strip, gap=0)
        right.setStretch(2, 1)
        layout = row(self.sidebar, frame("column"), gap=0)
        layout.addLayout(right, 1)
        body.setLayout(layout)
        self.setCentralWidget(body)
        self._toast = Toast(body)
        self._drop = frame("drop")
        self._drop.setParent(body)
        self._drop_text = label("heading")
        self._drop_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._drop.setLayout(column(self._drop_text))
        self._drop.hide()
        self._connect()

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.go)
        self.top.search_requested.connect(self.palette_requested)
        self.top.record_requested.connect(self.record_requested)
        self.top.import_requested.connect(self.import_requested)
        self.strip.opened.connect(lambda meeting_id: self.go("meeting", meeting_id))
        self._shortcuts = {action.id: QShortcut(self) for action in ACTIONS}
        for name, shortcut in self._shortcuts.items():
            shortcut.activated.connect(lambda action=name: self.do(action))
        self.use_keys(())
        shown = [page.id for page in self._specs.values() if page.in_sidebar]
        for number, page_id in enumerate(shown[:9], 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda name=page_id: self.go(name))

    def use_keys(self, chosen: Sequence[str]) -> None:
        """Let the actions answer to the user's keys, given as `action=keys`."""
        self.keys = keys_of(chosen)
        for name, shortcut in self._shortcuts.items():
            shortcut.setKey(QKeySequence(self.keys[name]))

    def do(self, action_id: str) -> None:
        """Do what an action says."""
        signals = {
            "palette": self.palette_requested,
            "search": self.palette_requested,
            "record": self.record_requested,
            "record_at_once": self.record_at_once_requested,
            "import": self.import_requested,
            "keys": self.keys_requested,
            "theme": self.theme_requested,
            "language": self.language_requested,
        }
        if action_id in signals:
            signals[action_id].emit()
            return
        self.go(next(action.page for action in ACTIONS if action.id == action_id))

    def serve(self, context: Context) -> None:
        """Make pages from now on, and show the one that was asked for."""
        self._context = context
        if self._wanted is not None:
            self.go(*self._wanted)

    def go(self, page: str, argument: str = "") -> None:
        """Show a page; before the workspace is open the wish is kept."""
        spec = self._specs[page]
        self.sidebar.mark(spec.parent or page)
        self.top.show_title(spec.text, parent=spec.parent and self._specs[spec.parent].text)
        if self._context is None:
            self._wanted = (page, argument)
            return
        if page not in self._presenters:
            presenter = spec.build(self._context)
            self._presenters[page] = presenter
            self._stack.addWidget(presenter.widget)
            _name_scrolled(presenter.widget, spec.text)
        if self._open:
            self._presenters[self._open].leave()
        self._open = page
        presenter = self._presenters[page]
        self._stack.setCurrentWidget(presenter.widget)
        presenter.open(argument)
        presenter.widget.setFocus()

    def presenter(self, page: str) -> Presenter | None:
        """Return the presenter of a page that was shown."""
        return self._presenters.get(page)

    @property
    def page(self) -> str:
        """The page that is shown."""
        return self._open

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Tell something in one line at the foot."""
        self._toast.say(text, self.tr("Undo"), undo)

    def show_recording(self, seconds: float | None, *, is_paused: bool = False) -> None:
        """Show on every page, and in the title, that a recording runs."""
        self.top.show_recording(seconds, is_paused=is_paused)
        self.setWindowTitle(("● " if seconds is not None and not is_paused else "") + "Insight Desktop")

    def import_files(self) -> None:
        """Open the import dialog."""
        self.import_requested.emit()

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Import these files."""
        self.files_dropped.emit(paths)

    def restart(self) -> None:
        """Close the program and start it again."""
        self.restart_requested.emit()

    def replace_workspace(self, change: Callable[[Path], object]) -> None:
        """Close the workspace, let `change` work on its folder, and start again."""
        self.workspace_change_requested.emit(change)

    def changeEvent(self, event: QEvent) -> None:
        """Write the title of the open page in the new language."""
        if event.type() is QEvent.Type.LanguageChange and self._open:
            spec = self._specs[self._open]
            self.top.show_title(spec.text, parent=spec.parent and self._specs[spec.parent].text)
            for page, presenter in self._presenters.items():
                _name_scrolled(presenter.widget, self._specs[page].text)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the page where there is little."""
        self.sidebar.fold(is_folded=event.size().width() < _NARROW)
        super().resizeEvent(event)

    def restore(self, store: QSettings) -> None:
        """Take the size and place that the window had."""
        geometry = store.value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show where to drop."""
        if not event.mimeData().hasUrls():
            return
        event.acceptProposedAction()
        self._drop_text.setText(self.tr("Drop recordings, chats or CSV files here"))
        self._drop.setGeometry(self.centralWidget().rect().adjusted(16, 16, -16, -16))  # type: ignore[union-attr]
        self._drop.show()
        self._drop.raise_()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the hint away."""
        del event
        self._drop.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        self._drop.hide()
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let pages store what is not stored yet."""
        if not self.may_close():
            event.ignore()
            return
        for presenter in self._presenters.values():
            presenter.leave()
        self.closing.emit()
        super().closeEvent(event)


def _name_scrolled(page: QWidget, title: str) -> None:
    """Give what scrolls on a page the page's name: the arrow keys move it, so a screen reader stops there."""
    for area in page.findChildren(QScrollArea):
        area.setAccessibleName(title)
