"""Until when something is promised: the time of a turn that reads most like a due date."""
# ruff: noqa: E501, C901 -- tables of words; one rule a line

import datetime as dt
import re
from dataclasses import replace

from insight_desktop.insights.calendar_days import add_months
from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.dates import (
    BY_EN,
    CONSEQUENCE_EN,
    NOUN_AFTER_EN,
    REASON_AFTER_JA,
    around,
    dates_ahead,
)
from insight_desktop.insights.past_days import is_told_as_past
from insight_desktop.insights.relative_days import with_relative

_DONE_AT_ONCE = 0.8
"""What today loses beside a later day: «I'll measure it today and you'll have the plan on Tuesday» is due on Tuesday."""


_FAR_OFF, _HALF_A_YEAR = 1.0, 6
"""What a day more than half a year away loses beside a nearer one: of 3,000 promises 7 are due so late."""


def due_of(
    text: str, held_on: dt.date, language: str, *, anchor: dt.date | None = None, last: dt.date | None = None
) -> DateMention | None:
    """Return the time until which something is promised, or None where none is named.

    Args:
        text: the turn.
        held_on: the day of the call.
        language: `ja` or `en`.
        anchor: a date named in the turns just before. «The twentieth» of a promise is the next one all the same: a month
            that was spoken of says when something begins, seldom until when it is prepared.
        last: the day promised last; «the night before» goes by the anchor or by it.

    """
    mentions = _mentions(text, held_on, language, last=anchor or last)
    points = _due_points_ja if language == "ja" else _due_points_en
    likely = [m.date for m in mentions if m.date is not None and points(text, m) > 0]
    far = add_months(held_on, _HALF_A_YEAR)

    def lost(day: dt.date | None) -> float:
        at_once = day == held_on and any(other > held_on for other in likely)
        far_off = day is not None and day > far and any(other <= far for other in likely)
        return _DONE_AT_ONCE * at_once + _FAR_OFF * far_off

    scored = [(points(text, mention) - lost(mention.date), n, mention) for n, mention in enumerate(mentions)]
    best = max(scored, default=None, key=lambda item: item[:2])
    return best[2] if best is not None and best[0] > 0 else _implied(text, held_on, language, last=anchor or last)


def _mentions(text: str, held_on: dt.date, language: str, *, last: dt.date | None) -> list[DateMention]:
    ahead = [m for m in dates_ahead(text, held_on, language) if not is_told_as_past(text, m, held_on, language)]
    found = [_as_named(text, mention, last) for mention in ahead]
    return with_relative(text, found, last, held_on, language)


def _as_named(text: str, mention: DateMention, named: dt.date | None) -> DateMention:
    """Return the day that was just named in full where its number alone is said again: 十月の二日です → では二日に."""
    bare = _BARE_DAY.fullmatch(text[mention.start : mention.end].strip())
    if named is None or bare is None or mention.date is None or mention.date.day != named.day:
        return mention
    return replace(mention, first=named, last=named)


def _implied(text: str, held_on: dt.date, language: str, *, last: dt.date | None) -> DateMention | None:
    """Return the day that a promise without a date means: at once, the next morning, the day before the one named."""
    at_once, morning, before, after = _IMPLIED_JA if language == "ja" else _IMPLIED_EN
    for pattern, day, distance in ((before, last, -1), (after, last, 1), (at_once, held_on, 0), (morning, held_on, 1)):
        match = pattern.search(text)
        if match is not None and day is not None and day + dt.timedelta(days=distance) >= held_on:
            meant = day + dt.timedelta(days=distance)
            return DateMention(first=meant, last=meant, start=match.start(), end=match.end(), precision=Precision.DAY)
    return None


