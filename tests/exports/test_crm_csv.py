"""Files of every profile: strict, alike for every reader, within every limit, and silent about nothing."""

import csv
import datetime as dt
import io
from dataclasses import replace

import clevercsv
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.insight import Owner, Sentiment
from insight_desktop.domain.meeting import Channel
from insight_desktop.exports import profile_reader, safe_csv
from insight_desktop.exports.crm_csv import ExportOptions, Format, export, personal_columns, render
from insight_desktop.exports.note_sections import LABELS
from insight_desktop.exports.profiles import Encoding, FormulaGuard, Overflow, PhoneFormat, Profile, Unmappable
from insight_desktop.exports.record import CallRecord, Direction, Party, Step
from insight_desktop.exports.rendering import phone_number
from insight_desktop.exports.report import FindingKind, Tally
from insight_desktop.exports.strict_reader import read
from insight_desktop.exports.text_rules import TextRules, measure
from tests.exports.calls import FULL, GOLDEN, JST, a_call

PROFILES = {name: profile_reader.load(name) for name in profile_reader.names()}
CODECS = {Encoding.UTF8: "utf-8", Encoding.UTF8_BOM: "utf-8-sig", Encoding.CP932: "cp932"}

HARD = st.sampled_from(
    [
        '"',
        ",",
        "\r",
        "\n",
        "\r\n",
        "\x00",
        "\u2028",
        "\ufeff",
        "=",
        "-",
        "👨‍👩‍👧",
        "か\u3099",
        "<br>",
        "&amp;",
        "・",
        "𠮷",
        ";",
    ]
)
TEXTS = st.lists(HARD | st.text(st.characters(), max_size=4), max_size=8).map("".join)
PARTIES = st.builds(Party, name=TEXTS, crm_id=TEXTS, domain=TEXTS, email=TEXTS, phone=TEXTS)
STEPS = st.builds(Step, text=TEXTS, owner=st.none() | st.sampled_from(Owner), due=st.none() | st.dates())
CALLS = st.builds(
    CallRecord,
    id=st.uuids().map(str),
    started_at=st.datetimes(
        dt.datetime(1990, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
        dt.datetime(2200, 1, 1),  # noqa: DTZ001
        timezones=st.timezones(),
        allow_imaginary=False,
    ),
    duration_s=st.sampled_from([0, 1, 59, 60, 36_000]) | st.integers(0, 90_000),
    title=TEXTS,
    direction=st.sampled_from(Direction),
    channel=st.none() | st.sampled_from(Channel),
    company=PARTIES,
    contact=PARTIES,
    deal=PARTIES,
    rep=PARTIES,
    summary=TEXTS,
    suggestion=TEXTS,
    pain_points=st.lists(TEXTS, max_size=3).map(tuple),
    needs=st.lists(TEXTS, max_size=3).map(tuple),
    sentiment=st.none() | st.sampled_from(Sentiment),
    sentiment_score=st.none() | st.floats(-1, 1),
    next_steps=st.lists(STEPS, max_size=3).map(tuple),
    talk_ratio_rep=st.none() | st.floats(0, 1),
    transcript=TEXTS,
)


def cells_of(data: bytes, profile: Profile, encoding: Encoding | None = None) -> list[tuple[str, ...]]:
    used = encoding or profile.file.encoding
    return list(read([data], encoding=used.value, newline=profile.file.newline))


@pytest.mark.parametrize("name", PROFILES)
@settings(max_examples=6)
@given(st.lists(CALLS, max_size=4), st.sampled_from([None, *Encoding]), st.sampled_from(["ja", "en"]))
def test_any_calls_are_read_back_alike_by_three_readers(name, calls, encoding, language):
    profile = PROFILES[name]
    options = ExportOptions(language=language, encoding=encoding, with_transcript=True)
    result = export(calls, profile, options)
    rules = TextRules(unit=profile.text.length_unit, to_cp932=(encoding or profile.file.encoding) is Encoding.CP932)
    for file in result.files:
        header, *rows = cells_of(file.data, profile, encoding)
        assert [row.cells for row in file.rows] == rows
        text = file.data.decode(CODECS[encoding or profile.file.encoding])
        assert [list(header), *map(list, rows)] == list(csv.reader(io.StringIO(text, newline=""), strict=True))
        other = clevercsv.reader(io.StringIO(text, newline=""), delimiter=",", quotechar='"', escapechar="")
        assert [list(header), *map(list, rows)] == [list(row) for row in other]
        for row in rows:
            for column, cell in zip(profile.columns, row, strict=True):
                assert column.max is None or measure(cell, rules) <= column.max
                assert profile.text.formula_guard is FormulaGuard.OFF or not dangerous(cell)
    again = export(calls, profile, options)
    assert [file.data for file in result.files] == [file.data for file in again.files]


@pytest.mark.parametrize("name", PROFILES)
@settings(max_examples=8)
@given(CALLS, st.sampled_from([None, *Encoding]), st.sampled_from([1, 40]))
def test_what_lasts_of_a_row_is_the_row_without_a_verdict(name, call, encoding, times):
    """The ledger compares that; many calls are long enough for sections to be dropped."""
    form = Format(profile=PROFILES[name], options=ExportOptions(encoding=encoding))
    long = replace(call, summary=call.summary * times, needs=call.needs * times)
    rows = list(render([long], form, Tally()))
    bare = list(render([replace(long, suggestion="")], form, Tally()))
    assert [row.lasting or row.cells for row in rows] == [row.cells for row in bare]


@pytest.mark.parametrize("name", PROFILES)
def test_a_cell_of_100_000_characters_is_kept_or_reported(name):
    profile = PROFILES[name]
    call = replace(FULL, summary="長" * 50_000 + "🎉&\n" * 12_500, title="題" * 100_000)
    result = export([call], profile, ExportOptions())
    assert [row.cells for row in result.files[0].rows] == cells_of(result.data, profile)[1:]
    longest = max(len(cell) for row in result.files[0].rows for cell in row.cells)
    assert longest >= 100_000 or result.report.count(FindingKind.TRUNCATED)


def dangerous(cell: str) -> bool:
    return safe_csv.is_dangerous(cell) and not cell.startswith("'") and not safe_csv.NUMBER.fullmatch(cell)


def test_everything_left_out_is_reported():
    report = export(GOLDEN, PROFILES["hubspot_calls"], ExportOptions()).report
    assert report.rows == 4
    skipped = [each for each in report.findings if each.kind is FindingKind.ROW_SKIPPED]
    assert [GOLDEN[4].id] == [each.call_id for each in skipped]
    assert skipped[0].column == "Email <CONTACT email>"


def test_transcript_goes_out_only_when_asked_for():
    profile = PROFILES["meeting_notes"]
    assert "本日は".encode() not in export([FULL], profile, ExportOptions()).data
    assert "本日は".encode() in export([FULL], profile, ExportOptions(with_transcript=True)).data
    body = PROFILES["salesforce_task"]
    assert "本日は".encode() not in export([FULL], body, ExportOptions()).data


def test_personal_columns_are_known():
    headers = {column.header for column in personal_columns(PROFILES["meeting_notes"])}
    assert {"contact", "contact_email", "contact_phone", "transcript", "summary"} <= headers
    assert headers.isdisjoint({"call_id", "started_at", "duration_s", "sentiment"})


SECTIONS = (
    "ai.summary",
    "ai.next_steps",
    "ai.pain_points",
    "ai.needs",
    "ai.sentiment.label",
    "ai.suggestion",
    "call.id",
)


def test_sections_are_dropped_in_the_declared_order():
    profile = PROFILES["dynamics_phonecall"]
    drop = profile.bodies["note"].drop
    gone_before: set[str] = set()
    for size in range(0, 4_000, 97):
        call = replace(FULL, summary="あ" * 50 + "。" * size, suggestion="提案" * 100, needs=("要" * 200,))
        (row,) = export([call], profile, ExportOptions()).files[0].rows
        body = row.cells[-1]
        present = {path for path in SECTIONS if f"【{LABELS['ja'][path]}】" in body}
        gone = set(SECTIONS) - present
        assert gone == set(drop[: len(gone)])
        assert gone_before <= gone
        assert {"ai.summary", "ai.next_steps", "call.id"} <= present
        assert FULL.id in body
        assert len(body) <= 2_000
        gone_before = gone
    assert gone_before == set(drop)


@pytest.mark.parametrize("extra", [-1, 0, 1])
@pytest.mark.parametrize("letter", ["a", "あ", "𠮷"])
def test_title_at_its_limit(extra, letter):
    units = len(letter.encode("utf-16-le")) // 2
    call = replace(FULL, title=letter * (255 // units + extra))
    (row,) = export([call], PROFILES["salesforce_task"], ExportOptions()).files[0].rows
    assert len(row.cells[0].encode("utf-16-le")) // 2 <= 255
    assert any(each.kind is FindingKind.TRUNCATED for each in row.findings) == (extra > 0)


def test_overflow_error_stops_the_export():
    profile = PROFILES["meeting_notes"]
    column = replace(profile.columns[1], max=3, overflow=Overflow.ERROR)
    with pytest.raises(KnownError) as caught:
        export([FULL], replace(profile, columns=(profile.columns[0], column)), ExportOptions())
    assert ErrorCode.EXPORT_FAILED is caught.value.code


def test_unmappable_error_stops_the_export():
    profile = PROFILES["jp_sfa_activity"]
    strict = replace(profile, text=replace(profile.text, unmappable=Unmappable.ERROR))
    with pytest.raises(KnownError):
        export([GOLDEN[2]], strict, ExportOptions())


def test_files_are_split_between_rows_with_the_header_repeated():
    profile = PROFILES["meeting_notes"]
    small = replace(profile, file=replace(profile.file, max_rows=2))
    calls = [a_call(id=f"id{number}") for number in range(5)]
    files = export(calls, small, ExportOptions()).files
    assert [len(file.rows) for file in files] == [2, 2, 1]
    assert len({cells_of(file.data, small)[0] for file in files}) == 1


def test_files_are_split_at_their_size():
    profile = PROFILES["meeting_notes"]
    small = replace(profile, file=replace(profile.file, max_bytes=1_500))
    files = export([replace(FULL, id=f"id{number}") for number in range(9)], small, ExportOptions()).files
    assert len(files) > 1
    assert all(len(file.data) <= 1_500 for file in files)
    assert sum(len(file.rows) for file in files) == 9


def test_row_larger_than_a_file_is_reported():
    profile = PROFILES["meeting_notes"]
    small = replace(profile, file=replace(profile.file, max_bytes=1_000))
    report = export([replace(FULL, summary="長" * 900)], small, ExportOptions()).report
    assert report.count(FindingKind.ROW_OVER_LIMIT) == 1


@pytest.mark.parametrize(
    ("hour", "minute", "utc", "epoch_ms"),
    [
        (0, 30, "2026-10-05T15:30:00.000Z", "1791214200000"),
        (8, 59, "2026-10-05T23:59:00.000Z", "1791244740000"),
        (9, 0, "2026-10-06T00:00:00.000Z", "1791244800000"),
    ],
)
def test_a_day_begins_where_the_customer_is(hour, minute, utc, epoch_ms):
    call = replace(FULL, started_at=dt.datetime(2026, 10, 6, hour, minute, tzinfo=JST))

    def cell(profile: str, header: str) -> str:
        (row,) = export([call], PROFILES[profile], ExportOptions()).files[0].rows
        return row.cells[[column.header for column in PROFILES[profile].columns].index(header)]

    assert cell("salesforce_task", "ActivityDate") == "2026-10-06"
    assert utc == cell("salesforce_event", "StartDateTime")
    assert epoch_ms == cell("hubspot_calls", "Activity date <CALL hs_timestamp>")
    assert f"2026/10/06 {hour:02d}:{minute:02d}" == cell("dynamics_phonecall", "Due")
    assert f"2026-10-06 {hour:02d}:{minute:02d}:00" == cell("zoho_calls", "Call Start Time")
    assert f"2026-10-06T{hour:02d}:{minute:02d}:00+0900" == cell("meeting_notes", "started_at")
    assert cell("dynamics_phonecall", "Duration") == "31"
    assert cell("zoho_calls", "Call Duration") == "30:30"
    assert cell("pipedrive_activities", "Activity - Duration") == "00:31"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", "  =1", "\u3000=1",
        "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', '"=1', "'=1", "\ufeff=1", "−1", "\u200b=1", "\xa0=1",
    ],
)  # fmt: skip
def test_dangerous_cells_are_guarded_or_reported(text):
    call = replace(FULL, title=text, contact=Party(name=text))
    (row,) = export([call], PROFILES["meeting_notes"], ExportOptions()).files[0].rows
    assert all(not cell or cell[0] not in "=+-@\t\r\n＝＋－＠" for cell in row.cells)
    (row,) = export([call], PROFILES["salesforce_task"], ExportOptions()).files[0].rows
    assert any(each.kind is FindingKind.DANGEROUS for each in row.findings)


def test_negative_numbers_and_phones_are_no_formulas():
    call = replace(FULL, sentiment_score=-0.5, contact=Party(name="a", phone="03-1234-5678", email="a@b.example"))
    (row,) = export([call], PROFILES["pipedrive_activities"], ExportOptions()).files[0].rows
    assert not [each for each in row.findings if each.kind is FindingKind.DANGEROUS]


def test_separators_of_other_locales_are_quoted_where_quotes_are_rare():
    assert safe_csv.record(("a;=1",), newline="\r\n", everywhere=False) == '"a;=1"\r\n'
    assert safe_csv.record(("",), newline="\r\n", everywhere=False) == '""\r\n'


@pytest.mark.parametrize(
    ("typed", "e164", "domestic"),
    [
        ("03-1234-5678", "+81312345678", "03-1234-5678"),
        ("０９０－１２３４－５６７８", "+819012345678", "090-1234-5678"),
        ("+81 90 1234 5678", "+819012345678", "090-1234-5678"),
        ("0120-123-456", "+81120123456", "0120-123-456"),
        ("0466-12-3456", "+81466123456", "0466-12-3456"),
        ("+49 30 1234567", "+49301234567", "+49301234567"),
        ("内線 12", "内線 12", "内線 12"),
    ],
)
def test_phone_numbers(typed, e164, domestic):
    assert e164 == phone_number(typed, PhoneFormat.E164)
    assert domestic == phone_number(typed, PhoneFormat.DOMESTIC)
    assert typed == phone_number(typed, PhoneFormat.TYPED)


def test_next_steps_become_rows():
    result = export([FULL], PROFILES["salesforce_next_steps"], ExportOptions())
    rows = [row.cells for row in result.files[0].rows]
    assert [row[:2] for row in rows] == [("見積書を送る", "2026-10-09"), ("現場の台数を確認する", "")]
    assert len({row.key for row in result.files[0].rows}) == 2


def test_no_calls_still_make_a_file_with_a_header():
    assert len(cells_of(export([], PROFILES["meeting_notes"], ExportOptions()).data, PROFILES["meeting_notes"])) == 1


def test_utf8_is_advised_where_cp932_costs_a_name():
    result = export([replace(FULL, company=Party(name="森鷗外商店"))], PROFILES["jp_sfa_activity"], ExportOptions())
    assert result.report.count(FindingKind.UTF8_ADVISED) == 1


def test_company_forms_are_spelled_out_for_hot_profile():
    (row,) = export([FULL], PROFILES["hotprofile_report"], ExportOptions()).files[0].rows
    assert "株式会社髙島物流" in row.cells


def test_user_name_loses_its_blank_for_geniee():
    (row,) = export([FULL], PROFILES["geniee_activity"], ExportOptions()).files[0].rows
    assert "中村太郎" in row.cells


def test_another_verdict_on_offers_is_no_change_of_the_meeting():
    """Else a CRM that only adds would get a second record of each old meeting when a customer's standing changes."""
    form = Format(profile=profile_reader.load("salesforce_task"), options=ExportOptions())
    now, held, other = (
        next(iter(render([replace(FULL, **changed)], form, Tally())))
        for changed in (
            {"suggestion": "今、提案できます"},
            {"suggestion": "今は提案を控えます"},
            {"summary": "別の要約"},
        )
    )
    assert now.cells != held.cells
    assert now.sha256 == held.sha256
    assert now.sha256 != other.sha256


def test_each_row_reports_what_was_altered_in_it() -> None:
    """Rows with the same text share the work, and each still says which meeting it is about."""
    form = Format(profile=PROFILES["salesforce_task"], options=ExportOptions(encoding=Encoding.CP932))
    calls = [a_call(id=number, title="髙橋さん😀") for number in ("a-1", "a-2")]
    rows = list(render(calls, form, Tally()))
    assert [[each.call_id for each in row.findings] for row in rows] == [["a-1"], ["a-2"]]
