"""Whether a passphrase protects the data, and the ways to set it, change it, and take it off."""

from PySide6.QtCore import Signal

from insight_desktop.ui.settings.rows import Card
from insight_desktop.ui.widgets.basics import Button, label, row


class ProtectionCard(Card):
    """What holds, in words, and buttons.

    Signals:
        wanted(): protect the data.
        changed(): another passphrase, and with it a new recovery code.
        ended(): take the protection off.
    """

    wanted = Signal()
    changed = Signal()
    ended = Signal()

    def __init__(self) -> None:
        """Lay out the lines."""
        super().__init__()
        self._is_protected = False
        self._state = label("strong", wraps=True)
        self._note = label("small", wraps=True)
        self.protect, self.change, self.end = Button(icon="shield-check"), Button(icon="keyboard"), Button()
        for button, signal in ((self.protect, self.wanted), (self.change, self.changed), (self.end, self.ended)):
            button.clicked.connect(signal)
        self.add(self._state)
        self.add(self._note)
        self._inner.addLayout(row(self.protect, self.change, self.end, None, gap=8))
        self.retranslate()

    def show_protection(self, *, is_protected: bool) -> None:
        """Show what holds."""
        self._is_protected = is_protected
        self.retranslate()

    @property
    def words(self) -> str:
        """What a search finds the card by."""
        return self.tr("protect passphrase password encryption encrypt recovery code").casefold()

    def retranslate(self) -> None:
        """Write the texts."""
        if not hasattr(self, "end"):
            return
        self.heading.setText(self.tr("Passphrase"))
        self.protect.setText(" " + self.tr("Protect with a passphrase…"))
        self.change.setText(" " + self.tr("Change the passphrase…"))
        self.end.setText(self.tr("Take the protection off…"))
        self.protect.setVisible(not self._is_protected)
        self.change.setVisible(self._is_protected)
        self.end.setVisible(self._is_protected)
        if self._is_protected:
            self._state.setText(self.tr("The data on this disk is encrypted."))
            self._note.setText(
                self.tr(
                    "Meetings, texts, sound and backups open only with your passphrase or the recovery code. Exported "
                    "files, the settings and a recording that is still being made are not encrypted."
                )
            )
            return
        self._state.setText(self.tr("The data on this disk is not encrypted."))
        self._note.setText(
            self.tr("Who gets hold of this disk can read it, unless the system itself encrypts the disk.")
        )
