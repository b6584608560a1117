"""The small pieces of every page: labels, lines, cards, buttons with tinted icons."""

import html
import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from insight_desktop.ui import theme
from insight_desktop.ui.widgets.toggling import Toggling

Item = QWidget | int | None
Margins = tuple[int, int, int, int]
_LONG_WORD = re.compile(r"[!-~\u00a1-\u2fff]{18,}")
"""Letters without a space between; Japanese breaks anywhere by itself."""
_MAY_BREAK = "\u200b"
_AROUND_HINT = 52
"""The padding of a field and its button that clears it."""


class _Wrapped(QLabel):
    """Plain text in several lines; a word that is longer than a line, such as an address, goes on in the next one.

    Qt breaks lines between words only, so that one long name would make the whole page wider than the window.
    """

    def __init__(self, text: str) -> None:
        """Show the text."""
        super().__init__()
        self._whole = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        is_plain = self.textFormat() is not Qt.TextFormat.RichText
        broken = _LONG_WORD.sub(lambda word: _MAY_BREAK.join(word[0]), text) if is_plain else text
        super().setText(broken)
        if broken != text:
            self.setAccessibleName(text)

    def text(self) -> str:
        """Return the text as it was given."""
        return self._whole


def label(look: str = "", text: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label of a look of the style sheet."""
    result = _Wrapped(text) if wraps else QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        result.setProperty("look", look)
    if wraps:
        result.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        result.setSizePolicy(policy)
    return result


def hint(field: QLineEdit, text: str) -> None:
    """Write into an empty field what belongs there, and leave room for all of it."""
    field.setPlaceholderText(text)
    field.setAccessibleName(text)
    field.ensurePolished()
    field.setMinimumWidth(field.fontMetrics().horizontalAdvance(text) + _AROUND_HINT)


def paragraph(look: str, text: str) -> QLabel:
    """Return a wrapped label with the line height that Japanese needs; the text is plain."""
    result = label(look, wraps=True)
    result.setTextFormat(Qt.TextFormat.RichText)
    result.setText(f'<p style="line-height:145%; margin:0">{html.escape(text)}</p>')
    return result


def frame(look: str) -> QFrame:
    """Return a frame of a look: card, well, line, column, header, footer."""
    result = QFrame()
    result.setProperty("look", look)
    return result


def row(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Lay widgets side by side; a number is that much space, None takes what is left."""
    layout = QHBoxLayout()
    _fill(layout, items, gap, margins)
    return layout


def column(
    *items: QWidget | int | None, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Lay widgets below each other; a number is that much space, None takes what is left."""
    layout = QVBoxLayout()
    _fill(layout, items, gap, margins)
    return layout


def _fill(
    layout: QHBoxLayout | QVBoxLayout,
    items: tuple[Item, ...],
    gap: int,
    margins: Margins,
) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for place, item in enumerate(items):
        before = items[place - 1] if place else None
        if item is None and isinstance(layout, QHBoxLayout) and isinstance(before, QLabel) and before.wordWrap():
            layout.setStretchFactor(before, 1)  # beside empty space it would wrap in half of the room
        elif item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        else:
            layout.addWidget(item)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout; its widgets are deleted."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


class Button(Toggling, QPushButton):
    """A push button whose icon follows the theme.

    Looks: plain frame, `primary`, `plain`, `chip`, `segment`, `tab`, `nav`, `link`, `record`.
    """

    def __init__(self, text: str = "", *, icon: str = "", look: str = "", ink: str = "text_2") -> None:
        """Make the button; `icon` is a file of `resources/icons`."""
        super().__init__()
        self._icon, self._ink, self._is_named = icon, ink, False
        self.setText(text)
        if look:
            self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(16, 16))
        self._tint()

    def set_icon(self, icon: str, ink: str = "text_2") -> None:
        """Show another icon."""
        self._icon, self._ink = icon, ink
        self._tint()

    def setText(self, text: str) -> None:
        """Write the words; the blank that keeps them off the icon is not read aloud."""
        super().setText(text)
        if not self._is_named:
            super().setAccessibleName(text.strip())

    def setAccessibleName(self, name: str) -> None:
        """Say something else than the words, for good."""
        self._is_named = True
        super().setAccessibleName(name)

    def _tint(self) -> None:
        if self._icon:
            self.setIcon(theme.icon(self._icon, self._ink))

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon again when the theme changes."""
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)


class IconButton(Toggling, QToolButton):
    """A square button with an icon only; its text is its accessible name and tool tip."""

    def __init__(self, icon: str, *, look: str = "icon", ink: str = "text_2", size: int = 16) -> None:
        """Make the button."""
        super().__init__()
        self._icon, self._ink, self._size = icon, ink, size
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(size, size))
        self._tint()

    def name(self, text: str, keys: str = "") -> None:
        """Say what the button does, for the pointer and for screen readers."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {keys}" if keys else text)

    def set_icon(self, icon: str, ink: str = "text_2") -> None:
        """Show another icon."""
        self._icon, self._ink = icon, ink
        self._tint()

    def _tint(self) -> None:
        self.setIcon(theme.icon(self._icon, self._ink, self._size))

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon again when the theme changes."""
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)


class IconLabel(QLabel):
    """An icon that is not a button."""

    def __init__(self, icon: str, ink: str = "text_2", size: int = 16) -> None:
        """Show the icon."""
        super().__init__()
        self._icon, self._ink, self._size = icon, ink, size
        self.setFixedSize(size, size)
        self._tint()

    def set_icon(self, icon: str, ink: str = "text_2") -> None:
        """Show another icon."""
        self._icon, self._ink = icon, ink
        self._tint()

    def _tint(self) -> None:
        self.setPixmap(theme.pixmap(self._icon, self._ink, self._size))

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon again when the theme changes."""
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)
