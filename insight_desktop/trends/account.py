"""Follows one customer over the meetings: what is open, what was promised, how the mood went.

Two meetings speak of the same thing where the meanings of their insights are near (the vectors that the analysis
left); without vectors, where their words overlap by half.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.account import (
    Account,
    HeldMeeting,
    Issue,
    IssueStatus,
    MoodPoint,
    Promise,
    Sighting,
)
from insight_desktop.domain.insight import Insight, InsightKind, Sentiment

SAME = 0.4
"""Cosine of meanings, or share of letters, from which two insights of one customer are the same matter."""
_FOLLOWED = frozenset({InsightKind.PAIN, InsightKind.NEED, InsightKind.DISSATISFACTION})
_OPEN = frozenset({IssueStatus.NEW, IssueStatus.CONTINUING, IssueStatus.WORSE})
_ORDER = (IssueStatus.WORSE, IssueStatus.NEW, IssueStatus.CONTINUING, IssueStatus.QUIET, IssueStatus.SOLVED)
_GRAM = 2


def follow(meetings: Iterable[HeldMeeting], today: dt.date) -> Account:
    """Return the customer's account as it stands on `today`; the order of the meetings makes no difference."""
    held = sorted(meetings, key=lambda meeting: (meeting.held_on, meeting.id))
    threads: list[list[tuple[Sighting, Insight]]] = []
    successes: list[tuple[Sighting, Insight]] = []
    for meeting in held:
        for place, insight in enumerate(meeting.analysis.insights):
            sighting = _sighting(meeting, place, insight)
            if insight.kind is InsightKind.SUCCESS:
                successes.append((sighting, insight))
            elif insight.kind in _FOLLOWED:
                _thread_of(threads, sighting, insight).append((sighting, insight))
    issues = (_issue(thread, successes, held[-1]) for thread in threads)
    return Account(
        issues=tuple(sorted(issues, key=_by_urgency)),
        promises=promises(held, today),
        moods=tuple(point for meeting in held if (point := mood(meeting))),
        successes=tuple(sighting for sighting, _ in reversed(successes)),
        last_meeting=held[-1].id if held else None,
        last_on=held[-1].held_on if held else None,
        before_on=held[-2].held_on if len(held) > 1 else None,
    )


def open_issues(account: Account) -> tuple[Issue, ...]:
    """Return what the customer still waits for."""
    return tuple(issue for issue in account.issues if issue.status in _OPEN)


def promises(meetings: Sequence[HeldMeeting], today: dt.date) -> tuple[Promise, ...]:
    """Return every promise: open ones overdue first and then by date, undated after dated, done ones last."""
    found = [
        _promise(meeting, place, today) for meeting in meetings for place in range(len(meeting.analysis.next_steps))
    ]
    return tuple(sorted(found, key=lambda item: (item.is_done, item.step.due or dt.date.max, item.held_on)))


def mood(meeting: HeldMeeting) -> MoodPoint | None:
    """Return the customer's mood in a meeting, or None where the customer said nothing with a mood."""
    theirs = [turn.sentiment for turn in meeting.analysis.turns if turn.index in meeting.customer_turns]
    coloured = [sentiment for sentiment in theirs if sentiment is not Sentiment.NEUTRAL]
    if not coloured:
        return None
    good = sum(sentiment is Sentiment.POSITIVE for sentiment in coloured)
    return MoodPoint(meeting_id=meeting.id, held_on=meeting.held_on, value=(2 * good - len(coloured)) / len(coloured))


def likeness(first: Insight, second: Insight) -> float:
    """Return how much two insights speak of the same matter, 0 to 1."""
    if first.vector and second.vector:
        return max(0.0, float(_vector(first) @ _vector(second)))
    return _shared(first.summary, second.summary)


