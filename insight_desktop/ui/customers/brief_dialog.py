"""The page before a meeting on the screen, and from there on paper, as PDF, as Markdown or on the clipboard."""

import html
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from insight_desktop.domain.errors import KnownError
from insight_desktop.exports.atomic import write_whole
from insight_desktop.ui import wording
from insight_desktop.ui.customers.brief import Brief, BriefSection, markdown
from insight_desktop.ui.meeting.documents import safe_stem
from insight_desktop.ui.theme import FAMILIES
from insight_desktop.ui.widgets.basics import Button, column, frame, label, row
from insight_desktop.ui.widgets.dialog import Dialog
from insight_desktop.ui.widgets.scrolling import ScrollArea

_SIZE = (640, 680)
_MARGIN_MM = 16.0
_POINTS = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
"""From what one likes to read down to what still can be read: the first with which it fits on one page is taken."""
_STYLE = """body{{color:#1d1c1a}} h1{{font-size:{title}pt;margin:0 0 4px 0}}
h2{{font-size:{heading}pt;margin:12px 0 3px 0}} p{{margin:0 0 2px 0;line-height:130%}} .facts{{color:#57554f}}"""
_TITLE, _HEADING = 1.6, 1.15
"""How large a title and a heading are beside the text."""


class BriefDialog(Dialog):
    """One page."""

    def __init__(self, parent: QWidget, told: Brief, folder: Path) -> None:
        """Show the page; files are suggested to go to `folder`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._told, self._folder = told, folder
        self.setWindowTitle(self.tr("Before the meeting"))
        self.take_room(*_SIZE)
        page = QWidget()
        page.setProperty("look", "page")
        body = column(gap=16, margins=(24, 20, 24, 20))
        body.addLayout(column(label("title", told.title, wraps=True), *_facts(told), gap=4))
        for section in told.sections:
            body.addLayout(_section(section))
        body.addStretch(1)
        page.setLayout(body)
        scroll = ScrollArea(page)
        scroll.setAccessibleName(told.title)
        self._copy, self._text = Button(self.tr(" Copy"), icon="copy"), Button(self.tr(" Markdown…"), icon="download")
        self._pdf = Button(self.tr(" PDF…"), icon="download")
        self._print = Button(self.tr(" Print…"), icon="printer", look="primary", ink="on_accent")
        self._close = Button(self.tr("Close"))
        self._copy.clicked.connect(self._on_copy)
        self._text.clicked.connect(lambda: self._ask("md"))
        self._pdf.clicked.connect(lambda: self._ask("pdf"))
        self._print.clicked.connect(self._on_print)
        self._close.clicked.connect(self.reject)
        self.said = label("small", wraps=True)
        self.said.setContentsMargins(20, 8, 20, 0)
        self.said.hide()
        foot = row(self._close, None, self._copy, self._text, self._pdf, self._print, margins=(20, 12, 20, 16))
        outer = column(scroll, frame("line"), self.said, gap=0)
        outer.setStretch(0, 1)
        outer.addLayout(foot)
        self.setLayout(outer)
        self._print.setFocus()

    def save(self, kind: str, path: Path) -> None:
        """Write the page as `md` or `pdf` and say so, or why not."""
        content = markdown(self._told).encode() if kind == "md" else pdf(self._told)
        try:
            write_whole(path, content)
        except KnownError as error:
            self._say(wording.sentence(error))
        else:
            self._say(self.tr("Saved as {name}.").format(name=path.name))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(markdown(self._told))
        self._say(self.tr("The page is on the clipboard as Markdown."))

    def _ask(self, kind: str) -> None:
        suggested = self._folder / f"{safe_stem(self._told.title)}.{kind}"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), str(suggested), f"*.{kind}")
        if path:
            self.save(kind, Path(path))

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        printer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
        if QPrintDialog(printer, self).exec():
            paint(self._told, printer)
            self._say(self.tr("Sent to the printer."))


def pdf(told: Brief) -> bytes:
    """Return the page as PDF, A4."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    writer.setTitle(told.title)
    writer.setCreator("Insight Desktop")
    paint(told, writer)
    buffer.close()
    return bytes(data.data())


def paint(told: Brief, device: QPagedPaintDevice) -> int:
    """Put the page on paper in the largest letters with which it is one page; returns how many pages it took."""
    painter = QPainter(device)
    area = QRectF(painter.viewport())
    document = QTextDocument()
    for points in _POINTS:
        document = _document(told, points)
        document.documentLayout().setPaintDevice(device)
        document.setPageSize(area.size())
        if document.pageCount() == 1:
            break
    for number in range(document.pageCount()):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -number * area.height())
        document.drawContents(painter, area.translated(0, number * area.height()))
        painter.restore()
    painter.end()
    return document.pageCount()


def _margins() -> QMarginsF:
    return QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)


def _document(told: Brief, points: float) -> QTextDocument:
    document = QTextDocument()
    face = QFont(list(FAMILIES))
    face.setPointSizeF(points)
    document.setDefaultFont(face)
    document.setDefaultStyleSheet(_STYLE.format(title=_TITLE * points, heading=_HEADING * points))
    document.setDocumentMargin(0)
    lines = [f"<h1>{html.escape(told.title)}</h1>", f'<p class="facts">{html.escape(" · ".join(told.facts))}</p>']
    for section in told.sections:
        lines.append(f"<h2>{html.escape(section.heading)}</h2>")
        lines += [f"<p>{_mark(section)} {html.escape(line)}</p>" for line in section.lines]
    document.setHtml(f"<body>{''.join(lines)}</body>")
    return document


def _mark(section: BriefSection) -> str:
    return "☐" if section.is_ticked else "・" if wording.language() == "ja" else "•"


def _facts(told: Brief) -> list[QWidget]:
    return [label("quiet", " · ".join(told.facts), wraps=True)] if told.facts else []


def _section(section: BriefSection) -> QVBoxLayout:
    layout = column(label("caption", section.heading), gap=4)
    for line in section.lines:
        mark = label("small", _mark(section))
        words = label("", line, wraps=True)
        entry = row(gap=6)
        entry.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        entry.addWidget(words, 1)
        layout.addLayout(entry)
    return layout
