"""Budgets as they are said: amount, currency and period.

A turn often names several amounts (the price, what is paid today, the ceiling). Each gets points for the words around it;
the one that reads most like what can be spent is the budget. Per-seat amounts are multiplied where the seats are told in the
same turn; «no budget» is the amount 0.
"""

# ruff: noqa: E501 -- tables of words, and sizes that are plain where they stand

import re
from collections.abc import Sequence
from dataclasses import dataclass

from insight_desktop.insights import amounts_en, amounts_ja, seats_en, seats_ja
from insight_desktop.insights.amounts import Amount, Setting
from insight_desktop.insights.currencies import named_currency
from insight_desktop.insights.numbers import Number, half_width
from insight_desktop.insights.shares import share_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What can be spent, with the characters that say it."""

    amount: float
    currency: str
    per: str | None
    start: int = 0
    end: int = 0


def budget_of(
    text: str, language: str, *, currency: str, before: str = "", setting: Setting | None = None
) -> Budget | None:
    """Return the budget that a turn tells, or None when it names no amount and no lack of money.

    Args:
        text: the turn.
        language: `ja` or `en`.
        currency: of the call, for amounts without a name.
        before: the turn before, which may say the period.
        setting: what the call says around the turn, of which it is known that it tells a budget; None reads the turn
            alone, and no number without its size.

    """
    plain = half_width(text)
    said = amounts_ja if language == "ja" else amounts_en
    candidates = said.amounts(plain, setting)
    nothing = said.NOTHING.search(plain)
    best = max(candidates, key=lambda c: (c.points, c.number.start), default=None)
    money = named_currency(plain, currency) or currency
    share = share_of(plain, language, candidates, setting.told if setting is not None else None)
    if share is not None:
        return Budget(
            amount=share.amount,
            currency=money,
            per=_per(plain, before, Number(value=share.amount, start=share.start, end=share.end), language),
            start=share.start,
            end=share.end,
        )
    if nothing and (best is None or best.points < _SURE):
        return Budget(amount=0.0, currency=money, per=None, start=nothing.start(), end=nothing.end())
    if best is None:
        return None
    best = next((c for c in candidates if _is_its_year(c, best)), best)
    seats = (seats_ja if language == "ja" else seats_en).seats(plain, best.number)
    return Budget(
        amount=round(best.value * seats, 2),
        currency=money,
        per=_per(plain, before, best.number, language),
        start=best.number.start,
        end=best.number.end,
    )


def _is_its_year(amount: Amount, month: Amount) -> bool:
    """Tell «nine hundred, round the year» after «seventy-five a month»."""
    return amount.number.start > month.number.start and amount.value == month.value * _MONTHS


def setting_of(turns: Sequence[str], index: int, language: str) -> Setting:
    """Return what a call says around one of its turns."""
    said = amounts_ja if language == "ja" else amounts_en
    before = [half_width(text) for text in turns[max(0, index - _FAR) : index]]
    told = (amounts[-1] for text in reversed(before) if (amounts := said.told_amounts(text)))
    return Setting(
        nearby=tuple(amount for text in before[-_NEAR:] for amount in said.sure_amounts(text)), told=next(told, None)
    )


_SURE = 2.0
_NEAR, _FAR = 4, 8
"""How many turns back an amount may give its size, or be halved."""
_MONTHS = 12


def has_amount(text: str, language: str) -> bool:
    """Tell whether a turn names an amount of money, or that there is none."""
    return budget_of(text, language, currency="XXX") is not None


_MONTH = {
    # 十月に is a day of the year, no rate
    "ja": r"月々|月額|毎月|ひと月|/月|月あたり|(?<![\d一二三四五六七八九十来先今翌何])月(?:に|で|の|、|(?=[\d一二三四五六七八九十百千]))",
    "en": r"\b(?:a|per|every|each|in a) month|monthly|/\s?mo",
}
_YEAR = {
    "ja": r"年額|年間|一年|通年|年度の|来期|今期|来年度|今年度|(?<![\d〇一二三四五六七八九十])年(?:に|で|の|(?=[\d一二三四五六七八九十百千]))",
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
