"""Amounts of money in an English turn: «no more than thirty», «two and a half grand», «nine bucks a head»."""
# ruff: noqa: E501, PLR2004 -- tables of words, and sizes that are plain where they stand

import re
from collections.abc import Sequence

from insight_desktop.insights.amounts import Amount, Setting, size_meant
from insight_desktop.insights.numbers import Number, numbers
from insight_desktop.insights.seats_en import THINGS
from insight_desktop.insights.units_en import CURRENCIES, SIGNS, SMALL_COINS

_MONEY_AFTER_EN = re.compile(
    rf"^\s*(?:{CURRENCIES}|a (?:month|year|{THINGS})\b|(?:off|from|for|to) \w+ (?:a|each|every) month"
    rf"|per (?:month|year|{THINGS})\b|/\s?(?:mo|yr|month|year)|usd|gbp|eur|aud|cad)",
    re.IGNORECASE,
)
_COUNTER_EN = re.compile(
    r"^[\s-]*(?:per\s?cent|percent|%|people|heads?\b|seats?|users?|licen[cs]es?|units?|minutes?|hours?|days?|weeks?|months?\b|years?\b|sites?|stores?"
    r"|shops?|branches|clinics?|vans?|trucks?|trailers?|staff|employees|nurses?|doctors?|cases?|orders?|tags?|sensors?|beds?|rooms?|miles|metres|meters"
    r"|times\b|o'clock|past|of (?:us|them|you|those)|more|other|or (?:so )?people|machines?|phones?|lines?|pages?|emails?|calls?|degrees|tonnes?|tons"
    r"|kilos?|litres?|gigs?|terabytes?|gigabytes?|points?|students?|pupils|members|guests|kids|ladies|men|women|guys|girls|boys|pairs|boxes|pallets)\b",
    re.IGNORECASE,
)
_THING_EN = re.compile(
    r"^\s(?!(?:dollars|bucks|pounds|euros|grands?|thousands|millions|is|was|as|has|does|this|plus|less|unless|across|perhaps|always)\b)"
    r"[a-z]{3,}s\b(?! (?:it|me|us|them|him|her|you|my|our|your|his|their|right|well|fair|like)\b)"
)
"""«Eleven trolleys»: a bare number before things is no money; «eleven covers it» has an object and is no thing."""
_PLACE_BEFORE_EN = re.compile(
    r"\b(?:room|page|line|number|floor|table|door|gate|bay|aisle|phase|version|level)\s$", re.IGNORECASE
)
_SIGN_EN = re.compile(rf"(?:[{SIGNS}]|\b(?:gbp|usd|eur|rs\.?|zar|r))\s?$", re.IGNORECASE)
_CURRENCY_AFTER_EN = re.compile(rf"^\s*(?:{CURRENCIES}|{SMALL_COINS})\b", re.IGNORECASE)
_A_MONTH_EN = re.compile(r"^\s*(?:a|per|each|every) month\b", re.IGNORECASE)
_HUNDREDS_EN = re.compile(r"^(?!.*(?:thousand|grand|lakh|\bk\b)).*hundred$", re.IGNORECASE)
"""«Twenty-four hundred … no, twenty-six»: of both the hundreds are told."""
_AGAIN_EN = re.compile(r"^[.,… ]+[\w-]+ (?:thousand|grand)\b", re.IGNORECASE)
_COINED_EN = ("fiver", "tenner")
_CEILING_EN = re.compile(
    r"ceiling|\bcap\b|capped|limit|maximum|\bmax\b|tops\b|at (?:the )?(?:very )?most|no more than|not more than|not a (?:cent|penny|dollar|dime) (?:over|more)|up to|under|below"
    r"|stay (?:inside|within|under)|within|inside|keep (?:it|her|them)|budget|set aside|put (?:in|by|away|aside)|approved|sanctioned|signed off|pencilled|earmarked"
    r"|line (?:for|called)|in the (?:plan|budget|kitty|pot)|all in\b|all up|everything in|everything included|envelope|i could (?:defend|go|get|pull)"
    r"|i(?:'d| would) (?:go|put|pay)|i can (?:go|get|spend|use|find|do)|we can (?:go|spend)|i(?:'ve| have) got|we(?:'ve| have) got|i(?:'ve| have)\b|there(?:'s| is) a"
    r"|given (?:me|us)|left from|left over|grant|fund\b|frozen at|has down|allowed|priced in|one[- ](?:off|time)|once\b|wrote a grant|starts? with|going to spend",
    re.IGNORECASE,
)
_OTHER_EN = re.compile(
    r"pay (?:you|them|now|today|at the moment|you now)|(?:i'm|we're|am|are|is) (?:paying|spending)|paying now|right now|currently|at the moment|last year|it cost|costs? us|cost me|spent|quoted?"
    r"|your price|list price|instead of|used to|i had\b|was\b|above|over\b|more than|beyond|past that|\bnot\s*$|isn't a second|save|saving|plus about|invoice",
    re.IGNORECASE,
)
_NOT_MORE_EN = re.compile(
    r"(?:no|not|n't|never|without)\s+(?:\w+\s+){0,4}(?:more than|over|above|beyond|past)\s*$|go(?:es)? over\s*$",
    re.IGNORECASE,
)
_REPAIR_EN = re.compile(
    r"\b(?:no,? wait|wait,? no|hang on|hang about|hold on|or,? no|no,? no|och,? no|no,? i(?:'m telling a lie| tell a lie| lie)|sorry|i mean|rather|make (?:it|that)|(?<!you )call it|at (?:the )?(?:very )?most)\b[.,]?[^.!?]{0,40}$|\bno\.? (?:it's|it is)\s*$|[.!?]\s+(?:well|fine)\b[.,\s]*$",
    re.IGNORECASE,
)
"""Said before an amount that takes the place of the one before it."""
_SO_EN = re.compile(r"\bso\s+$", re.IGNORECASE)
"""«A thousand a month, so twelve thousand on the year»: what follows from the amount before."""
_PART_EN = re.compile(r"^\s*(?:[a-z]+\s)?more\b", re.IGNORECASE)
_NOT_ONE_EN = re.compile(r"(?:\bnot|n't|\bnever)\b[^.!?]{0,20}$", re.IGNORECASE)
_CENTS_EN = re.compile(rf"^\s*(?:{SMALL_COINS}|p)\b", re.IGNORECASE)
_MILLION = 1_000_000
NOTHING = re.compile(
    r"(?<!\bnot )(?<!n't )(?<!\bof a )(?<!\bsay )(?<!\bsays )(?<!\bsaid )(?<!\bfor )\b(?:nothing|zero|zip|nil|none|nada|zilch|nought)\b|\bthere (?:isn't|is not) (?:one|any)\b|\bno (?:money|budget|funds|cash)\b|\bnot? (?:a|one|any|even a|another) (?:cent|centime|penny|dollar|dime|euro|pound|rand|rupee|shilling|kr|krone|krona|nickel|money|budget)(?! (?:over|more|above|past|beyond)\b| on[.,;!?])"
    r"|\b(?:isn't|ain't|haven't|don't have|hasn't)\b[^.]{0,30}\b(?:any money|a budget|any budget|the money|money|a cent|a penny|a nickel|a dime)\b|\bnot a bean\b"
    r"|\b\w+n't (?:a|one|even a) (?:cent|centime|penny|dollar|dime|euro|pound|nickel|bean|bob)\b(?! (?:over|more|above|past|beyond)\b| on[.,;!?])|\bthere (?:isn't|is not|ain't)(?=[.,;!?]|$)"
    r"|\bthere(?:'s| is) no (?:pot|line|kitty|new money|extra money|spare money)\b|\b(?:spent|used|gave back|given back) (?:it all|the lot|all of it|what i hadn't spent)\b",
    re.IGNORECASE,
)


