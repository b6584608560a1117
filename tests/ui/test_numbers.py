"""The numbers on the page of customers: shown with their reasons, set by hand, filtered and sorted by."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from insight_desktop.account_numbers import ListWish, Order
from insight_desktop.accounts.loyalty import Loyalty
from insight_desktop.domain.customer import Contact, JourneyStage, NpsSource
from insight_desktop.domain.ids import ContactId, SegmentRuleId, new_id
from insight_desktop.domain.segment import SegmentRule
from insight_desktop.domain.speaker import CUSTOMER, Role, Speaker
from insight_desktop.domain.suggestion import Timing
from insight_desktop.settings.options import Page
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.cues import Cue
from insight_desktop.ui.application import Program
from insight_desktop.ui.customers.view import CustomersView
from insight_desktop.ui.settings.view import SettingsView
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog
from tests.suggestions.accounts import DOUBT, LEAN, Story, told
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts

SAID = Story(said=(), timing=Timing.NOW, because=Cue.LEAN)


@pytest.fixture
def copy(filled: Path, tmp_path: Path) -> Path:
    """A workspace whose first customer has a doubting contact and an executive who asks."""
    target = tmp_path / "copy"
    shutil.copytree(filled, target)
    today = dt.datetime.now().astimezone().date()
    with Workspace.open(target) as workspace:
        (yamada,) = workspace.customers.named("山田製作所")
        for meeting in workspace.meetings.list().meetings:
            if meeting.meeting.customer_id == yamada.id:
                workspace.meetings.trash(meeting.meeting.id)
        for name, role in (("高橋 由美子", "課長"), ("佐藤 健一", "取締役")):
            workspace.details.save(Contact(id=ContactId(new_id()), customer_id=yamada.id, name=name, role=role))
        for days, name, line in ((40, "高橋様", DOUBT), (9, "高橋様", DOUBT), (3, "佐藤様", LEAN)):
            meeting_id = told(workspace, yamada, SAID, today - dt.timedelta(days=days), (line,))
            segments = [each.segment for each in workspace.transcripts.current(meeting_id)]
            workspace.transcripts.begin(meeting_id, language="ja", model="again")
            speakers = (Speaker(label=CUSTOMER, name=name, role=Role.CUSTOMER),)
            workspace.transcripts.complete(meeting_id, segments, speakers, model="again")
        workspace.segment_rules.replace((SegmentRule(id=SegmentRuleId(new_id()), segment="大手", least=300),))
        workspace.customers.save(replace(yamada, employees=320, nps=10))
    return target


def opened(qtbot: QtBot, open_program: Open, folder: Path, ui: str = "ja") -> tuple[Program, CustomersView]:
    program = open_program(folder, "customers", ui=ui)
    view = program.window.presenter("customers").widget  # type: ignore[union-attr]
    assert isinstance(view, CustomersView)
    qtbot.waitUntil(lambda: view.account._page is not None)
    place = next(place for place, name in enumerate(view.names) if name == "山田製作所")
    view.choose_row(place)
    still(qtbot, program)
    qtbot.waitUntil(lambda: view.account.numbers._page is not None)
    return program, view


def texts(view: CustomersView) -> set[str]:
    numbers = view.account.numbers
    return {each.text() for kind in (QLabel, QPushButton) for each in numbers.findChildren(kind) if each.isVisible()}


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_each_number_unfolds_its_reasons(qtbot: QtBot, open_program: Open, copy: Path, ui: str) -> None:
    program, view = opened(qtbot, open_program, copy, ui)
    for name in view.account.numbers.tiles:
        before = texts(view)
        view.show_tab(name)
        still(qtbot, program)
        assert len(texts(view) - before) > 0, name
        qtbot.waitUntil(lambda: cut_texts(program.window) == [])
    view.show_tab("warmth")
    assert f"「{LEAN[0]}」" in texts(view) or f"“{LEAN[0]}”" in texts(view)


def test_the_alert_leads_to_the_words(qtbot: QtBot, open_program: Open, copy: Path) -> None:
    program, view = opened(qtbot, open_program, copy)
    assert view.account.numbers._alert.isVisible()
    link = next(each for each in view.account.numbers._alert.findChildren(QPushButton) if "佐藤" in each.text())
    link.click()
    qtbot.waitUntil(lambda: program.window.page == "meeting")


def test_a_stage_set_by_hand_wins_says_so_and_is_taken_back(qtbot: QtBot, open_program: Open, copy: Path) -> None:
    program, view = opened(qtbot, open_program, copy)
    assert program.context is not None
    customers = program.context.workspace.customers
    (yamada,) = customers.named("山田製作所")
    view.account.numbers.stage_set.emit("evaluation")
    still(qtbot, program)
    assert customers.get(yamada.id).stage is JourneyStage.EVALUATION  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: any("手で設定" in text for text in texts(view)))
    program.window._toast._undo.click()
    still(qtbot, program)
    assert customers.get(yamada.id).stage is None  # type: ignore[union-attr]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_score_written_by_hand_has_its_day(qtbot: QtBot, open_program: Open, copy: Path) -> None:
    program, view = opened(qtbot, open_program, copy)
    assert program.context is not None
    customers = program.context.workspace.customers
    (yamada,) = customers.named("山田製作所")
    view.edit_requested.emit()
    dialog = view.findChild(SheetDialog)
    assert isinstance(dialog, SheetDialog)
    dialog.editors["nps"].line.setText("4")
    dialog.save.click()
    still(qtbot, program)
    kept = customers.get(yamada.id)
    assert kept is not None
    assert (kept.nps, kept.nps_source) == (4, NpsSource.HAND)
    assert kept.nps_on == dt.datetime.now().astimezone().date()


def test_the_list_is_filtered_by_its_menu(qtbot: QtBot, open_program: Open, copy: Path) -> None:
    program, view = opened(qtbot, open_program, copy)
    everybody = view.names
    menus = [action.menu() for action in view.filters.menu().actions()]
    entries = {action.text(): action for menu in menus if menu for action in menu.actions()}  # type: ignore[attr-defined]
    assert {"温度の高い順", "推奨者", "更新前", "大手"} <= entries.keys()
    entries["大手"].trigger()
    still(qtbot, program)
    assert view.names == ("山田製作所",)
    assert "大手" in view.filters.button.text()
    view.filters.clear.click()
    still(qtbot, program)
    assert view.names == everybody
    next(action for action in view.filters.menu().actions() if action.text() == "ほかの方が関心あり").trigger()
    still(qtbot, program)
    assert view.names == ("山田製作所",)
    view.filters.clear.click()
    view.wished.emit(ListWish(order=Order.SCORE))
    still(qtbot, program)
    assert set(view.names) == set(everybody)
    view.wished.emit(ListWish(loyalty=Loyalty.DETRACTOR))
    still(qtbot, program)
    assert view.names == ()
    assert view._nobody.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_rules_of_segments_are_written_ordered_and_taken_back(qtbot: QtBot, open_program: Open, copy: Path) -> None:
    program = open_program(copy, "settings", ui="ja")
    view = program.window.presenter("settings").view  # type: ignore[union-attr]
    assert isinstance(view, SettingsView)
    assert program.context is not None
    kept = program.context.workspace.segment_rules
    view.go(Page.OFFERS)
    still(qtbot, program)
    view.segments.added.emit()
    dialog = view.findChild(SheetDialog)
    assert isinstance(dialog, SheetDialog)
    dialog.editors["segment"].line.setText("製造")
    dialog.editors["least"].line.setText("50")
    dialog.editors["most"].line.setText("5")
    dialog.save.click()
    assert dialog.isVisible()
    dialog.editors["most"].line.setText("500")
    dialog.save.click()
    still(qtbot, program)
    assert [rule.segment for rule in kept.all()] == ["大手", "製造"]
    view.segments.raised.emit(str(kept.all()[1].id))
    still(qtbot, program)
    assert [rule.segment for rule in kept.all()] == ["製造", "大手"]
    view.segments.removed.emit(str(kept.all()[0].id))
    still(qtbot, program)
    assert [rule.segment for rule in kept.all()] == ["大手"]
    program.window._toast._undo.click()
    still(qtbot, program)
    assert [rule.segment for rule in kept.all()] == ["製造", "大手"]
    assert cut_texts(program.window) == []
