"""How the conversation went, in numbers, each with what it means."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from insight_desktop.domain.insight import Metrics
from insight_desktop.ui import theme, wording
from insight_desktop.ui.meeting.tone_view import ToneView
from insight_desktop.ui.view import LateView
from insight_desktop.ui.widgets.basics import column, empty, frame, label
from insight_desktop.ui.widgets.columns import Tiles
from insight_desktop.ui.widgets.scrolling import ScrollArea

_LEAST, _MOST_BESIDE = 170, 3


class Share(QWidget):
    """A bar of two parts."""

    def __init__(self, share: float) -> None:
        """Show a share, 0 to 1."""
        super().__init__()
        self._share = share
        self.setFixedHeight(8)
        self.setMinimumWidth(120)

    def sizeHint(self) -> QSize:
        """Be a thin line."""
        return QSize(200, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both parts."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        split = self.width() * self._share
        painter.setBrush(theme.colour("customer"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setBrush(theme.colour("rep"))
        painter.drawRoundedRect(QRectF(0, 0, split, self.height()), 4, 4)
        painter.fillRect(QRectF(split - 1, 0, 2, self.height()), theme.colour("surface"))
        painter.end()


class _Card(NamedTuple):
    """A number, what it is called and how it is counted."""

    name: str
    number: str
    hint: str
    share: float | None = None


class MetricsView(LateView):
    """Cards of numbers, and below them the tone of the call."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._metrics: Metrics | None = None
        self._language = "ja"
        self.tone = ToneView()
        self._grid = Tiles(least=_LEAST, most=_MOST_BESIDE)
        content = QWidget()
        outer = column(gap=0, margins=(24, 16, 24, 24))
        outer.addLayout(self._grid)
        outer.addSpacing(12)
        outer.addWidget(self.tone)
        outer.addStretch(1)
        content.setLayout(outer)
        self.setLayout(column(ScrollArea(content), gap=0))
        self.fill_once_seen()

    def show_metrics(self, metrics: Metrics | None, language: str) -> None:
        """Show the numbers of a meeting; its language says what the pace counts."""
        if (metrics, language) == (self._metrics, self._language):
            return
        self._metrics, self._language = metrics, language
        self.fill_once_seen()

    def fill(self) -> None:
        """Lay the cards out."""
        empty(self._grid)
        if self._metrics is None:
            self._grid.addWidget(label("quiet", self.tr("Numbers appear here once the meeting has been read.")))
            return
        for name, number, hint, share in self._cards(self._metrics):
            card = frame("card")
            layout = column(label("caption", name), label("number", number), gap=4, margins=(16, 12, 16, 12))
            if share is not None:
                layout.addWidget(Share(share))
            layout.addWidget(label("small", hint, wraps=True))
            layout.addStretch(1)
            card.setLayout(layout)
            card.setAccessibleName(f"{name}: {number}. {hint}")
            self._grid.addWidget(card)

    def _cards(self, metrics: Metrics) -> list[_Card]:
        cards = [self._share(metrics.talk_ratio_rep), self._questions(metrics)]
        seconds = self.tr("{seconds} s")
        unit = self.tr("characters a minute") if self._language == "ja" else self.tr("words a minute")
        paces = [each for each in (metrics.speaking_rate_rep, metrics.speaking_rate_customer) if each is not None]
        told = (
            (
                self.tr("Longest monologue"),
                None if metrics.longest_monologue_s is None else wording.clock(metrics.longest_monologue_s),
                self.tr("The longest I spoke while the customer gave nothing but “yes” or “I see”"),
            ),
            (
                self.tr("Patience"),
                None if metrics.patience_s is None else seconds.format(seconds=f"{metrics.patience_s:.1f}"),
                self.tr("Mean wait between the customer's last word and my answer; an early answer counts as 0"),
            ),
            (
                self.tr("Interruptions"),
                None if metrics.interruptions is None else str(metrics.interruptions),
                self.tr(
                    "How often one began while the other spoke on for 0.5 s or more; “yes” and “I see” not counted"
                ),
            ),
            (
                self.tr("Exchange"),
                None if metrics.interactivity_per_min is None else f"{metrics.interactivity_per_min:.1f}",
                self.tr("Changes of the speaker a minute; “yes” and “I see” not counted"),
            ),
            (
                self.tr("Talking at once"),
                None if metrics.overlap_s is None else seconds.format(seconds=f"{metrics.overlap_s:.1f}"),
                self.tr("Sum of the stretches of 1 s or more in which both speak"),
            ),
            (
                self.tr("Silence"),
                None if metrics.silence_s is None else wording.clock(metrics.silence_s),
                self.tr("Sum of the stretches of 3 s or more in which nobody speaks"),
            ),
            (
                self.tr("Pace"),
                " / ".join(f"{pace:.0f}" for pace in paces) or None,
                self.tr("Me / customer, {unit} of their own speech").format(unit=unit),
            ),
        )
        cards += [_Card(name, number, hint) for name, number, hint in told if number is not None]
        return [card for card in cards if card.number]

    def _share(self, ratio: float | None) -> _Card:
        if ratio is None:
            return _Card("", "", "")
        hint = self.tr("My share of the time in which somebody speaks; customer {customer}")
        return _Card(self.tr("My share of the talk"), f"{ratio:.0%}", hint.format(customer=f"{1 - ratio:.0%}"), ratio)

    def _questions(self, metrics: Metrics) -> _Card:
        hint = self.tr("Sentences of mine that ask something; the customer asked {number}")
        return _Card(
            self.tr("Questions I asked"), str(metrics.questions_rep), hint.format(number=metrics.questions_customer)
        )

    def restyle(self) -> None:
        """Paint in the new colours."""
        self.update()

    def retranslate(self) -> None:
        """Write the texts."""
        self.fill_once_seen()
