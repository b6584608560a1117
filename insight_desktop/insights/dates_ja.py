"""Times named in Japanese: 来週の水曜, 月末, 三月から, 年内, 二十日まで."""
# ruff: noqa: E501, C901, PLR0911, PLR2004 -- tables of words, and one case for each kind of expression

import datetime as dt
import re
from collections.abc import Callable

from insight_desktop.insights import calendar_days as days
from insight_desktop.insights.date_mention import DateMention, Precision
from insight_desktop.insights.numbers import half_width, japanese_value

_N = r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_WEEKDAYS = "月火水木金土日"
_YEAR = r"(?:(?P<year>\d{4}|[一二三四五六七八九〇]{4}|令和(?:元|\d{1,2}|[一二三四五六七八九十]+)|R\d{1,2}|さ来|再来|来|今|翌|明)年(?:度)?の?(?:、)?)"
_PART = (
    r"(?P<part>の?末日|の?晦日|の?月?末|の?終わり|の?おわり|の?お尻|いっぱい|中旬|上旬|下旬|の中旬|の上旬|の下旬|の?半ば|の?なかば|の?頭|の?あたま|の?初め|の?はじめ|の?初旬|の?最初"
    rf"|の第[一二三四1-4](?:週の)?[月火水木金土日]曜日?|第[一二三四1-4](?:週の)?[月火水木金土日]曜日?|の第一週|第一週|の第二週|の第三週|の第四週|の最終週|(?:の|、)?(?:{_N})日(?!間|ほど|程|以内|前後?に)(?:の?[（(]?[月火水木金土日]曜?日?[)）]?(?=[、。にまはかとで\s]))?)"
)
_FROM = re.compile(
    r"^(?:の?(?:朝|午前|午後|夕方|夜|頭|初日|初め|末|明け)?)?(?:を?目途に|あたり|ごろ|頃|に入って|入って|に入り|の[月火水木金土日]曜?日?)?(?:から(?!だと|の話)|より(?!前|も|早|後)|スタート|開始|オープン|以降|がら)"
)
_LIMIT = re.compile(
    r"^(?:の?[^、。]{0,6}?)?(?:まで|迄|いっぱい|以内|中(?:に|で|は|には|にゃ|、|を|の|じゅう|$)|じゅう|のうち|内に|期限|締め?切り?|必着|がリミット|を過ぎ|に間に合)"
)

