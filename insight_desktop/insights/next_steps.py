"""Promises: who does what until when, in the speaker's own words."""
# ruff: noqa: E501 -- tables of words

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import LabelledTurn, NextStep, Owner, Signal
from insight_desktop.domain.speaker import Role
from insight_desktop.insights.content_words import content_words
from insight_desktop.insights.date_mention import DateMention
from insight_desktop.insights.due_dates import due_of, dues_of
from insight_desktop.insights.echoed_days import without_echoes
from insight_desktop.insights.facts import shortened
from insight_desktop.insights.moved_promises import is_moved
from insight_desktop.insights.speech import sentences, without_fillers
from insight_desktop.insights.turn_dates import anchor_before

_JOIN_WITHIN = 2
_CONFIRM_WITHIN = 3
_SHARED = 0.34
_COMMON, _SHARED_FAR = 2, 0.5
_SHORT = {"ja": 24, "en": 50}

_ASK_JA = re.compile(
    r"(?:て|で)(?:ください|下さい|くれ(?:ます|ません|る|ない|へん)?|もらえ|いただけ|頂け|ちょうだい|ほしい|欲しい|おくれ|や[。、]?$|くれや)|お願い(?:し|でき|いたし)|頼む|頼みます|よろしく"
)
_OWN_JA = re.compile(
    r"(?:私|僕|俺|わし|うち|こっち|こちら|自分)(?:の(?:ほう|方))?(?:が|は|から|で|も)|(?:し|き|り|み|ち|に|び|え|け|せ|て|べ|め|れ|げ)(?:ます|とき(?:ます|ます)?|ておき|ときます|とく|とくわ|とくけん|ましょう)"
)
_ASK_EN = re.compile(
    r"\b(?:(?:would|could|can|will) you|give me|ring me|call me|send me|send us|get me|email me|mail me|come (?:to|by|over|and)|let me have|put .{0,40} for me|i'd like (?:it|you|the)|i need (?:it|you|the)|please|show me|bring (?:me|us|it))\b",
    re.IGNORECASE,
)
_OWN_EN = re.compile(
    r"\b(?:i'll|i will|i'm going to|i'm gonna|we'll|we will|i shall|i can|i'd|let me|she'll|he'll|they'll|i'm (?:sending|putting|getting|having|taking|calling))\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(
    r"その日|同じ(?:日|金曜|月曜|火曜|水曜|木曜|便)|それまで|その(?:とき|時|際|席|場)|そん(?:とき|時)|当日|一緒に|いっしょに|併せて|あわせて|合わせて|見積(?:もり)?に|次回|お持ちする日|のときに?、|(?:午前|午後)?[0-9一二三四五六七八九十]+時(?:半)?(?:に|で)"
    r"|\bsame (?:day|time|email|document)\b|\bthat day\b|\bby then\b|\bwith it\b|\bin (?:there|it)\b|\balong with\b|\bat the same time\b|\btogether with\b|\bi'll include\b|\bthe day\b|\b(?:in|on) the (?:diary|calendar)\b"
    r"|\bi'll be (?:there|on at|in at|here)\b|\bthat (?:morning|afternoon|evening|night)\b|\bfor that\b|\bafter that\b|\bwhen (?:he|she|you|they) comes?\b|^(?:\w+[.,]? )?then i(?:'ll|'m| will)\b",
    re.IGNORECASE,
)
_DEED_JA = re.compile(
    r"お?(?:送り|持ち|届け|渡し|出し|作り|返事|答え|電話|伝え|調べ|見せ|話し|聞き|待ち)|送|届|渡|伺|参り|まいり|持参|用意|連絡|報告|まとめ|設定|確認|手配|提出|押さえ|直し|足し|付け|案内|相談|回答|入り|説明|作|出す|出し|掛け合|やら|揃|選|頼|書"
)
_DEED_EN = re.compile(
    r"\b(?:i'll|i will|we'll|we will|i'm going to|i'm gonna|let me|i can|you'll (?:have|get|hear)|you get|i'd|will be with you|send|email|ring|call|bring|give|get|put|draft|write|ask|check|set)\b",
    re.IGNORECASE,
)


def read_next_steps(conversation: Conversation, labelled: Sequence[LabelledTurn]) -> tuple[NextStep, ...]:
    """Return the promises of a call in order; one that is asked for, given and confirmed is one."""
    steps: list[NextStep] = []
    for turn in labelled:
        score = next((score for score in turn.labels if score.signal is Signal.NEXT_STEP), None)
        if score is not None:
            steps += _steps(conversation, conversation.turns[turn.index], score.confidence, steps)
    promised, echoes = without_echoes(conversation, steps)
    return tuple(
        replace(
            step, turns=tuple(sorted({*step.turns, *(echo for turn in step.turns for echo in echoes.get(turn, ()))}))
        )
        for step in _joined(conversation, promised)
    )


def _steps(conversation: Conversation, turn: Turn, confidence: float, earlier: Sequence[NextStep]) -> list[NextStep]:
    """Return the promises of one turn: one, or several that are clearly apart and have days of their own."""
    language, held_on = conversation.language, conversation.held_on
    anchor = anchor_before(conversation, turn.index, days_only=True)
    last = next((step.due for step in reversed(earlier) if step.due is not None), None)
    mentions = dues_of(turn.text, held_on, language, anchor=anchor, last=last) if held_on is not None else []
    owner = owner_of(turn, language)
    if len(mentions) < 2:  # noqa: PLR2004 -- one or none
        due = mentions[0].date if mentions else None
        if due is None and _SAME_DAY.search(turn.text):
            due = _asked_for(conversation, turn) or last
        what = _deed(turn.text, language)
        return [NextStep(turns=(turn.index,), owner=owner, what=what, due=due, confidence=confidence)]
    found = []
    for mention, part in zip(mentions, _parts(turn.text, mentions), strict=True):
        what = shortened(part, language)
        found.append(NextStep(turns=(turn.index,), owner=owner, what=what, due=mention.date, confidence=confidence))
    return found


