"""Customers, deals and catalogues from CSV: rows become values, and what cannot be read is reported, never guessed."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from insight_desktop.crm.cells import (
    read_amount,
    read_currency,
    read_date,
    read_domain,
    read_flag,
    read_limits,
    read_nps,
    read_outcome,
    read_price,
    read_purpose,
    read_whole,
)
from insight_desktop.crm.tables import Table, read_table
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.suggestion import Product

V = TypeVar("V")

CUSTOMER_HEADERS = {
    "name": (
        "会社名",
        "顧客名",
        "取引先名",
        "取引先",
        "企業名",
        "法人名",
        "得意先名",
        "company",
        "company name",
        "account",
        "account name",
        "customer",
        "customer name",
        "organization",
    ),
    "crm_id": (
        "顧客コード",
        "取引先ID",
        "取引先コード",
        "顧客ID",
        "会社ID",
        "customer id",
        "account id",
        "record id",
        "id",
    ),
    "segment": ("セグメント", "顧客区分", "区分", "ランク", "segment", "tier", "rank", "customer segment"),
    "industry": ("業種", "業界", "industry", "sector"),
    "domain": ("ドメイン", "URL", "ホームページ", "Webサイト", "website", "domain", "company domain name"),
    "current_products": (
        "利用製品",
        "契約製品",
        "製品",
        "契約プラン",
        "プラン",
        "products",
        "product",
        "current products",
        "plan",
        "owned products",
    ),
    "nps": ("NPS", "推奨度", "nps score"),
    "nps_on": ("NPS回答日", "推奨度の回答日", "nps date", "nps answered on"),
    "employees": ("従業員数", "社員数", "人数", "employees", "number of employees", "company size", "headcount"),
    "contracted_on": ("契約日", "契約開始日", "導入日", "contract start", "contract date", "customer since"),
    "open_case": ("対応中の問い合わせ", "未解決の問い合わせ", "open case", "open support case", "open ticket"),
    "renewal_on": ("更新日", "契約更新日", "契約終了日", "renewal date", "renewal", "renewal_on", "contract end"),
    "tags": ("タグ", "tags", "labels"),
    "memo": ("メモ", "備考", "note", "notes", "description", "comment"),
    "contact": ("先方担当者", "先方担当者名", "顧客担当者", "氏名", "contact", "contact name", "person"),
    "department": ("部署", "部署名", "department"),
    "role": ("役職", "肩書", "title", "job title", "role"),
    "email": ("メール", "メールアドレス", "Eメール", "email", "e-mail", "mail"),
    "phone": ("電話番号", "電話", "TEL", "phone", "phone number", "telephone"),
    "is_decider": ("決裁者", "決裁権", "意思決定者", "decision maker", "decides"),
}
DEAL_HEADERS = {
    "customer": CUSTOMER_HEADERS["name"],
    "customer_crm_id": ("顧客コード", "取引先ID", "取引先コード", "顧客ID", "customer id", "account id"),
    "name": ("案件名", "商談名", "件名", "deal", "deal name", "opportunity", "opportunity name"),
    "crm_id": ("案件コード", "案件ID", "商談ID", "deal id", "opportunity id", "record id", "id"),
    "stage": ("フェーズ", "ステージ", "商談フェーズ", "進捗", "stage", "deal stage", "phase"),
    "amount": ("金額", "受注金額", "見込金額", "商談金額", "amount", "value", "deal amount"),
    "currency": ("通貨", "currency", "currency code"),
    "expected_on": (
        "受注予定日",
        "完了予定日",
        "クローズ予定日",
        "見込日",
        "close date",
        "expected close",
        "expected close date",
    ),
    "outcome": ("結果", "受注状況", "勝敗", "成否", "状態", "outcome", "result", "status", "is won"),
}
CATALOGUE_HEADERS = {
    "product_id": ("製品コード", "商品コード", "品番", "product id", "sku", "code"),
    "name": ("製品名", "商品名", "name", "product name", "product"),
    "family": ("シリーズ", "製品群", "カテゴリ", "family", "category"),
    "tier": ("段階", "ランク", "tier", "level"),
    "upgrade_from": ("アップグレード元", "移行元", "upgrade from"),
    "requires": ("前提製品", "必要製品", "requires"),
    "solves": ("解決する課題", "課題", "solves", "problems"),
    "limits": ("上限", "制限", "limits"),
    "price": ("価格", "単価", "月額", "price"),
    "currency": ("通貨", "currency"),
    "per": ("課金単位", "単位", "per", "billing period"),
    "description": ("説明", "概要", "description"),
    "purpose": ("役割", "目的", "purpose", "purpose of sale"),
}
CUSTOMER_NEEDS, DEAL_NEEDS, CATALOGUE_NEEDS = ("name",), ("customer", "name"), ("product_id", "name")
OWN_FIELD = "own:"
"""Before the name of a field that the user makes of a column of customers."""
_SEPARATORS = re.compile(r"[;、，\n|]|,(?!\d{3})")
_SENTENCES = re.compile(r"[;；\n|]")
"""Between problems: they are told in words, which hold commas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One cell that could not be read; the rest of its row was.

    Without a value the row is left out, for the field is missing; without a field the cells have no column.
    """

    line: int
    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """One row of a customers file; None or empty where the file says nothing."""

    name: str
    line: int = 0
    crm_id: str = ""
    segment: str = ""
    industry: str = ""
    domain: str = ""
    current_products: tuple[str, ...] = ()
    nps: int | None = None
    nps_on: dt.date | None = None
    employees: int | None = None
    renewal_on: dt.date | None = None
    contracted_on: dt.date | None = None
    open_case: str = ""
    tags: tuple[str, ...] = ()
    memo: str = ""
    contact: str = ""
    department: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    is_decider: bool | None = None
    properties: tuple[tuple[str, str], ...] = ()
    """What columns of the user's own say: their headers and values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealRow:
    """One row of a deals file."""

    customer: str
    name: str
    line: int = 0
    customer_crm_id: str = ""
    crm_id: str = ""
    stage: str = ""
    amount: float | None = None
    currency: str = "JPY"
    expected_on: dt.date | None = None
    outcome: str = ""
    """`won`, `lost` or empty."""