_BARE_DAY = re.compile(
    r"[一二三四五六七八九十\d]+日|(?:(?:the|on|by|until|till|before|from|that)\s+)*(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:[- ][a-z]+)?)",
    re.IGNORECASE,
)
_IMPLIED_JA = (
    re.compile(
        r"今から|(?:この|お)?電話(?:が)?(?:終わ|切)ったら|これ(?:が)?終わったら|切ったらすぐ|この場で|今ここで|これから[^、。]{0,16}(?:ます|くる|きます|やる|とく)|お帰りに|お帰りまで"
    ),
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
    mentions = [m for m in _mentions(text, held_on, language, last=anchor or last) if m.date]
    points, enough, deed, between = (
        (_due_points_ja, 3.0, _DEED_AFTER_JA, _CLAUSE_JA)
        if language == "ja"
        else (_due_points_en, 2.0, _OWN_DEED_EN, _SENTENCE_EN)
    )
    clear = [m for m in mentions if points(text, m) >= enough]
    chosen: list[DateMention] = []
    for mention in clear:
        apart = not chosen or between.search(text[chosen[-1].end : mention.start])
        if (
            apart
            and deed.search("".join(around(text, mention)))
            and all(mention.date != other.date for other in chosen)
        ):
            chosen.append(mention)
    return chosen if len(chosen) > 1 else [single]


_CLAUSE_JA = re.compile(r"[^、。]{4,}(?:て|で|し|ます|ますね|ますので)?[、。](?<!ので、)(?<!んで、)(?<!けど、)")
_SENTENCE_EN = re.compile(r"[.!?]\s|;\s|, and i'll\b", re.IGNORECASE)
_OWN_DEED_EN = re.compile(r"\b(?:i'll|i will|we'll|we will)\b", re.IGNORECASE)


# --- Japanese

_DEED_AFTER_JA = re.compile(
    r"お持ち|持参|持って|持ち|送|お届け|届|渡|出し|出す|お出し|用意|作|連絡|電話|伺|参り|まいり|返事|お答え|報告|まとめ|設定|調べ|確認|聞|話|訊|入れ|済ませ|手配|見せ|メール|郵送|ファ[クッ]|揃|仕上げ|提出"
    r"|予定|押さえ|直し|直す|足し|載せ|ご案内|案内|打ち合わせ|相談|回答|入り|始め|交換|替え|ご一緒|説明|お時間|デモ|やり"
)
_TIGHT_AFTER_JA = re.compile(
    r"^(?:の?(?:朝|午前|午後|夕方|夜|昼|正午|[0-9一二三四五六七八九十]+時|[^、。]{0,4}曜日?)*(?:まで|中|のうち|いっぱい|には|に|じゅう|にも))"
)
_TODAY_TIGHT_JA = re.compile(r"中|じゅう|うち|夕方|時まで|時に|夜|すぐ|晩|あと|後|午後")

_TODAY_DEED_JA = re.compile(r"^[^、。はもの]{1,12}(?:ます|とく|とくわ|やる)(?:ね|よ|わ|から)?$|^$")


def _due_points_ja(text: str, mention: DateMention) -> float:
    before, after = around(text, mention)
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
        points -= 3.2 if after.startswith("は") else 1.0 if _TODAY_DEED_JA.match(after) else 2.2
    if REASON_AFTER_JA.match(after):
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


# --- English

_DEED_EN = re.compile(
    r"\b(?:send|email|e-mail|mail|call|ring|phone|post|bring|drop|get|have|show|give|come|be with you|in your (?:inbox|hands)|let you know|hear|text|forward|book|set|put|write|draft|share|talk|speak|ask|load|turn|switch|fix|install|price|quote|pull|check|go)\b",
    re.IGNORECASE,
)
_ABSENT_EN = re.compile(
    r"\b(?:he|she|they)(?:'s|'re| is| are)\b[^.;,!?]{0,24}\b(?:till|until|back)\s+(?:on\s+|the\s+)*$"
    r"|\b(?:i'm|i am|we're|we are|he's|she's|they're) (?:\w+ )?(?:on|at|in) (?:an? )?(?:course|holiday|leave|training|wedding)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
"""How long somebody is away."""
_BACKGROUND_EN = re.compile(
    r"\b(?:board|committee|council|they|he|she|audit|auditors)\s+(?:meets?|sits?|is|are|starts?|opens?|closes?)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_TAKEN_BACK_EN = re.compile(
    r"^[,.]?\s*(?:no\b(?!')|sorry|wait|hang on)\b(?!\s+(?:later|earlier|sooner|problem|need|one|more))", re.IGNORECASE
)
"""«On Monday, no, he is in Cork»."""
_SELF_REPAIR_EN = re.compile(
    r"\b(?:no|sorry|i mean|make it|call it|say|actually|rather)[,\s]+(?:\w+\s+){0,2}$", re.IGNORECASE
)


def _due_points_en(text: str, mention: DateMention) -> float:
    before, after = around(text, mention)
    points = 1.0
    if mention.precision is Precision.DAY:
        points += 0.6
    elif mention.precision in (Precision.MONTH, Precision.LONGER) and not mention.is_limit:
        points -= 0.8
    if BY_EN.search(before) or mention.is_limit:
        points += 0.6
    if _DEED_EN.search(before) or _DEED_EN.search(after):
        points += 0.6
    if NOUN_AFTER_EN.match(after):
        points -= 1.5
    if _BACKGROUND_EN.search(before):
        points -= 1.2
    if CONSEQUENCE_EN.search(before) or _ABSENT_EN.search(before):
        points -= 1.0
    if _TAKEN_BACK_EN.match(text[mention.end :]):
        points -= 1.5
    if _SELF_REPAIR_EN.search(before):
        points += 0.5
    return points
