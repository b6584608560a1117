"""What can be changed while a recording runs: the devices it comes from, and that everybody agreed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy

from insight_desktop.domain.capture import StreamName
from insight_desktop.ui.recording.values import Offer
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, row

_LONGEST = 26


class RunningTools(View):
    """Two device buttons with menus, and the agreement.

    Signals:
        switched(StreamName, str): take this side from another device.
        looked(): the user opens a menu; the devices may have changed.
        agreed(): everybody agreed to the recording.
    """

    switched = Signal(object, str)
    looked = Signal()
    agreed = Signal()

    def __init__(self) -> None:
        """Show two empty menus."""
        super().__init__()
        self._names: dict[StreamName, str] = {}
        self._offers: dict[StreamName, Sequence[Offer]] = {}
        self._has_consent = False
        self._buttons = {
            StreamName.MIC: Button(icon="mic", look="plain"),
            StreamName.SYSTEM: Button(icon="monitor", look="plain"),
        }
        self._menus: dict[StreamName, QMenu] = {}
        for stream, button in self._buttons.items():
            menu = QMenu(self)
            menu.aboutToShow.connect(self.looked)
            button.setMenu(menu)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._menus[stream] = menu
        self._agree = Button(icon="shield-check", look="plain")
        self._agree.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._agree.clicked.connect(self.agreed)
        self.setLayout(row(*self._buttons.values(), None, self._agree, gap=4))
        self.retranslate()

    def show_names(self, names: Mapping[str, str]) -> None:
        """Show from which devices the sound comes; a side that is not recorded has no button."""
        self._names = {stream: names[stream.value] for stream in StreamName if stream.value in names}
        self.retranslate()

    def rename(self, stream: StreamName, name: str) -> None:
        """Another device gives the sound of a side."""
        self._names[stream] = name
        self.retranslate()

    def offer(self, mics: Sequence[Offer], systems: Sequence[Offer]) -> None:
        """Offer the devices that are there now."""
        self._offers = {StreamName.MIC: mics, StreamName.SYSTEM: systems}
        for stream, menu in self._menus.items():
            menu.clear()
            for each in self._offers[stream]:
                action = menu.addAction(each.name, lambda to=each.id, of=stream: self.switched.emit(of, to))  # type: ignore[misc]
                action.setCheckable(True)
                action.setChecked(each.name == self._names.get(stream))

    def show_consent(self, *, is_noted: bool) -> None:
        """Show whether the agreement is noted."""
        self._has_consent = is_noted
        self._agree.setEnabled(not is_noted)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the texts."""
        hints = {
            StreamName.MIC: self.tr("Change the microphone; the recording goes on"),
            StreamName.SYSTEM: self.tr("Change where the other side comes from; the recording goes on"),
        }
        for stream, button in self._buttons.items():
            name = self._names.get(stream, "")
            short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
            button.setText(f" {short}")
            button.setVisible(bool(name))
            button.setToolTip(f"{name}\n{hints[stream]}")
            button.setAccessibleName(hints[stream])
        self._agree.setText(" " + (self.tr("Agreement noted") if self._has_consent else self.tr("Everybody agrees")))
        self._agree.setToolTip(self.tr("Note that everybody agreed to the recording"))
