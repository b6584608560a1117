"""Opens the window without a screen, waits until the page stands, and saves its picture."""

import argparse

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from insight_desktop.ui.application import Program, preferences_of, workspace_of
from insight_desktop.ui.trends.view import TrendsView

_STILL_MS = 300
_STILL_TIMES = 2
_LIMIT_MS = 20_000


def shoot(options: argparse.Namespace) -> None:
    """Save the picture that the options describe; the queue does not run."""
    application = QApplication.instance() or QApplication(["insight-desktop"])
    assert isinstance(application, QApplication)  # noqa: S101 - nobody makes a smaller one before
    program = Program(application, workspace_of(options), preferences_of(options), runs_jobs=False)
    program.window.resize(*options.size)
    program.window.show()
    page, _, argument = options.page.partition(":")
    if page == "meeting" and not argument:
        page, argument = "meetings", "newest"
    program.open(page)
    _wait_until_open(program)
    _wait_until_still(program)
    if argument == "newest":
        assert program.context is not None  # noqa: S101 - it is open
        newest = program.context.workspace.meetings
        program.operations.read(
            lambda: newest.list(limit=1).meetings, then=lambda found: _go(program, found[0].meeting.id)
        )
    elif argument:
        program.window.go(page, argument)
    _wait_until_still(program)
    view = getattr(program.window.presenter(program.window.page), "view", None)
    if options.tab and view is not None:
        view.show_tab(options.tab)
    if options.form and isinstance(view, TrendsView):
        view.show_form(options.form)
    _wait_until_still(program)
    program.window.grab().save(str(options.out))
    program.close()
    program.window.close()


def _go(program: Program, meeting_id: str) -> None:
    program.window.go("meeting", meeting_id)


def _wait_until_open(program: Program) -> None:
    loop = QEventLoop()
    look = QTimer(interval=20)
    look.timeout.connect(lambda: loop.quit() if program.context is not None else None)
    look.start()
    QTimer.singleShot(_LIMIT_MS, loop.quit)
    loop.exec()


def _wait_until_still(program: Program) -> None:
    still = 0
    for _ in range(_LIMIT_MS // _STILL_MS):
        _pause(_STILL_MS)
        still = still + 1 if program.operations.is_idle else 0
        if still == _STILL_TIMES:  # what came last is laid out by now
            return


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
