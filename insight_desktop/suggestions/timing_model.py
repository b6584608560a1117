"""Whether a customer is ready for an offer now or later: one fitted sum over what was said and is known.

A logistic regression over counts of signals, fitted by `python -m training.timing` to the verdicts of careful sales
managers on the training calls. Weights are bounded while they are fitted: what stands against an offer only ever counts
against it, what speaks for it only ever for it.
"""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from insight_desktop import paths
from insight_desktop.suggestions.cues import AGAINST, SPEAK_FOR, Cue

MOST = 4
"""From so many signals of one kind on one more says nothing new."""
_LIKE = ((Cue.GROWTH, Cue.NEAR_LIMIT), (Cue.LEAN, Cue.DECIDED))
"""What use shows counts like growth that was told; who has just decided leans to buy what goes with it."""
WEIGHED = (
    *(cue for cue in SPEAK_FOR if cue not in {Cue.NEAR_LIMIT, Cue.DECIDED, Cue.HIGH_LOYALTY}),
    Cue.OWN_STEP,
    *AGAINST,
    Cue.REFUSAL,
)
"""The cues that have weights; the annotated calls tell nothing of the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWeight:
    """What one kind of signal weighs, in logits."""

    any: float = 0.0
    """Once, where it is met at all."""
    each: float = 0.0
    """For each of them, up to four."""

    def of(self, count: int) -> float:
        """Return what so many of them weigh together."""
        return self.any + self.each * min(MOST, count) if count else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimingModel:
    """The weights of the cues."""

    offset: float
    weights: Mapping[Cue, CueWeight]

    def readiness(self, count: Mapping[Cue, int], *, caution: float = 1.0) -> float:
        """Return how ready they are, in logits: above 0 now, else later.

        Args:
            count: how many signals of each cue were met; all cues are named.
            caution: how heavily all that stands against an offer weighs.
        """
        speaking, against = self.offset, 0.0
        for cue, weighed in self.weights.items():
            weight = weighed.of(count[cue] + sum(count[other] for like, other in _LIKE if like is cue))
            if weight > 0:
                speaking += weight
            else:
                against += weight
        return speaking + caution * against

    @classmethod
    def from_text(cls, text: str) -> "TimingModel":
        """Read the file's content."""
        content = json.loads(text)
        weights = {Cue(name): CueWeight(**weight) for name, weight in content["weights"].items()}
        return cls(offset=content["offset"], weights=weights)

    @classmethod
    def load(cls, path: Path) -> "TimingModel":
        """Read the file."""
        return cls.from_text(path.read_text(encoding="utf-8"))


@functools.cache
def shipped_timing() -> TimingModel:
    """Return the weights that come with the program."""
    return TimingModel.load(paths.resources() / "lexicons" / "timing.json")


def readiness_of(count: Mapping[Cue, int], *, caution: float = 1.0) -> float:
    """Return what the shipped weights say, see `TimingModel.readiness`."""
    return shipped_timing().readiness(count, caution=caution)
