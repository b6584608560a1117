"""Labels turns with the trained model: its scores made probabilities, thresholds, and the words that carry a label."""

import re
from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.insight import LabelledTurn, ObjectionKind, Sentiment, Signal, SignalScore, VendorMark
from insight_desktop.domain.speaker import Role
from insight_desktop.insights.calibration import Calibration
from insight_desktop.insights.clauses import clauses
from insight_desktop.insights.consistency import hints
from insight_desktop.insights.rescoring import FirstScores, Rescoring
from insight_desktop.insights.signals import RuleSignaller
from insight_desktop.nlp.signals_model import RESCORING_FILE, SpokenTurn
from insight_desktop.nlp.turn_reader import ReadTurns, TurnReader

_SENTIMENTS = (Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE)
_OBJECTIONS = tuple(ObjectionKind)
_OF_ALL = frozenset({Signal.NEXT_STEP})
"""Labels that turns of the rep carry too."""
_STRONGEST_TOKENS = 3
_LEAST_VENDOR, _LIKELY_VENDOR = -1.0, 0.0
"""Logits from which on a token may belong to a vendor's name, and from which on one of its tokens must be."""
_LATIN, _KATAKANA = re.compile(r"[A-Za-z0-9'’&À-ÿŵŷ-]"), re.compile(r"[ァ-ヶー・]")


class Reader(Protocol):
    """What scores turns; the trained network, or a fake in tests."""

    def read(
        self,
        turns: list[SpokenTurn],
        products: str = "",
        *,
        advanced: Callable[[float], None] = lambda _share: None,
    ) -> ReadTurns:
        """Score all turns; `advanced` is told the part that is read, 0 to 1."""
        ...


class TrainedSignaller:
    """The shipped model; loads its weights at the first use and keeps them.

    Args:
        reader: what scores the turns; None takes the shipped network.
        calibration: None takes the one beside the shipped network, and its second look.
        rescoring: the second look at each turn; None: the first scores stand.

    """

    def __init__(
        self,
        reader: Reader | None = None,
        calibration: Calibration | None = None,
        rescoring: Rescoring | None = None,
    ) -> None:
        """Keep the parts."""
        if reader is None or calibration is None:
            shipped = TurnReader()
            reader = reader or shipped
            if calibration is None:
                text = (shipped.folder / "signals.json").read_text(encoding="utf-8")
                calibration, rescoring = Calibration.from_text(text), Rescoring.load(shipped.folder / RESCORING_FILE)
        self._reader, self._calibration, self._rescoring = reader, calibration, rescoring

    @property
    def version(self) -> str:
        """Name and version of the model, kept with every analysis."""
        return self._calibration.version

    def label(
        self, conversation: Conversation, *, advanced: Callable[[float], None] = lambda _share: None
    ) -> tuple[LabelledTurn, ...]:
        """Return one labelled turn for each turn, in order; `advanced` is told the part that is read, 0 to 1."""
        if not conversation.turns:
            return ()
        products = ";".join(conversation.customer.current_products)
        scores = self._reader.read([_spoken(turn) for turn in conversation.turns], products, advanced=advanced)
        moods = self._calibration.moods(scores.sentiment, scores.ngrams[:, len(self._calibration.labels) :])
        customers = np.array([turn.role is not Role.REP for turn in conversation.turns])
        probabilities = self._probabilities(conversation, scores, moods, customers)
        given = np.stack(
            [
                each.given(probabilities[:, n], np.ones_like(customers) if each.signal in _OF_ALL else customers)
                for n, each in enumerate(self._calibration.labels)
            ],
            axis=1,
        )
        moods = np.exp(moods - moods.max(1, keepdims=True))
        moods /= moods.sum(1, keepdims=True)
        return tuple(
            self._labelled(turn, n, probabilities[n], given[n], moods[n], scores, conversation.language)
            for n, turn in enumerate(conversation.turns)
        )

    def _probabilities(
        self,
        conversation: Conversation,
        scores: ReadTurns,
        moods: NDArray[np.float64],
        customers: NDArray[np.bool_],
    ) -> NDArray[np.float64]:
        """Return turns × labels: what the readers and plain wordings say, weighed anew beside the whole call."""
        labels, hinted = self._calibration.labels, hints(conversation)
        first = np.stack(
            [
                each.probability(
                    scores.labels[:, n], scores.ngrams[:, n], np.array([each.signal in turn for turn in hinted])
                )
                for n, each in enumerate(labels)
            ],
            axis=1,
        )
        if self._rescoring is None:
            return first
        logits = np.hstack([scores.labels, scores.ngrams[:, : len(labels)]])
        promise = next(n for n, each in enumerate(labels) if each.signal in _OF_ALL)
        return self._rescoring(
            FirstScores(probabilities=first, logits=logits, moods=moods, customers=customers, promise=promise)
        )

    def _labelled(
        self,
        turn: Turn,
        row: int,
        probabilities: NDArray[np.float64],
        given: NDArray[np.bool_],
        moods: NDArray[np.float64],
        scores: ReadTurns,
        language: str,
    ) -> LabelledTurn:
        found: list[SignalScore] = []
        near: list[SignalScore] = []
        for column, each in enumerate(self._calibration.labels):
            if not given[column] and probabilities[column] < each.leaning:
                continue
            if turn.role is Role.REP and each.signal not in _OF_ALL:
                continue
            start, end = carrying_words(turn.text, language, scores.focus[row], scores.offsets[row], column)
            score = SignalScore(signal=each.signal, confidence=float(probabilities[column]), start=start, end=end)
            (found if given[column] else near).append(score)
        mood = int(moods.argmax())
        objects = any(score.signal is Signal.OBJECTION for score in found)
        kinds = scores.objections[row] if objects and scores.objections is not None else None
        return LabelledTurn(
            index=turn.index,
            labels=tuple(found),
            leanings=tuple(near),
            vendors=vendor_marks(turn.text, scores.rivals[row], scores.offsets[row]) if scores.rivals else (),
            sentiment=_SENTIMENTS[mood],
            sentiment_confidence=float(moods[mood]),
            objection=None if kinds is None else _OBJECTIONS[int(kinds.argmax())],
        )