def _thread_of(
    threads: list[list[tuple[Sighting, Insight]]], sighting: Sighting, insight: Insight
) -> list[tuple[Sighting, Insight]]:
    """Return the thread that the insight goes on with, or a new one; a meeting never goes on with itself."""
    best, thread = 0.0, None
    for candidate in threads:
        last_sighting, _ = candidate[-1]
        if last_sighting.meeting_id == sighting.meeting_id or not _may_follow(last_sighting.kind, insight.kind):
            continue
        closeness = max(likeness(member, insight) for _, member in candidate)
        if closeness > best:
            best, thread = closeness, candidate
    if thread is None or best < SAME:
        thread = []
        threads.append(thread)
    return thread


def _may_follow(before: InsightKind, after: InsightKind) -> bool:
    """A pain may become a complaint about us and the reverse; a need stays a need."""
    return before == after or InsightKind.NEED not in (before, after)


def _issue(
    thread: Sequence[tuple[Sighting, Insight]], successes: Iterable[tuple[Sighting, Insight]], last: HeldMeeting
) -> Issue:
    sightings = tuple(sighting for sighting, _ in thread)
    newest, insight = thread[-1]
    solved = _solution(thread, successes)
    return Issue(
        kind=newest.kind,
        summary=insight.summary,
        status=IssueStatus.SOLVED if solved else _status(thread, last),
        sightings=sightings,
        solution=solved,
    )


def _solution(
    thread: Sequence[tuple[Sighting, Insight]], successes: Iterable[tuple[Sighting, Insight]]
) -> Sighting | None:
    """Return the first success after the last time that speaks of the same matter."""
    newest, _ = thread[-1]
    for sighting, success in successes:
        later = (sighting.held_on, sighting.meeting_id) > (newest.held_on, newest.meeting_id)
        if later and any(likeness(success, member) >= SAME for _, member in thread):
            return sighting
    return None


def _status(thread: Sequence[tuple[Sighting, Insight]], last: HeldMeeting) -> IssueStatus:
    newest, _ = thread[-1]
    if newest.meeting_id != last.id:
        return IssueStatus.QUIET
    if len(thread) == 1:
        return IssueStatus.NEW
    before, _ = thread[-2]
    turned = newest.kind is InsightKind.DISSATISFACTION and before.kind is not InsightKind.DISSATISFACTION
    return IssueStatus.WORSE if turned or len(newest.turns) > len(before.turns) + 1 else IssueStatus.CONTINUING


def _by_urgency(issue: Issue) -> tuple[int, int, int, str]:
    complaint = 0 if issue.kind is InsightKind.DISSATISFACTION else 1
    return _ORDER.index(issue.status), complaint, -issue.sightings[-1].held_on.toordinal(), issue.summary


def _sighting(meeting: HeldMeeting, place: int, insight: Insight) -> Sighting:
    return Sighting(
        meeting_id=meeting.id,
        held_on=meeting.held_on,
        turns=insight.turns,
        summary=insight.summary,
        kind=insight.kind,
        insight_id=meeting.insight_ids[place] if place < len(meeting.insight_ids) else None,
    )


def _promise(meeting: HeldMeeting, place: int, today: dt.date) -> Promise:
    step = meeting.analysis.next_steps[place]
    step_id = meeting.step_ids[place] if place < len(meeting.step_ids) else None
    is_done = step_id in meeting.done
    return Promise(
        step=step,
        meeting_id=meeting.id,
        held_on=meeting.held_on,
        id=step_id,
        is_done=is_done,
        is_overdue=not is_done and step.due is not None and step.due < today,
    )


def _vector(insight: Insight) -> NDArray[np.float32]:
    return np.frombuffer(insight.vector, "<f2").astype(np.float32)


def _shared(first: str, second: str) -> float:
    """Return Dice's coefficient of the texts' pairs of letters."""
    pairs = [{text[i : i + _GRAM] for i in range(len(text) - 1)} for text in (first.casefold(), second.casefold())]
    total = len(pairs[0]) + len(pairs[1])
    return 2 * len(pairs[0] & pairs[1]) / total if total else 0.0
