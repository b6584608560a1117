"""The guide's text, cut into chapters; one Markdown file a language in `resources/guide`."""

from typing import NamedTuple

from insight_desktop import paths


class Chapter(NamedTuple):
    """One heading of the second level with what stands under it."""

    title: str
    text: str


def chapters(language: str) -> tuple[Chapter, ...]:
    """Return the chapters of the guide in a language."""
    whole = (paths.resources() / "guide" / f"{language}.md").read_text("utf-8")
    parts = whole.split("\n## ")[1:]
    return tuple(Chapter(title=part.partition("\n")[0].strip(), text=f"## {part}") for part in parts)


def with_words(found: tuple[Chapter, ...], text: str) -> tuple[Chapter, ...]:
    """Return the chapters that hold all words."""
    words = text.casefold().split()
    return tuple(chapter for chapter in found if all(word in chapter.text.casefold() for word in words))