def problems_of(table: Table) -> list[Problem]:
    """Return what is wrong with the table itself: cells for which there is no column."""
    return [Problem(line=line, field="", value=cells) for line, cells in table.beyond]


class RowReader:
    """Reads typed cells of one row and notes what it cannot read."""

    def __init__(self, line: int, cells: Mapping[str, str], problems: list[Problem]) -> None:
        """Read these cells; what cannot be read goes to `problems`."""
        self._line, self._cells, self._problems = line, cells, problems

    def text(self, field: str) -> str:
        """Return the cell as it stands."""
        return self._cells.get(field, "")

    def texts(self, field: str) -> tuple[str, ...]:
        """Return the parts of a cell that lists several."""
        return tuple(part.strip() for part in _SEPARATORS.split(self.text(field)) if part.strip())

    def own_fields(self) -> tuple[tuple[str, str], ...]:
        """Return the cells of columns that are the user's own."""
        own = ((field, value) for field, value in self._cells.items() if field.startswith(OWN_FIELD))
        return tuple((field.removeprefix(OWN_FIELD), value) for field, value in own if value)

    def read(self, field: str, reader: Callable[[str], V]) -> V | None:
        """Return the cell as `reader` reads it; None for an empty or unreadable one."""
        value = self.text(field)
        if not value:
            return None
        try:
            return reader(unicodedata.normalize("NFKC", value))
        except ValueError:
            self._problems.append(Problem(line=self._line, field=field, value=value))
            return None


