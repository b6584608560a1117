"""Makes the readers' scores probabilities, and says from where on a label counts."""

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.insight import Signal

_LEANING = 1.5
"""How far below a label's threshold, in logits, a turn still leans to it."""


def expit(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return logits as probabilities, without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * values)), dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelCalibration:
    """Turns one label's logit into a probability, and says from where on the label counts."""

    signal: Signal
    slope: float
    ngram_slope: float
    offset: float
    threshold: float
    hint: float = 0.0
    """What a plain wording that speaks for the label adds (`consistency.py`)."""
    within: float | None = None
    """The probability from which on the label counts in a call in which another turn carries it surely.

    Two thresholds, as in Canny 1986 ("A Computational Approach to Edge Detection"): a complaint goes on in turns that
    say little alone, while a call without a complaint stays without one. None: `threshold` is the only one.
    """

    @property
    def leaning(self) -> float:
        """The probability from which on a turn leans to the label."""
        return float(1 / (1 + (1 / self.threshold - 1) * np.exp(_LEANING)))

    def given(self, probabilities: NDArray[np.float64], spoken: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return which turns of a call carry the label.

        Args:
            probabilities: of each turn.
            spoken: whether each turn may carry it at all.

        """
        sure = (probabilities >= self.threshold) & spoken
        if self.within is None or not sure.any():
            return np.asarray(sure)
        return np.asarray((probabilities >= self.within) & spoken)

    def probability(
        self, logits: NDArray[np.float64], ngrams: NDArray[np.float64], hinted: NDArray[np.bool_]
    ) -> NDArray[np.float64]:
        """Return calibrated probabilities from the scores of both readers and the plain wordings."""
        return expit(self.slope * logits + self.ngram_slope * ngrams + self.hint * hinted + self.offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What `signals.json` says besides the weights."""

    version: str
    labels: tuple[LabelCalibration, ...]
    sentiment_bias: tuple[float, float, float]
    sentiment_ngrams: float
    sentiment_temperature: float

    def moods(self, logits: NDArray[np.float64], ngrams: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the mixed logits of the three moods, turns × 3, from both readers."""
        mixed = logits + self.sentiment_ngrams * ngrams + np.array(self.sentiment_bias)
        return np.asarray(mixed / self.sentiment_temperature, dtype=np.float64)

    @classmethod
    def from_text(cls, text: str) -> "Calibration":
        """Read the file's content."""
        content: dict[str, Any] = json.loads(text)
        return cls(
            version=content["version"],
            labels=tuple(
                LabelCalibration(signal=Signal(name), **content["calibration"][name]) for name in content["labels"]
            ),
            sentiment_bias=tuple(content["sentiment_bias"]),
            sentiment_ngrams=content["sentiment_ngrams"],
            sentiment_temperature=content["sentiment_temperature"],
        )
