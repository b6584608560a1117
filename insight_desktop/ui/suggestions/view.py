"""The page of suggestions: the list at the left, the offer card at the right, what came of offers on top."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from insight_desktop.domain.ids import SuggestionId
from insight_desktop.domain.suggestion import Timing
from insight_desktop.ui import wording
from insight_desktop.ui.suggestions.delegate import SuggestionDelegate
from insight_desktop.ui.suggestions.model import SuggestionModel
from insight_desktop.ui.suggestions.offer_card import OfferCard
from insight_desktop.ui.suggestions.values import SuggestionsPage, Tally
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, column, label, row
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.scrolling import ScrollArea

_LIST_WIDTH = 300


class SuggestionsView(View):
    """Widgets of the page.

    Signals:
        suggestion_chosen(str): a suggestion of the list.
        cue_switched(str, bool): a signal of the verdict was switched off or on again.
        state_wanted(str, str, float, str): what became of it, with the wording used, the amount and the reason.
        meeting_opened(str): the meeting behind the suggestion.
        customer_opened(str): the customer's page.
        text_copied(str): a wording is wanted on the clipboard.
        story_opened(str): a success story is to be read.
        clip_played(Clip): words are to be heard.
        catalogue_requested(): what we sell is wanted.
        import_requested(): the button of the empty page, where there is a catalogue and no meeting.
        meetings_requested(): the meetings are wanted.
        results_requested(): what came of all offers is wanted.
        rules_requested(): when something may be proposed is to be chosen.
    """

    suggestion_chosen = Signal(str)
    cue_switched = Signal(str, bool)
    state_wanted = Signal(str, str, float, str)
    meeting_opened = Signal(str)
    customer_opened = Signal(str)
    text_copied = Signal(str)
    clip_played = Signal(object)
    story_opened = Signal(str)
    catalogue_requested = Signal()
    import_requested = Signal()
    meetings_requested = Signal()
    rules_requested = Signal()
    results_requested = Signal()

    def __init__(self) -> None:
        """Build the widgets."""
        super().__init__()
        self._page: SuggestionsPage | None = None
        self._model = SuggestionModel()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(SuggestionDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._results = label("small", wraps=True)
        self._results.setContentsMargins(12, 0, 12, 0)
        self._catalogue = Button(icon="shopping-cart")
        self._catalogue.clicked.connect(self.catalogue_requested)
        self._all_results = Button(icon="chart-column")
        self._all_results.clicked.connect(self.results_requested)
        self._rules = Button(icon="settings", look="plain")
        self._rules.clicked.connect(self.rules_requested)
        side = QWidget()
        entries = column(gap=8, margins=(12, 16, 4, 0))
        entries.addLayout(row(self._catalogue, self._all_results, gap=8))
        for widget in (self._rules, self._results, self._list):
            entries.addWidget(widget)
        side.setLayout(entries)
        self.card = OfferCard()
        self.card.cue_switched.connect(self.cue_switched)
        self.card.state_wanted.connect(self.state_wanted)
        self.card.meeting_opened.connect(self.meeting_opened)
        self.card.customer_opened.connect(self.customer_opened)
        self.card.text_copied.connect(self.text_copied)
        self.card.clip_played.connect(self.clip_played)
        self.card.story_opened.connect(self.story_opened)
        self._scroll = ScrollArea(self.card)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(side)
        splitter.addWidget(self._scroll)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_WIDTH, 1000])
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        self._splitter = splitter
        self._stack = self._lay_out_stack()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.retranslate()

    def _lay_out_stack(self) -> QStackedWidget:
        """Return the list with its card, and the pages that say what is missing for one."""
        self._no_catalogue = EmptyState("lightbulb", "shopping-cart")
        self._no_meeting = EmptyState("lightbulb", "upload", "shopping-cart")
        self._nothing = EmptyState("lightbulb", "shopping-cart", "messages-square")
        self._no_catalogue.asked.connect(self.catalogue_requested)
        self._no_meeting.asked.connect(self.import_requested)
        self._no_meeting.asked_other.connect(self.catalogue_requested)
        self._nothing.asked.connect(self.catalogue_requested)
        self._nothing.asked_other.connect(self.meetings_requested)
        stack = QStackedWidget()
        for page in (self._splitter, self._no_catalogue, self._no_meeting, self._nothing):
            stack.addWidget(page)
        return stack

    def show_page(self, page: SuggestionsPage, chosen: str) -> None:
        """Show the list; without any suggestion the page says what is missing for one."""
        self._page = page
        missing = self._nothing if page.has_meetings else self._no_meeting
        self._stack.setCurrentWidget(self._splitter if page.rows else missing if page.names else self._no_catalogue)
        self._list.selectionModel().blockSignals(True)
        self._model.show_rows(page.rows, dict(page.names))
        row = self._model.row_of(chosen)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))
        self._list.selectionModel().blockSignals(False)
        self._list.viewport().update()
        self._results.setText("\n".join(self._lines(page)))
        self._results.setVisible(bool(self._results.text()))
        business = wording.BUSINESSES[page.rules.business].text
        changed = self.tr(" Rules: {business}, changed") if page.rules.changed else self.tr(" Rules: {business}")
        self._rules.setText(changed.format(business=business))
        self._rules.setToolTip(self.tr("Choose the kind of business and when something may be proposed"))

    def show_timings(self, timings: Mapping[SuggestionId, Timing]) -> None:
        """Mark in the list for which offers today is the day."""
        self._model.show_timings(timings)

    @staticmethod
    def copy(text: str) -> None:
        """Put text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def _lines(self, page: SuggestionsPage) -> list[str]:
        lines = [
            self.tr("Accepted offers add {amount} a month").format(amount=wording.money(amount, currency))
            for currency, amount in sorted(page.growth.items())
        ]
        if page.overall is not None:
            lines.append(self.tr("Accepted: {share}").format(share=self._share(page.overall)))
        lines += [
            self.tr("Wording {name}: {share}").format(name=each.name, share=self._share(each))
            for each in page.by_wording
        ]
        return lines

    def _share(self, tally: Tally) -> str:
        return self.tr("{hits} of {total} (likely {low}–{high} %)").format(
            hits=tally.share.hits, total=tally.share.total, low=round(100 * tally.low), high=round(100 * tally.high)
        )

    def retranslate(self) -> None:
        """Write the texts."""
        self._catalogue.setText(self.tr(" Catalogue"))
        self._all_results.setText(self.tr(" Results"))
        self._list.setAccessibleName(self.tr("Suggestions"))
        heading = self.tr("Suggestions appear here")
        self._no_catalogue.say(
            heading,
            self.tr(
                "Import your catalogue, then read a meeting: when a customer voices a problem that a product of yours "
                "solves, it is listed here with the words that call for it."
            ),
            self.tr("Open the catalogue"),
        )
        self._no_meeting.say(
            heading,
            self.tr(
                "Your catalogue is there. Once a meeting is read in which a customer voices a problem that a product "
                "of yours solves, it is listed here with the words that call for it."
            ),
            self.tr("Import a recording"),
            self.tr("Open the catalogue"),
        )
        self._nothing.say(
            self.tr("Nothing to suggest so far"),
            self.tr(
                "In the meetings so far no customer voiced a problem that a product of your catalogue solves. Look "
                "whether the catalogue tells, in customers' words, what each product solves."
            ),
            self.tr("Open the catalogue"),
            self.tr("Open the meetings"),
        )
        if self._page is not None:
            current = self._list.currentIndex().row()
            self.show_page(self._page, self._model.suggestion_id(current) if current >= 0 else "")

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self._scroll.verticalScrollBar().setValue(0)
            self.suggestion_chosen.emit(self._model.suggestion_id(current.row()))
