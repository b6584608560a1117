"""Candidates for the name of another vendor in an English turn: capitalised words that are no person, place or day."""
# ruff: noqa: E501, C901, PLR2004 -- tables of words; one rule a line

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
    r"\b[A-Z][A-Za-z0-9]*(?:[-&][A-Z]?[A-Za-z0-9]+)*(?:\s(?:[A-Z][A-Za-z0-9]+(?:-[A-Z]?[a-z]+)?|365|One|&\s[A-Z]\w+)\b)*"
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


def candidates(text: str, conversation: Conversation) -> list[tuple[str, float]]:
    """Return the names that an English turn may hold, with points."""
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
        found.append((name, _score_en(name, before, after, conversation)))
    return [(name, score) for name, score in found if score > 0]


def _score_en(name: str, before: str, after: str, conversation: Conversation) -> float:
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
    if starts and not inner:
        # «Brightwire.» may open a sentence; so may any word, unless it is capitalised elsewhere too
        elsewhere = sum(bool(re.search(rf"(?<=[a-z,] ){re.escape(name)}\b", turn.text)) for turn in conversation.turns)
        score += 0.5 if elsewhere else -0.4
    if _KIN_BEFORE_EN.search(before):
        score -= 1.8
    if _PLACE.fullmatch(name) or re.search(r"\b(?:in|over in|up in|down in|near|to|before|around|outside)\s+$", before):
        score -= 1.6
    if " " not in name and not inner:
        called = sum(bool(re.search(rf", {re.escape(name)}[.?!,]", turn.text)) for turn in conversation.turns)
        score -= 1.5 * min(called, 1) + (0.4 if len(name) <= _SHORT_NAME else 0.0)
    if _VOCATIVE_EN.search(before) and after[:1] in ".,?!" and not inner and " " not in name:
        score -= 1.2
    if _PERSON_AFTER_EN.match(after):
        score -= 1.2
    return score
