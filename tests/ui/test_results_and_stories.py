"""The results of offers go out as CSV, and a story written in its form is taken back by the line at the foot."""

import csv
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from insight_desktop.domain.story import SuccessStory
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.domain.trend import Proportion
from insight_desktop.offer_results import OfferResults, difference, share
from insight_desktop.store.suggestions import SuggestionEvent
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.application import Program
from insight_desktop.ui.language import Language, TsTranslator
from insight_desktop.ui.results import words
from insight_desktop.ui.results.view import OfferResultsView
from insight_desktop.ui.stories.view import StoriesView
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog
from tests.test_offer_results import AT
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    return copy


def _kept(program: Program) -> tuple[SuccessStory, ...]:
    assert program.context is not None
    return program.context.workspace.stories.all()


def test_a_story_is_added_changed_deleted_and_each_is_undone(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "stories")
    view = program.window.presenter("stories").view  # type: ignore[union-attr]
    assert isinstance(view, StoriesView)
    assert view._stack.currentIndex() == 0

    def undo() -> None:
        program.window._toast._undo.click()
        still(qtbot, program)

    def write(title: str, result: str) -> None:
        dialog = view.findChildren(SheetDialog)[-1]
        dialog.editors["title"].line.setText(title)
        dialog.editors["result"].paragraph.setPlainText(result)
        dialog.save.click()
        still(qtbot, program)

    view._add.click()
    write("青葉商店", "締めが三日から半日に")
    (added,) = _kept(program)
    assert (added.title, added.result) == ("青葉商店", "締めが三日から半日に")
    qtbot.waitUntil(lambda: view._stack.currentIndex() == 1)
    undo()
    assert _kept(program) == ()
    qtbot.waitUntil(lambda: view._stack.currentIndex() == 0)

    view._add.click()
    write("青葉商店", "締めが三日から半日に")
    (added,) = _kept(program)
    view.edited.emit(added)
    write("青葉商店(本社)", "締めが半日に")
    (changed,) = _kept(program)
    assert (changed.id, changed.title) == (added.id, "青葉商店(本社)")
    undo()
    assert _kept(program) == (added,)

    view.removed.emit(added)
    still(qtbot, program)
    assert _kept(program) == ()
    undo()
    assert _kept(program) == (added,)


def test_the_button_writes_the_results_as_csv(
    qtbot: QtBot, open_program: Open, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(folder) as workspace:
        first, second = workspace.suggestions.listed()[:2]
        for sale, state in ((first, SuggestionState.ACCEPTED), (second, SuggestionState.DECLINED)):
            for step in (SuggestionState.PRESENTED, state):
                event = SuggestionEvent(state=step, at=AT, amount=1234567.0, currency="JPY")
                workspace.suggestions.set_state(sale.suggestion.id, event)
    program = open_program(folder, "results", ui="en")
    view = program.window.presenter("results").view  # type: ignore[union-attr]
    assert isinstance(view, OfferResultsView)
    target = tmp_path / "results.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    view._export.click()
    still(qtbot, program)
    assert not target.exists()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    view._export.click()
    still(qtbot, program)
    rows = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines()))
    everything = next(row for row in rows if row["What"] == "All offers")
    assert (everything["Count"], everything["Of (n)"], everything["Share"]) == ("1", "2", "50%")
    nobody = next(row for row in rows if row["Group"] == "Were offered nothing")
    assert (nobody["Of (n)"] == "0") == (nobody["Share"] == "")
    growth = next(row for row in rows if row["What"] == "Expansion MRR")
    assert (growth["Group"], growth["Amount a month"], growth["Count"], growth["Of (n)"]) == ("JPY", "1234567", "", "")


@pytest.mark.parametrize("ui", ["ja", "en"])
@pytest.mark.parametrize("page", ["results", "stories"])
def test_an_empty_page_says_what_it_will_show(
    qtbot: QtBot, open_program: Open, folder: Path, page: str, ui: str
) -> None:
    program = open_program(folder, page, ui=ui)
    view = program.window.presenter(page).view  # type: ignore[union-attr]
    qtbot.waitUntil(view._empty.isVisible)
    assert cut_texts(program.window) == []


def test_the_empty_page_of_stories_leads_back_to_the_catalogue(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "stories")
    view = program.window.presenter("stories").view  # type: ignore[union-attr]
    assert isinstance(view, StoriesView)
    qtbot.waitUntil(view._empty.isVisible)
    (back,) = [each for each in view._ways_back if each.isVisible()]
    with qtbot.waitSignal(view.catalogue_requested):
        back.click()


def test_customers_are_counted_as_customers_and_offers_as_offers(qapp: QApplication) -> None:
    """In Japanese companies are counted otherwise than offers."""
    japanese = TsTranslator(Language.JAPANESE)
    qapp.installTranslator(japanese)
    try:
        for total in (3, 30):
            group = share("offered", Proportion(hits=1, total=total))
            assert f"{total}件中1件" in words.counted(group)
            assert f"{total}社中1社" in words.customers(group)
    finally:
        qapp.removeTranslator(japanese)


def test_a_share_of_nobody_is_no_percentage() -> None:
    """Where every customer was offered something there are no others: neither 0 of 0 nor 0 to 100 % is told."""
    nobody = share("others", Proportion(hits=0, total=0))
    assert words.customers(nobody) == "None yet"
    found = OfferResults(presented=1, churn=difference(share("offered", Proportion(hits=0, total=3)), nobody))
    row = next(row for row in words.table(found).rows if row.cells[0] == "Were offered nothing")
    assert row.cells[1:] == (0, 0, "", "", "", "")
