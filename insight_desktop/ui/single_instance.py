"""One window for a workspace: a second start brings the first to the front and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500


class SingleInstance(QObject):
    """Holds the workspace's name in this session of the user.

    Signals:
        called(): the program was started once more.
    """

    called = Signal()

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        """Prepare; nothing is held yet."""
        super().__init__(parent)
        digest = hashlib.sha256(str(workspace.resolve()).encode()).hexdigest()[:16]
        self._name = f"insight-desktop-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_called)

    def is_first(self) -> bool:
        """Hold the name, or call the window that holds it."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_WAIT_MS):
            socket.disconnectFromServer()
            return False
        # Nobody answers: what a crash left behind is in the way.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Let the name go."""
        self._server.close()

    def _on_called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.deleteLater()
        self.called.emit()
