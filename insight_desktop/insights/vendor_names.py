"""Candidates for the name of another vendor in one turn, by wording, each with points.

The trained reader finds most names by itself; these rules serve where it is unsure and where no model is installed.
"""
# ruff: noqa: E501 -- tables of words

import re

from insight_desktop.domain.conversation import Conversation
from insight_desktop.insights import vendor_names_en, vendor_names_ja

_ASKS = {
    "en": re.compile(
        r"\b(?:any|some|every|who|what) ?(?:one|body|thing)? else\b|\bothers?\b[^.?!]{0,24}\?|\bother (?:compan|vendor|supplier|firm|outfit|people|system|quote)"
        r"|\bcompar|\bcompetit|\bbidding\b|\bquoting\b|\b(?:what|which|whose|who)\b[^.?!]{0,30}\b(?:use|using|servic|supplies|looks? after|tills?|system)",
        re.IGNORECASE,
    )
}


def _is_asked(conversation: Conversation, index: int) -> bool:
    """Tell whether the turn before asks who else is there."""
    asks = _ASKS.get(conversation.language)
    return asks is not None and index > 0 and asks.search(conversation.turns[index - 1].text) is not None


def candidates(conversation: Conversation, index: int) -> list[tuple[str, float]]:
    """Return the names that a turn may hold, with points."""
    text = conversation.turns[index].text
    if conversation.language == "ja":
        return vendor_names_ja.candidates(text)
    return vendor_names_en.candidates(text, conversation, asked=_is_asked(conversation, index))
