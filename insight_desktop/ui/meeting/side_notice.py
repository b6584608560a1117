"""Asks who of those that wrote in a chat is on the user's side, where neither names nor words leave it beyond doubt."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from insight_desktop.domain.speaker import Role, Speaker
from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, label
from insight_desktop.ui.widgets.wrapping import WrappingRow

_MOST = 4
"""So many others are offered; a speaker's menu in the transcript has all."""


class SideNotice(View):
    """One line above the meeting.

    Signals:
        confirmed(str): the label that is taken for ours is right.
        swapped(str, str): the first label is theirs, and the second one ours.
    """

    confirmed = Signal(str)
    swapped = Signal(str, str)

    def __init__(self) -> None:
        """Ask nothing yet."""
        super().__init__()
        self._ours: Speaker | None = None
        self._others: tuple[Speaker, ...] = ()
        self.question, self.right = label(""), Button()
        self.right.clicked.connect(self._on_right)
        self.others = [Button(look="chip") for _ in range(_MOST)]
        for place, button in enumerate(self.others):
            button.clicked.connect(lambda _on=False, at=place: self._on_other(at))
        self._row = WrappingRow(IconLabel("users", "text_3"), self.question, self.right, *self.others)
        self._row.setContentsMargins(24, 10, 12, 10)
        self.setLayout(self._row)
        self.hide()

    def ask(self, speakers: Sequence[Speaker]) -> None:
        """Ask who of them is ours; nothing where nobody is taken for it, or nobody else is there."""
        self._ours = next((each for each in speakers if each.role is Role.REP), None)
        self._others = tuple(each for each in speakers if each.role is not Role.REP)[:_MOST]
        self.setVisible(self._ours is not None and bool(self._others))
        self.retranslate()

    def retranslate(self) -> None:
        """Write the texts."""
        if self._ours is None:
            return
        name = wording.speaker_name(self._ours)
        self.question.setText(self.tr("Taken for your side: {name}. Is that right?").format(name=name))
        self.right.setText(self.tr("Yes"))
        for place, button in enumerate(self.others):
            button.setVisible(place < len(self._others))
            if place < len(self._others):
                other = wording.speaker_name(self._others[place]).replace("&", "&&")
                button.setText(self.tr("No, {name}").format(name=other))
                button.setToolTip(self.tr("The sides are exchanged and the meeting is read anew."))

    def _on_right(self) -> None:
        if self._ours is not None:
            self.confirmed.emit(str(self._ours.label))

    def _on_other(self, place: int) -> None:
        if self._ours is not None:
            self.swapped.emit(str(self._ours.label), str(self._others[place].label))
