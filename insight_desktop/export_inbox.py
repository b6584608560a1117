"""Which finished meetings wait for the CRM, and the export that needs no click once the minutes are there."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from insight_desktop.domain.ids import MeetingId
from insight_desktop.exporting import ExportRequest, call_records, export_meetings
from insight_desktop.exports import profile_reader
from insight_desktop.exports.crm_csv import ExportOptions, Format, render
from insight_desktop.exports.report import Tally
from insight_desktop.exports.writing import STAMP, Written
from insight_desktop.settings.options import Export
from insight_desktop.store.exported import Exportable
from insight_desktop.store.workspace import Workspace

_COMPARED = 300
"""So many exported meetings, the newest, are rendered again to see whether they changed."""


class InboxState(StrEnum):
    """Where a meeting stands with one target."""

    WAITING = "waiting"
    CHANGED = "changed"
    """Exported, and corrected since."""
    EXPORTED = "exported"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One meeting of the inbox."""

    meeting: Exportable
    state: InboxState


def read_inbox(workspace: Workspace, request: ExportRequest) -> tuple[InboxRow, ...]:
    """Return all finished meetings, the newest first, with what became of each in the request's profile."""
    profile = request.profile
    meetings = workspace.exports.exportable(profile.id, profile.target_name)
    gone = [each.meeting_id for each in meetings if each.written_at is not None and each.is_imported is not False]
    changed = _changed(workspace, replace(request, meeting_ids=tuple(gone[:_COMPARED]))) if gone else frozenset()
    exported = frozenset(gone)

    def state(meeting_id: MeetingId) -> InboxState:
        if meeting_id not in exported:
            return InboxState.WAITING
        return InboxState.CHANGED if meeting_id in changed else InboxState.EXPORTED

    return tuple(InboxRow(meeting=each, state=state(each.meeting_id)) for each in meetings)


def _changed(workspace: Workspace, request: ExportRequest) -> frozenset[MeetingId]:
    profile = request.profile
    known = workspace.exports.hashes(profile.id, profile.target_name)
    form = Format(profile=profile, options=_as_written(request.options, profile.file.template))
    return frozenset(
        MeetingId(row.call_id)
        for row in render(call_records(workspace, request), form, Tally())
        if known.get(row.key) != row.sha256
    )


def _as_written(options: ExportOptions, template: Path | None) -> ExportOptions:
    """Return options whose rows have the checksums of the ledger: those of a template are in its encoding."""
    if template is None or not template.is_file():
        return options
    from insight_desktop.exports.template import read

    return replace(options, encoding=read(template).encoding)


def export_automatically(
    workspace: Workspace, meeting_id: MeetingId, wishes: Export, *, language: str, now: dt.datetime
) -> Written | None:
    """Write a meeting's file into the folder of the settings; None when the user does not wish it.

    Raises:
        KnownError: PROFILE_UNKNOWN, EXPORT_FAILED, NOTHING_TO_EXPORT; the meeting then waits in the inbox.
    """
    if not wishes.writes_automatically:
        return None
    request = ExportRequest(
        profile=profile_reader.load(wishes.profile),
        options=ExportOptions(language=language),
        meeting_ids=(meeting_id,),
    )
    return export_meetings(workspace, request, free_path(target_folder(workspace, wishes), request, now), now=now)


def target_folder(workspace: Workspace, wishes: Export) -> Path:
    """Return the folder in which exports are written."""
    return Path(wishes.folder) if wishes.folder else workspace.exports_dir


def free_path(folder: Path, request: ExportRequest, now: dt.datetime) -> Path:
    """Return the profile's file name, numbered where a file of that second is there: nothing is overwritten."""
    name = Path(request.profile.file.name.replace(STAMP, now.strftime("%Y%m%d-%H%M%S")))
    path, number = folder / name, 2
    while path.exists():
        path, number = folder / f"{name.stem}-{number}{name.suffix}", number + 1
    return path
