"""When a customer wants to decide, start, renew or finish: the time of a turn that reads most like a plan."""
# ruff: noqa: E501 -- tables of words

import datetime as dt
import re
from dataclasses import replace

from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.dates import (
    BY_EN,
    CONSEQUENCE_EN,
    NOUN_AFTER_EN,
    REASON_AFTER_JA,
    around,
    dates_ahead,
)
from insight_desktop.insights.notice_periods import by_notice
from insight_desktop.insights.past_days import is_told_as_past
from insight_desktop.insights.relative_days import with_relative

_ALSO = {"ja": 2.0, "en": 2.5}
"""Points from which on a time is a plan of its own beside a better one: «decided by October, to begin in April»."""


def plan_of(text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None) -> DateMention | None:
    """Return the time at which the customer wants to decide, start, renew or finish, or None where none is named."""
    return next(reversed(plans_of(text, held_on, language, anchor=anchor)), None)


def plans_of(text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None) -> tuple[DateMention, ...]:
    """Return the times at which the customer wants to decide, start, renew or finish, the surest last.

    Beside the surest stand only other days that would read as plans without it.
    """
    named = dates_ahead(text, held_on, language, anchor=anchor)
    named = [m for m in named if not is_told_as_past(text, m, held_on, language)]
    if language == "ja":
        named = [_opened(text, mention, language) for mention in named]
    mentions = with_relative(text, named, anchor, held_on, language)
    if language == "ja":
        mentions = [mention for mention in mentions if not _BUSY_AFTER_JA.match(text[mention.end :])]
    mentions = [_opened(text, mention, language) for mention in mentions]
    points = _plan_points_ja if language == "ja" else _plan_points_en
    scored = sorted((points(text, mention), number) for number, mention in enumerate(mentions))
    if not scored:
        return ()
    best = mentions[scored[-1][1]]
    dated = [mention for mention in mentions if mention.date is not None]
    if len(dated) == 1:
        return (by_notice(text, best, held_on, language),)
    days = {best.date: best} if best.date is not None else {}
    for worth, number in reversed(scored[:-1]):
        day = mentions[number].date
        if days and day is not None and worth >= _ALSO[language]:
            days.setdefault(day, mentions[number])
    return (*reversed(days.values()),) if days else (best,)


def _opened(text: str, mention: DateMention, language: str) -> DateMention:
    """Return the mention without its day where it only says before which nothing happens: 盆が済んでから, «after July»."""
    before, after = around(text, mention)
    words = text[mention.start : mention.end]
    if language == "ja":
        is_open = (
            _DONE_AFTER_JA.match(after)
            or _HOLIDAYS_OVER_JA.search(words)
            or (_EARLIEST_BEFORE_JA.search(before) and not mention.is_start)
        )
    else:
        is_open = _OPEN_BEFORE_EN.search(before + words)
    return replace(mention, precision=Precision.VAGUE, is_start=False, is_limit=True) if is_open else mention


# --- Japanese

_DONE_AFTER_JA = re.compile(
    r"^(?:の(?!うち)[^、。中末]{0,8}?)?(?:[がはもの])?(?:終わ(?:って|った(?!次の日|翌日|あくる日)|ったら|りゃ|れば|んねえと|らんと|らないと)(?!い)|済んで|済んだ(?!次の日|翌日|あくる日)|済めば|済まんと|過ぎて(?:から)?|過ぎたら|過ぎん(?:と|ば)"
    r"|を?(?:越|超)え(?:て|たら)|(?:の)?声を聞いて|が?明け(?:て|たら)|以降)"
)
_HOLIDAYS_OVER_JA = re.compile(r"連休(?:が)?明け")
_BUSY_AFTER_JA = re.compile(
    r"^(?:中|末|頃|ごろ)?[はも][^、。]{0,8}(?:無理|だめ|駄目|忙し|動け(?:ない|ん|ません)|手が(?:空|離|回)|埋まって)"
)
"""«June is out of the question» names no time to plan for."""
_EARLIEST_BEFORE_JA = re.compile(r"早[くぐ](?:て|ても|とも)$|早け(?:れば|りゃ)$")

_WISH_AFTER_JA = re.compile(
    r"ないと困|始め|はじめ|使い|使え|使う|動い|動か|動け|決め|決ま|決ます|結論|切り替|切替|入れ|稼働|開け|契約|導入|付け|据え|終わ|間に合|締切|締め切|必着|期限|諮|かけ|更新|載せ|回し|頼"
    r"|お願い|いける|スタート|開始|納まっ|済ませ|固め|形に|直っ|判断|返事|考え|検討|確定|やる|そろ|揃|見|白黒|腹"
)
_WISH_BEFORE_JA = re.compile(
    r"(?:動か|始め|やる|入れ|使|導入|する|替え)[^、。]{0,4}(?:としたら|とすれば|とすると|なら)|やるなら|入れるなら|始めるなら|決めるなら|動けるのは|始めるとし|やるとし|するなら|できれば|遅くとも|なるべく|目標|それより|だから|なので|せやから|それまで|理想"
)
_PAST_AFTER_JA = re.compile(
    r"^(?:に|は|、|の)?[^、。]{0,14}?(?:ました|でした|やった|入った|来た|もらった|始めた(?!い)|だった)"
)
_OTHER_AFTER_JA = re.compile(r"^(?:分|の分|号|の頭に|は(?:年末|忙|毎年|引っ越|戦争|引き継|予算))")

