"""Reads what stands in one cell or field, as people write dates, amounts and limits."""

import datetime as dt
import re
import unicodedata

from insight_desktop.crm.tables import header_key
from insight_desktop.domain.suggestion import ProductPurpose

_OUTCOMES = {
    "won": ("受注", "成約", "成功", "成立", "勝ち", "won", "closedwon", "win", "true", "1", "yes"),
    "lost": ("失注", "不成立", "失敗", "負け", "見送り", "lost", "closedlost", "lose", "false", "0", "no"),
}
_CURRENCIES = {
    "円": "JPY", "日本円": "JPY", "¥": "JPY", "yen": "JPY", "ドル": "USD", "米ドル": "USD", "$": "USD", "us$": "USD",
    "£": "GBP", "ポンド": "GBP", "€": "EUR", "ユーロ": "EUR", "euro": "EUR",
}  # fmt: skip
_PURPOSES = {
    ProductPurpose.LEAD_IN: ("入口商品", "入口", "集客商品", "フロント商品", "lead_in", "lead-in", "front end"),
    ProductPurpose.PROFIT: ("収益商品", "本命商品", "バックエンド商品", "profit", "back end"),
}
_ENDED = {
    True: (
        "完了",
        "解決",
        "解決済",
        "解決済み",
        "対応済",
        "対応済み",
        "クローズ",
        "終了",
        "closed",
        "resolved",
        "done",
    ),
    False: ("未対応", "対応中", "受付", "受付中", "未解決", "調査中", "保留", "オープン", "open", "new", "pending"),
}
_DATE = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T].*)?$")
_PLAIN_DATE = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_ERA_DATE = re.compile(
    r"^(令和|平成|昭和|[RHS])\.?\s*(\d{1,2}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$", re.IGNORECASE
)
_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925}
"""The year before the first one of an era."""
_ENGLISH_DATE = re.compile(
    r"^(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[a-z]{3,9})\.?"
    r"|(?P<month2>[a-z]{3,9})\.?[ -](?P<day2>\d{1,2})(?:st|nd|rd|th)?)"
    r",?[ -](?P<year>\d{4})$",
    re.IGNORECASE,
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SLASHED_DATE = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})(?:[ T].*)?$")
_LIMIT = re.compile(
    r"^\s*(?P<name>[^\d\s<=≤≦:：は][^<=≤≦:：]*?)(?:\s*(?:<=?|=|≤|≦|:|：|は)\s*|\s+|(?<=数))"
    r"(?P<most>[\d.,]+)\s*(?:GB|[席人名件個本台室棟社])?\s*(?:まで|以下|以内)?\s*$"
)
_LIMIT_NAMES = {
    "利用者数": "users", "利用者": "users", "ユーザー数": "users", "ユーザー": "users", "人数": "users",
    "担当者数": "agents", "拠点数": "sites", "拠点": "sites", "店舗数": "stores", "店舗": "stores", "shops": "stores",
    "作業員数": "engineers", "棟数": "houses", "会員数": "members", "室数": "rooms", "席数": "seats",
    "車両数": "vehicles", "車両": "vehicles", "倉庫数": "warehouses", "倉庫": "warehouses", "台数": "machines",
    "容量(gb)": "storage_gb", "storage (gb)": "storage_gb", "容量": "storage_gb",
}  # fmt: skip
"""What the window and people call that which a ceiling counts, and its code."""
_NPS_LEAST, _NPS_MOST = -100, 100
_MOST_THINGS = 1_000_000_000
"""Nobody has more seats; SQLite holds no number as large as a slip of the keys can make."""


def read_nps(text: str) -> int:
    """Return a score of loyalty, −100 to 100."""
    number = int(float(text))
    if not _NPS_LEAST <= number <= _NPS_MOST:
        raise ValueError
    return number


def read_date(text: str) -> dt.date:
    """Read «2026-11-20», «20261120», «2026年11月20日», «令和8年11月20日», «R8.11.20», «20 Nov 2026» and «11/20/2026».

    Raises:
        ValueError: it is no date, or one of which nobody can tell the month from the day, as 3/4/2026.
    """
    bare = text.strip()
    if found := _DATE.match(bare) or _PLAIN_DATE.match(bare):
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    if found := _ERA_DATE.match(bare):
        year = 1 if found[2] == "元" else int(found[2])
        return dt.date(_ERAS[found[1].lower()] + year, int(found[3]), int(found[4]))
    if found := _ENGLISH_DATE.match(bare):
        name = (found["month"] or found["month2"]).lower()
        return dt.date(int(found["year"]), _MONTHS.index(name[:3]) + 1, int(found["day"] or found["day2"]))
    if found := _SLASHED_DATE.match(bare):
        return _slashed(int(found[1]), int(found[2]), int(found[3]))
    raise ValueError


