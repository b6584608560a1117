"""How the conversation went, in numbers, each with what it means."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from insight_desktop.domain.insight import Metrics
from insight_desktop.ui import theme, wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import column, empty, frame, label

_COLUMNS = 3


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


class MetricsView(View):
    """Cards of numbers."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._metrics: Metrics | None = None
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        content = QWidget()
        outer = column(gap=0, margins=(24, 16, 24, 24))
        outer.addLayout(self._grid)
        outer.addStretch(1)
        content.setLayout(outer)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        self.setLayout(column(scroll, gap=0))

    def show_metrics(self, metrics: Metrics | None) -> None:
        """Show the numbers of a meeting."""
        self._metrics = metrics
        self._fill()

    def _fill(self) -> None:
        empty(self._grid)
        if self._metrics is None:
            self._grid.addWidget(label("quiet", self.tr("Numbers appear here once the meeting has been read.")), 0, 0)
            return
        for place, (name, number, hint, share) in enumerate(self._cards(self._metrics)):
            card = frame("card")
            layout = column(label("caption", name), label("number", number), gap=4, margins=(16, 12, 16, 12))
            if share is not None:
                layout.addWidget(Share(share))
            layout.addWidget(label("small", hint, wraps=True))
            layout.addStretch(1)
            card.setLayout(layout)
            card.setAccessibleName(f"{name}: {number}. {hint}")
            self._grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        for place in range(_COLUMNS):
            self._grid.setColumnStretch(place, 1)

    def _cards(self, metrics: Metrics) -> list[tuple[str, str, str, float | None]]:
        cards: list[tuple[str, str, str, float | None]] = []
        ratio = metrics.talk_ratio_rep
        if ratio is not None:
            hint = self.tr("Me {rep} · customer {customer}").format(rep=f"{ratio:.0%}", customer=f"{1 - ratio:.0%}")
            cards.append((self.tr("My share of the talk"), f"{ratio:.0%}", hint, ratio))
        questions = self.tr("The customer asked {number}").format(number=metrics.questions_customer)
        cards.append((self.tr("Questions I asked"), str(metrics.questions_rep), questions, None))
        if metrics.longest_monologue_s is not None:
            hint = self.tr("The longest time that I spoke without a break")
            cards.append((self.tr("Longest monologue"), wording.clock(metrics.longest_monologue_s), hint, None))
        if metrics.patience_s is not None:
            seconds = self.tr("{seconds} s").format(seconds=f"{metrics.patience_s:.1f}")
            cards.append((self.tr("Patience"), seconds, self.tr("How long I wait before I answer"), None))
        if metrics.interruptions is not None:
            hint = self.tr("How often I began while the customer spoke")
            cards.append((self.tr("Interruptions"), str(metrics.interruptions), hint, None))
        if metrics.interactivity_per_min is not None:
            hint = self.tr("How often the speaker changes in a minute")
            cards.append((self.tr("Exchange"), f"{metrics.interactivity_per_min:.1f}", hint, None))
        if metrics.silence_s is not None:
            hint = self.tr("Time in which nobody speaks")
            cards.append((self.tr("Silence"), wording.clock(metrics.silence_s), hint, None))
        if metrics.speaking_rate_rep is not None:
            hint = self.tr("Characters or words a minute")
            cards.append((self.tr("My pace"), f"{metrics.speaking_rate_rep:.0f}", hint, None))
        return cards

    def restyle(self) -> None:
        """Paint in the new colours."""
        self.update()

    def retranslate(self) -> None:
        """Write the texts."""
        self._fill()
