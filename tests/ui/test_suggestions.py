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

from insight_desktop import advice
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import CustomerId, MeetingId, StoryId, new_id
from insight_desktop.domain.meeting import Meeting
from insight_desktop.domain.story import SuccessStory
from insight_desktop.domain.suggestion import SuggestionState, Timing
from insight_desktop.store.suggestions import SuggestionEvent
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.amounts import Expected, Unit
from insight_desktop.suggestions.comparison import Comparison, Difference, DifferenceKind
from insight_desktop.suggestions.cues import Cue, GateSignal
from insight_desktop.suggestions.lifecycle import OPEN, next_states
from insight_desktop.ui import wording
from insight_desktop.ui.customers.sheets import about, with_values
from insight_desktop.ui.customers.view import CustomersView
from insight_desktop.ui.field_kinds import values_of
from insight_desktop.ui.meaning import MeaningService
from insight_desktop.ui.suggestions.comparison_table import comparison_table
from insight_desktop.ui.suggestions.own_words import OwnWords
from insight_desktop.ui.suggestions.quote_line import QuoteLine
from insight_desktop.ui.suggestions.view import SuggestionsView
from insight_desktop.ui.widgets.basics import IconButton
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog
from tests.ui.conftest import Open, still
from tests.ui.filled import CATALOGUE_JA
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


def test_a_product_that_several_meetings_call_for_stands_once(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path
) -> None:
    """An old meeting would otherwise say «now» beside a newer one that says «later»."""
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    with Workspace.open(copy) as workspace:
        one = workspace.customers.list()[0]
        for meeting in workspace.meetings.list(limit=20).meetings:
            workspace.meetings.save(replace(meeting.meeting, customer_id=one.id))
        log = workspace.suggestions
        every = [row.suggestion for row in log.listed()]
        by_product = {each.product: [other for other in every if other.product == each.product] for each in every}
        assert any(len(same) > 1 for same in by_product.values())

        shown = advice.listed(workspace)
        newest = {product: same[0].id for product, same in by_product.items()}
        assert {row.suggestion.product: row.suggestion.id for row in shown.rows} == newest
        assert all(shown.instead[each.id] == newest[each.product] for each in every if each.id not in newest.values())

        older = next(same[-1] for same in by_product.values() if len(same) > 1)
        log.set_state(older.id, SuggestionEvent(state=SuggestionState.PRESENTED, at=dt.datetime.now(dt.UTC)))
        rows = advice.listed(workspace).rows
        assert [row.suggestion.id for row in rows if row.suggestion.product == older.product] == [older.id]
        log.set_state(older.id, SuggestionEvent(state=SuggestionState.DECLINED, at=dt.datetime.now(dt.UTC)))
        rows = advice.listed(workspace).rows
        assert [row.suggestion.id for row in rows if row.suggestion.product == older.product] == [older.id]
        long_ago = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
        log.set_state(older.id, SuggestionEvent(state=SuggestionState.DECLINED, at=long_ago))
        rows = advice.listed(workspace).rows
        assert {row.suggestion.id for row in rows if row.suggestion.product == older.product} == {
            older.id,
            newest[older.product],
        }
        log.set_state(older.id, SuggestionEvent(state=SuggestionState.PREPARED, at=dt.datetime.now(dt.UTC)))
    program = open_program(copy, "suggestions")
    program.window.go("suggestions", newest[older.product])
    still(qtbot, program)
    assert program.window.presenter("suggestions")._chosen == older.id  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("there", "said", "action"),
    [
        ("", "商品カタログを取り込んで", "カタログを開く"),
        ("catalogue", "カタログは準備できています", "録音を取り込む"),
        ("catalogue meeting", "カタログの商品で解決できる困りごとは語られていません", "カタログを開く"),
    ],
)
def test_the_empty_page_says_what_is_missing(
    open_program: Open, tmp_path: Path, there: str, said: str, action: str
) -> None:
    with Workspace.open(tmp_path / "w") as workspace:
        if "catalogue" in there:
            workspace.products.save_catalogue("ja", CATALOGUE_JA)
        if "meeting" in there:
            workspace.meetings.save(
                Meeting(id=MeetingId(new_id()), title="定例", started_at=dt.datetime.now(dt.UTC), language="ja")
            )
    program = open_program(tmp_path / "w", "suggestions")
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    shown = [each.text() for each in view.findChildren(QLabel) if each.isVisible()]
    assert any(said in text for text in shown)
    buttons = [each.text().strip() for each in view.findChildren(QPushButton) if each.isVisible()]
    assert buttons[0] == action
    assert cut_texts(program.window) == []


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_a_hold_says_what_to_repair_and_when_to_look_again(
    qtbot: QtBot, open_program: Open, filled: Path, ui: str
) -> None:
    program = open_program(filled, "suggestions", ui=ui)
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: view.card.verdict._shown is not None)
    verdict = view.card.verdict._shown[0].verdict
    shown = [each.text() for each in view.card.verdict.findChildren(QLabel) if each.isVisible()]
    assert verdict.timing is Timing.HOLD
    assert set(wording.first_steps(verdict)) <= set(shown)
    assert verdict.until is not None
    assert wording.look_again(verdict) in shown
    assert str(verdict.until.year) in wording.look_again(verdict)


