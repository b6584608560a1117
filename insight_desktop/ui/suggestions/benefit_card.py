"""What the problem costs the customer today: the amount, how it was counted, and the words that say the numbers."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from insight_desktop.advice import Advice
from insight_desktop.suggestions.benefit import Benefit
from insight_desktop.ui.suggestions import benefit_words
from insight_desktop.ui.suggestions.quote_line import QuoteLine
from insight_desktop.ui.widgets.basics import column, label


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
        line = QuoteLine(self._advice, turn)
        line.clip_played.connect(self.clip_played)
        line.place_opened.connect(self.place_opened)
        return line
