"""Chats, logs of webinars and answers of surveys become meetings without sound, read like any other."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from insight_desktop.accounts.loyalty import with_nps
from insight_desktop.crm.surveys import SurveyAnswers, nps_answer, read_survey
from insight_desktop.domain.customer import Customer, NpsSource
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import CustomerId, MeetingId, new_id
from insight_desktop.domain.job import Stage
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.speaker import CUSTOMER, REP, Speaker, SpeakerLabel, role_of
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment
from insight_desktop.insights.chat_logs import Message, by_day, partner, read_messages
from insight_desktop.insights.sides import Sides, side_word, sides_of
from insight_desktop.insights.transcripts import language_of, read_named_transcript, read_text
from insight_desktop.processing import Imported, ImportOptions
from insight_desktop.store.segments import CHAT, SURVEY
from insight_desktop.store.workspace import Workspace

SUFFIXES = (".txt", ".log", ".vtt", ".srt", ".json")
_CUES = (".vtt", ".srt", ".json")
_PER_LETTER_S = 0.12
"""How long reading a letter takes; a message lasts that long, but not into the next one."""
_LEAST_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Talk:
    """One meeting to be."""

    title: str
    started_at: dt.datetime
    segments: tuple[Segment, ...]
    speakers: tuple[Speaker, ...]
    kind: str
    company: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Who is known to be on which side."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]

    @classmethod
    def of(cls, workspace: Workspace, told: Iterable[str]) -> "_Names":
        """Know those that were told, those who held other meetings, and the people kept at customers."""
        return cls(ours=(*told, *workspace.heard.reps()), theirs=tuple(name for _, name in workspace.heard.people()))


def import_text(
    workspace: Workspace, path: Path, options: ImportOptions | None = None, *, reps: Sequence[str] = ()
) -> tuple[Imported, ...]:
    """Make meetings of a chat (one a day) or of a survey (one a respondent), all or none, and queue their reading.

    Args:
        workspace: where they go.
        path: a text, WebVTT, SubRip or JSON file of a chat, or a CSV of answers.
        options: what the user says of it; a customer that is named there wins over the file.
        reps: names of the user and their colleagues.

    Raises:
        KnownError: the file cannot be read, or holds no message.
    """
    told = options or ImportOptions()
    if path.suffix.lower() in (".csv", ".tsv"):
        talks = _surveys(path, told)
    else:
        talks = _chats(path, told, _Names.of(workspace, filter(None, (told.rep, *reps))))
    if not talks:
        raise KnownError(ErrorCode.NO_MESSAGES, path=path.name)
    with workspace.db.atomic():
        return tuple(_register(workspace, talk, told) for talk in talks)


def _chats(path: Path, told: ImportOptions, names: _Names) -> list[_Talk]:
    written = (
        dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone() if path.is_file() else dt.datetime.now(dt.UTC)
    )
    if path.suffix.lower() in _CUES:
        return _cues(path, told, written, names)
    text = read_text(path)
    messages = read_messages(text)
    them = tuple(filter(None, (partner(text.partition("\n")[0]), partner(path.stem))))
    sides = _sides(messages, replace(names, theirs=(*names.theirs, *them)))
    days = by_day(messages)
    return [_chat(path, told, each, sides, written, many=len(days) > 1) for each in days]


def _sides(messages: Sequence[Message], names: _Names) -> Sides:
    """Tell the sides from all days of a chat at once: on one of them a customer may write alone."""
    said: dict[str, list[str]] = {}
    for message in messages:
        said.setdefault(message.name, []).append(message.text)
    language = language_of(message.text for message in messages)
    return sides_of(said, language, reps=names.ours, customers=names.theirs)


def _cues(path: Path, told: ImportOptions, written: dt.datetime, names: _Names) -> list[_Talk]:
    """Return the one talk of a file with times of its own."""
    found = read_named_transcript(path, reps=names.ours, customers=names.theirs)
    talk = found.talk
    spans = [turn.span for turn in talk.turns]
    placed = _placed([turn.text for turn in talk.turns], [span.start if span else None for span in spans])
    segments = tuple(
        Segment(span=turn.span or span, text=turn.text, speaker=turn.speaker)
        for turn, span in zip(talk.turns, placed, strict=True)
    )
    labels = dict.fromkeys(turn.speaker for turn in talk.turns)
    speakers = tuple(
        Speaker(label=label, name=found.names.get(label, ""), role=role_of(label), confidence=found.confidence)
        for label in labels
    )
    day = told.held_on or talk.held_on
    return [
        _Talk(
            title=told.title or talk.title or path.stem,
            started_at=_at(day, written.time()) if day else written,
            segments=segments,
            speakers=speakers,
            kind=CHAT,
            company=talk.customer.company,
        )
    ]


def _chat(
    path: Path, told: ImportOptions, messages: Sequence[Message], sides: Sides, written: dt.datetime, *, many: bool
) -> _Talk:
    first = messages[0]
    day = first.day or told.held_on or written.date()
    begins = [_seconds(message.time) if message.time else None for message in messages]
    labels = {message.name: sides.labels[message.name] for message in messages}
    segments = tuple(
        Segment(span=span, text=message.text, speaker=labels[message.name])
        for message, span in zip(messages, _placed([each.text for each in messages], begins), strict=True)
    )
    title = told.title or path.stem
    return _Talk(
        title=f"{title} {day.isoformat()}" if many else title,
        started_at=_at(day, first.time or written.time()),
        segments=segments,
        speakers=_speakers(labels, sides.confidence),
        kind=CHAT,
    )


def _surveys(path: Path, told: ImportOptions) -> list[_Talk]:
    written = (
        dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone() if path.is_file() else dt.datetime.now(dt.UTC)
    )
    return [_survey(path, told, each, written) for each in read_survey(path)]


def _survey(path: Path, told: ImportOptions, each: SurveyAnswers, written: dt.datetime) -> _Talk:
    sides = (CUSTOMER, REP) if each.is_theirs else (REP, CUSTOMER)
    lines = [(label, text) for pair in each.answers for label, text in zip(sides, pair, strict=True) if text]
    spans = _placed([text for _, text in lines], [None] * len(lines))
    who = " ".join(part for part in (each.company, each.name) if part) or str(each.line)
    day = each.answered_on or told.held_on
    return _Talk(
        title=f"{told.title or path.stem} {who}",
        started_at=_at(day, dt.time(12)) if day else written,
        segments=tuple(
            Segment(span=span, text=text, speaker=label) for (label, text), span in zip(lines, spans, strict=True)
        ),
        speakers=_speakers({"": REP, each.name: CUSTOMER}),
        kind=CHAT if each.is_theirs else SURVEY,
        company=each.company,
    )


def _register(workspace: Workspace, talk: _Talk, told: ImportOptions) -> Imported:
    """Keep a meeting with its text, unless the very same one is here."""
    for known in workspace.meetings.alike(talk.title, talk.started_at):
        stored = workspace.transcripts.current(known.id)
        if [each.segment.text for each in stored] == [segment.text for segment in talk.segments]:
            return Imported(meeting=known, job=None, is_duplicate=True)
    language = language_of(segment.text for segment in talk.segments)
    meeting = workspace.meetings.save(
        Meeting(
            id=MeetingId(new_id()),
            title=talk.title,
            started_at=talk.started_at.astimezone(dt.UTC),
            language=language,
            customer_id=told.customer_id or _customer(workspace, talk.company),
            deal_id=told.deal_id,
            rep=told.rep,
            tags=(talk.kind,),
        )
    )
    workspace.transcripts.begin(meeting.id, language=language, model=talk.kind)
    workspace.transcripts.complete(meeting.id, talk.segments, talk.speakers, model=talk.kind)
    job = workspace.jobs.enqueue(meeting.id, stage=Stage.ANALYSE)
    return Imported(meeting=meeting, job=job, before=learn_loyalty(workspace, meeting.id))


def learn_loyalty(workspace: Workspace, meeting_id: MeetingId) -> Customer | None:
    """Give the customer of a survey the score that was answered there, unless a newer one is known.

    Of several answers of one day the lowest counts: whoever is least content decides whether to be careful.

    Returns:
        The customer as it was before; None where nothing changed.
    """
    meeting = workspace.meetings.get(meeting_id)
    customer = workspace.customers.get(meeting.customer_id) if meeting and meeting.customer_id else None
    if meeting is None or customer is None or SURVEY not in meeting.tags:
        return None
    said = [each.segment for each in workspace.transcripts.current(meeting_id)]
    answers = (
        nps_answer(asked.text, answer.text)
        for asked, answer in itertools.pairwise(said)
        if asked.speaker == REP and answer.speaker != REP
    )
    scores = [score for score in answers if score is not None]
    if not scores:
        return None
    day = meeting.started_at.astimezone().date()
    if customer.nps is not None and (customer.nps_source, customer.nps_on) == (NpsSource.SURVEY, day):
        scores.append(customer.nps)
    changed = with_nps(customer, min(scores), day, NpsSource.SURVEY)
    if changed == customer:
        return None
    workspace.customers.save(changed)
    return customer


def forget_loyalty(workspace: Workspace, before: Customer) -> None:
    """Take back what `learn_loyalty` did, and nothing else."""
    now = workspace.customers.get(before.id)
    if now is not None:
        score = {"nps": before.nps, "nps_on": before.nps_on, "nps_source": before.nps_source}
        workspace.customers.save(replace(now, **score))  # type: ignore[arg-type]


def _customer(workspace: Workspace, company: str) -> CustomerId | None:
    """Return the one customer of the name that the file gives; nobody is made or guessed."""
    named = workspace.customers.named(company) if company else ()
    return named[0].id if len(named) == 1 else None


def _speakers(labels: dict[str, SpeakerLabel], confidence: float = 1.0) -> tuple[Speaker, ...]:
    """Return the speakers; a word for a side, such as «customer», is no name."""
    return tuple(
        Speaker(label=label, name="" if side_word(name) else name, role=role_of(label), confidence=confidence)
        for name, label in labels.items()
    )


def _placed(texts: Sequence[str], begins: Sequence[float | None]) -> list[TimeSpan]:
    """Return when each message was there, from the first one on, in order; without times one follows the other."""
    starts: list[float] = []
    known = next((begin for begin in begins if begin is not None), 0.0)
    for place, begin in enumerate(begins):
        least = starts[-1] if starts else 0.0
        if begin is None:
            after = starts[-1] + _lasts(texts[place - 1]) if starts else 0.0
            starts.append(after)
        else:
            starts.append(max(least, begin - known))
    return [
        TimeSpan(start=start, end=_end(start, texts[place], starts[place + 1 :])) for place, start in enumerate(starts)
    ]


def _end(start: float, text: str, later: Iterable[float]) -> float:
    following = next((each for each in later if each > start), None)
    end = start + _lasts(text)
    return end if following is None else min(end, following)


def _lasts(text: str) -> float:
    return max(_LEAST_S, _PER_LETTER_S * len(text))


def _seconds(time: dt.time) -> float:
    return time.hour * 3600.0 + time.minute * 60 + time.second


def _at(day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time.replace(tzinfo=None)).astimezone()
