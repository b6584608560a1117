"""The page before a meeting: on the screen, on one sheet of paper, as Markdown; and what its new sections hold."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from insight_desktop.accounts.since import Shift, ShiftKind, Since
from insight_desktop.domain.customer import Contact, CustomerDetails
from insight_desktop.domain.ids import ContactId, new_id
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.customers import brief_dialog
from insight_desktop.ui.customers.brief import Brief, BriefSection, brief, facts, markdown
from insight_desktop.ui.customers.brief_dialog import BriefDialog, paint
from insight_desktop.ui.customers.view import CustomersView
from tests.ui.conftest import Open, still
from tests.ui.test_pages import LOOKS, POPS_UP, cut_texts

A_BRIEF = Brief(
    title="株式会社山田製作所 <本社>",
    facts=("製造", "NPS 9"),
    sections=(
        BriefSection(heading="約束", lines=("見積を送る",), is_ticked=True),
        BriefSection(heading="提案", lines=("まだ提案しない",)),
    ),
)


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(filled, copy)
    with Workspace.open(copy) as workspace:
        customer = workspace.customers.named("山田製作所")[0]
        people = (("高橋", "経理部", False), ("佐藤", "役員室", True))
        for name, department, decides in people:
            workspace.details.save(
                Contact(
                    id=ContactId(new_id()),
                    customer_id=customer.id,
                    name=name,
                    department=department,
                    is_decider=decides,
                )
            )
    return copy


def opened(qtbot: QtBot, open_program: Open, folder: Path, **told: str) -> tuple[CustomersView, object]:
    program = open_program(folder, "customers", **told)
    assert program.context is not None
    program.window.go("customers", program.context.workspace.customers.named("山田製作所")[0].id)
    still(qtbot, program)
    view = program.window.presenter("customers").view  # type: ignore[union-attr]
    assert isinstance(view, CustomersView)
    qtbot.waitUntil(lambda: view.account._page is not None and view.account._page.since is not None)
    still(qtbot, program)
    return view, program


def texts(widget: object) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]  # type: ignore[attr-defined]


def test_markdown_ticks_only_what_is_to_be_done() -> None:
    assert markdown(A_BRIEF) == (
        "# 株式会社山田製作所 <本社>\n\n- 製造\n- NPS 9\n\n## 約束\n\n- [ ] 見積を送る\n\n## 提案\n\n- まだ提案しない\n"
    )


@POPS_UP
@pytest.mark.parametrize(("ui", "look"), LOOKS)
def test_the_page_is_shown_saved_and_copied(
    qtbot: QtBot, open_program: Open, folder: Path, tmp_path: Path, ui: str, look: str
) -> None:
    view, program = opened(qtbot, open_program, folder, ui=ui, look=look)
    assert cut_texts(program.window) == []  # type: ignore[attr-defined]
    view.account._brief.click()
    dialog = view.findChild(BriefDialog)
    assert isinstance(dialog, BriefDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert view.account._page is not None
    written = brief(view.account._page)
    assert texts(dialog)[0] == "山田製作所"
    assert cut_texts(dialog) == []
    dialog._copy.click()
    assert QGuiApplication.clipboard().text() == written
    dialog.save("md", tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == written
    dialog.save("pdf", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert "a.pdf" in dialog.said.text()
    dialog.save("md", tmp_path / "no such folder" / "a.md")
    assert "no such folder" in dialog.said.text()
    qtbot.waitUntil(lambda: cut_texts(dialog) == [])


@pytest.mark.parametrize(("lines", "pages"), [(3, 1), (60, 1), (90, 2)])
def test_letters_shrink_until_the_paper_holds_all(qapp: object, tmp_path: Path, lines: int, pages: int) -> None:
    """More than the smallest letters hold goes on another sheet rather than away."""
    section = BriefSection(heading="約束", lines=("見積と比較表をお送りする (11/25(水))",) * lines)
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert paint(replace(A_BRIEF, sections=(section,)), writer) == pages


def test_what_is_printed_is_the_page(qapp: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The button asks the system's dialog, and a refusal there prints nothing."""
    from PySide6 import QtPrintSupport

    printed: list[Brief] = []
    answers = iter((False, True))
    asked: type = type("Asked", (), {"__init__": lambda *_: None, "exec": lambda _self: next(answers)})
    monkeypatch.setattr(QtPrintSupport, "QPrintDialog", asked)
    note: Callable[[Brief, object], int] = lambda told, _device: printed.append(told) or 1  # noqa: E731
    monkeypatch.setattr(brief_dialog, "paint", note)
    dialog = BriefDialog(None, A_BRIEF, tmp_path)  # type: ignore[arg-type]
    dialog._print.click()
    assert (printed, dialog.said.text()) == ([], "")
    dialog._print.click()
    assert printed == [A_BRIEF]
    assert dialog.said.text()
    dialog.deleteLater()


def test_the_customers_page_tells_who_was_heard_and_what_changed(
    qtbot: QtBot, open_program: Open, folder: Path
) -> None:
    view, _program = opened(qtbot, open_program, folder)
    page = view.account._page
    assert page is not None and page.numbers is not None  # noqa: PT018
    assert [each.name for each in page.numbers.voices.silent] == ["佐藤"]
    wanted = {"話した人と、まだの人", "1年以内に話していない人", "佐藤", "役員室 · 決裁者"}
    wanted |= {"まだ誰も話していない部署: 役員室", "次の商談のあと、前回からの変化がここに出ます。"}
    qtbot.waitUntil(lambda: wanted <= set(texts(view.account)))
    told = brief(page)
    assert "1年以内に話していない人: 佐藤 役員室" in told
    assert "からの変化" not in told
    shifts = tuple(Shift(kind=ShiftKind.WORSE, text=f"困りごと {n}", meeting_id=None) for n in range(8))
    changed = replace(page, since=Since(day=dt.date(2026, 9, 2), shifts=shifts))
    view.account.show_page(changed)
    qtbot.waitUntil(lambda: "9/2(水) からの変化" in texts(view.account))
    assert "「困りごと 0」" in texts(view.account)
    assert "ほか2件" in texts(view.account)
    assert "## 9/2(水) からの変化\n\n- 悪化: 「困りごと 0」" in brief(changed)
    quiet = replace(page, since=Since(day=dt.date(2026, 9, 2)))
    assert "## 9/2(水) からの変化\n\n- 新しい変化はありません。" in brief(quiet)


def test_of_many_people_the_deciders_are_named_first(qtbot: QtBot, open_program: Open, folder: Path) -> None:
    view, _ = opened(qtbot, open_program, folder)
    page = view.account._page
    assert page is not None
    people = tuple(
        Contact(id=ContactId(str(n)), customer_id=page.customer.id, name=f"担当{n:02}", is_decider=n == 39)
        for n in range(40)
    )
    told = facts(replace(page, details=CustomerDetails(contacts=people)))[-1]
    assert told == "担当39(決裁者), 担当00, 担当01, 担当02, 担当03, ほか35人"
