"""Budgets as they are said: amount, currency and period.

A turn often names several amounts (the price, what is paid today, the ceiling). Each gets points for the words around it;
the one that reads most like what can be spent is the budget. Per-seat amounts are multiplied where the seats are told in the
same turn; «no budget» is the amount 0.
"""

# ruff: noqa: E501, PLR2004 -- tables of words, and sizes that are plain where they stand

import re
from dataclasses import dataclass

from insight_desktop.insights.currencies import named_currency
from insight_desktop.insights.numbers import Number, half_width, numbers

TEN_THOUSAND = 10_000
_WINDOW = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What can be spent, with the characters that say it."""

    amount: float
    currency: str
    per: str | None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    number: Number
    value: float
    points: float


def budget_of(text: str, language: str, *, currency: str, before: str = "") -> Budget | None:
    """Return the budget that a turn tells, or None when it names no amount and no lack of money.

    Args:
        text: the turn.
        language: `ja` or `en`.
        currency: of the call, for amounts without a name.
        before: the turn before, which may say the period.

    """
    plain = half_width(text)
    candidates = _candidates_ja(plain) if language == "ja" else _candidates_en(plain)
    nothing = (_NOTHING_JA if language == "ja" else _NOTHING_EN).search(plain)
    best = max(candidates, key=lambda c: (c.points, c.number.start), default=None)
    money = named_currency(plain, currency) or currency
    if nothing and (best is None or best.points < _SURE):
        return Budget(amount=0.0, currency=money, per=None, start=nothing.start(), end=nothing.end())
    if best is None:
        return None
    seats = _seats_ja(plain, best.number) if language == "ja" else _seats_en(plain, best.number)
    return Budget(
        amount=round(best.value * seats, 2),
        currency=money,
        per=_per(plain, before, best.number, language),
        start=best.number.start,
        end=best.number.end,
    )


_SURE = 2.0


def has_amount(text: str, language: str) -> bool:
    """Tell whether a turn names an amount of money, or that there is none."""
    return budget_of(text, language, currency="XXX") is not None


# --- Japanese -------------------------------------------------------------------------------------------------------

_COUNTER_JA = re.compile(
    r"^\s*(?:人|名|件|台|店|棟|個|枚|本(?!給)|社|箇所|か所|ヶ所|カ所|時|分(?!の)|秒|年|月|日|か月|ヶ月|ヵ月|カ月|週|回|度|割|パーセント|%|席|頭(?!打)|床|戸"
    r"|坪|室|冊|部|ページ|字|点|キロ|メートル|トン|リットル|歳|才|番|階|号|両|組|病棟|教室|クラス|アカウント|ライセンス|倍|種類|つ|拠点|期|丁目|代|話|通|桁"
    r"|ちょい|掛け|系統|便|箱|袋|品目|校|院|施設|世帯|世代|ギガ|テラ|GB|TB|MB|km|kg|m)"
)
_UNIT_JA = re.compile(r"^\s*(?:円|ドル|ユーロ)")
_CEILING_AFTER_JA = re.compile(
    r"^(?:円|ドル)?(?:くらい|ぐらい|ほど|程度|ちょうど|ってとこ|という|っていう|とか)?(?:、)?(?:が|を|は|の|で|に)?、?(?:まで|以内|以下|未満|上限|天井|限度|限界|線|目安"
    r"|精一杯|ちょうど|枠|頭打ち|ぎりぎり|ギリギリ|切れば|切ったら|くらいやったら|やったら|なら|あたりを?上限|より下|のまま|ずつ|収め|内に)"
)
_SPEND_AFTER_JA = re.compile(
    r"取って|とって|積んで|積みました|見て|見と|予算|枠|計上|組め|組ん|使え|使っていい|出せる|出します|出す|払え|残って|残り|もらって|いただいて|頂いて"
    r"|持ち出し|腹|固定費|申請|要求|用意|確保|回せ|つけて|付いて|上げてある|言われて|聞い|通せる|通る|決めて|約束|預かって|収ま|差し上げ"
)
_BUDGET_BEFORE_JA = re.compile(
    r"予算|枠|上限|天井|上げても|出せて|最大|ひっくるめ|全部で|合わせて|あわせて|全体で|補助|込み|総額|財布|費目|経費|開業費|交付金|残り|せいぜい|目標|年で|年に|年間"
    r"|月に|月々|月額|年額|月$|年$|初期で|一括|だから|せやから|そこで"
)
_OTHER_BEFORE_JA = re.compile(
    r"今が|いまが|現状|今の|いまの|いま$|今は|いまは|今$|去年|先月|昨年|あちらが|おたくが|向こう|見積|請求|思たら|しかし|今月は|電気代|家賃|給料|売上|余りは"
    r"|のうち|年前は|もともと|前は|値上"
)
_OTHER_AFTER_JA = re.compile(
    r"^(?:円|ドル)?(?:でも(?!いい)|は無理|は出せ|は高|だと|じゃ(?!あ)|はなあ|だっけ|の差|弱|安く|高く|浮|増え|減|絞|上が|値引|か。|か…|かあ|だったのが|から|は(?:うーん|ちょっと|さすが)"
    r"|なので|も(?:する|かか|し)|いるやろ|もら)"
)
_OVER_AFTER_JA = re.compile(r"^(?:円|ドル)?(?:を|より上|より|以上)")
_NOTHING_JA = re.compile(
    r"(?:予算|お金|金|費用|枠|財布|余裕)[^。]{0,24}(?:ない|なく|ありません|ございません|ゼロ|0円|残っ(?:て|と)(?:い)?(?:ない|ません|らん|おりません)|使い切|出せ(?:ません|ない|ん))"
    r"|(?:一円|一銭|びた一文|1円|いちえん)(?:も|たりとも)[^。]{0,30}(?:ない|なく|ません|らん|せん|へん|ねえ|ねぇ|なか|ぬ|ん)|ゼロ|新規は?ゼロ|使い切(?:って|り|った)"
    r"|(?:お金|予算|追加)[^。]{0,14}(?:出ません|出ない|付きません|つかない|組んでいない|組んでない|組んでおりません|ございません)|ないよ|ないですよ"
)


def _candidates_ja(text: str) -> list[_Candidate]:
    found: list[_Candidate] = []
    all_numbers = numbers(text, "ja")
    for number in all_numbers:
        after = text[number.end : number.end + _WINDOW]
        before = text[max(0, number.start - _WINDOW) : number.start]
        unit = _UNIT_JA.match(after) is not None
        if (
            not unit
            and _COUNTER_JA.match(after)
            and not (number.value >= TEN_THOUSAND and re.match(r"^(?:分の|代)", after))
        ):
            continue
        value = number.value
        if not unit and value < TEN_THOUSAND:
            # 五十が天井: the 万 is left out; a bare small number without any word of a ceiling is no amount
            if number.scaled and value >= 1000:
                pass
            elif value >= 3 and (_CEILING_AFTER_JA.match(after) or _SPEND_AFTER_JA.search(after[:6])):
                value *= TEN_THOUSAND
            else:
                continue
        elif unit and value < 10:
            continue
        points = _points_ja(before, after)
        found.append(_Candidate(number=number, value=value, points=points))
    return found


def _points_ja(before: str, after: str) -> float:
    clause_before = re.split(r"[。!?]", before)[-1]
    clause_after = re.split(r"[。!?]", after)[0]
    points = 0.5
    if _CEILING_AFTER_JA.match(after):
        points += 3.0
    if _SPEND_AFTER_JA.search(clause_after):
        points += 1.5
    if _BUDGET_BEFORE_JA.search(clause_before):
        points += 1.5
    if _OTHER_BEFORE_JA.search(clause_before[-9:]):
        points -= 2.5
    if _OTHER_AFTER_JA.match(after):
        points -= 2.5
    if _OVER_AFTER_JA.match(after):
        points -= 0.5
    return points


_SEAT_JA = "人|名|台|棟|店舗|店|床|席|教室|拠点|戸|部屋|アカウント|ライセンス|本|室|校|院|園|か所|箇所|施設|件|社|頭"
_EACH_JA = re.compile(
    rf"(?:一|ひと|1)\s?({_SEAT_JA})(?:あたり|当たり|につき|頭)|(?:一|1)(人)、(?=一年|ひと月)|(?:頭)割り|({_SEAT_JA})あたり"
)
_SAME_JA = {"人": "人|名", "名": "人|名", "店": "店|店舗", "店舗": "店|店舗", "席": "席|人|名"}


def _seats_ja(text: str, number: Number) -> float:
    each = _EACH_JA.search(text)
    if each is None:
        return 1.0
    unit = next((group for group in each.groups() if group), "人")
    for other in numbers(text, "ja"):
        after = text[other.end : other.end + 4]
        inside_each = each.start() <= other.start < each.end()
        if (
            other != number
            and not inside_each
            and other.value > 1
            and re.match(f"(?:{_SAME_JA.get(unit, unit)})", after)
        ):
            return other.value
    return 1.0


# --- English --------------------------------------------------------------------------------------------------------

_MONEY_AFTER_EN = re.compile(
    r"^\s*(?:pounds?|quid|dollars?|bucks?|euros?|rupees?|rand\b|nairas?|shillings?|kroner?|ringgit|yen|a (?:month|year|head|store|seat)"
    r"|per (?:month|year|seat|user|head)|/\s?(?:mo|yr|month|year)|usd|gbp|eur|aud|cad)",
    re.IGNORECASE,
)
_COUNTER_EN = re.compile(
    r"^[\s-]*(?:per\s?cent|percent|%|people|heads?\b|seats?|users?|licen[cs]es?|units?|minutes?|hours?|days?|weeks?|months?\b|years?\b|sites?|stores?"
    r"|shops?|branches|clinics?|vans?|trucks?|trailers?|staff|employees|nurses?|doctors?|cases?|orders?|tags?|sensors?|beds?|rooms?|miles|metres|meters"
    r"|times\b|o'clock|past|of (?:us|them|you|those)|more|other|or (?:so )?people|machines?|phones?|lines?|pages?|emails?|calls?|degrees|tonnes?|tons"
    r"|kilos?|litres?|gigs?|terabytes?|gigabytes?|points?|students?|pupils|members|guests|kids|ladies|men|women|guys|girls|boys|pairs|boxes|pallets)\b",
    re.IGNORECASE,
)
_CEILING_EN = re.compile(
    r"ceiling|\bcap\b|capped|limit|maximum|\bmax\b|tops\b|at (?:the )?(?:very )?most|no more than|not more than|not a (?:cent|penny|dollar|dime) (?:over|more)|up to|under|below"
    r"|stay (?:inside|within|under)|within|inside|keep (?:it|her|them)|budget|set aside|put (?:in|by|away|aside)|approved|sanctioned|signed off|pencilled|earmarked"
    r"|line (?:for|called)|in the (?:plan|budget|kitty|pot)|all in\b|all up|everything in|everything included|envelope|i could (?:defend|go|get|pull)"
    r"|i(?:'d| would) (?:go|put|pay)|i can (?:go|get|spend|use|find|do)|we can (?:go|spend)|i(?:'ve| have) got|we(?:'ve| have) got|i(?:'ve| have)\b|there(?:'s| is) a"
    r"|given (?:me|us)|left from|left over|grant|fund\b|frozen at|has down|allowed|priced in|one[- ](?:off|time)|once\b|wrote a grant|starts? with|going to spend",
    re.IGNORECASE,
)
_OTHER_EN = re.compile(
    r"pay (?:you|them|now|today|at the moment|you now)|(?:i'm|we're|am|are|is) (?:paying|spending)|paying now|right now|currently|at the moment|last year|it cost|costs? us|cost me|spent|quoted?"
    r"|your price|list price|instead of|used to|was\b|above|over\b|more than|beyond|past that|\bnot\s*$|isn't a second|save|saving|plus about|invoice",
    re.IGNORECASE,
)
_NOT_MORE_EN = re.compile(
    r"(?:no|not|n't|never|without)\s+(?:\w+\s+){0,4}(?:more than|over|above|beyond|past)\s*$|go(?:es)? over\s*$",
    re.IGNORECASE,
)
_REPAIR_EN = re.compile(
    r"\b(?:no,? wait|wait,? no|hang on|hold on|or,? no|no,? no|sorry|i mean|rather|make (?:it|that)|call it|at (?:the )?(?:very )?most)\b[.,]?[^.!?]{0,40}$|\bno\.? (?:it's|it is)\s*$",
    re.IGNORECASE,
)
"""Said before an amount that takes the place of the one before it."""
_PART_EN = re.compile(r"^\s*(?:[a-z]+\s)?more\b", re.IGNORECASE)
_NOT_ONE_EN = re.compile(r"(?:\bnot|n't|\bnever)\b[^.!?]{0,20}$", re.IGNORECASE)
_CENTS_EN = re.compile(r"^\s*(?:cents?|pence|p)\b", re.IGNORECASE)
_MILLION = 1_000_000
_NOTHING_EN = re.compile(
    r"\b(?:nothing|zero|zip|nil|none|nada|zilch|nought)\b|\bthere (?:isn't|is not) (?:one|any)\b|\bno (?:money|budget|funds|cash)\b|\bnot? (?:a|one|any|even a|another) (?:cent|centime|penny|dollar|dime|euro|pound|rand|rupee|shilling|kr|krone|krona|nickel|money|budget)"
    r"|\b(?:isn't|ain't|haven't|don't have|hasn't)\b[^.]{0,30}\b(?:any money|a budget|any budget|the money|money|a cent|a penny|a nickel|a dime)\b|\bnot a bean\b",
    re.IGNORECASE,
)


def _candidates_en(text: str) -> list[_Candidate]:  # noqa: C901 -- one rule a branch
    found: list[_Candidate] = []
    bare: list[_Candidate] = []
    for number in numbers(text, "en"):
        after = text[number.end : number.end + 40]
        before = text[max(0, number.start - 45) : number.start]
        sign = re.search(r"(?:[£$€₹₦]|\b(?:gbp|usd|eur|rs\.?|zar|r))\s?$", before, re.IGNORECASE)
        money = bool(sign) or _MONEY_AFTER_EN.match(after) is not None
        if not money and (_COUNTER_EN.match(after) or _is_year(number, text)):
            continue
        points = _points_en(before, after, money=money)
        repairs = _REPAIR_EN.search(text[: number.start]) is not None
        if repairs and found:
            points = max(points, found[-1].points + 0.5)
        elif repairs:
            points += 1.5
        if _PART_EN.match(after) or (number.value == 1 and _NOT_ONE_EN.search(before)):
            points -= 3.0
        if _CENTS_EN.match(after):
            found.append(_Candidate(number=number, value=number.value / 100, points=points))
        elif repairs and found and not money and number.value < 1000 <= found[-1].value:
            # «two million. Or, no, it's two point four»: the size was said before
            size = _MILLION if found[-1].value >= _MILLION else 1000
            value = number.value * size if number.value < found[-1].value / size * 5 else number.value
            found.append(_Candidate(number=number, value=value, points=points))
        elif money or (number.value >= 500 and number.scaled) or number.value >= 1000:
            found.append(_Candidate(number=number, value=number.value, points=points))
        elif 1 <= number.value < 1000 and text[number.start : number.end].lower() not in (
            "one",
            "two",
            "three",
            "a hundred",
        ):
            bare.append(_Candidate(number=number, value=number.value, points=points))
    if found and (not bare or max(c.points for c in found) > 0):
        return found
    # «Three and a half. If it starts with a three…»: thousands are left out; hundreds are meant as they are
    return [
        _Candidate(number=c.number, value=c.value if c.value >= 100 else c.value * 1000, points=c.points - 1.0)
        for c in bare
    ]


def _is_year(number: Number, text: str) -> bool:
    digits = text[number.start : number.end]
    return (digits.isdigit() and 2000 <= number.value <= 2100) or "twenty twenty" in digits.lower()


def _points_en(before: str, after: str, *, money: bool) -> float:
    clause_before = re.split(r"[.!?](?:\s|$)", before)[-1]
    clause_after = re.split(r"[.!?](?:\s|$)", after)[0]
    points = 1.0 + (0.5 if money else 0.0)
    if _CEILING_EN.search(clause_before) or _CEILING_EN.search(clause_after):
        points += 2.0
    if re.match(
        r"\s*(?:a|per|for the|on the|in the|this)\s+(?:new\s+)?(?:financial\s+)?(?:month|year)",
        clause_after,
        re.IGNORECASE,
    ):
        points += 1.0
    if _NOT_MORE_EN.search(clause_before):
        points += 1.0
    elif _OTHER_EN.search(clause_before[-28:]):
        points -= 2.0
    return points


_EACH_EN = re.compile(
    r"(?:\ba|\bper|\ban|\beach|\bevery)\s+(head|seat|user|person|store|shop|site|licen[cs]e|nurse|truck|van|bed|clinic|unit|room|machine|branch|pupil|student)\b",
    re.IGNORECASE,
)
_SEAT_WORDS_EN = {
    "head": "heads?|people|staff|seats?|employees|users?", "seat": "seats?|users?|people", "user": "users?|people|seats?",
    "person": "people|heads?|staff|persons", "licence": "licen[cs]es?|users?", "license": "licen[cs]es?|users?",
    "branch": "branches",
}  # fmt: skip


def _seats_en(text: str, number: Number) -> float:
    each = _EACH_EN.search(text, number.end)
    if each is None or each.start() - number.end > 24:
        return 1.0
    unit = each[1].lower()
    pattern = _SEAT_WORDS_EN.get(unit, f"{unit}s?")
    for other in numbers(text, "en"):
        if (
            other != number
            and other.value > 1
            and re.match(rf"\s*(?:\w+\s)?(?:{pattern})\b", text[other.end :], re.IGNORECASE)
        ):
            return other.value
    return 1.0


# --- the period -----------------------------------------------------------------------------------------------------

_MONTH = {
    "ja": r"月々|月に|月額|月で|毎月|ひと月|月(?=[\d一二三四五六七八九十百千])|月の|月、|/月|月あたり",
    "en": r"\b(?:a|per|every|each|in a) month|monthly|/\s?mo",
}
_YEAR = {
    "ja": r"年額|年間|年に|年で|一年|通年|年(?=[\d一二三四五六七八九十百千])|年度の|来期|今期|来年度|今年度|年の",
    "en": r"\b(?:a|per|every|each|this|next|in the|for the|on the|the)(?: new| financial| fiscal)* year|annual|yearly|\bp\.?a\.?\b|/\s?y",
}
_ONCE = {
    "ja": r"一括|一回きり|初期|最初に|設備|工事|購入|開業|補助|一度に|開設|入れ替え|減税|一式",
    "en": r"one[- ]?off|once|one[- ]time|one hit|capital|up ?front|to put it in|to get it standing|installed|envelope|grant|fund",
}


def _per(text: str, before: str, number: Number, language: str) -> str | None:
    near = text[max(0, number.start - 12) : number.end + 24]
    for where in (near, text, before):
        for name, table in (("month", _MONTH), ("year", _YEAR), ("once", _ONCE)):
            if re.search(table[language], where, re.IGNORECASE):
                return name
    return None
