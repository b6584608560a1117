"""Decides what the page of success stories shows, and keeps what is written there."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from insight_desktop.crm.stories_importing import STORY_HEADERS, read_stories
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import StoryId, new_id
from insight_desktop.domain.story import SuccessStory
from insight_desktop.domain.table import Table, TableRow
from insight_desktop.exports.atomic import write_whole
from insight_desktop.exports.table_csv import table_csv
from insight_desktop.ui import field_kinds as kinds
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.stories.view import StoriesView
from insight_desktop.ui.widgets.fields import Field
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog

_CHANGED = Change(kinds=frozenset({ChangeKind.SUGGESTION}))
_COLUMNS = tuple(STORY_HEADERS)


class StoriesPresenter(Presenter):
    """Reads the stories; adds, changes and removes them, each with undo."""

    shows: ClassVar = frozenset({ChangeKind.SUGGESTION})

    def __init__(self, context: Context, view: StoriesView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self.view = view
        self._first = ""
        self._stories: tuple[SuccessStory, ...] = ()
        view.added.connect(lambda: self._ask(SuccessStory(id=StoryId(new_id()), title=""), is_new=True))
        view.edited.connect(lambda story: self._ask(story, is_new=False))
        view.removed.connect(self._on_removed)
        view.import_requested.connect(self._on_import)
        view.export_requested.connect(self._on_export)
        view.catalogue_requested.connect(lambda: context.frame.go("catalogue"))

    def open(self, argument: str) -> None:
        """Show the stories, the one of `argument` first."""
        self._first = argument
        super().open(argument)

    def refresh(self) -> None:
        """Read the stories again."""
        self.context.operations.read(self.context.workspace.stories.all, then=self._show, key="stories")

    def _show(self, found: tuple[SuccessStory, ...]) -> None:
        self._stories = tuple(sorted(found, key=lambda story: story.id != self._first))
        self.view.show_stories(self._stories)

    def _ask(self, story: SuccessStory, *, is_new: bool) -> None:
        store, translate = self.context.workspace.stories, QCoreApplication.translate

        def keep(values: Mapping[str, Any]) -> None:
            new = replace(story, **values)
            undo = (lambda: store.trash(story.id)) if is_new else (lambda: store.save(story))
            self._change(lambda: store.save(new), undo, translate("Stories", "Saved."))

        title = translate("Stories", "Add a story") if is_new else story.title
        shown = {name: getattr(story, name) for name in _COLUMNS}
        dialog = SheetDialog(self.view, title, _fields(), shown)
        dialog.saved.connect(keep)
        dialog.open()

    def _on_removed(self, story: SuccessStory) -> None:
        store = self.context.workspace.stories
        told = QCoreApplication.translate("Stories", "Deleted: {name}").format(name=story.title)
        self._change(lambda: store.trash(story.id), lambda: store.save(story), told)

    def _change(self, change: Any, undo: Any, told: str) -> None:
        operations = self.context.operations
        operations.change(change, announce=_CHANGED)
        self.context.frame.say(told, lambda: operations.change(undo, announce=_CHANGED))

    def _on_import(self) -> None:
        title = QCoreApplication.translate("Stories", "Import stories (CSV)")
        path, _ = QFileDialog.getOpenFileName(self.view, title, "", "CSV (*.csv)")
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Keep the stories of a file, with undo; rows without a title are told of."""
        store, translate = self.context.workspace.stories, QCoreApplication.translate
        before = self._stories

        def change() -> tuple[int, int]:
            stories, without = read_stories(path)
            return store.take_in(stories), without

        def undo() -> None:
            known = {story.id for story in before}
            for story in store.all():
                if story.id not in known:
                    store.trash(story.id)
            for story in before:
                store.save(story)

        def tell(counts: tuple[int, int]) -> None:
            told = translate("Stories", "Imported: {count}. Rows without a title: {without}.")
            said = told.format(count=counts[0], without=counts[1])
            self.context.frame.say(said, lambda: self.context.operations.change(undo, announce=_CHANGED))

        self.context.operations.change(change, then=tell, announce=_CHANGED)

    def _on_export(self) -> None:
        title = QCoreApplication.translate("Stories", "Success stories")
        suggested = self.context.workspace.exports_dir / f"{title}.csv"
        path, _ = QFileDialog.getSaveFileName(self.view, title, str(suggested), "CSV (*.csv)")
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write the stories in the columns that they are imported from."""
        rows = tuple(
            TableRow(key=story.id, name=story.title, cells=tuple(getattr(story, name) for name in _COLUMNS[1:]))
            for story in self._stories
        )
        content = table_csv(Table(corner=_COLUMNS[0], heads=_COLUMNS[1:], rows=rows))
        told = QCoreApplication.translate("Stories", "Saved: {name}").format(name=path.name)
        self.context.operations.work(
            lambda: write_whole(path, content), then=lambda _nothing: self.context.frame.say(told)
        )


def _fields() -> tuple[Field, ...]:
    translate = QCoreApplication.translate
    return (
        kinds.needed("title", translate("Stories", "Title")),
        kinds.line("industry", translate("Stories", "Industry")),
        kinds.line("product", translate("Stories", "Product"), hint=translate("Stories", "Code or name")),
        kinds.paragraph("problem", translate("Stories", "Problem, in the customer's words")),
        kinds.paragraph("result", translate("Stories", "Result, with numbers where there are any")),
    )
