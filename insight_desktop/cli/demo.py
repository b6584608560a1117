"""`demo`: makes the demo workspace: the sample calls processed for real, by the same path as `process`."""

import argparse
import datetime as dt
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from insight_desktop import importing, paths, wording
from insight_desktop.cli.progress import ProgressLine
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.events import PipelineEvent
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.job import Job, JobState
from insight_desktop.domain.meeting import Channel
from insight_desktop.processing import ImportOptions, Processing
from insight_desktop.store.workspace import Workspace
from insight_desktop.worker.running import run_queue

SUMMARY = "Makes the demo workspace: sample calls with their customers and catalogues, processed for real."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A bundled call and what a salesperson would know of it."""

    file: str
    language: str
    title: str
    customer: str
    deal: str
    rep: str
    channel: Channel
    days_ago: int


SAMPLES = (
    Sample(
        file="demo-ja.opus",
        language="ja",
        title="北沢部品 半年の振り返り",
        customer="北沢部品株式会社",
        deal="プロプランへの移行",
        rep="森田",
        channel=Channel.WEB,
        days_ago=2,
    ),
    Sample(
        file="demo-en.opus",
        language="en",
        title="Harbour Plumbing yearly review",
        customer="Harbour Plumbing Ltd.",
        deal="Team plan",
        rep="Alex",
        channel=Channel.PHONE,
        days_ago=1,
    ),
)


def default_folder() -> Path:
    """Return where the demo workspace lies unless it is told otherwise: beside the user's own, never in it."""
    return paths.user_data() / "demo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--language", choices=("ja", "en"), help="only the sample call of this language")


def run(options: argparse.Namespace) -> int:
    """Make the workspace, or finish one that was begun; print the minutes and its folder."""
    language = wording.user_language()
    folder = options.workspace or default_folder()
    samples = [sample for sample in SAMPLES if options.language in (None, sample.language)]
    with Workspace.open(folder) as workspace:
        processing = Processing(workspace)
        processing.claim()
        meetings = fill(workspace, processing, samples)
        lines: dict[str, ProgressLine] = {}

        def happened(job: Job, event: PipelineEvent) -> None:
            lines.setdefault(job.id, ProgressLine(_title(workspace, job.meeting_id), language)).show(event)

        try:
            ended = run_queue(workspace, processing, happened=happened)
        finally:
            for line in lines.values():
                line.close()
        stored = [workspace.analyses.load(meeting) for meeting in meetings]
        written = [each.analysis.summary for each in stored if each]
    failed = [job for job in ended if job.state is not JobState.DONE]
    for job in failed:
        code = ErrorCode(job.error_code) if job.error_code else ErrorCode.CANCELLED
        print(wording.sentence(KnownError(code, **dict(job.error_params)), language), file=sys.stderr)
    if options.json:
        print(json.dumps({"workspace": str(folder), "meetings": meetings}, ensure_ascii=False))
    else:
        for minutes in written:
            print(minutes)
        print(folder)
    return 1 if failed else 0


def fill(workspace: Workspace, processing: Processing, samples: list[Sample]) -> list[MeetingId]:
    """Bring customers, catalogues and recordings in; what is there already is left, and unfinished work goes on."""
    folder = paths.resources() / "samples"
    importing.import_customers(workspace, folder / "demo-customers.csv")
    for sample in samples:
        importing.import_catalogue(workspace, folder / f"demo-{sample.language}.catalog.csv")
    imported = [processing.import_audio(folder / sample.file, _options(workspace, sample)) for sample in samples]
    return [each.meeting.id for each in imported]


def _options(workspace: Workspace, sample: Sample) -> ImportOptions:
    customer = workspace.customers.find_or_make(sample.customer)
    return ImportOptions(
        language=sample.language,
        title=sample.title,
        customer_id=customer.id,
        deal_id=workspace.customers.find_or_make_deal(customer.id, sample.deal).id,
        rep=sample.rep,
        channel=sample.channel,
        rep_channel=0,
        held_on=dt.datetime.now(dt.UTC).astimezone().date() - dt.timedelta(days=sample.days_ago),
    )


def _title(workspace: Workspace, meeting_id: MeetingId) -> str:
    meeting = workspace.meetings.get(meeting_id)
    return meeting.title if meeting else meeting_id
