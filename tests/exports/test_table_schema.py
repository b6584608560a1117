"""Frictionless, which knows nothing of this program, finds in each golden file what its Table Schema says (row 4)."""

from pathlib import Path

import pytest
from frictionless import Dialect, Resource, Schema, formats

from insight_desktop.exports import profile_reader
from insight_desktop.exports.crm_csv import ExportOptions, export
from insight_desktop.exports.profiles import Profile
from insight_desktop.exports.report import FindingKind
from tests.exports.calls import GOLDEN
from tests.exports.table_schema import CODECS, table_schema

FOLDER = Path(__file__).parent / "golden"
KINTONE = profile_reader.load("kintone_generic")
HUBSPOT = profile_reader.load("hubspot_calls")


def golden(profile: Profile) -> bytes:
    return (FOLDER / f"{profile.id}.v{profile.version}.csv").read_bytes()


def errors(profile: Profile, data: bytes) -> list[tuple[str, int | None, str]]:
    """Return what Frictionless says is wrong: its kind, the record (from 1), the column."""
    resource = Resource(
        data=data,
        scheme="buffer",
        format="csv",
        encoding=CODECS[profile.file.encoding],
        schema=Schema.from_descriptor(table_schema(profile)),
        dialect=Dialect(controls=[formats.CsvControl(delimiter=",", quote_char='"', double_quote=True)]),
    )
    return [
        (error.type, getattr(error, "row_number", 1) - 1, getattr(error, "field_name", ""))
        for task in resource.validate().tasks
        for error in task.errors
    ]


@pytest.mark.parametrize("name", profile_reader.names())
def test_golden_files_are_valid_but_for_what_the_report_names(name):
    profile = profile_reader.load(name)
    report = export(GOLDEN, profile, ExportOptions()).report
    calls = [call.id for call in GOLDEN]
    named = {
        ("constraint-error", calls.index(finding.call_id) + 1, finding.column)
        for finding in report.findings
        if finding.kind is FindingKind.REQUIRED_EMPTY
    }
    assert set(errors(profile, golden(profile))) == named


MUTATIONS = {
    "a cell too many": (KINTONE, lambda data: data.removesuffix(b"\r\n") + b',"more"\r\n', "extra-cell"),
    "a cell too few": (KINTONE, lambda data: data.rsplit(b',"', 1)[0] + b"\r\n", "missing-cell"),
    "a blank line": (KINTONE, lambda data: data + b"\r\n", "blank-row"),
    "another header": (KINTONE, lambda data: data.replace("件名".encode(), "題名".encode(), 1), "incorrect-label"),
    "a header twice": (KINTONE, lambda data: data.replace("件名".encode(), "通話ID".encode(), 1), "duplicate-label"),
    "a day that is none": (KINTONE, lambda data: data.replace(b"2026-", b"2026-13-", 1), "type-error"),
    "the same meeting twice": (KINTONE, lambda data: data + data.split(b"\r\n", 1)[1], "primary-key"),
    "a value not listed": (HUBSPOT, lambda data: data.replace(b"OUTBOUND", b"SIDEWAYS", 1), "constraint-error"),
    "another encoding": (KINTONE, lambda data: data.decode("utf-8-sig").encode("utf-16"), "encoding-error"),
}  # fmt: skip


@pytest.mark.parametrize("what", MUTATIONS)
def test_a_spoilt_file_is_found_out(what):
    profile, spoil, expected = MUTATIONS[what]
    whole = golden(profile)
    spoilt = spoil(whole)
    assert spoilt != whole
    assert expected in {kind for kind, _, _ in errors(profile, spoilt)}