_PATTERN = re.compile(
    "|".join(
        (
            rf"(?P<month>{_YEAR}?(?P<m>{_N})月(?!曜|分|額|次|例|報|謝|給|号|期の)(?:{_PART})?)",
            rf"(?P<relmonth>(?P<which>再来月|さ来月|来月|今月|当月|翌月|月(?=末|初|内|半ば|中に|が明け|が変わ|頭))(?:{_PART.replace('<part>', '<rpart>')}|(?P<mpart>初め?|内))?)",
            r"(?P<holidays>連休(?:が)?明け(?:たら|てから)?(?:の(?P<hw>[月火水木金])曜日?)?(?!の?、?(?:えーと、|えっと、)?[0-9一二三四五六七八九十]+(?:日|月)))",
            r"(?P<weekday>(?:(?P<week>今週|来週|再来週|さ来週|翌週|次週|今度|この次|次|明けて|来月|今月)(?:の|、)?)?(?P<wnth>第[一二三四1-4])?(?P<w>[月火水木金土日])曜日?(?!会))",
            r"(?P<nweek>(?P<wk>今週|来週|再来週|さ来週|翌週|次週)(?P<wpart>末|中|いっぱい|のうち|頭|初め|前半|後半|明け|半ば|の(?:末|頭|初め|半ば|前半|後半|終わり|どこか))?)",
            r"(?P<weekend>週末)|(?P<afterweek>週明け|週が明け)|(?P<inweek>週内)",
            rf"(?P<delta>(?P<dn>{_N}|数|半|何)(?P<du>日|週間|週|か月|ヶ月|ヵ月|カ月|ケ月|箇月|月|年|営業日|時間|分)(?:ほど|くらい|ぐらい)?(?P<dafter>後|以内|のうちに|先|ほどお時間|ください|いただければ|でお出し|でご用意|でお返事|で仕上|で出し|あれば|経った))",
            r"(?P<today>今日|本日|きょう|今晩|今夜|今夕|今朝|この(?:あと|後)すぐ|この(?:あと|後)|これから(?:すぐ)?(?=[^、。]{0,10}(?:送|連絡|電話|確認|確か|戻|調べ|出し))|帰(?:ったら|社次第)すぐ|夕方まで|夕方に|午後イチ|午後一で)",
            r"(?P<tomorrow>明日|あした|あす|明朝|明晩|明けて翌日|翌日|翌朝|あくる日)",
            r"(?P<twodays>明後日|あさって|明々後日|しあさって|弥の明後日)",
            r"(?P<yearend>年内|年末(?!年始|調整|商戦|の(?:繁忙|挨拶|忙))|(?:今年|来年|再来年)(?:いっぱい|じゅう|中)|大晦日)",
            r"(?P<newyear>(?:年(?:が)?明け(?:早々)?|正月明け|お正月明け|正月(?:が)?明け|年始|年度明け)(?!の?[0-9一二三四五六七八九十]+日))",
            r"(?P<fiscal>(?P<fy>今年度|本年度|来年度|再来年度|新年度|次年度|翌年度|今期|来期|当期|次期|年度|期|上期|上半期|下期|下半期|今四半期|来四半期|四半期|第[一二三四1-4]四半期|[1-4１-４]Q|Q[1-4])(?P<fpart>末|内|中(?=に|で|は|、|の|$)|いっぱい|の(?:末|終わり|頭|初め|うち)|頭|初め|初|が(?:終わる|変わ)|明け|(?=から|以降|より)))",
            r"(?P<feast>クリスマス|元日|元旦|節分|バレンタイン|ホワイトデー|七夕|勤労感謝の日|文化の日|憲法記念日|こどもの日|敬老の日|海の日|昭和の日|建国記念)",
            r"(?P<vague>お?盆明け|お?盆(?:が)?明け|お?盆前|ゴールデンウ[ィイ]ーク明け|GW明け|GW前|連休前|夏休み明け|夏休み前|春休み|冬休み|来春|来夏|来秋|来冬|今春|今夏|今秋|今冬|春先|(?:春|夏|秋|冬)(?:ごろ|頃|口|まで|から|に(?:は|も)?|か[なら])|近いうち|そのうち|いずれ|来年(?:の(?:春|夏|秋|冬|どこか|前半|後半|今ごろ))?|再来年|数年後|将来)",
            rf"(?P<day>(?<![月\d一二三四五六七八九十数])(?P<d>{_N})日(?!間|ほど|程|以内|後|前(?!に)|も|で(?:[^、。す])|がかり|かか|一|に[一二三四五六七八九十\d]+(?:回|件|枚|本)|[一二三四五六七八九十\d]|おき|ごと|あたり|つぶ|分|早|遅|仕事|程度|くらい|ぐらい|は(?:もら|くだ|ほし|欲し|かか|見て)|いただ|ください|と(?:か|た)(?=から))(?:の?[（(]?[月火水木金土日]曜?日?[)）]?(?=[、。にまはかとで]))?)",
        )
    )
)
_EVERY = re.compile(r"(?:毎|各)$|毎月$|毎年$|毎週$")
_PAST_AFTER = re.compile(
    r"^(?:に|は|、)?[^、。]{0,12}?(?:ました|でした|だった|ったん|ってた|入れた|始めた|もらった|来た|された)(?!ら)"
)


