"""`recover`: finishes recordings that a crash cut off, and puts jobs that it interrupted into the queue again."""

import argparse
import json
from dataclasses import asdict, dataclass

from insight_desktop import paths, recordings, wording
from insight_desktop.processing import Processing
from insight_desktop.store.workspace import Workspace

SUMMARY = "途中で切れた録音と処理を救う / finish what a crash cut off"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recovered:
    meeting: str
    title: str
    seconds: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing besides the common arguments."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Recover what there is and print it; nothing to recover is a good result."""
    with Workspace.open(options.workspace or paths.default_workspace()) as workspace:
        processing = Processing(workspace)
        interrupted = [processing.retry(job.id) for job in processing.claim()]
        kept = recordings.recover(workspace)
    found = [
        _Recovered(meeting=each.imported.meeting.id, title=each.imported.meeting.title, seconds=round(each.seconds, 1))
        for each in kept
    ]
    if options.json:
        jobs = [job.id for job in interrupted]
        print(json.dumps({"recordings": [asdict(each) for each in found], "jobs": jobs}, ensure_ascii=False))
        return 0
    for each in found:
        print(f"{wording.clock(each.seconds)}  {each.title}  {each.meeting}")
    ja = wording.user_language() == "ja"
    print(
        f"録音 {len(found)} 件を救い、処理 {len(interrupted)} 件を続けられるようにしました。"
        if ja
        else f"{len(found)} recordings recovered, {len(interrupted)} jobs ready to go on."
    )
    return 0
