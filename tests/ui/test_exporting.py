"""The page of exports: what waits, what would be altered, saving, what the CRM said, a template of one's own."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from insight_desktop import paths
from insight_desktop.domain.ids import JobId, MeetingId
from insight_desktop.domain.job import Job, JobState
from insight_desktop.domain.meeting import Meeting
from insight_desktop.export_inbox import InboxState
from insight_desktop.exports import profile_reader, template
from insight_desktop.exports.report import FindingKind
from insight_desktop.meeting_documents import DocumentKind
from insight_desktop.ui.application import Program
from insight_desktop.ui.exporting import reading
from insight_desktop.ui.exporting.cell_delegate import ranges
from insight_desktop.ui.exporting.fields import FIELDS
from insight_desktop.ui.exporting.inbox_model import InboxModel
from insight_desktop.ui.exporting.presenter import ExportPresenter
from insight_desktop.ui.exporting.preview_model import PreviewModel
from insight_desktop.ui.exporting.target_bar import EVIDENCE
from insight_desktop.ui.exporting.template_dialog import TemplateDialog
from insight_desktop.ui.meeting import documents
from tests.ui.conftest import Open, still
from tests.ui.test_pages import LOOKS, POPS_UP, cut_texts

PageOpener = Callable[..., tuple[Program, ExportPresenter]]


@pytest.fixture
def open_page(
    qtbot: QtBot, open_program: Open, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PageOpener:
    """Open the page on a copy of the workspace, with settings and profiles of its own."""
    monkeypatch.setenv("INSIGHT_DESKTOP_HOME", str(tmp_path / "home"))
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)

    def open_it(*, profile: str = "salesforce_task", **looks: str) -> tuple[Program, ExportPresenter]:
        program = open_program(copy, "exports", **looks)
        presenter = program.window.presenter("exports")
        assert isinstance(presenter, ExportPresenter)
        presenter.choose_profile(profile)
        settle(qtbot, program, presenter)
        return program, presenter

    return open_it


def settle(qtbot: QtBot, program: Program, presenter: ExportPresenter) -> None:
    def is_settled() -> bool:
        timers = (presenter._wait, presenter._again)
        return program.operations.is_idle and not any(timer.isActive() for timer in timers)

    qtbot.waitUntil(is_settled, timeout=20_000)
    still(qtbot, program)
    qtbot.waitUntil(is_settled, timeout=20_000)


@pytest.mark.parametrize(("ui", "look"), LOOKS)
@pytest.mark.parametrize("profile", ["jp_sfa_activity", "hubspot_calls"])
def test_nothing_is_cut_with_findings_or_after_saving(
    qtbot: QtBot, open_page: PageOpener, tmp_path: Path, profile: str, ui: str, look: str
) -> None:
    program, presenter = open_page(profile=profile, ui=ui, look=look)
    view = presenter.view

    view.show_tab("report")
    assert cut_texts(program.window) == []
    presenter.save(tmp_path / "a.csv")
    settle(qtbot, program, presenter)
    assert cut_texts(program.window) == []


def test_saving_empties_the_inbox_and_the_answer_of_the_crm_counts(
    qtbot: QtBot, open_page: PageOpener, tmp_path: Path
) -> None:
    program, presenter = open_page()
    view, out = presenter.view, tmp_path / "金曜日の商談 🎉.csv"
    number = view.inbox.model.rowCount()

    assert (len(view.inbox.model.chosen), view.preview.model.rowCount()) == (number, number)
    presenter.save(out)
    settle(qtbot, program, presenter)
    assert out.read_bytes().startswith(b'"Subject"')
    assert (view.inbox.state, view.inbox.model.rowCount()) == (InboxState.WAITING, 0)
    view.inbox.choose_state(InboxState.EXPORTED)
    assert (view.inbox.model.rowCount(), view.inbox.model.chosen) == (number, ())
    settle(qtbot, program, presenter)
    assert not view.footer.save.isEnabled()
    view.footer._no.click()
    settle(qtbot, program, presenter)
    view.inbox.choose_state(InboxState.WAITING)
    assert view.inbox.model.rowCount() == number


def test_a_corrected_meeting_goes_out_again_with_a_warning(qtbot: QtBot, open_page: PageOpener, tmp_path: Path) -> None:
    program, presenter = open_page()
    presenter.save(tmp_path / "a.csv")
    settle(qtbot, program, presenter)
    assert program.context is not None
    meetings = program.context.workspace.meetings
    first = meetings.list(limit=1).meetings[0].meeting
    program.window.go("meeting", first.id)
    still(qtbot, program)
    meeting_page = program.window.presenter("meeting")
    meeting_page.view.header.renamed.emit("直した件名")  # type: ignore[union-attr]
    still(qtbot, program)

    program.window.go("exports", first.id)
    settle(qtbot, program, presenter)

    view = presenter.view
    assert (view.inbox.state, view.inbox.model.chosen) == (InboxState.CHANGED, (first.id,))
    presenter.save(tmp_path / "b.csv")
    settle(qtbot, program, presenter)
    assert "直した件名" in (tmp_path / "b.csv").read_text("utf-8")


def test_ticks_choose_what_is_written(qtbot: QtBot, open_page: PageOpener) -> None:
    program, presenter = open_page()
    inbox = presenter.view.inbox
    total = inbox.model.rowCount()

    inbox.list.setCurrentIndex(inbox.model.index(0))
    inbox.list.setFocus()
    qtbot.keyClick(inbox.list, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    settle(qtbot, program, presenter)
    assert presenter.view.preview.model.rowCount() == total - 1
    inbox._all.click()
    inbox._all.click()
    settle(qtbot, program, presenter)
    assert (presenter.view.preview.model.rowCount(), presenter.view.footer.save.isEnabled()) == (0, False)
    qtbot.keyClick(inbox.list, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert program.window.page == "meeting"


def test_rows_without_what_the_crm_requires_are_told(open_page: PageOpener) -> None:
    _, presenter = open_page(profile="hubspot_calls")
    report = presenter.view.report._report

    assert report is not None
    assert report.count(FindingKind.ROW_SKIPPED) == presenter.view.inbox.model.rowCount()
    assert presenter.view._stack.currentWidget() is presenter.view.report


def test_models_keep_qt_s_rules(open_page: PageOpener) -> None:
    _, presenter = open_page()
    view = presenter.view
    for model in (view.inbox.model, view.preview.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert isinstance(view.inbox.model, InboxModel)
    assert isinstance(view.preview.model, PreviewModel)
    first = view.inbox.model.index(0)
    assert view.inbox.model.setData(first, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert not view.inbox.model.setData(QModelIndex(), 0, Qt.ItemDataRole.CheckStateRole)
    assert first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


@POPS_UP
def test_a_downloaded_template_becomes_a_target(qtbot: QtBot, open_page: PageOpener, tmp_path: Path) -> None:
    program, presenter = open_page(ui="en")
    header = "件名(必須),訪問日,お客様のお名前,備考2\r\n".encode("cp932")
    source = tmp_path / "活動 インポート.csv"
    source.write_bytes(header + "見本,2026/01/01,a,b\r\n".encode("cp932"))

    presenter._match(reading.read_template(source))
    dialog = presenter.view.findChild(TemplateDialog)
    assert isinstance(dialog, TemplateDialog)
    assert cut_texts(dialog) == []
    assert [box.currentData()[0] for box in dialog.boxes][:2] == ["call.title", "call.started_at"]
    dialog.boxes[2].setCurrentIndex(FIELDS.index(("company.name", "text")))
    dialog.save.click()
    source.unlink()
    qtbot.waitUntil(lambda: presenter._page is not None and not presenter._page.profile.built_in, timeout=20_000)
    settle(qtbot, program, presenter)
    presenter.save(tmp_path / "out.csv")
    settle(qtbot, program, presenter)

    written = (tmp_path / "out.csv").read_bytes()
    assert written.startswith(header)
    assert "さくらフーズ".encode("cp932") in written
    assert "見本".encode("cp932") not in written


def test_every_meaning_of_a_template_can_be_chosen() -> None:
    assert set(template._SYNONYMS) <= set(FIELDS)


def test_every_target_says_how_sure_it_is() -> None:
    icons = paths.resources() / "icons"
    assert [meaning.icon for meaning in EVIDENCE.values() if not (icons / f"{meaning.icon}.svg").is_file()] == []
    assert {profile_reader.load(name).evidence for name in profile_reader.names()} <= set(EVIDENCE)


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("a🎉b", ((2, 3),), [(3, 1)]),
        ("🎉", ((0, 1),), [(0, 2)]),
        ("ab", ((2, 2),), [(1, 1)]),
        ("", ((0, 0),), [(0, 0)]),
    ],
    ids=["after a pair", "a pair", "something lost", "nothing left"],
)
def test_marks_are_counted_as_qt_counts(
    text: str, marks: tuple[tuple[int, int], ...], expected: list[tuple[int, int]]
) -> None:
    assert ranges(text, marks) == expected


def test_finished_minutes_are_saved_by_themselves_and_counted(
    qtbot: QtBot, open_page: PageOpener, tmp_path: Path
) -> None:
    program, presenter = open_page()
    context, sidebar = program.context, program.window.sidebar
    assert context is not None
    total = presenter.view.inbox.model.rowCount()
    qtbot.waitUntil(lambda: sidebar._counts["exports"].text() == str(total), timeout=20_000)
    context.preferences.set("export", "folder", str(tmp_path / "自動"))
    presenter.set_automatic(True)
    meeting = context.workspace.meetings.list(limit=1).meetings[0].meeting

    context.queue.settled.emit(Job(id=JobId("j"), meeting_id=meeting.id, state=JobState.DONE))
    qtbot.waitUntil(lambda: sidebar._counts["exports"].text() == str(total - 1), timeout=20_000)
    settle(qtbot, program, presenter)

    (file,) = (tmp_path / "自動").iterdir()
    assert meeting.title in file.read_text("utf-8")
    assert cut_texts(program.window) == []


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_document_of_a_meeting_is_saved(
    qtbot: QtBot, open_page: PageOpener, tmp_path: Path, kind: DocumentKind
) -> None:
    program, _ = open_page()
    assert program.context is not None
    meeting = program.context.workspace.meetings.list(limit=1).meetings[0].meeting
    path = tmp_path / documents.file_name(meeting, kind)

    documents.write(program.context.workspace, meeting.id, kind, path)

    starts = {DocumentKind.PDF: b"%PDF-", DocumentKind.WORD: b"PK", DocumentKind.WEB: b"<!DOCTYPE html>"}
    assert path.read_bytes().startswith(starts.get(kind, b""))
    assert path.stat().st_size > 100


def test_the_mail_is_copied(qtbot: QtBot, open_page: PageOpener) -> None:
    program, presenter = open_page()
    program.window.go("meeting", presenter.view.inbox.model.chosen[-1])
    still(qtbot, program)
    header = program.window.presenter("meeting").view.header  # type: ignore[union-attr]

    header.export_requested.emit("copy:mail")
    still(qtbot, program)
    assert "お世話になっております。" in QGuiApplication.clipboard().text()
    header.export_requested.emit("crm")
    settle(qtbot, program, presenter)
    assert (program.window.page, len(presenter.view.inbox.model.chosen)) == ("exports", 1)


@pytest.mark.parametrize("title", ["a/b\\c:*?<>|", "会" * 300, "🎉" * 200, "..", "", "\x00"])
def test_file_names_suit_every_system(title: str, tmp_path: Path) -> None:
    meeting = Meeting(id=MeetingId("m"), title=title, started_at=dt.datetime(2026, 11, 20, tzinfo=dt.UTC))
    name = documents.file_name(meeting, "docx")

    (tmp_path / f".{name}.12345.part").touch()
    assert name.endswith(".docx")
    assert not set(name) & set('\\/:*?"<>|\x00')