def sure_amounts(text: str) -> list[float]:
    """Return the amounts that are told with their size."""
    return [
        number.value
        for number in numbers(text, "en")
        if not _is_year(number, text)
        and not _COUNTER_EN.match(text[number.end :])
        and (
            number.value >= 1000
            or (_SIGN_EN.search(text[: number.start]) or _CURRENCY_AFTER_EN.match(text[number.end :]))
            or (number.scaled and _A_MONTH_EN.match(text[number.end :]))
        )
    ]


def told_amounts(text: str) -> list[float]:
    """Return the amounts that may be a price or a total: those told with their size, and plain hundreds."""
    sure = sure_amounts(text)
    hundreds = [
        n.value for n in numbers(text, "en") if n.scaled and n.value < 1000 and not _COUNTER_EN.match(text[n.end :])
    ]
    return sure or hundreds


def amounts(text: str, setting: Setting | None = None) -> list[Amount]:  # noqa: C901 -- one rule a branch
    """Return the amounts of an English turn that may be money."""
    nearby = setting.nearby if setting is not None else ()
    found: list[Amount] = []
    bare: list[Amount] = []
    for number in numbers(text, "en"):
        after = text[number.end : number.end + 40]
        before = text[max(0, number.start - 45) : number.start]
        sign = _SIGN_EN.search(before)
        coined = text[number.start : number.end].lower() in _COINED_EN
        money = bool(sign) or coined or _MONEY_AFTER_EN.match(after) is not None
        if not money and (_COUNTER_EN.match(after) or _is_year(number, text) or _names_a_thing(number, before, after)):
            continue
        points = _points_en(before, after, money=money)
        repairs = _REPAIR_EN.search(text[: number.start]) is not None
        if repairs and (found or bare):
            points = max(points, (found or bare)[-1].points + 0.5)
        elif repairs:
            points += 1.5
        if _PART_EN.match(after) or (number.value == 1 and _NOT_ONE_EN.search(before)):
            points -= 3.0
        if _CENTS_EN.match(after):
            found.append(Amount(number=number, value=number.value / 100, points=points))
        elif repairs and found and not money and number.value < 1000 <= found[-1].value:
            # «two million. Or, no, it's two point four»: the size was said before
            size = _MILLION if found[-1].value >= _MILLION else 1000
            told_as = text[found[-1].number.start : found[-1].number.end]
            if number.value < 100 and _HUNDREDS_EN.search(told_as) and not _AGAIN_EN.match(after):
                size = 100
            value = number.value * size if number.value < found[-1].value / size * 5 else number.value
            found.append(Amount(number=number, value=value, points=points))
        elif money or (number.value >= 500 and number.scaled) or number.value >= 1000:
            value = number.value * _unsaid(number, text, nearby, usual=1.0)
            found.append(Amount(number=number, value=value, points=points))
        elif 1 <= number.value < 1000 and text[number.start : number.end].lower() not in (
            "one",
            "two",
            "three",
            "a hundred",
        ):
            bare.append(Amount(number=number, value=number.value, points=points))
    if found and (not bare or max(c.points for c in found) > 0):
        return found
    # «Three and a half. If it starts with a three…»: thousands are left out; hundreds are meant as they are
    return [
        Amount(
            number=c.number,
            value=c.value * _unsaid(c.number, text, nearby, usual=1.0 if c.value >= 100 else 1000.0),
            points=c.points - 1.0,
        )
        for c in bare
    ]


