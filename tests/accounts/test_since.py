"""What changed since last time, and who of a customer's people was heard."""

import datetime as dt
from dataclasses import replace

import pytest

from insight_desktop.accounts.since import Shift, ShiftKind, Since, since_last
from insight_desktop.accounts.voices import Voices, voices_of
from insight_desktop.domain.account import Account, Issue, IssueStatus, MoodPoint, Sighting
from insight_desktop.domain.customer import Contact, Customer, CustomerDetails, SupportCase
from insight_desktop.domain.heard import Presence
from insight_desktop.domain.ids import ContactId, CustomerId, MeetingId, SupportCaseId
from insight_desktop.domain.insight import InsightKind

TODAY = dt.date(2026, 11, 20)
BEFORE, LAST = dt.date(2026, 9, 2), dt.date(2026, 11, 18)
SOLVED = dt.date(2026, 11, 17)
WHO = CustomerId("c")


def met(person: str, on: dt.date) -> Presence:
    return Presence(meeting_id=MeetingId(on.isoformat()), held_on=on, person=person)


def a_contact(name: str, department: str = "", *, is_decider: bool = False) -> Contact:
    return Contact(id=ContactId(name), customer_id=WHO, name=name, department=department, is_decider=is_decider)


def an_issue(status: IssueStatus, text: str, solved_in: str = "") -> Issue:
    seen = Sighting(meeting_id=MeetingId("last"), held_on=LAST, turns=(1,), summary=text, kind=InsightKind.PAIN)
    told = replace(seen, meeting_id=MeetingId(solved_in), held_on=SOLVED, turns=(7,), kind=InsightKind.SUCCESS)
    solution = told if solved_in else None
    return Issue(kind=InsightKind.PAIN, summary=text, status=status, sightings=(seen,), solution=solution)


def an_account(*issues: Issue, moods: tuple[float, ...] = (), before: dt.date | None = BEFORE) -> Account:
    places = ("before", "last")[2 - len(moods) :]
    points = (MoodPoint(meeting_id=MeetingId(p), held_on=LAST, value=v) for p, v in zip(places, moods, strict=True))
    return Account(issues=issues, moods=tuple(points), last_meeting=MeetingId("last"), last_on=LAST, before_on=before)


def since(account: Account, **told: object) -> Since | None:
    given = {"details": CustomerDetails(), "customer": Customer(id=WHO, name="山田"), "voices": Voices()} | told
    return since_last(account, today=TODAY, **given)  # type: ignore[arg-type]


def kinds(found: Since | None) -> list[ShiftKind]:
    return [shift.kind for shift in found.shifts] if found else []


def test_without_a_meeting_nothing_is_told() -> None:
    assert since(Account()) is None


def test_what_got_worse_came_up_and_was_solved_is_told_in_that_order() -> None:
    account = an_account(
        an_issue(IssueStatus.NEW, "a"),
        an_issue(IssueStatus.WORSE, "b"),
        an_issue(IssueStatus.CONTINUING, "c"),
        an_issue(IssueStatus.QUIET, "d"),
        an_issue(IssueStatus.SOLVED, "e", "last"),
        an_issue(IssueStatus.SOLVED, "f", "long ago"),
    )
    found = since(account)
    assert found is not None
    assert (found.day, found.is_first) == (BEFORE, False)
    assert [(each.kind, each.text) for each in found.shifts] == [
        (ShiftKind.WORSE, "b"),
        (ShiftKind.NEW, "a"),
        (ShiftKind.SOLVED, "e"),
    ]
    solved = found.shifts[2]
    assert (solved.on, solved.meeting_id, solved.turns) == (SOLVED, "last", (7,))


def test_a_first_meeting_is_compared_with_nothing() -> None:
    found = since(an_account(an_issue(IssueStatus.NEW, "a"), before=None))
    assert found == Since(day=LAST, is_first=True)


@pytest.mark.parametrize(
    ("moods", "told"),
    [
        ((0.5, -0.5), [ShiftKind.MOOD_DOWN]),
        ((-0.5, 0.0), [ShiftKind.MOOD_UP]),
        ((0.1, 0.2), []),
        ((0.9,), []),
    ],
)
def test_the_mood_is_told_where_it_moved(moods: tuple[float, ...], told: list[ShiftKind]) -> None:
    assert kinds(since(an_account(moods=moods))) == told


def test_cases_and_answers_of_later_than_the_meeting_before_are_told() -> None:
    cases = tuple(
        SupportCase(id=SupportCaseId(name), customer_id=WHO, subject=name, opened_on=opened, closed_on=closed)
        for name, opened, closed in (
            ("open", LAST, None),
            ("old", dt.date(2026, 1, 1), None),
            ("closed", dt.date(2026, 1, 1), LAST),
            ("long closed", dt.date(2026, 1, 1), dt.date(2026, 2, 1)),
        )
    )
    customer = Customer(id=WHO, name="山田", nps=4, nps_on=LAST)
    found = since(an_account(), details=CustomerDetails(cases=cases), customer=customer)
    assert found is not None
    assert found.shifts == (
        Shift(kind=ShiftKind.CASE_OPENED, text="open", on=LAST),
        Shift(kind=ShiftKind.CASE_CLOSED, text="closed", on=LAST),
        Shift(kind=ShiftKind.LOYALTY, text="4", on=LAST),
    )


def test_who_spoke_for_the_first_time_is_told_within_a_year() -> None:
    voices = voices_of([met("高橋", BEFORE), met("高橋", LAST), met("加藤", LAST)], (), TODAY)
    assert [shift.text for shift in since(an_account(), voices=voices).shifts] == ["加藤"]  # type: ignore[union-attr]
    assert kinds(since(an_account(before=dt.date(2024, 1, 1)), voices=voices)) == []


def test_people_heard_are_matched_with_those_that_are_kept() -> None:
    people = (
        a_contact("高橋 健一", "業務部"),
        a_contact("西村 徹", "工事部"),
        a_contact("社長", is_decider=True),
        a_contact("中田", "業務部"),
    )
    voices = voices_of(
        [met("高橋様", BEFORE), met("高橋 健一", LAST), met("加藤", LAST), met("昔", dt.date(2020, 1, 1))],
        people,
        TODAY,
    )
    assert [(each.person, each.meetings, each.first_on, each.last_on) for each in voices.heard] == [
        ("高橋 健一", 2, BEFORE, LAST),
        ("加藤", 1, LAST, LAST),
    ]
    assert [each.contact is None for each in voices.heard] == [False, True]
    assert [each.name for each in voices.silent] == ["社長", "西村 徹", "中田"]
    assert voices.silent_departments == ("工事部",)
