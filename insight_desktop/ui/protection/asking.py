"""Asks for a passphrase without holding up the window, as trying one takes a moment on purpose."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from insight_desktop.domain.errors import KnownError
from insight_desktop.ui import wording
from insight_desktop.ui.operations import Operations
from insight_desktop.ui.protection.unlock_dialog import UnlockDialog


def ask(
    parent: QWidget,
    operations: Operations,
    explanation: str,
    unlock: Callable[[str], object],
    *,
    then: Callable[[], None],
    given_up: Callable[[], object] = lambda: None,
) -> UnlockDialog:
    """Show the dialog; `unlock` tries in the background what the user types, until it raises nothing."""
    dialog = UnlockDialog(parent, explanation)

    def failed(error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        dialog.show_wrong(wording.sentence(error))

    def opened(_value: object) -> None:
        dialog.accept()
        then()

    dialog.tried.connect(lambda secret: operations.read(lambda: unlock(secret), then=opened, failed=failed))
    dialog.rejected.connect(given_up)
    dialog.finished.connect(lambda _code: dialog.deleteLater())
    dialog.open()
    dialog.field.setFocus()
    return dialog