def _names_a_thing(number: Number, before: str, after: str) -> bool:
    """Tell «eleven trolleys» and «room six» from money."""
    return number.value < 1000 and (
        (_THING_EN.match(after) and not _CURRENCY_AFTER_EN.match(after)) or _PLACE_BEFORE_EN.search(before) is not None
    )


def _unsaid(number: Number, text: str, nearby: Sequence[float], *, usual: float) -> float:
    """Return the size that a number leaves out; the currency or a size beside it leaves nothing out."""
    coined = text[number.start : number.end].lower() in _COINED_EN
    told = (
        number.value >= 1000
        or coined
        or _SIGN_EN.search(text[: number.start])
        or _CURRENCY_AFTER_EN.match(text[number.end :])
    )
    if told:
        return usual
    if _PER_THING_EN.match(text[number.end :]):
        pair = _PAIR_EN.fullmatch(text[number.start : number.end]) and not _EACH_AFTER_EN.match(text[number.end :])
        return 0.01 if pair else 1.0
    return size_meant(number.value, (1.0, 1000.0, _MILLION), usual, nearby)


_EACH_AFTER_EN = re.compile(r"^\s*(?:for )?each\b(?! (?:year|of))", re.IGNORECASE)
_PER_THING_EN = re.compile(
    r"^\s*(?:for )?each\b(?! (?:year|of))|^[^.;,]{0,12}\b(?:an?|per|for the|each) (?:litre|liter|meal|kilo|gallon|cup|loaf|page|label|sack|bag|can|bottle|item|piece|ticket|tonne|mile|parcel|box|plate|portion|card|head|seat|user|person|man|bike|bed|jacket|van|wagon|vehicle|kid|pupil|member|phone|device)\b",
    re.IGNORECASE,
)
"""A price of one small thing: «one sixty-five a litre» is 1.65."""
_PAIR_EN = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine)[-\s](?:ten|\w+teen|\w+ty)(?:[-\s]\w+)?", re.IGNORECASE
)


def _is_year(number: Number, text: str) -> bool:
    digits = text[number.start : number.end]
    return (digits.isdigit() and 2000 <= number.value <= 2100) or "twenty twenty" in digits.lower()


def _points_en(before: str, after: str, *, money: bool) -> float:
    clause_before = re.split(r"[.!?](?:\s|$)", before)[-1]
    clause_after = re.split(r"[.!?](?:\s|$)", after)[0]
    points = 1.0 + (0.5 if money else 0.0)
    if _CEILING_EN.search(clause_before) or _CEILING_EN.search(clause_after):
        points += 2.0
    if re.match(
        r"\s*(?:a|per|for the|on the|in the|this)\s+(?:new\s+)?(?:financial\s+)?(?:month|year)",
        clause_after,
        re.IGNORECASE,
    ):
        points += 1.0
    if _SO_EN.search(clause_before):
        points += 0.6
    if _NOT_MORE_EN.search(clause_before):
        points += 1.0
    elif _OTHER_EN.search(clause_before[-28:]):
        points -= 2.0
    return points