def _slashed(first: int, second: int, year: int) -> dt.date:
    """Return a date of which the month comes first, as in America, or the day, where only one of them can be."""
    dates = set()
    for month, day in ((first, second), (second, first)):
        try:
            dates.add(dt.date(year, month, day))
        except ValueError:
            continue
    if len(dates) != 1:
        raise ValueError
    return dates.pop()


def read_amount(text: str) -> float:
    """Read «¥1,200,000», «30万円», «1.5億» and plain numbers."""
    bare = re.sub(r"[¥\\$€£,\s円]|JPY|USD|EUR", "", text)
    scale = 1.0
    for unit, factor in (("億", 1e8), ("万", 1e4), ("千", 1e3)):
        if bare.endswith(unit):
            bare, scale = bare[: -len(unit)], factor
            break
    amount = float(bare) * scale
    if amount != amount or amount in (float("inf"), float("-inf")):  # noqa: PLR0124 - NaN differs from itself
        raise ValueError
    return amount


def read_price(text: str) -> float:
    """Read an amount that is not below nothing.

    Raises:
        ValueError: it is no number, or a negative one.
    """
    amount = read_amount(text)
    if amount < 0:
        raise ValueError
    return amount


def read_currency(text: str) -> str:
    """Return the three letters of a currency, also where its sign or its name stands: «JPY», «円», «£».

    Raises:
        ValueError: it is none of them.
    """
    bare = unicodedata.normalize("NFKC", text).strip().casefold()
    found = _CURRENCIES.get(bare, bare.upper())
    if not re.fullmatch(r"[A-Z]{3}", found):
        raise ValueError
    return found


def read_whole(text: str) -> int:
    """Read a whole number of things, such as «1,200» or «20席»."""
    number = read_integer(text)
    if not 0 <= number <= _MOST_THINGS:
        raise ValueError
    return number


def read_integer(text: str) -> int:
    """Read a whole number, also one below nothing: «1,200», «20席», «−3».

    Raises:
        ValueError: it is no number, or not a whole one.
    """
    number = read_amount(re.sub(r"[席人名件個本点]$", "", text.strip().replace("−", "-")))
    if number != int(number):
        raise ValueError
    return int(number)


def read_closed(text: str) -> bool:
    """Read whether a support case has ended.

    Raises:
        ValueError: the word says neither.
    """
    key = header_key(text)
    for has_ended, words in _ENDED.items():
        if key in words:
            return has_ended
    raise ValueError


def read_limits(text: str) -> tuple[tuple[str, float], ...]:
    """Read «users<=10; sites<=3», also as people say it: «利用者数 10人まで、拠点数 3»."""
    found = [_LIMIT.match(part) for part in re.split(r"[;；、\n]", text) if part.strip()]
    if any(match is None for match in found):
        raise ValueError
    return tuple((_limit_name(match["name"]), float(match["most"].replace(",", ""))) for match in found if match)


def _limit_name(name: str) -> str:
    bare = name.strip()
    known = _LIMIT_NAMES.get(unicodedata.normalize("NFKC", bare).casefold())
    plain = bare.casefold()
    return known or (plain if plain in _LIMIT_NAMES.values() else bare)


def read_outcome(text: str) -> str:
    """Return `won`, `lost` or nothing of a word for it."""
    key = header_key(text)
    return next((outcome for outcome, words in _OUTCOMES.items() if key in map(header_key, words)), "")


def read_flag(text: str) -> bool:
    """Read yes or no.

    Raises:
        ValueError: it is neither.
    """
    key = header_key(text)
    if key in ("1", "yes", "y", "true", "はい", "○", "〇", "◯", "✓", "有", "あり"):
        return True
    if key in ("0", "no", "n", "false", "いいえ", "×", "無", "なし"):
        return False
    raise ValueError


def read_purpose(text: str) -> ProductPurpose:
    """Return what a product is sold for."""
    key = header_key(text)
    found = (purpose for purpose, words in _PURPOSES.items() if key in map(header_key, words))
    return next(found, ProductPurpose.NONE)


def read_domain(text: str) -> str:
    """Return the host of a web address, as CRMs match by it."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", text.strip().lower()).partition("/")[0]
