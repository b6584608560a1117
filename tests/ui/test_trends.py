"""The manager's page: every tab in both languages, and what each intent does to the workspace."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
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
from insight_desktop.ui.trends.tables import THEME_COLUMNS
from insight_desktop.ui.trends.values import CHARTS, Asked
from tests.store.builders import STARTED, an_analysis, analysed
from tests.ui.conftest import Open, press, still
from tests.ui.test_pages import cut_texts

TABS = (tabs.THEMES, tabs.PATTERNS, tabs.REASONS, tabs.SCRIPT, tabs.TRACKERS, tabs.COACHING)
TEXTS = ("どうでしたか", "月末の締めに三日かかります", "見積を送ります", "決め手はサポートの速さでした。")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vectors = np.eye(8, dtype="<f2")
    with Workspace.open(tmp_path / "workspace") as workspace:
        for number, company in enumerate(("山田製作所", "鈴木商店", "Harbour Foods")):
            customer = workspace.customers.save(
                replace(
                    workspace.customers.find_or_make(company),
                    segment=("smb", "mid")[number % 2],
                    properties=() if number else (("地域", "関西"),),
                )
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
        for form in view._pages[tab].forms or ("",):
            view.show_form(form)
            still(qtbot, program)
            qtbot.wait(60)
            assert cut_texts(program.window) == [], (tab, form)


def test_filters_combine_and_are_kept(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "trends")
    view = presenter_of(program).view
    before = view.themes._model.rowCount()

    assert view.filters._choices["tags"] == ("地域: 関西",)
    view.filters._toggle("tags", "地域: 関西")
    still(qtbot, program)
    assert {view.themes._model.theme(n).customers for n in range(view.themes._model.rowCount())} == {1}
    view.filters._toggle("tags", "地域: 関西")
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

    view.themes.quotes.merged.emit(needs[1].theme_id, needs[0].theme_id)
    qtbot.waitUntil(lambda: view.themes._model.row_of(needs[1].theme_id) < 0)
    assert view.themes._model.theme(view.themes._model.row_of(needs[0].theme_id)).customers == 3

    program.window._toast._undo.click()
    qtbot.waitUntil(lambda: view.themes._model.row_of(needs[1].theme_id) >= 0)


def test_a_pinned_theme_stands_on_top(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "trends")
    view = presenter_of(program).view
    last = view.themes._model.theme(view.themes._model.rowCount() - 1).theme_id

    view.themes.quotes.pinned.emit(last, True)

    qtbot.waitUntil(lambda: view.themes._model.row_of(last) == 0)


@pytest.mark.parametrize(("kind", "begin"), [("html", b"<!doctype"), ("md", b"# "), ("pdf", b"%PDF")])
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
    assert program.context.workspace.comments.newest()[0].comment.text == "よく聞けている"  # type: ignore[union-attr]

    names = [playlist.name for playlist in program.context.workspace.playlists.all()]  # type: ignore[union-attr]
    assert names == ["値段", "決め手"]


def test_the_table_says_the_same_as_the_chart_and_drills_like_a_point(
    qtbot: QtBot, open_program: Open, folder: Path
) -> None:
    program = open_program(folder, "trends")
    presenter = presenter_of(program)
    view = presenter.view
    row = view.themes._model.theme(0)
    start = next(point.start for point in row.points if point.customers)
    place = [point.start for point in row.points].index(start)
    press(qtbot, view, Qt.Key.Key_T)

    table = view.table()
    assert view.themes._left.currentWidget() is view.themes._table
    assert table.rows[0].cells[0] == row.customers
    assert table.rows[0].cells[THEME_COLUMNS:] == tuple(point.customers for point in row.points)

    view.themes._table.setCurrentIndex(view.themes._table.cells.index(0, THEME_COLUMNS + place))
    still(qtbot, program)
    assert {quote.voice.held_on.replace(day=1) for quote in presenter._quotes} == {start}
    cells = view.themes._table.cells
    spoken = cells.data(cells.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{row.name}, ")
    assert spoken.endswith(f": {row.customers}")

    view.show_form(CHARTS)
    assert view.themes.quotes._point.isVisible()
    view.themes.quotes._point.click()
    still(qtbot, program)
    assert not view.themes.quotes._point.isVisible()
    assert len(presenter._quotes) == row.voices


def test_a_click_on_a_bar_asks_for_the_words_of_its_month(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "trends")
    view = presenter_of(program).view
    view.show_form(CHARTS)
    charts, row = view.themes._charts, view.themes._model.theme(0)
    qtbot.waitUntil(lambda: charts.visualRect(view.themes._model.index(0)).width() > 100)
    card = charts.visualRect(view.themes._model.index(0))
    last = QPoint(card.right() - 24, card.bottom() - 34)

    assert charts.point_at(last) == (row, len(row.points) - 1)
    with qtbot.waitSignal(view.themes.theme_chosen) as chosen:
        qtbot.mouseClick(charts.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert chosen.args == [row.theme_id, row.points[-1].start]


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize(("kind", "begin"), [("csv", b"\xef\xbb\xbf"), ("pdf", b"%PDF")])
def test_each_tab_is_saved_as_a_file(
    qtbot: QtBot, open_program: Open, folder: Path, tmp_path: Path, tab: str, kind: str, begin: bytes
) -> None:
    program = open_program(folder, "trends")
    presenter = presenter_of(program)
    presenter.view.show_tab(tab)
    still(qtbot, program)

    out = tmp_path / f"tab.{kind}"
    presenter._sheets.write(kind, out, presenter.sheet())
    still(qtbot, program)

    assert out.read_bytes().startswith(begin)


def test_the_file_holds_the_themes_that_the_page_leaves_out(
    qtbot: QtBot, open_program: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program(folder, "trends")
    presenter = presenter_of(program)
    everything = presenter.everything()

    assert everything is not None
    assert len(everything.rows) == presenter.view.themes._model.rowCount()
    presenter.view.show_tab(tabs.COACHING)
    assert presenter.everything() is None


def test_comments_are_listed_by_rep_changed_taken_away_and_brought_back(
    qtbot: QtBot, open_program: Open, folder: Path
) -> None:
    program = open_program(folder, "trends")
    view = presenter_of(program).view
    view.show_tab(tabs.COACHING)
    still(qtbot, program)
    library = view.coaching.library
    assert len(library._library.comments) == 3

    view.coaching.asked.emit("佐藤", "")
    still(qtbot, program)
    assert library._library.comments == ()
    view.coaching.asked.emit("田中", "")
    still(qtbot, program)
    remark = library._library.comments[0]

    library.comment_changed.emit(remark.comment, "次は金額を聞く")
    still(qtbot, program)
    assert library._library.comments[0].comment.text == "次は金額を聞く"
    program.window._toast._undo.click()
    still(qtbot, program)
    assert library._library.comments[0].comment.text == remark.comment.text

    library.comment_trashed.emit(remark.comment)
    still(qtbot, program)
    assert len(library._library.comments) == 2
    program.window._toast._undo.click()
    still(qtbot, program)
    assert len(library._library.comments) == 3

    library.opened.emit(remark.place)
    still(qtbot, program)
    meeting = program.window.presenter("meeting").view  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: meeting.player.playback.at == pytest.approx(3.0))
    assert [each.text for each in meeting._content.comments] == [remark.comment.text]


def test_a_point_of_a_metric_leads_to_its_meetings(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "trends")
    view = presenter_of(program).view
    view.show_tab(tabs.COACHING)
    still(qtbot, program)

    view.coaching.month_chosen.emit("questions_rep", STARTED.date().replace(day=1))
    still(qtbot, program)

    assert len(view.coaching.library._month.meetings) == 3
    assert {each.meeting.rep for _, each in view.coaching.library._month.meetings} == {"田中"}


def test_a_filter_that_lets_nothing_through_says_so(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    program = open_program(folder, "trends")
    view = presenter_of(program).view

    view.filters._on_kind("objection")
    still(qtbot, program)

    assert view.themes._nothing.isVisible()
    view.filters._on_kind("")
    still(qtbot, program)
    assert not view.themes._nothing.isVisible()
