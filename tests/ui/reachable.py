"""What a person without a pointer, without sight or with a larger size has of a window: measured, not judged."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

_MOST_STOPS = 400
_LAYERED = (QStackedWidget,)


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name).strip() if found is not None else ""


def controls(window: QWidget) -> list[QWidget]:
    """Return what can be operated: whatever takes the focus, and every button."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and (_takes_focus(widget) or isinstance(widget, QAbstractButton))
    ]


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not _is_part(widget)


def _is_part(widget: QWidget) -> bool:
    """Tell whether a widget is the inside of another one, which speaks for it."""
    return widget.focusProxy() is not None or widget.objectName() in ("qt_spinbox_lineedit", "qt_scrollarea_viewport")


def described(widget: QWidget) -> str:
    """Say which widget it is, for the report of a failure."""
    holder = widget.parentWidget()
    parents = []
    while holder is not None and len(parents) < 3:
        parents.append(type(holder).__name__)
        holder = holder.parentWidget()
    text = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {text!r} in {' < '.join(parents)}"


def unnamed(window: QWidget) -> list[str]:
    """Return the controls that a screen reader cannot name."""
    return [described(widget) for widget in controls(window) if widget.isEnabled() and not name_of(widget)]


def stops(window: QWidget) -> list[QWidget]:
    """Press Tab until the focus comes back, and return where it stood."""
    found: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)  # type: ignore[call-overload]
        widget = QApplication.focusWidget()
        if widget is None or widget in found[:-1]:
            return found
        if found and widget is found[-1]:
            continue  # the next link of a text
        found.append(widget)
    return found


def unreached(window: QWidget) -> list[str]:
    """Return the controls that the keyboard does not come to."""
    reached = set(stops(window))
    return [
        described(widget)
        for widget in controls(window)
        if widget.isEnabled()
        and widget not in reached
        and _takes_focus(widget)
        and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    ]


def beyond_keys(window: QWidget) -> list[str]:
    """Return the buttons that only a pointer can press."""
    return [
        described(widget)
        for widget in controls(window)
        if widget.isEnabled() and widget.focusPolicy() is Qt.FocusPolicy.NoFocus
    ]


def without_visible_focus(window: QWidget) -> list[str]:
    """Return the controls that look the same with and without the focus; the window is the active one."""
    found = []
    for widget in controls(window):
        if not (widget.isEnabled() and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value):
            continue
        window.setFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        after = widget.grab().toImage()
        if before == after:
            found.append(described(widget))
    return found


def cut(window: QWidget) -> list[str]:
    """Return the texts that do not fit where they stand, and what is wider than the room it scrolls in."""
    found = [f"{text!r}: {described(widget)}" for widget, text in _cut(window)]
    return found + [f"wider than its room: {described(area.widget())}" for area in _too_wide(window)]


def misplaced(window: QWidget) -> list[str]:
    """Return what is cut and what lies over its neighbour."""
    return cut(window) + overlapping(window)


def overlapping(window: QWidget) -> list[str]:
    """Return the controls and labels that lie over their neighbour in one layout."""
    found = []
    for parent in (window, *window.findChildren(QWidget)):
        if isinstance(parent, _LAYERED) or not parent.isVisible():
            continue
        children = [
            child
            for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if child.isVisible() and isinstance(child, (QLabel, QAbstractButton, QComboBox, QLineEdit, QWidget))
        ]
        placed = [child for child in children if parent.layout() and parent.layout().indexOf(child) >= 0]
        for place, one in enumerate(placed):
            found += [
                f"{described(one)} and {described(other)}"
                for other in placed[place + 1 :]
                if one.geometry().adjusted(1, 1, -1, -1).intersects(other.geometry().adjusted(1, 1, -1, -1))
            ]
    return found


def _too_wide(window: QWidget) -> list[QScrollArea]:
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    return [area for area in areas if area.horizontalScrollBar().maximum() > 0]


def _is_cut_off(widget: QWidget) -> bool:
    """Tell whether something around a widget leaves no room for all of its width; scrolling down is no cut."""
    left = right = 0
    holder, inner = widget.parentWidget(), widget
    left, right = widget.x(), widget.x() + widget.width()
    while holder is not None and not inner.isWindow():
        if left < -1 or right > holder.width() + 1:
            return True
        left, right, inner, holder = left + holder.x(), right + holder.x(), holder, holder.parentWidget()
    return False


def _cut(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        for kind, check in _CHECKS:
            if isinstance(widget, kind):
                yield from ((widget, text) for text in check(widget))
                if _is_cut_off(widget):
                    yield widget, name_of(widget)
                break


def _label(label: QLabel) -> list[str]:
    if not label.text() or label.textFormat() is Qt.TextFormat.RichText:
        return []
    if label.wordWrap():
        too_small = label.height() + 2 < label.heightForWidth(label.width())
    else:
        wide = label.fontMetrics().horizontalAdvance(label.text()) > label.width() + 1
        too_small = wide or label.height() + 2 < label.sizeHint().height()
    return [label.text()] if too_small and label.toolTip() != label.text() else []


def _button(button: QAbstractButton) -> list[str]:
    is_small = button.width() < button.sizeHint().width() - 1 or button.height() < button.fontMetrics().height()
    says_itself = bool(button.toolTip()) and button.accessibleName() in button.toolTip()
    return [button.text()] if button.text() and is_small and not says_itself else []


def _box(box: QComboBox) -> list[str]:
    if box.toolTip() == box.currentText():
        return []
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    return [box.currentText()] if needed > room.width() + 1 else []


def _line(line: QLineEdit) -> list[str]:
    if line.text() or not line.placeholderText():
        return []
    needed = line.fontMetrics().horizontalAdvance(line.placeholderText())
    return [line.placeholderText()] if needed > line.width() - 2 and line.placeholderText() != line.toolTip() else []


def _tabs(bar: QTabBar) -> list[str]:
    return [
        bar.tabText(place)
        for place in range(bar.count())
        if bar.fontMetrics().horizontalAdvance(bar.tabText(place)) > bar.tabRect(place).width()
    ]


_CHECKS: tuple[tuple[type | tuple[type, ...], Callable[..., list[str]]], ...] = (
    (QLabel, _label),
    ((QCheckBox, QRadioButton), _button),
    (QAbstractButton, _button),
    (QComboBox, _box),
    (QLineEdit, _line),
    (QTabBar, _tabs),
)
