"""Meetings of a workspace into a CRM's file; the command line and the window both come here."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.customer import Contact, Customer
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import CustomerId, MeetingId
from insight_desktop.domain.insight import InsightKind, Sentiment
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.speaker import Role, SpeakerLabel, role_of
from insight_desktop.domain.suggestion import SuggestionKind, Timing
from insight_desktop.exports import ledger, template
from insight_desktop.exports.crm_csv import ExportOptions, Format, RenderedRow, render
from insight_desktop.exports.preview import PreviewRow, compare
from insight_desktop.exports.profiles import Profile
from insight_desktop.exports.record import CallRecord, Party, Step
from insight_desktop.exports.report import ExportReport, Tally
from insight_desktop.exports.writing import Written, WrittenFile, write
from insight_desktop.standing import Standings
from insight_desktop.store.analyses import StoredAnalysis
from insight_desktop.store.exported import ExportedRow
from insight_desktop.store.meetings import MeetingFilter, MeetingSort, MeetingSummary
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.gate import Verdict
from insight_desktop.suggestions.reasons import sentence

_PAGE = 200
_CLEAR_MOOD = 0.1
"""From which mean of the customer's turns on a meeting's mood is more than neutral."""
_WEIGHTS = {Sentiment.POSITIVE: 1.0, Sentiment.NEUTRAL: 0.0, Sentiment.NEGATIVE: -1.0}

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ja": {
            Timing.NOW: "今、提案できます",
            Timing.LATER: "提案は後日にします",
            Timing.HOLD: "今は提案を控えます",
            SuggestionKind.UPSELL: "アップグレード",
            SuggestionKind.CROSS_SELL: "追加の製品",
            "why": "{verdict}: {why}",
            "product": "・{name}({kind}): {solves}",
            Role.REP: "担当者",
            Role.CUSTOMER: "お客様",
            Role.UNKNOWN: "話者",
        },
        "en": {
            Timing.NOW: "An offer fits now",
            Timing.LATER: "Offer later",
            Timing.HOLD: "Make no offer now",
            SuggestionKind.UPSELL: "upgrade",
            SuggestionKind.CROSS_SELL: "another product",
            "why": "{verdict}: {why}",
            "product": "• {name} ({kind}): {solves}",
            Role.REP: "Rep",
            Role.CUSTOMER: "Customer",
            Role.UNKNOWN: "Speaker",
        },
    }
)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What to export and how."""

    profile: Profile
    options: ExportOptions = ExportOptions()
    filters: MeetingFilter = MeetingFilter()
    meeting_ids: tuple[MeetingId, ...] = ()
    """These only; empty: all that the filters let through."""
    with_unchanged: bool = False
    """Also rows that the ledger knows, where the CRM would make second records of them."""
    today: dt.date = field(default_factory=_today)
    """The verdicts on offers are of this day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What an export would write."""

    rows: tuple[PreviewRow, ...]
    """The first ones."""
    report: ExportReport


def customer_named(workspace: Workspace, name: str) -> CustomerId:
    """Return the one customer of a name, or raise NOT_FOUND."""
    found = workspace.customers.named(name)
    if not found:
        raise KnownError(ErrorCode.NOT_FOUND, name=name)
    return found[0].id


def call_records(workspace: Workspace, request: ExportRequest) -> Iterator[CallRecord]:
    """Yield the finished meetings, oldest first, reading as they are taken so that memory stays flat."""
    standings = Standings(workspace, request.today)
    for summary in _summaries(workspace, request):
        stored = workspace.analyses.load(summary.meeting.id) if summary.is_analysed else None
        if stored is not None:
            yield _record(workspace, summary, stored, request.options, standings)


def rehearse(workspace: Workspace, request: ExportRequest, shown: int = 10) -> Rehearsal:
    """Return what an export would write, without writing: the first rows, what is altered in each, and the report."""
    tally, form = Tally(), _format(request)
    first: list[RenderedRow] = []
    for row in _chosen_rows(workspace, request, form, tally):
        tally.add(row.findings)
        tally.rows += 1
        if len(first) < shown:
            first.append(row)
    meetings = tuple(dict.fromkeys(MeetingId(row.call_id) for row in first))
    records = call_records(workspace, replace(request, meeting_ids=meetings)) if first else iter(())
    return Rehearsal(rows=compare(first, records, form), report=tally.result())


