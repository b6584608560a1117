"""Candidates for the name of another vendor in one turn, by wording, each with points.

The trained reader finds most names by itself; these rules serve where it is unsure and where no model is installed.
"""

from insight_desktop.domain.conversation import Conversation
from insight_desktop.insights import vendor_names_en, vendor_names_ja


def candidates(conversation: Conversation, index: int) -> list[tuple[str, float]]:
    """Return the names that a turn may hold, with points."""
    text = conversation.turns[index].text
    if conversation.language == "ja":
        return vendor_names_ja.candidates(text)
    return vendor_names_en.candidates(text, conversation)
