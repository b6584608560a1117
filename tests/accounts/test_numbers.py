"""Loyalty, segment, stage, purchases, score and the alert: each definition with its borders."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.accounts.interest import OtherInterest, contact_named, other_interest, usual_contact
from insight_desktop.accounts.journey import journey_of
from insight_desktop.accounts.loyalty import Loyalty, loyalty_of, with_nps
from insight_desktop.accounts.purchases import purchases_of, sums_of
from insight_desktop.accounts.score import FORGOTTEN_DAYS, HALF_LIFE_DAYS, POINTS, score_of
from insight_desktop.accounts.segments import segment_of
from insight_desktop.domain.customer import (
    Contact,
    Customer,
    CustomerDetails,
    Deal,
    JourneyStage,
    NpsSource,
    OwnedProduct,
)
from insight_desktop.domain.heard import HeardSignal, Presence
from insight_desktop.domain.ids import ContactId, CustomerId, DealId, MeetingId, OwnedProductId, SegmentRuleId
from insight_desktop.domain.insight import Signal
from insight_desktop.domain.segment import SegmentRule

TODAY = dt.date(2026, 11, 20)
WHO = CustomerId("c")


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def a_customer(**told: object) -> Customer:
    return Customer(id=WHO, name="みなと旅館", **told)  # type: ignore[arg-type]


def a_deal(number: int, *, outcome: str = "won", amount: float | None = 100.0, on: dt.date | None = TODAY) -> Deal:
    return Deal(
        id=DealId(str(number)), customer_id=WHO, name=f"案件{number}", outcome=outcome, amount=amount, expected_on=on
    )


def heard(signal: Signal, days: int, person: str = "高橋", *, meeting: str = "", is_named: bool = True) -> HeardSignal:
    return HeardSignal(
        customer_id=WHO,
        meeting_id=MeetingId(meeting or f"m{days}"),
        held_on=ago(days),
        signal=signal,
        person=person,
        turn=3,
        is_named=is_named,
    )


@pytest.mark.parametrize(
    ("nps", "expected"),
    [
        (10, Loyalty.PROMOTER),
        (9, Loyalty.PROMOTER),
        (8, Loyalty.PASSIVE),
        (7, Loyalty.PASSIVE),
        (6, Loyalty.DETRACTOR),
        (0, Loyalty.DETRACTOR),
        (-40, Loyalty.DETRACTOR),
        (45, None),
        (None, None),
    ],
)
def test_loyalty_follows_the_published_classes(nps: int | None, expected: Loyalty | None) -> None:
    assert loyalty_of(nps) is expected


@pytest.mark.parametrize(
    ("known_on", "told_on", "expected"),
    [(None, ago(10), 3), (ago(20), ago(10), 3), (ago(10), ago(10), 3), (ago(5), ago(10), 9)],
    ids=["undated", "older", "same day", "newer stays"],
)
def test_the_newest_answer_wins(known_on: dt.date | None, told_on: dt.date, expected: int) -> None:
    known = a_customer(nps=9, nps_on=known_on, nps_source=NpsSource.HAND)
    found = with_nps(known, 3, told_on, NpsSource.SURVEY)
    assert found.nps == expected
    assert (found.nps_source is NpsSource.SURVEY) is (expected == 3)


RULES = (
    SegmentRule(id=SegmentRuleId("1"), segment="重点", tags=("重点顧客",)),
    SegmentRule(id=SegmentRuleId("2"), segment="大手製造", industry="製造", least=300),
    SegmentRule(id=SegmentRuleId("3"), segment="中堅", least=50, most=299),
    SegmentRule(id=SegmentRuleId("4"), segment="製造", industry="製造"),
)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"segment": "手書き", "tags": ("重点顧客",)}, "手書き"),
        ({"tags": ("重点顧客",), "industry": "製造業", "employees": 500}, "重点"),
        ({"industry": "製造業", "employees": 500}, "大手製造"),
        ({"industry": "製造業", "employees": 299}, "中堅"),
        ({"employees": 49}, ""),
        ({"industry": "精密製造"}, "製造"),
        ({"industry": "ﾎﾃﾙ"}, ""),
    ],
)
def test_the_first_rule_that_fits_names_the_segment(told: dict[str, object], expected: str) -> None:
    found = segment_of(a_customer(**told), RULES)
    assert found.name == expected
    assert (found.rule is not None) is (expected not in ("", "手書き"))


OWNED = OwnedProduct(id=OwnedProductId("o"), customer_id=WHO, product="BOOK-1", since=ago(400))
JOURNEYS = {
    "nothing yet": (a_customer(), CustomerDetails(), JourneyStage.LEAD, "nothing_bought"),
    "an open deal": (
        a_customer(),
        CustomerDetails(deals=(a_deal(1, outcome=""),)),
        JourneyStage.EVALUATION,
        "deal_open",
    ),
    "a lost deal only": (a_customer(), CustomerDetails(deals=(a_deal(1, outcome="lost"),)), JourneyStage.LEAD, ""),
    "just signed": (a_customer(contracted_on=ago(89)), CustomerDetails(), JourneyStage.ONBOARDING, "just_begun"),
    "signed before": (a_customer(contracted_on=ago(90)), CustomerDetails(), JourneyStage.IN_USE, "uses_since"),
    "owns": (a_customer(current_products=("BOOK-1",)), CustomerDetails(), JourneyStage.IN_USE, "owns"),
    "won": (a_customer(), CustomerDetails(deals=(a_deal(1),)), JourneyStage.IN_USE, "owns"),
    "a new product beside an old one": (
        a_customer(contracted_on=ago(10)),
        CustomerDetails(owned=(OWNED,)),
        JourneyStage.ONBOARDING,
        "just_begun",
    ),
    "renewal near": (
        a_customer(renewal_on=TODAY + dt.timedelta(days=120)),
        CustomerDetails(owned=(OWNED,)),
        JourneyStage.RENEWAL,
        "renewal_near",
    ),
    "renewal far": (
        a_customer(renewal_on=TODAY + dt.timedelta(days=121)),
        CustomerDetails(owned=(OWNED,)),
        JourneyStage.IN_USE,
        "uses_since",
    ),
    "renewal long past": (
        a_customer(renewal_on=ago(31)),
        CustomerDetails(owned=(OWNED,)),
        JourneyStage.IN_USE,
        "",
    ),
    "a contract of tomorrow": (
        a_customer(contracted_on=TODAY + dt.timedelta(days=1)),
        CustomerDetails(),
        JourneyStage.LEAD,
        "",
    ),
}


@pytest.mark.parametrize(("customer", "details", "stage", "code"), JOURNEYS.values(), ids=JOURNEYS)
def test_the_stage_follows_from_deals_products_and_dates(
    customer: Customer, details: CustomerDetails, stage: JourneyStage, code: str
) -> None:
    found = journey_of(customer, details, TODAY)
    assert (found.stage, found.is_by_hand) == (stage, False)
    assert code in ("", found.because.code)


def test_the_stage_that_the_user_set_wins_and_says_so() -> None:
    found = journey_of(a_customer(stage=JourneyStage.RENEWAL), CustomerDetails(owned=(OWNED,)), TODAY)
    assert (found.stage, found.derived, found.is_by_hand) == (JourneyStage.RENEWAL, JourneyStage.IN_USE, True)


def test_purchases_are_won_deals_of_two_years() -> None:
    deals = (
        a_deal(1, on=ago(20), amount=300),
        a_deal(2, on=ago(700), amount=200),
        a_deal(3, on=ago(731), amount=1000),
        a_deal(4, on=ago(5), outcome="lost"),
        a_deal(5, on=TODAY + dt.timedelta(days=3)),
        a_deal(6, on=None, amount=None),
    )
    found = purchases_of(deals, TODAY, [100.0, 200.0, 500.0, 900.0, 1200.0])
    assert found is not None
    assert (found.count, found.total, found.last_on) == (3, 500.0, ago(20))
    assert (found.recency, found.frequency, found.money) == (5, 3, 3)
    assert found.code == "5-3-3"


@pytest.mark.parametrize(("days", "grade"), [(30, 5), (31, 4), (90, 4), (180, 3), (365, 2), (366, 1)])
def test_recency_has_its_borders(days: int, grade: int) -> None:
    found = purchases_of((a_deal(1, on=ago(days)),), TODAY)
    assert found is not None
    assert (found.recency, found.money) == (grade, None)


def test_deals_without_an_amount_give_no_grade_for_money() -> None:
    found = purchases_of((a_deal(1, amount=None),), TODAY, [100.0, 200.0, 500.0, 900.0, 1200.0])
    assert found is not None
    assert (found.money, found.code) == (None, "5-1-–")


def test_whoever_bought_nothing_has_no_grades() -> None:
    assert purchases_of((a_deal(1, outcome=""),), TODAY) is None
    assert sums_of((a_deal(1, outcome=""),), TODAY) == {}


def test_the_score_is_neutral_at_fifty_and_halves_with_time() -> None:
    fresh, old = (score_of([heard(Signal.BUYING_SIGNAL, days)], TODAY) for days in (0, HALF_LIFE_DAYS))
    assert fresh is not None
    assert old is not None
    assert fresh.because[0].points == 2 * old.because[0].points == POINTS[Signal.BUYING_SIGNAL]
    assert 50 < old.value < fresh.value
    assert score_of([heard(Signal.BUYING_SIGNAL, FORGOTTEN_DAYS)], TODAY) is None
    assert score_of([], TODAY) is None


def test_each_person_counts_once_a_meeting_and_several_weigh_more() -> None:
    once = score_of([heard(Signal.NEED, 3)], TODAY)
    again = score_of([heard(Signal.NEED, 3), heard(Signal.NEED, 3)], TODAY)
    both = score_of([heard(Signal.NEED, 3), heard(Signal.NEED, 3, "佐藤")], TODAY)
    assert once == again
    assert once is not None
    assert both is not None
    assert both.value > once.value
    assert both.people == 2


SAID = st.builds(
    heard,
    st.sampled_from(Signal),
    st.integers(0, 500),
    st.sampled_from(["高橋", "佐藤", "customer"]),
)


@given(st.lists(SAID, max_size=20), st.randoms())
def test_the_score_lies_in_its_bounds_names_its_evidence_and_knows_no_order(
    said: list[HeardSignal], random: object
) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = score_of(said, TODAY)
    assert found == score_of(shuffled, TODAY)
    if found is not None:
        assert 0 <= found.value <= 100
        assert found.because
        assert all(reason.meeting_id and reason.turn >= 0 for reason in found.because)


@given(st.lists(SAID, max_size=12), st.sampled_from([Signal.DISSATISFACTION, Signal.OBJECTION]))
def test_what_stands_against_never_warms(said: list[HeardSignal], signal: Signal) -> None:
    before = score_of(said, TODAY)
    after = score_of([*said, heard(signal, 1, "新人", meeting="new")], TODAY)
    assert after is not None
    assert after.value <= (before.value if before else 50)


TAKAHASHI = Contact(id=ContactId("t"), customer_id=WHO, name="高橋 由美子", department="経理部", role="課長")
SATO = Contact(id=ContactId("s"), customer_id=WHO, name="佐藤", department="経営企画", role="取締役")
ITO = Contact(id=ContactId("i"), customer_id=WHO, name="伊藤", department="経理部", role="主任")
PEOPLE = (TAKAHASHI, SATO, ITO)


def there(person: str, *days: int) -> list[Presence]:
    return [Presence(meeting_id=MeetingId(f"m{day}"), held_on=ago(day), person=person) for day in days]


ALERTS = {
    "usual contact only objects, an executive wants it": (
        [heard(Signal.OBJECTION, 5, "高橋由美子"), heard(Signal.BUYING_SIGNAL, 5, "佐藤")],
        [*there("高橋由美子", 5, 40, 90), *there("佐藤", 5)],
        "only_against",
    ),
    "usual contact is not there, another department asks": (
        [heard(Signal.NEED, 10, "佐藤")],
        [*there("高橋由美子", 90, 120), *there("佐藤", 10)],
        "not_there",
    ),
}
QUIET = {
    "the usual contact moves too": (
        [
            heard(Signal.OBJECTION, 5, "高橋由美子"),
            heard(Signal.SUCCESS, 30, "高橋由美子"),
            heard(Signal.BUYING_SIGNAL, 5, "佐藤"),
        ],
        [*there("高橋由美子", 5, 30), *there("佐藤", 5)],
    ),
    "only a colleague of the same department": (
        [heard(Signal.OBJECTION, 5, "高橋由美子"), heard(Signal.BUYING_SIGNAL, 5, "伊藤")],
        [*there("高橋由美子", 5, 40), *there("伊藤", 5)],
    ),
    "the interest is old": (
        [heard(Signal.OBJECTION, 5, "高橋由美子"), heard(Signal.BUYING_SIGNAL, 61, "佐藤")],
        there("高橋由美子", 5, 40),
    ),
    "nobody was met twice": (
        [heard(Signal.OBJECTION, 5, "高橋由美子"), heard(Signal.BUYING_SIGNAL, 5, "佐藤")],
        [*there("高橋由美子", 5), *there("佐藤", 5)],
    ),
    "nobody was met lately": ([], there("高橋由美子", 90, 120)),
}


def alert(said: list[HeardSignal], present: list[Presence]) -> OtherInterest | None:
    return other_interest(said, present, PEOPLE, TODAY)


@pytest.mark.parametrize(("said", "present", "code"), ALERTS.values(), ids=ALERTS)
def test_the_alert_names_who_stalls_and_who_asks(said: list[HeardSignal], present: list[Presence], code: str) -> None:
    found = alert(said, present)
    assert found is not None
    assert (found.usual, found.stalls.code) == ("高橋由美子", code)
    assert dict(found.others[0].figures)["person"] == "佐藤"
    assert found.others[0].meeting_id
    assert found.others[0].turn >= 0


@pytest.mark.parametrize(("said", "present"), QUIET.values(), ids=QUIET)
def test_the_alert_keeps_quiet_else(said: list[HeardSignal], present: list[Presence]) -> None:
    assert alert(said, present) is None


@pytest.mark.parametrize(
    ("called", "expected"),
    [("高橋様", TAKAHASHI), ("高橋 由美子さん", TAKAHASHI), ("佐藤", SATO), ("伊", ITO), ("山本", None), ("", None)],
)
def test_a_person_is_known_by_the_name_that_they_are_called(called: str, expected: Contact | None) -> None:
    assert contact_named(called, PEOPLE) == expected


def test_a_name_of_two_people_is_nobodys() -> None:
    assert contact_named("高橋", (TAKAHASHI, replace(TAKAHASHI, id=ContactId("u"), name="高橋 一郎"))) is None


def test_of_two_usual_contacts_the_one_met_last_counts() -> None:
    assert usual_contact([*there("高橋", 20, 90), *there("佐藤", 10, 120)], TODAY) == "佐藤"
    assert usual_contact(there("高橋", 400, 500), TODAY) is None
