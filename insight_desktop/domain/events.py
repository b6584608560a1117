"""What the pipeline yields while it works; each event can cross a process."""

from dataclasses import dataclass, field

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.errors import ErrorCode
from insight_desktop.domain.job import Stage
from insight_desktop.domain.speaker import Speaker
from insight_desktop.domain.transcript import Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStarted:
    """A stage began; `total_s` is its length in seconds of audio, or in turns where nothing was spoken."""

    stage: Stage
    total_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Advanced:
    """A stage reached `done_s`, in the measure of its beginning."""

    stage: Stage
    done_s: float
    total_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentReady:
    """One more segment was transcribed; to be stored at once."""

    segment: Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakersReady:
    """Segments split and labelled by speaker; they replace the segments that came one by one."""

    segments: tuple[Segment, ...]
    speakers: tuple[Speaker, ...]
    is_count_sure: bool = True
    """False where the user should be asked how many people spoke."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisReady:
    """The meeting was understood; turn i is segment i."""

    analysis: Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class StageDone:
    """A stage ended."""

    stage: Stage
    model: str = ""
    """Name and version of the model that did it, or empty."""
    language: str = ""
    """The language that the transcription found or was told; empty for other stages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """Something went less well than it should, such as a file that is cut off; the work goes on."""

    code: ErrorCode
    params: dict[str, str] = field(default_factory=dict)


PipelineEvent = StageStarted | Advanced | SegmentReady | SpeakersReady | AnalysisReady | StageDone | Warned
