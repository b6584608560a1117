"""From the workspace to a file and the ledger; nothing is left behind when it fails."""

import datetime as dt
from pathlib import Path

import pytest

from insight_desktop.cli.main import main
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.customer import Contact
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import ContactId, MeetingId, RecordingId, new_id
from insight_desktop.domain.insight import Insight, InsightKind, LabelledTurn, NextStep, Owner, Sentiment
from insight_desktop.domain.meeting import Meeting, Recording
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment
from insight_desktop.exporting import ExportRequest, call_records, customer_named, export_meetings, rehearse
from insight_desktop.exports import profile_reader, template, writing
from insight_desktop.exports.crm_csv import ExportOptions, Format
from insight_desktop.exports.report import FindingKind
from insight_desktop.exports.strict_reader import read
from insight_desktop.store.meetings import MeetingFilter
from insight_desktop.store.workspace import Workspace

NOW = dt.datetime(2026, 11, 1, 12, 0, tzinfo=dt.UTC)
TASK = profile_reader.load("salesforce_task")


def add(workspace: Workspace, number: int = 1, summary: str = "要約です") -> MeetingId:
    customer = workspace.customers.find_or_make("株式会社テスト")
    meeting_id = MeetingId(new_id())
    started = dt.datetime(2026, 10, number, 1, 0, tzinfo=dt.UTC)
    workspace.meetings.save(
        Meeting(id=meeting_id, title=f"商談{number}", started_at=started, customer_id=customer.id, rep="中村 太郎")
    )
    workspace.meetings.add_recording(
        Recording(
            id=RecordingId(new_id()), meeting_id=meeting_id, path="audio/a.opus", seconds=61.4, channels=1, sha256="x"
        )
    )
    segments = [
        Segment(span=TimeSpan(start=0, end=2), text="本日は。", speaker=REP),
        Segment(span=TimeSpan(start=2, end=4), text="助かります。", speaker=CUSTOMER),
    ]
    workspace.transcripts.begin(meeting_id, language="ja")
    for segment in segments:
        workspace.transcripts.append(meeting_id, segment)
    workspace.transcripts.complete(meeting_id, segments, ())
    analyse(workspace, meeting_id, summary)
    return meeting_id


def analyse(workspace: Workspace, meeting_id: MeetingId, summary: str) -> None:
    workspace.analyses.save(
        meeting_id,
        Analysis(
            turns=(LabelledTurn(index=0), LabelledTurn(index=1, sentiment=Sentiment.POSITIVE)),
            insights=(Insight(kind=InsightKind.PAIN, turns=(1,), summary="手間がかかる"),),
            next_steps=(NextStep(turns=(0,), owner=Owner.REP, what="見積もりを送る", due=dt.date(2026, 10, 9)),),
            summary=summary,
        ),
    )


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path / "workspace") as opened:
        yield opened


def rows_of(path: Path) -> list[tuple[str, ...]]:
    return list(read([path.read_bytes()], encoding="utf-8"))


def test_record_holds_what_the_meeting_says(workspace):
    add(workspace)
    (record,) = call_records(workspace, ExportRequest(profile=TASK))
    assert (
        record.title,
        record.duration_s,
        record.company.name,
        record.rep.name,
    ) == ("商談1", 61, "株式会社テスト", "中村 太郎")
    assert record.pain_points == ("手間がかかる",)
    assert (record.sentiment, record.sentiment_score) == (Sentiment.POSITIVE, 1.0)
    assert record.next_steps[0].text == "見積もりを送る"
    assert not record.transcript


def test_transcript_is_read_only_when_asked_for(workspace):
    add(workspace)
    request = ExportRequest(profile=TASK, options=ExportOptions(with_transcript=True))
    (record,) = call_records(workspace, request)
    assert "[00:02] お客様: 助かります。" in record.transcript


def test_unfinished_meetings_stay_out(workspace):
    add(workspace)
    workspace.meetings.save(Meeting(id=MeetingId(new_id()), title="未処理", started_at=NOW))
    assert len(list(call_records(workspace, ExportRequest(profile=TASK)))) == 1


def test_only_contact_is_taken_and_several_are_not_guessed(workspace):
    add(workspace)
    customer = workspace.customers.find_or_make("株式会社テスト")
    for count, name in ((1, "山田"), (2, "佐藤")):
        workspace.customers.save_contact(Contact(id=ContactId(new_id()), customer_id=customer.id, name=name))
        (record,) = call_records(workspace, ExportRequest(profile=TASK))
        assert ("山田" if count == 1 else "") == record.contact.name


def test_second_export_holds_only_what_is_new_or_changed(workspace, tmp_path):
    first, second = add(workspace, 1), add(workspace, 2)
    request = ExportRequest(profile=TASK)
    assert export_meetings(workspace, request, tmp_path / "a.csv", now=NOW).report.rows == 2
    with pytest.raises(KnownError) as caught:
        export_meetings(workspace, request, tmp_path / "b.csv", now=NOW)
    assert ErrorCode.NOTHING_TO_EXPORT is caught.value.code
    assert not (tmp_path / "b.csv").exists()
    analyse(workspace, second, "変わった要約")
    report = export_meetings(workspace, request, tmp_path / "c.csv", now=NOW + dt.timedelta(hours=1)).report
    assert (report.rows, report.unchanged, report.count(FindingKind.CHANGED_AGAIN)) == (1, 1, 1)
    assert first not in (tmp_path / "c.csv").read_text("utf-8")
    again = ExportRequest(profile=TASK, with_unchanged=True)
    assert export_meetings(workspace, again, tmp_path / "d.csv", now=NOW).report.rows == 2


