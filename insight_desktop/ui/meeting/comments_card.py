"""What people wrote at moments of the meeting: each one click from its sound, changed where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from insight_desktop.domain.managing import Comment
from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, IconLabel, column, empty, row


class CommentsCard(View):
    """Shows and alters comments.

    Signals:
        play_requested(float): play from this second.
        changed(Comment, str): a comment says something else.
        trashed(Comment): take it away.
    """

    play_requested = Signal(float)
    changed = Signal(object, str)
    trashed = Signal(object)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._comments: tuple[Comment, ...] = ()
        self._column = column(gap=2)
        self.setLayout(self._column)
        self.hide()

    def show_comments(self, comments: Sequence[Comment]) -> None:
        """Show the comments of a meeting in order of their moments."""
        if tuple(comments) != self._comments:
            self._comments = tuple(comments)
            self._fill()

    def _fill(self) -> None:
        empty(self._column)
        for comment in self._comments:
            self._column.addLayout(self._line(comment))
        self.setVisible(bool(self._comments))

    def _line(self, comment: Comment) -> QHBoxLayout:
        place = Button(wording.clock(comment.start), icon="play", look="link", ink="customer")
        place.setToolTip(comment.words)
        place.clicked.connect(lambda: self.play_requested.emit(comment.start))
        text = QLineEdit(comment.text)
        text.setProperty("look", "note")
        text.setAccessibleName(self.tr("Comment"))
        text.setToolTip(comment.text)
        text.setCursorPosition(0)
        text.editingFinished.connect(lambda: self._on_text(comment, text))
        away = IconButton("x", ink="text_3")
        away.name(self.tr("Remove"))
        away.clicked.connect(lambda: self.trashed.emit(comment))
        line = row(IconLabel("sticky-note", "text_2"), place, text, away)
        line.setStretch(2, 1)
        return line

    def _on_text(self, comment: Comment, field: QLineEdit) -> None:
        text = field.text().strip()
        if not text:
            field.setText(comment.text)
        elif text != comment.text:
            self.changed.emit(comment, text)

    def retranslate(self) -> None:
        """Write the texts."""
        self._fill()
