"""One suggestion: the customer's problem first, then what would change, what to say, and why now or why not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from insight_desktop.advice import Advice
from insight_desktop.domain.suggestion import SuggestionState, Timing
from insight_desktop.suggestions.lifecycle import OPEN
from insight_desktop.suggestions.stories import NearStory
from insight_desktop.suggestions.wordings import Approach, pushy
from insight_desktop.ui import wording
from insight_desktop.ui.suggestions.benefit_card import BenefitCard
from insight_desktop.ui.suggestions.comparison_table import comparison_table
from insight_desktop.ui.suggestions.life_card import LifeCard
from insight_desktop.ui.suggestions.own_words import OwnWords
from insight_desktop.ui.suggestions.quote_line import QuoteLine
from insight_desktop.ui.suggestions.story_line import StoryLine
from insight_desktop.ui.suggestions.verdict_card import VerdictCard
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import IconButton, column, empty, frame, label, paragraph, row
from insight_desktop.ui.widgets.columns import Columns
from insight_desktop.ui.widgets.focus import focus_kept
from insight_desktop.ui.widgets.link import Link

_MOST_QUOTES = 3
_LEAST = 300


class OfferCard(View):
    """Widgets of one suggestion.

    Signals:
        cue_switched(str, bool): a signal of the verdict was switched off or on again.
        state_wanted(str, str, float, str): what became of it, the wording used, the amount, the reason.
        meeting_opened(str): the meeting behind it.
        customer_opened(str): the customer's page.
        text_copied(str): a wording is wanted on the clipboard.
        story_opened(str): the success story is to be read.
        clip_played(Clip): words are to be heard.
    """

    cue_switched = Signal(str, bool)
    state_wanted = Signal(str, str, float, str)
    meeting_opened = Signal(str)
    customer_opened = Signal(str)
    text_copied = Signal(str)
    clip_played = Signal(object)
    story_opened = Signal(str)

    def __init__(self) -> None:
        """Build the frame; cards are made when there is something to show."""
        super().__init__()
        self._advice: Advice | None = None
        self._near: NearStory | None = None
        self._drafts: dict[str, str] = {}
        """What the user wrote, by offer."""
        self._story = StoryLine()
        self._head, self._left = QVBoxLayout(), QVBoxLayout()
        self.verdict, self.life = VerdictCard(), LifeCard()
        self.verdict.cue_switched.connect(self.cue_switched)
        self.verdict.clip_played.connect(self.clip_played)
        self.verdict.place_opened.connect(self.meeting_opened)
        self.life.state_wanted.connect(self.state_wanted)
        right = column(self.verdict, self.life, None, gap=12)
        self._left.setSpacing(12)
        sides = []
        for layout, share in ((self._left, 5), (right, 4)):
            layout.setContentsMargins(0, 0, 0, 0)
            sides.append((QWidget(), share))
            sides[-1][0].setLayout(layout)
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(16, 16, 24, 24)
        inner.setSpacing(16)
        inner.addLayout(self._head)
        inner.addLayout(Columns(*sides, least=_LEAST))
        inner.addStretch(1)
        self.setLayout(column(self._body, gap=0))
        self._body.hide()

    def show_advice(self, advice: Advice | None, switched_off: frozenset[str]) -> None:
        """Show a suggestion; None hides everything."""
        self._advice, self._near = advice, advice.story if advice else None
        self._body.setVisible(advice is not None)
        if advice is None:
            return
        with focus_kept(self):
            self.verdict.setHidden(advice.suggestion.state is SuggestionState.ACCEPTED)
            self.verdict.show_verdict(advice, switched_off)
            self.life.show_life(advice)
            self._fill(advice)

    def show_story(self, near: NearStory | None) -> None:
        """Show the story to tell, once it is found."""
        self._near = near
        self._story.show_story(near)

    def _fill(self, advice: Advice) -> None:
        empty(self._head)
        empty(self._left)
        kind = wording.OFFERS[advice.suggestion.kind]
        self._head.addWidget(label("title", advice.product, wraps=True))
        links = row(Badge(kind.text, kind.icon, kind.tone), gap=8)
        if advice.customer is not None:
            customer = advice.customer.id
            to_customer = Link(advice.customer.name)
            to_customer.clicked.connect(lambda: self.customer_opened.emit(customer))
            links.addWidget(to_customer)
        meeting = advice.suggestion.meeting_id
        to_meeting = Link(self.tr("See the meeting that says so"))
        to_meeting.clicked.connect(lambda: self.meeting_opened.emit(meeting))
        links.addWidget(to_meeting)
        links.addStretch(1)
        self._head.addLayout(links)
        quotes = [QuoteLine(advice, turn, look="") for turn, _text in advice.quotes[:_MOST_QUOTES]]
        for quote in quotes:
            quote.clip_played.connect(self.clip_played)
            quote.place_opened.connect(self.meeting_opened)
        self._left.addWidget(_card(self.tr("Their problem, in their words"), quotes))
        if advice.benefits:
            benefit = BenefitCard(advice)
            benefit.clip_played.connect(self.clip_played)
            benefit.place_opened.connect(self.meeting_opened)
            self._left.addWidget(_card(self.tr("What it costs them today, by their own numbers"), [benefit]))
        if advice.comparison is not None:
            self._left.addWidget(_card(self.tr("What would change"), [comparison_table(advice.comparison)]))
        self._story = StoryLine()
        self._story.story_opened.connect(self.story_opened)
        self._left.addWidget(self._story)
        self._story.show_story(self._near)
        if advice.suggestion.state not in OPEN:  # it has ended: nobody brings it up any more
            self._left.addStretch(1)
            return
        if advice.verdict.timing is Timing.HOLD:
            held = self.tr("Do not bring it up today. Put right what stands under “Against” first; then ask again.")
            self._left.addWidget(_card(self.tr("How to bring it up"), [label("quiet", held, wraps=True)]))
            self._left.addStretch(1)
            return
        self._left.addWidget(_card(self.tr("One question to ask first"), [self._saying(advice.say.question)]))
        sayings = [self._saying(text, approach) for approach, text in advice.say.by_approach.items() if not pushy(text)]
        self._left.addWidget(_card(self.tr("How to bring it up"), [*sayings, self._own_words(advice)]))
        self._left.addStretch(1)

    def _own_words(self, advice: Advice) -> OwnWords:
        """Return the field for the user's own words; what was written there stays when the page is read again."""
        offer = str(advice.suggestion.id)
        own = OwnWords(self._drafts.get(offer, ""))
        own.written.connect(lambda text: self._drafts.update({offer: text}))
        own.copied.connect(self.text_copied)
        return own

    def _saying(self, text: str, approach: Approach | None = None) -> QWidget:
        box = QWidget()
        copy = IconButton("copy")
        copy.name(self.tr("Copy"))
        copy.clicked.connect(lambda: self.text_copied.emit(text))
        line = row(gap=8)
        if approach is not None:
            line.addWidget(Badge(approach.value, "", "need"))
        line.addWidget(paragraph("", text), 1)
        line.addWidget(copy)
        box.setLayout(line)
        return box

    def retranslate(self) -> None:
        """Write the texts again."""
        if self._advice is not None:
            self._fill(self._advice)


def _card(heading: str, entries: Sequence[QWidget]) -> QWidget:
    card = frame("card")
    card.setLayout(column(label("caption", heading), *entries, gap=10, margins=(16, 12, 16, 16)))
    return card
