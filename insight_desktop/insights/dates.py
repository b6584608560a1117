"""Which of the times named in a turn is the one that counts: for a promise its due date, for a plan its date.

A turn may name several («the board meets on the thirtieth, so I'd like it by the twenty-sixth»). Each gets points for
the words around it; the highest wins, the later one where they are equal, since people correct themselves forward.
"""
# ruff: noqa: E501, C901 -- tables of words; one rule a line

import datetime as dt
import re

from insight_desktop.insights import dates_en, dates_ja
from insight_desktop.insights.date_mention import DateMention, Precision

_DONE_AT_ONCE = 0.8
"""What today loses beside a later day: «I'll measure it today and you'll have the plan on Tuesday» is due on Tuesday."""
_CLAUSE = re.compile(r"[。!?!?]|(?<=[a-z])[.?!](?=\s|$)")


def find_dates(text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None) -> list[DateMention]:
    """Return the times that a text names, in order."""
    find = dates_ja.find if language == "ja" else dates_en.find
    return find(text, held_on, anchor=anchor)


def due_of(
    text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None, last: dt.date | None = None
) -> DateMention | None:
    """Return the time until which something is promised, or None where none is named.

    Args:
        text: the turn.
        held_on: the day of the call.
        language: `ja` or `en`.
        anchor: a date named just before, in whose month a day without a month may be.
        last: the day promised last, which «the night before» goes by.

    """
    mentions = [m for m in find_dates(text, held_on, language, anchor=anchor) if _ahead(m, held_on)]
    points = _due_points_ja if language == "ja" else _due_points_en
    later = any(m.date is not None and m.date > held_on and points(text, m) > 0 for m in mentions)
    scored = [
        (points(text, mention) - (_DONE_AT_ONCE if later and mention.date == held_on else 0.0), number, mention)
        for number, mention in enumerate(mentions)
    ]
    best = max(scored, default=None, key=lambda item: item[:2])
    return best[2] if best is not None and best[0] > 0 else _implied(text, held_on, language, last=anchor or last)


def _implied(text: str, held_on: dt.date, language: str, *, last: dt.date | None) -> DateMention | None:
    """Return the day that a promise without a date means: at once, the next morning, the day before the one named."""
    at_once, morning, before, after = _IMPLIED_JA if language == "ja" else _IMPLIED_EN
    for pattern, day, distance in ((before, last, -1), (after, last, 1), (at_once, held_on, 0), (morning, held_on, 1)):
        match = pattern.search(text)
        if match is not None and day is not None and day + dt.timedelta(days=distance) >= held_on:
            meant = day + dt.timedelta(days=distance)
            return DateMention(first=meant, last=meant, start=match.start(), end=match.end(), precision=Precision.DAY)
    return None


_IMPLIED_JA = (
    re.compile(r"今から|この場で|今ここで|これから[^、。]{0,16}(?:ます|くる|きます|やる|とく)|お帰りに|お帰りまで"),
    re.compile(r"朝一番?で|朝イチで"),
    re.compile(r"前(?:の)?(?:日|晩|夜)(?:まで)?に|前日"),
    re.compile(r"その(?:次|あく)る?の?日|その翌日"),
)
_IMPLIED_EN = (
    re.compile(
        r"\b(?:right|just) now\b|\bstraight ?away\b|\bbefore (?:you|i|we) (?:go|leave|drive)\b|\bwhen you (?:go|leave)\b"
        r"|\bon (?:your|the) way out\b|\bwhile (?:we're|we are|you're|i'm|i am) (?:talking|speaking|here|on)\b"
        r"|\bsoon as (?:we|i) (?:hang up|get off|finish|are done)\b|\bthis (?:dinner ?time|lunch ?time|minute)\b"
        r"|\b(?:i'm|i am|we're|i'll|i will|let me)\b[^.;]{0,60}\bnow\b(?=\s*(?:[.,;!]|$)|\s(?:with|and|so)\b)",
        re.IGNORECASE,
    ),
    re.compile(r"\bin the morning\b|\bfirst thing\b", re.IGNORECASE),
    re.compile(r"\bthe (?:night|day|evening) before\b", re.IGNORECASE),
    re.compile(r"\bthe day after(?: that)?\b(?! tomorrow)", re.IGNORECASE),
)
"""At once, the next morning, the day before and the day after the one named last."""


