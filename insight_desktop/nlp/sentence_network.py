"""The sentence encoder with the turn network's layers: ready in a second, and only the words it meets take memory.

Gives the same vectors as the sentence-transformers folder it reads. Imports torch: load it late.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from insight_desktop.nlp.packed_weights import widened
from insight_desktop.nlp.turn_network import HIDDEN, LAYERS, Layer

_LONGEST = 256
_PADDING = 1
THIRDS = ("query", "key", "value")
"""Parts of a layer's `qkv`, by the encoder's own names."""
NAMES = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
"""The other parts of a layer, and the encoder's own names for them."""


class SentenceNetwork:
    """multilingual-e5-small: mean of the last states, length one."""

    def __init__(self, folder: Path) -> None:
        """Read the folder; the table of words stays on disk until a word is met."""
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.enable_padding(pad_id=_PADDING, pad_token="<pad>")  # noqa: S106 - a token of the vocabulary
        weights = load_file(folder / "model.safetensors")
        self._words = weights["embeddings.word_embeddings.weight"]
        self._places = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        ).float()
        self._norm = tuple(weights[f"embeddings.LayerNorm.{part}"].float() for part in ("weight", "bias"))
        self._layers = [layer_of(weights, number) for number in range(LAYERS)]

    @torch.inference_mode()  # type: ignore[untyped-decorator]
    def encode(self, texts: list[str], upper: Sequence[Layer] = ()) -> Tensor:
        """Return one row a text.

        Args:
            texts: what to read.
            upper: layers that stand in for as many of the uppermost ones.

        """
        encodings = self._tokenizer.encode_batch(texts)
        tokens = torch.tensor([encoding.ids for encoding in encodings])
        real = torch.tensor([encoding.attention_mask for encoding in encodings])
        states = self._words[tokens].float() + self._places[: tokens.shape[1]]
        states = functional.layer_norm(states, (HIDDEN,), self._norm[0], self._norm[1], 1e-12)
        mask = None if bool(real.all()) else real.bool()[:, None, None, :]
        for layer in (*self._layers[: LAYERS - len(upper)], *upper):
            states = layer(states, mask)
        share = real.unsqueeze(-1).float()
        return functional.normalize((states * share).sum(1) / share.sum(1), dim=-1)


def upper_layers(file: Path) -> tuple[Layer, ...]:
    """Return the layers of a file that `training.train_problems` wrote: the uppermost ones, from the lowest up."""
    weights = widened(load_file(file))
    numbers = sorted({int(name.split(".")[2]) for name in weights})
    return tuple(layer_of(weights, number) for number in numbers)


def layer_of(weights: Mapping[str, Tensor], number: int, dropout: float = 0.0) -> Layer:
    """Return a layer of the encoder from the weights of its folder, for reading."""
    there = f"encoder.layer.{number}"
    state = {}
    for part in ("weight", "bias"):
        state[f"qkv.{part}"] = torch.cat([weights[f"{there}.attention.self.{name}.{part}"].float() for name in THIRDS])
        state |= {f"{mine}.{part}": weights[f"{there}.{theirs}.{part}"].float() for mine, theirs in NAMES.items()}
    with torch.device("meta"):
        layer = Layer(dropout)
    layer.load_state_dict(state, assign=True)
    layer.eval()
    return layer
