"""Reads one conversation: signals first, then everything that follows from them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.suggestion import Product
from insight_desktop.insights.facts import read_facts
from insight_desktop.insights.merging import merge
from insight_desktop.insights.metrics import measure
from insight_desktop.insights.minutes import as_markdown, write_minutes
from insight_desktop.insights.next_steps import read_next_steps
from insight_desktop.insights.signals import Signaller
from insight_desktop.nlp.encoder import Embedder

_LABELLING = 0.95
"""The part of the time that labelling takes: 98 of 103 s with 2,400 turns."""


class Analyser:
    """Turns a conversation into an analysis, without suggestions.

    Args:
        signaller: labels the turns.
        embedder: gives each insight its meaning as a vector; None leaves it out.
        rivals: names of competitors besides those that a conversation brings.
        model: name and version of what labels, kept with the analysis.

    """

    def __init__(
        self, signaller: Signaller, embedder: Embedder | None = None, *, rivals: Sequence[str] = (), model: str = ""
    ) -> None:
        """Keep the models."""
        self._signaller, self._rivals, self._model = signaller, tuple(rivals), model
        self.embedder = embedder

    def read(
        self,
        conversation: Conversation,
        catalogue: Sequence[Product] = (),
        *,
        advanced: Callable[[float], None] = lambda _share: None,
    ) -> Analysis:
        """Understand one conversation.

        Args:
            conversation: what was said.
            catalogue: tells our products from a competitor's.
            advanced: told the part that is done, 0 to 1.

        """
        labelled = self._signaller.label(
            _with_product_names(conversation, catalogue), advanced=lambda share: advanced(_LABELLING * share)
        )
        rivals = (*self._rivals, *conversation.rivals)
        found = Analysis(
            turns=labelled,
            insights=merge(conversation, labelled, self.embedder),
            facts=read_facts(conversation, labelled, catalogue=catalogue, rivals=rivals),
            next_steps=read_next_steps(conversation, labelled),
            metrics=measure(conversation),
            model=self._model,
        )
        lines = write_minutes(conversation, found)
        return replace(found, minutes=lines, summary=as_markdown(lines, conversation))


def _with_product_names(conversation: Conversation, catalogue: Sequence[Product]) -> Conversation:
    """Return the conversation with names for product ids: the model learned words, not keys."""
    names: dict[str, str] = {str(product.id): product.name for product in catalogue}
    known = tuple(names.get(product, product) for product in conversation.customer.current_products)
    return replace(conversation, customer=replace(conversation.customer, current_products=known))


def load_analyser(*, rivals: Sequence[str] = (), embedder: Embedder | None = None) -> Analyser:
    """Return the analyser with the models that ship; without them closed wordings label the turns.

    Args:
        rivals: names of other vendors that the user keeps.
        embedder: gives each insight its meaning; None takes an encoder of its own.

    """
    from insight_desktop.insights.trained_signaller import load_signaller
    from insight_desktop.nlp.embedder import E5Embedder
    from insight_desktop.nlp.heap import return_large_blocks

    return_large_blocks()
    signaller = load_signaller()
    return Analyser(signaller, embedder or E5Embedder(), rivals=rivals, model=signaller.version)
