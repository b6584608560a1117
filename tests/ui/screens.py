"""Walks through every page, tab and dialog of the window, as a user would open them."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from insight_desktop.domain.customer import Customer
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import CustomerId
from insight_desktop.health import Finding, Verdict
from insight_desktop.ui.application import Program, preferences_of
from insight_desktop.ui.catalogue.sheet import fields_of
from insight_desktop.ui.customers.sheets import about, sheets
from insight_desktop.ui.errors import report_dialog
from insight_desktop.ui.exporting.reading import read_template
from insight_desktop.ui.exporting.template_dialog import TemplateDialog
from insight_desktop.ui.field_kinds import values_of
from insight_desktop.ui.meeting.details import DetailsPopup
from insight_desktop.ui.meeting.template_dialog import TemplateDialog as MinutesDialog
from insight_desktop.ui.page_list import PAGES
from insight_desktop.ui.privacy.enrolment import EnrolmentDialog
from insight_desktop.ui.protection.code_dialog import CodeDialog
from insight_desktop.ui.protection.passphrase_dialog import PassphraseDialog
from insight_desktop.ui.protection.progress import ProtectionProgress
from insight_desktop.ui.protection.unlock_dialog import UnlockDialog
from insight_desktop.ui.widgets.fields import Field
from insight_desktop.ui.widgets.keys import show_keys
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog
from insight_desktop.ui.wording import sentence

TABS = {
    "meeting": ("minutes", "transcript", "metrics"),
    "trends": ("themes", "patterns", "reasons", "script", "trackers", "coaching"),
    "exports": ("preview", "report"),
    "customers": ("overview", "records"),
}
SMALL, USUAL = (960, 540), (1280, 800)
"""The room of a screen of 1920 by 1080 at 200 %, and of a laptop at 100 %."""
_PATIENCE, _LOOKS = 2000, 40
_DECRYPTED = "All data is decrypted on this disk, and the program starts without asking."
_TABLE = "顧客名,区分,ランク,ＮＰＳ\n㈱山田製作所,既存,A,45\n有限会社あおば,新規,B,abc\n,空,,\n"
_TEMPLATE = "件名(必須),訪問日,お客様のお名前,備考2\r\n見本,2026/01/01,a,b\r\n"


FOUND = (
    Finding(subject="python", name="3.11", verdict=Verdict.GOOD, detail="3.11.2"),
    Finding(subject="model", name="whisper-base", verdict=Verdict.BAD, detail="/home/user/.local/share/InsightDesktop"),
    Finding(subject="database", name="insight.db", verdict=Verdict.BAD, detail="x"),
    Finding(subject="disk", name="0.1 GB", verdict=Verdict.BAD, detail="x"),
    Finding(subject="device", name="sound", verdict=Verdict.ABSENT, detail="x", note="no_sound"),
)
"""What the health check finds here: of each kind one, without the seconds that the real one takes."""


def opened(workspace: Path, *, ui: str, look: str = "light") -> Program:
    """Return a window on a workspace that is open and active; it runs no jobs."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    options = argparse.Namespace(ui=ui, theme=look, data_dir=None, workspace=workspace)
    program = Program(application, workspace, preferences_of(options), runs_jobs=False)
    program.window.resize(*USUAL)
    program.window.show()
    program.open("today")
    until(lambda: program.context is not None)
    still(program)
    return program


def closed(program: Program) -> None:
    """Close the window and everything behind it."""
    program.window.close()
    program.close()
    program.languages.remove()
    program.window.deleteLater()


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    for _ in range(_PATIENCE):
        if holds():
            return
        QTest.qWait(10)
    message = "the window did not come so far"
    raise AssertionError(message)


def still(program: Program) -> None:
    """Wait until nothing is asked for and what came is laid out; the window is then the active one."""
    until(lambda: program.operations.is_idle)
    QTest.qWait(30)
    until(lambda: program.operations.is_idle)
    program.window.activateWindow()


