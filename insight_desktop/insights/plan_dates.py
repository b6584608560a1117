"""When a customer wants to decide, start, renew or finish: the time of a turn that reads most like a plan."""
# ruff: noqa: E501 -- tables of words

import datetime as dt
import re

from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.dates import (
    BY_EN,
    CONSEQUENCE_EN,
    NOUN_AFTER_EN,
    REASON_AFTER_JA,
    around,
    find_dates,
    is_ahead,
)


def plan_of(text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None) -> DateMention | None:
    """Return the time at which the customer wants to decide, start, renew or finish, or None where none is named."""
    mentions = [m for m in find_dates(text, held_on, language, anchor=anchor) if is_ahead(m, held_on)]
    points = _plan_points_ja if language == "ja" else _plan_points_en
    scored = [(points(text, mention), number, mention) for number, mention in enumerate(mentions)]
    best = max(scored, default=None, key=lambda item: item[:2])
    return best[2] if best is not None else None


# --- Japanese

_WISH_AFTER_JA = re.compile(
    r"始め|はじめ|使い|使え|使う|動い|動か|動け|決め|決ま|決ます|結論|切り替|切替|入れ|稼働|開け|契約|導入|付け|据え|終わ|間に合|締切|締め切|必着|期限|諮|かけ|更新|載せ|回し|頼"
    r"|お願い|いける|スタート|開始|納まっ|済ませ|固め|形に|直っ|判断|返事|考え|検討|確定|やる|そろ|揃|見|白黒|腹"
)
_WISH_BEFORE_JA = re.compile(
    r"(?:動か|始め|やる|入れ|使|導入|する|替え)[^、。]{0,4}(?:としたら|とすれば|とすると|なら)|やるなら|入れるなら|始めるなら|決めるなら|動けるのは|始めるとし|やるとし|するなら|できれば|遅くとも|なるべく|目標|それより|だから|なので|せやから|それまで|理想"
)
_PAST_AFTER_JA = re.compile(
    r"^(?:に|は|、|の)?[^、。]{0,14}?(?:ました|でした|やった|入った|来た|もらった|始めた(?!い)|だった)"
)
_OTHER_AFTER_JA = re.compile(r"^(?:分|の分|号|の頭に|は(?:年末|忙|毎年|引っ越|戦争|引き継|予算))")


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
    if REASON_AFTER_JA.match(after):
        points -= 1.5
    if _PAST_AFTER_JA.match(after):
        points -= 2.0
    if _OTHER_AFTER_JA.match(after):
        points -= 1.5
    return points


# --- English

_WISH_EN = re.compile(
    r"\b(?:start|begin|go live|live|switch|decide|decision|sign|renew|in place|running|up and running|ready|done|settled|sorted|install|open|launch|finish|complete|order|"
    r"change over|move|make up our minds|answer|give notice|notice|by then|before then|vote|runs? out|due|from then|earliest|soonest|latest|deadline)\b",
    re.IGNORECASE,
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
    if CONSEQUENCE_EN.search(before):
        points -= 1.5
    if re.search(r"\b(?:after that|until then|till|last|since|back in|not in)\s*(?:the\s+)?$", before, re.IGNORECASE):
        points -= 1.0
    return points
