"""Candidates for the name of another vendor in an English turn: capitalised words that are no person, place or day."""
# ruff: noqa: E501, PLR2004 -- tables of words; one rule a line

import re

from insight_desktop.domain.conversation import Conversation
from insight_desktop.insights.currencies import PLACES

_SHORT_NAME = 5
_PLAIN_WORDS = """
I I'm I'll I'd I've It It's He She We They You There That This The A An And But So Or If When What Why How Who
Where Which Not No Yes Yeah Oh Ah Well Now Then Just Only Because Since Before After Until For From With Without
At In On By To Of As Is Are Was Were Be Do Does Did Have Has Had Can Could Will Would Should May Might Must My
Our Your His Her Their Its One Two Three Four Five Six Seven Eight Nine Ten Honestly Look Listen See Sure Right
Okay OK Fine Good Great Nice Lovely Maybe Perhaps Sorry Thanks Thank Please Every Some Any All Both Each Most
Same Such Nobody Nothing Someone Something Everybody Everyone Everything Anyway Actually Basically Monday
Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
October November December Christmas Easter Diwali Thanksgiving Halloween English French German Irish British
American God Lord Jesus Excel Word Outlook Google Teams Zoom WhatsApp PDF SMS CSV IT HR CEO CFO FD MD ERP CRM
API SQL UK US USA EU VAT NHS QR TV PC Mr Mrs Ms Dr Sir Ma'am Um Uh Er Hm Mm Ha Hmm Eh Ooh Ugh Hah Mind Depends
Ours Theirs Yours Hers Never Always Still Even Also Though Although Let Lets Get Got Give Take Put Tell Ask Say
Said Call Send Come Go Going Been Being Here Like Too Very Really Quite Rather More Less Much Many Few Last Next
First Second Third Half Whole Cheap Cheaper Pretty Decent Fella Guy Bloke Nobody's They're We're You're That's
There's He's She's What's They've We've Storage Face Old Big Small New Young Green Ugly Smeared Frankly Supply
Beds Legally Realistically Hold Head Rates Apps Price Prices Prince
"""
"""Words that are capitalised and name no vendor."""
NOT_NAMES = frozenset(_PLAIN_WORDS.split())
_NAME_EN = re.compile(
    r"\b[A-ZÀ-Þ][A-Za-zÀ-ÿ0-9]*(?:[-&][A-Z]?[A-Za-zÀ-ÿ0-9]+)*(?:\s(?:[A-ZÀ-Þ][A-Za-zÀ-ÿ0-9]+(?:-[A-Z]?[a-z]+)?|365|One|&\s[A-Z]\w+)\b)*"
)
_CUE_BEFORE_EN = re.compile(
    r"\b(?:from|called|named|on|with|use|using|used|uses|had|have|got|get|to|off|at|by|against|versus|vs|than|like|trialling|trialled|tried|want|wants|recommends?|prefer|is|it's|and|of|ask|look at|looked at|seen|demo (?:with|of)|mentioned|that|see|on to|through|into|called in|signed|signing|ring|rang|see,)\s+(?:the\s+|a\s+|this\s+)?$",
    re.IGNORECASE,
)
_STRONG_BEFORE_EN = re.compile(
    r"\b(?:called|from|recommends?|on|with|use|using|uses|versus|vs|demo (?:with|of)|had|tried|mentioned|against)\s+(?:the\s+|this\s+)?$",
    re.IGNORECASE,
)
_CUE_AFTER_EN = re.compile(
    r"^(?:'s|’s)?\s*(?:people|partner|rep|price|quote|quoted|has quoted|have quoted|has|have|had|won't|keeps?|emails?|emailed|came|come|does|do|did|do it|is|are|was|were|offered?|reckons?|antivirus|wants?|have been|charges?|would|can|could|already|again|as well|quoted|on|in|for|round|instead|over|mostly)\b|^(?:'s|’s)\b|^[.,]",
    re.IGNORECASE,
)
_VOCATIVE_EN = re.compile(r"(?:,\s*|^(?:thanks|hi|hello|morning|sorry|right|ok|okay)[, ]+)$", re.IGNORECASE)
_PERSON_AFTER_EN = re.compile(
    r"^\s*(?:says|said|told|in (?:finance|accounts|purchasing|it|hr)|and i|who|from|at|over in|calls|signs|decides)\b|^(?:'s|’s) (?:the one|been (?:coming|on))",
    re.IGNORECASE,
)
_KIN_BEFORE_EN = re.compile(
    r"\b(?:my|our|your|his|her|the)?\s*(?:brother-in-law|sister|wife|husband|son|daughter|boss|manager|colleague|mate|friend|uncle|dad|mum|mom|lady|director|nurse|doctor|dr|mr|mrs|ms|old|young|poor|in|near|over in|out in|outside|up in|down in)\.?,?\s+$",
    re.IGNORECASE,
)
_PLACE = re.compile("|".join(PLACES.values()))
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]|\d")


