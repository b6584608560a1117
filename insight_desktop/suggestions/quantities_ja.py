"""Amounts in Japanese sentences: 月に二十時間, 一人あたり五時間, 一件十五分で月二百件, 誤出荷が月三件で一件二万円."""
# ruff: noqa: E501 -- tables of words

import re
from collections.abc import Iterator

from insight_desktop.insights.currencies import named_currency
from insight_desktop.insights.numbers import Number, half_width, numbers
from insight_desktop.insights.questions import questions
from insight_desktop.insights.speech import sentences, without_fillers
from insight_desktop.suggestions.quantities import Ask, Each, Measure, Quantity, joined_ranges

_CASES = "件|回|通|枚|個|本|台|社|冊|箱|食"
_UNIT = re.compile(rf"(?:万円|円|時間|分|日|人|名|{_CASES})")
_BETWEEN = re.compile(rf"(?P<unit>{_UNIT.pattern})?(?:、|~|〜|-|から|か|ないし)")
_TENTHS = re.compile(r"\d,\d")
_TEN_THOUSAND, _PLAIN = 10_000, 1_000

_NOT_NOW = re.compile(
    r"以前は|前は|昔は|かつて|当時|(?:だった|かかっていた|かかってた)の(?:が|を)|ようになり|ようになって|短縮でき|で済む|で済ん|なくなりました|減りました"
    r"|もし|仮に|としたら|たとえば|例えば|だったら|かもしれ"
    r"|と聞|って聞|らしい|他社|よその|他の会社|同業|業界|世間|平均的|ニュース|記事|新聞|御社|おたく|見積"
)
_DENIED = re.compile(
    r"^[^。、]{0,10}(?:も|は|ほど(?:は|では)?|まで(?:は)?)?(?:かかって(?:い)?(?:ない|ません)|かから(?:ない|ず)|かかりません|かかっとらん|ない(?!と)|ありません|じゃない|ではない|取られ(?:ない|ません))"
)
_SET_UP = re.compile(r"研修|導入|移行|初期設定|デモ|打ち合わせ|打合せ|お時間|ご説明|面談|商談|本日|今日")
_COSTS = re.compile(
    r"かか|掛か|取られ|とられ|費や|潰れ|つぶれ|潰し|つぶし|使って|使う|残業|無駄|むだ|ロス|手間|手作業|手入力|二重|やり直|手戻り|待た"
)
_NO_SPAN = re.compile(
    r"^(?:半)?(?:以内|以上前|後|前|おき|ごと|毎|制|営業|対応|勤務|労働|体制|いただ|頂|だけ?お|ください|ほどお時間|待って|目|単位|枠|先|圏|365|で(?:説明|お話|ご紹介|伺)|くらい(?:減|削|短)|(?:を|は)?(?:減ら|削減|短縮|浮)|(?:以下|まで)に|に(?:抑え|減|短縮|なり)|で(?:でき|終わ|収ま))"
)
_SPENT = re.compile(
    r"かか|損|ロス|無駄|むだ|残業代|外注|廃棄|弁償|賠償|罰金|違約金|コスト|消え|飛ん|持ち出し|手数料|払って|補填|赤字|人件費|送料|再送"
)
_LIMIT = re.compile(
    r"予算|稟議|以内|まで(?:なら|で|しか|は)|出せ|払え|上限|天井|くらいなら|料金|ライセンス|値段|価格|定価|月額|年額|プラン|売上|売り上げ|利益"
)
_PERIODS = {
    "day": r"毎日|(?:一|1)日(?:に|あたり|当たり|で)|日に(?=[何\d一二三四五六七八九十])",
    "week": r"毎週|週間?(?:に|で|あたり|当たり)?(?=[\d一二三四五六七八九十約だお何ど])",
    "month": r"毎月末?|月々|ひと月|(?:一|1)[かヶカ箇]月|月(?:に|で|あたり|当たり|間|平均)(?=.{0,6}[何ど\d一二三四五六七八九十百千])|月(?=[何ど\d一二三四五六七八九十百千約])",
    "year": r"毎年|年間|年(?:に|で|あたり)(?=.{0,6}[何ど\d一二三四五六七八九十百千])|年(?=[何ど\d一二三四五六七八九十百千約])",
}
_PERIOD = re.compile(
    r"(?<![\d一二三四五六七八九十今来先再翌半])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _PERIODS.items())
    + ")"
)
_A_PERIOD = re.compile(r"^[/／](?:(?P<day>日)|(?P<week>週)|(?P<month>月)|(?P<year>年))")
_NEAR = 16
_PER_PERSON = re.compile(
    r"(?:(?:一|1|ひと)人(?:あたり|当たり|につき|頭|ずつ|(?=[月週毎日\d一二三四五六七八九十]))|各自|各人|それぞれ|めいめい)"
)
_PER_PERSON_AFTER = re.compile(r"^(?:時間半?|分|日間?)ずつ")
_PER_CASE = re.compile(
    rf"(?:(?:一|1|ひと)(?P<noun>{_CASES})(?!ずつ)(?:あたり|当たり|につき|ごとに?|に|で|、)?|(?P<every>毎回|そのたび|都度))"
)
_HOW_MUCH = re.compile(r"どのくらい|どれくらい|どのぐらい|どれぐらい|何時間|何日|何分|何人|何件|何回|いくら|おいくら")


