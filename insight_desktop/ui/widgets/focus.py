"""Keeps the place of the keyboard where a part of a page is built anew.

What was focused is gone then, and Qt gives the focus to whatever comes next: who switches a signal off with the space
bar would stand in another card.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


@contextmanager
def focus_kept(root: QWidget) -> Iterator[None]:
    """Give the focus back, once it is built, to what stands for the focused widget: of its name, else at its place."""
    focused = QApplication.focusWidget()
    if focused is None or focused is root or not root.isAncestorOf(focused):
        yield
        return
    kind, name = type(focused), _name(focused)
    before = _of_kind(root, kind)
    place = before.index(focused) if focused in before else 0
    yield

    def give_back() -> None:
        found = _of_kind(root, kind)
        known = next((each for each in found if _name(each) == name), None)
        if known is None and found:  # it is gone, as a promise that was kept: the next one
            known = found[min(place, len(found) - 1)]
        if known is not None:
            known.setFocus()

    QTimer.singleShot(0, root, give_back)  # widgets that were just made cannot have it before they are shown


def _of_kind(root: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Return the widgets of a kind that are shown, in the order in which they were made."""
    return [each for each in root.findChildren(kind) if type(each) is kind and each.isVisibleTo(root)]


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text
