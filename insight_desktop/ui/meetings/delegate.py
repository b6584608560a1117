"""Paints one meeting of the list: outcome, title and customer, what was voiced, length, date."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from insight_desktop.domain.job import JobState
from insight_desktop.domain.meeting import Example, Outcome
from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.ui import theme, wording
from insight_desktop.ui.meetings.model import Role, facts_of
from insight_desktop.ui.widgets.badge import badge_width, paint_badge
from insight_desktop.ui.widgets.rows import paint_line

HEIGHT = 60
_PAD, _OUTCOME, _LENGTH, _DATE, _BADGES = 24, 128, 72, 136, 216
_NARROW = 900
Index = QModelIndex | QPersistentModelIndex


class MeetingDelegate(QStyledItemDelegate):
    """Paints rows of 60 pixels."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Paint in the theme in use."""
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are equally high."""
        del option, index
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        summary: MeetingSummary | None = index.data(Role.SUMMARY)
        if summary is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        self._ground(painter, area, option.state)
        right = area.right() - _PAD
        right = self._text(painter, right, area, wording.moment(summary.meeting.started_at), _DATE)
        right = self._text(painter, right, area, wording.length(summary.seconds) if summary.seconds else "", _LENGTH)
        right = self._outcome(painter, right - 16, area, summary)
        if area.width() > _NARROW:
            right = self._voiced(painter, right, area, summary)
        self._names(painter, area, right - 16, summary)
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("selected"))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.colour("focus"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("hover"))
        painter.fillRect(
            QRectF(area.left() + _PAD, area.bottom() - 1, area.width() - 2 * _PAD, 1), theme.colour("hairline")
        )

    @staticmethod
    def _text(painter: QPainter, right: float, area: QRectF, text: str, width: float) -> float:
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("text_2"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(right - width, area.top(), width, area.height()), flags, text)
        return right - width

    @staticmethod
    def _outcome(painter: QPainter, right: float, area: QRectF, summary: MeetingSummary) -> float:
        outcome = summary.meeting.outcome
        if outcome is not Outcome.UNSET:
            meaning = wording.OUTCOMES[outcome]
            at = QPointF(right - _OUTCOME, area.center().y() - 10)
            paint_badge(painter, at, meaning.text, meaning.icon, meaning.tone)
        return right - _OUTCOME - 12

    def _voiced(self, painter: QPainter, right: float, area: QRectF, summary: MeetingSummary) -> float:
        left, middle = right - _BADGES, area.center().y() - 10
        if summary.job_state not in (None, JobState.DONE):
            text, icon, tone = state_of(summary)
            paint_badge(painter, QPointF(left, middle), text, icon, tone)
            return left
        for kind, count in summary.insights:
            meaning = wording.INSIGHTS[kind]
            width = badge_width(str(count), meaning.icon)
            if left + width > right:
                break
            paint_badge(painter, QPointF(left, middle), str(count), meaning.icon, meaning.tone)
            left += width + 4
        return right - _BADGES

    @staticmethod
    def _names(painter: QPainter, area: QRectF, right: float, summary: MeetingSummary) -> None:
        meeting = summary.meeting
        left, width = area.left() + _PAD, right - area.left() - _PAD
        upper = QRectF(left, area.top() + 9, width, 22)
        lower = QRectF(left, area.top() + 31, width, 20)
        painter.setFont(theme.font(14, QFont.Weight.DemiBold))
        painter.setPen(theme.colour("text"))
        metrics = QFontMetricsF(painter.font())
        title = metrics.elidedText(meeting.title, Qt.TextElideMode.ElideRight, width - 24)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, title)
        if meeting.example is not Example.NONE:
            example = wording.EXAMPLES[meeting.example]
            place = QPointF(left + metrics.horizontalAdvance(title) + 8, upper.center().y() - 7)
            painter.drawPixmap(place, theme.pixmap(example.icon, theme.tone(example.tone).ink, 14))
        paint_line(painter, lower, facts_of(summary), theme.font(12), "text_2", at=Qt.AlignmentFlag.AlignVCenter)


def state_of(summary: MeetingSummary) -> tuple[str, str, str]:
    """Return the words, icon and tone of a meeting's job."""
    if summary.job_state is JobState.RUNNING and summary.job_stage is not None:
        stage = wording.STAGES[summary.job_stage]
        return f"{stage.text} {summary.job_share:.0%}", stage.icon, "need"
    meaning = wording.JOB_STATES[summary.job_state or JobState.DONE]
    return meaning.text, meaning.icon, meaning.tone
