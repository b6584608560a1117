"""The strict reader accepts exactly RFC 4180 and names each break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.exports import safe_csv
from insight_desktop.exports.strict_reader import CsvFault, StrictCsvError, read

CELLS = st.text(st.characters(exclude_characters="\x00\r", exclude_categories=("Cs",)), max_size=8)


def test_reads_quotes_commas_and_newlines():
    data = '\ufeff"a","b"\r\n"1,""2""\n3",""\r\n'.encode()
    assert list(read([data], encoding="utf-8-bom")) == [("a", "b"), ('1,"2"\n3', "")]


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=5)),
       st.integers(1, 9), st.booleans())  # fmt: skip
def test_what_is_quoted_reads_back_in_blocks_of_any_size(rows, size, everywhere):
    text = "".join(safe_csv.record(tuple(row), newline="\r\n", everywhere=everywhere) for row in rows)
    data = text.encode()
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    if data.startswith(b"\xef\xbb\xbf"):
        return
    assert [tuple(row) for row in rows] == list(read(blocks, encoding="utf-8"))


@pytest.mark.parametrize(
    ("data", "encoding", "fault"),
    [
        (b'"a"\r\n', "utf-8-bom", CsvFault.BOM_MISSING),
        (b'\xef\xbb\xbf"a"\r\n', "utf-8", CsvFault.BOM_UNDECLARED),
        (b'a"b\r\n', "utf-8", CsvFault.BARE_QUOTE),
        (b'"a"b\r\n', "utf-8", CsvFault.TEXT_AFTER_QUOTE),
        (b'"a" ,"b"\r\n', "utf-8", CsvFault.TEXT_AFTER_QUOTE),
        (b'"a\r\n', "utf-8", CsvFault.QUOTE_OPEN),
        (b'"a"\r"b"\r\n', "utf-8", CsvFault.LONE_CR),
        (b'"a\rb"\r\n', "utf-8", CsvFault.LONE_CR),
        (b'"a"\r', "utf-8", CsvFault.LONE_CR),
        (b'"a"\n', "utf-8", CsvFault.WRONG_NEWLINE),
        (b'"a\x00"\r\n', "utf-8", CsvFault.NUL),
        (b'"a"\r\n\r\n"b"\r\n', "utf-8", CsvFault.BLANK_LINE),
        (b'"a","b"\r\n"c"\r\n', "utf-8", CsvFault.RAGGED),
        (b'"a"', "utf-8", CsvFault.NO_FINAL_NEWLINE),
        (b'"a",', "utf-8", CsvFault.NO_FINAL_NEWLINE),
        (b'"\xff"\r\n', "utf-8", CsvFault.UNDECODABLE),
        (b'"\x81"\r\n', "cp932", CsvFault.UNDECODABLE),
    ],
)
def test_each_break_is_named(data, encoding, fault):
    with pytest.raises(StrictCsvError) as caught:
        list(read([data], encoding=encoding))
    assert fault is caught.value.fault


@given(st.binary(max_size=60))
def test_any_bytes_give_rows_or_a_named_fault(data):
    try:
        widths = {len(row) for row in read([data], encoding="utf-8")}
    except StrictCsvError:
        return
    assert len(widths) <= 1
