"""What was said, with times."""

from dataclasses import dataclass

from insight_desktop.domain.ids import SegmentId
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.domain.timespan import TimeSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word as the transcriber returned it; in Japanese a few characters."""

    span: TimeSpan
    text: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One stretch of speech of one speaker."""

    span: TimeSpan
    text: str
    words: tuple[Word, ...] = ()
    speaker: SpeakerLabel | None = None
    channel: int | None = None
    confidence: float = 1.0
    """Probability of the words by the transcriber, 0 to 1."""
    speaker_confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """All segments of a meeting, in order of their start."""

    segments: tuple[Segment, ...]
    language: str
    """BCP-47 tag, `ja` or `en`."""
    model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSegment:
    """A segment as the workspace keeps it; turn i of the analysis is the segment at position i."""

    id: SegmentId
    position: int
    segment: Segment
    original_text: str = ""
    """What the transcriber wrote, kept when the user edits the text."""
    is_edited: bool = False
