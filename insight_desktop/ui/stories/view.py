"""The page of success stories: a card a story."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from insight_desktop.domain.story import SuccessStory
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, column, empty, frame, label, row
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.scrolling import ScrollArea

_WIDTH = 860


class StoriesView(View):
    """Widgets of the page.

    Signals:
        added(): a new story.
        edited(SuccessStory): a story is to be changed.
        removed(SuccessStory): a story is to be taken away.
        import_requested(): stories are to come from a CSV.
        export_requested(): the stories are to be written as CSV.
        catalogue_requested(): back to the catalogue.
    """

    added = Signal()
    edited = Signal(object)
    removed = Signal(object)
    import_requested = Signal()
    export_requested = Signal()
    catalogue_requested = Signal()

    def __init__(self) -> None:
        """Build the frame of the page."""
        super().__init__()
        self._stories: tuple[SuccessStory, ...] = ()
        self._title = label("title")
        self._ways_back = tuple(Button(icon="arrow-left", look="plain") for _page in ("full", "empty"))
        self._import, self._export = Button(icon="upload"), Button(icon="download")
        self._add = Button(icon="plus", look="primary", ink="on_accent")
        for back in self._ways_back:
            back.clicked.connect(self.catalogue_requested)
        self._import.clicked.connect(self.import_requested)
        self._export.clicked.connect(self.export_requested)
        self._add.clicked.connect(self.added)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        page = QWidget()
        inner = column(gap=16, margins=(24, 16, 24, 24))
        inner.addLayout(row(self._ways_back[0], self._title, None, self._import, self._export, self._add))
        inner.addLayout(self._cards)
        inner.addStretch(1)
        page.setLayout(inner)
        page.setMaximumWidth(_WIDTH)
        middle = QWidget()
        middle.setLayout(row(page, None))
        middle.layout().setStretch(0, 100)  # type: ignore[union-attr]
        self._empty = EmptyState("trophy", "plus", "upload")
        self._empty.asked.connect(self.added)
        self._empty.asked_other.connect(self.import_requested)
        self._stack = QStackedWidget()
        nothing, start = QWidget(), column(gap=0, margins=(24, 16, 24, 24))
        start.addLayout(row(self._ways_back[1], None))
        start.addWidget(self._empty, 1)
        nothing.setLayout(start)
        self._stack.addWidget(nothing)
        self._stack.addWidget(ScrollArea(middle))
        self.setLayout(column(self._stack, gap=0))
        self.retranslate()

    def show_stories(self, stories: tuple[SuccessStory, ...]) -> None:
        """Show the stories."""
        self._stories = stories
        self._stack.setCurrentIndex(1 if stories else 0)
        empty(self._cards)
        for story in stories:
            self._cards.addWidget(self._card(story))

    def _card(self, story: SuccessStory) -> QWidget:
        card = frame("card")
        edit, remove = IconButton("pencil"), IconButton("trash-2")
        edit.name(self.tr("Edit {name}").format(name=story.title))
        remove.name(self.tr("Delete {name}").format(name=story.title))
        edit.clicked.connect(lambda: self.edited.emit(story))
        remove.clicked.connect(lambda: self.removed.emit(story))
        told = column(label("strong", story.title, wraps=True), gap=4)
        facts = " · ".join(part for part in (story.industry, story.product) if part)
        if facts:
            told.addWidget(label("small", facts, wraps=True))
        for sentence, text in ((self.tr("Problem: {text}"), story.problem), (self.tr("Result: {text}"), story.result)):
            if text:
                told.addWidget(label("", sentence.format(text=text), wraps=True))
        line = row(gap=4, margins=(16, 12, 8, 16))
        line.addLayout(told, 1)
        for button in (edit, remove):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        card.setLayout(line)
        return card

    def retranslate(self) -> None:
        """Write the texts."""
        self._title.setText(self.tr("Success stories"))
        for back in self._ways_back:
            back.setText(self.tr(" Catalogue"))
        self._import.setText(self.tr(" Import"))
        self._export.setText(self.tr(" Export"))
        self._add.setText(self.tr(" Add a story"))
        self._empty.say(
            self.tr("Success stories stand here"),
            self.tr("What a product did for another customer: the nearest story is shown on the card of a suggestion."),
            self.tr("Add a story"),
            self.tr("Import stories (CSV)"),
        )
        self.show_stories(self._stories)
