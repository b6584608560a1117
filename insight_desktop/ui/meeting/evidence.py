"""A quote with its place: one click plays the words and shows them in the text."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from insight_desktop.ui import wording
from insight_desktop.ui.transcript.lines import Line
from insight_desktop.ui.widgets.basics import Button, column, paragraph


def place_button(lines: Sequence[Line], turns: Sequence[int]) -> Button | None:
    """Return the button that plays, or shows, the first of some turns; None when they are not there."""
    found = [lines[turn] for turn in turns if 0 <= turn < len(lines)]
    if not found:
        return None
    if not found[0].has_sound:
        button = Button(icon="quote", look="link", ink="customer")
        told = QCoreApplication.translate("Evidence", "Show the words: {words}").format(words=found[0].text)
        button.setAccessibleName(told)
        return button
    button = Button(wording.clock(found[0].start), icon="play", look="link", ink="customer")
    button.setAccessibleName(f"▶ {wording.clock(found[0].start)} {found[0].text}")
    return button


class Quote(QWidget):
    """The words of one turn.

    Signals:
        clicked(): play and show them.
    """

    clicked = Signal()

    def __init__(self, line: Line) -> None:
        """Show the words in quotation marks."""
        super().__init__()
        japanese = wording.language() == "ja"
        marks = ("「", "」") if japanese else ("“", "”")
        self._words = paragraph("quiet", f"{marks[0]}{line.text}{marks[1]}")
        self.setLayout(column(self._words, gap=0, margins=(12, 0, 0, 0)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the sound."""
        del event
        self.clicked.emit()
