"""Questions after a sale stand on the home page and the customer's; done and put off, with undo."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from insight_desktop.aftercare import POSTPONED_DAYS, next_check_ins
from insight_desktop.domain.ids import CustomerId
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.store.suggestions import SuggestionEvent
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.customers.view import CustomersView
from insight_desktop.ui.today.check_ins_card import CheckInsCard
from insight_desktop.ui.today.view import TodayView
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts

TODAY = dt.datetime.now().astimezone().date()


@pytest.fixture
def sold(filled: Path, tmp_path: Path) -> tuple[Path, CustomerId]:
    """Return a workspace with a sale of twenty days ago, and who bought."""
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    with Workspace.open(copy) as workspace:
        sale = next(row.suggestion for row in workspace.suggestions.listed() if row.suggestion.customer_id)
        at = dt.datetime.now(dt.UTC) - dt.timedelta(days=20)
        for state in (SuggestionState.PRESENTED, SuggestionState.ACCEPTED):
            workspace.suggestions.set_state(sale.id, SuggestionEvent(state=state, at=at))
    assert sale.customer_id is not None
    return copy, sale.customer_id


def cards(within: QWidget) -> list[CheckInsCard]:
    return [card for card in within.findChildren(CheckInsCard) if card.isVisible()]


def test_one_put_off_leaves_the_day_and_undo_brings_it_back(
    qtbot: QtBot, open_program: Open, sold: tuple[Path, CustomerId]
) -> None:
    folder, customer = sold
    program = open_program(folder, "today")
    view = program.window.presenter("today").view  # type: ignore[union-attr]
    assert isinstance(view, TodayView)
    qtbot.waitUntil(lambda: bool(cards(view)))
    assert program.context is not None
    workspace = program.context.workspace
    (before,) = next_check_ins(workspace, customer, TODAY)

    cards(view)[0].postponed.emit(before.suggestion_id, before.days)
    still(qtbot, program)
    (moved,) = next_check_ins(workspace, customer, TODAY)
    assert moved.due == TODAY + dt.timedelta(days=POSTPONED_DAYS)
    qtbot.waitUntil(lambda: not cards(view))

    program.window._toast._undo.click()
    still(qtbot, program)
    assert next_check_ins(workspace, customer, TODAY) == (before,)
    qtbot.waitUntil(lambda: bool(cards(view)))


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_the_question_is_seen_without_scrolling_however_many_promises_are_open(
    qtbot: QtBot, open_program: Open, sold: tuple[Path, CustomerId], ui: str
) -> None:
    program = open_program(sold[0], "today", ui=ui)
    view = program.window.presenter("today").view  # type: ignore[union-attr]
    assert isinstance(view, TodayView)
    qtbot.waitUntil(lambda: bool(cards(view)))
    assert view._today is not None
    assert view._today.promises
    many = tuple(view._today.promises[:1]) * 16
    view.show_today(replace(view._today, promises=many), TODAY)
    still(qtbot, program)
    (card,) = cards(view)
    assert card.visibleRegion().boundingRect().size() == card.size()
    assert cut_texts(program.window) == []


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_the_customer_s_page_says_when_to_ask(
    qtbot: QtBot, open_program: Open, sold: tuple[Path, CustomerId], ui: str
) -> None:
    folder, customer = sold
    program = open_program(folder, "customers", ui=ui)
    presenter = program.window.presenter("customers")
    assert presenter is not None
    presenter.open(customer)
    view = presenter.widget
    assert isinstance(view, CustomersView)
    qtbot.waitUntil(lambda: bool(cards(view.account)))
    still(qtbot, program)
    assert cut_texts(program.window) == []
    assert program.context is not None
    workspace = program.context.workspace
    assert [each.days for each in next_check_ins(workspace, customer, TODAY)] == [14]

    cards(view.account)[0].findChildren(QCheckBox)[0].click()
    still(qtbot, program)
    assert [each.days for each in next_check_ins(workspace, customer, TODAY)] == [45]
