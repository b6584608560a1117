"""How the mood moved, how the customer reacted, and how deep each topic was dug.

Own definitions:

- mood: the mean of the customer's turns, negative -1, neutral 0, positive +1, all alike; by quarter of the call (by
  times where all turns have them, else by turns) and by topic (the turns of one insight).
- reaction: a customer's turn that is neither neutral nor a mere backchannel and follows a turn of the rep; Front Agent
  counts reactions per meeting, we tell positive from negative ones.
- depth of a topic: how many rounds of «the rep asks → the customer answers» run on from the first turn of an insight
  without another insight's turn between them; a follow-up is every round after the first (Front Agent's «topic was dug
  into», read as question → answer → follow-up).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.insight import Insight, LabelledTurn, Sentiment
from insight_desktop.domain.speaker import Role
from insight_desktop.insights.questions import questions
from insight_desktop.insights.speech import is_backchannel

QUARTERS = 4
_VALUES = {Sentiment.NEGATIVE: -1.0, Sentiment.NEUTRAL: 0.0, Sentiment.POSITIVE: 1.0}
_REACH = 8
"""A topic is over when the customer has not carried it for so many turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTone:
    """The mood and the depth of one insight."""

    theme: str
    turns: tuple[int, ...]
    mood: float
    rounds: int

    @property
    def follow_ups(self) -> int:
        """Rounds after the first one."""
        return max(0, self.rounds - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """The mood of a whole call."""

    quarters: tuple[float | None, ...]
    """Mean mood of the customer in each quarter; None where the customer says nothing."""
    topics: tuple[TopicTone, ...]
    positive_reactions: tuple[int, ...]
    negative_reactions: tuple[int, ...]


def tone_of(conversation: Conversation, labelled: Sequence[LabelledTurn], insights: Iterable[Insight]) -> Tone:
    """Return how the mood of a call moved."""
    moods = {turn.index: turn.sentiment for turn in labelled}
    said = [turn.index for turn in conversation.turns if turn.role is not Role.REP]
    reactions = [index for index in said if _reacts(conversation, index)]
    found = tuple(insights)
    marked = {index: insight for insight in found for index in insight.turns}
    quarter_of = _quarters(conversation)
    return Tone(
        quarters=tuple(
            _mean(moods, [index for index in said if quarter_of[index] == number]) for number in range(QUARTERS)
        ),
        topics=tuple(
            TopicTone(
                theme=insight.theme,
                turns=insight.turns,
                mood=_mean(moods, insight.turns) or 0.0,
                rounds=_rounds(conversation, insight, marked),
            )
            for insight in found
        ),
        positive_reactions=tuple(i for i in reactions if moods.get(i) is Sentiment.POSITIVE),
        negative_reactions=tuple(i for i in reactions if moods.get(i) is Sentiment.NEGATIVE),
    )


def _mean(moods: dict[int, Sentiment], indexes: Sequence[int]) -> float | None:
    values = [_VALUES[moods.get(index, Sentiment.NEUTRAL)] for index in indexes]
    return round(sum(values) / len(values), 3) if values else None


def _quarters(conversation: Conversation) -> list[int]:
    """Return the quarter of the call that each turn is in."""
    turns = conversation.turns
    spans = [turn.span for turn in turns if turn.span is not None]
    parts = [index / len(turns) for index in range(len(turns))]
    if spans and len(spans) == len(turns):
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        parts = [(span.start - start) / (end - start) if end > start else 0.0 for span in spans]
    return [min(QUARTERS - 1, int(part * QUARTERS)) for part in parts]


def _reacts(conversation: Conversation, index: int) -> bool:
    turn = conversation.turns[index]
    follows_rep = index > 0 and conversation.turns[index - 1].role is Role.REP
    return follows_rep and not is_backchannel(turn.text, conversation.language)


def _rounds(conversation: Conversation, insight: Insight, marked: dict[int, Insight]) -> int:
    """Count the question-and-answer rounds from the topic's first turn until another topic begins or it runs dry."""
    first, last = insight.turns[0], insight.turns[-1]
    turns = conversation.turns
    rounds = 0
    index = max(0, first - 1)
    while index + 1 < len(turns) and index <= last + _REACH:
        answer = turns[index + 1]
        if marked.get(index + 1, insight) is not insight and index + 1 > last:
            break
        asked = turns[index].role is Role.REP and bool(questions(turns[index].text, conversation.language))
        if asked and answer.role is not Role.REP and not is_backchannel(answer.text, conversation.language):
            rounds += 1
        index += 1
    return rounds
