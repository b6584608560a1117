"""One transformer layer as in BERT with NumPy alone, and the files of weights it is read from.

What answers the window's questions is read so: torch would take seconds to start and hundreds of megabytes.
"""

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Pair = tuple[Floats, Floats]
"""Weight and bias."""

HEADS, WIDTH = 12, 384
_EPSILON = 1e-12
_TYPES = {"F32": "<f4", "F16": "<f2", "I8": "i1"}


class LightLayer:
    """Attention, then a feed-forward part, each added and normalised.

    Args:
        qkv: query, key and value on each other.
        out: what joins the heads.
        norm1: after attention.
        up: into the feed-forward part.
        down: out of it.
        norm2: after the feed-forward part.

    """

    def __init__(self, *, qkv: Pair, out: Pair, norm1: Pair, up: Pair, down: Pair, norm2: Pair) -> None:
        """Keep the weights."""
        self._qkv, self._out, self._norm1 = qkv, out, norm1
        self._up, self._down, self._norm2 = up, down, norm2

    def __call__(self, states: Floats, hidden: Floats) -> Floats:
        """Return the next states; `hidden` is far below zero where attention may not look."""
        texts, length, _ = states.shape
        qkv = linear(states, self._qkv).reshape(texts, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = qkv.transpose(2, 0, 3, 1, 4)
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(WIDTH // HEADS)) + hidden
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        mixed = (scores @ value).transpose(0, 2, 1, 3).reshape(texts, length, WIDTH)
        states = normed(states + linear(mixed, self._out), self._norm1)
        return normed(states + linear(_gelu(linear(states, self._up)), self._down), self._norm2)


def thread_pools() -> Any:
    """Return what limits threads: these products are small, and threads that wait for each other starve the window."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def linear(states: Floats, pair: Pair) -> Floats:
    """Return weight times states, plus bias."""
    return np.asarray(states @ pair[0].T + pair[1])


def normed(states: Floats, pair: Pair) -> Floats:
    """Return the states with mean 0 and spread 1 in each row, then scaled and shifted."""
    centred = states - states.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(_EPSILON))
    return np.asarray(centred / spread * pair[0] + pair[1])


def hiding(real: Floats) -> Floats:
    """Return what hides padding from attention; `real` is 1 for a token, 0 for padding."""
    return np.asarray(((1 - real) * np.float32(-1e9))[:, None, None, :], np.float32)


def widened(packed: Mapping[str, NDArray[Any]]) -> dict[str, Floats]:
    """Return float32 weights of int8 ones with a scale a row, and of half-precision ones."""
    scales = {name: weight for name, weight in packed.items() if name.endswith(".scale")}
    return {
        name: weight.astype(np.float32) * scales.get(f"{name}.scale", np.ones(1)).astype(np.float32)
        for name, weight in packed.items()
        if name not in scales
    }


def pair_of(weights: Mapping[str, Floats], name: str) -> Pair:
    """Return weight and bias of a part by its name."""
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def mapped(path: Path) -> dict[str, NDArray[Any]]:
    """Return the tensors of a safetensors file as views of the file."""
    with path.open("rb") as file:
        length = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(length))
    content = np.memmap(path, np.uint8, "r", 8 + length)
    found = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = entry["data_offsets"]
            found[name] = content[start:end].view(_TYPES[entry["dtype"]]).reshape(entry["shape"]).view(np.ndarray)
    return found


def _gelu(states: Floats) -> Floats:
    from scipy.special import erf

    return np.asarray(states * (np.float32(0.5) * (1 + erf(states * np.float32(np.sqrt(0.5))))))
