"""The page of exports: the target above, the inbox at the left, preview and report at the right, the button below."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from insight_desktop.exporting import Rehearsal
from insight_desktop.ui.exporting.footer import ExportFooter
from insight_desktop.ui.exporting.inbox_view import InboxView
from insight_desktop.ui.exporting.preview_view import PreviewView
from insight_desktop.ui.exporting.report_view import ReportView
from insight_desktop.ui.exporting.target_bar import TargetBar
from insight_desktop.ui.exporting.values import ExportPage
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import column, frame, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.empty_state import EmptyState

_PREVIEW, _REPORT = "preview", "report"


class ExportView(View):
    """Widgets of the page.

    Signals:
        import_requested(): the button of the empty page.
    """

    import_requested = Signal()

    def __init__(self) -> None:
        """Lay out the page."""
        super().__init__()
        self.target, self.inbox = TargetBar(), InboxView()
        self.preview, self.report, self.footer = PreviewView(), ReportView(), ExportFooter()
        self._page: ExportPage | None = None
        self._findings = 0
        self.tabs = ChoiceRow("tab", gap=12)
        self.tabs.chosen.connect(self.show_tab)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.report)
        right = column(gap=0)
        right.addLayout(row(self.tabs, None, margins=(16, 4, 16, 0)))
        right.addWidget(frame("line"))
        right.addWidget(self._stack, 1)
        middle = row(self.inbox, frame("column"), gap=0)
        middle.addLayout(right, 1)
        content = QWidget()
        layout = column(self.target, frame("line"), gap=0)
        layout.addLayout(middle, 1)
        layout.addWidget(frame("line"))
        layout.addWidget(self.footer)
        content.setLayout(layout)
        self._empty = EmptyState("file-output", "upload")
        self._empty.asked.connect(self.import_requested)
        self._layers = QStackedWidget()
        for widget in (QWidget(), content, self._empty):
            self._layers.addWidget(widget)
        self.setLayout(column(self._layers, gap=0))
        self.retranslate()
        self.show_tab(_PREVIEW)

    def show_page(self, page: ExportPage, preferred: frozenset[str]) -> None:
        """Show target and inbox; without any finished meeting the page says what it will show."""
        self._page = page
        self._layers.setCurrentIndex(1 if page.rows else 2)
        self.target.show_page(page)
        self.inbox.show_rows(page.rows, preferred)

    def show_rehearsal(self, rehearsal: Rehearsal | None, titles: Mapping[str, str]) -> None:
        """Show what would be written; None while it is not known."""
        page = self._page
        if page is None:
            return
        report = rehearsal.report if rehearsal else None
        self.footer.show_count(report.rows if report else 0, page.personal, is_known=report is not None)
        if rehearsal is None or report is None:
            return
        self.preview.show_rows(tuple(column.header for column in page.profile.columns), rehearsal.rows)
        self.report.show_report(report, titles)
        self._findings = sum(number for _, number in report.counts)
        if not report.rows and report.counts:
            self.show_tab(_REPORT)
        self.retranslate()

    def show_tab(self, key: str) -> None:
        """Show preview or report."""
        self.tabs.choose(key)
        self._stack.setCurrentIndex(0 if key == _PREVIEW else 1)

    def retranslate(self) -> None:
        """Write the texts."""
        report = self.tr("Report")
        self.tabs.offer(
            [
                Choice(_PREVIEW, self.tr("Preview")),
                Choice(_REPORT, f"{report}  {self._findings}" if self._findings else report),
            ]
        )
        self._empty.say(
            self.tr("Into your CRM"),
            self.tr(
                "Once a meeting has its minutes it waits here, ready to be saved as the file that your CRM imports."
            ),
            self.tr("Import a recording"),
        )
