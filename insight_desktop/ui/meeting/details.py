"""When and how a meeting was held, to be corrected in a small window below the facts."""

import datetime as dt

from PySide6.QtCore import QDateTime, QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QFrame, QWidget

from insight_desktop.domain.meeting import Channel, Meeting
from insight_desktop.ui import wording
from insight_desktop.ui.widgets.basics import Button, column, label
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow

_WIDTH = 320


class DetailsPopup(QFrame):
    """Pops up, and stores with one button.

    Signals:
        accepted(datetime, Channel | None, bool): what the user says; last, whether the sound is kept for good.
    """

    accepted = Signal(object, object, bool)

    def __init__(self, parent: QWidget, meeting: Meeting) -> None:
        """Show what is known."""
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "card")
        self._old, self._channel = meeting.started_at, meeting.channel
        self.when = QDateTimeEdit()
        self.when.setCalendarPopup(True)
        self.when.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.when.setDateTime(QDateTime.fromSecsSinceEpoch(int(meeting.started_at.timestamp())))
        self.when.setAccessibleName(self.tr("Held on"))
        self._shown = self.when.dateTime()
        self.channels = ChoiceRow("segment")
        self.channels.offer([Choice(each.value, wording.CHANNELS[each].text) for each in Channel])
        self.channels.choose(meeting.channel.value if meeting.channel else "")
        self.channels.chosen.connect(self._on_channel)
        self.keep = QCheckBox(self.tr("Keep the sound"))
        self.keep.setChecked(meeting.is_protected)
        self.save = Button(self.tr("Save"), look="primary")
        self.save.clicked.connect(self._on_save)
        when, how = label("caption", self.tr("Held on")), label("caption", self.tr("Held as"))
        around = (16, 12, 16, 16)
        parts = (when, self.when, 4, how, self.channels, 8, self.keep, 8, self.save)
        self.setLayout(column(*parts, gap=4, margins=around))
        self.setFixedWidth(_WIDTH)

    def pop_up(self, at: QPoint) -> None:
        """Open with the upper left corner at a place of the screen."""
        self.move(at)
        self.show()
        self.when.setFocus()

    def _on_channel(self, key: str) -> None:
        self.channels.choose(key)
        self._channel = Channel(key)

    def _on_save(self) -> None:
        chosen = self.when.dateTime()
        is_same = chosen == self._shown
        at = self._old if is_same else dt.datetime.fromtimestamp(chosen.toSecsSinceEpoch(), dt.UTC)
        self.accepted.emit(at, self._channel, self.keep.isChecked())
        self.close()
