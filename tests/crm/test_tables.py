"""A file that is no CSV is called what it is, and the sentence says what to do."""

import io
import zipfile
from pathlib import Path

import pytest

from insight_desktop import wording
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
