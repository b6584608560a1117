"""What the export alters or leaves out, before anything is saved: by kind, with the meetings concerned."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from insight_desktop import export_wording
from insight_desktop.exports.report import ExportReport, Finding, FindingKind
from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import column, empty, label, row
from insight_desktop.ui.widgets.link import Link
from insight_desktop.ui.widgets.scrolling import ScrollArea

_MOST = 12
_SERIOUS = {FindingKind.ROW_SKIPPED, FindingKind.DANGEROUS, FindingKind.ROW_OVER_LIMIT}


class ReportView(View):
    """A list of findings.

    Signals:
        meeting_opened(str): a meeting is wanted.
    """

    meeting_opened = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._report: ExportReport | None = None
        self._titles: Mapping[str, str] = {}
        self._layout = column(gap=16, margins=(16, 16, 16, 16))
        inner = QWidget()
        inner.setLayout(self._layout)
        scroll = ScrollArea(inner)
        self.setLayout(column(scroll, gap=0))

    def show_report(self, report: ExportReport, titles: Mapping[str, str]) -> None:
        """Show what an export would alter; `titles` are those of the meetings by id."""
        self._report, self._titles = report, titles
        self._fill()

    def _fill(self) -> None:
        empty(self._layout)
        report = self._report
        if report is None:
            return
        if not report.counts:
            self._layout.addWidget(
                label("quiet", self.tr("Nothing is altered or left out: the file says what the meetings say."))
            )
        for kind, count in sorted(report.counts, key=lambda each: each[0] not in _SERIOUS):
            tone = "dissatisfaction" if kind in _SERIOUS else "pain"
            head = row(Badge(str(count), "triangle-alert", tone), gap=8)
            text = export_wording.EXPORT_FINDINGS[kind.value][wording.language()]
            head.addWidget(label("strong", text[:1].upper() + text[1:], wraps=True), 1)
            block = column(gap=4)
            block.addLayout(head)
            found = [each for each in report.findings if each.kind is kind and each.call_id]
            for each in found[:_MOST]:
                block.addLayout(self._place(each))
            if len(found) > _MOST:
                more = self.tr("and {number} more").format(number=len(found) - _MOST)
                block.addLayout(row(24, label("small", more), None))
            self._layout.addLayout(block)
        self._layout.addStretch(1)

    def _place(self, finding: Finding) -> QHBoxLayout:
        link = Link(self._titles.get(finding.call_id, finding.call_id))
        link.clicked.connect(lambda: self.meeting_opened.emit(finding.call_id))
        lengths = f"{finding.before} → {finding.after}" if finding.before is not None else ""
        particulars = "  ·  ".join(part for part in (finding.column, finding.detail, lengths) if part)
        line = row(24, link, gap=8)
        line.addWidget(label("small", particulars, wraps=True), 1)
        return line

    def restyle(self) -> None:
        """Build the list in the new colours."""
        if hasattr(self, "_report"):
            self._fill()

    def retranslate(self) -> None:
        """Build the list in the new language."""
        self._fill()
