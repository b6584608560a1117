"""Who says what in one recording: by its channels, or by its voices; also again, when the user says how many there are.

No Qt, no model library: the diarizer comes from outside.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from insight_desktop.asr.echo import without_echo
from insight_desktop.audio.levels import LevelTrack
from insight_desktop.diarization.attribution import as_turns, attribute
from insight_desktop.diarization.diarizer import Diarizer
from insight_desktop.diarization.roles import RoleDecision, by_wording, decide, surely
from insight_desktop.diarization.voiceprint import recognised
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.events import Advanced, Warned
from insight_desktop.domain.job import Stage
from insight_desktop.domain.request import ProcessRequest
from insight_desktop.domain.speaker import Diarization, Role, Speaker, SpeakerLabel, role_of
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment

_BREATH_S = 0.3
_SEAM_S = 0.15
"""Two parts of one sentence, divided between two people, lie this near."""
_STOPS = "。.!?！？…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The turns of a conversation, and who speaks them."""

    segments: tuple[Segment, ...]
    speakers: tuple[Speaker, ...]
    is_count_sure: bool = True


def by_channels(request: ProcessRequest, segments: Iterable[Segment], language: str, levels: LevelTrack) -> Told:
    """Tell the speakers of a recording with one person a channel."""
    labelled = tuple(
        replace(segment, speaker=_channel_label(segment.channel or 0))
        for segment in without_echo(_in_order(segments), levels.loudness)
    )
    rep = None if request.rep_channel is None else _channel_label(request.rep_channel)
    return _told(labelled, decide(labelled, language, products=_products(request), rep=rep), language)


def by_voices(
    request: ProcessRequest, segments: Iterable[Segment], language: str, diarizer: Callable[[], Diarizer]
) -> Generator[Advanced | Warned, None, Told]:
    """Tell the voices of one channel apart, and which is the rep's; where that fails, guess from the wording."""
    ordered = _in_order(segments)
    if not ordered:
        return Told(segments=(), speakers=())
    try:
        listening = diarizer().diarize(Path(request.audio_path), _speech(ordered), request.people, voice=request.voice)
        found = yield from _advancing(listening, request.total_s)
    except KnownError as error:
        yield Warned(code=error.code, params=error.params)
        guessed = by_wording(ordered, language)
        return _told(guessed, decide(guessed, language, products=_products(request)), language)
    labelled, known = attribute(ordered, found), recognised(found.likeness)
    if request.is_rep_confirmed and (confirmed := _same_voice(request.done, labelled)) is not None:
        known = (confirmed, 1.0)
    decision = decide(labelled, language, products=_products(request), rep=known[0] if known else None)
    decision = decision if known is None else surely(decision, known[1])
    return replace(_told(labelled, decision, language), is_count_sure=found.is_count_sure)


def _advancing(
    listening: Generator[float, None, Diarization], total_s: float
) -> Generator[Advanced, None, Diarization]:
    while True:
        try:
            done_s = next(listening)
        except StopIteration as end:
            found: Diarization = end.value
            return found
        yield Advanced(stage=Stage.DIARIZE, done_s=done_s, total_s=total_s)


def to_tell_anew(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return a finished transcript as it was before anybody was told apart.

    What was divided within a breath is whole again. A line that the user has written anew is not divided: its words, by
    which that is done, are the machine's.
    """
    found: list[Segment] = []
    for segment in segments:
        words = segment.words if _is_as_heard(segment) else ()
        bare = replace(segment, speaker=None, speaker_confidence=0.0, words=words)
        if found and _were_one(found[-1], bare):
            text = "".join(word.text for word in found[-1].words + words).strip()
            span = found[-1].span.union(bare.span)
            found[-1] = replace(found[-1], span=span, text=text, words=found[-1].words + words)
        else:
            found.append(bare)
    return tuple(found)


def _were_one(before: Segment, segment: Segment) -> bool:
    pause = segment.span.start - before.span.end
    is_open = before.text[-1:] not in _STOPS
    return bool(before.words and segment.words) and before.channel == segment.channel and is_open and pause < _SEAM_S


def _is_as_heard(segment: Segment) -> bool:
    heard = "".join(word.text for word in segment.words)
    return "".join(heard.split()) == "".join(segment.text.split())


def _same_voice(before: Sequence[Segment], after: Sequence[Segment]) -> SpeakerLabel | None:
    """Return the label that now stands for the voice that was the rep's."""
    rep = [segment.span for segment in before if segment.speaker and role_of(segment.speaker) is Role.REP]
    shared: dict[SpeakerLabel, float] = {}
    for segment in after:
        if segment.speaker is not None:
            overlap = sum(segment.span.overlap(span) for span in rep)
            shared[segment.speaker] = shared.get(segment.speaker, 0.0) + overlap
    best = max(shared, key=lambda label: shared[label], default=None)
    return best if best is not None and shared[best] > 0 else None


def _told(segments: Sequence[Segment], decision: RoleDecision, language: str) -> Told:
    named = tuple(_named(segment, decision) for segment in segments)
    speakers = tuple({speaker.label: speaker for speaker in decision.speakers.values()}.values())
    return Told(segments=as_turns(named, language), speakers=speakers)


def _in_order(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    return tuple(sorted(segments, key=lambda segment: (segment.span.start, segment.channel or 0)))


def _products(request: ProcessRequest) -> list[str]:
    return [product.name for product in request.catalogue]


def _channel_label(channel: int) -> SpeakerLabel:
    return SpeakerLabel(f"SPEAKER_{channel:02}")


def _speech(segments: Iterable[Segment]) -> list[TimeSpan]:
    """Return where words are, with breaths between them."""
    spans: list[TimeSpan] = []
    for segment in segments:
        for span in [word.span for word in segment.words] or [segment.span]:
            if spans and span.start - spans[-1].end < _BREATH_S:
                spans[-1] = spans[-1].union(span)
            else:
                spans.append(span)
    return [span for span in spans if span.duration > 0]


def _named(segment: Segment, decision: RoleDecision) -> Segment:
    speaker = decision.speakers.get(segment.speaker or "")
    if speaker is None:
        return segment
    confidence = round(segment.speaker_confidence * speaker.confidence, 3)
    return replace(segment, speaker=speaker.label, speaker_confidence=confidence)
