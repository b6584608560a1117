"""The whole understanding of one conversation: the analysis, and what to propose after it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.suggestion import Product
from insight_desktop.insights.analyser import load_analyser
from insight_desktop.nlp.embedder import E5Embedder, ProblemEmbedder
from insight_desktop.suggestions.suggest import suggest


class Understand(Protocol):
    """Understands one conversation."""

    def __call__(
        self,
        conversation: Conversation,
        catalogue: Sequence[Product],
        *,
        advanced: Callable[[float], None] = lambda _share: None,
    ) -> Analysis:
        """Return what it means; `advanced` is told the part that is done, 0 to 1."""
        ...


def load_understanding(*, rivals: Sequence[str] = ()) -> Understand:
    """Load the models once and return the function that understands one conversation."""
    embedder = E5Embedder()
    analyser, problems = load_analyser(rivals=rivals, embedder=embedder), ProblemEmbedder(embedder)

    def understand(
        conversation: Conversation,
        catalogue: Sequence[Product],
        *,
        advanced: Callable[[float], None] = lambda _share: None,
    ) -> Analysis:
        found = analyser.read(conversation, catalogue, advanced=advanced)
        return replace(found, suggestions=suggest(conversation, found, catalogue, problems))

    return understand
