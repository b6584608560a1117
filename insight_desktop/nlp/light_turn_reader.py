"""The turn network with NumPy alone: what it sees in turns, as trackers need it.

The analysis reads labels with torch (`turn_reader`). Trackers want what the network sees
beneath its labels, for every utterance of the history and for sentences that somebody just typed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from insight_desktop.nlp.light_layers import (
    WIDTH,
    Floats,
    LightLayer,
    hiding,
    linear,
    mapped,
    normed,
    pair_of,
    thread_pools,
    widened,
)
from insight_desktop.nlp.signals_model import ENCODER_FILE, WORDS_FILE, SpokenTurn, signals_folder, signals_version
from insight_desktop.nlp.turn_windows import MARKER_OF_ROLE, PADDING, EncodedTurn, Window, tile

_LAYERS, _BATCH = 12, 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SeenTurns:
    """What the network sees in turns, one row each."""

    labels: Floats
    """Logits of the labels."""
    moods: Floats
    """Logits of negative, neutral, positive."""
    objections: Floats
    """Logits of the kinds of objection."""
    states: Floats
    """The mean of the turn's standardised states, which all heads read."""

    @property
    def scores(self) -> Floats:
        """All logits side by side."""
        return np.concatenate([self.labels, self.moods, self.objections], axis=1)


class LightTurnReader:
    """Reads conversations; loads the weights at the first use and keeps them.

    Args:
        folder: of the signals model; None finds the shipped one.

    """

    def __init__(self, folder: Path | None = None) -> None:
        """Remember where the model is."""
        self._folder = folder
        self._network: _Network | None = None
        self._threads: Any = None

    @property
    def version(self) -> str:
        """Name and version of the model: what another one saw is not comparable."""
        return signals_version(self._found())

    def see(self, turns: Sequence[SpokenTurn]) -> SeenTurns:
        """Read one conversation."""
        return self._seen(self._loaded().windows(turns) if turns else [], len(turns))

    def alone(self, texts: Sequence[str]) -> SeenTurns:
        """Read each text by itself, as if a customer had said it."""
        network = self._loaded()
        turns = [SpokenTurn(text=text, role="customer") for text in texts]
        windows = [replace(network.windows([turn])[0], first=place) for place, turn in enumerate(turns)]
        return self._seen(windows, len(texts))

    def _seen(self, windows: Sequence[Window], turns: int) -> SeenTurns:
        network = self._loaded()
        found = network.empty(turns)
        ordered = sorted(windows, key=lambda window: len(window.tokens))
        with self._threads.limit(limits=1, user_api="blas"):
            for at in range(0, len(ordered), _BATCH):
                batch = ordered[at : at + _BATCH]
                for window, heads in zip(batch, network.read(batch), strict=True):
                    for rows, values in zip(found, heads, strict=True):
                        rows[window.first : window.first + window.count] = values
        labels, moods, objections, states = found
        return SeenTurns(labels=labels, moods=moods, objections=objections, states=states)

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the word pieces of texts, as numbers of the model's vocabulary."""
        return self._loaded().pieces(texts)

    def _loaded(self) -> "_Network":
        if self._network is None:
            self._network = _Network(self._found())
            self._threads = thread_pools()
        return self._network

    def _found(self) -> Path:
        if self._folder is None:
            self._folder = signals_folder()
        return self._folder


class _Network:
    """The layers and heads of `turn_network`, its table of words left in its file."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        words = mapped(folder / WORDS_FILE)
        self._words, self._scale = words["words.weight"], words["words.weight.scale"]
        weights = widened(mapped(folder / ENCODER_FILE))
        self._places, self._markers = weights["positions.weight"], weights["markers.weight"]
        self._norm = pair_of(weights, "norm")
        self._turn = weights["turn_scale"], weights["turn_shift"]
        self._token = weights["token_scale"], weights["token_shift"]
        self._heads = {
            name: pair_of(weights, name)
            for name in ("query", "evidence", "labels", "sentiment", "sentiment_tokens", "objection")
        }
        self._layers = [_layer(weights, f"layers.{number}") for number in range(_LAYERS)]

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Cut texts into word pieces."""
        return [encoding.ids for encoding in self._tokenizer.encode_batch(texts, add_special_tokens=False)]

    def windows(self, turns: Sequence[SpokenTurn]) -> list[Window]:
        """Cut a conversation into windows side by side."""
        ids = self.pieces([turn.text for turn in turns])
        return tile(
            [
                EncodedTurn(marker=MARKER_OF_ROLE[turn.role], ids=tuple(each))
                for turn, each in zip(turns, ids, strict=True)
            ]
        )

    def empty(self, turns: int) -> tuple[Floats, ...]:
        """Return room for what is read of turns."""
        sizes = (*(len(self._heads[name][1]) for name in ("labels", "sentiment", "objection")), WIDTH)
        return tuple(np.zeros((turns, size), np.float32) for size in sizes)

    def read(self, windows: Sequence[Window]) -> list[tuple[Floats, ...]]:
        """Return labels, moods, kinds of objection and states for each slot of each window."""
        length = max(len(window.tokens) for window in windows)
        tokens = _rows([window.tokens for window in windows], length, PADDING)
        markers = _rows([window.markers for window in windows], length, 0)
        slots = _rows([window.slots for window in windows], length, -1)
        states = self._words[tokens] * self._scale[tokens].astype(np.float32)
        states = np.where((markers > 0)[:, :, None], self._markers[markers], states)
        states = normed(states + self._places[:length], self._norm)
        hidden = hiding((tokens != PADDING).astype(np.float32))
        for layer in self._layers:
            states = layer(states, hidden)
        return [
            self._slots(states[place], slots[place], markers[place], window.count)
            for place, window in enumerate(windows)
        ]

    def _slots(
        self, states: Floats, slots: NDArray[np.int64], markers: NDArray[np.int64], count: int
    ) -> tuple[Floats, ...]:
        belongs = slots == np.arange(count)[:, None]
        share = belongs / np.maximum(belongs.sum(axis=1, keepdims=True), 1)
        pooled = np.concatenate([share @ states, (belongs & (markers > 0)) @ states], axis=1)
        pooled = np.asarray(pooled * self._turn[0] + self._turn[1], np.float32)
        tokens = states * self._token[0] + self._token[1]
        spread = np.where(belongs[:, :, None], linear(tokens, self._heads["query"])[None], np.float32(-1e4))
        spread = np.exp(spread - spread.max(axis=1, keepdims=True))
        spread /= spread.sum(axis=1, keepdims=True)
        labels = linear(pooled, self._heads["labels"]) + (spread * linear(tokens, self._heads["evidence"])).sum(axis=1)
        moods = linear(pooled, self._heads["sentiment"]) + share @ linear(tokens, self._heads["sentiment_tokens"])
        return labels, moods, linear(pooled, self._heads["objection"]), pooled[:, :WIDTH]


def _rows(of: Sequence[tuple[int, ...]], length: int, fill: int) -> NDArray[np.int64]:
    return np.array([[*row, *([fill] * (length - len(row)))] for row in of], np.int64)


def _layer(weights: Mapping[str, Floats], name: str) -> LightLayer:
    return LightLayer(
        **{part: pair_of(weights, f"{name}.{part}") for part in ("qkv", "out", "norm1", "up", "down", "norm2")}
    )
