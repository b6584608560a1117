"""One meeting of the workspace as a file or a message; the window and the command line both come here."""

import contextlib
import os
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from insight_desktop import readings
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.speaker import Role, Speaker, role_of
from insight_desktop.domain.transcript import Transcript
from insight_desktop.exports import message_text, transcript_text
from insight_desktop.exports.document import Document, document_of
from insight_desktop.exports.minutes_text import MinutesHead
from insight_desktop.exports.report import failure
from insight_desktop.insights import codec
from insight_desktop.store.analyses import StoredAnalysis
from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.store.workspace import Workspace


class DocumentKind(StrEnum):
    """What a meeting can be written as; the value is how the file's name ends."""

    WORD = "docx"
    PDF = "pdf"
    """Printed by the window, which has the fonts; `MeetingDocuments.write` does not know it."""
    WEB = "html"
    MARKDOWN = "md"
    JSON = "json"
    TEXT = "txt"
    SRT = "srt"
    VTT = "vtt"


class MessageKind(StrEnum):
    """What a meeting can be copied as."""

    MAIL = "mail"
    CHAT = "chat"
    MINUTES = "minutes"


class MeetingDocuments:
    """Reads one meeting and shows it in every form."""

    def __init__(self, workspace: Workspace, meeting_id: MeetingId) -> None:
        """Read the meeting.

        Raises:
            KnownError: NOT_FOUND.
        """
        summary = workspace.meetings.summary(meeting_id)
        if summary is None:
            raise KnownError(ErrorCode.NOT_FOUND, name=meeting_id)
        self._workspace = workspace
        self._summary: MeetingSummary = summary
        self._speakers: tuple[Speaker, ...] = workspace.speakers.of_meeting(meeting_id)

    def document(self, *, with_transcript: bool = False) -> Document:
        """Return the minutes as a document, with what was said if wished."""
        transcript = self._transcript() if with_transcript else None
        return document_of(self._head(), self._stored().analysis, transcript, self._speakers)

    def message(self, kind: MessageKind) -> str:
        """Return a text to paste into a mail or a chat."""
        head, analysis = self._head(), self._stored().analysis
        match kind:
            case MessageKind.CHAT:
                return message_text.chat(head, analysis)
            case MessageKind.MINUTES:
                return self._minutes(is_markdown=False)
            case MessageKind.MAIL:
                people = tuple(
                    each.name for each in self._speakers if each.name and role_of(each.label) is not Role.REP
                )
                return message_text.mail(head, analysis, rep=self._summary.meeting.rep, people=people)

    def write(self, kind: DocumentKind, path: Path, *, with_transcript: bool = False) -> Path:
        """Write a file, aside first, and return where it lies.

        Raises:
            KnownError: NOTHING_TO_EXPORT, EXPORT_FAILED; then no file was made or changed.
        """
        save(path, self._bytes(kind, with_transcript=with_transcript))
        return path

    def _bytes(self, kind: DocumentKind, *, with_transcript: bool) -> bytes:
        texts: dict[DocumentKind, Callable[[Transcript, Sequence[Speaker]], str]] = {
            DocumentKind.TEXT: transcript_text.text,
            DocumentKind.SRT: transcript_text.srt,
            DocumentKind.VTT: transcript_text.vtt,
        }
        match kind:
            case DocumentKind.WORD:
                from insight_desktop.exports.document_docx import docx

                return docx(self.document(with_transcript=with_transcript))
            case DocumentKind.JSON:
                return codec.dumps(self._json()).encode()
            case DocumentKind.MARKDOWN:
                return self._minutes(is_markdown=True).encode()
            case DocumentKind.WEB | DocumentKind.PDF:
                from insight_desktop.exports.document_html import html

                return html(self.document(with_transcript=with_transcript)).encode()
            case _:
                return texts[kind](self._transcript(), self._speakers).encode()

    def _minutes(self, *, is_markdown: bool) -> str:
        text = readings.document(self._workspace, self._summary.meeting.id, is_markdown=is_markdown)
        if not text:
            raise KnownError(ErrorCode.NOTHING_TO_EXPORT)
        return text

    def _json(self) -> codec.Json:
        """Return the analysis in its outward shape; the place of the recording stays inside."""
        talk = readings.conversation(self._workspace, self._summary.meeting.id)
        if talk is None:
            raise KnownError(ErrorCode.NOTHING_TO_EXPORT)
        return codec.analysis_to_json(talk, self._stored().analysis)

    def _stored(self) -> StoredAnalysis:
        stored = self._workspace.analyses.load(self._summary.meeting.id)
        if stored is None:
            raise KnownError(ErrorCode.NOTHING_TO_EXPORT)
        return stored

    def _transcript(self) -> Transcript:
        transcript = self._workspace.transcripts.transcript(self._summary.meeting.id)
        if transcript is None:
            raise KnownError(ErrorCode.NOTHING_TO_EXPORT)
        return transcript

    def _head(self) -> MinutesHead:
        meeting = self._summary.meeting
        present = tuple(speaker.name for speaker in self._speakers if speaker.name)
        return MinutesHead(
            title=meeting.title,
            started_at=meeting.started_at.astimezone(),
            language=meeting.language,
            customer=self._summary.customer_name,
            present=present,
        )


def save(path: Path, data: bytes) -> None:
    """Write a file aside and give it its name once it is whole.

    Raises:
        KnownError: EXPORT_FAILED; then no file was made or changed.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise failure(path.name, "disk", detail=error.strerror or type(error).__name__) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