def candidates(text: str, conversation: Conversation, *, asked: bool = False) -> list[tuple[str, float]]:
    """Return the names that an English turn may hold, with points; asked: the turn answers who else is there."""
    found = []
    for match in _NAME_EN.finditer(text):
        name, start = match[0], match.start()
        words = name.split(" ")
        while words and words[0] in NOT_NAMES:
            start += len(words[0]) + 1
            words = words[1:]
        while words and words[-1] in NOT_NAMES:
            words = words[:-1]
        name = " ".join(words)
        if len(name) < 3:
            continue
        before, after = text[:start], text[start + len(name) :]
        found.append((name, _score_en(name, before, after, conversation, asked=asked)))
    return [(name, score) for name, score in found if score > 0]


_OPENS_WITH_TWO, _ANSWERS, _WITH_HOME = 0.6, 0.6, 0.9
_HOME_AFTER_EN = re.compile(r"^,? (?:from|of|in|out of) [A-Z]")
_OWNER_EN = re.compile(r"^(?:'s|’s) (?!got|been|also|the|in\b|at\b|done|offer)[a-z]+")
"""«Abhinav's friend»."""
_VENDOR_AFTER_EN = re.compile(
    r"^(?:'s|’s)?\s*(?:people|crowd|agent|fellow|lot|rang|phoned|called|calls|came by|came in|were (?:over|in|round)|sent|lent|dropped|will|'ll|’ll|have been|pitched|bid|'ve|’ve|'s got|’s got)\b|^(?:'ll|’ll|'ve|’ve)\b",
    re.IGNORECASE,
)
"""What is said of firms that court a customer."""
_SOLD_BEFORE_EN = re.compile(
    r"\b(?:resells?|sells|swears? by|reckons|rates|pushing|(?:do|does|did|doing|it|that|around) in|(?:fellow|fella|guy|man|crowd|outfit|rep|lady|people) from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HOME_BEFORE_EN = re.compile(
    r"(?:\b(?:up|over|down|come|came|comes|all the way|drove)\s+from|([A-Z][A-Za-z]+),? (?:from|of|in|out of))\s+$"
)
"""«They come up from Portsmouth», «Fellside Telematics, from Penrith»: where they are at home."""


def _is_person(name: str, conversation: Conversation) -> bool:
    """Tell whether the call speaks of a single name as of a person."""
    person = re.compile(
        rf"\b{re.escape(name)}(?:,? (?:says|said|told me|thinks|and (?:me|I)\b|the \w+er\b|on the desk)|'s (?:mum|mom|dad|wife|husband|keen))"
        rf"|\b(?:ask|asked|tell|told) {re.escape(name)} (?:to|that|what|about|if|on the)\b"
    )
    return any(person.search(turn.text) for turn in conversation.turns)


def _score_en(name: str, before: str, after: str, conversation: Conversation, *, asked: bool) -> float:
    starts = not before.strip() or before.rstrip()[-1:] in '.!?"“'
    inner = _INNER_CAPITAL.search(name) is not None
    score = 0.6
    if inner:
        score += 1.6
    if _STRONG_BEFORE_EN.search(before):
        score += 1.2
    elif _CUE_BEFORE_EN.search(before):
        score += 0.8
    if _CUE_AFTER_EN.match(after):
        score += 0.7
    if _VENDOR_AFTER_EN.match(after):
        score += 0.7
    if _SOLD_BEFORE_EN.search(before):
        score += 1.2
    if starts and not inner:
        score += _opening(name, after, conversation, asked=asked)
    settled = asked and _HOME_AFTER_EN.match(after) is not None
    return score - _against(name, before, after, conversation, inner=inner, settled=settled)


def _opening(name: str, after: str, conversation: Conversation, *, asked: bool) -> float:
    """Return what speaks for a name that opens a sentence, as any word may."""
    elsewhere = any(re.search(rf"(?<=[a-z,] ){re.escape(name)}\b", turn.text) for turn in conversation.turns)
    score = 0.5 if elsewhere else -0.4
    if _OWNER_EN.match(after):
        return score
    # «Fellside Telematics were over.» opens with a firm; asked for others, a firm is what one names first
    score += _OPENS_WITH_TWO if " " in name else 0.0
    return score + (_ANSWERS + (_WITH_HOME if _HOME_AFTER_EN.match(after) else 0.0) if asked else 0.0)


def _against(name: str, before: str, after: str, conversation: Conversation, *, inner: bool, settled: bool) -> float:
    """Return what speaks for a place or a person."""
    single = " " not in name and not inner
    against = 0.0
    home = _HOME_BEFORE_EN.search(before)
    if home is not None and home[1] not in NOT_NAMES:
        against += 2.0
    if _KIN_BEFORE_EN.search(before):
        against += 1.8
    if _PLACE.fullmatch(name) or re.search(r"\b(?:in|over in|up in|down in|near|to|before|around|outside)\s+$", before):
        against += 1.6
    if single:
        called = any(re.search(rf", {re.escape(name)}[.?!,]", turn.text) for turn in conversation.turns)
        against += (1.5 if called else 0.0) + (0.0 if len(name) > _SHORT_NAME else 0.4)
    if _VOCATIVE_EN.search(before) and after[:1] in ".,?!" and single:
        against += 1.2
    if (_PERSON_AFTER_EN.match(after) and not settled) or (single and _is_person(name, conversation)):
        against += 1.2
    return against