def export_meetings(workspace: Workspace, request: ExportRequest, out: Path, *, now: dt.datetime) -> Written:
    """Write the meetings to a file and note them in the ledger.

    Args:
        workspace: where the meetings are.
        request: which ones, and the profile.
        out: a file, or a folder in which the profile names the file.
        now: an aware moment, for the file's name and the ledger.

    Raises:
        KnownError: NOTHING_TO_EXPORT, EXPORT_FAILED; then there is no file and no ledger row.
    """
    profile = request.profile
    tally = Tally()
    form = _format(request)
    rows = _chosen_rows(workspace, request, form, tally)
    first = next(rows, None)
    if first is None:
        raise KnownError(ErrorCode.NOTHING_TO_EXPORT, unchanged=tally.unchanged, report=tally.result().to_json())
    return write(
        _chain(first, rows),
        form,
        out,
        stamp=now.strftime("%Y%m%d-%H%M%S"),
        tally=tally,
        record=lambda files: workspace.exports.add(_ledger_rows(files, profile, now)),
    )


def _ledger_rows(files: tuple[WrittenFile, ...], profile: Profile, now: dt.datetime) -> Iterator[ExportedRow]:
    for file in files:
        for row in file.rows:
            yield ExportedRow(
                meeting_id=MeetingId(row.call_id),
                profile=profile.id,
                profile_version=str(profile.version),
                target=profile.target_name,
                row_key=row.key,
                row_sha256=row.sha256,
                file_sha256=file.sha256,
                file_name=file.path.name,
                written_at=now,
            )


def _chosen_rows(workspace: Workspace, request: ExportRequest, form: Format, tally: Tally) -> Iterator[RenderedRow]:
    profile = request.profile
    known = workspace.exports.latest(profile.id, profile.target_name)
    return ledger.only_new(
        render(call_records(workspace, request), form, tally),
        # What the CRM refused, as the user says, is not there.
        {key: row.row_sha256 for key, row in known.items() if row.is_imported is not False},
        profile,
        tally,
        keeps_unchanged=request.with_unchanged,
    )


def _chain(first: RenderedRow, rest: Iterator[RenderedRow]) -> Iterator[RenderedRow]:
    yield first
    yield from rest


def _format(request: ExportRequest) -> Format:
    path = request.profile.file.template
    if path is None:
        return Format(profile=request.profile, options=request.options)
    found = template.read(path)
    template.check(found, request.profile, path)
    # The rows must be in the encoding of the header that is kept, whatever the profile says.
    options = replace(request.options, encoding=found.encoding)
    return Format(profile=request.profile, options=options, template_header=found.header)


def _summaries(workspace: Workspace, request: ExportRequest) -> Iterator[MeetingSummary]:
    if request.meeting_ids:
        for meeting_id in request.meeting_ids:
            summary = workspace.meetings.summary(meeting_id)
            if summary is not None:
                yield summary
        return
    offset = 0
    while True:
        page = workspace.meetings.list(
            request.filters, sort=MeetingSort.STARTED, descending=False, limit=_PAGE, offset=offset
        )
        yield from page.meetings
        offset += _PAGE
        if offset >= page.total:
            return


def _record(
    workspace: Workspace,
    summary: MeetingSummary,
    stored: StoredAnalysis,
    options: ExportOptions,
    standings: Standings,
) -> CallRecord:
    meeting, analysis = summary.meeting, stored.analysis
    customer = workspace.customers.get(meeting.customer_id) if meeting.customer_id else None
    deal = workspace.customers.deal(meeting.deal_id) if meeting.deal_id else None
    score = mood_score(workspace, meeting, analysis)
    return CallRecord(
        id=meeting.id,
        title=meeting.title,
        started_at=meeting.started_at,
        duration_s=round(summary.seconds),
        channel=meeting.channel,
        company=_company(customer),
        contact=_contact(workspace, meeting),
        deal=Party(name=deal.name, crm_id=deal.crm_id) if deal else Party(),
        rep=Party(name=meeting.rep),
        summary=analysis.summary or "\n".join(line.text for line in analysis.minutes),
        suggestion=suggestion_text(standings, stored, options.language),
        pain_points=_voiced(analysis, InsightKind.PAIN, InsightKind.DISSATISFACTION),
        needs=_voiced(analysis, InsightKind.NEED, InsightKind.EXPANSION_SIGNAL),
        sentiment=mood(score),
        sentiment_score=score,
        next_steps=tuple(
            Step(text=step.what, owner=step.owner, due=step.due)
            for step, step_id in zip(analysis.next_steps, stored.step_ids, strict=False)
            if step_id not in stored.done
        ),
        talk_ratio_rep=analysis.metrics.talk_ratio_rep,
        transcript=_transcript(workspace, meeting.id, options.language) if options.with_transcript else "",
    )