def find(text: str, held_on: dt.date, *, anchor: dt.date | None = None) -> list[DateMention]:
    """Return the times that a Japanese text names, in order.

    Args:
        text: what was said.
        held_on: the day it was said on.
        anchor: a date named before, in whose month a day without a month may be.

    """
    plain = half_width(text)
    found: list[DateMention] = []
    month: dt.date | None = None
    for match in _PATTERN.finditer(plain):
        if _EVERY.search(plain[: match.start()]):
            continue
        kind = next(name for name in _READERS if match.groupdict().get(name))
        near = bool(found) and found[-1].precision is Precision.DAY and match.start() - found[-1].end <= 1
        if near and (kind == "today" or (kind == "weekday" and not match["week"])):
            continue  # 二十八日の月曜, 明日の夕方まで: the second names the same day again
        period = _READERS[kind](match, held_on, month or anchor)
        if period is None:
            continue
        first, last, precision = period
        if precision is not Precision.VAGUE and last is not None and kind in ("month", "day", "relmonth"):
            month = last
        after = plain[match.end() : match.end() + 14]
        found.append(
            DateMention(
                first=first,
                last=last,
                start=match.start(),
                end=match.end(),
                precision=precision,
                is_start=_FROM.match(after) is not None,
                is_limit=_LIMIT.match(after) is not None or _said_as_limit(match[0]),
            )
        )
    return found


def _said_as_limit(words: str) -> bool:
    return words.endswith(("いっぱい", "末", "中", "内", "終わり"))


Period = tuple[dt.date | None, dt.date | None, Precision]
_VAGUE: Period = (None, None, Precision.VAGUE)


def _value(word: str) -> int:
    return int(japanese_value(word) or 0)


def _single(day: dt.date | None) -> Period | None:
    return None if day is None else (day, day, Precision.DAY)


def _year(word: str | None, held_on: dt.date, month: int) -> int:
    if word is None:
        return days.next_month_like(held_on, month)
    relative = {"来": 1, "明": 1, "翌": 1, "今": 0, "再来": 2, "さ来": 2}
    if word in relative:
        return held_on.year + relative[word]
    if word.startswith(("令和", "R")):
        era = word.removeprefix("令和").removeprefix("R")
        return 2018 + (1 if era == "元" else _value(era))
    return int(word) if word.isdigit() and word.isascii() else _value(word)


def _month(match: re.Match[str], held_on: dt.date, anchor: dt.date | None) -> Period | None:
    month = _value(match["m"])
    if not 1 <= month <= 12:
        return None
    year = _year(match["year"], held_on, month)
    if match["year"] is None and anchor is not None and anchor >= held_on and month >= anchor.month:
        year = max(year, anchor.year) if anchor.year - year == 1 and month - anchor.month <= 6 else year
    period = _part(match["part"], year, month)
    if (
        period is not None
        and period[2] is Precision.DAY
        and match["year"] is None
        and period[1] is not None
        and period[1] < held_on
    ):
        return _part(match["part"], year + 1, month)
    return period


def _part(part: str | None, year: int, month: int) -> Period | None:
    """Read what part of a month is meant: a day, its end, a third of it, or all of it."""
    first, last = dt.date(year, month, 1), days.month_end(year, month)
    part = (part or "").lstrip("の、")
    if not part or part.startswith(("いっぱい", "終わり", "おわり", "お尻")):
        return first, last, Precision.MONTH
    if nth := re.match(r"第([一二三四1-4])(?:週の)?([月火水木金土日])曜", part):
        return _single(days.nth_weekday(year, month, _WEEKDAYS.index(nth[2]), _value(nth[1])))
    if part.endswith("週"):
        week = {"第一週": 1, "第二週": 2, "第三週": 3, "第四週": 4}.get(part)
        if week is None:
            return last - dt.timedelta(days=6), last, Precision.VAGUE
        return first + dt.timedelta(days=7 * (week - 1)), first + dt.timedelta(days=7 * week - 1), Precision.VAGUE
    if part.startswith(("末", "月末", "晦日")):
        return last, last, Precision.MONTH
    if part.startswith(("上旬", "初旬", "頭", "あたま", "初", "はじめ", "最初")):
        return first, first.replace(day=10), Precision.VAGUE
    if part.startswith("中旬"):
        return first.replace(day=11), first.replace(day=20), Precision.VAGUE
    if part.startswith("下旬"):
        return first.replace(day=21), last, Precision.VAGUE
    if part.startswith(("半ば", "なかば")):
        return first.replace(day=15), first.replace(day=15), Precision.VAGUE
    day = re.match(rf"({_N})日", part)
    return _single(days.day_of(year, month, _value(day[1]))) if day else (first, last, Precision.MONTH)


