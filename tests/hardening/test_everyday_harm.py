"""Two windows at once, clocks and zones, names of folders, and logs that say nothing of customers."""

import datetime as dt
import logging
import os
import subprocess
import sys
import time

import pytest

from insight_desktop import importing
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.ids import CustomerId
from insight_desktop.exporting import ExportRequest, export_meetings, rehearse
from insight_desktop.exports import profile_reader
from insight_desktop.meeting_documents import DocumentKind, MeetingDocuments
from insight_desktop.store.workspace import Workspace
from tests.exports.test_exporting import NOW, TASK, add, analyse

WRITER = """
import sys
from pathlib import Path
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import CustomerId
from insight_desktop.store.workspace import Workspace

with Workspace.open(Path(sys.argv[1])) as workspace:
    for number in range(40):
        workspace.customers.save(Customer(id=CustomerId(f"{sys.argv[2]}{number}"), name=f"{sys.argv[2]} {number}"))
"""


def test_two_programs_write_into_one_workspace_and_lose_nothing(tmp_path):
    Workspace.open(tmp_path / "w").close()
    command = [sys.executable, "-c", WRITER, str(tmp_path / "w")]
    both = [subprocess.Popen([*command, name]) for name in ("左", "右")]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    with Workspace.open(tmp_path / "w") as workspace:
        assert len(workspace.customers.list()) == 80


@pytest.mark.parametrize("name", ["中村 太郎", "営業🎉 二課", "O'Brien; rm -rf $HOME", "a" * 120, "%TEMP% [1]", "=cmd"])
def test_folders_may_have_any_name(name, tmp_path):
    with Workspace.open(tmp_path / name / "ワークスペース") as workspace:
        meeting = add(workspace)
        out = tmp_path / name / "書き出し" / f"{name}.csv"
        export_meetings(workspace, ExportRequest(profile=TASK), out, now=NOW)
        MeetingDocuments(workspace, meeting).write(DocumentKind.WORD, out.with_suffix(".docx"))
        backup = workspace.back_up()
    assert sorted(path.suffix for path in out.parent.iterdir()) == [".csv", ".docx"]
    assert backup.is_file()
    assert name not in out.read_text("utf-8-sig")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be changed here")
def test_the_machine_s_zone_changes_no_byte_of_an_export(tmp_path, monkeypatch):
    written = set()
    with Workspace.open(tmp_path / "w") as workspace:
        add(workspace)
        for zone in ("Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe", "UTC"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            request = ExportRequest(profile=profile_reader.load("meeting_notes"), with_unchanged=True)
            out = tmp_path / f"{zone.replace('/', '-')}.csv"
            export_meetings(workspace, request, out, now=dt.datetime.now(dt.UTC).astimezone())
            written.add(out.read_bytes())
    monkeypatch.undo()
    time.tzset()
    assert len(written) == 1


@pytest.mark.parametrize("year", [1970, 1999, 2038, 2099])
def test_a_wrong_clock_loses_nothing(tmp_path, year):
    with Workspace.open(tmp_path / "w") as workspace:
        meeting = add(workspace)
        wrong = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
        export_meetings(workspace, ExportRequest(profile=TASK), tmp_path / "a.csv", now=wrong)
        analyse(workspace, meeting, "直した要約")
        assert rehearse(workspace, ExportRequest(profile=TASK)).report.rows == 1


def test_logs_say_nothing_of_customers(tmp_path, caplog):
    caplog.set_level(logging.INFO)
    hidden = "極秘商事"
    damaged = tmp_path / f"{hidden}.csv"
    damaged.write_bytes(f'会社名,NPS\r\n{hidden},"9'.encode())
    with Workspace.open(tmp_path / "w") as workspace:
        workspace.customers.save(Customer(id=CustomerId("a"), name=hidden, memo=hidden))
        analyse(workspace, add(workspace), hidden)
        with pytest.raises(KnownError):
            importing.import_customers(workspace, damaged)
        export_meetings(workspace, ExportRequest(profile=TASK), tmp_path / "out.csv", now=NOW)
        workspace.search.find(hidden)
        workspace.back_up()
    (tmp_path / "w" / "insight.db").write_bytes(hidden.encode() * 100)
    (tmp_path / "w" / f"insight.db-open.{os.getpid()}").touch()
    with pytest.raises(KnownError):
        Workspace.open(tmp_path / "w")
    assert hidden not in caplog.text
    assert "見積もりを送る" not in caplog.text


def test_a_damaged_schema_is_damage_and_the_backup_opens(tmp_path):
    with Workspace.open(tmp_path / "w") as workspace:
        workspace.customers.save(Customer(id=CustomerId("a"), name="残る"))
        workspace.back_up()
    path = tmp_path / "w" / "insight.db"
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE customer", b"CREATE \xb7ABLE customer"))
    (tmp_path / "w" / "insight.db-open.999999999").touch()
    with pytest.raises(KnownError):
        Workspace.open(tmp_path / "w")
    assert Workspace.restore_backup(tmp_path / "w") is not None
    with Workspace.open(tmp_path / "w") as workspace:
        assert workspace.customers.get(CustomerId("a")) is not None
