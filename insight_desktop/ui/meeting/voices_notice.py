"""Asks how many people spoke where the sound left it open; one click tells them apart anew."""

from PySide6.QtCore import Signal

from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, label
from insight_desktop.ui.widgets.wrapping import WrappingRow

MOST_ASKED, MOST_PEOPLE = 4, 8
"""How many people the line offers, and how many the menu of a speaker does."""


class VoicesNotice(View):
    """One line above the transcript.

    Signals:
        confirmed(): the number is right.
        people_told(int): so many people spoke.
    """

    confirmed = Signal()
    people_told = Signal(int)

    def __init__(self) -> None:
        """Ask nothing yet."""
        super().__init__()
        self._voices = 0
        self.question = label("")
        self.right = Button()
        self.right.clicked.connect(self.confirmed)
        self.others = [Button(look="chip") for _ in range(MOST_ASKED)]
        for count, button in enumerate(self.others, 1):
            button.clicked.connect(lambda _on=False, told=count: self.people_told.emit(told))
        self._row = WrappingRow(IconLabel("users", "text_3"), self.question, self.right, *self.others)
        self._row.setContentsMargins(24, 10, 12, 10)
        self.setLayout(self._row)
        self.hide()
        self.retranslate()

    def ask(self, voices: int, *, is_sure: bool) -> None:
        """Ask whether so many voices are right; nothing where that is beyond doubt, or where there are none."""
        self._voices = voices
        self.setVisible(voices > 0 and not is_sure)
        for count, button in enumerate(self.others, 1):
            button.setVisible(count != voices)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the texts."""
        self.question.setText(
            self.tr("Only one voice was heard. Is that right?")
            if self._voices == 1
            else self.tr("{count} voices were told apart. Is that right?").format(count=self._voices)
        )
        self.right.setText(self.tr("Yes"))
        for count, button in enumerate(self.others, 1):
            button.setText(self.people(count))
            button.setToolTip(self.tr("Tell them apart anew; the text stays."))

    def people(self, count: int) -> str:
        """Return a number of people in words."""
        return self.tr("1 person") if count == 1 else self.tr("{count} people").format(count=count)
