"""What sounds while a list of clips plays, with pause, next, stop, and the way to the meeting."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from insight_desktop.ui import wording
from insight_desktop.ui.clips import ClipPlayer, Sounding
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, column, label, row


class ClipBar(View):
    """A line at the foot of a page; hidden in silence.

    Signals:
        opened(str): the place in the meeting of what sounds.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        """Be hidden."""
        super().__init__()
        self._sounding: Sounding | None = None
        self._player: ClipPlayer | None = None
        self._toggle = IconButton("pause", look="round", ink="on_accent")
        self._back, self._next, self._stop = IconButton("arrow-left"), IconButton("chevron-right"), IconButton("x")
        self._count, self._title = label("small"), Button(look="link")
        self._words = label("")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title.clicked.connect(self._on_title)
        text = column(gap=2)
        text.addLayout(row(self._count, self._title, None, gap=8))
        text.addWidget(self._words)
        line = row(self._back, self._toggle, self._next, gap=8, margins=(24, 8, 16, 8))
        line.addLayout(text, 1)
        line.addWidget(self._stop)
        self.setLayout(line)
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()
        self.retranslate()

    def follow(self, player: ClipPlayer) -> None:
        """Show what a player plays, and drive it."""
        self._player = player
        player.changed.connect(self.show_sounding)
        self._toggle.clicked.connect(player.toggle)
        self._back.clicked.connect(lambda: player.skip(-1))
        self._next.clicked.connect(lambda: player.skip(1))
        self._stop.clicked.connect(player.stop)

    def show_sounding(self, sounding: Sounding | None) -> None:
        """Show what sounds now; nothing hides the bar."""
        self._sounding = sounding
        self.setVisible(sounding is not None)
        if sounding is None:
            return
        clip = sounding.clip
        self._count.setText(f"{sounding.number} / {sounding.count}")
        self._title.setText(f"{sounding.title}  {wording.clock(clip.start)}")
        self._words.setText(" ".join(clip.words.split()))
        self._words.setToolTip(clip.words)
        self._toggle.set_icon("play" if sounding.is_paused else "pause", "on_accent")
        self._toggle.name(self.tr("Go on") if sounding.is_paused else self.tr("Pause"))
        self._back.setEnabled(sounding.number > 1)

    def retranslate(self) -> None:
        """Write the texts."""
        self._back.name(self.tr("The one before"))
        self._next.name(self.tr("The next one"))
        self._stop.name(self.tr("Stop playing"))
        self._title.setToolTip(self.tr("Open the meeting at these words"))
        self.show_sounding(self._sounding)

    def _on_title(self) -> None:
        if self._sounding is not None:
            self.opened.emit(f"{self._sounding.clip.meeting_id}@{self._sounding.clip.start:.2f}")
