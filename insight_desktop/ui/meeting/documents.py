"""Writes a meeting as a document: minutes, transcript, subtitles, notes for a CRM. Runs off the main thread."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from insight_desktop import readings
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.speaker import Speaker
from insight_desktop.domain.transcript import Transcript
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.meeting.content import MeetingContent

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def file_name(content: MeetingContent, suffix: str) -> str:
    """Return a name for a document of the meeting that every system takes."""
    meeting = content.summary.meeting
    day = meeting.started_at.astimezone().date().isoformat()
    return _UNSAFE.sub("_", f"{day} {meeting.title}").strip(" .")[:120] + f".{suffix}"


def minutes(workspace: Workspace, content: MeetingContent, *, is_markdown: bool = True) -> str:
    """Return the minutes as the user corrected them, with the title above."""
    meeting = content.summary.meeting
    text = readings.document(workspace, meeting.id, is_markdown=is_markdown)
    return text or (f"# {meeting.title}\n" if is_markdown else f"{meeting.title}\n")


def write(workspace: Workspace, content: MeetingContent, what: str, path: Path) -> Path:
    """Write one document and return where it lies.

    Raises:
        KnownError: EXPORT_FAILED, NOTHING_TO_EXPORT.
    """
    if what == "meeting_notes.csv":
        return _write_notes(workspace, content, path)
    if what in ("minutes.md", "minutes.txt"):
        text = minutes(workspace, content, is_markdown=what == "minutes.md")
    else:
        text = _transcript(workspace, content, what)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise KnownError(ErrorCode.EXPORT_FAILED, path=path.name, reason=error.strerror or "") from error
    return path


def _transcript(workspace: Workspace, content: MeetingContent, what: str) -> str:
    from insight_desktop.exports import transcript_text

    writers: dict[str, Callable[[Transcript, Sequence[Speaker]], str]] = {
        "transcript.txt": transcript_text.text,
        "transcript.srt": transcript_text.srt,
        "transcript.vtt": transcript_text.vtt,
    }
    transcript = workspace.transcripts.transcript(content.summary.meeting.id)
    if transcript is None:
        raise KnownError(ErrorCode.NOTHING_TO_EXPORT)
    return writers[what](transcript, content.speakers)


def _write_notes(workspace: Workspace, content: MeetingContent, path: Path) -> Path:
    from insight_desktop.exporting import ExportRequest, export_meetings
    from insight_desktop.exports import profile_reader

    request = ExportRequest(
        profile=profile_reader.load("meeting_notes"),
        meeting_ids=(content.summary.meeting.id,),
        with_unchanged=True,
    )
    export_meetings(workspace, request, path, now=dt.datetime.now(dt.UTC).astimezone())
    return path
