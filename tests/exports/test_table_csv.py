"""A table of the manager's page as a file for spreadsheets."""

import csv
import io

import pytest

from insight_desktop.domain.table import Table, TableRow
from insight_desktop.exports.table_csv import table_csv


def test_a_table_is_written_with_its_heads_and_read_back() -> None:
    table = Table(
        corner="テーマ",
        heads=("顧客数", "差"),
        rows=(
            TableRow(key="a", name="月末の\n締め", cells=(3, "+17")),
            TableRow(key="b", name='"x",', cells=(0, "-2")),
        ),
    )

    written = table_csv(table)

    assert written.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(written.decode("utf-8-sig")))) == [
        ["テーマ", "顧客数", "差"],
        ["月末の 締め", "3", "'+17"],
        ['"x",', "0", "-2"],
    ]


def test_no_name_is_run_as_a_formula() -> None:
    table = Table(corner="x", heads=(), rows=(TableRow(key="a", name="=1+1", cells=()),))

    assert b'"\'=1+1"' in table_csv(table)


def test_a_row_fits_under_the_heads() -> None:
    with pytest.raises(ValueError, match="head"):
        Table(corner="x", heads=("a",), rows=(TableRow(key="a", name="a", cells=()),))