def test_each_reason_leads_to_its_words(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    program = open_program(filled, "suggestions")
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: view.card.verdict._shown is not None)
    advice = view.card.verdict._shown[0]
    spoken = {signal.cue: signal.turn for signal in reversed(advice.signals) if signal.turn in advice.words}
    lines = view.card.verdict.findChildren(QuoteLine)
    assert len(lines) == len(spoken) > 0
    places: list[str] = []
    view.card.verdict.place_opened.connect(places.append)
    for line in lines:
        line.findChildren(IconButton)[-1].click()
    assert {place.partition("#")[2] for place in places} == {str(turn) for turn in spoken.values()}
    assert {place.partition("#")[0] for place in places} == {advice.suggestion.meeting_id}
    still(qtbot, program)
    assert program.window.page == "meeting"


@pytest.mark.parametrize("page", ["suggestions", "customers"])
def test_another_choice_is_read_from_its_top(qtbot: QtBot, open_program: Open, filled: Path, page: str) -> None:
    program = open_program(filled, page)
    program.window.resize(960, 540)
    view = program.window.presenter(page).view  # type: ignore[union-attr]
    bar = view._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    view._list.setCurrentIndex(view._model.index(1))
    still(qtbot, program)
    assert bar.value() == 0


def test_a_long_reason_is_told_whole(qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    with Workspace.open(copy) as workspace:
        offer = workspace.suggestions.listed()[0].suggestion
        event = SuggestionEvent(
            state=SuggestionState.DECLINED,
            at=dt.datetime.now(dt.UTC),
            amount=1_200_000,
            wording="A",
            reason="来期の予算が決まるまで待ちたいとのことで、社長と相談してからもう一度話すことになった",
        )
        workspace.suggestions.set_state(offer.id, event)
    program = open_program(copy, "suggestions")
    program.window.go("suggestions", offer.id)
    still(qtbot, program)
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    shown = [each for each in view.card.life.findChildren(QLabel) if event.reason in each.text()]
    assert shown
    qtbot.waitUntil(lambda: cut_texts(view.card.life) == [])
    assert shown[0].wordWrap()


def test_own_words_are_checked_while_they_are_written_and_stay(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    program = open_program(filled, "suggestions", ui="ja")
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    assert isinstance(view, SuggestionsView)
    english = next(row for row in range(view._model.rowCount()) if "Diary" in view._model.index(row).data())
    view._list.setCurrentIndex(view._model.index(english))
    still(qtbot, program)
    (own,) = view.card.findChildren(OwnWords)
    assert not own.copy.isEnabled()
    own.field.setPlainText("今だけ、絶対に損をしますよ")
    assert own.fault.text() == "急がせる言葉: 「今だけ」 「絶対に」 「損をします」"
    assert own.field.accessibleDescription() == own.fault.text()
    own.field.setPlainText("合うかどうか、一緒に見ていただけますか。")
    assert not own.fault.isVisible()
    view.cue_switched.emit("objection_open", False)
    still(qtbot, program)
    again = next(each for each in view.card.findChildren(OwnWords) if each.isVisible())
    assert again.field.toPlainText() == "合うかどうか、一緒に見ていただけますか。"
    with qtbot.waitSignal(view.text_copied) as copied:
        again.copy.click()
    assert copied.args == ["合うかどうか、一緒に見ていただけますか。"]


def test_the_list_says_for_which_offers_today_is_the_day(qtbot: QtBot, open_program: Open, filled: Path) -> None:
    """Sixty candidates that all look alike would have to be opened one by one."""
    program = open_program(filled, "suggestions", ui="ja")
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    assert program.context is not None
    work, today = program.context.workspace, dt.datetime.now().astimezone().date()
    for row in range(view._model.rowCount()):
        found = advice.advise(work, view._model.suggestion_id(row), today)
        assert found is not None
        assert view._model.index(row).data().endswith(wording.TIMINGS[found.verdict.timing].text)


def test_many_problems_push_neither_limits_nor_price_out_of_sight(qtbot: QtBot) -> None:
    solved = tuple(Difference(kind=DifferenceKind.SOLVES, name=f"困りごと{n}", answers=n == 0) for n in range(17))
    price = Difference(kind=DifferenceKind.PRICE, name="month", after=38000.0)
    table = comparison_table(Comparison(proposed=CATALOGUE_JA[1], present=None, differences=(*solved, price)))
    qtbot.addWidget(table)
    shown = [each.text() for each in table.findChildren(QLabel)]
    assert [text for text in shown if text.startswith("困りごと")] == [f"困りごと{n}" for n in range(5)]
    assert "and 12 more" in shown
    assert any("38,000" in text for text in shown)
