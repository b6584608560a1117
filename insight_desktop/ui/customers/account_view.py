"""One customer over all meetings: what is open now, what happened when, and whether to offer something."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from insight_desktop.accounts.voices import Voices
from insight_desktop.domain.account import Issue, IssueStatus, MoodPoint, Promise, Sighting
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.suggestion import Timing
from insight_desktop.ui import theme, wording
from insight_desktop.ui.customers.brief import facts
from insight_desktop.ui.customers.change_cards import since_card, voices_card
from insight_desktop.ui.customers.numbers_view import NumbersView
from insight_desktop.ui.customers.records_view import RecordsView
from insight_desktop.ui.customers.timeline_card import entries
from insight_desktop.ui.customers.values import CustomerPage
from insight_desktop.ui.places import place_of
from insight_desktop.ui.today.check_ins_card import CheckInsCard
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, empty, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.columns import Columns
from insight_desktop.ui.widgets.focus import focus_kept
from insight_desktop.ui.widgets.gradual import Steps, add_lots
from insight_desktop.ui.widgets.link import Link

_LEAST = 230
"""How narrow a column may be before it goes below another one."""
_MOST_ISSUES, _MOST_PROMISES, _MOST_HAPPENED, _MOST_SUCCESSES = 8, 8, 12, 3
_GAP = 10
_TONES = {
    IssueStatus.WORSE: "dissatisfaction",
    IssueStatus.NEW: "pain",
    IssueStatus.CONTINUING: "pain",
    IssueStatus.QUIET: "neutral",
    IssueStatus.SOLVED: "success",
}


class MoodLine(QWidget):
    """The customer's mood as a small line, the oldest meeting left; zero is dashed."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._values: tuple[float, ...] = ()
        self.setFixedSize(QSize(120, 28))

    def show_moods(self, moods: tuple[MoodPoint, ...], text: str) -> None:
        """Show the moods; `text` says the same to a screen reader."""
        self._values = tuple(point.value for point in moods)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(len(moods) > 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        if len(self._values) < 2:  # noqa: PLR2004 - a line needs two points
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, reach = self.height() / 2, self.height() / 2 - 5
        painter.setPen(QPen(theme.colour("hairline_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(0, int(middle), self.width(), int(middle))
        step = (self.width() - 10) / (len(self._values) - 1)
        points = [(5 + place * step, middle - value * reach) for place, value in enumerate(self._values)]
        painter.setPen(QPen(theme.colour("text_2"), 1.5))
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            painter.drawLine(int(x1), int(y1), int(x2), int(y2))
        ink = theme.tone("success" if self._values[-1] >= 0 else "dissatisfaction").ink
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(int(points[-1][0]) - 3, int(points[-1][1]) - 3, 7, 7)
        painter.end()


class AccountView(View):
    """Widgets of one customer.

    Signals:
        meeting_opened(str): a meeting is wanted.
        promise_ticked(str, bool): a promise was done or opened again.
        check_in_done(str, int): it was asked how it goes after a sale; the sale and the step.
        check_in_postponed(str, int): that waits a week.
        suggestion_opened(str): an offer of the timeline, or the sale, is to be seen.
        brief_requested(): the page to read before the meeting is wanted.
        edit_requested(): what is known of the customer is to be written by hand.
        merge_requested(): customers of the same name are one.
    """

    meeting_opened = Signal(str)
    promise_ticked = Signal(str, bool)
    check_in_done = Signal(str, int)
    check_in_postponed = Signal(str, int)
    suggestion_opened = Signal(str)
    brief_requested = Signal()
    edit_requested = Signal()
    merge_requested = Signal()

    def __init__(self) -> None:
        """Build the frame of the page; cards are made when there is something to show."""
        super().__init__()
        self._page: CustomerPage | None = None
        self._filled, self._unfolded = "", set[str]()
        self._steps = Steps(self)
        self._name, self._facts = label("title", wraps=True), label("quiet", wraps=True)
        self._mood = MoodLine()
        self._brief = Button(look="primary", icon="file-text", ink="on_accent")
        self._brief.clicked.connect(self.brief_requested)
        self._edit = Button(icon="pencil")
        self._edit.clicked.connect(self.edit_requested)
        self._merge, self._same = Button(icon="merge"), label("", wraps=True)
        self._merge.clicked.connect(self.merge_requested)
        self._now, self._timeline, self._offer = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._tabs = ChoiceRow("tab", gap=16)
        self._tabs.chosen.connect(self.show_tab)
        self.numbers = NumbersView()
        self.numbers.meeting_opened.connect(self.meeting_opened)
        self.numbers.edit_requested.connect(self.edit_requested)
        overview = self._lay_out_overview()
        self.records = RecordsView()
        self._sides = {"overview": overview, "records": self.records}
        self.records.hide()
        self._twins = frame("well")
        self._twins.setLayout(row(self._same, self._merge, gap=12, margins=(12, 8, 8, 8)))
        self._twins.layout().setStretch(0, 1)  # type: ignore[union-attr]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 24, 24)
        outer.setSpacing(16)
        head = row(self._name, self._mood, self._edit, self._brief, gap=12)
        head.setStretch(0, 1)
        whole = column(gap=4)
        whole.addLayout(head)
        whole.addWidget(self._facts)  # as wide as the page: beside the buttons it was a narrow column of many lines
        outer.addLayout(whole)
        outer.addWidget(self._twins)
        outer.addLayout(row(self._tabs, None))
        outer.addWidget(frame("line"))
        outer.addWidget(overview)
        outer.addWidget(self.records)
        outer.addStretch(1)
        self.retranslate()
        self._tabs.choose("overview")

    def _lay_out_overview(self) -> QWidget:
        """Return the side of what goes on: the numbers, and three columns below them."""
        overview = QWidget()
        sides = []
        for layout, share in ((self._now, 5), (self._timeline, 4), (self._offer, 4)):
            layout.setSpacing(12)
            layout.setContentsMargins(0, 0, 0, 0)
            sides.append((QWidget(), share))
            sides[-1][0].setLayout(layout)
        whole = column(self.numbers, gap=16)
        whole.addLayout(Columns(*sides, least=_LEAST))
        overview.setLayout(whole)
        return overview

    def show_tab(self, tab: str) -> None:
        """Show what goes on (`overview`), or what is kept of the customer (`records`)."""
        self._tabs.choose(tab)
        for name, side in self._sides.items():
            side.setVisible(name == tab)
        if self._page is not None:
            self._fill(self._page)

    def show_page(self, page: CustomerPage) -> None:
        """Show a customer."""
        if self._page is None or self._page.customer.id != page.customer.id:
            self._unfolded.clear()
        self._page = page
        self._name.setText(page.customer.name)
        self._facts.setText(" · ".join(facts(page)))
        self._facts.setVisible(bool(self._facts.text()))
        values = ", ".join(f"{point.held_on:%Y-%m-%d} {point.value:+.1f}" for point in page.account.moods)
        self._mood.show_moods(page.account.moods, self.tr("Mood over the meetings: {values}").format(values=values))
        names = ", ".join(each.name for each in page.same_name)
        self._same.setText(self.tr("This seems to be the same company: {names}").format(names=names))
        self._twins.setVisible(bool(names))
        self._filled = ""
        self._fill(page)

    def _fill(self, page: CustomerPage) -> None:
        """Build the side that is in sight; the other one once it is asked for."""
        tab = next(name for name, side in self._sides.items() if not side.isHidden())
        if tab in self._filled:
            return
        self._filled += f" {tab}"
        if tab == "records":
            self.records.show_page(page)
            return
        self._steps.take(
            (
                lambda: self.numbers.show_page(page),
                lambda: self._anew(self._fill_now, page),
                lambda: self._anew(self._fill_timeline, page),
                lambda: self._anew(self._fill_offer, page),
            )
        )

    def _anew(self, fill: Callable[[CustomerPage], None], page: CustomerPage) -> None:
        """Build a column anew; who stands in it with the keyboard stays there."""
        with focus_kept(self):
            fill(page)

    def retranslate(self) -> None:
        """Write the texts."""
        self._edit.setText(self.tr(" Edit"))
        self._brief.setText(self.tr("Before the meeting"))
        self._tabs.offer(
            (Choice("overview", self.tr("Overview")), Choice("records", self.tr("People, products and deals")))
        )
        in_order = (self._brief, self._merge, *map(self._tabs.button, self._sides), self.numbers)
        for before, after in itertools.pairwise(in_order):  # `Tab` goes as the page is read, not as it was made
            self.setTabOrder(before, after)
        self._merge.setText(self.tr(" Merge"))
        self._brief.setToolTip(self.tr("One page to read before the meeting: to print, save or copy"))
        if self._page is not None:
            self.show_page(self._page)

    def status_text(self, status: IssueStatus) -> str:
        """Return the word for how an issue developed."""
        return {
            IssueStatus.NEW: self.tr("New"),
            IssueStatus.CONTINUING: self.tr("Continuing"),
            IssueStatus.WORSE: self.tr("Worse"),
            IssueStatus.QUIET: self.tr("Not raised lately"),
            IssueStatus.SOLVED: self.tr("Solved"),
        }[status]

    def _fill_now(self, page: CustomerPage) -> None:
        empty(self._now)
        if page.since is not None:
            self._now.addWidget(since_card(page.since, self.meeting_opened.emit))
        issues = [lambda each=each: self._issue(each) for each in page.account.issues]
        self._now.addWidget(self._long_card(self.tr("What hurts now"), issues, _MOST_ISSUES, self._fill_now))
        promises = [lambda each=each: self._promise(each) for each in page.account.promises if not each.is_done]
        self._now.addWidget(self._long_card(self.tr("Promises"), promises, _MOST_PROMISES, self._fill_now))
        if page.check_ins:
            check_ins = CheckInsCard([replace(each, customer="") for each in page.check_ins])
            check_ins.done.connect(self.check_in_done)
            check_ins.postponed.connect(self.check_in_postponed)
            check_ins.opened.connect(self.suggestion_opened)
            self._now.addWidget(check_ins)
        self._now.addStretch(1)

    def _fill_timeline(self, page: CustomerPage) -> None:
        empty(self._timeline)
        happened = entries(page, self.meeting_opened.emit, self.suggestion_opened.emit)
        self._timeline.addWidget(self._long_card(self.tr("Timeline"), happened, _MOST_HAPPENED, self._fill_timeline))
        self._timeline.addStretch(1)

    def _fill_offer(self, page: CustomerPage) -> None:
        empty(self._offer)
        entries: list[QWidget] = []
        if page.standing is not None:
            verdict = page.standing.verdict
            meaning = wording.TIMINGS[verdict.timing]
            entries += [
                Badge(meaning.text, meaning.icon, meaning.tone),
                label("quiet", wording.why(verdict), wraps=True),
                *(label("small", text, wraps=True) for text in (wording.look_again(verdict),) if text),
            ]
            for offer in page.standing.offers if verdict.timing is not Timing.HOLD else ():
                kind = wording.OFFERS[offer.suggestion.kind]
                entries += [label("strong", offer.name, wraps=True), Badge(kind.text, kind.icon, kind.tone)]
                if offer.verdict != verdict:
                    entries.append(label("quiet", wording.verdict(offer.verdict), wraps=True))
                solves = self.tr("Solves: {problem}").format(problem=offer.suggestion.solves)
                entries.append(label("small", solves, wraps=True))
            entries.append(self._link(self.tr("See the meeting that says so"), page.standing.meeting_id))
        self._offer.addWidget(self._card(self.tr("Suggestion"), entries))
        wins = [self._success(sighting) for sighting in page.account.successes[:_MOST_SUCCESSES]]
        if wins:
            self._offer.addWidget(self._card(self.tr("Successes with us"), wins))
        voices = page.numbers.voices if page.numbers is not None else Voices()
        if page.account.last_on is not None or voices.silent:
            self._offer.addWidget(voices_card(voices))
        self._offer.addStretch(1)

    def _long_card(
        self,
        heading: str,
        entries: Sequence[Callable[[], QWidget]],
        most: int,
        again: Callable[[CustomerPage], None],
    ) -> QWidget:
        """Return a card of the first entries, and a button that brings the others."""
        widgets = [make() for make in entries[:most]]
        left = entries[most:]
        if left and heading not in self._unfolded:
            more = Button(self.tr("Show all {count}").format(count=len(entries)), look="link")
            more.clicked.connect(lambda: self._unfold(heading, again))
            return self._card(heading, [*widgets, more])
        card = self._card(heading, widgets)
        add_lots(card, left, gap=_GAP)
        return card

    def _unfold(self, heading: str, again: Callable[[CustomerPage], None]) -> None:
        self._unfolded.add(heading)
        if self._page is not None:
            self._anew(again, self._page)

    def _card(self, heading: str, entries: Sequence[QWidget]) -> QWidget:
        card = frame("card")
        items = entries or [label("small", self.tr("Nothing yet"))]
        layout = column(label("caption", heading), *items, gap=_GAP, margins=(16, 12, 16, 16))
        card.setLayout(layout)
        return card

    def _issue(self, issue: Issue) -> QWidget:
        meaning = wording.INSIGHTS[issue.kind]
        box = QWidget()
        kind = Badge(meaning.text, meaning.icon, meaning.tone)
        status = Badge(self.status_text(issue.status), "", _TONES[issue.status])
        newest = issue.sightings[-1]
        look = "strong" if issue.kind is InsightKind.DISSATISFACTION else ""
        layout = column(gap=4)
        layout.addLayout(row(kind, status, None, gap=6))
        layout.addWidget(label(look, wording.quoted(issue.summary), wraps=True))
        layout.addLayout(row(self._place(newest, issue.summary), None))
        if len(issue.sightings) > 1:
            told = self.tr("Told in %n meeting(s), first on {date}", "", len(issue.sightings))
            first = wording.day(issue.sightings[0].held_on)
            layout.addWidget(label("small", told.format(date=first), wraps=True))
        if issue.solution is not None:
            solved = issue.solution
            layout.addWidget(label("small", self.tr("Solved, in their words:")))
            layout.addWidget(label("small", wording.quoted(solved.summary), wraps=True))
            layout.addLayout(row(self._place(solved, solved.summary), None))
        box.setLayout(layout)
        return box

    def _promise(self, promise: Promise) -> QWidget:
        box = QWidget()
        tick = QCheckBox()
        tick.setAccessibleName(promise.step.what)
        tick.setEnabled(promise.id is not None)
        step = promise.id or ""
        tick.toggled.connect(lambda on: self.promise_ticked.emit(step, on))
        words = label("", promise.step.what, wraps=True)
        owner = wording.OWNERS[promise.step.owner]
        due = self.tr("by {date}").format(date=wording.day(promise.step.due)) if promise.step.due else ""
        sentence = self.tr("Promised on {date}").format(date=wording.day(promise.held_on))
        told = self._link(sentence, place_of(promise.meeting_id, promise.step.turns), promise.step.what)
        said = column(words, gap=2)
        if promise.is_overdue:  # beside the day it would be cut in a narrow column
            late = Badge(self.tr("Overdue"), "clock", "dissatisfaction")
            said.addLayout(row(label("small", owner.text), late, None, gap=8))
            said.addWidget(label("small", due))
        else:
            said.addLayout(row(label("small", owner.text), label("small", due), None, gap=8))
        said.addLayout(row(told, None))
        outer = row(gap=8)
        outer.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(said, 1)
        box.setLayout(outer)
        return box

    def _success(self, told: Sighting) -> QWidget:
        box = QWidget()
        layout = column(label("", told.summary, wraps=True), gap=2)
        layout.addLayout(row(self._place(told, told.summary), None))
        box.setLayout(layout)
        return box

    def _place(self, told: Sighting, about: str) -> Link:
        """Return the day on which something was said, which leads to the words."""
        return self._link(wording.day(told.held_on), place_of(told.meeting_id, told.turns), about)

    def _link(self, text: str, place: str, about: str = "") -> Link:
        """Return a link into a meeting; `about` tells it from others of the same text where it is only heard."""
        link = Link(text)
        link.clicked.connect(lambda: self.meeting_opened.emit(place))
        if about:
            link.setAccessibleName(f"{text}: {about}")
        return link
