"""The page of the week, its files, and its reel."""

import datetime as dt
import wave
from pathlib import Path

import pytest

from insight_desktop import digesting, overviews
from insight_desktop.domain.digest import WarningKind
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import CustomerId
from insight_desktop.domain.meeting import Outcome
from insight_desktop.exports.digest_text import digest_html, digest_markdown
from insight_desktop.store.workspace import Workspace
from tests.store.builders import STARTED, a_recording, analysed

DAY = dt.date(2026, 11, 20)


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace.open(tmp_path / "workspace") as opened:
        customer = opened.customers.find_or_make("山田 <製作所>")
        analysed(opened, customer_id=CustomerId(customer.id), outcome=Outcome.WON)
        overviews.gather_themes(opened)
        yield opened


def add_sound(workspace: Workspace, seconds: int = 12) -> None:
    (summary,) = workspace.meetings.list().meetings
    path = workspace.audio_dir / "x.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(b"\x10\x27\xf0\xd8" * 4000 * seconds)
    workspace.meetings.add_recording(a_recording(summary.meeting, path="audio/x.wav"))


def test_the_week_is_counted(workspace: Workspace):
    digest = digesting.week_digest(workspace, overviews.trend_table(workspace), DAY)

    assert (digest.first, digest.last) == (dt.date(2026, 11, 16), dt.date(2026, 11, 22))
    assert (digest.meetings, digest.customers, digest.won, digest.lost) == (1, 1, 1, 0)


def test_another_week_is_empty(workspace: Workspace):
    digest = digesting.week_digest(workspace, overviews.trend_table(workspace), DAY - dt.timedelta(days=7))

    assert (digest.meetings, digest.quotes) == (0, ())
    assert "まだ商談がありません" in digest_markdown(digest, "ja")


def test_overdue_promises_are_warned_of(workspace: Workspace):
    found = digesting.warnings_of(workspace, DAY + dt.timedelta(days=10))

    assert [warning.kind for warning in found] == [WarningKind.PROMISE_OVERDUE]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_files_say_the_same_and_escape_names(workspace: Workspace, language: str):
    digest = digesting.week_digest(workspace, overviews.trend_table(workspace), DAY + dt.timedelta(days=7))
    page = digest_html(digest, language)

    assert "山田 &lt;製作所&gt;" in page
    assert "<製作所>" not in page
    assert "山田" in digest_markdown(digest, language)


def test_the_reel_holds_what_has_sound(workspace: Workspace, tmp_path: Path):
    add_sound(workspace)
    (summary,) = workspace.meetings.list().meetings
    parts = digesting.stretches(workspace, [(summary.meeting.id, 2.0, 4.0), (summary.meeting.id, 6.0, 9.0)])

    count = digesting.write_reel(parts, tmp_path / "reel.wav", most_s=180)

    with wave.open(str(tmp_path / "reel.wav")) as file:
        seconds = file.getnframes() / file.getframerate()
    assert count == 2
    assert seconds == pytest.approx(2 + 3 + 4 * 0.15 + 2 * 0.6, abs=0.1)


def test_a_reel_is_not_longer_than_asked(workspace: Workspace, tmp_path: Path):
    add_sound(workspace)
    (summary,) = workspace.meetings.list().meetings
    parts = digesting.stretches(workspace, [(summary.meeting.id, 0.0, 5.0)] * 3)

    assert digesting.write_reel(parts, tmp_path / "reel.wav", most_s=12) == 2


def test_a_week_without_sound_says_so(workspace: Workspace, tmp_path: Path):
    digest = digesting.week_digest(workspace, overviews.trend_table(workspace), DAY)

    with pytest.raises(KnownError) as caught:
        digesting.write_digest_reel(workspace, digest, tmp_path / "reel.wav")

    assert caught.value.code is ErrorCode.NO_QUOTES
    assert STARTED.date() == DAY
