"""The sentence encoder with NumPy alone, for the window and for single questions: no torch, nothing to wait for.

The weights stay in their file until they are used, so that a question touches only the words it holds.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from insight_desktop.nlp.light_layers import (
    WIDTH,
    Floats,
    LightLayer,
    hiding,
    mapped,
    normed,
    pair_of,
    thread_pools,
    widened,
)

_PREFIX = "query: "
_LONGEST, _PADDING, _BATCH = 256, 1, 16
_LAYERS = 12


class LightEmbedder:
    """multilingual-e5-small; gives the vectors of `embedder.E5Embedder`.

    Args:
        folder: the encoder's folder; None finds the one of `nlp.model_files`.

    """

    def __init__(self, folder: Path | None = None) -> None:
        """Remember where the model is; loading waits until it is needed."""
        self._folder = folder
        self._network: _Network | None = None
        self._threads: Any = None

    def encode(self, texts: Sequence[str], upper: Sequence[LightLayer] = ()) -> Floats:
        """Return one row a text; the product of two rows is their cosine.

        Args:
            texts: what to read.
            upper: layers that stand in for the network's uppermost ones.

        """
        rows = np.zeros((len(texts), WIDTH), np.float32)
        if not texts:
            return rows
        if self._network is None:
            from insight_desktop.nlp.model_files import sentence_encoder

            self._network = _Network(self._folder or sentence_encoder())
            self._threads = thread_pools()
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        with self._threads.limit(limits=1, user_api="blas"):
            for at in range(0, len(order), _BATCH):
                batch = order[at : at + _BATCH]
                rows[batch] = self._network.encode([_PREFIX + texts[n] for n in batch], upper)
        return rows


class LightProblemEmbedder:
    """The same encoder with the layers of `embedder.ProblemEmbedder`, which match told problems with short phrases.

    Args:
        general: the encoder; what both read is loaded once.
        folder: the layers' folder; None finds the shipped one.

    """

    def __init__(self, general: LightEmbedder, folder: Path | None = None) -> None:
        """Remember both; loading waits until it is needed."""
        self._general, self._folder = general, folder
        self._upper: tuple[LightLayer, ...] = ()

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one row a text; the product of two rows is their cosine."""
        if texts and not self._upper:
            from insight_desktop.nlp.problems_model import LAYERS_FILE, problems_folder

            weights = widened(mapped((self._folder or problems_folder()) / LAYERS_FILE))
            numbers = sorted({int(name.split(".")[2]) for name in weights})
            self._upper = tuple(_layer(weights, f"encoder.layer.{number}") for number in numbers)
        return self._general.encode(texts, self._upper)


class _Network:
    """Twelve layers of BERT over a mapped file of weights."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.enable_padding(pad_id=_PADDING, pad_token="<pad>")  # noqa: S106 - a token of the vocabulary
        weights = mapped(folder / "model.safetensors")
        self._words = weights["embeddings.word_embeddings.weight"]
        self._places = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self._norm = pair_of(weights, "embeddings.LayerNorm")
        self._layers = [_layer(weights, f"encoder.layer.{number}") for number in range(_LAYERS)]

    def encode(self, texts: list[str], upper: Sequence[LightLayer]) -> Floats:
        encodings = self._tokenizer.encode_batch(texts)
        tokens = np.array([encoding.ids for encoding in encodings])
        real = np.array([encoding.attention_mask for encoding in encodings], np.float32)
        states = normed(self._words[tokens] + self._places[: tokens.shape[1]], self._norm)
        hidden = hiding(real)
        for layer in (*self._layers[: _LAYERS - len(upper)], *upper):
            states = layer(states, hidden)
        mean = (states * real[:, :, None]).sum(axis=1) / real.sum(axis=1, keepdims=True)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), np.float32)


def _layer(weights: Mapping[str, Floats], name: str) -> LightLayer:
    parts = [pair_of(weights, f"{name}.attention.self.{part}") for part in ("query", "key", "value")]
    return LightLayer(
        qkv=(np.concatenate([weight for weight, _ in parts]), np.concatenate([bias for _, bias in parts])),
        out=pair_of(weights, f"{name}.attention.output.dense"),
        norm1=pair_of(weights, f"{name}.attention.output.LayerNorm"),
        up=pair_of(weights, f"{name}.intermediate.dense"),
        down=pair_of(weights, f"{name}.output.dense"),
        norm2=pair_of(weights, f"{name}.output.LayerNorm"),
    )
