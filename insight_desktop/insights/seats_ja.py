"""How many seats a Japanese amount is told for: ひとり三千円まで、八人だから."""

import re
from collections.abc import Iterator

from insight_desktop.insights.numbers import Number, numbers

SEATS = "人|名|台|棟|店舗|店|床|席|教室|拠点|戸|部屋|アカウント|ライセンス|本|室|校|院|園|か所|箇所|施設|件|社|頭"
_EACH = re.compile(
    rf"(?:一|ひと|1)\s?({SEATS})(?:あたり|当たり|につき|頭)|(?:一|1)(人)、(?=一年|ひと月)|(?:頭)割り|({SEATS})あたり"
)
_EACH_RIGHT_BEFORE = re.compile(rf"(?:(?:一|ひと|1)\s?({SEATS})|ひとり)(?:に|、)?\s?(?:月|年|毎月|月々)?(?:に|で|、)?$")
"""一人二千円, 一台月に二万円: of the amount that follows, and of no other one."""
_EVENLY = re.compile(r"^円?ずつ")
_SAME = {
    "人": "人|名", "名": "人|名", "店": "店|店舗|つある", "店舗": "店|店舗|つある", "席": "席|人|名",
    "室": "室|部屋", "部屋": "室|部屋", "台": "台|つある",
}  # fmt: skip


def seats(text: str, number: Number) -> float:
    """Return by how many seats an amount for one of them is multiplied; 1 where the turn tells none."""
    each = _EACH_RIGHT_BEFORE.search(text[: number.start]) or _EACH.search(text)
    if each is None:
        # 二人に七万五千ずつ
        evenly = _EVENLY.match(text[number.end :])
        return next(_counted(text[: number.start], SEATS), 1.0) if evenly else 1.0
    unit = next((group for group in each.groups() if group), "人")
    return next(_counted(text, _SAME.get(unit, unit), number, each), 1.0)


def _counted(
    text: str, pattern: str, amount: Number | None = None, each: re.Match[str] | None = None
) -> Iterator[float]:
    """Give the numbers that stand before the name of the seats."""
    for other in numbers(text, "ja"):
        apart = each is None or not each.start() <= other.start < each.end()
        if other != amount and apart and other.value > 1 and re.match(f"(?:{pattern})", text[other.end :]):
            yield other.value
