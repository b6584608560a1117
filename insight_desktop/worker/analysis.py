"""The analysis process: takes one recording at a time through the pipeline and says what comes of it.

It may die at any time; whoever started it stores each event as it comes and starts it again from there.
"""

import gc
import time

from insight_desktop import __version__, pipeline
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.events import Advanced, PipelineEvent
from insight_desktop.domain.request import ProcessRequest
from insight_desktop.settings.file import SettingsFile
from insight_desktop.worker.channel import Channel
from insight_desktop.worker.messages import Cancelled, Failed, Finished, Hello, Start
from insight_desktop.worker.models import child_models

ROLE = "analysis"
_LEAST_PAUSE_S = 0.1
"""Progress is told at most ten times a second."""


def run() -> int:
    """Serve jobs until the input closes."""
    channel = Channel.open(Hello(role=ROLE, version=__version__))
    for message in channel.messages():
        if isinstance(message, Start):
            _serve(channel, message.job_id, message.request)
    return 0


def _serve(channel: Channel, job_id: str, request: ProcessRequest) -> None:
    channel.begin(if_stuck=Cancelled(job_id=job_id))
    with child_models(SettingsFile().load().settings.transcription.model) as models:
        events = pipeline.process(request, models)
        try:
            told_at = 0.0
            for event in events:
                if channel.is_cancelled:
                    channel.send(Cancelled(job_id=job_id))
                    break
                if _is_due(event, told_at):
                    channel.send(event)
                    told_at = time.monotonic() if isinstance(event, Advanced) else told_at
            else:
                channel.send(Finished(job_id=job_id))
        except KnownError as error:
            channel.send(Failed(job_id=job_id, code=error.code, params=error.params))
        finally:
            channel.finish()
            events.close()  # type: ignore[attr-defined]
    gc.collect()


def _is_due(event: PipelineEvent, told_at: float) -> bool:
    if not isinstance(event, Advanced):
        return True
    return event.done_s >= event.total_s or time.monotonic() - told_at >= _LEAST_PAUSE_S
