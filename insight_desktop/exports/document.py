"""A meeting as a document: what the Word, PDF and web page versions all show."""

from collections.abc import Sequence
from dataclasses import dataclass

from insight_desktop import wording
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.speaker import Speaker
from insight_desktop.domain.transcript import Transcript
from insight_desktop.exports import minutes_text
from insight_desktop.exports.minutes_text import MinutesHead
from insight_desktop.exports.text_rules import clean
from insight_desktop.exports.transcript_text import speaker_names

TRANSCRIPT_HEADING = {"ja": "文字起こし", "en": "Transcript"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its lines."""

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One line of the transcript."""

    seconds: float
    speaker: str
    text: str

    @property
    def clock(self) -> str:
        """The place in the recording."""
        return wording.clock(self.seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything that is on paper; no text of it holds a character that a document may not hold."""

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    spoken: tuple[Spoken, ...] = ()


def document_of(
    head: MinutesHead, analysis: Analysis, transcript: Transcript | None = None, speakers: Sequence[Speaker] = ()
) -> Document:
    """Return the document of a meeting; with a transcript it ends in what was said."""
    names = speaker_names(transcript, speakers) if transcript else {}
    return Document(
        language="en" if head.language.startswith("en") else "ja",
        title=_line(head.title),
        facts=tuple((name, _line(value)) for name, value in minutes_text.about(head)),
        sections=tuple(
            Section(heading=heading, items=tuple(map(_line, items)))
            for heading, items in minutes_text.sections(head, analysis)
        ),
        spoken=tuple(
            Spoken(
                seconds=segment.span.start,
                speaker=_line(names[segment.speaker]) if segment.speaker else "",
                text=_line(segment.text),
            )
            for segment in (transcript.segments if transcript else ())
        ),
    )


def _line(text: str) -> str:
    return " ".join(clean(text)[0].split())
