"""Joins what was said with who spoke when, and puts it into turns; pure.

No word is ever lost or moved: each goes to the speaker who talks at that time, and a segment is divided where the
speaker changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from insight_desktop.domain.speaker import Diarization, SpeakerLabel, SpeakerTurn
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, Word

_NEAR_S = 1.0
"""A word in no turn goes to a turn this near."""
_LONE_S = 0.35
"""A shorter change to another speaker and back, inside one breath, is an error of the diarization."""
_PAUSE_S = 2.0
_BACKCHANNEL_S = 1.2
"""A turn goes on over a はい or mm-hm of the other side that is shorter than this."""
_LONGEST_TURN_S = 40.0
_STOPS = "。.!?！？…"
_SPACELESS = ("ja", "zh")


def attribute(segments: Sequence[Segment], diarization: Diarization) -> tuple[Segment, ...]:
    """Give each segment its speaker; a segment of several speakers becomes several."""
    turns = sorted(diarization.turns, key=lambda turn: turn.span.start)
    return tuple(part for segment in segments for part in _divided(segment, turns))


def as_turns(segments: Iterable[Segment], language: str) -> tuple[Segment, ...]:
    """Join the segments of a speaker into turns, in order of their start."""
    ordered = sorted(segments, key=lambda segment: (segment.span.start, segment.span.end))
    turns: list[Segment] = []
    for segment in ordered:
        last = _last_of(turns, segment.speaker)
        if last is not None and _goes_on(turns[last], segment, turns[last + 1 :]):
            turns[last] = _joined(turns[last], segment, language)
        else:
            turns.append(segment)
    return tuple(turns)


def _divided(segment: Segment, turns: Sequence[SpeakerTurn]) -> list[Segment]:
    if not turns:
        return [segment]
    if not segment.words:
        speaker, share = _speaker_of(segment.span, turns)
        return [replace(segment, speaker=speaker, speaker_confidence=share)]
    found = [(word, *_speaker_of(word.span, turns)) for word in segment.words]
    labels = _without_lone_words([(word, label) for word, label, _ in found])
    parts = []
    numbered = enumerate(zip(found, labels, strict=True))
    for label, group in groupby(numbered, key=lambda item: item[1][1]):
        members = [item[1][0] for item in group]
        words = tuple(word for word, _, _ in members)
        agreeing = [share if own == label else 0.0 for _, own, share in members]
        text = "".join(word.text for word in words).strip()
        parts.append(
            replace(
                segment,
                span=_span(words),
                text=text,
                words=words,
                speaker=label,
                speaker_confidence=round(sum(agreeing) / len(agreeing), 3),
            )
        )
    return [part for part in parts if part.text] or [segment]


def _speaker_of(span: TimeSpan, turns: Sequence[SpeakerTurn]) -> tuple[SpeakerLabel | None, float]:
    """Return who talks most during a span, and the share of the span that is theirs."""
    shares: dict[SpeakerLabel, float] = {}
    for turn in turns:
        if turn.span.start > span.end:
            break
        if (overlap := turn.span.overlap(span)) > 0:
            shares[turn.speaker] = shares.get(turn.speaker, 0.0) + overlap
    if shares:
        speaker = max(shares, key=lambda label: shares[label])
        return speaker, round(shares[speaker] / sum(shares.values()), 3)
    nearest = min(turns, key=lambda turn: _distance(turn.span, span))
    return nearest.speaker, 0.5 if _distance(nearest.span, span) <= _NEAR_S else 0.0


def _without_lone_words(labels: list[tuple[Word, SpeakerLabel | None]]) -> list[SpeakerLabel | None]:
    runs = [(label, [word for word, _ in group]) for label, group in groupby(labels, key=lambda item: item[1])]
    mended: list[SpeakerLabel | None] = []
    for at, (label, words) in enumerate(runs):
        is_inside = 0 < at < len(runs) - 1 and runs[at - 1][0] == runs[at + 1][0]
        is_lone = is_inside and _span(words).duration < _LONE_S
        mended.extend([runs[at - 1][0] if is_lone else label] * len(words))
    return mended


def _last_of(turns: Sequence[Segment], speaker: SpeakerLabel | None) -> int | None:
    return next((at for at in range(len(turns) - 1, -1, -1) if turns[at].speaker == speaker), None)


def _goes_on(turn: Segment, segment: Segment, between: Sequence[Segment]) -> bool:
    """Tell whether a segment continues its speaker's turn, over short murmurs of others at most."""
    if turn.channel != segment.channel or segment.span.start - turn.span.end > _PAUSE_S:
        return False
    if bool(turn.words) != bool(segment.words):
        # A line that the user wrote anew cannot be divided again, nor could what it is joined with.
        return False
    if any(other.span.duration > _BACKCHANNEL_S for other in between):
        return False
    return turn.span.union(segment.span).duration <= _LONGEST_TURN_S


def _joined(turn: Segment, segment: Segment, language: str) -> Segment:
    between = "" if language in _SPACELESS else " "
    stop = "。" if language == "ja" and turn.text[-1:] not in (*_STOPS, "、", ",") else ""
    words = turn.words
    if stop and words:
        # Words and text stay the same letters, so that a click on a letter finds its sound.
        words = (*words[:-1], replace(words[-1], text=words[-1].text + stop))
    length = max(turn.span.duration + segment.span.duration, 1e-6)
    return replace(
        turn,
        span=turn.span.union(segment.span),
        text=f"{turn.text}{stop}{between}{segment.text}",
        words=words + segment.words,
        confidence=_mean(turn.confidence, segment.confidence, turn.span.duration / length),
        speaker_confidence=_mean(turn.speaker_confidence, segment.speaker_confidence, turn.span.duration / length),
    )


def _mean(first: float, second: float, weight: float) -> float:
    return round(weight * first + (1 - weight) * second, 3)


def _distance(first: TimeSpan, second: TimeSpan) -> float:
    return max(0.0, first.start - second.end, second.start - first.end)


def _span(words: Sequence[Word]) -> TimeSpan:
    return TimeSpan(start=min(word.span.start for word in words), end=max(word.span.end for word in words))
