"""Meetings of a workspace into a CRM's file; the command line and the window both come here."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from insight_desktop.call_records import CallReader
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.exports import ledger, template
from insight_desktop.exports.crm_csv import ExportOptions, Format, RenderedRow, render
from insight_desktop.exports.preview import PreviewRow, compare
from insight_desktop.exports.profiles import Profile
from insight_desktop.exports.record import CallRecord
from insight_desktop.exports.report import ExportReport, Tally
from insight_desktop.exports.writing import Written, WrittenFile, write
from insight_desktop.store.exported import ExportedRow
from insight_desktop.store.meetings import MeetingFilter
from insight_desktop.store.workspace import Workspace


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What to export and how."""

    profile: Profile
    options: ExportOptions = ExportOptions()
    filters: MeetingFilter = MeetingFilter()
    meeting_ids: tuple[MeetingId, ...] = ()
    """These only; empty: all that the filters let through."""
    with_unchanged: bool = False
    """Also rows that the ledger knows, where the CRM would make second records of them."""
    today: dt.date = field(default_factory=_today)
    """The verdicts on offers are of this day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What an export would write."""

    rows: tuple[PreviewRow, ...]
    """The first ones."""
    report: ExportReport


def customer_named(workspace: Workspace, name: str) -> CustomerId:
    """Return the one customer of a name, or raise NOT_FOUND."""
    found = workspace.customers.named(name)
    if not found:
        raise KnownError(ErrorCode.NOT_FOUND, name=name)
    return found[0].id


def call_records(workspace: Workspace, request: ExportRequest) -> Iterator[CallRecord]:
    """Yield the finished meetings, oldest first, reading as they are taken so that memory stays flat."""
    reader = CallReader(workspace, request.options, request.today)
    for page in workspace.meetings.read_pages(request.filters, only=request.meeting_ids):
        yield from reader.records(page)


def rehearse(workspace: Workspace, request: ExportRequest, shown: int = 10) -> Rehearsal:
    """Return what an export would write, without writing: the first rows, what is altered in each, and the report."""
    tally, form = Tally(), _format(request)
    first: list[RenderedRow] = []
    for row in _chosen_rows(workspace, request, form, tally):
        tally.add(row.findings)
        tally.rows += 1
        if len(first) < shown:
            first.append(row)
    meetings = tuple(dict.fromkeys(MeetingId(row.call_id) for row in first))
    records = call_records(workspace, replace(request, meeting_ids=meetings)) if first else iter(())
    return Rehearsal(rows=compare(first, records, form), report=tally.result())


def export_meetings(workspace: Workspace, request: ExportRequest, out: Path, *, now: dt.datetime) -> Written:
    """Write the meetings to a file and note them in the ledger.

    Args:
        workspace: where the meetings are.
        request: which ones, and the profile.
        out: a file, or a folder in which the profile names the file.
        now: an aware moment, for the file's name and the ledger.

    Raises:
        KnownError: NOTHING_TO_EXPORT, EXPORT_FAILED; then there is no file and no ledger row.
    """
    profile = request.profile
    tally = Tally()
    form = _format(request)
    rows = _chosen_rows(workspace, request, form, tally)
    first = next(rows, None)
    if first is None:
        raise KnownError(ErrorCode.NOTHING_TO_EXPORT, unchanged=tally.unchanged, report=tally.result().to_json())
    return write(
        _chain(first, rows),
        form,
        out,
        stamp=now.strftime("%Y%m%d-%H%M%S"),
        tally=tally,
        record=lambda files: workspace.exports.add(_ledger_rows(files, profile, now)),
    )


def _ledger_rows(files: tuple[WrittenFile, ...], profile: Profile, now: dt.datetime) -> Iterator[ExportedRow]:
    for file in files:
        for row in file.rows:
            yield ExportedRow(
                meeting_id=MeetingId(row.call_id),
                profile=profile.id,
                profile_version=str(profile.version),
                target=profile.target_name,
                row_key=row.key,
                row_sha256=row.sha256,
                file_sha256=file.sha256,
                file_name=file.path.name,
                written_at=now,
            )


def _chosen_rows(workspace: Workspace, request: ExportRequest, form: Format, tally: Tally) -> Iterator[RenderedRow]:
    profile = request.profile
    return ledger.only_new(
        render(call_records(workspace, request), form, tally),
        workspace.exports.hashes(profile.id, profile.target_name),
        profile,
        tally,
        keeps_unchanged=request.with_unchanged,
    )


def _chain(first: RenderedRow, rest: Iterator[RenderedRow]) -> Iterator[RenderedRow]:
    yield first
    yield from rest


def _format(request: ExportRequest) -> Format:
    path = request.profile.file.template
    if path is None:
        return Format(profile=request.profile, options=request.options)
    found = template.read(path)
    template.check(found, request.profile, path)
    # The rows must be in the encoding of the header that is kept, whatever the profile says.
    options = replace(request.options, encoding=found.encoding)
    return Format(profile=request.profile, options=options, template_header=found.header)
