"""The numbers of a customer as a band of tiles; a tile unfolds what its number is made of."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from insight_desktop.account_numbers import SHOWN, AccountNumbers
from insight_desktop.accounts.because import Because
from insight_desktop.domain.customer import JourneyStage
from insight_desktop.domain.insight import Signal as Told
from insight_desktop.ui import wording
from insight_desktop.ui.customers import number_words as words
from insight_desktop.ui.customers.values import CustomerPage
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton, IconLabel, column, empty, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.columns import Tiles
from insight_desktop.ui.widgets.focus import focus_kept

_AUTOMATIC = "automatic"
_FULL, _LONGEST, _LEAST = 100, 90, 132


class Tile(View):
    """One number: what it is, its value, where it comes from, and the button that unfolds it.

    Signals:
        unfolded(): its parts are wanted, or no longer.
    """

    unfolded = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._caption, self._value, self._small = (
            label("caption"),
            label("heading", wraps=True),
            label("small", wraps=True),
        )
        self._mark, self._bar = Badge(), QProgressBar()
        self._bar.setRange(0, _FULL)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._more = IconButton("chevron-down")
        self._more.clicked.connect(self.unfolded)
        self.setFocusProxy(self._more)
        layout = column(gap=4, margins=(12, 8, 6, 12))
        layout.addLayout(row(self._caption, None, self._more, gap=4))
        layout.addWidget(self._value)
        layout.addLayout(row(self._mark, None))
        layout.addWidget(self._bar)
        layout.addWidget(self._small)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_number(self, caption: str, value: str, small: str, *, mark: wording.Meaning | None = None) -> None:
        """Show the number."""
        self._caption.setText(caption)
        self._value.setText(value)
        self._value.setVisible(bool(value))
        self._mark.setVisible(mark is not None)
        if mark is not None:
            self._mark.show_badge(mark.text, mark.icon, mark.tone)
        self._small.setText(small)
        self._more.name(self.tr("What is behind it: {number}").format(number=caption))

    def show_share(self, value: int | None) -> None:
        """Show how full a scale of a hundred is."""
        self._bar.setVisible(value is not None)
        self._bar.setValue(value or 0)
        self._bar.setAccessibleName(f"{self._caption.text()} {value}")

    def show_folded(self, *, is_folded: bool) -> None:
        """Point the button to what pressing it does."""
        self._more.set_icon("chevron-down" if is_folded else "chevron-up")


class NumbersView(View):
    """The band of a customer's page.

    Signals:
        meeting_opened(str): where something was said, `ID#turn`.
        stage_set(str): the stage that the user says; empty lets it follow from the dates.
        rules_requested(): the rules of segments are to be changed.
        edit_requested(): what is known of the customer is to be written.
    """

    meeting_opened = Signal(str)
    stage_set = Signal(str)
    rules_requested = Signal()
    edit_requested = Signal()

    def __init__(self) -> None:
        """Lay out the tiles."""
        super().__init__()
        self._page: CustomerPage | None = None
        self._open = ""
        self.tiles = {name: Tile() for name in ("warmth", "loyalty", "stage", "segment", "purchases")}
        band = Tiles(least=_LEAST, most=len(self.tiles), gap=0)
        for place, (name, tile) in enumerate(self.tiles.items()):
            tile.unfolded.connect(partial(self.unfold, name))
            tile.setProperty("look", "tile" if place else "")
            band.addWidget(tile)
        self._alert = frame("well")
        self._alert_layout = column(gap=6, margins=(12, 10, 12, 10))
        self._alert.setLayout(self._alert_layout)
        self._parts = QWidget()
        self._parts_layout = column(gap=8, margins=(16, 12, 16, 16))
        self._parts.setLayout(self._parts_layout)
        self._line = frame("line")
        card = frame("card")
        inner = column(gap=0)
        inner.addLayout(band)
        inner.addWidget(self._line)
        inner.addWidget(self._parts)
        card.setLayout(inner)
        self.setLayout(column(self._alert, card, gap=12))
        self.setFocusProxy(self.tiles["warmth"])
        self.retranslate()

    def show_page(self, page: CustomerPage) -> None:
        """Show the numbers of a customer; the unfolded tile stays unfolded."""
        self._page = page
        numbers = page.numbers
        self.setVisible(numbers is not None)
        if numbers is None:
            return
        score, bought, stage = numbers.score, numbers.purchases, wording.JOURNEYS[numbers.journey.stage]
        none = "–"
        self.tiles["warmth"].show_number(self.tr("Warmth"), str(score.value) if score else none, words.warmth(numbers))
        self.tiles["warmth"].show_share(score.value if score else None)
        loyal = wording.LOYALTIES[numbers.loyalty] if numbers.loyalty else None
        self.tiles["loyalty"].show_number(
            self.tr("Loyalty"), "" if loyal else none, words.loyalty(page.customer), mark=loyal
        )
        self.tiles["stage"].show_number(self.tr("Stage"), stage.text, words.journey(numbers.journey))
        self.tiles["segment"].show_number(
            self.tr("Segment"), numbers.segment.name or none, words.segment(numbers.segment)
        )
        self.tiles["purchases"].show_number(
            self.tr("Purchases"), words.total(bought) if bought else none, words.purchases(bought)
        )
        self._show_alert(numbers)
        self._show_parts()

    def unfold(self, name: str) -> None:
        """Show what a number is made of, or fold it again."""
        self._open = "" if name == self._open else name
        self._show_parts()

    def retranslate(self) -> None:
        """Write the texts."""
        self.setVisible(self._page is not None)
        if self._page is not None:
            self.show_page(self._page)

    def _show_alert(self, numbers: AccountNumbers) -> None:
        empty(self._alert_layout)
        found = numbers.interest
        self._alert.setVisible(found is not None)
        if found is None:
            return
        head = row(IconLabel("users", "accent"), label("strong", words.interest(found), wraps=True), gap=8)
        head.setStretch(1, 1)
        self._alert_layout.addLayout(head)
        self._alert_layout.addWidget(label("small", words.told(found.stalls), wraps=True))
        for each in found.others[:2]:
            self._alert_layout.addWidget(self._reason(each, numbers))

    def _show_parts(self) -> None:
        with focus_kept(self):
            self._fill_parts()

    def _fill_parts(self) -> None:
        empty(self._parts_layout)
        page, is_open = self._page, bool(self._open)
        for name, tile in self.tiles.items():
            tile.show_folded(is_folded=name != self._open)
        self._parts.setVisible(is_open)
        self._line.setVisible(is_open)
        if page is None or page.numbers is None or not is_open:
            return
        parts: dict[str, Callable[[CustomerPage, AccountNumbers], Sequence[QWidget]]] = {
            "warmth": self._of_warmth,
            "loyalty": self._of_loyalty,
            "stage": self._of_stage,
            "segment": self._of_segment,
            "purchases": self._of_purchases,
        }
        for widget in parts[self._open](page, page.numbers):
            self._parts_layout.addWidget(widget)

    def _of_warmth(self, _page: CustomerPage, numbers: AccountNumbers) -> Sequence[QWidget]:
        meaning = self.tr(
            "0 to 100, from what all their people said; 50 is neither warm nor cold. Each person counts once a meeting "
            "and kind; after 60 days it weighs half, after a year nothing."
        )
        reasons = numbers.score.because if numbers.score else ()
        found: list[QWidget] = [label("quiet", meaning, wraps=True)]
        found += [self._reason(each, numbers, points=True) for each in reasons[:SHOWN]]
        if len(reasons) > SHOWN:
            more = self.tr("and {count} more, together {points}").format(
                count=len(reasons) - SHOWN, points=f"{sum(each.points for each in reasons[SHOWN:]):+.1f}"
            )
            found.append(label("small", more))
        return found

    def _of_loyalty(self, _page: CustomerPage, _numbers: AccountNumbers) -> Sequence[QWidget]:
        meaning = self.tr(
            "Would you recommend us, 0 to 10? 9 and 10 recommend, 7 and 8 are content, 0 to 6 warn others "
            "(Reichheld, 2003). The newest answer counts, from a survey, an import or by hand."
        )
        return [
            label("quiet", meaning, wraps=True),
            self._link(self.tr("Write an answer by hand"), self.edit_requested),
        ]

    def _of_stage(self, page: CustomerPage, numbers: AccountNumbers) -> Sequence[QWidget]:
        meaning = self.tr("Follows from deals, products and dates. What you choose here wins until you let go of it.")
        choices = ChoiceRow("segment")
        choices.offer(
            [
                Choice(_AUTOMATIC, self.tr("By the dates")),
                *(Choice(stage.value, wording.JOURNEYS[stage].text) for stage in JourneyStage),
            ]
        )
        choices.choose(page.customer.stage.value if page.customer.stage else _AUTOMATIC)
        choices.chosen.connect(lambda key: self.stage_set.emit("" if key == _AUTOMATIC else key))
        box = QWidget()
        box.setLayout(row(choices, None))
        return [
            label("quiet", meaning, wraps=True),
            box,
            label("small", words.journey(numbers.journey), wraps=True),
        ]

    def _of_segment(self, _page: CustomerPage, numbers: AccountNumbers) -> Sequence[QWidget]:
        meaning = self.tr("What is written with the customer wins; else the first of your rules that fits.")
        return [
            label("quiet", meaning, wraps=True),
            label("small", words.segment(numbers.segment), wraps=True),
            self._link(self.tr("Change the rules"), self.rules_requested),
        ]

    def _of_purchases(self, _page: CustomerPage, numbers: AccountNumbers) -> Sequence[QWidget]:
        meaning = self.tr(
            "Won deals of two years, by the day that they closed: how lately, how often, how much; 5 is best."
        )
        lines = words.grades(numbers.purchases) if numbers.purchases else [words.purchases(None)]
        return [label("quiet", meaning, wraps=True), *(label("", line, wraps=True) for line in lines)]

    def _reason(self, because: Because, numbers: AccountNumbers, *, points: bool = False) -> QWidget:
        meaning = wording.SIGNALS[Told(because.code)]
        box = QWidget()
        link = Button(words.who(because), look="link")
        link.clicked.connect(lambda: self.meeting_opened.emit(f"{because.meeting_id}#{because.turn}"))
        amount = label("strong", f"{because.points:+.1f}")
        amount.setFixedWidth(36)
        amount.setVisible(points)
        said = numbers.said(because)
        short = said if len(said) <= _LONGEST else said[:_LONGEST] + "…"
        quoted = f"「{short}」" if wording.language() == "ja" else f"“{short}”"
        layout = column(gap=2)
        layout.addLayout(row(amount, Badge(meaning.text, meaning.icon, meaning.tone), link, None, gap=8))
        if said:
            layout.addWidget(label("small", quoted, wraps=True))
        box.setLayout(layout)
        return box

    @staticmethod
    def _link(text: str, then: object) -> QWidget:
        link = Button(text, look="link")
        link.clicked.connect(then)
        box = QWidget()
        box.setLayout(row(link, None))
        return box