def read_customers(
    path: Path, mapping: Mapping[str, str] | None = None
) -> tuple[Table, tuple[CustomerRow, ...], tuple[Problem, ...]]:
    """Read customers; rows without a name are reported."""
    table = read_table(path, CUSTOMER_HEADERS, needed=CUSTOMER_NEEDS, mapping=mapping)
    problems = problems_of(table)
    rows = []
    for line, cells in table.rows:
        row = RowReader(line, cells, problems)
        if not row.text("name"):
            problems.append(Problem(line=line, field="name", value=""))
            continue
        rows.append(
            CustomerRow(
                name=row.text("name"),
                line=line,
                crm_id=row.text("crm_id"),
                segment=row.text("segment"),
                industry=row.text("industry"),
                domain=read_domain(row.text("domain")),
                current_products=row.texts("current_products"),
                nps=row.read("nps", read_nps),
                nps_on=row.read("nps_on", read_date),
                employees=row.read("employees", read_whole),
                renewal_on=row.read("renewal_on", read_date),
                contracted_on=row.read("contracted_on", read_date),
                open_case=row.text("open_case"),
                tags=row.texts("tags"),
                memo=row.text("memo"),
                contact=row.text("contact"),
                department=row.text("department"),
                role=row.text("role"),
                email=row.text("email"),
                phone=row.text("phone"),
                is_decider=row.read("is_decider", read_flag),
                properties=row.own_fields(),
            )
        )
    return table, tuple(rows), tuple(problems)


def read_deals(
    path: Path, mapping: Mapping[str, str] | None = None
) -> tuple[Table, tuple[DealRow, ...], tuple[Problem, ...]]:
    """Read deals with their outcomes; rows without a customer or a name are reported."""
    table = read_table(path, DEAL_HEADERS, needed=DEAL_NEEDS, mapping=mapping)
    problems = problems_of(table)
    rows = []
    for line, cells in table.rows:
        row = RowReader(line, cells, problems)
        absent = [field for field in DEAL_NEEDS if not row.text(field)]
        if absent:
            problems.append(Problem(line=line, field=absent[0], value=""))
            continue
        rows.append(
            DealRow(
                customer=row.text("customer"),
                name=row.text("name"),
                line=line,
                customer_crm_id=row.text("customer_crm_id"),
                crm_id=row.text("crm_id"),
                stage=row.text("stage"),
                amount=row.read("amount", read_amount),
                currency=row.read("currency", read_currency) or "JPY",
                expected_on=row.read("expected_on", read_date),
                outcome=read_outcome(row.text("outcome")) or read_outcome(row.text("stage")),
            )
        )
    return table, tuple(rows), tuple(problems)


def read_products(
    path: Path, mapping: Mapping[str, str] | None = None
) -> tuple[Table, tuple[Product, ...], tuple[Problem, ...]]:
    """Read a product catalogue; of two rows with one code the last counts."""
    table = read_table(path, CATALOGUE_HEADERS, needed=CATALOGUE_NEEDS, mapping=mapping)
    problems = problems_of(table)
    products: dict[str, Product] = {}
    for line, cells in table.rows:
        row = RowReader(line, cells, problems)
        code = row.text("product_id")
        if not code or not row.text("name"):
            problems.append(Problem(line=line, field="product_id" if not code else "name", value=""))
            continue
        if code in products:
            problems.append(Problem(line=line, field="product_id", value=code))
        products[code] = Product(
            id=ProductId(code),
            name=row.text("name"),
            family=row.text("family") or row.text("name"),
            tier=row.read("tier", int) or 1,
            upgrade_from=tuple(ProductId(part) for part in row.texts("upgrade_from")),
            requires=tuple(ProductId(part) for part in row.texts("requires")),
            solves=tuple(part.strip() for part in _SENTENCES.split(row.text("solves")) if part.strip()),
            limits=row.read("limits", read_limits) or (),
            price=row.read("price", read_price),
            currency=row.read("currency", read_currency) or "",
            per=row.text("per"),
            description=row.text("description"),
            purpose=read_purpose(row.text("purpose")),
        )
    return table, tuple(products.values()), tuple(problems)
