"""Transcripts of every accepted form become a `Conversation`: our JSON, WebVTT, SubRip, and lines `Speaker: text`.

What an analysis would find (labels, sentiment, insights, facts, next steps, suggestions) is never read.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from insight_desktop import paths, wording
from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.insights.sides import side_word, sides_of

SUFFIXES = (".json", ".vtt", ".srt", ".txt")

_ENCODINGS = ("utf-8-sig", "cp932")
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z]")

_TIME = r"(?:(\d+):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?"
_CUE = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}")
_VOICE = re.compile(r"^<v(?:\.[^ >]*)?\s+([^>]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<\d[^>]*>")
_STAMP = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?"
_LINE = re.compile(rf"^\s*(?:{_STAMP}\s*)?([^:：。、?？!！\n]{{1,40}}?)\s*(?:{_STAMP}\s*)?[:：](?!//)\s*(\S.*)$")
_GAP_S = 1.0
_LONGEST_JOINED = 160
_SENTENCE_END = tuple("。.!?!?…」")


class Fault(StrEnum):
    """Why a transcript cannot be read; worded in `wording.TRANSCRIPT_FAULTS`."""

    NOT_AN_OBJECT = "not_an_object"
    NOT_JSON = "not_json"
    TOO_DEEP = "too_deep"
    NOT_TEXT = "not_text"
    IS_FOLDER = "is_folder"
    NO_TURNS = "no_turns"
    TURN_INCOMPLETE = "turn_incomplete"
    TURN_BACKWARDS = "turn_backwards"
    NO_DATE = "no_date"
    NO_CUES = "no_cues"
    NO_SPEAKER_LINES = "no_speaker_lines"


class TranscriptFormatError(ValueError):
    """What stands in a transcript cannot be read.

    Args:
        fault: why.
        at: which turn, line or field.

    """

    def __init__(self, fault: Fault, *, at: object = "") -> None:
        """Keep the fault and its place."""
        self.fault, self.at = fault, at
        super().__init__(fault.value, at)

    @property
    def reason(self) -> str:
        """The fault in the user's language."""
        return wording.TRANSCRIPT_FAULTS[self.fault.value][wording.user_language()].format(at=self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTranscript:
    """A call, the names of those who speak, and how sure it is which of them is the rep."""

    talk: Conversation
    names: Mapping[SpeakerLabel, str] = field(default_factory=dict)
    confidence: float = 1.0


def conversation_from_json(data: object, *, fallback_id: str) -> Conversation:
    """Read a call; everything but `turns[].speaker` and `turns[].text` may be missing.

    Raises:
        TranscriptFormatError: the shape is not that of a call.

    """
    if not isinstance(data, Mapping):
        raise TranscriptFormatError(Fault.NOT_AN_OBJECT)
    rows = data.get("turns")
    if not isinstance(rows, Sequence) or isinstance(rows, str) or not rows:
        raise TranscriptFormatError(Fault.NO_TURNS)
    turns = tuple(_turn(index, row) for index, row in enumerate(rows))
    language = data.get("lang") or data.get("language")
    return Conversation(
        id=_text(data.get("id")) or fallback_id,
        language=language if language in ("ja", "en") else language_of(turn.text for turn in turns),
        turns=turns,
        held_on=_date(data.get("held_on"), "held_on"),
        title=_text(data.get("title")),
        channel=_text(data.get("channel")),
        rep=_text(data.get("rep")),
        customer=_customer(data.get("customer")),
        catalog=_text(data.get("catalog")),
    )


def _turn(index: int, row: object) -> Turn:
    if not isinstance(row, Mapping) or not isinstance(row.get("text"), str) or not isinstance(row.get("speaker"), str):
        raise TranscriptFormatError(Fault.TURN_INCOMPLETE, at=index)
    start, end = row.get("start_s"), row.get("end_s")
    span = None
    if isinstance(start, int | float) and isinstance(end, int | float):
        if not 0 <= start <= end:
            raise TranscriptFormatError(Fault.TURN_BACKWARDS, at=index)
        span = TimeSpan(start=float(start), end=float(end))
    return Turn(index=index, speaker=SpeakerLabel(row["speaker"]), text=row["text"], span=span)


def _customer(data: object) -> CustomerContext:
    if not isinstance(data, Mapping):
        return CustomerContext()
    nps = data.get("nps")
    return CustomerContext(
        company=_text(data.get("company")),
        contacts=_texts(data.get("contacts")),
        segment=_text(data.get("segment")),
        current_products=_texts(data.get("current_products")),
        nps=int(nps) if isinstance(nps, int | float) else None,
        renewal_on=_date(data.get("renewal_on"), "renewal_on"),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return ()
    return tuple(item for item in value if isinstance(item, str))


def _date(value: object, name: str) -> dt.date | None:
    if not value:
        return None
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise TranscriptFormatError(Fault.NO_DATE, at=name) from error


def read_transcript(path: Path) -> Conversation:
    """Read one file by its suffix.

    Raises:
        KnownError: the file is missing, may not be opened, or is no transcript; the reason is named.

    """
    return read_named_transcript(path).talk


def read_named_transcript(path: Path, *, reps: Sequence[str] = (), customers: Sequence[str] = ()) -> NamedTranscript:
    """Read one file by its suffix, with the names of those who speak as far as it tells them.

    Args:
        path: the file.
        reps: names of the user and their colleagues, which tell the sides.
        customers: names of people known at customers, which tell them as well.

    Raises:
        KnownError: the file is missing, may not be opened, or is no transcript; the reason is named.

    """
    text = read_text(path)
    try:
        match path.suffix.lower():
            case ".json":
                return NamedTranscript(talk=conversation_from_json(_parsed(text), fallback_id=path.stem))
            case ".vtt" | ".srt":
                rows = _cue_rows(text)
            case _:
                rows = _line_rows(text)
        return _conversation(rows, path.stem, reps, customers)
    except TranscriptFormatError as error:
        raise KnownError(ErrorCode.TRANSCRIPT_UNREADABLE, path=path, reason=error.reason) from error


def read_text(path: Path) -> str:
    """Return the text of a file, whatever its encoding.

    Raises:
        KnownError: the file is missing, empty, may not be opened, or is no text.
    """
    raw = _bytes(path)
    if not raw.strip():
        raise KnownError(ErrorCode.FILE_EMPTY, path=path)
    encodings = ("utf-16",) if raw.startswith(_BYTE_ORDER_MARKS) else _ENCODINGS
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise KnownError(ErrorCode.TRANSCRIPT_UNREADABLE, path=path, reason=TranscriptFormatError(Fault.NOT_TEXT).reason)


def _bytes(path: Path) -> bytes:
    if paths.is_endless(path):
        raise KnownError(ErrorCode.TRANSCRIPT_UNREADABLE, path=path, reason="not_a_file")
    if paths.is_too_large(path):
        raise KnownError(ErrorCode.TRANSCRIPT_UNREADABLE, path=path, reason="too_large")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError(ErrorCode.FILE_MISSING, path=path) from error
    except IsADirectoryError as error:
        raise KnownError(
            ErrorCode.TRANSCRIPT_UNREADABLE, path=path, reason=TranscriptFormatError(Fault.IS_FOLDER).reason
        ) from error
    except PermissionError as error:
        raise KnownError(ErrorCode.PERMISSION_REFUSED, path=path) from error
    except OSError as error:
        raise KnownError(ErrorCode.TRANSCRIPT_UNREADABLE, path=path, reason=error.strerror or "") from error


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise TranscriptFormatError(Fault.NOT_JSON, at=error.lineno) from error
    except RecursionError as error:
        raise TranscriptFormatError(Fault.TOO_DEEP) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A stretch of text with whatever was said about its speaker and times."""

    speaker: str
    text: str
    span: TimeSpan | None = None


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = parts
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + float(f"0.{fraction or 0}")


def _cue_rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    speaker = ""
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n").split("\n")
        at = next((n for n, line in enumerate(lines) if _CUE.match(line)), None)
        if at is None:
            continue
        times = _CUE.match(lines[at])
        assert times is not None  # noqa: S101 -- just matched
        start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
        for line in lines[at + 1 :]:
            words = line.strip()
            if voice := _VOICE.match(words):
                speaker = voice[1].strip()
                words = words[voice.end() :]
            elif named := _LINE.match(words):
                speaker, words = named[1].lstrip("-> ").strip(), named[2]
            words = _TAG.sub("", words).strip()
            if words:
                rows.append(_Row(speaker=speaker, text=words, span=TimeSpan(start=start, end=max(start, end))))
    if not rows:
        raise TranscriptFormatError(Fault.NO_CUES)
    return _joined(rows)


def _joined(rows: Iterable[_Row]) -> list[_Row]:
    """Join cues that cut one sentence of one speaker."""
    result: list[_Row] = []
    for row in rows:
        last = result[-1] if result else None
        if (
            last is not None
            and last.span is not None
            and row.span is not None
            and last.speaker == row.speaker
            and row.span.start - last.span.end <= _GAP_S
            and not last.text.endswith(_SENTENCE_END)
            and len(last.text) + len(row.text) <= _LONGEST_JOINED
        ):
            between = "" if _JAPANESE.search(last.text[-1] + row.text[0]) else " "
            span = TimeSpan(start=last.span.start, end=max(last.span.end, row.span.end))
            result[-1] = _Row(speaker=row.speaker, text=last.text + between + row.text, span=span)
        else:
            result.append(row)
    return result


def _line_rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if named := _LINE.match(line):
            rows.append(_Row(speaker=named[1].strip(), text=named[2].strip()))
        elif rows:
            between = "" if _JAPANESE.search(rows[-1].text[-1] + line.strip()[0]) else " "
            rows[-1] = _Row(speaker=rows[-1].speaker, text=rows[-1].text + between + line.strip())
    if not rows:
        raise TranscriptFormatError(Fault.NO_SPEAKER_LINES)
    return rows


def _conversation(rows: Sequence[_Row], name: str, reps: Sequence[str], customers: Sequence[str]) -> NamedTranscript:
    said: dict[str, list[str]] = {}
    for row in rows:
        said.setdefault(row.speaker, []).append(row.text)
    language = language_of(row.text for row in rows)
    sides = sides_of(said, language, reps=reps, customers=customers)
    turns = tuple(
        Turn(index=index, speaker=sides.labels[row.speaker], text=row.text, span=row.span)
        for index, row in enumerate(rows)
    )
    # A word for a side, such as «customer», is no name: the window says it in the user's language.
    names = {label: speaker for speaker, label in sides.labels.items() if speaker and side_word(speaker) is None}
    return NamedTranscript(
        talk=Conversation(id=name, language=language, turns=turns), names=names, confidence=sides.confidence
    )


def language_of(texts: Iterable[str]) -> str:
    """Return `ja` where a good part of the letters is Japanese, else `en`."""
    japanese = latin = 0
    for text in texts:
        japanese += len(_JAPANESE.findall(text))
        latin += len(_LATIN.findall(text))
    # A Latin word has about five letters, a Japanese one about two.
    return "ja" if japanese * 2.5 >= latin and japanese else "en"
