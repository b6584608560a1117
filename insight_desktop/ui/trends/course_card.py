"""One metric over twelve months as a small line, with the three numbers that it is compared by."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QWidget

from insight_desktop.trends.coaching import MetricCourse
from insight_desktop.ui import theme, wording
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP
from insight_desktop.ui.widgets.basics import column, label, row

_NAMES = {
    "talk_ratio_rep": QT_TRANSLATE_NOOP("Coaching", "My share of the talk"),
    "longest_monologue_s": QT_TRANSLATE_NOOP("Coaching", "Longest monologue"),
    "questions_rep": QT_TRANSLATE_NOOP("Coaching", "Questions I asked"),
    "questions_customer": QT_TRANSLATE_NOOP("Coaching", "Questions they asked"),
    "patience_s": QT_TRANSLATE_NOOP("Coaching", "Patience before answering"),
    "interruptions": QT_TRANSLATE_NOOP("Coaching", "Interruptions"),
    "interactivity_per_min": QT_TRANSLATE_NOOP("Coaching", "Changes of speaker a minute"),
    "digging_depth": QT_TRANSLATE_NOOP("Coaching", "Digging depth"),
}
_EDGE = 4
_SHARES, _LENGTHS, _SECONDS = {"talk_ratio_rep"}, {"longest_monologue_s"}, {"patience_s"}


def metric_name(metric: str) -> str:
    """Return what a metric is called."""
    return QCoreApplication.translate("Coaching", _NAMES[metric])


def metric_value(metric: str, value: float | None) -> str:
    """Return a metric's value with its unit; a dash where there are too few meetings."""
    if value is None:
        return "–"
    if metric in _SHARES:
        return f"{value:.0%}"
    if metric in _LENGTHS:
        return wording.clock(value)
    if metric in _SECONDS:
        return QCoreApplication.translate("Coaching", "{seconds} s").format(seconds=f"{value:.1f}")
    return f"{value:.3g}"


class _Line(QWidget):
    """The months as a line; the dashed line is that of won meetings."""

    chosen = Signal(object)

    def __init__(self, course: MetricCourse) -> None:
        super().__init__()
        self._course = course
        self.setFixedHeight(48)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = ", ".join(
            f"{start:%Y-%m} {metric_value(course.metric, value)}" for start, value in course.points if value is not None
        )
        self.setAccessibleName(f"{metric_name(course.metric)}: {said}")
        self.setToolTip(said.replace(", ", "\n"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the meetings of the month under the pointer."""
        months = len(self._course.points)
        step = (self.width() - 2 * _EDGE) / max(1, months - 1)
        place = min(months - 1, max(0, round((event.position().x() - _EDGE) / step)))
        self.chosen.emit(self._course.points[place][0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        known = [value for _, value in self._course.points if value is not None]
        won = self._course.won.value
        values = [*known, *([won] if won is not None else [])]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if values:
            low, high = min(values), max(values)
            room = (high - low) or abs(high) or 1.0
            area = QRectF(self.rect()).adjusted(_EDGE, 6, -_EDGE, -6)

            def height(value: float) -> float:
                return area.bottom() - (value - low) / room * area.height()

            if won is not None:
                painter.setPen(QPen(QColor(theme.tone("success").ink), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(area.left(), height(won)), QPointF(area.right(), height(won)))
            step = area.width() / max(1, len(self._course.points) - 1)
            places = [
                QPointF(area.left() + n * step, height(value))
                for n, (_, value) in enumerate(self._course.points)
                if value is not None
            ]
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawPolyline(QPolygonF(places))
            painter.setBrush(theme.colour("accent"))
            if places:
                painter.drawEllipse(places[-1], 3, 3)
        painter.end()


class CourseCard(QFrame):
    """The card of a metric.

    Signals:
        month_chosen(str, date): the metric and the first day of the month that was clicked.
    """

    month_chosen = Signal(str, object)

    def __init__(self, course: MetricCourse) -> None:
        """Show a metric."""
        super().__init__()
        self.setProperty("look", "card")
        texts = (
            QCoreApplication.translate("Coaching", "Before: {value} (n={n})"),
            QCoreApplication.translate("Coaching", "Won: {value} (n={n})"),
        )
        middles = (course.past, course.won)
        compared = "   ".join(
            text.format(value=metric_value(course.metric, middle.value), n=middle.meetings)
            for text, middle in zip(texts, middles, strict=True)
        )
        number = label("number", metric_value(course.metric, course.recent.value))
        count = QCoreApplication.translate("Coaching", "last 8 weeks (n={n})").format(n=course.recent.meetings)
        line = _Line(course)
        line.chosen.connect(lambda start: self.month_chosen.emit(course.metric, start))
        layout = column(gap=4, margins=(12, 10, 12, 10))
        layout.addWidget(label("strong", metric_name(course.metric)))
        layout.addLayout(row(number, label("small", count), None, gap=8))
        layout.addWidget(line)
        layout.addWidget(label("small", compared, wraps=True))
        self.setLayout(layout)
