"""Paints a line of the transcript: time, speaker, text with marks; layouts are kept, so that scrolling stays smooth."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from insight_desktop.ui import theme, wording
from insight_desktop.ui.transcript.lines import Line
from insight_desktop.ui.transcript.model import Role
from insight_desktop.ui.widgets.badge import badge_width, paint_badge

TIME, NAME, PAD, TEXT = 20, 72, 8, 14
_LEFT_OF_TEXT = 156
_LINE = 23
_MAX_EM = 42
_KEPT = 600
Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class _Laid:
    line: Line
    width: int
    layout: QTextLayout | None
    height: int


class TranscriptDelegate(QStyledItemDelegate):
    """Knows the place of every character on the screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing laid out."""
        super().__init__(parent)
        self._laid: OrderedDict[str, _Laid] = OrderedDict()
        self._heights: dict[str, tuple[Line, int, int]] = {}
        self.playing: tuple[str, int, int] | None = None
        """The line and the characters that are being said."""
        self.lit: frozenset[str] = frozenset()
        """Lines that an insight rests on, shown as lit."""

    def forget(self) -> None:
        """Lay out everything again, after a change of theme or font."""
        self._laid.clear()
        self._heights.clear()

    def text_width(self, width: int) -> int:
        """Return how wide the text may be: no wider than 42 em."""
        return max(120, min(width - _LEFT_OF_TEXT - 24, _MAX_EM * TEXT))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line, counted once."""
        line: Line = index.data(Role.LINE)
        view = self.parent()
        width = view.viewport().width() if view is not None else option.rect.width()  # type: ignore[attr-defined]
        text_width = self.text_width(width)
        known = self._heights.get(line.id)
        if known is None or known[0] is not line or known[1] != text_width:
            known = (line, text_width, self._lay(line, text_width).height)
            self._heights[line.id] = known
        return QSize(width, known[2])

    def _lay(self, line: Line, width: int) -> _Laid:
        laid = self._laid.get(line.id)
        if laid is not None and laid.line is line and laid.width == width and laid.layout is not None:
            self._laid.move_to_end(line.id)
            return laid
        layout = QTextLayout(line.text or " ", theme.font(TEXT))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_formats(line))
        layout.beginLayout()
        top = 0.0
        while (row := layout.createLine()).isValid():
            row.setLineWidth(width)
            row.setPosition(QPointF(0, top + (_LINE - row.height()) / 2))
            top += _LINE
        layout.endLayout()
        gap = 14 if line.shows_speaker else 4
        marks = 26 if line.signals else 0
        laid = _Laid(line, width, layout, int(top) + gap + 4 + marks)
        self._laid[line.id] = laid
        if len(self._laid) > _KEPT:
            self._laid.popitem(last=False)
        return laid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        line: Line = index.data(Role.LINE)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        laid = self._lay(line, self.text_width(area.width()))
        if laid.layout is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, QRectF(area), state, line)
        top = area.top() + (12 if line.shows_speaker else 2)
        self._gutter(painter, area.left(), top, line, state)
        painter.setPen(theme.colour("text"))
        laid.layout.draw(painter, QPointF(area.left() + _LEFT_OF_TEXT, top), self._overlays(line))
        self._marks(painter, area, line)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, line: Line) -> None:
        if line.id in self.lit:
            painter.fillRect(area, theme.colour("accent_wash"))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("hover"))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.colour("hairline_strong"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.colour("focus"))

    @staticmethod
    def _gutter(painter: QPainter, left: int, top: float, line: Line, state: QStyle.StateFlag) -> None:
        flags = Qt.AlignmentFlag.AlignVCenter
        if line.has_sound and (
            line.shows_speaker or state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        ):
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("text_3"))
            painter.drawText(QRectF(left + TIME, top, NAME - TIME, _LINE), flags, wording.clock(line.start))
        if line.shows_speaker and line.speaker is not None:
            painter.setFont(theme.font(12, QFont.Weight.DemiBold))
            painter.setPen(theme.colour(line.ink))
            name = wording.speaker_name(line.speaker) + (" ?" if line.is_speaker_unsure else "")
            room = QRectF(left + NAME, top, _LEFT_OF_TEXT - NAME - 12, _LINE)
            name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, flags, name)

    def _overlays(self, line: Line) -> list[QTextLayout.FormatRange]:
        if self.playing is None or self.playing[0] != line.id:
            return []
        played = QTextCharFormat()
        played.setBackground(theme.colour("played"))
        return [_range(self.playing[1], self.playing[2], played)]

    @staticmethod
    def _marks(painter: QPainter, area: QRect, line: Line) -> None:
        left, top = area.left() + _LEFT_OF_TEXT, area.bottom() - 25
        for score in line.signals:
            meaning = wording.SIGNALS[score.signal]
            paint_badge(painter, QPointF(left, top), meaning.text, meaning.icon, meaning.tone)
            left += badge_width(meaning.text, meaning.icon) + 4  # type: ignore[assignment]

    def character_at(self, line: Line, area: QRect, x: int, y: int) -> int | None:
        """Return the character at a place of the view, None beside the text."""
        laid = self._lay(line, self.text_width(area.width()))
        if laid.layout is None:
            return None
        across = x - area.left() - _LEFT_OF_TEXT
        down = y - area.top() - (12 if line.shows_speaker else 2)
        row = int(down // _LINE)
        if not 0 <= row < laid.layout.lineCount() or across < 0:
            return None
        text_line = laid.layout.lineAt(row)
        if across > text_line.naturalTextWidth():
            return None
        return int(text_line.xToCursor(across, text_line.CursorPosition.CursorOnCharacter))

    @staticmethod
    def is_on_name(area: QRect, x: int) -> bool:
        """Tell whether a place is on the speaker's name."""
        return NAME <= x - area.left() < _LEFT_OF_TEXT - 4

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Edit where the text stands."""
        del option, index
        editor = QPlainTextEdit(parent)
        editor.setFont(theme.font(TEXT))
        editor.setTabChangesFocus(True)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the text there is."""
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Hand the text over."""
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText().replace("\n", " "))  # type: ignore[attr-defined]

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lie over the text."""
        del index
        area: QRect = option.rect
        left = area.left() + _LEFT_OF_TEXT - 10
        editor.setGeometry(left, area.top(), self.text_width(area.width()) + 24, max(area.height(), 60))


def _range(first: int, last: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = first, last - first, style
    return result


def _formats(line: Line) -> list[QTextLayout.FormatRange]:
    formats = []
    for score in line.signals:
        wash = QTextCharFormat()
        wash.setBackground(QColor(theme.tone(wording.SIGNALS[score.signal].tone).wash))
        formats.append(_range(score.start, score.end if score.end is not None else len(line.text), wash))
    unsure = QTextCharFormat()
    unsure.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    unsure.setUnderlineColor(theme.colour("text_3"))
    formats.extend(_range(word.first, word.last, unsure) for word in line.words if word.is_unsure)
    return formats
