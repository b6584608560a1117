"""Runs the trained turn network over a conversation; the adapter of torch and tokenizers for it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from insight_desktop.nlp.ngrams import NgramReader
from insight_desktop.nlp.packed_weights import widened
from insight_desktop.nlp.signals_model import ENCODER_FILE, NGRAMS_FILE, WORDS_FILE, SpokenTurn, signals_folder
from insight_desktop.nlp.turn_windows import (
    LONGEST_HEADER,
    MARKER_OF_ROLE,
    PADDING,
    EncodedTurn,
    Window,
    overlap,
)

_BATCH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTurns:
    """What the network says of the turns, as logits."""

    labels: NDArray[np.float64]
    """turns × labels"""
    sentiment: NDArray[np.float64]
    """turns × 3: negative, neutral, positive"""
    ngrams: NDArray[np.float64]
    """turns × (labels + 3): what the n-gram reader says"""
    focus: tuple[NDArray[np.float64], ...]
    """For each turn labels × tokens: how much a token speaks for a label."""
    offsets: tuple[tuple[tuple[int, int], ...], ...]
    """For each turn the characters of each token."""
    rivals: tuple[NDArray[np.float64], ...] = ()
    """For each turn and token, as a logit: whether it belongs to the name of another vendor."""
    objections: NDArray[np.float64] | None = None
    """turns × kinds of objection"""


class TurnReader:
    """Reads whole conversations; loads the weights at the first use and keeps them."""

    def __init__(self, folder: Path | None = None) -> None:
        """Remember where the model is; None finds the shipped one."""
        self._folder = folder
        self._network: Any = None
        self._tokenizer: Any = None
        self._ngrams: Any = None

    @property
    def folder(self) -> Path:
        """The folder that holds the weights and the calibration."""
        if self._folder is None:
            self._folder = signals_folder()
        return self._folder

    def read(
        self,
        turns: Sequence[SpokenTurn],
        products: str = "",
        *,
        advanced: Callable[[float], None] = lambda _share: None,
    ) -> ReadTurns:
        """Score all turns.

        Args:
            turns: the conversation.
            products: what the customer has of ours.
            advanced: told the part that is read, 0 to 1, as often as some windows are done.

        """
        import torch

        network, tokenizer = self._loaded()
        encodings = tokenizer.encode_batch([turn.text for turn in turns], add_special_tokens=False)
        encoded = [
            EncodedTurn(marker=MARKER_OF_ROLE[turn.role], ids=tuple(encoding.ids))
            for turn, encoding in zip(turns, encodings, strict=True)
        ]
        header = tokenizer.encode(products, add_special_tokens=False).ids[:LONGEST_HEADER] if products else ()
        windows = overlap(encoded, header=header) if encoded else []
        size = network.labels.out_features
        labels, sentiment = np.zeros((len(turns), size)), np.zeros((len(turns), 3))
        objections = np.zeros((len(turns), network.objection.out_features))
        seen = np.zeros((len(turns), 1))
        focus: list[NDArray[np.float64]] = [np.zeros((size, 0))] * len(turns)
        rivals: list[NDArray[np.float64]] = [np.zeros(0)] * len(turns)
        ordered = sorted(windows, key=lambda window: len(window.tokens))
        tokens, done = sum(len(window.tokens) for window in ordered), 0
        for at in range(0, len(ordered), _BATCH):
            batch = ordered[at : at + _BATCH]
            with torch.inference_mode():
                scores = network(*_tensors(batch))
            for row, window in enumerate(batch):
                here = slice(window.first, window.first + window.count)
                labels[here] += scores.labels[row, : window.count].numpy()
                sentiment[here] += scores.sentiment[row, : window.count].numpy()
                objections[here] += scores.objection[row, : window.count].numpy()
                seen[here] += 1
                spread, rival = scores.focus[row].numpy(), scores.rival[row].numpy()
                slots = np.array(window.slots)
                for slot in range(window.count):
                    columns = np.flatnonzero(slots == slot)[1:]  # without the marker
                    focus[window.first + slot] = spread[:, columns]
                    rivals[window.first + slot] = rival[columns]
            done += sum(len(window.tokens) for window in batch)
            advanced(done / tokens)
        return ReadTurns(
            labels=labels / np.maximum(seen, 1),
            sentiment=sentiment / np.maximum(seen, 1),
            ngrams=self._ngrams.read([turn.text for turn in turns]),
            focus=tuple(focus),
            offsets=tuple(tuple(encoding.offsets) for encoding in encodings),
            rivals=tuple(rivals),
            objections=objections / np.maximum(seen, 1),
        )

    def _loaded(self) -> tuple[Any, Any]:
        if self._network is None:
            from tokenizers import Tokenizer

            self._tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
            self._ngrams = NgramReader.load(self.folder / NGRAMS_FILE)
            self._network = _load(self.folder)
        return self._network, self._tokenizer


def _load(folder: Path) -> Any:
    import torch
    from safetensors.torch import load_file

    from insight_desktop.nlp.turn_network import PackedWords, TurnNetwork

    settings = json.loads((folder / "signals.json").read_text(encoding="utf-8"))
    with torch.device("meta"):
        network = TurnNetwork(vocabulary=settings["vocabulary"], labels=len(settings["labels"]))
    words = load_file(folder / WORDS_FILE)
    del network.words  # the float table of the trained network
    network.words = PackedWords(words["words.weight"], words["words.weight.scale"])
    network.load_state_dict(widened(load_file(folder / ENCODER_FILE)), assign=True)
    return network.eval()


def weights_of(folder: Path) -> dict[str, Any]:
    """Return the weights of a model folder as float32, by name."""
    from safetensors.torch import load_file

    return widened(load_file(folder / WORDS_FILE) | load_file(folder / ENCODER_FILE))


def _tensors(windows: Sequence[Window]) -> tuple[Any, Any, Any, int]:
    import torch

    length = max(len(window.tokens) for window in windows)

    def rows(of: list[tuple[int, ...]], fill: int) -> Any:
        return torch.tensor([[*row, *([fill] * (length - len(row)))] for row in of])

    return (
        rows([window.tokens for window in windows], PADDING),
        rows([window.markers for window in windows], 0),
        rows([window.slots for window in windows], -1),
        max(window.count for window in windows),
    )
