"""Amounts in English sentences: twenty hours a month, four people, five hours each; forty invoices a month, ten minutes each."""
# ruff: noqa: E501 -- tables of words

import re
from collections.abc import Iterator

from insight_desktop.insights.currencies import named_currency
from insight_desktop.insights.numbers import Number, half_width, numbers
from insight_desktop.insights.questions import questions
from insight_desktop.insights.speech import sentences
from insight_desktop.insights.units_en import CURRENCIES, SIGNS
from insight_desktop.suggestions.quantities import Ask, Each, Measure, Quantity, joined_ranges

_UNIT = re.compile(rf"[\s-]*(?:hours?|hrs?|minutes?|mins?|days?|people|times|{CURRENCIES})\b", re.IGNORECASE)
_BETWEEN = re.compile(rf"\s*(?P<unit>hours?|minutes?|days?|people|times)?\s*(?:to|or|-|–)\s*[{SIGNS}]?", re.IGNORECASE)
_HALF = re.compile(r"\bhalf (?:of )?an? (hour|day)\b", re.IGNORECASE)
_AN_HOUR = re.compile(r"\b(?:an|one) hour and a half\b", re.IGNORECASE)
_HOURS_AND_HALF = re.compile(r"\b(\w+) hours and a half\b", re.IGNORECASE)
_ONE_HOUR = re.compile(r"\ban hour\b", re.IGNORECASE)

