"""Says that a text ends before its recording does, because somebody stopped it or it failed; one click goes on."""

from PySide6.QtCore import Signal

from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, label, row


class UnfinishedNotice(View):
    """One line above the transcript.

    Signals:
        resumed(): write down the rest.
    """

    resumed = Signal()

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self._done_s = self._total_s = 0.0
        self.text = label("")
        self.button = Button(icon="play")
        self.button.clicked.connect(self.resumed)
        self.setLayout(
            row(IconLabel("circle-pause", "text_3"), self.text, self.button, None, gap=12, margins=(24, 10, 12, 10))
        )
        self.hide()
        self.retranslate()

    def tell(self, done_s: float, total_s: float) -> None:
        """Say how much of the recording is written down."""
        self._done_s, self._total_s = done_s, total_s
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Write the texts."""
        done, total = wording.clock(self._done_s), wording.clock(self._total_s)
        self.text.setText(self.tr("The text is unfinished: {done} of {total}.").format(done=done, total=total))
        self.button.setText(" " + self.tr("Go on from there"))
