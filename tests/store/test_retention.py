"""Sound and trash go when the user wished, and nothing else does."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop.domain.ids import MeetingId
from insight_desktop.store.retention import Expired
from insight_desktop.store.workspace import Workspace
from tests.ui.filled import NOW, fill

LATER = NOW + dt.timedelta(days=100)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[MeetingId, ...]]:
    folder = tmp_path_factory.mktemp("retention") / "workspace"
    return folder, fill(folder, meetings=3)


@pytest.fixture
def meetings(tmp_path: Path, made: tuple[Path, tuple[MeetingId, ...]]) -> tuple[MeetingId, ...]:
    shutil.copytree(made[0], tmp_path / "workspace")
    return made[1]


def _sounds(workspace: Workspace, *, days: int = 30, now: dt.datetime = LATER) -> tuple[str, ...]:
    return workspace.retention.expired(now, audio_days=days, trash_days=30).sounds


def test_old_sound_goes_and_its_text_stays(tmp_path: Path, meetings: tuple[MeetingId, ...]) -> None:
    with Workspace.open(tmp_path / "workspace") as workspace:
        path = workspace.audio.absolute(workspace.meetings.recordings(meetings[0])[0].path)
        assert path.is_file()

        workspace.retention.erase(workspace.retention.expired(LATER, audio_days=30, trash_days=30))

        assert not path.exists()
        assert workspace.transcripts.current(meetings[0])
        assert workspace.analyses.load(meetings[0]) is not None
        assert _sounds(workspace) == ()


@pytest.mark.parametrize(("days", "now"), [(0, LATER), (30, NOW), (200, LATER)])
def test_sound_stays_as_long_as_the_user_wishes(
    tmp_path: Path, meetings: tuple[MeetingId, ...], days: int, now: dt.datetime
) -> None:
    with Workspace.open(tmp_path / "workspace") as workspace:
        assert _sounds(workspace, days=days, now=now) == ()


def test_a_protected_meeting_keeps_its_sound(tmp_path: Path, meetings: tuple[MeetingId, ...]) -> None:
    with Workspace.open(tmp_path / "workspace") as workspace:
        meeting = workspace.meetings.get(meetings[0])
        assert meeting is not None
        workspace.meetings.save(replace(meeting, is_protected=True))

        assert _sounds(workspace) == ()
        kept = workspace.meetings.get(meetings[0])
        assert kept is not None
        assert kept.is_protected


def test_sound_without_minutes_or_with_a_waiting_job_stays(tmp_path: Path, meetings: tuple[MeetingId, ...]) -> None:
    with Workspace.open(tmp_path / "workspace") as workspace:
        workspace.jobs.enqueue(meetings[0], total_s=1.0)
        assert _sounds(workspace) == ()


def test_the_trash_is_emptied_after_its_days(tmp_path: Path, meetings: tuple[MeetingId, ...]) -> None:
    with Workspace.open(tmp_path / "workspace") as workspace:
        workspace.meetings.trash(meetings[1])
        now = dt.datetime.now(dt.UTC)

        early = workspace.retention.expired(now + dt.timedelta(days=29), audio_days=0, trash_days=30)
        late = workspace.retention.expired(now + dt.timedelta(days=31), audio_days=0, trash_days=30)
        workspace.retention.erase(late)

        assert early == Expired()
        assert late.trashed == (meetings[1],)
        assert workspace.meetings.trashed() == ()
        assert workspace.meetings.list().total == 2
