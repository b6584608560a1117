"""What customers use, own and wait for, from CSV: figures of usage, products with seats, support cases."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from insight_desktop.crm.cells import read_amount, read_closed, read_date, read_whole
from insight_desktop.crm.importing import CUSTOMER_HEADERS, DEAL_HEADERS, Problem, RowReader, problems_of
from insight_desktop.crm.tables import Table, read_table

R = TypeVar("R")

_WHO = {"customer": CUSTOMER_HEADERS["name"], "customer_crm_id": DEAL_HEADERS["customer_crm_id"]}
USAGE_HEADERS = {
    **_WHO,
    "usage_name": ("利用項目", "項目", "項目名", "指標", "計測項目", "metric", "usage metric", "feature", "what"),
    "value": ("利用数", "使用数", "利用量", "使用量", "実績", "利用者数", "used", "value", "usage", "active users"),
    "ceiling": ("上限", "上限数", "契約数", "契約数量", "枠", "limit", "quota", "allowance", "contracted"),
    "unit": ("単位", "unit"),
    "as_of": ("基準日", "集計日", "時点", "計測日", "年月日", "日付", "as of", "date", "measured on"),
}
OWNED_HEADERS = {
    **_WHO,
    "product": (
        "利用製品",
        "製品",
        "製品名",
        "商品",
        "商品名",
        "製品コード",
        "プラン",
        "product",
        "product name",
        "product code",
        "plan",
    ),
    "since": (
        "利用開始日",
        "開始日",
        "契約日",
        "契約開始日",
        "導入日",
        "start date",
        "since",
        "start",
        "contract start",
    ),
    "seats": ("席数", "契約席数", "ライセンス数", "アカウント数", "数量", "seats", "licenses", "quantity"),
}
CASE_HEADERS = {
    **_WHO,
    "subject": ("件名", "問い合わせ", "問い合わせ内容", "内容", "タイトル", "subject", "title", "summary", "case"),
    "opened_on": (
        "受付日",
        "起票日",
        "問い合わせ日",
        "発生日",
        "作成日",
        "opened",
        "opened on",
        "created",
        "created at",
    ),
    "closed_on": ("完了日", "解決日", "クローズ日", "対応完了日", "closed", "closed on", "resolved", "resolved at"),
    "case_status": ("状態", "ステータス", "対応状況", "status", "state"),
}
USAGE_NEEDS, OWNED_NEEDS, CASE_NEEDS = (
    ("customer", "usage_name", "value"),
    ("customer", "product"),
    ("customer", "subject"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageRow:
    """One figure."""

    line: int
    customer: str
    customer_crm_id: str
    name: str
    value: float
    ceiling: float | None = None
    unit: str = ""
    as_of: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedRow:
    """One product of one customer."""

    line: int
    customer: str
    customer_crm_id: str
    product: str
    since: dt.date | None = None
    seats: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One support case."""

    line: int
    customer: str
    customer_crm_id: str
    subject: str
    opened_on: dt.date | None = None
    closed_on: dt.date | None = None
    is_closed: bool = False
    """The status says so, whether or not the day is known."""


def read_usage(
    path: Path, mapping: Mapping[str, str] | None = None
) -> tuple[Table, tuple[UsageRow, ...], tuple[Problem, ...]]:
    """Read figures of usage; rows without a customer, a name or a number are reported."""
    table = read_table(path, USAGE_HEADERS, needed=USAGE_NEEDS, mapping=mapping)

    def row_of(line: int, row: RowReader) -> UsageRow | None:
        value = row.read("value", read_amount)
        if value is None:
            return None
        return UsageRow(
            line=line,
            customer=row.text("customer"),
            customer_crm_id=row.text("customer_crm_id"),
            name=row.text("usage_name"),
            value=value,
            ceiling=row.read("ceiling", read_amount),
            unit=row.text("unit"),
            as_of=row.read("as_of", read_date),
        )

    return _read(table, USAGE_NEEDS, row_of)


def read_owned(
    path: Path, mapping: Mapping[str, str] | None = None
) -> tuple[Table, tuple[OwnedRow, ...], tuple[Problem, ...]]:
    """Read what customers own; rows without a customer or a product are reported."""
    table = read_table(path, OWNED_HEADERS, needed=OWNED_NEEDS, mapping=mapping)

    def row_of(line: int, row: RowReader) -> OwnedRow:
        return OwnedRow(
            line=line,
            customer=row.text("customer"),
            customer_crm_id=row.text("customer_crm_id"),
            product=row.text("product"),
            since=row.read("since", read_date),
            seats=row.read("seats", read_whole),
        )

    return _read(table, OWNED_NEEDS, row_of)


def read_cases(
    path: Path, mapping: Mapping[str, str] | None = None
) -> tuple[Table, tuple[CaseRow, ...], tuple[Problem, ...]]:
    """Read support cases; rows without a customer or a subject are reported."""
    table = read_table(path, CASE_HEADERS, needed=CASE_NEEDS, mapping=mapping)

    def row_of(line: int, row: RowReader) -> CaseRow:
        closed_on = row.read("closed_on", read_date)
        return CaseRow(
            line=line,
            customer=row.text("customer"),
            customer_crm_id=row.text("customer_crm_id"),
            subject=row.text("subject"),
            opened_on=row.read("opened_on", read_date),
            closed_on=closed_on,
            is_closed=closed_on is not None or bool(row.read("case_status", read_closed)),
        )

    return _read(table, CASE_NEEDS, row_of)


def _read(
    table: Table, needed: tuple[str, ...], row_of: Callable[[int, RowReader], R | None]
) -> tuple[Table, tuple[R, ...], tuple[Problem, ...]]:
    problems = problems_of(table)

    def rows() -> Iterator[R]:
        for line, cells in table.rows:
            row = RowReader(line, cells, problems)
            absent = next((field for field in needed if not row.text(field)), None)
            if absent is not None:
                problems.append(Problem(line=line, field=absent, value=""))
                continue
            found = row_of(line, row)
            if found is not None:
                yield found

    return table, tuple(rows()), tuple(problems)
