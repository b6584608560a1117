"""Decides for the comments of a meeting: written at a moment, changed, taken away and brought back."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.managing import Comment
from insight_desktop.ui import wording
from insight_desktop.ui.meeting.content import MeetingContent
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.pages import Context


class MeetingComments(QObject):
    """Serves the meeting that is shown."""

    def __init__(self, context: Context, view: MeetingView) -> None:
        """Connect the view's intents."""
        super().__init__(view)
        self._context, self._view = context, view
        self._content: MeetingContent | None = None
        view.comment_requested.connect(self._on_requested)
        view.minutes.comments.changed.connect(self._on_changed)
        view.minutes.comments.trashed.connect(self._on_trashed)

    def show(self, content: MeetingContent) -> None:
        """Show the comments of a meeting."""
        self._content = content
        self._view.minutes.comments.show_comments(content.comments)

    def write(self, at: float, text: str) -> None:
        """Keep a comment at a second, with what was said there."""
        if self._content is None or not text.strip():
            return
        meeting_id, words = self._content.summary.meeting.id, self._said_at(at)
        comments, change = self._context.workspace.comments, self._context.operations.change

        def then(comment_id: object) -> None:
            self._context.frame.say(
                self.tr("Your comment stands at {at}.").format(at=wording.clock(at)),
                lambda: change(lambda: comments.trash(comment_id), announce=self._changed()),  # type: ignore[arg-type]
            )

        change(lambda: comments.add(meeting_id, at, text.strip(), words), announce=self._changed(), then=then)

    def _on_requested(self, at: float) -> None:
        if self._content is None:
            return
        self._view.player.playback.pause()
        text, accepted = QInputDialog.getMultiLineText(
            self._view, self.tr("Comment at {at}").format(at=wording.clock(at)), self._said_at(at)
        )
        if accepted:
            self.write(at, text)

    def _on_changed(self, comment: Comment, text: str) -> None:
        comments, change = self._context.workspace.comments, self._context.operations.change
        change(
            lambda: comments.write(comment.id, text),
            announce=self._changed(),
            then=lambda _done: self._context.frame.say(
                self.tr("The comment was changed."),
                lambda: change(lambda: comments.write(comment.id, comment.text), announce=self._changed()),
            ),
        )

    def _on_trashed(self, comment: Comment) -> None:
        comments, change = self._context.workspace.comments, self._context.operations.change
        change(
            lambda: comments.trash(comment.id),
            announce=self._changed(),
            then=lambda _done: self._context.frame.say(
                self.tr("The comment was removed."),
                lambda: change(lambda: comments.restore(comment.id), announce=self._changed()),
            ),
        )

    def _said_at(self, at: float) -> str:
        lines = self._content.lines if self._content else ()
        return next((line.text for line in reversed(lines) if line.start <= at), "")

    def _changed(self) -> Change:
        ids = frozenset({self._content.summary.meeting.id}) if self._content else frozenset()
        return Change(kinds=frozenset({ChangeKind.MEETING}), ids=ids)
