"""What an empty page shows: one sentence, and the button that fills it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from insight_desktop.ui.widgets.basics import Button, IconLabel, column, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow

_WIDTH = 440


class EmptyState(QWidget):
    """A picture, a heading, a sentence, and buttons to begin with in the middle of a page.

    Signals:
        asked(): the first button.
        asked_other(): the second.
        tried(str): one of the words to try.
    """

    asked = Signal()
    asked_other = Signal()
    tried = Signal(str)

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
        self._words = ChoiceRow("chip", gap=8, may_be_none=True)
        self._words.chosen.connect(self._on_tried)
        self._words.hide()
        outer.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
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

    def offer(self, words: Sequence[str]) -> None:
        """Offer words to try."""
        self._words.offer([Choice(word, word, "search") for word in words])
        self._words.show()

    def _on_tried(self, word: str) -> None:
        self._words.choose("")
        self.tried.emit(word)
