"""Drops what the microphone heard from the loudspeaker: the customer's words are the customer's only; pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, Word

Loudness = Callable[[int, TimeSpan], float]
"""Decibels of a channel during a span."""

_LOUDER_DB = 6.0
"""The other channel is at least this much louder where a word is its echo."""
_FAINT_DB = 12.0
"""A segment this much fainter than its channel usually is, under a louder other channel, is an echo by loudness."""
_REACH_S = 0.6
_ALIKE = 0.6
_TELLING_RUN = 4
"""So many letters in a row are hardly the same by chance."""
_TYPICAL = 0.7
"""Quantile of a channel's segments that says how loud its own speaker is."""


def without_echo(segments: Sequence[Segment], loudness: Loudness) -> tuple[Segment, ...]:
    """Return the segments without words that another, louder channel says at the same time."""
    channels = {segment.channel for segment in segments if segment.channel is not None}
    if len(channels) < 2:  # noqa: PLR2004
        return tuple(segments)
    typical = {channel: _typical(channel, segments, loudness) for channel in channels}
    return tuple(kept for segment in segments if (kept := _without_echo(segment, segments, typical, loudness)))


def _without_echo(
    segment: Segment, segments: Sequence[Segment], typical: dict[int, float], loudness: Loudness
) -> Segment | None:
    others = [
        other
        for other in segments
        if other.channel is not None and other.channel != segment.channel and _overlaps(other.span, segment.span)
    ]
    if segment.channel is None or not others:
        return segment
    words = [Word(span=segment.span, text=segment.text)] if not segment.words else list(segment.words)
    alike = _alike(words, others)
    drowned = [_is_drowned(word, segment.channel, others, loudness) for word in words]
    # Loudness alone condemns only a whole segment: the first word of a sentence often reaches back into the silence
    # before it, where the other side is the louder one.
    faint = all(
        is_drowned and typical[segment.channel] - loudness(segment.channel, word.span) >= _FAINT_DB
        for word, is_drowned in zip(words, drowned, strict=True)
    )
    kept = [word for at, word in enumerate(words) if not (faint or (drowned[at] and alike[at]))]
    if len(kept) == len(words):
        return segment
    if not kept or not segment.words:
        return None
    text = "".join(word.text for word in kept).strip()
    if not any(letter.isalnum() for letter in text):
        return None
    span = TimeSpan(start=min(w.span.start for w in kept), end=max(w.span.end for w in kept))
    return replace(segment, span=span, text=text, words=tuple(kept))


def _is_drowned(word: Word, channel: int, others: Sequence[Segment], loudness: Loudness) -> bool:
    """Tell whether another channel speaks during a word and is clearly louder."""
    own = loudness(channel, word.span)
    return any(
        other.channel is not None
        and _overlaps(other.span, word.span)
        and loudness(other.channel, word.span) - own >= _LOUDER_DB
        for other in others
    )


def _alike(words: Sequence[Word], others: Sequence[Segment]) -> list[bool]:
    """Tell for each word whether most of its letters are also said by the other side."""
    letters = [(letter, at) for at, word in enumerate(words) for letter in word.text.casefold() if letter.isalnum()]
    text = "".join(letter for letter, _ in letters)
    said = "".join(letter for other in others for letter in other.text.casefold() if letter.isalnum())
    blocks = SequenceMatcher(None, text, said, autojunk=False).get_matching_blocks()
    is_mostly = sum(block.size for block in blocks if block.size > 1) >= _ALIKE * max(1, len(letters))
    # Short runs such as です are in every sentence; they count only where nearly all is alike.
    shortest = 2 if is_mostly else _TELLING_RUN
    total, shared = Counter(at for _, at in letters), Counter[int]()
    for block in blocks:
        if block.size >= shortest:
            shared.update(at for _, at in letters[block.a : block.a + block.size])
    return [total[at] > 0 and (is_mostly or shared[at] >= _ALIKE * total[at]) for at in range(len(words))]


def _typical(channel: int, segments: Sequence[Segment], loudness: Loudness) -> float:
    levels = sorted(loudness(channel, segment.span) for segment in segments if segment.channel == channel)
    return levels[int(_TYPICAL * (len(levels) - 1))]


def _overlaps(first: TimeSpan, second: TimeSpan) -> bool:
    return first.start < second.end + _REACH_S and second.start < first.end + _REACH_S
