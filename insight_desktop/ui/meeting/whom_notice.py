"""Asks with whom a meeting was, where it has no customer and names of customers were spoken."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from insight_desktop.accounts.spoken import MOST, SpokenCustomer
from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, IconLabel, label
from insight_desktop.ui.widgets.link import Link
from insight_desktop.ui.widgets.wrapping import WrappingRow

_LONGEST = 28


class WhomNotice(View):
    """One line above the meeting.

    Signals:
        chosen(str): the customer.
        place_opened(int): the turn in which the name was said.
        dismissed(): none of them.
    """

    chosen = Signal(str)
    place_opened = Signal(int)
    dismissed = Signal()

    def __init__(self) -> None:
        """Ask nothing yet."""
        super().__init__()
        self._found: tuple[SpokenCustomer, ...] = ()
        self.words, self.question = Link(), label("")
        self.words.clicked.connect(self._on_words)
        self.names = [Button(look="chip") for _ in range(MOST)]
        for place, button in enumerate(self.names):
            button.clicked.connect(lambda _on=False, at=place: self.chosen.emit(str(self._found[at].id)))
        self.none = IconButton("x")
        self.none.clicked.connect(self.dismissed)
        self._row = WrappingRow(IconLabel("building-2", "text_3"), self.question, *self.names, self.words, self.none)
        self._row.setContentsMargins(24, 10, 12, 10)
        self.setLayout(self._row)
        self.hide()

    def ask(self, found: Sequence[SpokenCustomer]) -> None:
        """Ask whether it is one of these; nothing where there is none."""
        self._found = tuple(found)
        self.setVisible(bool(self._found))
        self.retranslate()

    def retranslate(self) -> None:
        """Write the texts."""
        if not self._found:
            return
        self.question.setText(self.tr("With whom was this meeting?"))
        self.none.name(self.tr("None of them"))
        for place, button in enumerate(self.names):
            button.setVisible(place < len(self._found))
            if place < len(self._found):
                each = self._found[place]
                button.setText(each.name if len(each.name) <= _LONGEST else each.name[:_LONGEST] + "…")
                button.setAccessibleName(each.name)
                button.setToolTip("\n".join(part for part in (each.name, wording.quoted(each.words)) if part))
        first = self._found[0]
        self.words.setVisible(first.turn is not None)
        self.words.say(wording.quoted(_around(first.words)))

    def _on_words(self) -> None:
        turn = self._found[0].turn if self._found else None
        if turn is not None:
            self.place_opened.emit(turn)


def _around(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
