"""Success stories that the user keeps."""

from collections.abc import Iterable
from dataclasses import asdict, replace

from insight_desktop.domain.ids import StoryId
from insight_desktop.domain.story import SuccessStory
from insight_desktop.store import records
from insight_desktop.store.database import Database


class Stories:
    """Keeps stories."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def all(self) -> tuple[SuccessStory, ...]:
        """Return the stories by title."""
        sql = """SELECT id, title, industry, problem, product, result FROM success_story
            WHERE deleted_at IS NULL ORDER BY title, id"""
        return tuple(SuccessStory(**dict(row)) for row in self._db.rows(sql))

    def save(self, story: SuccessStory) -> SuccessStory:
        """Keep a story, new or changed, or take it out of the trash."""
        self._db.put("success_story", asdict(story) | {"changed_at": records.now(), "deleted_at": None})
        return story

    def take_in(self, stories: Iterable[SuccessStory]) -> int:
        """Keep stories from elsewhere; one of a title that is known takes its place. Returns how many."""
        with self._db.atomic():
            known = {story.title: story.id for story in self.all()}
            taken = {story.title: replace(story, id=known.get(story.title, story.id)) for story in stories}
            for story in taken.values():
                self.save(story)
        return len(taken)

    def trash(self, story_id: StoryId) -> bool:
        """Take a story away."""
        return records.trash(self._db, "success_story", story_id)
