"""Success stories from CSV."""

from pathlib import Path

from insight_desktop.crm.tables import read_table
from insight_desktop.domain.ids import StoryId, new_id
from insight_desktop.domain.story import SuccessStory

STORY_HEADERS = {
    "title": ("タイトル", "事例名", "件名", "title", "story", "name"),
    "industry": ("業種", "業界", "industry", "sector"),
    "problem": ("課題", "困りごと", "problem", "challenge"),
    "product": ("製品", "商品", "製品名", "product"),
    "result": ("成果", "結果", "効果", "result", "outcome"),
}


def read_stories(path: Path) -> tuple[tuple[SuccessStory, ...], int]:
    """Return the stories of a file, and how many rows had no title.

    Raises:
        KnownError: the file is missing, is no CSV, or has no column for the title.
    """
    table = read_table(path, STORY_HEADERS, needed=("title",))
    cells = [{field: row.get(field, "") for field in STORY_HEADERS} for _, row in table.rows]
    named = [each for each in cells if each["title"]]
    return tuple(SuccessStory(id=StoryId(new_id()), **each) for each in named), len(cells) - len(named)