def _asked_for(conversation: Conversation, turn: Turn) -> dt.date | None:
    """Return the day that the turn just before names: 明日の朝、何時だ → 六時に伺います."""
    if not turn.index or conversation.held_on is None:
        return None
    before = conversation.turns[turn.index - 1]
    found = due_of(before.text, conversation.held_on, conversation.language)
    return found.date if found is not None and before.speaker != turn.speaker else None


def _parts(text: str, mentions: Sequence[DateMention]) -> list[str]:
    """Cut a turn between its promises, at the last comma or full stop before each later day."""
    cuts = [0]
    for before, after in pairwise(mentions):
        between = text[before.end : after.start]
        place = max((m.end() for m in re.finditer(r"[、。]|[.,;!?]\s", between)), default=len(between))
        cuts.append(before.end + place)
    return [text[start:end].strip() for start, end in pairwise([*cuts, len(text)])]


def _due(conversation: Conversation, turn: Turn) -> dt.date | None:
    if conversation.held_on is None:
        return None
    anchor = anchor_before(conversation, turn.index, days_only=True)
    mention = due_of(turn.text, conversation.held_on, conversation.language, anchor=anchor)
    return mention.date if mention is not None else None


def owner_of(turn: Turn, language: str) -> Owner:
    """Return who promised: the speaker, unless the customer asks the rep for it."""
    if turn.role is Role.REP:
        return Owner.REP
    asks, own = (_ASK_JA, _OWN_JA) if language == "ja" else (_ASK_EN, _OWN_EN)
    return Owner.REP if asks.search(turn.text) and not own.search(turn.text) else Owner.CUSTOMER


def _deed(text: str, language: str) -> str:
    """Return the sentences that hold the promise, without fillers."""
    pattern = _DEED_JA if language == "ja" else _DEED_EN
    kept = [part for part in sentences(without_fillers(text, language)) if pattern.search(part)]
    between = "" if language == "ja" else " "
    return shortened(between.join(kept) if kept else text, language)


def _joined(conversation: Conversation, steps: Sequence[NextStep]) -> tuple[NextStep, ...]:
    result: list[NextStep] = []
    for step in steps:
        moved = next((n for n in range(len(result) - 1, -1, -1) if is_moved(conversation, result[n], step)), None)
        if moved is not None:
            before = result[moved]
            result[moved] = replace(before, turns=(*before.turns, *step.turns), due=step.due)
            continue
        at = next((n for n in range(len(result) - 1, -1, -1) if _same(conversation, result[n], step)), None)
        if at is None:
            result.append(step)
        else:
            before = result[at]
            promised = conversation.turns[step.turns[0]].role is Role.REP and before.owner is Owner.REP
            asked = conversation.turns[before.turns[0]].role is not Role.REP
            result[at] = replace(
                before,
                turns=tuple(sorted({*before.turns, *step.turns})),
                what=step.what if promised and asked else before.what,
                due=step.due if before.due is None or (promised and asked and step.due) else before.due,
                confidence=max(before.confidence, step.confidence),
            )
    return tuple(result)


def _same(conversation: Conversation, before: NextStep, step: NextStep) -> bool:
    """Tell whether a promise repeats, confirms or adds to an earlier one."""
    if before.owner is not step.owner or (before.due is not None and step.due is not None and before.due != step.due):
        return False
    language = conversation.language
    first, second = conversation.turns[before.turns[-1]], conversation.turns[step.turns[0]]
    distance = second.index - first.index
    if distance == 0:
        return False
    if first.role is not Role.REP and second.role is Role.REP and before.owner is Owner.REP:
        return distance <= _CONFIRM_WITHIN  # asked by the customer, promised by the rep
    words = content_words(before.what, language), content_words(step.what, language)
    common = len(words[0] & words[1])
    shared = common / max(1, min(len(words[0]), len(words[1])))
    if distance <= _JOIN_WITHIN:
        bare = due_is_borrowed(conversation, second) and (
            _ADDS.search(second.text) or len(second.text) <= _SHORT[language]
        )
        return shared >= _SHARED if before.due == step.due and not bare else bool(bare) or shared >= _SHARED
    # A vague promise («I'll look into it») that is made concrete later in the call.
    return before.due is None and common >= _COMMON and shared >= _SHARED_FAR


def due_is_borrowed(conversation: Conversation, turn: Turn) -> bool:
    """Tell whether a turn names no day of its own."""
    return _due(conversation, turn) is None


_ADDS = re.compile(
    r"も(?:一緒に|併せて|あわせて)?[^。]{0,12}(?:付け|つけ|添え|お付け|同行|入れ|載せ)|併せて|あわせて|一緒に|同行|両方で|^(?:はい|承知|かしこまり|わかりました)"
    r"|(?:午前|午後)?[0-9一二三四五六七八九十]+時(?:半)?(?:に|で|以降|ごろ|まで)|\b(?:both|as well|along with|same email|i'll include|with it|at \w+ (?:o'clock|then))\b",
    re.IGNORECASE,
)