def test_profile_with_an_update_key_always_holds_all(workspace, tmp_path):
    add(workspace)
    request = ExportRequest(profile=profile_reader.load("meeting_notes"))
    for name in ("a", "b"):
        assert export_meetings(workspace, request, tmp_path / f"{name}.csv", now=NOW).report.rows == 1


def test_crash_before_the_rename_leaves_no_file_and_no_ledger_row(workspace, tmp_path, monkeypatch):
    meeting = add(workspace)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        export_meetings(workspace, ExportRequest(profile=TASK), tmp_path / "out" / "a.csv", now=NOW)
    assert list((tmp_path / "out").iterdir()) == []
    assert workspace.exports.of_meeting(meeting) == ()


def test_full_disk_leaves_the_old_file(workspace, tmp_path, monkeypatch):
    add(workspace)
    out = tmp_path / "a.csv"
    out.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(KnownError) as caught:
        export_meetings(workspace, ExportRequest(profile=TASK), out, now=NOW)
    assert ErrorCode.EXPORT_FAILED is caught.value.code
    assert ("old", [out]) == (out.read_text(), [path for path in tmp_path.iterdir() if path.is_file()])


@pytest.mark.parametrize("old", [None, "old"])
def test_ledger_that_cannot_be_written_takes_the_file_back(workspace, tmp_path, monkeypatch, old):
    add(workspace)
    out = tmp_path / "out" / "a.csv"
    out.parent.mkdir()
    if old:
        out.write_text(old)

    def full(_rows: object) -> None:
        raise KnownError(ErrorCode.DISK_FULL)

    monkeypatch.setattr(workspace.exports, "add", full)
    with pytest.raises(KnownError):
        export_meetings(workspace, ExportRequest(profile=TASK), out, now=NOW)
    assert [path.read_text() for path in out.parent.iterdir()] == ([old] if old else [])


def test_file_that_reads_back_differently_never_appears(workspace, tmp_path, monkeypatch):
    add(workspace)
    right = Format.row
    monkeypatch.setattr(Format, "row", lambda self, cells: right(self, cells).replace(b"Completed", b"Complete"))
    with pytest.raises(KnownError) as caught:
        export_meetings(workspace, ExportRequest(profile=TASK), tmp_path / "a.csv", now=NOW)
    assert caught.value.params["fault"] == "unverified"
    assert not (tmp_path / "a.csv").exists()


def test_preview_shows_ten_rows_with_their_findings(workspace):
    for number in range(1, 13):
        add(workspace, number, summary="🎉")
    request = ExportRequest(profile=profile_reader.load("jp_sfa_activity"))
    rehearsal = rehearse(workspace, request)
    assert (len(rehearsal.rows), rehearsal.report.rows) == (10, 12)
    assert any(each.kind is FindingKind.SUBSTITUTED for each in rehearsal.rows[0].findings)
    assert rehearsal.report.count(FindingKind.SUBSTITUTED) == 12
    marked = [cell.text[first:last] for cell in rehearsal.rows[0].cells for first, last in cell.marks]
    assert marked == ["〓"]
    assert workspace.exports.hashes("jp_sfa_activity", request.profile.target_name) == {}


def test_filters_by_day_and_customer(workspace):
    add(workspace, 1)
    add(workspace, 2)
    since = MeetingFilter(
        since=dt.datetime(2026, 10, 2, tzinfo=dt.UTC), customer_id=customer_named(workspace, "(株)テスト")
    )
    assert [each.title for each in call_records(workspace, ExportRequest(profile=TASK, filters=since))] == ["商談2"]
    with pytest.raises(KnownError):
        customer_named(workspace, "どこにもない会社")


@pytest.mark.parametrize(("codec", "newline"), [("cp932", "\r\n"), ("utf-8", "\n"), ("utf-8-sig", "\r\n")])
def test_template_header_is_kept_byte_for_byte(workspace, tmp_path, home, codec, newline):
    add(workspace)
    header = f'件名(必須),"訪問日(管理番号:12)",顧客名(※必須項目です),内容,備考2{newline}'.encode(codec)
    source = tmp_path / "ひな型.csv"
    source.write_bytes(header + f"見本,2026/01/01,a,b,c{newline}".encode(codec).removeprefix(b"\xef\xbb\xbf"))
    found = template.read(source)
    fields = [match.field for match in template.propose(found)]
    assert fields == ["call.title", "call.started_at", "company.name", "note", ""]
    base = profile_reader.load("jp_sfa_activity")
    profile_reader.save("mine", template.to_toml("mine", found, template.propose(found), source, base))
    out = tmp_path / "out.csv"
    export_meetings(workspace, ExportRequest(profile=profile_reader.load("mine")), out, now=NOW)
    assert out.read_bytes().startswith(header)
    assert "見本".encode(codec) not in out.read_bytes()
    source.write_bytes(header.replace(b"2", b"3"))
    with pytest.raises(KnownError) as caught:
        export_meetings(workspace, ExportRequest(profile=profile_reader.load("mine")), out, now=NOW)
    assert caught.value.params["fault"] == "template_changed"


def test_command_line_writes_lists_and_checks(workspace, tmp_path, capsys):
    add(workspace)
    out = tmp_path / "a.csv"
    where = ["--workspace", str(workspace.path)]
    assert main(["export", *where, "--profile", "meeting_notes", "--out", str(out), "--json"]) == 0
    assert '"rows": 1' in capsys.readouterr().out
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert main(["export", *where, "--profile", "nothing", "--out", str(out)]) == 1
    assert "nothing" in capsys.readouterr().err
    assert main(["profiles"]) == 0
    assert "kintone_generic" in capsys.readouterr().out
    broken = tmp_path / "mine.toml"
    broken.write_text('profile = "mine"\nversion = 1\ncolour = 3\n')
    assert main(["profiles", "check", str(broken)]) == 1
    assert "colour" in capsys.readouterr().err