def _relative_month(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    months = {"来月": 1, "翌月": 1, "再来月": 2, "さ来月": 2}.get(match["which"], 0)
    start = days.add_months(held_on.replace(day=1), months)
    part = match["rpart"]
    if match["which"] == "月" and (match["mpart"] or "").startswith("初"):
        start = days.add_months(start, 1)
        part = "頭"
    return _part(part, start.year, start.month)


def _weekday(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    weekday, week = _WEEKDAYS.index(match["w"]), match["week"]
    if match["wnth"]:
        start = days.add_months(held_on.replace(day=1), 1 if week == "来月" else 0)
        found = days.nth_weekday(start.year, start.month, weekday, _value(match["wnth"][1:]))
        if week is None and found is not None and found <= held_on:
            start = days.add_months(start, 1)
            found = days.nth_weekday(start.year, start.month, weekday, _value(match["wnth"][1:]))
        return _single(found)
    weeks = {"今週": 0, "来週": 1, "次週": 1, "翌週": 1, "再来週": 2, "さ来週": 2}.get(week or "")
    if weeks is None:
        return _single(days.weekday_after(held_on, weekday))
    found = days.weekday_in_week(held_on, weekday, weeks)
    return _single(found if found >= held_on else found + dt.timedelta(days=7))


def _week(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    weeks = {"今週": 0, "来週": 1, "次週": 1, "翌週": 1}.get(match["wk"], 2)
    monday = days.weekday_in_week(held_on, 0, weeks)
    friday = monday + dt.timedelta(days=days.FRIDAY)
    part = (match["wpart"] or "").lstrip("の")
    if part == "明け":
        return _single(monday + dt.timedelta(days=7))
    if part in ("頭", "初め"):
        return monday, monday, Precision.WEEK
    if part in ("前半", "半ば"):
        return monday, monday + dt.timedelta(days=2), Precision.WEEK
    friday = max(friday, held_on)
    return monday, friday, Precision.VAGUE if part == "どこか" else Precision.WEEK


def _delta(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    if match["dn"] in ("数", "何"):
        return _VAGUE
    count = 0.5 if match["dn"] == "半" else _value(match["dn"])
    match match["du"]:
        case "日":
            day = held_on + dt.timedelta(days=int(count))
        case "営業日":
            day = days.business_days_after(held_on, int(count))
        case "週" | "週間":
            day = held_on + dt.timedelta(days=int(7 * count))
        case "年":
            return (
                days.add_months(held_on, int(12 * count)),
                days.add_months(held_on, int(12 * count)),
                Precision.LONGER,
            )
        case "時間" | "分":
            day = held_on
        case _:
            day = days.add_months(held_on, int(count)) if count >= 1 else held_on + dt.timedelta(days=15)
    return day, day, Precision.DAY


def _fiscal(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    name, part = match["fy"], match["fpart"]
    end = days.fiscal_year_end(held_on)
    if name in ("来年度", "次年度", "翌年度", "新年度", "来期", "次期"):
        end = end.replace(year=end.year + 1)
    elif name == "再来年度":
        end = end.replace(year=end.year + 2)
    start = dt.date(end.year - 1, 4, 1)
    if name in ("上期", "上半期"):
        if held_on.month >= 10:
            start = start.replace(year=start.year + 1)
        end = dt.date(start.year, 9, 30)
    elif name in ("下期", "下半期"):
        start = dt.date(start.year, 10, 1)
    elif "四半期" in name or "Q" in name:
        number = re.search(r"[一二三四1-4]", name)
        if number and name != "四半期":
            start = days.add_months(start, 3 * (_value(number[0]) - 1))
            if days.quarter_end(start) < held_on:
                start = start.replace(year=start.year + 1)
            end = days.quarter_end(start)
        else:
            end = days.quarter_end(days.add_months(held_on, 3) if name.startswith("来") else held_on)
            start = days.add_months(end.replace(day=1), -2)
    if part in ("頭", "初め", "初", "の頭", "の初め"):
        return start, days.month_end(start.year, start.month), Precision.MONTH
    if part == "明け" or part.startswith("が"):
        following = end + dt.timedelta(days=1)
        return following, following, Precision.MONTH
    return start, end, Precision.LONGER


def _holidays(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    day = days.day_after_holidays(held_on)
    if day is None:
        return _VAGUE
    return _single(
        days.weekday_after(day - dt.timedelta(days=1), "月火水木金".index(match["hw"])) if match["hw"] else day
    )


def _feast(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    month, day = {
        "クリスマス": (12, 25), "元日": (1, 1), "元旦": (1, 1), "節分": (2, 3), "バレンタイン": (2, 14),
        "ホワイトデー": (3, 14), "七夕": (7, 7), "勤労感謝の日": (11, 23), "文化の日": (11, 3), "憲法記念日": (5, 3),
        "こどもの日": (5, 5), "昭和の日": (4, 29), "建国記念": (2, 11),
    }.get(match["feast"], (0, 0))  # fmt: skip
    if not month:
        return _VAGUE
    found = dt.date(held_on.year, month, day)
    return _single(found if found >= held_on else found.replace(year=held_on.year + 1))


def _year_end(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period:
    years = 2 if match["yearend"].startswith("再来") else 1 if match["yearend"].startswith("来年") else 0
    return dt.date(held_on.year + years, 1, 1), dt.date(held_on.year + years, 12, 31), Precision.LONGER


def _ahead(number: int) -> Callable[[re.Match[str], dt.date, dt.date | None], Period | None]:
    def read(_match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
        return _single(held_on + dt.timedelta(days=number))

    return read


def _two_days(match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    return _single(held_on + dt.timedelta(days=2 if match["twodays"] in ("明後日", "あさって") else 3))


def _weekend(_match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period:
    friday = days.weekday_in_week(held_on, days.FRIDAY, 0)
    friday = friday if friday >= held_on else friday + dt.timedelta(days=7)
    return friday, friday, Precision.WEEK


def _after_week(_match: re.Match[str], held_on: dt.date, _anchor: dt.date | None) -> Period | None:
    return _single(days.weekday_after(held_on, 0))


def _day(match: re.Match[str], held_on: dt.date, anchor: dt.date | None) -> Period | None:
    day = _value(match["d"])
    if not 1 <= day <= 31:
        return None
    near = match.string[max(0, match.start() - 12) : match.end() + 8]
    if re.search(r"(?:年|正月|新年)が?明け|新年", near):
        return _single(days.day_of(held_on.year + 1, 1, day))
    if re.search(r"仕事納め|年末|大掃除|暮れ", near):
        return _single(days.day_of(held_on.year, 12, day))
    return _single(days.next_day_like(held_on, day, within=anchor))


def _vague(_match: re.Match[str], _held_on: dt.date, _anchor: dt.date | None) -> Period:
    return _VAGUE


_READERS: dict[str, Callable[[re.Match[str], dt.date, dt.date | None], Period | None]] = {
    "month": _month,
    "relmonth": _relative_month,
    "holidays": _holidays,
    "weekday": _weekday,
    "nweek": _week,
    "weekend": _weekend,
    "afterweek": _after_week,
    "inweek": _weekend,
    "delta": _delta,
    "today": _ahead(0),
    "tomorrow": _ahead(1),
    "twodays": _two_days,
    "yearend": _year_end,
    "newyear": _vague,
    "fiscal": _fiscal,
    "feast": _feast,
    "vague": _vague,
    "day": _day,
}
