"""The sentence encoder with NumPy alone, for the window and for single questions: no torch, nothing to wait for.

The weights stay in their file until they are used, so that a question touches only the words it holds.
"""

import json
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_PREFIX = "query: "
_LONGEST, _PADDING, _BATCH = 256, 1, 16
_LAYERS, _HEADS, _WIDTH = 12, 12, 384
_EPSILON = 1e-12


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

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one row a text; the product of two rows is their cosine."""
        rows = np.zeros((len(texts), _WIDTH), np.float32)
        if not texts:
            return rows
        if self._network is None:
            from insight_desktop.nlp.model_files import sentence_encoder

            self._network = _Network(self._folder or sentence_encoder())
            self._threads = _thread_pools()
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        with self._threads.limit(limits=1, user_api="blas"):
            for at in range(0, len(order), _BATCH):
                batch = order[at : at + _BATCH]
                rows[batch] = self._network.encode([_PREFIX + texts[n] for n in batch])
        return rows


class _Network:
    """Twelve layers of BERT over a mapped file of weights."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.enable_padding(pad_id=_PADDING, pad_token="<pad>")  # noqa: S106 - a token of the vocabulary
        weights = _mapped(folder / "model.safetensors")
        self._words = weights["embeddings.word_embeddings.weight"]
        self._places = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self._norm = _pair(weights, "embeddings.LayerNorm")
        self._layers = [_Layer(weights, f"encoder.layer.{number}") for number in range(_LAYERS)]

    def encode(self, texts: list[str]) -> Floats:
        encodings = self._tokenizer.encode_batch(texts)
        tokens = np.array([encoding.ids for encoding in encodings])
        real = np.array([encoding.attention_mask for encoding in encodings], np.float32)
        states = _normed(self._words[tokens] + self._places[: tokens.shape[1]], self._norm)
        hidden = ((1 - real) * np.float32(-1e9))[:, None, None, :]
        for layer in self._layers:
            states = layer(states, hidden)
        mean = (states * real[:, :, None]).sum(axis=1) / real.sum(axis=1, keepdims=True)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), np.float32)


class _Layer:
    """Attention, then a feed-forward part, each added and normalised."""

    def __init__(self, weights: dict[str, Floats], name: str) -> None:
        parts = [_pair(weights, f"{name}.attention.self.{part}") for part in ("query", "key", "value")]
        self._qkv = (np.concatenate([weight for weight, _ in parts]), np.concatenate([bias for _, bias in parts]))
        self._out = _pair(weights, f"{name}.attention.output.dense")
        self._norm1 = _pair(weights, f"{name}.attention.output.LayerNorm")
        self._up = _pair(weights, f"{name}.intermediate.dense")
        self._down = _pair(weights, f"{name}.output.dense")
        self._norm2 = _pair(weights, f"{name}.output.LayerNorm")

    def __call__(self, states: Floats, hidden: Floats) -> Floats:
        texts, length, _ = states.shape
        qkv = _linear(states, self._qkv).reshape(texts, length, 3, _HEADS, _WIDTH // _HEADS)
        query, key, value = qkv.transpose(2, 0, 3, 1, 4)
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(_WIDTH // _HEADS)) + hidden
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        mixed = (scores @ value).transpose(0, 2, 1, 3).reshape(texts, length, _WIDTH)
        states = _normed(states + _linear(mixed, self._out), self._norm1)
        return _normed(states + _linear(_gelu(_linear(states, self._up)), self._down), self._norm2)


def _thread_pools() -> Any:
    """Return what limits threads: these products are small, and threads that wait for each other starve the window."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _linear(states: Floats, pair: tuple[Floats, Floats]) -> Floats:
    return np.asarray(states @ pair[0].T + pair[1])


def _gelu(states: Floats) -> Floats:
    from scipy.special import erf

    return np.asarray(states * (np.float32(0.5) * (1 + erf(states * np.float32(np.sqrt(0.5))))))


def _normed(states: Floats, pair: tuple[Floats, Floats]) -> Floats:
    centred = states - states.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(_EPSILON))
    return np.asarray(centred / spread * pair[0] + pair[1])


def _pair(weights: dict[str, Floats], name: str) -> tuple[Floats, Floats]:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _mapped(path: Path) -> dict[str, Floats]:
    """Return the tensors of a safetensors file as views of the file."""
    with path.open("rb") as file:
        length = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(length))
    content = np.memmap(path, np.uint8, "r", 8 + length)
    found = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = entry["data_offsets"]
            kind = {"F32": "<f4", "F16": "<f2"}[entry["dtype"]]
            found[name] = content[start:end].view(kind).reshape(entry["shape"]).view(np.ndarray)
    return found
