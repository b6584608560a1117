"""Buttons answer to the keyboard and to a screen reader as they do to the pointer.

Arrows in a row of choices and assistive technology only toggle a button that stays pressed, which changes its look and
tells nobody; and outside of dialogs Qt does not take Return for a click.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as Base
else:
    Base = object  # Qt's classes cannot be inherited twice


class Toggling(Base):
    """A mix-in: a toggle that neither the program nor a click caused counts as a click; so does Return."""

    _is_ours = False

    def setCheckable(self, checkable: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Begin to listen."""
        super().setCheckable(checkable)
        self.toggled.connect(self._on_toggled)

    def setChecked(self, checked: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Show what holds, without a click."""
        before, self._is_ours = self._is_ours, True
        super().setChecked(checked)
        self._is_ours = before

    def nextCheckState(self) -> None:
        """Change by a click, which is told by itself."""
        before, self._is_ours = self._is_ours, True
        super().nextCheckState()
        self._is_ours = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _on_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - a slot
        group = self.group()
        is_pushed_out = not is_on and group is not None and group.exclusive()
        if not self._is_ours and not is_pushed_out:
            self.clicked[bool].emit(is_on)  # type: ignore[index]
