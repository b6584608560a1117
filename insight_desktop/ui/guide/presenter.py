"""Shows the guide in the language of the window, and leads from its text to the pages."""

from insight_desktop.ui.guide.chapters import chapters, with_words
from insight_desktop.ui.guide.view import GuideView
from insight_desktop.ui.pages import Context, Presenter


class GuidePresenter(Presenter):
    """Serves the guide."""

    def __init__(self, context: Context, view: GuideView) -> None:
        """Connect the view."""
        super().__init__(context, view)
        self.view = view
        self._language = ""
        view.searched.connect(self._on_search)
        view.page_wanted.connect(context.frame.go)
        context.preferences.changed.connect(lambda _settings: self._follow_language())

    def refresh(self) -> None:
        """Show all chapters."""
        self._follow_language()

    def _follow_language(self) -> None:
        language = str(self.context.preferences.language)
        if language != self._language:
            self._language = language
            self._on_search(self.view.search.text())

    def _on_search(self, text: str) -> None:
        self.view.show_chapters(with_words(chapters(self._language), text))