def dues_of(
    text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None, last: dt.date | None = None
) -> list[DateMention]:
    """Return the times of a turn's separate promises, in order: «the price by Friday, and I'll bring it on the sixth».

    Only clear cases give more than one: each time stands with a deed of its own, in another sentence or clause.
    """
    single = due_of(text, held_on, language, anchor=anchor, last=last)
    if single is None:
        return []
    mentions = [m for m in find_dates(text, held_on, language, anchor=anchor) if _ahead(m, held_on) and m.date]
    points, enough, deed, between = (
        (_due_points_ja, 3.0, _DEED_AFTER_JA, _CLAUSE_JA)
        if language == "ja"
        else (_due_points_en, 2.0, _OWN_DEED_EN, _SENTENCE_EN)
    )
    clear = [m for m in mentions if points(text, m) >= enough]
    chosen: list[DateMention] = []
    for mention in clear:
        apart = not chosen or between.search(text[chosen[-1].end : mention.start])
        around = "".join(_around(text, mention))
        if apart and deed.search(around) and all(mention.date != other.date for other in chosen):
            chosen.append(mention)
    return chosen if len(chosen) > 1 else [single]


_CLAUSE_JA = re.compile(r"[^、。]{4,}(?:て|で|し|ます|ますね|ますので)?[、。](?<!ので、)(?<!んで、)(?<!けど、)")
_SENTENCE_EN = re.compile(r"[.!?]\s|;\s|, and i'll\b", re.IGNORECASE)
_OWN_DEED_EN = re.compile(r"\b(?:i'll|i will|we'll|we will)\b", re.IGNORECASE)


def plan_of(text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None) -> DateMention | None:
    """Return the time at which the customer wants to decide, start, renew or finish, or None where none is named."""
    mentions = [m for m in find_dates(text, held_on, language, anchor=anchor) if _ahead(m, held_on)]
    points = _plan_points_ja if language == "ja" else _plan_points_en
    scored = [(points(text, mention), number, mention) for number, mention in enumerate(mentions)]
    best = max(scored, default=None, key=lambda item: item[:2])
    return best[2] if best is not None else None


def _ahead(mention: DateMention, held_on: dt.date) -> bool:
    return mention.date is None or mention.date >= held_on


def _around(text: str, mention: DateMention) -> tuple[str, str]:
    """Return the sentence around a mention, as what comes before and after it."""
    before = _CLAUSE.split(text[: mention.start])[-1]
    after = _CLAUSE.split(text[mention.end :])[0]
    return before, after


# --- Japanese -------------------------------------------------------------------------------------------------------

_REASON_AFTER_JA = re.compile(
    r"^[^、。]{0,22}?(?:締めで|切れで|んで|ので|ですから|ますから|ですし|ますし|んだから|やから|だから|けん|さかい|けえ|もんで)(?:[、。]|$)"
)
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
    before, after = _around(text, mention)
    points = -0.5 if mention.precision is Precision.VAGUE else 1.0
    if mention.is_limit or mention.is_start:
        points += 1.5
    if mention.precision is Precision.DAY:
        points += 0.3
    if _WISH_AFTER_JA.search(after[:24]):
        points += 1.0
    if _WISH_BEFORE_JA.search(before[-14:]):
        points += 1.0
    if _REASON_AFTER_JA.match(after):
        points -= 1.5
    if _PAST_AFTER_JA.match(after):
        points -= 2.0
    if _OTHER_AFTER_JA.match(after):
        points -= 1.5
    return points


_DEED_AFTER_JA = re.compile(
    r"お持ち|持参|持って|持ち|送|お届け|届|渡|出し|出す|お出し|用意|作|連絡|電話|伺|参り|まいり|返事|お答え|報告|まとめ|設定|調べ|確認|聞|話|訊|入れ|済ませ|手配|見せ|メール|郵送|ファ[クッ]|揃|仕上げ|提出"
    r"|予定|押さえ|直し|直す|足し|載せ|ご案内|案内|打ち合わせ|相談|回答|入り|始め|交換|替え|ご一緒|説明|お時間|デモ|やり"
)
_TIGHT_AFTER_JA = re.compile(
    r"^(?:の?(?:朝|午前|午後|夕方|夜|昼|正午|[0-9一二三四五六七八九十]+時|[^、。]{0,4}曜日?)*(?:まで|中|のうち|いっぱい|には|に|じゅう|にも))"
)
_TODAY_TIGHT_JA = re.compile(r"中|じゅう|うち|夕方|時まで|時に|夜|すぐ|晩|あと|後|午後")