_NOT_NOW = re.compile(
    r"\bif\b|\bsuppose|\blet's say\b|\bimagine\b|\b(?:would|could|might|used to|no longer|any ?more|previously)\b|\bbefore (?:we|you)\b|\bback then\b"
    r"|\b(?:went|gone|came|come|cut|dropped|fell|brought)\b[^.]{0,24}\b(?:from|to)\b|\bdown (?:from|to)\b|\bsaved?\b|\bsaving\b"
    r"|\b(?:heard|i read|they say|apparently|supposedly|on average|the industry|competitors?|your (?:price|quote|people)|you (?:quoted|charge|said))\b"
    r"|\bother (?:companies|firms|practices|shops|people)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"(?:n't|\b(?:not|never|hardly|barely))\b[^,.;]{0,30}$", re.IGNORECASE)
_SET_UP = re.compile(
    r"\b(?:training|implementation|migration|set[- ]?up|onboarding|demo|this (?:call|meeting)|today)\b", re.IGNORECASE
)
_COSTS = re.compile(
    r"\btak(?:es?|ing)\b|\bspend|\blos(?:es?|ing)\b|\bwast|\beats?\b|\beating\b|\bburn|\bcost|\bovertime\b|\bby hand\b|\bmanual|\bgoes (?:on|into)\b"
    r"|\bchas(?:e|ing)\b|\bre-?typ|\bre-?key|\btied up\b|\bcopying\b|\bextra\b|\bwaiting\b",
    re.IGNORECASE,
)
_BAD_BEFORE = re.compile(
    r"\b(?:(?<!put )(?<!putting )in|within|every|next|last|past|first|after|by|under|open|closed|opens?|wait(?:ed)?|ago|until)\s+(?:the\s+|another\s+)?(?:about\s+|around\s+)?$",
    re.IGNORECASE,
)
_BAD_AFTER = re.compile(
    r"^\s*(?:ago|later|notice|away|off|from now|window|shifts?|warranty|support|turnaround|old|before|after|trial|drive)\b|^\s*,?\s*(?:seven|7) days",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\bcost|\blos(?:es?|ing)\b|\bwast|\bwrit(?:e|ing)[- ]?offs?\b|\bpenalt|\bfines?\b|\bovertime\b|\btemps\b|\bagency\b|\bspend|\bgoes (?:on|to)\b|\bout of pocket\b"
    r"|\bscrap|\brefund|\bre-?do(?:ing)?\b|\brework|\bmistakes?\b|\berrors?\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:budget|afford|ceiling|no more than|up to|at most|max(?:imum)?|signs? off|signed off|signs|set aside|approved?|above|licen[cs]es?|subscription|prices?|quoted?|revenue|turnover"
    r"|sales|profit|your|worth of (?:business|orders))\b",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(rf"^\s*(?:{CURRENCIES})\b", re.IGNORECASE)
_SIGN = re.compile(rf"[{SIGNS}]\s?$")
_PERIOD = re.compile(
    r"(?:\b(?:an?|per|each|every)\s+(?:single\s+)?|/\s?)(?P<period>day|week|month|year)\b|\b(?P<ly>daily|weekly|monthly|yearly)\b",
    re.IGNORECASE,
)
_LY = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
_ITEM = r"(?!day|week|month|year|head|person|hour|bit|lot|piece)[a-z]+"
_EACH_AFTER = re.compile(
    rf"^\s*(?:(?P<each>each|apiece)\b|(?P<time>a time|a go|every time|each time)\b|(?:per|an?|for (?:each|every))\s+(?P<person>head|person)\b|(?:per|an?|for (?:each|every))\s+(?P<noun>{_ITEM})\b)",
    re.IGNORECASE,
)
_EACH_BEFORE = re.compile(
    r"\b(?:each|every|per)\s+(?P<noun>(?!day|week|month|year|of us)[a-z]+)\b[^.]{0,20}$|\b(?P<person>each of us|each of them|everyone)\b[^.]{0,20}$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"^\s*(?:(?:full[- ]time|of (?:us|them|my)|our)\s*)?\b(?:people|persons|staff|of us|of them|employees|colleagues|clerks|drivers|nurses|technicians|engineers|planners|receptionists|assistants|girls|guys|ladies|women|men)\b",
    re.IGNORECASE,
)
_CASES = re.compile(
    r"^\s+(?P<noun>times|(?:[a-z]+\s)?[a-z]+s)\s+(?:(?:an?|per|each|every)\s+)(?P<period>day|week|month|year)\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\bhow (?:long|much|many|often)\b|\broughly\b", re.IGNORECASE)
_TAKEN_BACK = re.compile(r"\b(?:no,? (?:wait|sorry)|sorry|i mean|or rather|make that)\b", re.IGNORECASE)
_THOUSAND = 1000


def asked(text: str, currency: str, *, is_problem: bool, is_budget: bool) -> Ask:
    """Return what a question just before tells of the answer."""
    return Ask(
        is_how_much=_HOW_MUCH.search(text) is not None,
        period=_period(text),
        is_problem=is_problem,
        is_budget=is_budget,
        currency=currency,
    )


def read(text: str, ask: Ask) -> Iterator[Quantity]:
    """Yield what a turn of the customer counts."""
    seen = Each.WHOLE
    for sentence in sentences(half_width(text)):
        if _NOT_NOW.search(sentence) or questions(sentence, "en"):
            continue
        for quantity in _of_sentence(_plain(sentence), ask, seen):
            seen = {Measure.PEOPLE: Each.PERSON, Measure.CASES: Each.CASE}.get(quantity.measure, seen)
            yield quantity


def _plain(sentence: str) -> str:
    text = _HOURS_AND_HALF.sub(r"\1 and a half hours", _AN_HOUR.sub("one and a half hours", sentence))
    return _ONE_HOUR.sub("one hour", _HALF.sub(r"0.5 \1s", text))


def _of_sentence(sentence: str, ask: Ask, seen: Each) -> Iterator[Quantity]:
    found = joined_ranges(sentence, numbers(sentence, "en"), _BETWEEN, _UNIT)
    for place, (number, at) in enumerate(found):
        following = found[place + 1][0].start if place + 1 < len(found) else len(sentence)
        before, after = sentence[max(0, number.start - 40) : number.start], sentence[at:]
        if _TAKEN_BACK.search(sentence[at:following]) or _DENIED.search(before):
            continue
        quantity = _quantity(sentence, number, before, after, ask, seen)
        if quantity is not None:
            seen = {Measure.PEOPLE: Each.PERSON, Measure.CASES: Each.CASE}.get(quantity.measure, seen)
            yield quantity


def _quantity(sentence: str, number: Number, before: str, after: str, ask: Ask, seen: Each) -> Quantity | None:
    people = _PEOPLE.match(after)
    if people and number.value > 1:
        return Quantity(measure=Measure.PEOPLE, value=number.value)
    unit = re.match(r"[\s-]*(hour|hr|minute|min|day)s?\b", after, re.IGNORECASE)
    if unit is not None:
        behind = after[unit.end() :]
        if not _is_span(sentence, before, behind, ask):
            return None
        size = 1 / 60 if unit[1].lower().startswith("min") else 1.0
        measure = Measure.DAYS if unit[1].lower() == "day" else Measure.HOURS
        each, noun = _each(before, behind, seen)
        period = _period(behind[:24]) or _period(before[-24:]) or ("" if each is Each.CASE else ask.period)
        return Quantity(measure=measure, value=number.value * size, period=period, each=each, noun=noun)
    currency = _money(sentence, number, before, after, ask)
    if currency:
        behind = _MONEY_AFTER.sub("", after)
        each, noun = _each(before, behind, seen)
        return Quantity(
            measure=Measure.MONEY,
            value=number.value,
            period=_period(behind[:24]),
            each=each,
            noun=noun,
            currency=currency,
        )
    cases = _CASES.match(after)
    if cases and number.value > 1:
        noun = "times" if cases["noun"].lower() == "times" else cases["noun"].lower().split()[-1]
        return Quantity(measure=Measure.CASES, value=number.value, period=cases["period"].lower(), noun=noun)
    return None


def _is_span(sentence: str, before: str, behind: str, ask: Ask) -> bool:
    if _BAD_BEFORE.search(before) or _BAD_AFTER.match(behind):
        return False
    if ask.is_problem:
        return True
    return bool(ask.is_how_much or _COSTS.search(sentence)) and not _SET_UP.search(sentence)


def _money(sentence: str, number: Number, before: str, after: str, ask: Ask) -> str:
    signed = _SIGN.search(before) or _MONEY_AFTER.match(after)
    bare = number.value >= _THOUSAND and number.scaled and re.match(r"^\s*(?:an?|per|each|every|[.,]|$)", after)
    if not (signed or bare) or ask.is_budget or _LIMIT.search(sentence) or not _SPENT.search(sentence):
        return ""
    return named_currency(sentence, ask.currency) or ask.currency


def _each(before: str, behind: str, seen: Each) -> tuple[Each, str]:
    found = _EACH_AFTER.match(behind) or _EACH_BEFORE.search(before)
    if found is None:
        return Each.WHOLE, ""
    said = found.groupdict()
    if said.get("person"):
        return Each.PERSON, ""
    if said.get("time"):
        return Each.CASE, "times"
    if said.get("noun"):
        noun = said["noun"].lower()
        return (Each.CASE, "times") if noun == "time" else (Each.CASE, noun if noun.endswith("s") else f"{noun}s")
    return (seen, "") if seen is not Each.WHOLE else (Each.WHOLE, "")


def _period(text: str) -> str:
    found = _PERIOD.search(text)
    if found is None:
        return ""
    return found["period"].lower() if found["period"] else _LY[found["ly"].lower()]
