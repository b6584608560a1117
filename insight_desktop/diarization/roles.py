"""Tells the rep from the customer by how they speak, and says so when it cannot tell.

The weights of expressions come from `training/speaker_roles.py`. They are read once per call; a few strong cues that
every sales talk knows stand here, so that the table may be missing.
"""

import itertools
import json
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from insight_desktop import paths
from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker, SpeakerLabel
from insight_desktop.domain.transcript import Segment

Weights = Mapping[str, float]

_JA_LENGTHS = (2, 3, 4)
_CUES: dict[str, tuple[tuple[re.Pattern[str], float], ...]] = {
    "ja": (
        (re.compile("御社|貴社|お客様の|ご提案|ご紹介|弊社の(製品|サービス|プラン)|ご利用|お使いいただ"), 0.6),
        (re.compile("お見積|ご検討|お送りいたします|伺え|ご案内"), 0.4),
        (re.compile("うち(は|の|で|も)|困って|予算|社内で|上(に|と)(相談|確認)"), -0.4),
    ),
    "en": (
        (re.compile(r"i'?d (like|love) to show|we (can|could) offer|our (customers|product|platform|team)"), 0.6),
        (re.compile(r"i'?ll send (you|over)|does that (make sense|work)|walk you through"), 0.4),
        (re.compile(r"our budget|my (boss|team)|we'?re (using|paying)|we'?ve been using"), -0.5),
    ),
}
_PRODUCT = 0.3
"""Products are named by both sides, a little more by the one who sells them."""
SHARPNESS = 0.8
"""Turns the margin between two speakers into a probability."""
_TELLING = 0.8
_GUESSED = 0.4
SURE = 0.8
"""Below this confidence a role is shown as uncertain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDecision:
    """Which label is which side, and how sure that is."""

    speakers: Mapping[str, Speaker]
    """By the label that came in; the speaker's own label is `rep`, `customer`, `customer2` …"""

    @property
    def is_sure(self) -> bool:
        """False where the user should be asked."""
        return all(speaker.confidence >= SURE for speaker in self.speakers.values())


def decide(
    segments: Sequence[Segment], language: str, *, products: Sequence[str] = (), rep: str | None = None
) -> RoleDecision:
    """Tell which of the anonymous speakers is the rep.

    Args:
        segments: what was said, each with its anonymous speaker.
        language: `ja` or `en`.
        products: names from the rep's catalogue.
        rep: the label of the rep where it is known, such as by the channel.
    """
    said: dict[str, list[str]] = {}
    for segment in segments:
        if segment.speaker is not None:
            said.setdefault(segment.speaker, []).append(segment.text)
    if rep is not None:
        return _named(list(said), rep, confidence=1.0)
    if len(said) < 2:  # noqa: PLR2004
        label = next(iter(said), None)
        unknown = {label: Speaker(label=SpeakerLabel(label), role=Role.UNKNOWN, confidence=0.0)} if label else {}
        return RoleDecision(speakers=unknown)
    scores = {label: score(texts, language, products=products) for label, texts in said.items()}
    ranked = sorted(scores, key=lambda label: -scores[label])
    margin = scores[ranked[0]] - scores[ranked[1]]
    return _named(list(said), ranked[0], confidence=1 / (1 + math.exp(-SHARPNESS * margin)))


def surely(decision: RoleDecision, confidence: float) -> RoleDecision:
    """Return the decision with another confidence, such as that of a recognised voice."""
    return RoleDecision(
        speakers={label: replace(each, confidence=confidence) for label, each in decision.speakers.items()}
    )


def by_wording(segments: Sequence[Segment], language: str) -> tuple[Segment, ...]:
    """Guess the side of each segment from its words alone, for recordings whose voices could not be told apart.

    What says nothing about its speaker belongs to whoever spoke before. The confidence is low by design.
    """
    guessed: list[Segment] = []
    label = SpeakerLabel("SPEAKER_00")
    for segment in segments:
        margin = score([segment.text], language)
        if abs(margin) >= _TELLING:
            label = SpeakerLabel("SPEAKER_00" if margin > 0 else "SPEAKER_01")
        guessed.append(replace(segment, speaker=label, speaker_confidence=_GUESSED))
    return tuple(guessed)


def score(texts: Sequence[str], language: str, *, products: Sequence[str] = ()) -> float:
    """Return how much one side's words sound like a rep's; positive means rep."""
    weights = table().get(language, {})
    total = 0.0
    for text in texts:
        folded = _folded(text)
        total += sum(weights.get(gram, 0.0) for gram in set(ngrams(text, language)))
        total += sum(weight for cue, weight in _CUES.get(language, ()) if cue.search(folded))
        total += _PRODUCT * any(_folded(product) in folded for product in products if product)
    return total


def ngrams(text: str, language: str) -> list[str]:
    """Return what a text is judged by: runs of characters in Japanese, words and pairs in English."""
    folded = _folded(text)
    if language == "en":
        words = ["<", *re.findall(r"[a-z']+|\?", folded), ">"]
        return words[1:-1] + [f"{first} {second}" for first, second in itertools.pairwise(words)]
    letters = re.sub(r"[\s、。,.!!…]+", "|", f"|{folded}|")
    return [letters[at : at + n] for n in _JA_LENGTHS for at in range(len(letters) - n + 1)]


@cache
def table() -> Mapping[str, Weights]:
    """Return the learned weights by language; empty where the file is missing."""
    path = paths.resources() / "lexicons" / "speaker_roles.json"
    if not path.is_file():
        return {}
    weights: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'")


def _named(labels: Sequence[str], rep: str, *, confidence: float) -> RoleDecision:
    speakers: dict[str, Speaker] = {}
    for label in labels:
        if label == rep:
            name, role = REP, Role.REP
        else:
            count = sum(speaker.role is Role.CUSTOMER for speaker in speakers.values())
            name, role = (CUSTOMER if not count else SpeakerLabel(f"{CUSTOMER}{count + 1}")), Role.CUSTOMER
        speakers[label] = Speaker(label=name, role=role, confidence=round(confidence, 3))
    return RoleDecision(speakers=speakers)