def _due_points_ja(text: str, mention: DateMention) -> float:
    before, after = _around(text, mention)
    words = text[mention.start : mention.end]
    points = 1.0
    if mention.precision is Precision.DAY:
        points += 0.5
    elif mention.precision is Precision.LONGER:
        points -= 0.7
    if mention.is_limit or _TIGHT_AFTER_JA.match(after):
        points += 1.0
    if _DEED_AFTER_JA.search(after[:26]):
        points += 1.0
    if words in ("今日", "本日", "きょう", "今朝") and not _TODAY_TIGHT_JA.match(after[:5].removeprefix("の")):
        points -= 2.2
    if _REASON_AFTER_JA.match(after):
        points -= 1.0
    if mention.is_start:
        points -= 0.5
    if re.match(r"^(?:分|の(?:分|請求|給与|勤務|会議|理事会|会|点検|更新|件|話|資料|データ|実績|数字|便))", after):
        points -= 1.5
    if re.match(r"^の(?:[^、。]{0,8})(?:を|の)", after) and mention.precision is not Precision.DAY:
        points -= 0.5
    if re.search(r"いや、?$|じゃなくて、?$|えーと、?$", before):
        points += 0.5
    return points


# --- English --------------------------------------------------------------------------------------------------------

_BY_EN = re.compile(
    r"\b(?:by|before|until|till|no later than|on|for|within|in|at|from|say|call it|latest|due)\s+(?:about\s+|around\s+|the\s+)*$",
    re.IGNORECASE,
)
_NOUN_AFTER_EN = re.compile(
    r"^(?:'s|’s)?\s+(?:figures|file|fees|bill|bills|invoice|invoices|numbers|payroll|run|meeting|board|agenda|renewal|budget|season|class|intake|sales|results|report|statement|delivery|order|orders|batch|half)\b",
    re.IGNORECASE,
)
_DEED_EN = re.compile(
    r"\b(?:send|email|e-mail|mail|call|ring|phone|post|bring|drop|get|have|show|give|come|be with you|in your (?:inbox|hands)|let you know|hear|text|forward|book|set|put|write|draft|share|talk|speak|ask|load|turn|switch|fix|install|price|quote|pull|check|go)\b",
    re.IGNORECASE,
)
_BACKGROUND_EN = re.compile(
    r"\b(?:board|committee|council|they|he|she|audit|auditors)\s+(?:meets?|sits?|is|are|starts?|opens?|closes?)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_SELF_REPAIR_EN = re.compile(
    r"\b(?:no|sorry|i mean|make it|call it|say|actually|rather)[,\s]+(?:\w+\s+){0,2}$", re.IGNORECASE
)


def _due_points_en(text: str, mention: DateMention) -> float:
    before, after = _around(text, mention)
    points = 1.0
    if mention.precision is Precision.DAY:
        points += 0.6
    elif mention.precision in (Precision.MONTH, Precision.LONGER) and not mention.is_limit:
        points -= 0.8
    if _BY_EN.search(before) or mention.is_limit:
        points += 0.6
    if _DEED_EN.search(before) or _DEED_EN.search(after):
        points += 0.6
    if _NOUN_AFTER_EN.match(after):
        points -= 1.5
    if _BACKGROUND_EN.search(before):
        points -= 1.2
    if _CONSEQUENCE_EN.search(before):
        points -= 1.0
    if _SELF_REPAIR_EN.search(before):
        points += 0.5
    return points


_CONSEQUENCE_EN = re.compile(r"\b(?:because|'?cause|if not|otherwise|or else|no point)\b[^.;]{0,60}$", re.IGNORECASE)
"""What would follow, or why: not the time itself."""
_WISH_EN = re.compile(
    r"\b(?:start|begin|go live|live|switch|decide|decision|sign|renew|in place|running|up and running|ready|done|settled|sorted|install|open|launch|finish|complete|order|"
    r"change over|move|make up our minds|answer|give notice|notice|by then|before then|vote|runs? out|due|from then|earliest|soonest|latest|deadline)\b",
    re.IGNORECASE,
)


def _plan_points_en(text: str, mention: DateMention) -> float:
    before, after = _around(text, mention)
    points = -0.5 if mention.precision is Precision.VAGUE else 1.0
    if mention.precision is Precision.DAY:
        points += 0.4
    if mention.is_limit or mention.is_start or _BY_EN.search(before):
        points += 0.7
    if _WISH_EN.search(before) or _WISH_EN.search(after):
        points += 0.8
    if _NOUN_AFTER_EN.match(after):
        points -= 1.0
    if _CONSEQUENCE_EN.search(before):
        points -= 1.5
    if re.search(r"\b(?:after that|until then|till|last|since|back in|not in)\s*(?:the\s+)?$", before, re.IGNORECASE):
        points -= 1.0
    return points
