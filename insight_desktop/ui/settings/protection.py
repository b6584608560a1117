"""Sets the passphrase of the workspace, changes it, and takes it off."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog

from insight_desktop.domain.errors import KnownError
from insight_desktop.store import keyring, protecting
from insight_desktop.store.keyring import NewKeys
from insight_desktop.ui import wording
from insight_desktop.ui.pages import Context
from insight_desktop.ui.protection.asking import ask
from insight_desktop.ui.protection.code_dialog import CodeDialog
from insight_desktop.ui.protection.passphrase_dialog import PassphraseDialog
from insight_desktop.ui.protection.progress import ProtectionProgress
from insight_desktop.ui.settings.protection_card import ProtectionCard

Dialog = TypeVar("Dialog", bound=QDialog)


class ProtectionPresenter(QObject):
    """Serves the card."""

    _advanced = Signal(int, int)

    def __init__(self, context: Context, card: ProtectionCard) -> None:
        """Connect the card."""
        super().__init__(card)
        self._context, self._card = context, card
        self._progress: ProtectionProgress | None = None
        card.wanted.connect(self.protect)
        card.changed.connect(self.change)
        card.ended.connect(self.end)
        self._advanced.connect(self._on_advanced)

    @property
    def _folder(self) -> Path:
        return self._context.workspace.path

    def refresh(self) -> None:
        """Show what holds."""
        self._card.show_protection(is_protected=keyring.is_protected(self._folder))

    def protect(self) -> PassphraseDialog:
        """Explain, ask for a passphrase, show the recovery code, encrypt, and start again."""
        dialog = PassphraseDialog(self._card.window())

        def made(keys: NewKeys) -> None:
            dialog.accept()
            self._show_code(keys)

        dialog.chosen.connect(
            lambda _old, new: self._context.operations.work(
                lambda: keyring.make(new), then=made, failed=lambda error: self._on_refused(dialog, error)
            )
        )
        return _opened(dialog)

    def _show_code(self, keys: NewKeys) -> None:
        dialog = CodeDialog(self._card.window(), keys.code)
        dialog.accepted.connect(lambda: self.encrypt(keys))
        _opened(dialog)

    def encrypt(self, keys: NewKeys) -> None:
        """Close the workspace, encrypt it, and start again."""
        self._show_progress(encrypts=True)
        self._context.frame.replace_workspace(
            lambda folder: protecting.protect(folder, keys, advanced=self._advanced.emit)
        )

    def change(self) -> PassphraseDialog:
        """Ask for the old passphrase and a new one; show the new recovery code."""
        dialog = PassphraseDialog(self._card.window(), changes=True)
        folder = self._folder

        def changed(code: str) -> None:
            dialog.accept()
            shown = CodeDialog(self._card.window(), code)
            shown.needs_no_consent()
            _opened(shown)

        dialog.chosen.connect(
            lambda old, new: self._context.operations.work(
                lambda: keyring.change(folder, old, new),
                then=changed,
                failed=lambda error: self._on_refused(dialog, error),
            )
        )
        return _opened(dialog)

    def end(self) -> QDialog:
        """Ask for the passphrase, decrypt, and start again."""
        folder = self._folder
        explanation = QCoreApplication.translate(
            "Protection", "All data is decrypted on this disk, and the program starts without asking."
        )
        return ask(
            self._card.window(),
            self._context.operations,
            explanation,
            lambda secret: keyring.unlock(folder, secret),
            then=self.decrypt,
        )

    def decrypt(self) -> None:
        """Close the workspace, decrypt it, and start again."""
        self._show_progress(encrypts=False)
        self._context.frame.replace_workspace(lambda folder: protecting.unprotect(folder, advanced=self._advanced.emit))

    def _show_progress(self, *, encrypts: bool) -> None:
        self._progress = ProtectionProgress(self._card.window(), encrypts=encrypts)
        self._progress.show()

    def _on_advanced(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress.advance(done, total)

    @staticmethod
    def _on_refused(dialog: PassphraseDialog, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        dialog.show_wrong(wording.sentence(error))


def _opened(dialog: Dialog) -> Dialog:
    dialog.finished.connect(lambda _code: dialog.deleteLater())
    dialog.open()
    return dialog
