"""Customers, deals and catalogues from CSV: rows become values, and what cannot be read is reported, never guessed."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from insight_desktop.crm.tables import Table, header_key, read_table
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
}
DEAL_HEADERS = {
    "customer": CUSTOMER_HEADERS["name"],
    "customer_crm_id": ("顧客コード", "取引先ID", "取引先コード", "顧客ID", "customer id", "account id"),
    "name": ("案件名", "商談名", "件名", "deal", "deal name", "opportunity", "opportunity name"),
    "crm_id": ("案件コード", "案件ID", "商談ID", "deal id", "opportunity id", "record id", "id"),
    "stage": ("フェーズ", "ステージ", "商談フェーズ", "進捗", "stage", "deal stage", "phase"),
    "amount": ("金額", "受注金額", "見込金額", "商談金額", "amount", "value", "deal amount"),
    "currency": ("通貨", "currency", "currency code"),
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
}
_OUTCOMES = {
    "won": ("受注", "成約", "成功", "成立", "勝ち", "won", "closedwon", "win", "true", "1", "yes"),
    "lost": ("失注", "不成立", "失敗", "負け", "見送り", "lost", "closedlost", "lose", "false", "0", "no"),
}
_DATE = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T].*)?$")
_SEPARATORS = re.compile(r"[;、，\n|]|,(?!\d{3})")
_LIMIT = re.compile(r"^\s*([\w.-]+)\s*(?:<=?|≤|:|：)\s*([\d.,]+)\s*$")
_NPS_LEAST, _NPS_MOST = -100, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One cell that could not be read; the rest of its row was."""

    line: int
    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """One row of a customers file; None or empty where the file says nothing."""

    name: str
    crm_id: str = ""
    segment: str = ""
    industry: str = ""
    domain: str = ""
    current_products: tuple[str, ...] = ()
    nps: int | None = None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DealRow:
    """One row of a deals file."""

    customer: str
    name: str
    customer_crm_id: str = ""
    crm_id: str = ""
    stage: str = ""
    amount: float | None = None
    currency: str = "JPY"
    outcome: str = ""
    """`won`, `lost` or empty."""


class _Row:
    """Reads typed cells of one row and notes what it cannot read."""

    def __init__(self, line: int, cells: Mapping[str, str], problems: list[Problem]) -> None:
        self._line, self._cells, self._problems = line, cells, problems

    def text(self, field: str) -> str:
        return self._cells.get(field, "")

    def texts(self, field: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in _SEPARATORS.split(self.text(field)) if part.strip())

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
    table = read_table(path, CUSTOMER_HEADERS, needed=("name",), mapping=mapping)
    problems: list[Problem] = []
    rows = []
    for line, cells in table.rows:
        row = _Row(line, cells, problems)
        if not row.text("name"):
            problems.append(Problem(line=line, field="name", value=""))
            continue
        rows.append(
            CustomerRow(
                name=row.text("name"),
                crm_id=row.text("crm_id"),
                segment=row.text("segment"),
                industry=row.text("industry"),
                domain=_domain(row.text("domain")),
                current_products=row.texts("current_products"),
                nps=row.read("nps", _nps),
                renewal_on=row.read("renewal_on", _date),
                contracted_on=row.read("contracted_on", _date),
                open_case=row.text("open_case"),
                tags=row.texts("tags"),
                memo=row.text("memo"),
                contact=row.text("contact"),
                department=row.text("department"),
                role=row.text("role"),
                email=row.text("email"),
                phone=row.text("phone"),
            )
        )
    return table, tuple(rows), tuple(problems)


def read_deals(
    path: Path, mapping: Mapping[str, str] | None = None
) -> tuple[Table, tuple[DealRow, ...], tuple[Problem, ...]]:
    """Read deals with their outcomes; rows without a customer or a name are reported."""
    table = read_table(path, DEAL_HEADERS, needed=("customer", "name"), mapping=mapping)
    problems: list[Problem] = []
    rows = []
    for line, cells in table.rows:
        row = _Row(line, cells, problems)
        absent = [field for field in ("customer", "name") if not row.text(field)]
        if absent:
            problems.append(Problem(line=line, field=absent[0], value=""))
            continue
        rows.append(
            DealRow(
                customer=row.text("customer"),
                name=row.text("name"),
                customer_crm_id=row.text("customer_crm_id"),
                crm_id=row.text("crm_id"),
                stage=row.text("stage"),
                amount=row.read("amount", _amount),
                currency=row.text("currency").upper() or "JPY",
                outcome=_outcome(row.text("outcome")) or _outcome(row.text("stage")),
            )
        )
    return table, tuple(rows), tuple(problems)


def read_products(
    path: Path, mapping: Mapping[str, str] | None = None
) -> tuple[Table, tuple[Product, ...], tuple[Problem, ...]]:
    """Read a product catalogue; of two rows with one code the last counts."""
    table = read_table(path, CATALOGUE_HEADERS, needed=("product_id", "name"), mapping=mapping)
    problems: list[Problem] = []
    products: dict[str, Product] = {}
    for line, cells in table.rows:
        row = _Row(line, cells, problems)
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
            solves=row.texts("solves"),
            limits=row.read("limits", _limits) or (),
            price=row.read("price", _amount),
            currency=row.text("currency").upper(),
            per=row.text("per"),
            description=row.text("description"),
        )
    return table, tuple(products.values()), tuple(problems)


def _nps(text: str) -> int:
    number = int(float(text))
    if not _NPS_LEAST <= number <= _NPS_MOST:
        raise ValueError
    return number


def _date(text: str) -> dt.date:
    found = _DATE.match(text.strip())
    if found is None:
        raise ValueError
    return dt.date(int(found[1]), int(found[2]), int(found[3]))


def _amount(text: str) -> float:
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


def _limits(text: str) -> tuple[tuple[str, float], ...]:
    found = [(part, _LIMIT.match(part)) for part in re.split(r"[;\n]", text) if part.strip()]
    if any(match is None for _, match in found):
        raise ValueError
    return tuple((match[1], float(match[2].replace(",", ""))) for _, match in found if match)


def _outcome(text: str) -> str:
    key = header_key(text)
    return next((outcome for outcome, words in _OUTCOMES.items() if key in map(header_key, words)), "")


def _domain(text: str) -> str:
    """Return the host of a web address, as CRMs match by it."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", text.strip().lower()).partition("/")[0]