def asked(text: str, currency: str, *, is_problem: bool, is_budget: bool) -> Ask:
    """Return what a question just before tells of the answer."""
    plain = half_width(text)
    period = _PERIOD.search(plain)
    return Ask(
        is_how_much=_HOW_MUCH.search(plain) is not None,
        period=(period.lastgroup or "") if period else "",
        is_problem=is_problem,
        is_budget=is_budget,
        currency=currency,
    )


def read(text: str, ask: Ask) -> Iterator[Quantity]:
    """Yield what a turn of the customer counts."""
    for sentence in sentences(half_width(without_fillers(text, "ja"))):
        if not _NOT_NOW.search(sentence) and not questions(sentence, "ja"):
            yield from _of_sentence(sentence, ask)


def _of_sentence(sentence: str, ask: Ask) -> Iterator[Quantity]:
    found = joined_ranges(sentence, numbers(sentence, "ja"), _BETWEEN, _UNIT)
    for place, (number, at) in enumerate(found):
        following = found[place + 1][0].start if place + 1 < len(found) else len(sentence)
        if "いや" in sentence[at:following] or "じゃなく" in sentence[at:following]:
            continue  # taken back in the same breath
        quantity = _quantity(sentence, number, at, ask)
        if quantity is not None:
            yield quantity


def _quantity(sentence: str, number: Number, at: int, ask: Ask) -> Quantity | None:
    before, after = sentence[max(0, number.start - _NEAR) : number.start], sentence[at:]
    value = _value(sentence, number, after)
    period, noun = _period(before, after), ""
    each = Each.WHOLE
    case = _last(_PER_CASE, before)
    if case is not None and not _PERIOD.search(before[case.end() :] + "1"):
        each, noun = Each.CASE, case["noun"] or "回"
    elif _PER_PERSON.search(before) or _PER_PERSON_AFTER.match(after):
        each = Each.PERSON
    span = _span(sentence, after, ask)
    if span is not None and not _DENIED.match(after[len(span) :]):
        measure, size = {"時間": (Measure.HOURS, 1.0), "分": (Measure.HOURS, 1 / 60), "日": (Measure.DAYS, 1.0)}[
            span[:2]
        ]
        half = 0.5 if after.startswith("時間半") else 0.0
        period = period or ("" if each is Each.CASE else ask.period)
        return Quantity(measure=measure, value=(value + half) * size, period=period, each=each, noun=noun)
    money = _money(sentence, number, after, ask, each)
    if money and value:
        return Quantity(measure=Measure.MONEY, value=value, period=period, each=each, noun=noun, currency=money)
    if re.match(r"(?:人|名)(?!目|前|間|事|様)", after) and value > 1:
        each = Each.PERSON if after.startswith("人がかり") else Each.WHOLE
        return Quantity(measure=Measure.PEOPLE, value=value, each=each)
    counted = re.match(rf"(?:{_CASES})(?!目)", after)
    if counted and period and not _DENIED.match(after[1:]):
        return Quantity(measure=Measure.CASES, value=value, period=period, noun=counted[0])
    return None


def _value(sentence: str, number: Number, after: str) -> float:
    words = sentence[number.start : number.end]
    if _TENTHS.fullmatch(words):  # «2,3時間»: two or three
        return float(words[0])
    later = re.match(r"\D{1,3}[\d一二三四五六七八九十百]+万", sentence[number.end :])
    if later and number.value < _PLAIN and after.startswith(("円", "")) and "万" not in words and later[0] not in after:
        return number.value * _TEN_THOUSAND  # 二十から三十万
    return number.value


def _span(sentence: str, after: str, ask: Ask) -> str | None:
    """Return the unit where a number is a time that something takes."""
    unit = re.match(
        r"時間|分(?!の|類|野|割|析|け|かれ|量|ほ)|日間?(?=.{0,8}(?:かか|つぶ|潰|取られ|とられ|使って|費や))", after
    )
    if unit is None or _NO_SPAN.match(after[len(unit[0]) :]):
        return None
    if ask.is_problem or ask.is_how_much or _COSTS.search(sentence):
        return unit[0] if ask.is_problem or not _SET_UP.search(sentence) else None
    return None


def _money(sentence: str, number: Number, after: str, ask: Ask, each: Each) -> str:
    """Return the currency where a number is money that is lost or spent; empty where it is none."""
    words = sentence[number.start : number.end]
    is_money = re.match(r"[万千]?(?:円|ドル)", after) or (
        number.value >= _TEN_THOUSAND
        and re.search(r"[万億]", words)
        and not re.match(rf"人|名|時間|分|日|{_CASES}", after)
    )
    told = _SPENT.search(sentence) or (each is Each.CASE and ask.is_problem)
    if not is_money or not told or ask.is_budget or _LIMIT.search(sentence) or _DENIED.match(after[1:]):
        return ""
    return named_currency(sentence, ask.currency) or ask.currency


def _period(before: str, after: str) -> str:
    behind = re.match(r"(?:万|千)?(?:円|時間半?|分|件|回)?", after)
    written = _A_PERIOD.match(after[behind.end() :]) if behind else None
    last = _last(_PERIOD, before + "1")
    found = written or last
    return (found.lastgroup or "") if found else ""


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
