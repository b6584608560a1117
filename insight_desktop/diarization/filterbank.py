"""Kaldi's mel filter bank in NumPy, the input of the voice model: alike on every system, without a native library."""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 16_000
_FRAME, _HOP, _FFT = 400, 160, 512
_BANDS = 80
_LOWEST_HZ = 20.0
_PREEMPHASIS = 0.97
_FLOOR = 1.1920929e-07
_FULL_SCALE = 32_768.0

Floats = NDArray[np.float32]


def features(samples: Floats) -> Floats:
    """Return log mel energies [frames, 80] of one stretch of sound, each band around zero."""
    sound = samples.astype(np.float64) * _FULL_SCALE
    if sound.shape[0] < _FRAME:
        sound = np.pad(sound, (0, _FRAME - sound.shape[0]))
    count = frame_count(samples.shape[0])
    frames = np.lib.stride_tricks.sliding_window_view(sound, _FRAME)[::_HOP][:count]
    frames = frames - frames.mean(axis=1, keepdims=True)
    previous = np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    frames = (frames - _PREEMPHASIS * previous) * _povey()
    power = np.abs(np.fft.rfft(frames, _FFT, axis=1)) ** 2
    energies = np.log(np.maximum(power @ _filters(), _FLOOR))
    centred: Floats = (energies - energies.mean(axis=0, keepdims=True)).astype(np.float32)
    return centred


def frame_count(samples: int) -> int:
    """Return how many frames so many samples give."""
    return 1 + max(0, samples - _FRAME) // _HOP


@cache
def _povey() -> NDArray[np.float64]:
    at = np.arange(_FRAME)
    window: NDArray[np.float64] = (0.5 - 0.5 * np.cos(2 * np.pi * at / (_FRAME - 1))) ** 0.85
    return window


@cache
def _filters() -> NDArray[np.float64]:
    """Return triangles [bins, bands], evenly spaced in mel."""
    edges = np.linspace(_mel(np.float64(_LOWEST_HZ)), _mel(np.float64(SAMPLE_RATE / 2)), _BANDS + 2)
    bins = _mel(np.arange(_FFT // 2 + 1) * SAMPLE_RATE / _FFT)[:, None]
    rising = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    triangles: NDArray[np.float64] = np.maximum(0.0, np.minimum(rising, falling))
    triangles[-1] = 0.0
    return triangles


def _mel(hz: Any) -> Any:
    return 1127.0 * np.log(1.0 + hz / 700.0)
