"""What speaks for and against offering each product: what was voiced, who named what, and how the customer took it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import InsightKind, Owner, Sentiment, Signal
from insight_desktop.domain.speaker import Role
from insight_desktop.domain.suggestion import Product, SuggestionKind
from insight_desktop.suggestions.denials import is_denial
from insight_desktop.suggestions.mentions import Mention
from insight_desktop.suggestions.problem_table import ProblemTable
from insight_desktop.suggestions.tiers import kind_of

_PROBLEMS = frozenset({Signal.PAIN, Signal.NEED, Signal.EXPANSION_SIGNAL})
_WANTED = _PROBLEMS | {Signal.BUYING_SIGNAL}
_BEFORE, _AFTER = 5, 3
"""In so many turns before a product is named its problem was told; in so many after it the customer answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for one product; shares, counts up to a few, and 0 or 1."""

    # What was voiced.
    best: float
    """How near the nearest problem comes, see `nearness.py`."""
    second: float
    """How near the second nearest comes, 0 where there is none."""
    margin: float
    """How much nearer its nearest problem comes to it than to the nearest other product; below 0: to the other."""
    widest_margin: float
    """The largest such margin of any problem."""
    votes: float
    """Problems that come nearer to it than to any other product, at most 3."""
    rank: float
    """Products to which some problem comes nearer, at most 5."""
    turns_voiced: float
    """Turns that tell the problems which come nearest to it, at most 6."""
    pain: float
    """1 where a pain is among the problems that come nearest to it; then the same of wishes and of growth."""
    need: float
    growth: float
    problems: float
    """Problems of the meeting, at most 8."""
    near_denial: float
    """How near a denial comes that comes nearer to no other product."""

    # Where it stands in the catalogue.
    higher: float
    """1 for a higher tier of what they have."""
    tier: float
    """At most 3."""
    skips: float
    """1 for a tier above the first of a family of which they have nothing."""
    has_family: float
    """1 where they have something of its family."""
    lacks_needed: float
    """1 where it needs a product that they lack."""

    # Who names it, and when; as in `mentions.Mention`.
    whole: float
    by_rep: float
    share_by_rep: float
    named: float
    """Turns of the rep that name it, at most 4."""
    asked: float
    """Those of them that are a question, at most 2."""
    named_first: float
    """Where it is named first, as a share of the meeting; 0 where it is not."""
    after_problem: float
    """Times that it is named soon after a problem was told, at most 2."""
    others_named: float
    """Other products that the rep names, at most 3."""
    family_named: float
    """1 where another product of its family is named."""
    none_named: float
    """1 where the rep names no product that they lack."""

    # How the customer takes it: counts are of times that it is named, at most 2.
    welcomed: float
    waved_off: float
    liked: float
    """They are in a good mood right after."""
    leaned: float
    """They lean to buy right after."""
    denied: float
    """They say no to it at once."""
    promised: float
    """1 where the rep names it in a promise."""


FIGURES = tuple(Evidence.__dataclass_fields__)


def evidence_of(
    conversation: Conversation,
    analysis: Analysis,
    table: ProblemTable,
    fitting: Sequence[Product | None],
    owned: Sequence[Product],
    spoken: Mapping[ProductId, Mention],
) -> tuple[Evidence, ...]:
    """Return what speaks for each product of the table.

    Args:
        conversation: what was said.
        analysis: its labelled turns and promises.
        table: how near each problem comes.
        fitting: for each product of the table the tier that may be offered; None: there is none.
        owned: what they have.
        spoken: for each product of the catalogue how it is spoken of.

    """
    answers = _Answers(conversation, analysis)
    named = {key for key, mention in spoken.items() if mention.by_rep}
    family = {product.id: product.family for product in table.products}
    none_named = not any(tier is not None and tier.id in named for tier in fitting)
    shared = {
        "problems": float(min(8, len(table.problems))),
        "none_named": float(none_named),
    }
    found = []
    for place, (product, fit) in enumerate(zip(table.products, fitting, strict=True)):
        tier = fit or product
        others = named - {tier.id}
        figures = {
            **shared,
            **_voiced(table, place),
            **_standing(product, tier, owned),
            **answers.of(spoken[tier.id]),
            "others_named": float(min(3, len(others))),
            "family_named": float(any(family.get(key) == tier.family for key in others)),
        }
        found.append(Evidence(**figures))
    return tuple(found)


def won_by(table: ProblemTable, place: int) -> list[int]:
    """Return the problems that come nearer to this product than to any other."""
    return [row for row in range(len(table.problems)) if int(table.scores[row].argmax()) == place]


def _voiced(table: ProblemTable, place: int) -> dict[str, float]:
    own, won = table.scores[:, place], won_by(table, place)
    rivals = np.delete(table.scores, place, axis=1)
    margins = own - rivals.max(axis=1) if rivals.shape[1] else np.zeros(len(own))
    nearest = int(own.argmax())
    kinds = {table.problems[row].kind for row in won}
    best = table.scores.max(axis=0)
    return {
        "best": float(own[nearest]),
        "second": float(np.sort(own)[-2]) if len(own) > 1 else 0.0,
        "margin": float(margins[nearest]),
        "widest_margin": float(margins.max()),
        "votes": float(min(3, len(won))),
        "rank": float(min(5, int((best > best[place]).sum()))),
        "turns_voiced": float(min(6, sum(len(table.problems[row].turns) for row in won))),
        "pain": float(InsightKind.PAIN in kinds),
        "need": float(InsightKind.NEED in kinds),
        "growth": float(InsightKind.EXPANSION_SIGNAL in kinds),
        "near_denial": float(table.waved_off[place]),
    }


def _standing(product: Product, tier: Product, owned: Sequence[Product]) -> dict[str, float]:
    has_family = any(each.family == tier.family for each in owned)
    ids = {each.id for each in owned}
    return {
        "higher": float(kind_of(product, owned) is SuggestionKind.UPSELL),
        "tier": float(min(3, tier.tier)),
        "skips": float(tier.tier > 1 and not has_family),
        "has_family": float(has_family),
        "lacks_needed": float(any(needed not in ids for needed in tier.requires)),
    }


class _Answers:
    """How the customer takes what the rep names."""

    def __init__(self, conversation: Conversation, analysis: Analysis) -> None:
        by_turn = {labelled.index: labelled for labelled in analysis.turns}
        self._turns = conversation.turns
        found = [by_turn.get(turn.index) for turn in self._turns]
        self._labels = [{score.signal for score in each.labels} if each else set() for each in found]
        self._moods = [each.sentiment if each else Sentiment.NEUTRAL for each in found]
        places = {turn.index: place for place, turn in enumerate(self._turns)}
        self._promises = {
            places[step.turns[0]]
            for step in analysis.next_steps
            if step.owner is Owner.REP and step.turns and step.turns[0] in places
        }

    def of(self, mention: Mention) -> dict[str, float]:
        """Return the figures of who names a product and how it is taken."""
        at, count = mention.at, max(1, len(self._turns))
        asked = [any(mark in self._turns[place].text for mark in "?？") for place in at]
        after = [bool(self._between(place - _BEFORE, place) & _PROBLEMS) for place in at]
        return {
            "whole": float(mention.whole),
            "by_rep": float(mention.by_rep),
            "share_by_rep": mention.share_by_rep,
            "named": float(min(4, len(at))),
            "asked": _few(asked),
            "named_first": at[0] / count if at else 0.0,
            "after_problem": _few(after),
            "welcomed": float(mention.welcomed),
            "waved_off": float(mention.waved_off),
            "promised": float(any(place in self._promises for place in at)),
            **self._taken(at),
        }

    def _taken(self, at: Sequence[int]) -> dict[str, float]:
        following = [self._following(place) for place in at]
        moods = [{self._moods[place] for place in places} for places in following]
        labels = [{label for place in places for label in self._labels[place]} for places in following]
        denied = [
            any(is_denial(self._turns[place].text) and not self._labels[place] & _WANTED for place in places[:1])
            for places in following
        ]
        return {
            "liked": _few(Sentiment.POSITIVE in found for found in moods),
            "leaned": _few(Signal.BUYING_SIGNAL in found for found in labels),
            "denied": _few(denied),
        }

    def _following(self, place: int) -> list[int]:
        """Return the customer's turns right after one of the rep, at most two."""
        places = range(place + 1, min(len(self._turns), place + 1 + _AFTER))
        return [each for each in places if self._turns[each].role is not Role.REP][:2]

    def _between(self, first: int, end: int) -> set[Signal]:
        """Return what the customer's turns of a stretch are labelled with."""
        places = range(max(0, first), end)
        return {label for place in places if self._turns[place].role is not Role.REP for label in self._labels[place]}


def _few(found: Iterable[bool]) -> float:
    """Return how often it is so, at most twice."""
    return float(min(2, sum(found)))
