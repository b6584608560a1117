"""What an empty page shows: one sentence, and the button that fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from insight_desktop.ui.widgets.basics import Button, IconLabel, column, label, row

_WIDTH = 440


class EmptyState(QWidget):
    """A picture, a heading, a sentence and up to two buttons in the middle of a page.

    Signals:
        asked(): the first button.
        asked_other(): the second.
    """

    asked = Signal()
    asked_other = Signal()

    def __init__(self, icon: str, action_icon: str = "", other_icon: str = "") -> None:
        """Start without words."""
        super().__init__()
        self._heading, self._sentence = label("heading"), label("quiet", wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setFixedWidth(_WIDTH)
        self._action = Button(look="primary", icon=action_icon, ink="on_accent")
        self._other = Button(icon=other_icon)
        self._action.clicked.connect(self.asked)
        self._other.clicked.connect(self.asked_other)
        outer = column(None, gap=12)
        for widget in (IconLabel(icon, "text_3", 32), self._heading, self._sentence):
            outer.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addSpacing(4)
        outer.addLayout(row(None, self._action, self._other, None))
        outer.addStretch(1)
        self.setLayout(outer)

    def say(self, heading: str, sentence: str, action: str = "", other: str = "") -> None:
        """Write the words; a button without words is hidden."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.ensurePolished()
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(_WIDTH))
        for button, text in ((self._action, action), (self._other, other)):
            button.setText(f" {text}")
            button.setHidden(not text)
