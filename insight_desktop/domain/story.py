"""What a product did for another customer, as the user tells it."""

from dataclasses import dataclass

from insight_desktop.domain.ids import StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessStory:
    """One story."""

    id: StoryId
    title: str
    industry: str = ""
    problem: str = ""
    product: str = ""
    """Code or name of the catalogue."""
    result: str = ""