def _voiced(analysis: Analysis, *kinds: InsightKind) -> tuple[str, ...]:
    return tuple(insight.summary for insight in analysis.insights if insight.kind in kinds)


def _company(customer: Customer | None) -> Party:
    return Party(name=customer.name, domain=customer.domain, crm_id=customer.crm_id) if customer else Party()


def _contact(workspace: Workspace, meeting: Meeting) -> Party:
    """Return the person who was there: named like a speaker, or the only one known; never a guess among several."""
    if meeting.customer_id is None:
        return Party()
    people = workspace.customers.contacts(meeting.customer_id)
    if len(people) > 1:
        present = {_folded(speaker.name) for speaker in workspace.transcripts.speakers(meeting.id) if speaker.name}
        people = tuple(person for person in people if _folded(person.name) in present)
    if len(people) != 1:
        return Party()
    return _person(people[0])


def _person(contact: Contact) -> Party:
    return Party(name=contact.name, email=contact.email, phone=contact.phone, crm_id=contact.crm_id)


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


def mood_score(workspace: Workspace, meeting: Meeting, analysis: Analysis) -> float | None:
    """Return the mean attitude of the customer's turns, −1 to 1, each weighted by its confidence; None without any."""
    speakers = workspace.transcripts.labels(meeting.id)
    turns = [turn for turn in analysis.turns if turn.index < len(speakers) and _is_customer(speakers[turn.index])]
    weight = sum(turn.sentiment_confidence for turn in turns)
    if not weight:
        return None
    return sum(_WEIGHTS[turn.sentiment] * turn.sentiment_confidence for turn in turns) / weight


def _is_customer(label: SpeakerLabel | None) -> bool:
    return label is not None and role_of(label) is not Role.REP


def mood(score: float | None) -> Sentiment | None:
    """Return the word for a mood score."""
    if score is None:
        return None
    if abs(score) < _CLEAR_MOOD:
        return Sentiment.NEUTRAL
    return Sentiment.POSITIVE if score > 0 else Sentiment.NEGATIVE


def suggestion_text(standings: Standings, stored: StoredAnalysis, language: str) -> str:
    """Return the verdict of a day and the products still open, one a line; empty when nothing was weighed.

    On a hold no product is named: a colleague who reads the CRM would offer it.
    """
    suggestions = stored.analysis.suggestions
    if not suggestions.timing_why and not suggestions.proposed:
        return ""
    found = standings.of_meeting(stored.meeting_id, stored)
    if found is None:
        return ""
    words = _WORDS[language]
    lines = [_verdict(found.verdict, language)]
    for offer in found.offers if found.verdict.timing is not Timing.HOLD else ():
        product = words["product"].format(
            name=offer.name, kind=words[offer.suggestion.kind], solves=offer.suggestion.solves
        )
        lines.append(product)
        if offer.verdict != found.verdict:
            lines.append(_verdict(offer.verdict, language))
    return "\n".join(lines)


def _verdict(found: Verdict, language: str) -> str:
    words = _WORDS[language]
    return words["why"].format(verdict=words[found.timing], why=sentence(found.reasons, language))


def _transcript(workspace: Workspace, meeting_id: MeetingId, language: str) -> str:
    names = {speaker.label: speaker.name for speaker in workspace.transcripts.speakers(meeting_id)}
    lines = []
    for stored in workspace.transcripts.current(meeting_id):
        segment = stored.segment
        label = segment.speaker
        role = role_of(label) if label else Role.UNKNOWN
        name = (names.get(label, "") if label else "") or _WORDS[language][role]
        seconds = int(segment.span.start)
        lines.append(f"[{seconds // 60:02d}:{seconds % 60:02d}] {name}: {segment.text}")
    return "\n".join(lines)
