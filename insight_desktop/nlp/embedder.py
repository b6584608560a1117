"""Sentences as vectors: what means the same lies close together, in Japanese and English alike."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_PREFIX = "query: "
_BATCH = 32
_WIDTH = 384


class SentenceTransformerEmbedder:
    """multilingual-e5-small through sentence-transformers; loaded at the first use, then kept.

    Args:
        folder: the encoder's folder; None finds the one of `nlp.model_files`.

    """

    def __init__(self, folder: Path | None = None) -> None:
        """Remember where the model is; loading waits until it is needed."""
        self._folder = folder
        self._model: Any = None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text; the product of two rows is their cosine."""
        model = self._loaded()
        if not texts:
            return np.zeros((0, model.get_embedding_dimension()), dtype=np.float32)
        rows = model.encode(
            [_PREFIX + text for text in texts],
            batch_size=_BATCH,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(rows, dtype=np.float32)

    def _loaded(self) -> Any:
        if self._model is None:
            from sentence_transformers import SentenceTransformer

            from insight_desktop.nlp.model_files import sentence_encoder

            folder = self._folder or sentence_encoder()
            self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        return self._model


class E5Embedder:
    """The same encoder without sentence-transformers: a second to load and a third of the memory.

    Args:
        folder: the encoder's folder; None finds the one of `nlp.model_files`.

    """

    def __init__(self, folder: Path | None = None) -> None:
        """Remember where the model is; loading waits until it is needed."""
        self._folder = folder
        self._network: Any = None

    def encode(self, texts: Sequence[str], upper: Sequence[Any] = ()) -> NDArray[np.float32]:
        """Return one row a text; the product of two rows is their cosine.

        Args:
            texts: what to read.
            upper: layers that stand in for the network's uppermost ones (`sentence_network.upper_layers`).

        """
        if not texts:
            return np.zeros((0, _WIDTH), dtype=np.float32)
        if self._network is None:
            from insight_desktop.nlp.model_files import sentence_encoder
            from insight_desktop.nlp.sentence_network import SentenceNetwork

            self._network = SentenceNetwork(self._folder or sentence_encoder())
        rows = np.zeros((len(texts), _WIDTH), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        for at in range(0, len(order), _BATCH):
            batch = order[at : at + _BATCH]
            rows[batch] = self._network.encode([_PREFIX + texts[n] for n in batch], upper).numpy()
        return rows


class ProblemEmbedder:
    """The same encoder with upper layers that were taught which short phrase of a catalogue names a told problem.

    Args:
        general: the encoder; what both read is loaded once.
        folder: the layers' folder; None finds the shipped one.

    """

    def __init__(self, general: E5Embedder, folder: Path | None = None) -> None:
        """Remember both; loading waits until it is needed."""
        self._general, self._folder = general, folder
        self._upper: Sequence[Any] = ()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text; the product of two rows is their cosine."""
        if not texts:
            return np.zeros((0, _WIDTH), dtype=np.float32)
        if not self._upper:
            from insight_desktop.nlp.problems_model import LAYERS_FILE, problems_folder
            from insight_desktop.nlp.sentence_network import upper_layers

            self._upper = upper_layers((self._folder or problems_folder()) / LAYERS_FILE)
        return self._general.encode(texts, self._upper)
