"""What the CRMs' own importers demand, as far as their documentation says it."""

import csv
import datetime as dt
import io
import re

import pytest

from insight_desktop.exports import profile_reader
from insight_desktop.exports.crm_csv import ExportOptions, export
from insight_desktop.exports.strict_reader import BOM
from tests.exports.calls import GOLDEN

OPTIONS = ExportOptions(with_transcript=True)


def made(name):
    profile = profile_reader.load(name)
    return profile, export(GOLDEN, profile, OPTIONS).data


def table(data, codec="utf-8"):
    return list(csv.DictReader(io.StringIO(data.decode(codec), newline=""), strict=True))


@pytest.mark.parametrize("name", ["salesforce_task", "salesforce_event", "salesforce_next_steps"])
def test_data_loader(name):
    """No mark, equal cells, no cell over 32,000 characters, dates of its pattern list, no blank line."""
    _, data = made(name)
    assert not data.startswith(BOM)
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert all(len(cell) <= 32_000 for row in rows for cell in row)
    for row in table(data):
        for header in ("StartDateTime", "EndDateTime"):
            if header in row:
                dt.datetime.strptime(row[header], "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=dt.UTC)
        if row.get("ActivityDate"):
            dt.date.fromisoformat(row["ActivityDate"])
        assert re.fullmatch(r"|(003|00Q)\w{12}(\w{3})?", row["WhoId"])


@pytest.mark.parametrize(
    ("name", "required"),
    [
        ("hubspot_calls", ["Call notes <CALL hs_call_body>"]),
        (
            "hubspot_meetings",
            [
                "Meeting description <MEETING hs_meeting_body>",
                "Meeting start time <MEETING hs_meeting_start_time>",
                "Meeting end time <MEETING hs_meeting_end_time>",
            ],
        ),
        ("hubspot_notes", ["Note body <NOTE hs_note_body>"]),
        ("hubspot_tasks", ["Task title <TASK hs_task_subject>", "Due date <TASK hs_timestamp>"]),
    ],
)
def test_hubspot(name, required):
    """Required columns are filled, bodies hold 65,536 characters, lines are `<br>`."""
    _, data = made(name)
    rows = table(data)
    assert rows
    for row in rows:
        assert all(row[header] for header in [*required, "Email <CONTACT email>"])
        assert all(len(cell) <= 65_536 and "\n" not in cell for cell in row.values())


@pytest.mark.parametrize(("name", "longest"), [("dynamics_phonecall", 2_000), ("dynamics_appointment", 1_048_576)])
def test_dynamics(name, longest):
    """A mark, a header line without quotes, at most 8 MB, descriptions within the field."""
    _, data = made(name)
    assert data.startswith(BOM)
    assert b'"' not in data.split(b"\r\n", 1)[0]
    assert len(data) <= 8_000_000
    assert all(len(row["Description"].encode("utf-16-le")) // 2 <= longest for row in table(data, "utf-8-sig"))


def test_zoho():
    """None of the characters that the migration wizard refuses stands in a cell."""
    _, data = made("zoho_calls")
    assert not [cell for row in table(data) for cell in row.values() if re.search('["|<>]', cell)]


def test_kintone():
    """Every row has its update key, and times are without seconds."""
    _, data = made("kintone_generic")
    for row in table(data, "utf-8-sig"):
        assert row["通話ID"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", row["通話日時"])


@pytest.mark.parametrize("name", ["jp_sfa_activity", "esm_activity", "hotprofile_report"])
def test_japanese_sfa_reads_windows_31j(name):
    """The bytes decode as CP932 and hold no NEC-selected pair."""
    _, data = made(name)
    assert table(data, "cp932")
    assert data.decode("cp932").count("髙島物流")
    assert "髙".encode("cp932") not in data