_ELSE_TOO_LATE_JA = re.compile(
    r"^(?:の(?!うち)[^、。]{0,8})?(?:に(?:は)?|まで(?:に)?)間に合|^に(?:ずれ|なると|なったら)|^の[^、。]{0,10}(?:だめ|ダメ|駄目|次第)|^(?:の[^、。]{0,6})?(?:が(?:始ま|ある)(?:って|る(?:から|ので|んで))|開始で)"
)
"""Why it must be decided before, and what would follow."""
_MISSED_BEFORE_JA = re.compile(r"(?:逃す|過ぎる|でない|じゃない|さもない|しない|ならない)と、?[^、。]{0,3}$")
_REASON_RUN_ON_JA = re.compile(r"^(?:まで|に|で|は)?[^、。]{0,6}?(?:なので|なんで|だから|ですから)(?![、。])")
"""A reason in talk without punctuation."""
_LASTS_JA = re.compile(r"^(?:まで|で切れ|で終わ)(?:で|だ|です|やけ|なん|ん|る|ます)")
"""How long something lasts that is there already."""
_WISHED_REASON_JA = re.compile(
    r"^[^、。]{0,20}?(?:たい|てほしい|て欲しい)(?:んで|ので|んだから|んですから|ですから|から|けん|さかい|けえ|もんで)(?:[、。]|$)"
)
"""«I want to be through by then, so …» is a wish, though said as a reason."""
_THERE_AFTER_JA = re.compile(r"^(?:に|です|の[^、。]{0,6})?[、。]?そこ(?:で決|が(?:期限|締)|まで)")
_REPAIR_BEFORE_JA = re.compile(
    r"(?:いや(?:いや)?|じゃなく(?:て|)|違う|違った|違いました|訂正|間違えた|もとい)、?[^、。]{0,4}$"
)


_AFTER_JA = (
    (REASON_AFTER_JA, -1.5),
    (_REASON_RUN_ON_JA, -1.5),
    (_PAST_AFTER_JA, -2.0),
    (_OTHER_AFTER_JA, -1.5),
    (_ELSE_TOO_LATE_JA, -3.0),
    (_LASTS_JA, -1.5),
    (_WISHED_REASON_JA, 1.5),
)
_BEFORE_JA = ((_MISSED_BEFORE_JA, -3.0), (_REPAIR_BEFORE_JA, 1.5))


def _plan_points_ja(text: str, mention: DateMention) -> float:
    before, after = around(text, mention)
    points = -0.5 if mention.precision is Precision.VAGUE else 1.0
    if mention.is_limit or mention.is_start:
        points += 1.5
    if mention.precision is Precision.DAY:
        points += 0.3
    if _WISH_AFTER_JA.search(after[:24]):
        points += 1.0
    if _WISH_BEFORE_JA.search(before[-14:]):
        points += 1.0
    if _THERE_AFTER_JA.match(text[mention.end :]):
        points += 1.5
    points += sum(more for pattern, more in _AFTER_JA if pattern.match(after))
    return points + sum(more for pattern, more in _BEFORE_JA if pattern.search(before))


# --- English

_OPEN_BEFORE_EN = re.compile(
    r"\bafter\s+(?:the\s+)?\w+(?:\s+\w+)?$|\b(?:no(?:t|body|thing| one)?|never|\w+n't)\b[^.;,]{0,50}\b(?:before|until|till)\s+(?:the\s+)?\w+(?:\s+\w+)?$",
    re.IGNORECASE,
)

_WISH_EN = re.compile(
    r"\b(?:start|begin|ha(?:s|ve) to (?:be|have)|go live|live|switch|decided?|decision|sign(?:ed)?|voted|spent|renew(?:ed)?|in place|running|up and running|ready|done|settled|sorted|install|open|launch|finish|complete|order|"
    r"change over|move|make up our minds|answer|give notice|notice|by then|before then|vote|runs? out|due|from then|earliest|soonest|latest|deadline)\b",
    re.IGNORECASE,
)

_PAST_BEFORE_EN = re.compile(r"\b(?:was|were|had|went|came|did|closed)\b[^.;,]{0,40}$", re.IGNORECASE)
_REPAIR_BEFORE_EN = re.compile(
    r"\b(?:no,? wait|wait,? no|or rather|i mean|sorry|make (?:it|that)|no,)\s*,?\s*(?:by |on |the |end of )*$",
    re.IGNORECASE,
)


_BEFORE_EN = (
    (CONSEQUENCE_EN, -1.5),
    (
        re.compile(
            r"\b(?!(?:i|we|you|it|this|that|there|what)\b)\w+(?:'s|’s| is| are) (?:only |just )?(?:coming|visiting|calling|looking) (?:in |by |round )?(?:on )?(?:the )?$",
            re.IGNORECASE,
        ),
        -1.2,
    ),
    (
        re.compile(
            r"\b(?:after that\b[^.;]{0,30}|until then|till|last|since|back in|not in)\s*(?:the\s+)?$", re.IGNORECASE
        ),
        -1.0,
    ),
    (_PAST_BEFORE_EN, -1.5),
    (_REPAIR_BEFORE_EN, 1.5),
)


def _plan_points_en(text: str, mention: DateMention) -> float:
    before, after = around(text, mention)
    points = -0.5 if mention.precision is Precision.VAGUE else 1.0
    if mention.precision is Precision.DAY:
        points += 0.4
    if mention.is_limit or mention.is_start or BY_EN.search(before):
        points += 0.7
    if _WISH_EN.search(before) or _WISH_EN.search(after):
        points += 0.8
    if NOUN_AFTER_EN.match(after):
        points -= 1.0
    return points + sum(more for pattern, more in _BEFORE_EN if pattern.search(before))
