"""The success story to tell with an offer, and why it is this one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from insight_desktop.suggestions.stories import Likeness, NearStory
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import empty, label
from insight_desktop.ui.widgets.link import Link


class StoryLine(View):
    """A line that may be empty: the story is found a moment after the rest of the card.

    Signals:
        story_opened(str): the story is to be read.
    """

    story_opened = Signal(str)

    def __init__(self) -> None:
        """Show nothing."""
        super().__init__()
        self._near: NearStory | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self.hide()

    def show_story(self, near: NearStory | None) -> None:
        """Show a story; None hides the line."""
        self._near = near
        empty(self._lines)
        self.setHidden(near is None)
        if near is None:
            return
        story = near.story
        told = Link(self.tr("A story like this: {title}").format(title=story.title))
        told.clicked.connect(lambda: self.story_opened.emit(story.id))
        self._lines.addWidget(told)
        self._lines.addWidget(label("small", self._why(near), wraps=True))

    def _why(self, near: NearStory) -> str:
        reasons = {
            Likeness.PROBLEM: self.tr("The problem is alike: {problem}").format(problem=near.story.problem),
            Likeness.PRODUCT: self.tr("Same product"),
            Likeness.TRADE: self.tr("Same trade: {trade}").format(trade=near.story.industry),
        }
        return " · ".join(reasons[likeness] for likeness in near.likeness)

    def retranslate(self) -> None:
        """Write the texts again."""
        self.show_story(self._near)
