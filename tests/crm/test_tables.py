"""A file that is no CSV is called what it is, and the sentence says what to do."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest

from insight_desktop import wording
from insight_desktop.cli.main import main
from insight_desktop.crm.cells import read_currency, read_date
from insight_desktop.crm.importing import Problem, read_customers, read_products
from insight_desktop.crm.tables import read_table
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.foreign_files import what_instead


def zipped(*names: str, **contents: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
        for name, text in contents.items():
            archive.writestr(name, text)
    return held.getvalue()


FOREIGN = {
    "顧客.xlsx": (zipped("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"),
    "customers.ods": (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet"),
    "customers.numbers": (zipped("Index/Document.iwa"), "spreadsheet"),
    "old.xls": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "spreadsheet"),
    "顧客.zip": (zipped("顧客.csv"), "archive"),
    "nothing.zip": (zipped(), "archive"),
    "cut.zip": (zipped("顧客.csv")[:20], "archive"),
    "customers.csv.gz": (b"\x1f\x8b\x08" + bytes(20), "archive"),
    "list.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(20), "archive"),
    "見積.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"),
    "report.xls": (b"\xef\xbb\xbf\n<html><table><tr><td>1</td></tr></table></html>", "web_page"),
    "photo.png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(40)) * 3, "no_text"),
    "call.mp3": (b"ID3\x04\x00\x00" + bytes(range(256)) * 4, "no_text"),
}
TEXTS = [
    "会社名,業種\n山田製作所,製造\n".encode(code) for code in ("utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le")
] + [b"", b"name\nPK Ltd\n", b'name,memo\nA,"1\v2"\n', "顧客名\n山田製作所\n".encode("euc_jp")]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_that_is_no_csv_is_called_what_it_is(name: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FOREIGN[name][0])
    with pytest.raises(KnownError) as caught:
        read_table(path, {"name": ("会社名",)}, needed=("name",))
    assert (caught.value.code, caught.value.params["reason"]) == (ErrorCode.CSV_UNREADABLE, FOREIGN[name][1])
    told = wording.sentence(caught.value, language)
    assert name in told
    assert wording.REASONS[FOREIGN[name][1]][language] in told
    assert "Shift_JIS" not in told


@pytest.mark.parametrize("data", TEXTS)
def test_text_of_any_encoding_is_not_taken_for_something_else(data: bytes) -> None:
    assert what_instead(data) == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", dt.date(2026, 11, 20)),
        ("2026/11/20 0:00", dt.date(2026, 11, 20)),
        ("20261120", dt.date(2026, 11, 20)),
        ("令和8年11月20日", dt.date(2026, 11, 20)),
        ("令和元年5月1日", dt.date(2019, 5, 1)),
        ("R8.11.20", dt.date(2026, 11, 20)),
        ("平成31年4月30日", dt.date(2019, 4, 30)),
        ("S64/1/7", dt.date(1989, 1, 7)),
        ("20 Nov 2026", dt.date(2026, 11, 20)),
        ("1st March 2026", dt.date(2026, 3, 1)),
        ("Nov 20, 2026", dt.date(2026, 11, 20)),
        ("11/20/2026", dt.date(2026, 11, 20)),
        ("20/11/2026", dt.date(2026, 11, 20)),
        ("4/4/2026", dt.date(2026, 4, 4)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: dt.date) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize("text", ["3/4/2026", "31/31/2026", "2026-13-45", "来年", "令和8年", "20 Foo 2026", "12345678"])
def test_a_day_that_nobody_can_tell_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any: the cell is reported
        read_date(text)


def test_headers_of_one_name_are_told_apart_and_each_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("会社名,会社名,電話番号,電話番号,,\n山田,ヤマダ,1,2,x,\n", encoding="utf-8")
    fields = {"name": ("会社名",), "phone": ("電話番号",)}
    table = read_table(path, fields, needed=("name",))
    assert table.headers == ("会社名", "会社名 (2)", "電話番号", "電話番号 (2)", "", "")
    assert table.columns == ("name", None, "phone", None, None, None)
    assert table.unused == ("会社名 (2)", "電話番号 (2)")
    chosen = read_table(
        path, fields, needed=("name",), mapping=dict.fromkeys(table.headers, "") | {"会社名 (2)": "name"}
    )
    assert [cells for _, cells in chosen.rows] == [{"name": "ヤマダ"}]
    assert (chosen.header_of("name"), chosen.header_of("phone")) == ("会社名 (2)", "phone")


def test_a_spreadsheet_may_tell_how_cells_are_separated(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("sep=;\r\n会社名;メモ\r\n山田,商事;a\r\n".encode("cp932"))
    table = read_table(path, {"name": ("会社名",), "memo": ("メモ",)}, needed=("name",))
    assert table.rows == ((3, {"name": "山田,商事", "memo": "a"}),)


def test_cells_beyond_the_last_column_are_told_and_not_lost_silently(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("会社名,推奨度\n山田,9\nさくら,8,東京,,大阪\n青葉,十\n", encoding="utf-8")
    table, rows, problems = read_customers(path)
    assert table.beyond == ((3, "東京, 大阪"),)
    assert [row.name for row in rows] == ["山田", "さくら", "青葉"]
    assert problems[0] == Problem(line=3, field="", value="東京, 大阪")
    monkeypatch.setattr(wording, "user_language", lambda: "ja")
    assert main(["import-crm", "customers", str(path), "--workspace", str(tmp_path / "w")]) == 0
    told = capsys.readouterr().err
    assert "3 行目: 見出しのない列に「東京, 大阪」があります。" in told
    assert "4 行目: 「推奨度」の値「十」を読めません。" in told


@pytest.mark.parametrize(
    ("above", "first_row"),
    [("", 2), ("顧客一覧,,,\n出力日,2026-11-01,,\n\n", 5), ("List of customers\n", 3)],
)
def test_what_stands_above_the_table_is_no_header(above: str, first_row: int, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{above}会社名,業種,区分,NPS\n山田,製造,,9\nさくら,,,\n", encoding="utf-8")
    table = read_table(path, {"name": ("会社名",)}, needed=("name",))
    assert [line for line, _ in table.rows] == [first_row, first_row + 1]
    assert [cells["name"] for _, cells in table.rows] == ["山田", "さくら"]


def test_a_table_with_few_headers_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("会社名,推奨度\n山田,9,a,b,c\n", encoding="utf-8")
    assert read_table(path, {"name": ("会社名",)}, needed=("name",)).headers == ("会社名", "推奨度")


@pytest.mark.parametrize(
    ("text", "code"), [("jpy", "JPY"), ("円", "JPY"), ("￥", "JPY"), ("£", "GBP"), ("ＵＳＤ", "USD"), ("ユーロ", "EUR")]
)
def test_a_currency_is_read_from_its_letters_its_sign_or_its_name(text: str, code: str) -> None:
    assert read_currency(text) == code


@pytest.mark.parametrize("text", ["円ドル", "money", "12", "JP"])
def test_what_is_no_currency_is_not_kept(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any: the cell is reported
        read_currency(text)


def test_a_catalogue_tells_prices_and_currencies_that_nobody_can_pay(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_text("製品コード,製品名,価格,通貨\nA,甲,-5,円ドル\nB,乙,500,円\n", encoding="utf-8")
    _, products, problems = read_products(path)
    assert [(each.price, each.currency) for each in products] == [(None, ""), (500, "JPY")]
    assert [(each.line, each.field, each.value) for each in problems] == [(2, "price", "-5"), (2, "currency", "円ドル")]
