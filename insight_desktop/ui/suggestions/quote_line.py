"""What the customer said, to be heard where there is sound, and to be seen in its meeting."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from insight_desktop.advice import Advice
from insight_desktop.domain.managing import Clip
from insight_desktop.ui import wording
from insight_desktop.ui.widgets.basics import IconButton, paragraph, row


class QuoteLine(QWidget):
    """One turn.

    Signals:
        clip_played(Clip): the words are to be heard.
        place_opened(str): they are to be seen in their meeting.
    """

    clip_played = Signal(object)
    place_opened = Signal(str)

    def __init__(self, advice: Advice, turn: int, *, look: str = "small", most: int = 0) -> None:
        """Show the words; of more than `most` letters only the first, where it is given."""
        super().__init__()
        meeting, words, span = advice.suggestion.meeting_id, advice.words.get(turn, ""), advice.spans.get(turn)
        line = row(gap=4)
        if span is not None and advice.has_sound:
            clip = Clip(meeting_id=meeting, start=span.start, end=span.end, words=words)
            play = IconButton("play")
            play.name(QCoreApplication.translate("Benefit", "Play"))
            play.clicked.connect(lambda: self.clip_played.emit(clip))
            line.addWidget(play, 0, Qt.AlignmentFlag.AlignTop)
        short = words if not most or len(words) <= most else f"{words[:most]}…"
        line.addWidget(paragraph(look, wording.quoted(short)), 1)
        show = IconButton("file-text")
        show.name(QCoreApplication.translate("Benefit", "Show in the meeting"))
        show.clicked.connect(lambda: self.place_opened.emit(f"{meeting}#{turn}"))
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
