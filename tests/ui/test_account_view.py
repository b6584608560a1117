"""The customer's page follows what was said over meetings: lines lead to their words, a tick can be taken back."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from insight_desktop.chronicle import Event, EventKind
from insight_desktop.domain.account import Issue, IssueStatus, Promise, Sighting
from insight_desktop.domain.customer import CustomerDetails, Deal
from insight_desktop.domain.ids import CustomerId, DealId, MeetingId, SuggestionId
from insight_desktop.domain.insight import InsightKind, NextStep, Owner
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.ui import wording
from insight_desktop.ui.application import Program
from insight_desktop.ui.customers.brief import brief
from insight_desktop.ui.customers.entry_words import words_of
from insight_desktop.ui.customers.view import CustomersView
from insight_desktop.ui.language import Language, Languages
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.link import Link
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts

FIRST, LAST = dt.date(2025, 3, 4), dt.date(2026, 11, 20)


def _sighting(meeting: str, on: dt.date, turn: int, kind: InsightKind = InsightKind.PAIN) -> Sighting:
    return Sighting(meeting_id=MeetingId(meeting), held_on=on, turns=(turn,), summary="締めに三日かかる", kind=kind)


def _issue(status: IssueStatus, *, solution: Sighting | None = None) -> Issue:
    seen = (_sighting("old", FIRST, 2), _sighting("new", LAST, 5))
    return Issue(kind=InsightKind.PAIN, summary="締めに三日かかる", status=status, sightings=seen, solution=solution)


@pytest.fixture
def opened(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path
) -> Callable[..., tuple[Program, CustomersView]]:
    shutil.copytree(filled, tmp_path / "copy")

    def open_it(**look: str) -> tuple[Program, CustomersView]:
        program = open_program(tmp_path / "copy", "customers", **look)
        view = program.window.presenter("customers").widget  # type: ignore[union-attr]
        assert isinstance(view, CustomersView)
        qtbot.waitUntil(lambda: bool(view.findChildren(QCheckBox)))
        still(qtbot, program)
        return program, view

    return open_it


def _texts(view: CustomersView) -> list[str]:
    return [each.text() for each in view.account.findChildren(QLabel) if each.isVisible()]


def _promises(view: CustomersView) -> list[str]:
    return [box.accessibleName() for box in view.account.findChildren(QCheckBox) if box.isVisible()]


def test_a_promise_that_was_ticked_by_mistake_is_taken_back(
    qtbot: QtBot, opened: Callable[..., tuple[Program, CustomersView]]
) -> None:
    program, view = opened()
    before = _promises(view)
    view.account.findChildren(QCheckBox)[0].click()
    qtbot.waitUntil(lambda: _promises(view) == before[1:])
    program.window._toast._undo.click()
    qtbot.waitUntil(lambda: _promises(view) == before)


@pytest.mark.parametrize(("ui", "look"), [("ja", "light"), ("en", "dark")])
def test_issues_promises_and_successes_lead_to_their_words(
    qtbot: QtBot, opened: Callable[..., tuple[Program, CustomersView]], ui: str, look: str
) -> None:
    program, view = opened(ui=ui, look=look)
    page = view.account._page
    assert page is not None
    solved = _sighting("new", LAST, 7, InsightKind.SUCCESS)
    step = NextStep(turns=(9,), owner=Owner.REP, what="見積を送る", due=FIRST)
    account = replace(
        page.account,
        issues=(_issue(IssueStatus.CONTINUING), _issue(IssueStatus.SOLVED, solution=solved)),
        promises=(Promise(step=step, meeting_id=MeetingId("old"), held_on=FIRST, is_overdue=True),),
        successes=(solved,),
    )
    with qtbot.assertNotEmitted(view.meeting_opened):
        view.account.show_page(replace(page, account=account, since=None))
        still(qtbot, program)
    told: list[str] = []
    view.account.meeting_opened.disconnect()
    view.account.meeting_opened.connect(told.append)
    for link in view.account.findChildren(Link):
        if link.isVisible():
            link.click()
    assert {"new#5", "old#9", "new#7"} <= set(told)
    shown = " ".join(_texts(view))
    assert wording.full_day(FIRST) in shown
    assert cut_texts(program.window) == []


def test_a_day_that_is_far_has_its_year(qapp: object) -> None:
    languages = Languages(qapp)  # type: ignore[arg-type]
    languages.use(Language.JAPANESE)
    try:
        near, far = dt.date(2027, 5, 29), dt.date(2026, 5, 30)
        assert (wording.day(near), wording.day(far)) == ("5/29(土)", "2026/5/30(土)")
        assert wording.day(dt.date(2025, 11, 29)) == "2025/11/29(土)"
    finally:
        languages.remove()


def test_a_deal_that_is_decided_expects_nothing(qapp: object) -> None:
    languages = Languages(qapp)  # type: ignore[arg-type]
    languages.use(Language.JAPANESE)
    deal = Deal(id=DealId("d"), customer_id=CustomerId("c"), name="増設", expected_on=LAST)
    try:
        told = [words_of(replace(deal, outcome=outcome), str).facts for outcome in ("", "won", "lost")]
    finally:
        languages.remove()
    assert told == ["2026/11/20(金) 受注予定", "2026/11/20(金) 決定", "2026/11/20(金) 決定"]


def test_the_brief_writes_days_as_the_page_does(opened: Callable[..., tuple[Program, CustomersView]]) -> None:
    _, view = opened()
    page = view.account._page
    assert page is not None
    step = NextStep(turns=(9,), owner=Owner.REP, what="見積を送る", due=LAST)
    promise = Promise(step=step, meeting_id=MeetingId("old"), held_on=FIRST, is_overdue=True)
    customer = replace(page.customer, renewal_on=dt.date(2027, 1, 31))
    account = replace(page.account, promises=(promise,))
    told = brief(replace(page, customer=customer, account=account, details=CustomerDetails()))
    assert "- [ ] 期限切れ · 自社: 見積を送る · 11/20(金)\n" in told
    assert "更新: 2027/1/31(日)" in told


@pytest.mark.parametrize(("ui", "look"), [("ja", "light"), ("en", "dark")])
def test_the_timeline_holds_what_happened_beside_the_meetings(
    qtbot: QtBot, opened: Callable[..., tuple[Program, CustomersView]], ui: str, look: str
) -> None:
    program, view = opened(ui=ui, look=look)
    page = view.account._page
    assert page is not None
    events = tuple(Event(kind=kind, on=FIRST, text="KEI-LITE") for kind in EventKind if kind is not EventKind.OFFER)
    offers = tuple(
        Event(kind=EventKind.OFFER, on=LAST, text="SEIKYU", state=state, suggestion_id=SuggestionId("s"), amount=9.0)
        for state in SuggestionState
    )
    view.account.show_page(replace(page, events=(*offers, *events)))
    still(qtbot, program)
    view.account._unfold(view.account.tr("Timeline"), view.account._fill_timeline)
    still(qtbot, program)
    shown = _texts(view)
    assert shown.count(wording.full_day(FIRST)) == len(events)
    assert cut_texts(program.window) == []
    badges = [each for each in view.account.findChildren(Badge) if each.isVisible()]
    assert [each.accessibleName() for each in badges if each.width() < each.sizeHint().width()] == []
    with qtbot.waitSignal(view.account.suggestion_opened) as chosen:
        next(each for each in view.account.findChildren(Link) if each.accessibleName() == "請求たすけ").click()
    assert chosen.args == ["s"]


def test_a_long_word_makes_no_page_wider_than_the_window(
    qtbot: QtBot, opened: Callable[..., tuple[Program, CustomersView]]
) -> None:
    program, view = opened()
    page = view.account._page
    assert page is not None
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-International"
    customer = replace(page.customer, name=name, properties=(("Site", f"https://example.com/{name}"),))
    program.window.resize(1024, 680)
    for tab in ("overview", "records"):
        view.account.show_page(replace(page, customer=customer))
        view.show_tab(tab)
        still(qtbot, program)
        assert not view._scroll.horizontalScrollBar().isVisible()
        assert view.account._brief.visibleRegion().boundingRect().width() == view.account._brief.width()
    assert name in _texts(view)
    assert cut_texts(program.window) == []


def test_tab_goes_from_the_tabs_to_the_numbers_below_them(
    qtbot: QtBot, opened: Callable[..., tuple[Program, CustomersView]]
) -> None:
    _, view = opened()
    tabs, numbers = view.account._tabs, view.account.numbers
    assert qtbot is not None
    order, at = [], view.account._brief.nextInFocusChain()
    while at is not view.account._brief and len(order) < 500:
        order.append(at)
        at = at.nextInFocusChain()
    assert order.index(tabs.button("overview")) < order.index(numbers.tiles["warmth"]._more)


def test_hundreds_of_promises_unfold_a_few_at_a_time(
    qtbot: QtBot, opened: Callable[..., tuple[Program, CustomersView]]
) -> None:
    program, view = opened()
    page = view.account._page
    assert page is not None
    promises = tuple(
        Promise(
            step=NextStep(turns=(0,), owner=Owner.REP, what=f"約束 {number}"), meeting_id=MeetingId("m"), held_on=LAST
        )
        for number in range(180)
    )
    view.account.show_page(replace(page, account=replace(page.account, promises=promises)))
    still(qtbot, program)
    assert len(_promises(view)) == 8
    view.account._unfold(view.account.tr("Promises"), view.account._fill_now)
    assert len(_promises(view)) < 100
    qtbot.waitUntil(lambda: _promises(view) == [f"約束 {number}" for number in range(180)])