def pages(program: Program) -> Iterator[str]:
    """Open every page and tab, one after the other, and say which."""
    assert program.context is not None
    newest = program.context.workspace.meetings.list(limit=1).meetings
    for page in PAGES:
        if page.id == "meeting" and not newest:
            continue
        program.window.go(page.id, newest[0].meeting.id if page.id == "meeting" else "")
        still(program)
        presenter = program.window.presenter(page.id)
        assert presenter is not None
        for tab in TABS.get(page.id, ("",)) if newest else ("",):
            if tab:
                presenter.widget.show_tab(tab)  # type: ignore[attr-defined]
                still(program)
            yield f"{page.id} {tab}".strip()


def dialogs(program: Program, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Open every dialog and popup, and say which; files for those that read some come to `folder`."""
    assert program.context is not None
    window, workspace = program.window, program.context.workspace
    meeting = workspace.meetings.list(limit=1).meetings[0].meeting
    products = workspace.products.catalogue("ja")
    template, table = folder / "活動 インポート.csv", folder / "顧客.csv"
    template.write_bytes(_TEMPLATE.encode("cp932"))
    table.write_bytes(_TABLE.encode("cp932"))
    blank = Customer(id=CustomerId("c"), name="")
    forms: list[tuple[str, tuple[Field, ...], object]] = [("customer", about(), blank)]
    forms += [(sheet.title, sheet.fields, sheet.blank(blank.id)) for sheet in sheets(products)]
    forms.append(("product", fields_of(products), products[0]))
    makers: list[tuple[str, Callable[[], QWidget]]] = [
        ("keys", lambda: show_keys(window, window.keys)),
        ("minutes", lambda: MinutesDialog(window, "ja")),
        ("template", lambda: TemplateDialog(window, read_template(template))),
        ("details", lambda: DetailsPopup(window, meeting)),
        ("report", lambda: report_dialog(ValueError("x"), window)),
        *(
            (title, lambda t=title, f=fields, e=entry: SheetDialog(window, t, f, values_of(e)))
            for title, fields, entry in forms
        ),
    ]
    context = program.context
    makers.append(("voice", lambda: EnrolmentDialog(window, context)))
    makers += protection(window)
    for name, make in makers:
        dialog = make()
        dialog.show()
        dialog.activateWindow()
        until(dialog.isActiveWindow)
        yield name, dialog
        dialog.hide()
        dialog.deleteLater()
    for name, ask in (("palette", window.palette_requested.emit), ("table", lambda: window.take_files((table,)))):
        ask()
        until(lambda: any(each.isVisible() for each in window.findChildren(QDialog)))
        dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
        still(program)
        QTest.qWait(150)
        dialog.activateWindow()
        until(dialog.isActiveWindow)
        yield name, dialog
        dialog.close()


def protection(window: QWidget) -> list[tuple[str, Callable[[], QWidget]]]:
    """Return what makes the dialogs of the passphrase, each with all that it can say."""

    def changing() -> QWidget:
        dialog = PassphraseDialog(window, changes=True)
        dialog.new.setText("short")
        dialog.show_wrong(sentence(KnownError(ErrorCode.PASSPHRASE_WRONG)))
        return dialog

    def code() -> QWidget:
        dialog = CodeDialog(window, "-".join(["ABCD"] * 8))
        dialog.save(Path("/") / "missing" / "code.txt")
        return dialog

    def locked() -> QWidget:
        dialog = UnlockDialog(window, QCoreApplication.translate("Protection", _DECRYPTED))
        dialog.show_wrong(sentence(KnownError(ErrorCode.PASSPHRASE_WRONG)))
        dialog.forgotten.show()
        return dialog

    return [
        ("passphrase", lambda: PassphraseDialog(window)),
        ("passphrase changed", changing),
        ("code", code),
        ("locked", locked),
        ("encryption", lambda: ProtectionProgress(window, encrypts=True)),
    ]


def lasting(find: Callable[[QWidget], list[str]], window: QWidget) -> list[str]:
    """Return what is found, once what is on its way has come: a fault that goes away by itself is none."""
    found = find(window)
    for _ in range(_LOOKS):
        if not found:
            break
        QTest.qWait(50)
        window.activateWindow()
        found = find(window)
    return found


def examine(_workspace: Path) -> tuple[Finding, ...]:
    """Find troubles at once."""
    return FOUND


def resize(window: QWidget, size: tuple[int, int]) -> None:
    """Give the window another size and let it be laid out."""
    window.resize(*size)
    QTest.qWait(30)
    window.activateWindow()
