"""The keys of the window's actions, each to be changed by pressing new ones."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit, QLabel

from insight_desktop.ui.actions import ACTIONS, keys_of, taken_by
from insight_desktop.ui.settings.rows import Card
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import IconButton, label


class KeysCard(Card):
    """One line an action.

    Signals:
        chosen(str, str): an action's id and its new keys.
        refused(str): why keys were not taken.
    """

    chosen = Signal(str, str)
    refused = Signal(str)

    def __init__(self) -> None:
        """Lay out the lines."""
        super().__init__()
        self._own: tuple[str, ...] = ()
        self._names: dict[str, QLabel] = {}
        self._edits: dict[str, QKeySequenceEdit] = {}
        self._resets: dict[str, IconButton] = {}
        table = View()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 260)
        grid.setColumnStretch(3, 1)
        for line, action in enumerate(ACTIONS):
            name, edit, reset = label("strong"), QKeySequenceEdit(), IconButton("rotate-ccw")
            edit.setMaximumSequenceLength(1)
            edit.setClearButtonEnabled(True)
            edit.setFixedWidth(200)
            edit.editingFinished.connect(lambda name=action.id: self._on_edited(name))
            reset.clicked.connect(lambda _on=False, one=action: self.chosen.emit(one.id, one.keys))
            grid.addWidget(name, line, 0)
            grid.addWidget(edit, line, 1)
            grid.addWidget(reset, line, 2)
            self._names[action.id], self._edits[action.id], self._resets[action.id] = name, edit, reset
        self.add(table)
        self._note = label("small", wraps=True)
        self.add(self._note)
        self.retranslate()

    def show_keys(self, own: tuple[str, ...]) -> None:
        """Show the keys that hold."""
        self._own = own
        held = keys_of(own)
        for action in ACTIONS:
            self._edits[action.id].setKeySequence(QKeySequence(held[action.id]))
            self._resets[action.id].setVisible(held[action.id] != action.keys)

    def _on_edited(self, action_id: str) -> None:
        keys = self._edits[action_id].keySequence().toString()
        if keys == keys_of(self._own)[action_id]:
            return
        other = taken_by(self._own, action_id, keys)
        if other is not None:
            self.show_keys(self._own)
            self.refused.emit(self.tr("{keys} already does: {action}").format(keys=keys, action=other.text))
            return
        self.chosen.emit(action_id, keys)

    def retranslate(self) -> None:
        """Write the texts."""
        if not hasattr(self, "_note"):
            return
        self.heading.setText(self.tr("Keys"))
        for action in ACTIONS:
            self._names[action.id].setText(action.text)
            self._edits[action.id].setAccessibleName(self.tr("Keys for: {action}").format(action=action.text))
            self._resets[action.id].name(self.tr("Back to the keys it came with"))
        self._note.setText(
            self.tr(
                "Click a field and press the new keys. The keys of lists and of the player are on the card of keys."
            )
        )
