"""Moves, backs up and restores the workspace, and says how large it is."""

import datetime as dt
import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from insight_desktop import paths
from insight_desktop.store import archive, keyring
from insight_desktop.store.keyring import KeyFile
from insight_desktop.ui.pages import Context
from insight_desktop.ui.protection.asking import ask
from insight_desktop.ui.settings.storage_card import Storage, StorageCard


class StoragePresenter(QObject):
    """Serves the card."""

    def __init__(self, context: Context, card: StorageCard) -> None:
        """Connect the card."""
        super().__init__(card)
        self._context, self._card = context, card
        card.saved.connect(self._on_save)
        card.restored.connect(self._on_restore)
        card.moved.connect(self._on_move)

    def refresh(self) -> None:
        """Read the sizes beside the window."""
        workspace, privacy = self._context.workspace, self._context.preferences.settings.privacy

        def read() -> Storage:
            expired = workspace.retention.expired(
                dt.datetime.now(dt.UTC), audio_days=privacy.keep_audio_days, trash_days=privacy.keep_trash_days
            )
            return Storage(
                folder=str(workspace.path),
                bytes_used=archive.size_of(workspace.path),
                free_bytes=shutil.disk_usage(workspace.path).free,
                expired_sounds=len(expired.sounds),
            )

        self._context.operations.read(read, then=self._card.show_storage, key="storage")

    def _on_save(self) -> None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = archive.default_name(dt.datetime.now().astimezone())
        chosen, _ = QFileDialog.getSaveFileName(
            self._card,
            QCoreApplication.translate("Storage", "Back up all meetings"),
            str(Path(home) / name),
            "ZIP (*.zip)",
        )
        if chosen:
            self.save(Path(chosen))

    def save(self, target: Path) -> None:
        """Write a backup."""
        workspace = self._context.workspace.path
        self._context.frame.say(QCoreApplication.translate("Storage", "The backup is being written…"))
        self._context.operations.work(
            lambda: archive.save(workspace, target),
            then=lambda path: self._context.frame.say(
                QCoreApplication.translate("Storage", "Backed up to “{path}”.").format(path=path)
            ),
        )

    def _on_restore(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._card, QCoreApplication.translate("Storage", "Restore a backup"), "", "ZIP (*.zip)"
        )
        if chosen:
            self.restore(Path(chosen))

    def restore(self, source: Path) -> None:
        """Close the workspace, put the backup in its place, and start again; a protected one asks before."""
        self._context.operations.work(lambda: archive.keys_of(source), then=lambda keys: self._restore(source, keys))

    def _restore(self, source: Path, keys: KeyFile | None) -> None:
        def replace() -> None:
            self._context.frame.replace_workspace(lambda workspace: archive.load(source, workspace))

        if keys is None:
            replace()
            return
        ask(
            self._card.window(),
            self._context.operations,
            QCoreApplication.translate("Storage", "This backup is encrypted with the passphrase of its time."),
            lambda secret: keyring.unlock_file(keys, secret),
            then=replace,
        )

    def _on_move(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self._card, QCoreApplication.translate("Storage", "Where shall the data lie?")
        )
        if chosen:
            self.move(Path(chosen))

    def move(self, folder: Path) -> None:
        """Close the workspace, copy it there, and start again with it; the old folder stays."""
        target = folder / "InsightDesktop" if folder.exists() and any(folder.iterdir()) else folder

        def change(workspace: Path) -> None:
            paths.move_default_workspace(archive.copy(workspace, target))

        self._context.frame.replace_workspace(change)
