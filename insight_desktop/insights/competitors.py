"""Names of other vendors and products, from the turns that speak of one.

The trained reader marks the words of names; where it marks none, wordings give candidates (`vendor_names.py`). A name
found once is looked for in all turns of the call; turns without any name («あちらは», «they») speak of the one that was
told last. Our own products, the customer and the people in the call are never competitors.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.insight import CompetitorFact, VendorMark
from insight_desktop.insights.speech import normalised
from insight_desktop.insights.vendor_names import candidates
from insight_desktop.insights.vendor_names_en import NOT_NAMES
from insight_desktop.insights.vendor_names_ja import is_common, trimmed
from insight_desktop.insights.vendor_points import ENOUGH

_ENOUGH_ALONE = 0.8
_STANDS_OUT = 2.0
_AGAIN = 0.5
# Points of a name that the trained reader marked: beside a candidate by wording, alone, a logit of its strength; and
# what a candidate loses where the reader marked other words or none. Fitted on held-out training calls.
_MARKED, _MARK_ALONE, _STRENGTH, _UNMARKED = 0.8, 0.8, 0.3, 0.9
_NEAR = 3
_SHORT_LETTERS, _SHORT_KEY = 2, 3


def competitors(
    conversation: Conversation,
    turns: Sequence[int],
    *,
    leaning: Sequence[int] = (),
    marked: Mapping[int, Sequence[VendorMark]] | None = None,
    ours: Iterable[str] = (),
    rivals: Iterable[str] = (),
) -> tuple[CompetitorFact, ...]:
    """Return the competitors told in the given turns.

    Args:
        conversation: the call.
        turns: those that carry the label `competitor`, in order.
        leaning: those that fall a little short of it; they count where a name stands out in them.
        marked: for each turn the words that the trained reader may take for names of other vendors.
        ours: names of our own products and families.
        rivals: names that the user listed.

    """
    banned = _banned(conversation, ours)
    turns = [index for index in turns if not _is_linked(conversation, index)]
    leaning = [index for index in leaning if not _is_linked(conversation, index)]
    capitals = any(re.search(r"[a-z,] [A-Z][a-z]", turn.text) for turn in conversation.turns)
    named = {
        index: [
            (name, mark.strength)
            for mark in marks
            if (name := _bare(mark.text, conversation.language, has_capitals=capitals))
        ]
        for index, marks in (marked or {}).items()
    }
    flagged = sorted(
        {index for index in turns if 0 <= index < len(conversation.turns)}
        | {index for index in leaning if _stands_out(conversation, index, banned, named.get(index, ()))}
    )
    if not flagged:
        return ()
    near = _near_turns(conversation, flagged)
    points = _points(conversation, flagged, named, banned)
    if not any(score >= ENOUGH for score in points.values()):
        points |= {n: p for n, p in _points(conversation, near, named, banned).items() if p >= ENOUGH}
    chosen = {name for name, score in points.items() if score >= ENOUGH}
    if not chosen and points:
        best = max(points, key=lambda name: (points[name], name))
        chosen = {best} if points[best] >= _ENOUGH_ALONE else set()
    listed = {_key(name): name for name in rivals if name}
    for index in flagged:
        plain = _key(conversation.turns[index].text)
        chosen |= {name for key, name in listed.items() if key in plain}
    names = _whole_names({_full(conversation, name) for name in chosen})
    return _facts(conversation, flagged, names) if names else _generic(conversation, flagged)


_LINKED = {
    "ja": re.compile(
        r"競合(?:じゃ|では)(?:ない|なく|あり)|(?:つな|繋)ぐ先|連携先|[とに](?:つな|繋)が[りる]|(?:つな|繋)がりますか?[?？。]"
        r"|(?:と|への?)連携(?:は|でき|した|も|が)"
    ),
    "en": re.compile(
        r"\bnot a competitor\b|\b(?:does|do|can|could|will|would) (?:it|yours?|that|you|this|they)\b[^.?!]{0,20}"
        r"\b(?:talk to|links?|connects?|integrate|sync|hook|feed|plug)\b"
        r"|\b(?:link|connect|integrate|hook|sync)(?:ed|s|ing)? (?:it |up )?(?:to|with|into) ",
        re.IGNORECASE,
    ),
}


def _is_linked(conversation: Conversation, index: int) -> bool:
    """Tell whether a turn speaks of software that ours only has to be linked with."""
    return _LINKED[conversation.language].search(conversation.turns[index].text) is not None


Named = Sequence[tuple[str, float]]


def _points(
    conversation: Conversation, turns: Sequence[int], named: Mapping[int, Named], banned: set[str]
) -> dict[str, float]:
    """Return what speaks for each name that the turns may hold."""
    points: defaultdict[str, float] = defaultdict(float)
    for index in turns:
        for name, score in _weighed(candidates(conversation, index), named.get(index, ()), has_marks=bool(named)):
            if not _is_banned(name, banned):
                points[name] = max(points[name], score)
    for name in points:
        points[name] += min(2, sum(name in turn.text for turn in conversation.turns) - 1) * _AGAIN
    return points


def _weighed(by_wording: Named, by_reader: Named, *, has_marks: bool) -> list[tuple[str, float]]:
    """Join what wording and reader say: of two names that overlap the longer counts, with the points of both."""
    found = []
    left = list(by_reader)
    for name, score in by_wording:
        same = [mark for mark in left if mark[0] in name or name in mark[0]]
        left = [mark for mark in left if mark not in same]
        strength = max((mark[1] for mark in same), default=None)
        if strength is None:
            found.append((name, score - (_UNMARKED if has_marks else 0.0)))
        else:
            longest = max((name, *(mark[0] for mark in same)), key=len)
            found.append((longest, score + _MARKED + _STRENGTH * strength))
    return found + [(name, _MARK_ALONE + _STRENGTH * strength) for name, strength in left]


def _stands_out(conversation: Conversation, index: int, banned: set[str], named: Named) -> bool:
    weighed = _weighed(candidates(conversation, index), named, has_marks=bool(named))
    return any(score >= _STANDS_OUT and not _is_banned(name, banned) for name, score in weighed)


_AROUND_JA = re.compile(
    r"^[、。「『\s]+|^(?:前|今|いま|別|あの|その|例)?の|^(?:前|今|あの|その)(?=[ァ-ヶA-Z])|[、。」』\s]+$"
    r"|(?:さん|様|はん|[がをはもにでと]|の|って|という|とか)+$|(?<=[ァ-ヶー])社$"
)
_AROUND_EN = re.compile(r"^(?:the|a|an|this|that)\s+|^\W+|\W+$|(?:'s|’s|'ll|’ll|'ve|’ve|'d|’d)$", re.IGNORECASE)
_OF_JA = re.compile(r"(?<=[ァ-ヶーA-Za-z0-9])の.*$")
"""テラクラウドの無料 speaks of テラクラウド; 寺務の友 is a name."""


def _bare(text: str, language: str, *, has_capitals: bool) -> str:
    """Return the name within the words that the reader marked, or an empty text."""
    around = _AROUND_JA if language == "ja" else _AROUND_EN
    while (shorter := around.sub("", text).strip()) != text:
        text = shorter
    if language == "ja":
        text = trimmed(_OF_JA.sub("", text))
        return text if len(text) >= _SHORT_LETTERS and not is_common(text) else ""
    return text if len(text) >= _SHORT_LETTERS and (not has_capitals or text != text.lower()) else ""


def _key(text: str) -> str:
    return "".join(normalised(text).casefold().split())


def _banned(conversation: Conversation, ours: Iterable[str]) -> set[str]:
    customer = conversation.customer
    people = [*customer.contacts, conversation.rep, customer.company]
    parts = {part for name in people for part in re.split(r"[\s、,・/()（）様]+", name) if len(part) > 1}
    own = {part for name in ours for part in (name, *re.split(r"\s+", name)[:1]) if len(part) >= _SHORT_KEY}
    return {_key(part) for part in parts | own}


def _is_banned(name: str, banned: set[str]) -> bool:
    key = _key(name)
    return any(
        key == other or (len(other) >= _SHORT_KEY and (other in key or (len(key) > _SHORT_KEY and key in other)))
        for other in banned
    )


def _near_turns(conversation: Conversation, flagged: Sequence[int]) -> list[int]:
    near = {index + step for index in flagged for step in range(-_NEAR, _NEAR)} - set(flagged)
    return sorted(index for index in near if 0 <= index < len(conversation.turns))


_TRADE_JA = re.compile(r"^[^ァ-ヶー]*(?:屋|業者|会社)$|^[ァ-ヶー]{2,5}屋$")


def _full(conversation: Conversation, name: str) -> str:
    """Return the name as it is told at its longest: 町の農機屋 for 農機屋, Tarrant Vehicles for Tarrant."""
    if conversation.language == "ja":
        pattern = rf"([一-龠々ァ-ヶー]{{1,5}}の{re.escape(name)})" if _TRADE_JA.match(name) else None
    else:
        pattern = rf"\b({re.escape(name)}(?: [A-Z][a-z]+)+)"
    if pattern is None:
        return name
    longer = (match[1] for turn in conversation.turns for match in re.finditer(pattern, turn.text))
    return max((full for full in longer if not NOT_NAMES & set(full.split())), default=name, key=len)


def _whole_names(names: set[str]) -> list[str]:
    """Drop a name that only shortens another one, such as 北斗 beside 北斗警備."""
    return sorted(name for name in names if not any(other != name and (name in other) for other in names))


def _facts(conversation: Conversation, flagged: Sequence[int], names: Sequence[str]) -> tuple[CompetitorFact, ...]:
    turns_of: defaultdict[str, list[int]] = defaultdict(list)
    last: str | None = None
    waiting: list[int] = []
    for turn in conversation.turns:
        inside = [name for name in names if _mentions(turn.text, name)]
        if inside:
            last = inside[-1]
        if turn.index not in flagged:
            continue
        for name in inside:
            turns_of[name].append(turn.index)
        if not inside and last is not None:
            turns_of[last].append(turn.index)
        elif not inside:
            waiting.append(turn.index)
    first = min((name for name in turns_of), key=lambda name: turns_of[name][0], default=names[0])
    for index in waiting:
        turns_of[first].append(index)
    found = [CompetitorFact(turns=tuple(sorted(set(turns_of[name]))), name=name) for name in names if turns_of[name]]
    return tuple(sorted(found, key=lambda fact: (fact.turns, fact.name)))


def _mentions(text: str, name: str) -> bool:
    short = name[:2] if re.fullmatch(r"[一-龠]{3,}", name) else name.split(" ", maxsplit=1)[0]
    return name in text or (len(short) > 1 and f"{short}さん" in text) or (" " in name and short in text)


_GENERIC_JA = re.compile(
    r"((?:今|いま|前|別|他|ほか|よそ|同じ業界|地元|近所|隣)の(?:[ぁ-ん一-龠ァ-ヶー]{0,6})(?:会社|業者|さん|ところ|とこ|メーカー|ベンダー|屋さん|サービス|システム|ソフト)|他社(?:さん)?|某大手(?:さん)?|大手さん|相見積もり先|内製(?:の[一-龠ァ-ヶー]{1,6})?|自作[一-龠ァ-ヶー]{0,6})"
)
_GENERIC_EN = re.compile(
    r"\b((?:the|our|another|a different|the current|their|the other|an?other) (?:\w+ ){0,2}?(?:crowd|lot|vendor"
    r"|supplier|provider|company|outfit|firm|people|system|guy|software)\b(?: (?:we have|in \w+))?|in-house)",
    re.IGNORECASE,
)


def _generic(conversation: Conversation, flagged: Sequence[int]) -> tuple[CompetitorFact, ...]:
    """Return a competitor that is meant but not named, by the words that stand for it."""
    pattern = _GENERIC_JA if conversation.language == "ja" else _GENERIC_EN
    for index in flagged:
        match = pattern.search(conversation.turns[index].text)
        if match:
            return (CompetitorFact(turns=tuple(flagged), name=match[1]),)
    return ()
