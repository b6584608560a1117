"""Reads one conversation: signals first, then everything that follows from them."""

from collections.abc import Sequence

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.suggestion import Product
from insight_desktop.insights.metrics import measure
from insight_desktop.insights.signals import Signaller
from insight_desktop.nlp.embedder import Embedder


class Analyser:
    """Turns a conversation into an analysis, without suggestions.

    Args:
        signaller: labels the turns.
        embedder: tells which turns speak of the same thing.
        model: name and version of what labels, kept with the analysis.

    """

    def __init__(self, signaller: Signaller, embedder: Embedder, *, model: str = "") -> None:
        """Keep the models."""
        self._signaller, self._embedder, self._model = signaller, embedder, model

    def read(self, conversation: Conversation, catalogue: Sequence[Product] = ()) -> Analysis:
        """Understand one conversation; the catalogue tells our products from a competitor's."""
        labelled = self._signaller.label(conversation)
        return Analysis(turns=labelled, metrics=measure(conversation), model=self._model)
