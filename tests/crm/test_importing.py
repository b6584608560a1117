"""CSV of any encoding and header becomes customers, deals and catalogues; nothing is guessed silently."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop import importing, paths, wording
from insight_desktop.cli.main import main
from insight_desktop.crm import importing as crm
from insight_desktop.crm.kinds import kind_of
from insight_desktop.crm.tables import header_key, read_table
from insight_desktop.domain.customer import NpsSource
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.suggestion import ProductPurpose
from insight_desktop.import_run import Fate
from insight_desktop.store.workspace import Workspace
from tests.store.builders import a_meeting

CUSTOMERS = """会社名(必須),業種,利用製品,ＮＰＳ,契約更新日,先方担当者,メール,備考,色
株式会社山田製作所,製造,std;pro,45,2027年3月31日,小林,k@example.jp,"一行目
二行目",赤
㈱佐藤商事,卸売,,abc,2027/4/1,,,,青
"""


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace.open(tmp_path / "workspace") as opened:
        yield opened


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_customers_in_every_encoding(workspace: Workspace, tmp_path: Path, encoding: str):
    report = importing.import_customers(workspace, write(tmp_path / "c.csv", CUSTOMERS, encoding))
    assert (report.created, report.updated, report.unchanged) == (2, 0, 0)
    assert report.table.unused == ("色",)
    assert [(p.line, p.field, p.value) for p in report.problems] == [(4, "nps", "abc")]
    (yamada,) = workspace.customers.named("山田製作所")
    assert (yamada.industry, yamada.current_products, yamada.nps) == ("製造", ("std", "pro"), 45)
    assert (yamada.renewal_on, yamada.memo) == (dt.date(2027, 3, 31), "一行目\n二行目")
    assert [contact.email for contact in workspace.customers.contacts(yamada.id)] == ["k@example.jp"]


def test_contract_and_open_case_come_along_and_an_empty_cell_keeps_them(workspace: Workspace, tmp_path: Path):
    first = "会社名,契約開始日,対応中の問い合わせ\n山田製作所,2026-10-01,請求書の誤り\n"
    importing.import_customers(workspace, write(tmp_path / "c.csv", first))
    importing.import_customers(
        workspace, write(tmp_path / "d.csv", "会社名,契約開始日,対応中の問い合わせ\n㈱山田製作所,,\n")
    )
    (yamada,) = workspace.customers.named("山田製作所")
    assert (yamada.contracted_on, yamada.open_case) == (dt.date(2026, 10, 1), "請求書の誤り")


def test_importing_twice_changes_nothing_and_completes(workspace: Workspace, tmp_path: Path):
    path = write(tmp_path / "c.csv", CUSTOMERS)
    importing.import_customers(workspace, path)
    again = importing.import_customers(workspace, path)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
    more = write(
        tmp_path / "d.csv", "company;nps;industry;contact;phone\nyamada;1;;;\n山田製作所（株）;50;;小林;03-1\n"
    )
    third = importing.import_customers(workspace, more)
    assert (third.created, third.updated) == (1, 1)
    (yamada,) = workspace.customers.named("山田製作所")
    assert (yamada.nps, yamada.industry) == (50, "製造")
    assert [(c.email, c.phone) for c in workspace.customers.contacts(yamada.id)] == [("k@example.jp", "03-1")]


def test_crm_ids_keep_namesakes_apart(workspace: Workspace, tmp_path: Path):
    path = write(tmp_path / "c.csv", "顧客名,顧客コード\n東京商事,1\n東京商事,2\n")
    assert importing.import_customers(workspace, path).created == 2
    assert importing.import_customers(workspace, path).unchanged == 2
    nameless = write(tmp_path / "n.csv", "顧客名,業種\n東京商事,商社\n,空\n")
    report = importing.import_customers(workspace, nameless)
    assert report.ambiguous == ("東京商事",)
    assert [(p.line, p.field) for p in report.problems] == [(3, "name")]


def test_deals_bring_outcomes_to_their_meetings(workspace: Workspace, tmp_path: Path):
    customer = workspace.customers.find_or_make("山田製作所")
    deal = workspace.customers.find_or_make_deal(customer.id, "更新")
    unsaid = a_meeting(workspace, customer_id=customer.id, deal_id=deal.id)
    said = a_meeting(workspace, customer_id=customer.id, deal_id=deal.id, outcome=Outcome.WEAK)
    path = write(
        tmp_path / "d.csv",
        '取引先名,案件名,フェーズ,金額,案件ID\n㈱山田製作所,更新,受注,"¥1,200,000",D1\n鈴木工業,新規,提案,30万円,D2\n鈴木工業,,提案,,\n',
    )
    report = importing.import_deals(workspace, path)
    assert (report.created, report.updated) == (1, 1)
    assert [(p.line, p.field) for p in report.problems] == [(4, "name")]
    changed = workspace.customers.deal(deal.id)
    assert changed is not None
    assert (changed.amount, changed.outcome, changed.crm_id, changed.stage) == (1_200_000, "won", "D1", "受注")
    outcomes = [workspace.meetings.get(m.id).outcome for m in (unsaid, said)]  # type: ignore[union-attr]
    assert outcomes == [Outcome.WON, Outcome.WEAK]
    assert importing.import_deals(workspace, path).unchanged == 2


def test_deals_bring_the_day_when_they_should_close(workspace: Workspace, tmp_path: Path):
    text = "取引先名,案件名,受注予定日\n山田製作所,更新,2026年12月25日\n"
    importing.import_deals(workspace, write(tmp_path / "d.csv", text))
    importing.import_deals(workspace, write(tmp_path / "e.csv", "取引先名,案件名,受注予定日\n山田製作所,更新,\n"))
    (deal,) = workspace.customers.deals(workspace.customers.named("山田製作所")[0].id)
    assert deal.expected_on == dt.date(2026, 12, 25)


def test_catalogue_in_the_guide_s_columns(workspace: Workspace):
    path = paths.resources() / "samples" / "demo-ja.catalog.csv"
    report = importing.import_catalogue(workspace, path)
    assert (report.created, report.problems, report.table.unused) == (4, (), ())
    products = {product.id: product for product in workspace.products.catalogue("demo-ja.catalog")}
    pro = products["tsumugi-pro"]  # type: ignore[index]
    assert (pro.tier, pro.upgrade_from, pro.limits, pro.price) == (2, ("tsumugi-std",), (("users", 50.0),), 58000.0)
    assert len(pro.solves) == 3
    assert importing.import_catalogue(workspace, path).unchanged == 4


def test_catalogue_with_japanese_headers_and_mistakes(tmp_path: Path):
    path = write(
        tmp_path / "p.csv", "商品コード,商品名,段階,価格,上限\nA,甲,二,1.5億,users<=10\nA,乙,2,inf,x\n,丙,1,,\n"
    )
    _table, products, problems = crm.read_products(path)
    assert [(p.id, p.name, p.tier, p.price, p.limits) for p in products] == [("A", "乙", 2, None, ())]
    assert [(p.line, p.field, p.value) for p in problems] == [
        (2, "tier", "二"),
        (3, "product_id", "A"),
        (3, "limits", "x"),
        (3, "price", "inf"),
        (4, "product_id", ""),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", ErrorCode.CSV_UNREADABLE),
        (b"\n\n", ErrorCode.CSV_UNREADABLE),
        ("色,形\n赤,丸\n".encode(), ErrorCode.CSV_UNREADABLE),
        (b"\x80\x81\xff\xfe\x00\xfd", ErrorCode.CSV_UNREADABLE),
        ('会社名\n"閉じない'.encode(), ErrorCode.CSV_UNREADABLE),
        (b"\x00\x01\x02", ErrorCode.CSV_UNREADABLE),
    ],
)
def test_what_is_no_table_is_refused_whole(workspace: Workspace, tmp_path: Path, text: bytes, code: ErrorCode):
    path = tmp_path / "x.csv"
    path.write_bytes(text)
    with pytest.raises(KnownError) as caught:
        importing.import_customers(workspace, path)
    assert caught.value.code is code
    assert workspace.customers.list() == ()
    told = {language: wording.sentence(caught.value, language).replace(path.name, "") for language in ("ja", "en")}
    assert "?" not in "".join(told.values())
    assert told["ja"].isascii() is False
    assert told["en"].replace("“", "").replace("”", "").replace("会社名", "").isascii()


def test_missing_file_and_folder_are_known_errors(tmp_path: Path):
    for path, code in ((tmp_path / "none.csv", ErrorCode.FILE_MISSING), (tmp_path, ErrorCode.CSV_UNREADABLE)):
        with pytest.raises(KnownError) as caught:
            crm.read_customers(path)
        assert caught.value.code is code


def test_mapping_by_the_user_wins(tmp_path: Path):
    path = write(tmp_path / "c.csv", "名,会社名,変な列\n甲,乙,丙\n")
    table = read_table(path, crm.CUSTOMER_HEADERS, needed=("name",), mapping={"名": "name", "変な列": "memo"})
    assert table.columns == ("name", None, "memo")
    assert table.preview()[2] == ("変な列", "memo", ("丙",))


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("会社名(必須)", "会社名"),
        ("会社名【※必須項目です】", "会社名"),
        ("Company Name *", "companyname"),
        ("ＮＰＳ", "nps"),
        ("(x)", "(x)"),
    ],
)
def test_headers_are_known_without_their_notes(header: str, key: str):
    assert header_key(header) == key


def test_command_imports_previews_and_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = write(tmp_path / "c.csv", CUSTOMERS)
    arguments = ["import-crm", "customers", str(path), "--workspace", str(tmp_path / "w")]
    assert main([*arguments, "--preview"]) == 0
    assert "会社名(必須) → name: 株式会社山田製作所 | ㈱佐藤商事" in capsys.readouterr().out
    assert main([*arguments, "--preview", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["encoding"] == "utf-8-sig"
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert out == "新規 2 件、更新 0 件、変更なし 0 件。\n"
    assert "4 行目" in err
    assert "色" in err
    assert main([*arguments, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 2
    assert main([*arguments, "--map", "bad"]) == 2
    assert main(["import-crm", "deals", str(tmp_path / "none.csv"), "--workspace", str(tmp_path / "w")]) == 1


def test_search_command_prints_hits(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = write(tmp_path / "c.csv", CUSTOMERS)
    main(["import-crm", "customers", str(path), "--workspace", str(tmp_path / "w")])
    capsys.readouterr()
    assert main(["search", "ヤマダ", "--workspace", str(tmp_path / "w")]) == 0
    assert capsys.readouterr().out == ""
    assert main(["search", "山田", "--workspace", str(tmp_path / "w")]) == 0
    assert "[山田]製作所" in capsys.readouterr().out
    assert main(["search", "山田", "--kind", "customer", "--json", "--workspace", str(tmp_path / "w")]) == 0
    assert json.loads(capsys.readouterr().out)[0]["kind"] == "customer"


def test_a_plan_says_what_an_import_does_and_leaves_everything_as_it_is(workspace: Workspace, tmp_path: Path):
    customer = workspace.customers.find_or_make("山田製作所")
    path = write(
        tmp_path / "c.csv", "会社名,NPS,担当\n㈱山田製作所,45,a\n有限会社あおば,7,b\n（有）あおば,8,c\nみらい,,\n,1,\n"
    )
    planned = importing.plan(workspace, "customers", path)
    assert [(row.line, row.name, row.fate, row.of) for row in planned.rows] == [
        (2, "㈱山田製作所", Fate.UPDATED, "山田製作所"),
        (3, "有限会社あおば", Fate.NEW, ""),
        (4, "（有）あおば", Fate.DUPLICATE, "有限会社あおば"),
        (5, "みらい", Fate.NEW, ""),
    ]
    assert workspace.customers.list() == (customer,)
    done = importing.KINDS["customers"].run(workspace, path, None)
    assert [row.fate for row in done.rows] == [row.fate for row in planned.rows]
    assert len(workspace.customers.list()) == 3


@pytest.mark.parametrize("kind", ["customers", "deals", "catalog"])
def test_what_came_in_is_taken_back(workspace: Workspace, tmp_path: Path, kind: str):
    yamada = workspace.customers.find_or_make("山田製作所")
    deal = workspace.customers.find_or_make_deal(yamada.id, "更新")
    meeting = a_meeting(workspace, customer_id=yamada.id, deal_id=deal.id)
    old = write(tmp_path / "p.csv", "product_id,name\nA,甲\nB,乙\n")
    importing.import_catalogue(workspace, old)
    before = workspace.details.of(yamada.id), workspace.customers.list(), workspace.products.all()
    old.unlink()
    text = {
        "customers": "会社名,NPS,担当者,contact\n㈱山田製作所,45,,小林\n新しい会社,7,,森\n",
        "deals": "会社名,案件名,金額,結果\n山田製作所,更新,100,受注\n新しい会社,新規,5,\n",
        "catalog": "product_id,name,purpose\nA,甲の新版,入口商品\nC,丙,\n",
    }[kind]
    report = importing.KINDS[kind].run(workspace, write(tmp_path / "p.csv", text), None)
    assert (report.created, report.updated) == (1, 1)
    assert report.removed == (("乙",) if kind == "catalog" else ())
    assert (workspace.details.of(yamada.id), workspace.customers.list(), workspace.products.all()) != before
    importing.take_back(workspace, report)
    assert (workspace.details.of(yamada.id), workspace.customers.list(), workspace.products.all()) == before
    assert workspace.meetings.get(meeting.id).outcome is Outcome.UNSET  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ("会社名,業種,更新日", "customers"),
        ("取引先名,案件名,フェーズ,金額", "deals"),
        ("product_id,name,family,tier", "catalog"),
        ("顧客名,項目,利用数,上限,基準日", "usage"),
        ("会社名,製品,席数,利用開始日", "owned"),
        ("company,product,seats,start date", "owned"),
        ("会社名,件名,受付日,完了日,状態", "cases"),
        ("account name,subject,status,created at,closed", "cases"),
        ("何か,別の何か", "customers"),
    ],
)
def test_headers_tell_what_a_file_holds(headers: str, kind: str):
    assert kind_of(headers.split(",")) == kind


def test_a_column_can_be_left_out(tmp_path: Path):
    path = write(tmp_path / "c.csv", "会社名,メモ,備考\nA,x,y\n")
    table, (row,), _ = crm.read_customers(path, {"メモ": ""})
    assert (row.memo, table.unused, table.samples()) == ("y", ("メモ",), (("A",), ("x",), ("y",)))


def test_a_catalogue_that_goes_round_in_a_circle_is_refused_and_nothing_changes(workspace: Workspace, tmp_path: Path):
    path = write(tmp_path / "p.csv", "product_id,name,upgrade_from\nA,甲,B\nB,乙,A\n")
    with pytest.raises(KnownError) as caught:
        importing.import_catalogue(workspace, path)
    assert (caught.value.code, caught.value.params["way"]) == (ErrorCode.CATALOGUE_CIRCLE, "甲 → 乙 → 甲")
    assert workspace.products.all() == ()


def test_columns_of_the_user_s_own_become_fields_and_deciders_are_told(workspace: Workspace, tmp_path: Path):
    path = write(
        tmp_path / "c.csv", "会社名,社内ランク,担当,氏名,決裁者\nA,上,x,佐藤,○\nA,,y,木村,いいえ\nA,,,森,多分\n"
    )
    report = importing.import_customers(workspace, path, {"社内ランク": "own:社内ランク", "担当": "own:当社担当"})
    (customer,) = workspace.customers.list()
    assert customer.properties == (("社内ランク", "上"), ("当社担当", "y"))
    contacts = {each.name: each.is_decider for each in workspace.customers.contacts(customer.id)}
    assert contacts == {"佐藤": True, "木村": False, "森": False}
    assert [(each.line, each.field, each.value) for each in report.problems] == [(4, "is_decider", "多分")]


@pytest.mark.parametrize(
    ("known_on", "row", "expected"),
    [
        (None, "7,", 7),
        (dt.date(2026, 11, 1), "7,", 3),
        (dt.date(2026, 11, 1), "7,2026/11/10", 7),
        (dt.date(2026, 11, 1), "7,2026/10/10", 3),
    ],
    ids=["both without a day", "a day beats none", "newer", "older"],
)
def test_the_newest_score_of_loyalty_counts(
    workspace: Workspace, tmp_path: Path, known_on: dt.date | None, row: str, expected: int
):
    customer = workspace.customers.find_or_make("山田製作所")
    by_hand = replace(customer, nps=3, nps_on=known_on, nps_source=NpsSource.HAND)
    workspace.customers.save(by_hand)
    importing.import_customers(
        workspace, write(tmp_path / "c.csv", f"会社名,NPS,NPS回答日,従業員数\n㈱山田製作所,{row},320名\n")
    )
    kept = workspace.customers.get(customer.id)
    assert kept is not None
    assert (kept.nps, kept.employees) == (expected, 320)
    assert kept.nps_source is (NpsSource.IMPORT if expected == 7 else NpsSource.HAND)


def test_problems_are_kept_whole_and_the_purpose_is_read(tmp_path):
    path = tmp_path / "catalogue.csv"
    path.write_text(
        "product_id,name,solves,purpose\nA,甲,締めが遅く、残業が多い;承認が滞る,入口商品\n", encoding="utf-8"
    )
    (product,) = crm.read_products(path)[1]
    assert product.solves == ("締めが遅く、残業が多い", "承認が滞る")
    assert product.purpose is ProductPurpose.LEAD_IN
