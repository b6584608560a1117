"""What waits for the CRM, what changed since, and the export without a click."""

import datetime as dt
from dataclasses import replace

import pytest

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.export_inbox import InboxState, export_automatically, free_path, read_inbox
from insight_desktop.exporting import ExportRequest, export_meetings
from insight_desktop.exports.report import FindingKind
from insight_desktop.settings.options import Export
from insight_desktop.store.workspace import Workspace
from tests.exports.test_exporting import NOW, TASK, add, analyse

REQUEST = ExportRequest(profile=TASK)


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path / "workspace") as opened:
        yield opened


def states(workspace: Workspace) -> list[InboxState]:
    return [row.state for row in read_inbox(workspace, REQUEST)]


def waiting(workspace: Workspace) -> int:
    return workspace.exports.waiting(TASK.id, TASK.target_name)


def test_a_meeting_waits_until_it_is_exported_and_again_once_corrected(workspace, tmp_path) -> None:
    first, second = add(workspace, 1), add(workspace, 2)
    assert (states(workspace), waiting(workspace)) == ([InboxState.WAITING] * 2, 2)
    export_meetings(workspace, replace(REQUEST, meeting_ids=(first,)), tmp_path / "a.csv", now=NOW)
    assert (states(workspace), waiting(workspace)) == ([InboxState.WAITING, InboxState.EXPORTED], 1)
    analyse(workspace, first, "直した要約")
    assert states(workspace) == [InboxState.WAITING, InboxState.CHANGED]
    workspace.meetings.trash(second)
    assert (states(workspace), waiting(workspace)) == ([InboxState.CHANGED], 0)


def test_what_the_crm_refused_waits_again_without_a_warning(workspace, tmp_path) -> None:
    add(workspace)
    (file,) = export_meetings(workspace, REQUEST, tmp_path / "a.csv", now=NOW).files
    workspace.exports.set_imported(file.sha256, imported=False)
    assert (states(workspace), waiting(workspace)) == ([InboxState.WAITING], 1)
    report = export_meetings(workspace, REQUEST, tmp_path / "b.csv", now=NOW + dt.timedelta(hours=1)).report
    assert (report.rows, report.findings) == (1, ())


def test_an_unchanged_meeting_goes_out_again_only_with_a_warning(workspace, tmp_path) -> None:
    add(workspace)
    export_meetings(workspace, REQUEST, tmp_path / "a.csv", now=NOW)
    again = replace(REQUEST, with_unchanged=True)
    assert export_meetings(workspace, again, tmp_path / "b.csv", now=NOW).report.count(FindingKind.EXPORTED_AGAIN) == 1


def test_a_clock_that_was_set_back_hides_no_correction(workspace, tmp_path) -> None:
    meeting = add(workspace)
    export_meetings(workspace, REQUEST, tmp_path / "a.csv", now=dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
    analyse(workspace, meeting, "直した要約")
    assert states(workspace) == [InboxState.CHANGED]


def test_minutes_are_exported_by_themselves_only_when_wished(workspace, tmp_path) -> None:
    meeting = add(workspace)
    assert export_automatically(workspace, meeting, Export(), language="ja", now=NOW) is None
    wishes = Export(writes_automatically=True, profile="salesforce_task", folder=str(tmp_path / "書き出し 🎉"))
    written = export_automatically(workspace, meeting, wishes, language="ja", now=NOW)
    assert written is not None
    assert [file.path.parent.name for file in written.files] == ["書き出し 🎉"]
    assert states(workspace) == [InboxState.EXPORTED]
    with pytest.raises(KnownError) as caught:
        export_automatically(workspace, meeting, wishes, language="ja", now=NOW)
    assert ErrorCode.NOTHING_TO_EXPORT is caught.value.code


def test_no_file_of_the_same_second_is_overwritten(tmp_path) -> None:
    first = free_path(tmp_path, REQUEST, NOW)
    first.touch()
    assert [first.name, free_path(tmp_path, REQUEST, NOW).name] == [
        "salesforce_task_20261101-120000.csv",
        "salesforce_task_20261101-120000-2.csv",
    ]
