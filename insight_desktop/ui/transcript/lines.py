"""What the transcript shows: one line a segment, with words placed in the text. Pure; made off the main thread."""

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from insight_desktop.domain.insight import LabelledTurn, Sentiment, SignalScore
from insight_desktop.domain.speaker import Role, Speaker, SpeakerLabel, role_of
from insight_desktop.domain.transcript import Segment, StoredSegment

UNSURE_WORD = 0.5
UNSURE_SPEAKER = 0.6
_SPEAKER_COLOURS = {Role.REP: "rep", Role.CUSTOMER: "customer", Role.UNKNOWN: "text_2"}


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word: when it is said and which characters of the line it is."""

    start: float
    end: float
    first: int
    last: int
    is_unsure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the transcript."""

    id: str
    position: int
    start: float
    end: float
    label: SpeakerLabel | None
    speaker: Speaker | None
    ink: str
    """The token of the speaker's colour."""
    shows_speaker: bool
    """False where the line before is of the same speaker."""
    is_speaker_unsure: bool
    text: str
    words: tuple[PlacedWord, ...]
    signals: tuple[SignalScore, ...] = ()
    sentiment: Sentiment = Sentiment.NEUTRAL
    is_edited: bool = False
    has_sound: bool = True
    """False for what was written."""

    def word_at(self, character: int) -> PlacedWord | None:
        """Return the word of a character, or the nearest before it."""
        place = bisect.bisect_right([word.first for word in self.words], character) - 1
        return self.words[place] if place >= 0 else None

    def word_playing(self, seconds: float) -> PlacedWord | None:
        """Return the word that is said at a time."""
        place = bisect.bisect_right([word.start for word in self.words], seconds) - 1
        if place < 0:
            return None
        word = self.words[place]
        return word if seconds < max(word.end, word.start + 0.1) else None


def place_words(segment: Segment) -> tuple[PlacedWord, ...]:
    """Find each word in the text from left to right; words that the user changed are not placed."""
    placed, cursor = [], 0
    for word in segment.words:
        wanted = word.text.strip()
        first = segment.text.find(wanted, cursor) if wanted else -1
        if first < 0 or first - cursor > len(wanted) + 12:
            continue
        cursor = first + len(wanted)
        unsure = word.confidence < UNSURE_WORD
        placed.append(PlacedWord(word.span.start, word.span.end, first, cursor, unsure))
    return tuple(placed)


def line_of(
    segment: Segment, *, identity: str, position: int, speaker: Speaker | None, before: SpeakerLabel | None
) -> Line:
    """Return the line of a segment that is not analysed yet."""
    label = segment.speaker
    role = speaker.role if speaker and speaker.role is not Role.UNKNOWN else role_of(label) if label else Role.UNKNOWN
    ink = _SPEAKER_COLOURS[role]
    if role is Role.CUSTOMER and label and any(c.isdigit() for c in label):
        ink = "customer_2"
    sure = min(segment.speaker_confidence, speaker.confidence if speaker else 1.0)
    return Line(
        id=identity,
        position=position,
        start=segment.span.start,
        end=segment.span.end,
        label=label,
        speaker=speaker,
        ink=ink,
        shows_speaker=position == 0 or before != label,
        is_speaker_unsure=sure < UNSURE_SPEAKER,
        text=segment.text,
        words=place_words(segment),
    )


def lines_of(
    stored: Sequence[StoredSegment],
    speakers: Mapping[SpeakerLabel, Speaker],
    turns: Sequence[LabelledTurn] = (),
    *,
    has_sound: bool = True,
) -> tuple[Line, ...]:
    """Return all lines of a meeting."""
    turn_at = {turn.index: turn for turn in turns}
    lines: list[Line] = []
    before: SpeakerLabel | None = None
    for place, each in enumerate(stored):
        segment = each.segment
        label = segment.speaker
        line = line_of(segment, identity=each.id, position=place, speaker=_speaker_of(label, speakers), before=before)
        turn = turn_at.get(place)
        if turn is not None or each.is_edited or not has_sound:
            line = replace(
                line,
                has_sound=has_sound,
                signals=turn.labels if turn else (),
                sentiment=turn.sentiment if turn else Sentiment.NEUTRAL,
                is_edited=each.is_edited,
            )
        lines.append(line)
        before = label
    return tuple(lines)


def grown(
    shown: Sequence[Line], stored: Sequence[StoredSegment], speakers: Mapping[SpeakerLabel, Speaker]
) -> tuple[Line, ...]:
    """Return the lines of a transcript that goes on, in order of time; lines that stay as they are, are the same."""
    fresh = [
        line_of(
            each.segment,
            identity=each.id,
            position=each.position,
            speaker=_speaker_of(each.segment.speaker, speakers),
            before=None,
        )
        for each in stored
    ]
    lines = sorted((*shown, *fresh), key=lambda line: line.start)
    for place, line in enumerate(lines):
        shows = place == 0 or lines[place - 1].label != line.label
        if line.position != place or line.shows_speaker is not shows:
            lines[place] = replace(line, position=place, shows_speaker=shows)
    return tuple(lines)


def _speaker_of(label: SpeakerLabel | None, speakers: Mapping[SpeakerLabel, Speaker]) -> Speaker | None:
    return (speakers.get(label) or Speaker(label=label, role=role_of(label))) if label else None
