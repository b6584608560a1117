"""A transcript as plain text, SRT or WebVTT."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from insight_desktop import wording
from insight_desktop.domain.speaker import Role, Speaker, SpeakerLabel, role_of
from insight_desktop.domain.transcript import Segment, Transcript

_SHORTEST_CUE_S = 0.2
_LINE_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029\x0b\x0c\x85]+\s*")
_SIDES = {
    "ja": {Role.REP: "自社", Role.CUSTOMER: "顧客", Role.UNKNOWN: "話者"},
    "en": {Role.REP: "Rep", Role.CUSTOMER: "Customer", Role.UNKNOWN: "Speaker"},
}


def text(transcript: Transcript, speakers: Sequence[Speaker] = ()) -> str:
    """Return one line a segment: `[mm:ss] speaker: text`."""
    names = speaker_names(transcript, speakers)
    return "".join(
        f"[{wording.clock(segment.span.start)}] {_named(segment, names)}{_one_line(segment.text)}\n"
        for segment in transcript.segments
    )


def srt(transcript: Transcript, speakers: Sequence[Speaker] = ()) -> str:
    """Return the transcript as SubRip subtitles."""
    names = speaker_names(transcript, speakers)
    return "\n".join(
        f"{number}\n{_stamp(start, ',')} --> {_stamp(end, ',')}\n{_named(segment, names)}{_one_line(segment.text)}\n"
        for number, (segment, start, end) in enumerate(_cues(transcript), start=1)
    )


def vtt(transcript: Transcript, speakers: Sequence[Speaker] = ()) -> str:
    """Return the transcript as WebVTT, speakers as voice tags."""
    names = speaker_names(transcript, speakers)
    cues = [
        f"{_stamp(start, '.')} --> {_stamp(end, '.')}\n{_voice(segment, names)}{_escaped(segment.text)}\n"
        for segment, start, end in _cues(transcript)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def speaker_names(transcript: Transcript, speakers: Sequence[Speaker]) -> dict[SpeakerLabel, str]:
    """Return what to call each speaker: the name, or the side with a number where a side has several people."""
    sides = _SIDES["en" if transcript.language.startswith("en") else "ja"]
    known = {speaker.label: speaker.name for speaker in speakers if speaker.name}
    labels = dict.fromkeys(segment.speaker for segment in transcript.segments if segment.speaker)
    names: dict[SpeakerLabel, str] = {}
    counts: dict[Role, int] = {}
    for label in labels:
        role = role_of(label)
        counts[role] = counts.get(role, 0) + 1
        numbered = counts[role] > 1 or role is Role.UNKNOWN
        names[label] = known.get(label) or (f"{sides[role]} {counts[role]}" if numbered else sides[role])
    return names


def _cues(transcript: Transcript) -> Iterator[tuple[Segment, float, float]]:
    """Yield segments in order of time; a cue never ends before it starts."""
    for segment in sorted(transcript.segments, key=lambda each: each.span.start):
        yield segment, segment.span.start, max(segment.span.end, segment.span.start + _SHORTEST_CUE_S)


def _named(segment: Segment, names: Mapping[SpeakerLabel, str]) -> str:
    return f"{_one_line(names[segment.speaker])}: " if segment.speaker else ""


def _voice(segment: Segment, names: Mapping[SpeakerLabel, str]) -> str:
    return f"<v {_escaped(names[segment.speaker])}>" if segment.speaker else ""


def _one_line(words: str) -> str:
    """Return text without line breaks: an empty line would end a cue."""
    return _LINE_BREAKS.sub(" ", words).strip()


def _escaped(words: str) -> str:
    """Return text as WebVTT takes it; `-->` would begin a new cue."""
    return _one_line(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stamp(seconds: float, point: str) -> str:
    whole, milliseconds = divmod(round(dt.timedelta(seconds=seconds) / dt.timedelta(milliseconds=1)), 1000)
    hours, rest = divmod(whole, 3600)
    return f"{hours:02}:{rest // 60:02}:{rest % 60:02}{point}{milliseconds:03}"
