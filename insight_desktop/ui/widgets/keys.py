"""The card of keys that `?` shows."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from insight_desktop.ui.actions import ACTIONS
from insight_desktop.ui.widgets.basics import label


def keys(held: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the keys and what they do, in the language of the window; `held` are those that the user may change."""
    translate = QCoreApplication.translate
    return (
        *((held[action.id], action.text) for action in ACTIONS if held[action.id]),
        ("Ctrl+1 … 9", translate("Keys", "Go to a page")),
        ("M / P / S", translate("Keys", "While recording: mark, pause, stop")),
        ("M, N / Shift+N", translate("Keys", "In a meeting: mark, next mark / the one before")),
        ("C", translate("Keys", "In a meeting: write a comment at this place")),
        ("T", translate("Keys", "In trends: the numbers of a chart as a table")),
        ("J / K", translate("Keys", "Next / previous")),
        ("Enter", translate("Keys", "Open the meeting")),
        ("1 – 5", translate("Keys", "Won, lost, open strong, open weak, not set")),
        ("Space", translate("Keys", "Play or pause")),
        ("← / →", translate("Keys", "5 seconds back / on")),
        ("E", translate("Keys", "Edit the line")),
        ("Ctrl+Z / Ctrl+Shift+Z", translate("Keys", "Undo / redo")),
        ("Esc", translate("Keys", "Back")),
    )


def show_keys(parent: QWidget, held: Mapping[str, str]) -> QDialog:
    """Open the card."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Keys", "Keys"))
    grid = QGridLayout(dialog)
    grid.setContentsMargins(24, 24, 24, 24)
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(8)
    for line, (key, meaning) in enumerate(keys(held)):
        grid.addWidget(label("strong", key), line, 0)
        grid.addWidget(label("quiet", meaning), line, 1)
    dialog.show()
    return dialog
