# ruff: noqa: E501, SIM905 - lists of words
"""Phrases of an English sentence that could name what it is about: “invoices go out late”.

Clauses without what leads to them, and runs of two to six words inside them that neither begin nor end with a word that
leads on to another one.
"""

import re
from collections.abc import Iterator

from insight_desktop.insights.content_words import content_words

LONGEST = 6
_BREAK = re.compile(
    r"[.,;:!?…—–()\"“”]+|\b(?:and|but|so|because|which|that|when|if|or|then|while|until|since|who|where|as|than)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w$£€%]+(?:['’\-]\w+)*%?")
_LEADS = frozenset(
    "the a an this that these those it it's its he she they them him her i i'm i've i'd i'll we we're we've we'd we'll you you're you've "
    "to of in on at by for with from into about over under up out off is are was were be been being am do does did have has had will "
    "would can could should may might must and or but so just really very quite also still even only there there's here what how why "
    "not my your his their our me us one well oh yeah like get got go goes going went some any all every each much many more most "
    "don't doesn't didn't isn't aren't wasn't couldn't wouldn't won't can't cannot".split()
)
_FIRST_ALLOWED = frozenset(
    "no not never can't cannot couldn't won't don't doesn't didn't all every more one too nobody nothing".split()
)
_PRONOUNS = frozenset("i you he she it we they there that this what who where here how".split())
_VAGUE = content_words(
    "man men woman women guy guys bloke lad lads girl girls boy boys people person folk folks stuff thing things lot lots bit "
    "kind sort way ways time times day days week weeks month months year years minute minutes hour hours percent money half "
    "number numbers place places everybody somebody nobody anybody everyone someone anyone one ones best good nice honest mate",
    "en",
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half dozen couple first second third once twice".split()
)
_NEVER_LAST = frozenset(
    "whether within above below through across between against without along around behind inside outside near past per onto upon toward "
    "towards during afterwards afterward wear wears turn turns run runs sit sits either earlier later alone now then again together today tonight yesterday tomorrow though anyway already ago away back "
    "somebody someone anybody anyone everybody everyone something anything everything nothing himself herself itself "
    "themselves yourself myself too enough else instead straight ever never always often soon before after says said say "
    "want wants wanted need needs needed ask asks asked tell tells told told think thinks know knows knew see sees saw come "
    "comes came take takes took make makes made give gives gave let lets put puts keep keeps kept start starts started which "
    "whose more less most least new old big small good bad nice same other another whole certain proper actual own second".split()
)
_NEVER_FIRST = frozenset(
    "before after since during until best worst better worse within above below through across between against without along around "
    "behind inside outside near per onto upon toward towards most top use used able last next few whoever whatever whichever says said told asked want wants wanted need needs needed let lets give gives gave got gets came "
    "comes come took takes take made makes make saw sees knows knew think thinks thought past away back nice good bad new old big "
    "small same other another whole certain proper actual own honestly basically actually probably maybe plus straight right".split()
)
_OPENERS = frozenset(
    "want wants wanted need needs needed love like loved ask asked say said tell told think thought know knew mean guess suppose "
    "honestly basically actually probably maybe please look listen right okay ok yes yeah no well now then also what's that's "
    "which who somebody something there's could can please".split()
)
_TAILS = frozenset(
    "please mate honestly really right you know me us it them him her of to in on at by for with from".split()
)
_NEVER_INSIDE = frozenset("i i'm i've i'd i'll you you're you've he she oh yeah um uh er well y'all".split())


def words(text: str) -> frozenset[str]:
    """Return the stems of the words by which sentences are compared."""
    return content_words(text, "en") - _VAGUE


def phrases(text: str) -> Iterator[tuple[str, frozenset[str], bool]]:
    """Yield each phrase with the stems of its content words, and whether it is all that a clause says.

    A clause without what leads to it (“I'd want …”, “so we …”) tells a thing whole; a run inside it may be torn.
    """
    for clause, begins in _clauses(text):
        run = _WORD.findall(clause)
        whole = _whole(run)
        if whole is not None:
            yield from _told(run[whole], is_first=begins and whole.start == 0, is_whole=True)
        for first in range(len(run)):
            for last in range(first + 2, min(first + LONGEST, len(run)) + 1):
                if slice(first, last) != whole:
                    yield from _told(run[first:last], is_first=begins and first == 0, is_whole=False)


def _clauses(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each clause, and whether a sentence begins with it, so that its first letter is a capital anyway."""
    at, begins = 0, True
    for found in _BREAK.finditer(text):
        yield text[at : found.start()], begins
        at, begins = found.end(), bool(set(found.group()) & set(".!?"))
    yield text[at:], begins


def _told(part: list[str], *, is_first: bool, is_whole: bool) -> Iterator[tuple[str, frozenset[str], bool]]:
    """Yield a run of words where it can stand alone and tells more than a subject."""
    lower = [_plain(word) for word in part]
    if _stands(lower) and not any(map(_is_name, part[1:] if is_first else part)):
        stems = words(" ".join(part))
        if len(stems) >= 2:  # noqa: PLR2004 - one word alone names a subject, not what is with it
            yield " ".join(part), stems, is_whole


def _whole(run: list[str]) -> slice | None:
    """Return where in a clause the part stands that is left without its opening; None where it is too long."""
    lower = [_plain(word) for word in run]
    first, last = 0, len(run)
    while first < last and _leads(lower[first]):
        first += 1
    while first < last and lower[last - 1] in _NEVER_LAST | _TAILS:
        last -= 1
    return slice(first, last) if 2 <= last - first <= LONGEST + 1 else None  # noqa: PLR2004 - one word is no phrase


def _leads(word: str) -> bool:
    return word in _OPENERS or word in _LEADS - _FIRST_ALLOWED or word.partition("'")[0] in _PRONOUNS


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _stands(words_: list[str]) -> bool:
    """Tell whether a run of words, in small letters, can stand alone: nothing leads on, and no number opens it."""
    first, last = words_[0], words_[-1]
    if len(first) == 1:
        return False
    opens_badly = (
        first in _NEVER_FIRST
        or first.partition("'")[0] in _PRONOUNS
        or first.partition("-")[0] in _NUMBERS
        or first[:1].isdigit()
    )
    if opens_badly or first in _LEADS - _FIRST_ALLOWED:
        return False
    if (
        last in _LEADS
        or last in _NEVER_LAST
        or last.partition("-")[0] in _NUMBERS
        or last.isdigit()
        or last.endswith(("'s", "ly"))
    ):
        return False
    return not set(words_) & _NEVER_INSIDE


def _is_name(word: str) -> bool:
    """Tell whether a word inside a sentence is somebody's or some place's name; `API` and `CSV` are none."""
    return word[:1].isupper() and not word.isupper()
