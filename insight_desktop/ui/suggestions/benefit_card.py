"""What the problem costs the customer today: the amount, how it was counted, and the words that say the numbers."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from insight_desktop.advice import Advice
from insight_desktop.domain.managing import Clip
from insight_desktop.suggestions.benefit import Benefit
from insight_desktop.ui import wording
from insight_desktop.ui.suggestions import benefit_words
from insight_desktop.ui.widgets.basics import IconButton, column, label, paragraph, row


class BenefitCard(QWidget):
    """Lines of the benefit.

    Signals:
        clip_played(Clip): the words that say a number are to be heard.
        place_opened(str): they are to be seen in their meeting.
    """

    clip_played = Signal(object)
    place_opened = Signal(str)

    def __init__(self, advice: Advice) -> None:
        """Lay out the lines."""
        super().__init__()
        self._advice = advice
        note = QCoreApplication.translate(
            "Benefit", "Counted from their own numbers only. How much of it goes away is for them to judge."
        )
        self.setLayout(column(*map(self._benefit, advice.benefits), label("small", note, wraps=True), gap=12))

    def _benefit(self, benefit: Benefit) -> QWidget:
        lines = column(label("title", benefit_words.total(benefit), wraps=True), gap=4)
        told = benefit_words.formula(benefit)
        if told != benefit_words.total(benefit):
            lines.addWidget(label("", told, wraps=True))
        for turn in benefit.turns:
            lines.addWidget(self._quote(turn))
        box = QWidget()
        box.setLayout(lines)
        return box

    def _quote(self, turn: int) -> QWidget:
        advice, translate = self._advice, QCoreApplication.translate
        meeting, words, span = advice.suggestion.meeting_id, advice.words.get(turn, ""), advice.spans.get(turn)
        line = row(gap=4)
        if span is not None and advice.has_sound:
            clip = Clip(meeting_id=meeting, start=span.start, end=span.end, words=words)
            play = IconButton("play")
            play.name(translate("Benefit", "Play"))
            play.clicked.connect(lambda: self.clip_played.emit(clip))
            line.addWidget(play, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(paragraph("small", wording.quoted(words)), 1)
        show = IconButton("file-text")
        show.name(translate("Benefit", "Show in the meeting"))
        show.clicked.connect(lambda: self.place_opened.emit(f"{meeting}#{turn}"))
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        box = QWidget()
        box.setLayout(line)
        return box
