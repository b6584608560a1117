"""What a problem costs the customer today, counted from numbers that the customer said and from nothing else.

No wage, no rate, no number of working days is invented: where only hours were said, hours are the benefit. Where hours
of several people may be told each or all together, they are taken as all together, the smaller reading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.speaker import Role
from insight_desktop.suggestions import quantities_en, quantities_ja
from insight_desktop.suggestions.quantities import Each, Measure, Quantity

_NEAR = 2
"""So many turns beside those that voice the problem may tell its numbers."""
_TIMES = (Measure.HOURS, Measure.DAYS)
_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """What could be saved, at most, and how it was counted."""

    measure: Measure
    """Hours, days or money."""
    amount: float
    period: str
    """`day`, `week`, `month`, `year`; empty where the customer did not say how often."""
    terms: tuple[Quantity, ...]
    """The numbers said; the amount is their product."""
    currency: str = ""

    @property
    def turns(self) -> tuple[int, ...]:
        """The turns that say the numbers."""
        return tuple(sorted({term.turn for term in self.terms}))


def benefits(
    conversation: Conversation, problem: Sequence[int], *, budgets: Iterable[int] = (), currency: str = "JPY"
) -> tuple[Benefit, ...]:
    """Return what the problem costs the customer by their own numbers; nothing where they said none.

    Args:
        conversation: what was said.
        problem: the turns that voice the problem.
        budgets: turns that tell what can be spent; their amounts are no costs.
        currency: of amounts that name none.
    """
    said = _said(conversation, frozenset(problem), frozenset(budgets), currency)
    found: list[Benefit] = []
    used: set[int] = set()
    # first what is counted together, then what stands alone
    for factor in (_of_cases, _of_people, _alone):
        for place, quantity in enumerate(said):
            if place in used or quantity.measure not in (*_TIMES, Measure.MONEY):
                continue
            made = factor(quantity, said)
            if made is not None:
                used |= {at for at, each in enumerate(said) if each in made.terms}
                found.append(made)
    distinct = {(each.measure, each.amount, each.period, each.currency): each for each in reversed(found)}
    return tuple(sorted(distinct.values(), key=lambda each: (each.turns, each.measure)))[:_MOST]


def _said(
    conversation: Conversation, problem: frozenset[int], budgets: frozenset[int], currency: str
) -> list[Quantity]:
    """Return the quantities that the customer said where the problem was told."""
    reader = quantities_ja if conversation.language == "ja" else quantities_en
    found: list[Quantity] = []
    before = ""
    for turn in conversation.turns:
        is_near = any(abs(turn.index - at) <= _NEAR for at in problem)
        if turn.role is not Role.REP and is_near:
            ask = reader.asked(before, currency, is_problem=turn.index in problem, is_budget=turn.index in budgets)
            found += [replace(each, turn=turn.index) for each in reader.read(turn.text, ask)]
        before = turn.text if turn.role is Role.REP else ""
    return found


def _of_cases(quantity: Quantity, said: Sequence[Quantity]) -> Benefit | None:
    """Fifteen minutes a case, two hundred cases a month."""
    if quantity.each is not Each.CASE:
        return None
    cases = _nearest(quantity, [each for each in said if each.measure is Measure.CASES and _same(each, quantity)])
    return _product(quantity, cases, cases.period) if cases else None


def _of_people(quantity: Quantity, said: Sequence[Quantity]) -> Benefit | None:
    """Five hours each, four people."""
    if quantity.measure not in _TIMES:
        return None
    people = [each for each in said if each.measure is Measure.PEOPLE]
    if quantity.each is not Each.PERSON:
        people = [each for each in people if each.each is Each.PERSON and each.turn == quantity.turn]
    nearest = _nearest(quantity, people)
    return _product(quantity, nearest, quantity.period) if nearest else None


def _alone(quantity: Quantity, said: Sequence[Quantity]) -> Benefit | None:
    del said
    if quantity.measure is Measure.MONEY and not quantity.period and quantity.each is Each.WHOLE:
        return None  # one sum without «how often» may be anything
    return _product(quantity, None, quantity.period)


def _product(quantity: Quantity, by: Quantity | None, period: str) -> Benefit:
    return Benefit(
        measure=quantity.measure,
        amount=round(quantity.value * (by.value if by else 1.0), 4),
        period=period,
        terms=(quantity, by) if by else (quantity,),
        currency=quantity.currency,
    )


def _same(cases: Quantity, quantity: Quantity) -> bool:
    return not quantity.noun or cases.noun == quantity.noun


def _nearest(quantity: Quantity, others: Sequence[Quantity]) -> Quantity | None:
    near = [each for each in others if abs(each.turn - quantity.turn) <= _NEAR]
    return min(near, key=lambda each: abs(each.turn - quantity.turn), default=None)
