"""The guide: its chapters at the left, one chapter's text at the right, found by words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QTextBrowser, QWidget

from insight_desktop.ui import theme
from insight_desktop.ui.guide.chapters import Chapter
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import column, hint, row

_LIST_WIDTH, _TEXT_WIDTH, _AFTER = 220, 720, 8


class GuideView(View):
    """The page.

    Signals:
        searched(str): show the chapters with these words.
        page_wanted(str): the text leads to a page of the program.
    """

    searched = Signal(str)
    page_wanted = Signal(str)

    def __init__(self) -> None:
        """Lay out list and text."""
        super().__init__()
        self._chapters: tuple[Chapter, ...] = ()
        self.search, self.list, self.text = QLineEdit(), QListWidget(), QTextBrowser()
        self.search.setProperty("look", "search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.searched)
        self.list.currentRowChanged.connect(self._on_row)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(lambda url: self.page_wanted.emit(url.toString().partition(":")[2]))
        self.text.setMaximumWidth(_TEXT_WIDTH)
        left = QWidget()
        left.setFixedWidth(_LIST_WIDTH)
        left.setLayout(column(self.search, self.list, gap=8))
        whole = row(left, gap=32, margins=(24, 24, 24, 0))
        whole.addWidget(self.text, 1)
        whole.addStretch(0)
        whole.setAlignment(self.text, Qt.AlignmentFlag(0))
        self.setLayout(whole)
        self.retranslate()

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """Show the chapters; the first is open."""
        self._chapters = tuple(chapters)
        self.list.clear()
        self.list.addItems([chapter.title for chapter in chapters])
        self.list.setCurrentRow(0 if chapters else -1)
        if not chapters:
            self.text.setPlainText(self.tr("No chapter has these words."))

    def open_chapter(self, place: int) -> None:
        """Show one chapter."""
        self.list.setCurrentRow(place)

    def _on_row(self, place: int) -> None:
        if 0 <= place < len(self._chapters):
            self.text.document().setDefaultFont(theme.font(14))
            self.text.setMarkdown(self._chapters[place].text)
            self._space()

    def _space(self) -> None:
        """Give Japanese its line height; Markdown alone sets none."""
        document = self.text.document()
        block = document.begin()
        cursor = self.text.textCursor()
        while block.isValid():
            cursor.setPosition(block.position())
            form = block.blockFormat()
            form.setLineHeight(150, 1)
            form.setBottomMargin(_AFTER)
            cursor.setBlockFormat(form)
            block = block.next()
        self.text.moveCursor(cursor.MoveOperation.Start)

    def restyle(self) -> None:
        """Write the text in the new colours."""
        if hasattr(self, "text"):
            self._on_row(self.list.currentRow())

    def retranslate(self) -> None:
        """Write the texts."""
        hint(self.search, self.tr("Search the guide"))
        self.search.setAccessibleName(self.tr("Search the guide"))
        self.list.setAccessibleName(self.tr("Chapters"))
        self.text.setAccessibleName(self.tr("Chapter"))
