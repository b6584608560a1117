"""The last day to give notice: «the contract runs until the end of September, three months' notice» means by June."""
# ruff: noqa: E501 -- tables of words

import datetime as dt
import re
from dataclasses import replace

from insight_desktop.insights import calendar_days as days
from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.numbers import numbers

_ENDS_BEFORE_JA = re.compile(r"(?:契約|更新|期限|満期|満了)[^。]{0,14}$")
_ENDS_AFTER_JA = re.compile(
    r"^(?:まで|いっぱい|で(?:切れ|終わ|満了)|に(?:切れ|終わ|満了|更新)|が(?:満了|期限|更新|満期))"
)
_NOTICE_JA = re.compile(
    r"(?P<count>[一二三四五六七八九十\d]+|半)(?P<unit>か月|ヶ月|ヵ月|カ月|ケ月|週間|日|年)前(?:まで|に|の|が|には|、)[^。]{0,16}(?:解約|通知|予告|申し出|申し入れ|申出|言わ|言う|言っ|伝え|連絡|返事|届け|決め|知らせ)"
    r"|(?:解約|通知|予告|申し出)[^。]{0,10}?(?P<count2>[一二三四五六七八九十\d]+|半)(?P<unit2>か月|ヶ月|ヵ月|カ月|ケ月|週間|日|年)前"
)
_ENDS_BEFORE_EN = re.compile(
    r"\b(?:contract|lease|agreement|licen[cs]e|subscription|term|deal|renewal)\b[^.;]{0,30}\b(?:ends?|ending|expires?|expiring|runs?|is up|'s up|up|until|till|through|to|renews?|finish(?:es)?|is)\b[^.;]{0,16}$",
    re.IGNORECASE,
)
_COUNT_EN = r"(?:an?|one|two|three|four|six|thirty|sixty|ninety|\d{1,2})"
_NOTICE_EN = re.compile(
    rf"\b(?P<count>{_COUNT_EN})[-\s](?P<unit>days?|weeks?|months?)(?:['’]s?|s['’])?\s*(?:of\s+)?(?:notice|before (?:that|then|the end)|ahead|prior|beforehand|in advance)",
    re.IGNORECASE,
)


def by_notice(text: str, mention: DateMention, held_on: dt.date, language: str) -> DateMention:
    """Return the last day of notice where the mention is a contract's end and a notice period is told; else the mention."""
    last = mention.last
    notice = (_NOTICE_JA if language == "ja" else _NOTICE_EN).search(text)
    if notice is None or last is None or mention.precision is Precision.VAGUE:
        return mention
    before, after = text[: mention.start], text[mention.end :]
    if language == "ja":
        ends = _ENDS_AFTER_JA.match(after) and (_ENDS_BEFORE_JA.search(before) or "契約" in after[:12])
        count, unit = notice["count"] or notice["count2"], notice["unit"] or notice["unit2"]
    else:
        ends = _ENDS_BEFORE_EN.search(before)
        count, unit = notice["count"], notice["unit"]
    if not ends or notice.start() <= mention.start < notice.end():
        return mention
    day = _counted_back(last, count, unit, language)
    return replace(mention, first=day, last=day, is_start=False, is_limit=True) if day >= held_on else mention


def _counted_back(last: dt.date, word: str, unit: str, language: str) -> dt.date:
    found = numbers(word, language)
    count = 1 if word.lower() in ("a", "an") else 0.5 if word == "半" else found[0].value if found else 1
    if unit.startswith(("day", "日")):
        return last - dt.timedelta(days=int(count))
    if unit.startswith("week") or unit == "週間":
        return last - dt.timedelta(days=int(7 * count))
    months = int(count * 12) if unit == "年" else int(count)
    day = days.add_months(last, -months)
    return days.month_end(day.year, day.month) if last == days.month_end(last.year, last.month) else day
