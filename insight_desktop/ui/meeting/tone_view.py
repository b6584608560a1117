"""How the mood moved, how the customer reacted, how deep each topic was dug: each one click from its sound."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from insight_desktop.domain.insight import Insight
from insight_desktop.domain.speaker import Role
from insight_desktop.insights.tone import Tone, TopicTone
from insight_desktop.ui import wording
from insight_desktop.ui.meeting.evidence import place_button
from insight_desktop.ui.meeting.tone_chart import Mood, ToneChart
from insight_desktop.ui.transcript.lines import Line
from insight_desktop.ui.view import LateView
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, empty, frame, label, row
from insight_desktop.ui.widgets.wrapping import WrappingRow

_LEANS = 0.15
"""A mean nearer to nought counts as neutral."""
_MOST_PLACES, _MOST_TOPICS = 6, 20


class ToneView(LateView):
    """Three cards.

    Signals:
        play_requested(tuple[int, ...]): play and show these turns.
    """

    play_requested = Signal(object)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._tone: Tone | None = None
        self._is_unfolded = False
        self._insights: Sequence[Insight] = ()
        self._lines: Sequence[Line] = ()
        self._column = column(gap=12)
        self.setLayout(self._column)
        self.hide()

    def show_tone(self, tone: Tone | None, insights: Sequence[Insight], lines: Sequence[Line]) -> None:
        """Show the tone of a meeting, or nothing."""
        if (tone, insights, lines) == (self._tone, self._insights, self._lines):
            return
        self._tone, self._insights, self._lines = tone, insights, lines
        self._is_unfolded = False
        self.setVisible(tone is not None and bool(lines))
        self.fill_once_seen()

    def fill(self) -> None:
        """Lay the cards out."""
        empty(self._column)
        tone = self._tone
        if tone is None or not self._lines:
            return
        self._column.addWidget(self._mood_card(tone))
        self._column.addWidget(self._reaction_card(tone))
        if tone.topics:
            self._column.addWidget(self._topic_card(tone))

    def _mood_card(self, tone: Tone) -> QWidget:
        chart = ToneChart()
        moods = [
            Mood(place, line.start, line.end, line.sentiment, line.text)
            for place, line in enumerate(self._lines)
            if _side(line) is not Role.REP
        ]
        quarters = [(self._mean(value), _tone_of(value)) for value in tone.quarters]
        chart.show_moods(moods, quarters, (self._lines[0].start, max(line.end for line in self._lines)))
        chart.chosen.connect(lambda turn: self.play_requested.emit((turn,)))
        chart.setAccessibleName(
            self.tr("Mood by quarter: {values}").format(values=", ".join(text for text, _tone in quarters))
        )
        hint = self.tr(
            "Each bar is a turn of the customer: up is positive, down negative. Below: the mean of each quarter of the "
            "call, from −1 to +1."
        )
        return self._card(self.tr("The customer's mood"), hint, chart)

    def _reaction_card(self, tone: Tone) -> QWidget:
        hint = self.tr(
            "What the customer says right after you and that is neither neutral nor a mere “yes” or “I see”."
        )
        card = self._card(self.tr("Reactions to what you said"), hint)
        layout = card.layout()
        for text, look, turns in (
            (self.tr("Positive {number}"), "success", tone.positive_reactions),
            (self.tr("Negative {number}"), "dissatisfaction", tone.negative_reactions),
        ):
            badge = Badge(text.format(number=len(turns)), "smile" if look == "success" else "frown", look)
            line = WrappingRow(badge, gap=12)
            for turn in turns[:_MOST_PLACES]:
                self._add_place(line, (turn,))
            layout.addLayout(line)  # type: ignore[union-attr]
        return card

    def _topic_card(self, tone: Tone) -> QWidget:
        hint = self.tr(
            "A round is a question of yours and the customer's answer; what follows the first is digging deeper."
        )
        card = self._card(self.tr("Topics: mood and depth"), hint)
        layout = card.layout()
        by_turns = {topic.turns: topic for topic in tone.topics}
        dug = [(insight, by_turns[insight.turns]) for insight in self._insights if insight.turns in by_turns]
        for insight, topic in dug if self._is_unfolded else dug[:_MOST_TOPICS]:
            layout.addLayout(self._topic(insight, topic))  # type: ignore[union-attr]
        if len(dug) > _MOST_TOPICS and not self._is_unfolded:
            button = Button(self.tr("Show %n more", "", len(dug) - _MOST_TOPICS), look="link")
            button.clicked.connect(self._unfold)
            layout.addWidget(button)  # type: ignore[union-attr]
        return card

    def _unfold(self) -> None:
        self._is_unfolded = True
        self.fill()

    def _topic(self, insight: Insight, topic: TopicTone) -> QVBoxLayout:
        meaning = wording.INSIGHTS[insight.kind]
        head = row(Badge(meaning.text, meaning.icon, meaning.tone), label("", insight.summary, wraps=True), gap=8)
        head.setStretch(1, 1)
        self._add_place(head, insight.turns)
        rounds = self.tr("%n round(s)", "", topic.rounds) if topic.rounds else self.tr("not asked about")
        deeper = self.tr(", %n follow-up(s)", "", topic.follow_ups) if topic.follow_ups else ""
        mood = self.tr("Mood {value}").format(value=self._mean(topic.mood))
        layout = column(gap=0)
        layout.addLayout(head)
        layout.addWidget(label("small", f"{mood}  ·  {rounds}{deeper}", wraps=True))
        return layout

    def _card(self, title: str, hint: str, *inside: QWidget) -> QWidget:
        card = frame("card")
        small = label("small", hint, wraps=True)
        card.setLayout(column(label("strong", title), small, *inside, gap=8, margins=(16, 12, 16, 12)))
        return card

    def _add_place(self, line: QLayout, turns: tuple[int, ...]) -> None:
        place = place_button(self._lines, turns)
        if place is not None:
            place.clicked.connect(lambda: self.play_requested.emit(turns))
            line.addWidget(place)

    def _mean(self, value: float | None) -> str:
        if value is None:
            return self.tr("silent")
        words = {"success": self.tr("positive"), "dissatisfaction": self.tr("negative"), "": self.tr("neutral")}
        number = f"{value:+.2f}".replace("-", "−") if value else "0"
        return f"{words[_tone_of(value)]} {number}"

    def restyle(self) -> None:
        """Paint in the new colours."""
        if hasattr(self, "_column"):
            self.fill_once_seen()

    def retranslate(self) -> None:
        """Write the texts."""
        self.fill_once_seen()


def _side(line: Line) -> Role:
    return line.speaker.role if line.speaker else Role.UNKNOWN


def _tone_of(value: float | None) -> str:
    if value is None or abs(value) < _LEANS:
        return ""
    return "success" if value > 0 else "dissatisfaction"