def carrying_words(
    text: str,
    language: str,
    focus: NDArray[np.float64],
    offsets: tuple[tuple[int, int], ...],
    column: int,
) -> tuple[int, int]:
    """Return the characters of the clause whose words speak most for a label."""
    parts = clauses(text, language)
    if len(parts) < 2 or not focus.shape[1]:  # noqa: PLR2004
        return 0, len(text)
    weights = focus[column]

    def strength(part: tuple[int, int]) -> float:
        inside = sorted(
            weight for weight, (start, _) in zip(weights, offsets, strict=False) if part[0] <= start < part[1]
        )
        return float(np.mean(inside[-_STRONGEST_TOKENS:])) if inside else -np.inf

    return max(parts, key=strength)


def vendor_marks(
    text: str, logits: NDArray[np.float64], offsets: tuple[tuple[int, int], ...]
) -> tuple[VendorMark, ...]:
    """Return the stretches of a turn that may be a vendor's name, widened to whole words, with their strength."""
    found: list[tuple[int, int, float]] = []
    for logit, place in zip(logits, offsets, strict=False):
        start, end = whole_word(text, *place)
        if logit <= _LEAST_VENDOR or start == end:
            continue
        if found and start - found[-1][1] <= 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]), max(float(logit), found[-1][2]))
        else:
            found.append((start, end, float(logit)))
    return tuple(
        VendorMark(text=text[start:end].strip(), strength=strength)
        for start, end, strength in found
        if strength > _LIKELY_VENDOR
    )


def whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a token to the Latin word or the run of katakana that it is a part of; leave out the space before it."""
    while start < end and text[start].isspace():
        start += 1
    for run in (_LATIN, _KATAKANA):
        while start and start < end and run.match(text[start]) and run.match(text[start - 1]):
            start -= 1
        while start < end < len(text) and run.match(text[end - 1]) and run.match(text[end]):
            end += 1
    return start, end


def _spoken(turn: Turn) -> SpokenTurn:
    role = "other" if turn.role is Role.CUSTOMER and turn.speaker != "customer" else turn.role.value
    return SpokenTurn(text=turn.text, role=role)


def load_signaller() -> TrainedSignaller | RuleSignaller:
    """Return the trained model, or the rules where its files are not there."""
    try:
        return TrainedSignaller()
    except KnownError as error:
        if error.code not in {ErrorCode.MODEL_MISSING, ErrorCode.NOT_FOUND}:
            raise
        return RuleSignaller()
