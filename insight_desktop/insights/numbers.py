"""Numbers as they are said: 三百万, 30万5千, 2.5億, 3割, «two and a half grand», «fifteen hundred», «30k», «twelve lakhs»."""

# ruff: noqa: E501, PLR0911, PLR2004 -- tables of words, and sizes that are plain where they stand

import re
from dataclasses import dataclass

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_TO_ASCII = str.maketrans(
    "０１２３４５６７８９．，％＄￥（）／：？！～",
    "0123456789.,%$¥()/:?!~",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number and the characters that say it."""

    value: float
    start: int
    end: int
    scaled: bool = False
    """True when a unit of size is said with it (万, thousand, k), so that it needs no guess about its size."""


def half_width(text: str) -> str:
    """Return the text with full-width digits and signs made half-width, character by character."""
    return text.translate(_TO_ASCII)


def numbers(text: str, language: str) -> list[Number]:
    """Find the numbers of a text, in order; ranges such as 二、三十万 give both ends."""
    return _japanese(half_width(text)) if language == "ja" else _english(half_width(text))


# --- Japanese -------------------------------------------------------------------------------------------------------

_JA_NUMBER = re.compile(
    r"(?:\d[\d,]*(?:\.\d+)?|[〇零一二三四五六七八九十百千])(?:\d[\d,]*(?:\.\d+)?|[〇零一二三四五六七八九十百千万億兆](?!が一))*"
)
# Words that begin with a numeral and count nothing.
_JA_WORDS = (
    "一番|一応|一緒|一括|一度|一旦|一体|一気|一方|一般|一部|一切|一致|一定|一律|一任|一存|一足|一言|一発|一向|一瞬|一通り|一昨|一報|一段"
    "|一環|一層|一生|一概|一見|一筋|一息|一手に|一挙|一新|一安心|一苦労|一枚岩|一件落着|一服|一同|一覧|一線|一流|一目|一斉|一段落|一丁|一つ返事"
    "|二度手間|二の足|二の舞|二人三脚|二重|三角|三島|三重|三浦|三井|三菱|三鷹|三原|三上|三好|三宅|四国|四万十|四の五の|五反田|五十嵐|五島|六本木|六甲"
    "|七尾|七夕|八王子|八戸|八百屋|八幡|八木|八代|八つ当たり|九州|九条|十分|十三湊|十和田|十勝|十日町|百貨店|百姓|百も承知|千葉|千歳|千代|千人力|千円札"
    "|万一|万が一|万全|万事|万年"
)
_JA_SKIP = re.compile(f"(?:{_JA_WORDS})")


def _japanese(text: str) -> list[Number]:
    skipped = [(m.start(), m.end()) for m in _JA_SKIP.finditer(text) if not _counts(text, m.start(), m.end())]
    found: list[Number] = []
    for match in _JA_NUMBER.finditer(text):
        start, end = match.span()
        if any(a <= start < b for a, b in skipped):
            continue
        word = match[0].rstrip(",")
        value = japanese_value(word)
        if value is None:
            continue
        end = start + len(word)
        before = found[-1] if found else None
        if before is not None and text[before.end : start] in ("、", ",") and word[0] in _DIGITS:
            # 二、三十万; 三百五、六十万: the last digit before the comma has the unit of the first one after it
            digit, unit = int(before.value) % 10, 10 ** (len(str(int(value))) - 1)
            if digit and unit > 1 and value % unit == 0:
                size = 10**4 if "万" in word else 1
                whole = before.value - digit
                found[-1] = Number(value=whole * size + digit * unit, start=before.start, end=before.end, scaled=True)
                value += whole * size
        found.append(Number(value=value, start=start, end=end, scaled=any(unit in word for unit in "万億兆千")))
    return found


def _counts(text: str, start: int, end: int) -> bool:
    """Tell 一部 as a number of copies and the like from the plain word: never here, but 十分 after 二 is minutes."""
    return text[start:end] == "十分" and start > 0 and text[start - 1] in "一二三四五六七八九"


def japanese_value(word: str) -> float | None:
    """Return the value of one numeral such as 三十万五千, 30万5千, 2.5億, 二〇三〇; None where it is none."""
    if not word:
        return None
    if all(character in _DIGITS for character in word):
        return float("".join(str(_DIGITS[c]) for c in word)) if len(word) != 2 or "〇" in word else None
    total = 0.0
    rest = word
    for unit, size in sorted(_LARGE.items(), key=lambda item: -item[1]):
        head, sign, tail = rest.partition(unit)
        if not sign:
            continue
        if unit in tail:
            return None
        part = _below_ten_thousand(head) if head else 1.0
        if part is None:
            return None
        total += part * size
        rest = tail
    last = _below_ten_thousand(rest) if rest else 0.0
    return None if last is None else total + last


def _below_ten_thousand(word: str) -> float | None:
    total, current = 0.0, None
    for token in re.findall(r"\d[\d,]*(?:\.\d+)?|.", word):
        if token[0].isdigit() and token[0].isascii():
            if current is not None:
                return None
            current = float(token.replace(",", ""))
        elif token in _DIGITS:
            current = _DIGITS[token] if current is None else current * 10 + _DIGITS[token]
        elif token in _SMALL:
            total += (1.0 if current is None else current) * _SMALL[token]
            current = None
        else:
            return None
    return total + (current or 0.0)


# --- English --------------------------------------------------------------------------------------------------------

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "fiver": 5, "tenner": 10,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {
    "thousands?": 10**3, "grand": 10**3, "k": 10**3, "lakhs?": 10**5, "lacs?": 10**5, "mil(?:lions?)?": 10**6,
    "m": 10**6, "crores?": 10**7, "billions?": 10**9, "bn": 10**9,
}  # fmt: skip
_CRORE, _LAKH, _THOUSAND, _HUNDRED = 10**7, 10**5, 10**3, 100


def _any(words: dict[str, int]) -> str:
    return "(?:" + "|".join(words) + ")"


_SMALL_EN = rf"(?:{_any(_TENS)}(?:[-\s]{_any(_UNITS)})?|{_any(_TEENS)}|{_any(_UNITS)})"
_DIGITS_EN = r"\d[\d,]*(?:\.\d+)?"
_HALF_AFTER = r"(?:\s+and\s+(?:a\s+)?(?:half|quarter))"
_HUNDREDS = rf"(?:(?:{_SMALL_EN}|{_DIGITS_EN}|an?)[-\s])?hundred(?:(?:\s+and)?[-\s]{_SMALL_EN}(?![-\s]hundred))?"
# five sixty, one-forty: the hundred is left out
_PAIR = rf"(?:{_SMALL_EN})[-\s](?:{_any(_TENS)}(?:[-\s]{_any(_UNITS)})?|{_any(_TEENS)})"
# four point two, nought point three five
_POINT = rf"(?:{_SMALL_EN}|zero|nought)\s+point(?:\s+(?:{_any(_UNITS)}|zero|oh)\b)+"
_HEAD = rf"(?:{_POINT}|half\s+an?|an?\s+quarter(?:\s+of\s+an?)?|an?\s+couple(?:\s+of)?|{_HUNDREDS}|{_DIGITS_EN}|{_PAIR}|{_SMALL_EN})"
_PART = rf"(?:{_HEAD}{_HALF_AFTER}?|an?)(?:\s+|-|(?<=\d)){_any(_SCALES)}\b{_HALF_AFTER}?"
_EN_NUMBER = re.compile(
    rf"\b(?:{_PART}(?:,?\s+(?:and\s+)?{_PART})*(?:(?:,?\s+(?:and\s+)?{_HUNDREDS}|\s+(?:and\s+)?{_SMALL_EN})(?!\s*(?:per\s?cent|%)))?"
    rf"|{_POINT}|{_HUNDREDS}{_HALF_AFTER}?|{_PAIR}|{_SMALL_EN}{_HALF_AFTER}?|{_DIGITS_EN}|zero)(?![\w])",
    re.IGNORECASE,
)
_EN_SCALE = re.compile(rf"(?:\s+|-|(?<=\d))({_any(_SCALES)})\b({_HALF_AFTER})?", re.IGNORECASE)
_NAMED = {f"{word}": value for table in (_UNITS, _TEENS, _TENS) for word, value in table.items()}


def _english(text: str) -> list[Number]:
    found = []
    for match in _EN_NUMBER.finditer(text):
        word = match[0].lower().rstrip(",")
        scaled = bool(_EN_SCALE.search(word)) or "hundred" in word or "," in word
        value = english_value(word)
        found.append(Number(value=value, start=match.start(), end=match.start() + len(word), scaled=scaled))
    return found


def english_value(words: str) -> float:
    """Return the value of one English numeral that the grammar found."""
    total, position, last = 0.0, 0, 1
    for match in _EN_SCALE.finditer(words):
        size = next(value for word, value in _SCALES.items() if re.fullmatch(word, match[1]))
        head = re.sub(r"^[\s,]*(?:and\s+)?", "", words[position : match.start()])
        total += (_head_value(head) + _half(match[2])) * size
        position, last = match.end(), size
    rest = re.sub(r"^[\s,]*(?:and\s+)?", "", words[position:])
    if rest:
        # three crore eighty: eighty lakhs; one lakh eighty: eighty thousand
        more = _head_value(rest)
        left_out = {_CRORE: _LAKH, _LAKH: _THOUSAND}.get(last, 1) if more < _HUNDRED else 1
        total += more * left_out
    return total


def _half(words: str | None) -> float:
    return 0.0 if not words else 0.25 if "quarter" in words else 0.5


def _head_value(words: str) -> float:
    words = words.strip()
    if match := re.search(rf"{_HALF_AFTER}$", words):
        return _head_value(words[: match.start()]) + _half(match[0]) * (
            100 if words[: match.start()].endswith("hundred") else 1
        )
    if " point " in words:
        whole, _, digits = words.partition(" point ")
        tenths = "".join(str(_UNITS.get(digit, 0)) for digit in digits.split())
        return float(f"{_head_value(whole):.0f}.{tenths}")
    if words in ("zero", "nought"):
        return 0.0
    if words in ("a", "an"):
        return 1.0
    if words.startswith("half"):
        return 0.5
    if "quarter" in words:
        return 0.25
    if "couple" in words:
        return 2.0
    if "hundred" in words:
        head, _, tail = words.partition("hundred")
        tail = re.sub(r"^[\s-]*(?:and\s+)?", "", tail)
        return (_head_value(head.strip(" -")) if head.strip(" -") else 1.0) * 100 + (_head_value(tail) if tail else 0.0)
    if words[:1].isdigit():
        return float(words.replace(",", "").rstrip("."))
    parts = [_NAMED[word] for word in re.split(r"[-\s]+", words)]
    return float(_joined(parts))


def _joined(parts: list[int]) -> int:
    """Join twenty-five as 25, five sixty as 560 and nine fifty-five as 955."""
    ten, hundred = 10, 100
    value = parts[0]
    for number, part in enumerate(parts[1:], 1):
        adds_unit = part < ten <= parts[number - 1] and parts[number - 1] % ten == 0 and parts[number - 1] > ten
        value = value + part if adds_unit else value * hundred + part
    return value
