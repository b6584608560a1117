"""Known errors become one sentence; anything else is a bug, logged and reported with a copyable text."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from insight_desktop import __version__
from insight_desktop.domain.errors import KnownError
from insight_desktop.ui import wording

_log = logging.getLogger(__name__)


class Errors(QObject):
    """Takes every error that nobody handled.

    Signals:
        told(str): the sentence of a known error, to be shown in the window.
    """

    told = Signal(str)
    _caught = Signal(object)

    def __init__(self, parent: Callable[[], QWidget | None]) -> None:
        """Show dialogs over the window that `parent` returns."""
        super().__init__()
        self._parent = parent
        self._is_open = False
        self._caught.connect(self.show_error, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what escapes from slots and threads."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = lambda caught: (
            self._caught.emit(caught.exc_value) if isinstance(caught.exc_value, Exception) else None
        )

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error)

    def explain(self, error: Exception) -> None:
        """Tell an error and wait until it was read, where the window closes afterwards."""
        if not isinstance(error, KnownError):
            self.show_error(error)
            return
        QMessageBox.warning(self._parent(), "Insight Desktop", wording.sentence(error))

    def show_error(self, error: Exception) -> None:
        """Tell a known error in one line; open the report for a bug."""
        if isinstance(error, KnownError):
            self.told.emit(wording.sentence(error))
            return
        _log.error("bug", exc_info=error)
        if self._is_open:
            return
        self._is_open = True
        box = report_dialog(error, self._parent())
        box.exec()
        self._is_open = False


def report(error: Exception) -> str:
    """Return what helps a developer: versions and the traceback's places, no content of meetings."""
    places = "".join(traceback.format_tb(error.__traceback__))
    return (
        f"Insight Desktop {__version__} · Python {platform.python_version()} · Qt {qt_version} · "
        f"{platform.platform()}\n{places}{type(error).__name__}"
    )


def report_dialog(error: Exception, parent: QWidget | None) -> QMessageBox:
    """Return the dialog for a bug, with a button that copies the report."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(QCoreApplication.translate("Errors", "Something in the program went wrong."))
    box.setInformativeText(
        QCoreApplication.translate("Errors", "Your recordings and texts are saved. You can go on working.")
    )
    box.setDetailedText(report(error))
    copy = box.addButton(QCoreApplication.translate("Errors", "Copy report"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QApplication.clipboard().setText(report(error)))
    box.addButton(QMessageBox.StandardButton.Close)
    return box
