"""How long the data of a customer's page takes with 10,000 meetings of 500 customers.

    python -m benchmarks.customer_page [--meetings 10000] [--customers 500] [--folder DIR]

Peer: the same question asked of a workspace that holds only that customer's meetings; the ratio says what the other
meetings cost. The folder is kept when it is named, so that a second run only reads.
"""

import argparse
import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from insight_desktop import account_numbers, chronicle, overviews, standing
from insight_desktop.account_numbers import ListWish, Order
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.customer import Contact, Customer, Deal, Detail, OwnedProduct, SupportCase, Usage
from insight_desktop.domain.ids import (
    ContactId,
    CustomerId,
    DealId,
    MeetingId,
    OwnedProductId,
    SupportCaseId,
    UsageId,
    new_id,
)
from insight_desktop.domain.insight import (
    Insight,
    InsightKind,
    LabelledTurn,
    NextStep,
    Owner,
    Sentiment,
    Signal,
    SignalScore,
)
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment
from insight_desktop.store.meetings import MeetingFilter
from insight_desktop.store.workspace import Workspace

TODAY = dt.date(2026, 11, 20)
_KINDS = tuple(InsightKind)
_SIGNALS = tuple(Signal)
_ROUNDS = 15


def fill(workspace: Workspace, meetings: int, customers: int) -> None:
    """Keep the meetings, equally many for each customer."""
    ids = [
        workspace.customers.save(Customer(id=CustomerId(new_id()), name=f"株式会社{number:04}")).id
        for number in range(customers)
    ]
    for at in range(0, meetings, 200):
        with workspace.db.atomic():
            for number in range(at, min(meetings, at + 200)):
                started = dt.datetime(2026, 11, 19, tzinfo=dt.UTC) - dt.timedelta(hours=3 * number)
                meeting = workspace.meetings.save(
                    Meeting(
                        id=MeetingId(new_id()),
                        title=f"定例 {number}",
                        started_at=started,
                        language="ja",
                        customer_id=ids[number % customers],
                    )
                )
                _tell(workspace, meeting.id)
                workspace.analyses.save(meeting.id, _analysis(number))
    for customer in ids:
        with workspace.db.atomic():
            for detail in _details(customer):
                workspace.details.save(detail)


def _tell(workspace: Workspace, meeting: MeetingId) -> None:
    """Keep what was said."""
    segments = [
        Segment(
            span=TimeSpan(start=5.0 * place, end=5.0 * place + 4),
            text=f"月末の締めに三日かかっていて困っています、{place} 回目です。",
            speaker=CUSTOMER if place % 2 else REP,
        )
        for place in range(40)
    ]
    workspace.transcripts.begin(meeting, language="ja", model="test")
    speakers = (Speaker(label=CUSTOMER, name="担当 1", role=Role.CUSTOMER), Speaker(label=REP, role=Role.REP))
    workspace.transcripts.complete(meeting, segments, speakers, model="test")


def _details(customer: CustomerId) -> Iterator[Detail]:
    """Yield what is kept of a customer in lists."""
    for place in range(3):
        yield Contact(
            id=ContactId(new_id()), customer_id=customer, name=f"担当 {place}", role="課長", is_decider=place == 0
        )
        yield Deal(id=DealId(new_id()), customer_id=customer, name=f"案件 {place}", amount=1e6, expected_on=TODAY)
        yield OwnedProduct(
            id=OwnedProductId(new_id()), customer_id=customer, product=f"製品 {place}", since=dt.date(2024, 4, 1)
        )
        yield Usage(id=UsageId(new_id()), customer_id=customer, name=f"利用 {place}", value=10 + place, ceiling=20)
        yield SupportCase(
            id=SupportCaseId(new_id()), customer_id=customer, subject=f"問い合わせ {place}", closed_on=TODAY
        )


def _analysis(number: int) -> Analysis:
    turns = tuple(
        LabelledTurn(
            index=place,
            labels=(SignalScore(signal=_SIGNALS[place % len(_SIGNALS)], confidence=0.9),) if place % 4 == 1 else (),
            sentiment=Sentiment.NEGATIVE,
        )
        for place in range(40)
    )
    insights = tuple(
        Insight(
            kind=_KINDS[place % len(_KINDS)], turns=(place,), summary=f"困りごと {(number + place) % 97} が続いている"
        )
        for place in range(8)
    )
    steps = (NextStep(turns=(9,), owner=Owner.REP, what=f"見積 {number} を送る", due=TODAY),)
    return Analysis(turns=turns, insights=insights, next_steps=steps)


def seconds(workspace: Workspace) -> float:
    """Return the median time of what the page reads, over several customers."""
    found = workspace.customers.list()
    times = []
    for number in range(_ROUNDS):
        customer = found[number * len(found) // _ROUNDS]
        began = time.process_time()
        workspace.customers.get(customer.id)
        account_numbers.numbers_of(workspace, customer, workspace.details.of(customer.id), TODAY)
        workspace.meetings.list(MeetingFilter(customer_id=customer.id), limit=100)
        overviews.account_of(workspace, customer.id, TODAY)
        chronicle.events_of(workspace, customer, workspace.details.of(customer.id), TODAY)
        standing.of_customer(workspace, customer.id, TODAY)
        times.append(time.process_time() - began)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--meetings", type=int, default=10_000)
    parser.add_argument("--customers", type=int, default=500)
    parser.add_argument("--folder", type=Path, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch) / "many"
        is_new = not (folder / "insight.db").exists()
        with Workspace.open(folder) as many, Workspace.open(Path(scratch) / "one") as one:
            if is_new:
                fill(many, options.meetings, options.customers)
            fill(one, options.meetings // options.customers, 1)
            alone, among = seconds(one), seconds(many)
            for order in (Order.MET, Order.SCORE):
                began = time.process_time()
                account_numbers.listed(many, ListWish(order=order), TODAY)
                print(f"list by {order}: {1000 * (time.process_time() - began):.0f} ms of processor")
            print(
                f"{1000 * among:.0f} ms of processor among all, {1000 * alone:.0f} ms alone, ratio {among / alone:.2f}"
            )


if __name__ == "__main__":
    main()
