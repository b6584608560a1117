"""The page of suggestions: the verdict follows what is switched off, and what became of an offer is kept."""

import datetime as dt
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import CustomerId, StoryId, new_id
from insight_desktop.domain.story import SuccessStory
from insight_desktop.domain.suggestion import SuggestionState, Timing
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.amounts import Expected, Unit
from insight_desktop.suggestions.gate import Cue, GateSignal
from insight_desktop.suggestions.lifecycle import OPEN, next_states
from insight_desktop.ui import wording
from insight_desktop.ui.customers.sheets import about, with_values
from insight_desktop.ui.customers.view import CustomersView
from insight_desktop.ui.field_kinds import values_of
from insight_desktop.ui.meaning import MeaningService
from insight_desktop.ui.suggestions.view import SuggestionsView
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts


@pytest.mark.parametrize("nps", [None, -100, 0, 9, 45])
def test_the_form_changes_nothing_that_the_user_left_alone(qtbot: QtBot, nps: int | None) -> None:
    customer = Customer(
        id=CustomerId("c"),
        name="株式会社山田製作所",
        current_products=("A", "B"),
        nps=nps,
        renewal_on=dt.date(2027, 1, 31) if nps else None,
        open_case="鍵",
        memo="一行目\n二行目",
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SheetDialog(parent, "", about(), values_of(customer))
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save.click()
    assert with_values(customer, saved.args[0]) == customer


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_customer_is_edited_by_hand_and_undone(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    program = open_program(copy, "customers")
    presenter = program.window.presenter("customers")
    assert program.context is not None
    view = presenter.widget  # type: ignore[union-attr]
    assert isinstance(view, CustomersView)
    qtbot.waitUntil(lambda: view.account._page is not None)
    before = view.account._page.customer  # type: ignore[union-attr]
    view.edit_requested.emit()
    dialog = view.findChild(SheetDialog)
    dialog.editors["tags"].line.setText("重点；製造")
    dialog.editors["properties"].paragraph.setPlainText("締め日：20日")
    dialog.save.click()
    customers = program.context.workspace.customers
    still(qtbot, program)
    kept = customers.get(before.id)
    assert kept is not None
    assert (kept.tags, kept.properties) == (("重点", "製造"), (("締め日", "20日"),))
    program.window._toast._undo.click()
    still(qtbot, program)
    assert customers.get(before.id) == before


def test_the_verdict_follows_a_signal_and_the_offer_is_noted(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    program = open_program(copy, "suggestions")
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    assert isinstance(view, SuggestionsView)
    qtbot.waitUntil(lambda: view.card.verdict._shown is not None)
    assert view.card.verdict._shown is not None
    assert view.card.verdict._shown[0].verdict.timing is Timing.HOLD

    complaint = wording.CUES
    names = {each.text for each in complaint.values()}
    boxes = [box for box in view.card.verdict.findChildren(QCheckBox) if box.accessibleName() in names]
    boxes[0].click()
    still(qtbot, program)
    qtbot.waitUntil(lambda: view.card.verdict._shown[0].verdict.timing is not Timing.HOLD)  # type: ignore[index]

    presented = wording.SUGGESTION_STATES[SuggestionState.PRESENTED].text
    buttons = [each for each in view.card.life.findChildren(QAbstractButton) if each.text().strip() == presented]
    buttons[-1].click()
    still(qtbot, program)
    assert program.context is not None
    log = program.context.workspace.suggestions
    assert SuggestionState.PRESENTED in {row.suggestion.state for row in log.listed()}


def test_a_step_noted_by_mistake_is_taken_back(qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path) -> None:
    """A refusal that was none would hold every offer to the customer back for months."""
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    program = open_program(copy, "suggestions")
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    assert isinstance(view, SuggestionsView)
    qtbot.waitUntil(lambda: view.card.verdict._shown is not None)
    assert view.card.verdict._shown is not None
    chosen = view.card.verdict._shown[0].suggestion.id
    assert program.context is not None
    log = program.context.workspace.suggestions
    customer = log.listed()[0].suggestion.customer_id
    assert customer is not None
    for state in (SuggestionState.PRESENTED, SuggestionState.DECLINED):
        before = (log.get(chosen), log.history(chosen), log.steps_of_customer(customer))
        view.card.life.state_wanted.emit(state, "A", 5000.0, "高い")
        still(qtbot, program)
        assert log.history(chosen)[-1].state is state
        program.window._toast._undo.click()
        still(qtbot, program)
        assert (log.get(chosen), log.history(chosen), log.steps_of_customer(customer)) == before
        view.card.life.state_wanted.emit(state, "A", 5000.0, "高い")
        still(qtbot, program)


@pytest.mark.parametrize("ui", ["ja", "en"])
@pytest.mark.parametrize("state", sorted(OPEN))
def test_no_step_of_an_offer_is_cut(
    qtbot: QtBot, open_program: Open, filled: Path, ui: str, state: SuggestionState
) -> None:
    program = open_program(filled, "suggestions", ui=ui)
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    assert isinstance(view, SuggestionsView)
    qtbot.waitUntil(lambda: view.card._advice is not None)
    assert view.card._advice is not None

    view.card.life.show_life(replace(view.card._advice, next_states=next_states(state)))
    still(qtbot, program)

    assert cut_texts(program.window) == []
    steps = view.card.life.findChildren(QPushButton)
    steps = [each for each in steps if each.isVisible() and not each.isCheckable()]
    assert len(steps) == len(next_states(state))
    assert all(view.card.life.rect().contains(_area(each, view.card.life)) for each in steps)
    assert not any(a is not b and _area(a, view).intersects(_area(b, view)) for a in steps for b in steps)


@pytest.mark.parametrize("ui", ["ja", "en"])
@pytest.mark.parametrize("count", [None, 12])
def test_a_price_for_each_user_says_how_it_was_counted(
    qtbot: QtBot, open_program: Open, filled: Path, ui: str, count: int | None
) -> None:
    program = open_program(filled, "suggestions", ui=ui)
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    assert isinstance(view, SuggestionsView)
    qtbot.waitUntil(lambda: view.card._advice is not None)
    assert view.card._advice is not None
    amount = Expected(amount=1200.0 * (count or 1), price=1200.0, unit=Unit.USER, count=count)
    steps = next_states(SuggestionState.CONSIDERING)

    view.card.life.show_life(replace(view.card._advice, expected=amount, next_states=steps))
    still(qtbot, program)

    field = view.card.life.findChild(QDoubleSpinBox)
    assert isinstance(field, QDoubleSpinBox)
    assert field.value() == amount.amount
    counted = field.accessibleDescription()
    assert ("12" in counted) == (count is not None)
    assert counted in {each.text() for each in view.card.life.findChildren(QLabel) if each.isVisible()}
    assert cut_texts(program.window) == []

    agreed = replace(view.card._advice.suggestion, amount=9000.0)
    view.card.life.show_life(replace(view.card._advice, suggestion=agreed, expected=amount, next_states=steps))
    (field,) = [each for each in view.card.life.findChildren(QDoubleSpinBox) if each.value() == agreed.amount]
    assert not field.accessibleDescription()


class Alike:
    """Finds that everything means the same."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        return np.ones((len(texts), 384), np.float32)


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_a_story_found_by_meaning_is_told_with_its_reasons(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ui: str
) -> None:
    def ask(
        self: MeaningService, question: Callable[[Alike], object], then: Callable[[object], None], **_: object
    ) -> None:
        self._operations.work(lambda: question(Alike()), then=then)

    monkeypatch.setattr(MeaningService, "ask_of_problems", ask)
    copy = shutil.copytree(filled, tmp_path / "copy")
    told = SuccessStory(id=StoryId(new_id()), title="Bay Dental", problem="the printer", product="KEI-MULTI")
    with Workspace.open(copy) as workspace:
        workspace.stories.save(told)
    program = open_program(copy, "suggestions", ui=ui)
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    assert isinstance(view, SuggestionsView)
    qtbot.waitUntil(lambda: view.card._near is not None)
    still(qtbot, program)

    why = {"ja": "似た困りごと: the printer", "en": "The problem is alike: the printer"}[ui]
    assert any(why in each.text() for each in view.card._story.findChildren(QLabel))
    assert cut_texts(program.window) == []
    with qtbot.waitSignal(view.story_opened) as opened:
        view.card._story.findChildren(QAbstractButton)[0].click()
    assert opened.args == [told.id]
    view.card.show_story(None)
    assert view.card._story.isHidden()


def test_what_is_typed_stays_when_the_page_is_read_again(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    """Any job that ends reads the page again, also while a reason is being written."""
    program = open_program(filled, "suggestions")
    presenter = program.window.presenter("suggestions")
    view = presenter.view  # type: ignore[union-attr]
    assert isinstance(view, SuggestionsView)
    qtbot.waitUntil(lambda: view.card._advice is not None)
    assert view.card._advice is not None
    considered = next_states(SuggestionState.CONSIDERING)
    view.card.life.show_life(replace(view.card._advice, next_states=considered))
    (field,) = [each for each in view.card.life.findChildren(QLineEdit) if each.placeholderText()]
    field.setText("来期の予算で")

    view.card.life.show_life(replace(view.card._advice, next_states=considered, words={}))

    assert [each.text() for each in view.card.life.findChildren(QLineEdit) if each.placeholderText()] == [
        "来期の予算で"
    ]
    view.card.life.retranslate()


@pytest.mark.parametrize(
    ("cue", "detail", "told"),
    [
        (Cue.OFFERED_LATELY, "2026-12-28", "12/28(月)から提案できます"),
        (Cue.RENEWAL, "2027-01-31", "1/31(日)"),
        (Cue.NEAR_LIMIT, "利用者数 18 / 20 人", "利用者数 18 / 20 人"),
    ],
)
def test_a_day_behind_a_signal_is_written_as_a_day(
    qtbot: QtBot, open_program: Open, filled: Path, cue: Cue, detail: str, told: str
) -> None:
    program = open_program(filled, "suggestions")
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    assert isinstance(view, SuggestionsView)
    qtbot.waitUntil(lambda: view.card._advice is not None)
    assert view.card._advice is not None
    signal = GateSignal(cue=cue, detail=detail)
    view.card.verdict.show_verdict(replace(view.card._advice, signals=(signal,)), frozenset())
    shown = " ".join(each.text() for each in view.card.verdict.findChildren(QLabel) if not each.isHidden())
    assert told in shown
    assert told == detail or detail not in shown


def _area(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())


def test_boxes_for_numbers_show_their_numbers(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    program = open_program(filled, "settings")
    boxes = program.window.findChildren(QSpinBox)
    assert boxes
    for box in boxes:
        line = box.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        assert line.width() > line.fontMetrics().horizontalAdvance(line.text())
