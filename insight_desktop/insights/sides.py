"""Who of those that a text names is on the user's side, and who is a customer: by name, else by how each writes."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from insight_desktop.diarization import roles
from insight_desktop.domain.speaker import CUSTOMER, REP, SpeakerLabel

_REP_WORDS = {
    "rep", "sales", "seller", "agent", "salesperson", "account manager", "host", "me", "i",
    "営業", "営業担当", "担当", "担当者", "自分", "弊社", "当社", "自社", "私",
}  # fmt: skip
_CUSTOMER_WORDS = {
    "customer", "client", "buyer", "prospect", "guest", "caller",
    "顧客", "お客様", "お客さま", "客", "先方", "相手", "御社", "貴社",
}  # fmt: skip
_TITLE = re.compile(r"(?:さん|様|さま|氏|君|くん)$")
_LEAST_APART = 0.5
"""Words that differ less say nothing."""
_GUESSED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The label of each name, and how sure it is which of them is the rep."""

    labels: Mapping[str, SpeakerLabel]
    confidence: float = 1.0


def sides_of(
    said: Mapping[str, Sequence[str]],
    language: str,
    *,
    reps: Sequence[str] = (),
    customers: Sequence[str] = (),
) -> Sides:
    """Tell reps from customers; where only one side is known, the rest is the other.

    Where no name says anything, who sounds like a rep is taken for one: in a chat it is often the customer who begins.
    Where the words say nothing either it is the first, since reps open their calls.

    Args:
        said: the texts of each name, in the order in which they first spoke.
        language: `ja` or `en`.
        reps: names of the user and their colleagues.
        customers: names of people known at customers.
    """
    ours, theirs = {_plain(name) for name in reps}, {_plain(name) for name in customers}
    found = {name: _known(name, ours, theirs) for name in said}
    confidence = 1.0
    if REP not in found.values():
        others = [name for name in said if found[name] is None]
        if others:
            rep, confidence = _likely_rep({name: said[name] for name in others}, language)
            found[rep] = REP
    return Sides(labels=_numbered(found), confidence=confidence)


def side_word(name: str) -> SpeakerLabel | None:
    """Return the side that a word such as «customer» names; None for a name."""
    plain = name.strip().casefold()
    inner = re.findall(r"[((]([^))]+)[))]", plain)
    for word in (plain, re.sub(r"[\s_#-]*\d+$", "", plain), *inner):
        if word in _REP_WORDS:
            return REP
        if word in _CUSTOMER_WORDS:
            return CUSTOMER
    return None


def _likely_rep(said: Mapping[str, Sequence[str]], language: str) -> tuple[str, float]:
    """Return who speaks most like a rep, and how sure that is."""
    first = next(iter(said))
    if len(said) < 2:  # noqa: PLR2004 - nobody to compare with: every other name is a customer
        return first, 1.0
    scores = {name: roles.score(texts, language) for name, texts in said.items()}
    ranked = sorted(scores, key=lambda name: -scores[name])
    margin = scores[ranked[0]] - scores[ranked[1]]
    if margin < _LEAST_APART:
        return first, _GUESSED
    return ranked[0], 1 / (1 + math.exp(-roles.SHARPNESS * margin))


def _numbered(sides: Mapping[str, SpeakerLabel | None]) -> dict[str, SpeakerLabel]:
    counts = {REP: 0, CUSTOMER: 0}
    labels: dict[str, SpeakerLabel] = {}
    for name, side in sides.items():
        told = side or CUSTOMER
        counts[told] += 1
        labels[name] = told if counts[told] == 1 else SpeakerLabel(f"{told}{counts[told]}")
    return labels


def _known(name: str, ours: set[str], theirs: set[str]) -> SpeakerLabel | None:
    plain = _plain(name)
    if plain in ours:
        return REP
    return CUSTOMER if plain in theirs else side_word(name)


def _plain(name: str) -> str:
    return _TITLE.sub("", re.sub(r"\s+", "", name).casefold())
