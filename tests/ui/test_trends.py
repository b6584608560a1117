"""The manager's page: every tab in both languages, and what each intent does to the workspace."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from insight_desktop import overviews
from insight_desktop.domain.ids import CustomerId
from insight_desktop.domain.managing import Clip
from insight_desktop.domain.meeting import Example, Outcome
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.filters import choose
from insight_desktop.ui.application import Program
from insight_desktop.ui.search.results_view import ResultsView
from insight_desktop.ui.trends import view as tabs
from insight_desktop.ui.trends.digest_files import DigestFiles
from insight_desktop.ui.trends.presenter import TrendsPresenter
from insight_desktop.ui.trends.values import Asked
from tests.store.builders import STARTED, an_analysis, analysed
from tests.ui.conftest import Open, still
from tests.ui.test_pages import cut_texts

TABS = (tabs.THEMES, tabs.PATTERNS, tabs.REASONS, tabs.SCRIPT, tabs.TRACKERS, tabs.COACHING)
TEXTS = ("どうでしたか", "月末の締めに三日かかります", "見積を送ります", "決め手はサポートの速さでした。")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vectors = np.eye(8, dtype="<f2")
    with Workspace.open(tmp_path / "workspace") as workspace:
        for number, company in enumerate(("山田製作所", "鈴木商店", "Harbour Foods")):
            customer = workspace.customers.save(
                replace(workspace.customers.find_or_make(company), segment=("smb", "mid")[number % 2])
            )
            meeting = analysed(
                workspace,
                texts=TEXTS,
                customer_id=CustomerId(customer.id),
                rep="田中",
                example=Example.GOOD,
                outcome=Outcome.WON,
            )
            found = an_analysis()
            insights = tuple(
                replace(insight, vector=vectors[place + number // 2].tobytes())
                for place, insight in enumerate(found.insights)
            )
            workspace.analyses.save(meeting.id, replace(found, insights=insights))
            overviews.gather_themes(workspace, meeting.id)
            workspace.comments.add(meeting.id, 3.0, "ここで待てた", TEXTS[1])
        workspace.playlists.add("値段", [Clip(meeting_id=meeting.id, start=0, end=1, words="x")])
    return tmp_path / "workspace"


def presenter_of(program: Program) -> TrendsPresenter:
    presenter = program.window.presenter("trends")
    assert isinstance(presenter, TrendsPresenter)
    return presenter


@pytest.mark.parametrize("ui", ["ja", "en"])
def test_every_tab_shows_something_and_cuts_no_text(qtbot: QtBot, open_program: Open, folder: Path, ui: str) -> None:
    program = open_program(folder, "trends", ui=ui)
    view = presenter_of(program).view

    for tab in TABS:
        view.show_tab(tab)
        still(qtbot, program)
        qtbot.wait(60)
        assert cut_texts(program.window) == [], tab


def test_filters_combine_and_are_kept(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "trends")
    view = presenter_of(program).view
    before = view.themes._model.rowCount()

    view.filters._toggle("segments", "mid")
    still(qtbot, program)
    assert [view.themes._model.theme(n).customers for n in range(view.themes._model.rowCount())] == [1, 1]
    assert before >= 2

    asked = Asked(filters=choose(Asked().filters, "segments", ("mid",)))
    view.filters.view_saved.emit("中堅", asked)
    still(qtbot, program)
    (kept,) = program.context.workspace.saved_views.all()  # type: ignore[union-attr]
    view.filters._on_clear()
    view.filters._use(kept)
    assert view.filters._asked == asked


def test_themes_are_merged_and_taken_apart_again(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "trends")
    view = presenter_of(program).view
    needs = [
        view.themes._model.theme(n)
        for n in range(view.themes._model.rowCount())
        if view.themes._model.theme(n).kind == "need"
    ]
    assert len(needs) == 2

    view.themes.merged.emit(needs[1].theme_id, needs[0].theme_id)
    qtbot.waitUntil(lambda: view.themes._model.row_of(needs[1].theme_id) < 0)
    assert view.themes._model.theme(view.themes._model.row_of(needs[0].theme_id)).customers == 3

    program.window._toast._undo.click()
    qtbot.waitUntil(lambda: view.themes._model.row_of(needs[1].theme_id) >= 0)


def test_a_pinned_theme_stands_on_top(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "trends")
    view = presenter_of(program).view
    last = view.themes._model.theme(view.themes._model.rowCount() - 1).theme_id

    view.themes.pinned.emit(last, True)

    qtbot.waitUntil(lambda: view.themes._model.row_of(last) == 0)


@pytest.mark.parametrize(("kind", "begin"), [("html", b"<!doctype"), ("md", b"# "), ("pdf", b"%PDF"), ("csv", b"\xef")])
def test_the_week_is_saved_in_each_form(
    qtbot: QtBot, open_program: Open, folder: Path, tmp_path: Path, kind: str, begin: bytes
) -> None:
    program = open_program(folder, "trends")
    presenter = presenter_of(program)
    out = tmp_path / f"week.{kind}"
    assert presenter._table is not None

    DigestFiles(presenter.context, presenter.view).write(kind, out, presenter._table, Asked(), STARTED.date())
    still(qtbot, program)

    assert out.read_bytes().startswith(begin)


def test_search_finds_words_at_once_and_keeps_a_playlist(
    qtbot: QtBot, open_program: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program(folder, "search")
    monkeypatch.setattr(program.context.meaning, "ask", lambda *_args, **_more: None)  # type: ignore[union-attr]
    view = program.window.presenter("search").widget  # type: ignore[union-attr]
    assert isinstance(view, ResultsView)

    view.ask_for("サポート")
    still(qtbot, program)
    qtbot.waitUntil(lambda: any("決め手" in label.text() for label in view.findChildren(QLabel)))
    view.kept.emit("決め手")
    view.commented.emit(view._found[0].hit, "よく聞けている")
    still(qtbot, program)
    assert program.context.workspace.comments.newest()[0].text == "よく聞けている"  # type: ignore[union-attr]

    names = [playlist.name for playlist in program.context.workspace.playlists.all()]  # type: ignore[union-attr]
    assert names == ["値段", "決め手"]
