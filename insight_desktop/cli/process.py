"""`process`: recordings in, minutes in the workspace and a CSV out; resumes what an earlier run left unfinished."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from insight_desktop import paths, wording
from insight_desktop.cli.export import report
from insight_desktop.cli.progress import ProgressLine
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.events import PipelineEvent
from insight_desktop.domain.ids import CustomerId, DealId, MeetingId
from insight_desktop.domain.job import Job, JobState
from insight_desktop.exporting import ExportRequest, export_meetings
from insight_desktop.exports import profile_reader
from insight_desktop.exports.profiles import Profile
from insight_desktop.insights import codec
from insight_desktop.pipeline import conversation_of
from insight_desktop.processing import Imported, ImportOptions, Processing
from insight_desktop.store.workspace import Workspace
from insight_desktop.worker.running import run_queue

SUMMARY = "Imports recordings, writes down what is said and by whom, and understands it. One call a file."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("audio", nargs="*", type=Path, metavar="AUDIO", help="any audio or video file")
    parser.add_argument("--customer", metavar="NAME", help="the customer; made if new")
    parser.add_argument("--deal", metavar="NAME", help="the customer's deal; made if new")
    parser.add_argument("--language", choices=("ja", "en", "auto"), default="ja")
    parser.add_argument("--rep-channel", type=int, choices=(0, 1), help="the rep's channel of a two-channel file")
    parser.add_argument("--people", type=int, metavar="N", help="how many speak in a one-channel file (else: by sound)")
    parser.add_argument("--held-on", type=dt.date.fromisoformat, metavar="DATE", help="the day of the meeting")
    parser.add_argument("--export", metavar="PROFILE", help="also write a CSV by this export profile")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the CSV goes")


def run(options: argparse.Namespace) -> int:
    """Process every file; returns 1 when any of them failed."""
    language = wording.user_language()
    if options.deal and not options.customer:
        return _usage("--deal", "--customer")
    if bool(options.export) != bool(options.out):
        return _usage("--export", "--out")
    # A wrong profile is said before the long work, not after it.
    profile = profile_reader.load(options.export) if options.export else None
    with Workspace.open(options.workspace or paths.default_workspace()) as workspace:
        processing = Processing(workspace)
        _resume(workspace, processing, language)
        imported, has_failed = _import(workspace, processing, options, language)
        meetings = [each.meeting.id for each in imported]
        finished, fails = read_and_tell(workspace, processing, meetings, as_json=options.json)
        has_failed = has_failed or fails
        if profile and finished:
            _export(workspace, profile, options, tuple(MeetingId(result["id"]) for result in finished))
    return 1 if has_failed else 0


def read_and_tell(
    workspace: Workspace, processing: Processing, meetings: Sequence[MeetingId], *, as_json: bool
) -> tuple[list[codec.Json], bool]:
    """Run the queue and print what came of these meetings; returns the finished ones, and whether any job failed."""
    language = wording.user_language()
    has_failed = _tell_failures(workspace, _run(workspace, processing, language), language)
    results = [_result(workspace, meeting_id) for meeting_id in dict.fromkeys(meetings)]
    finished = [result for result in results if result]
    if as_json:
        print(json.dumps(finished, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(f"# {result['title']}\n\n{result['summary']}".strip() for result in finished))
    return finished, has_failed


def _usage(option: str, needed: str) -> int:
    print(f"insight-desktop process: {option} ↔ {needed}", file=sys.stderr)
    return 2


def _resume(workspace: Workspace, processing: Processing, language: str) -> None:
    """Put what a crash or Ctrl-C cut off into the queue again."""
    processing.claim()
    for job in workspace.jobs.pending():
        if job.state is JobState.INTERRUPTED:
            processing.retry(job.id)
            _notice("resumed", language, name=_title(workspace, job.meeting_id))


def _import(
    workspace: Workspace, processing: Processing, options: argparse.Namespace, language: str
) -> tuple[list[Imported], bool]:
    customer, deal = _customer(workspace, options) if options.audio else (None, None)
    wanted = ImportOptions(
        language=options.language,
        customer_id=customer,
        deal_id=deal,
        rep_channel=options.rep_channel,
        people=options.people,
        held_on=options.held_on,
    )
    imported, has_failed = [], False
    for path in options.audio:
        line = ProgressLine(path.name, language)
        try:
            each = processing.import_audio(path, wanted, advanced=line.importing)
        except KnownError as error:
            if options.debug:
                raise
            line.say(wording.sentence(error, language))
            has_failed = True
            continue
        line.close()
        imported.append(each)
        for warning in each.warnings:
            line.say(wording.sentence(warning, language))
        if each.is_duplicate:
            _notice("already_there", language, name=path.name)
    return imported, has_failed


def _customer(workspace: Workspace, options: argparse.Namespace) -> tuple[CustomerId | None, DealId | None]:
    if not options.customer:
        return None, None
    customer = workspace.customers.find_or_make(options.customer)
    deal = workspace.customers.find_or_make_deal(customer.id, options.deal) if options.deal else None
    return customer.id, deal.id if deal else None


def _run(workspace: Workspace, processing: Processing, language: str) -> Sequence[Job]:
    """Run the queue, showing progress."""
    lines: dict[str, ProgressLine] = {}

    def happened(job: Job, event: PipelineEvent) -> None:
        lines.setdefault(job.id, ProgressLine(_title(workspace, job.meeting_id), language)).show(event)

    try:
        ended = run_queue(workspace, processing, happened=happened)
    finally:
        for line in lines.values():
            line.close()
    for job in ended:
        if job.state is JobState.DONE:
            turns = len(workspace.transcripts.current(job.meeting_id))
            _notice("done" if turns else "nothing_said", language, name=_title(workspace, job.meeting_id), turns=turns)
    return ended


def _tell_failures(workspace: Workspace, ended: Sequence[Job], language: str) -> bool:
    failed = [job for job in ended if job.state is not JobState.DONE]
    for job in failed:
        code = ErrorCode(job.error_code) if job.error_code else ErrorCode.CANCELLED
        sentence = wording.sentence(KnownError(code, **dict(job.error_params)), language)
        print(f"{_title(workspace, job.meeting_id)}: {sentence}", file=sys.stderr)
    return bool(failed)


def _result(workspace: Workspace, meeting_id: MeetingId) -> codec.Json | None:
    """Return the analysis JSON of a finished meeting, None for one that is not."""
    stored = workspace.analyses.load(meeting_id)
    transcript = workspace.transcripts.transcript(meeting_id)
    jobs = workspace.jobs.of_meeting(meeting_id)
    if stored is None or transcript is None or not jobs:
        return None
    request = Processing(workspace).request(jobs[0].id)
    conversation = conversation_of(request, transcript.segments, transcript.language)
    return codec.analysis_to_json(conversation, stored.analysis)


def _export(
    workspace: Workspace, profile: Profile, options: argparse.Namespace, meetings: tuple[MeetingId, ...]
) -> None:
    request = ExportRequest(profile=profile, meeting_ids=meetings, with_unchanged=True)
    written = export_meetings(workspace, request, options.out, now=dt.datetime.now(dt.UTC).astimezone())
    report(written.report)
    for file in written.files:
        print(file.path, file=sys.stderr)


def _title(workspace: Workspace, meeting_id: MeetingId) -> str:
    meeting = workspace.meetings.get(meeting_id)
    return meeting.title if meeting else meeting_id


def _notice(key: str, language: str, **values: object) -> None:
    print(wording.NOTICES[key][language].format(**values), file=sys.stderr)
