"""The settings of offers: the kind of business and its limits, used as a user uses them."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from insight_desktop.domain.offering import Business, Limit, OfferRules
from insight_desktop.settings.options import Page
from insight_desktop.ui.settings.rules_card import LIMITS
from insight_desktop.ui.settings.view import SettingsView
from insight_desktop.ui.suggestions.view import SuggestionsView
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts


@pytest.fixture
def copy(filled: Path, tmp_path: Path) -> Path:
    target = tmp_path / "copy"
    shutil.copytree(filled, target)
    return target


def test_every_limit_has_words() -> None:
    assert set(LIMITS) == set(Limit)
    assert all(words.source and words.more for words in LIMITS.values())


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_a_business_is_chosen_its_limits_changed_and_all_taken_back(
    qtbot: QtBot, open_program: Open, copy: Path, ui: str
) -> None:
    program = open_program(copy, "settings", ui=ui)
    view = program.window.presenter("settings").view  # type: ignore[union-attr]
    assert isinstance(view, SettingsView)
    assert program.context is not None
    kept = program.context.workspace.offer_rules
    view.go(Page.OFFERS)
    still(qtbot, program)
    assert cut_texts(program.window) == []

    view.rules._choice.button("project").click()
    still(qtbot, program)
    assert kept.load() == OfferRules(business=Business.PROJECT)
    line = view.rules.lines[Limit.DAYS_BETWEEN]
    line.field.edited.emit(60)
    still(qtbot, program)
    assert kept.load().value(Limit.DAYS_BETWEEN) == 60
    assert line._reset.isVisible()
    line._reset.click()
    still(qtbot, program)
    assert kept.load() == OfferRules(business=Business.PROJECT)
    assert not line._reset.isVisible()
    program.window._toast._undo.click()
    still(qtbot, program)
    assert kept.load().value(Limit.DAYS_BETWEEN) == 60
    view.reset_requested.emit()
    still(qtbot, program)
    assert kept.load() == OfferRules()
    program.window._toast._undo.click()
    still(qtbot, program)
    assert kept.load().value(Limit.DAYS_BETWEEN) == 60


@pytest.mark.parametrize(("ui", "text"), [("ja", "断られた"), ("en", "refusal")])
def test_the_search_finds_a_limit(open_program: Open, filled: Path, ui: str, text: str) -> None:
    program = open_program(filled, "settings", ui=ui)
    view = program.window.presenter("settings").view  # type: ignore[union-attr]
    assert isinstance(view, SettingsView)
    view.search.setText(text)
    shown = [limit for limit, line in view.rules.lines.items() if line.isVisible()]
    assert Limit.COOL_DOWN_DAYS in shown
    assert len(shown) < len(Limit)


def test_the_page_of_suggestions_names_the_rules_and_leads_to_them(
    qtbot: QtBot, open_program: Open, copy: Path
) -> None:
    program = open_program(copy, "suggestions", ui="ja")
    view = program.window.presenter("suggestions").view  # type: ignore[union-attr]
    assert isinstance(view, SuggestionsView)
    still(qtbot, program)
    assert "月額・年額の契約" in view._rules.text()
    QTimer.singleShot(0, view._rules.click)
    qtbot.waitUntil(lambda: program.window.page == "settings")
    settings = program.window.presenter("settings").view  # type: ignore[union-attr]
    assert isinstance(settings, SettingsView)
    assert settings.rules.isVisible()
