"""Any media file that FFmpeg reads as 16 kHz float blocks, in memory that does not grow with its length.

Decoders hide damage: a cut MP3 still declares its full length, a damaged packet vanishes and moves all later times.
So errors are caught per packet, holes are filled by the frames' time stamps, and the declared length is compared.
The only importer of PyAV.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from insight_desktop import paths
from insight_desktop.domain.errors import ErrorCode, KnownError

SAMPLE_RATE = 16_000
Block = NDArray[np.float32]
"""Samples of shape [channels, n] within ±1."""

_log = logging.getLogger(__name__)
_MAX_CHANNELS = 2
_SHORTEST_S = 0.1
_HOLE_S = 0.08
"""Time stamps that jitter by less than this are no hole."""
_LONGEST_HOLE_S = 60.0
"""A wider jump in a file of unknown length is a restarted clock, not lost sound."""
# Only local files are opened: a playlist must not reach the network, and a name must not be taken for a protocol.
_ARCHIVES = frozenset((".zip", ".7z", ".rar", ".lzh", ".tar", ".gz"))
_OPTIONS = {"protocol_whitelist": "file"}
_ESTIMATED = frozenset({"aac", "ac3", "eac3", "dts", "amr", "loas"})
"""Raw streams without a header: FFmpeg guesses their length, so a shorter one is not cut off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaProbe:
    """What a media file says of itself."""

    container: str
    codec: str
    rate: int
    channels: int
    seconds: float | None
    """As declared; None when the file does not say."""
    has_video: bool = False
    tracks: int = 1
    """How many tracks of sound there are; the first one is read."""


@dataclass(slots=True, kw_only=True)
class DecodingReport:
    """What happened while decoding; complete once the blocks are exhausted."""

    declared_s: float | None = None
    decoded_s: float = 0.0
    filled_s: float = 0.0
    damaged_packets: int = 0
    is_length_estimated: bool = field(default=False)

    @property
    def is_cut_off(self) -> bool:
        """True when clearly less sound came out than the file declares."""
        if self.declared_s is None or self.is_length_estimated:
            return False
        return self.declared_s - self.decoded_s > max(1.0, 0.03 * self.declared_s)


def probe(path: Path) -> MediaProbe:
    """Return what the file declares.

    Raises:
        KnownError: missing, not permitted, empty, unreadable, or without sound.
    """
    with _opened(path) as container:
        stream = _audio_stream(container, path)
        return MediaProbe(
            container=container.format.name,
            codec=stream.codec_context.name,
            rate=stream.rate or 0,
            channels=stream.channels or 0,
            seconds=_declared_seconds(container),
            tracks=len(_known_tracks(container)),
            has_video=any(not _is_cover(video) for video in container.streams.video),
        )


def decode(
    path: Path,
    *,
    channels: int | None = None,
    block_s: float = 30.0,
    report: DecodingReport | None = None,
) -> Iterator[Block]:
    """Yield blocks of about `block_s` seconds.

    Args:
        path: the media file; its first sound track is read.
        channels: 1 mixes down, 2 keeps two apart, None keeps what is there, at most two.
        block_s: the length of a block; the last one is shorter.
        report: filled in on the way.

    Raises:
        KnownError: missing, not permitted, empty, unreadable, or without sound.
    """
    report = report if report is not None else DecodingReport()
    with _opened(path) as container:
        stream = _audio_stream(container, path)
        stream.thread_type = "AUTO"
        report.declared_s = _declared_seconds(container)
        report.is_length_estimated = container.format.name in _ESTIMATED
        wanted = channels or min(max(stream.channels or 1, 1), _MAX_CHANNELS)
        gatherer = _Gatherer(channels=wanted, report=report)
        for frame in _frames(container, stream, report):
            gatherer.add(frame)
            if gatherer.seconds >= block_s:
                yield gatherer.take()
        gatherer.flush()
        if gatherer.seconds > 0:
            yield gatherer.take()
    if report.decoded_s < _SHORTEST_S:
        raise KnownError(ErrorCode.FILE_UNREADABLE, path=path.name)


class _Gatherer:
    """Resamples frames, fills the holes between them, and gathers blocks."""

    def __init__(self, *, channels: int, report: DecodingReport) -> None:
        self._channels = channels
        self._report = report
        self._resampler = self._new_resampler()
        self._parts: list[Block] = []
        self._gathered = 0
        self._first_s: float | None = None
        self._input_s = 0.0

    @property
    def seconds(self) -> float:
        """How much is gathered."""
        return self._gathered / SAMPLE_RATE

    def add(self, frame: Any) -> None:
        """Add one decoded frame."""
        self._fill_hole_before(frame)
        self._input_s += frame.samples / frame.sample_rate
        try:
            resampled = self._resampler.resample(frame)
        except ValueError:
            # The format changed in mid-stream, as in joined recordings: the resampler is bound to the first one.
            self.flush()
            resampled = self._resampler.resample(frame)
        self._append(resampled)

    def flush(self) -> None:
        """Take the samples that the resampler still holds."""
        self._append(self._resampler.resample(None))
        self._resampler = self._new_resampler()

    def take(self) -> Block:
        """Return what is gathered and begin anew."""
        block = np.concatenate(self._parts, axis=1)
        self._parts, self._gathered = [], 0
        # A damaged packet can decode to values far beyond full scale.
        return np.clip(np.nan_to_num(block, copy=False), -1.0, 1.0, out=block)

    def _fill_hole_before(self, frame: Any) -> None:
        if frame.pts is None or frame.time_base is None:
            return
        at_s = float(frame.pts * frame.time_base)
        if self._first_s is None:
            self._first_s = at_s
        hole_s = at_s - self._first_s - self._input_s
        if hole_s <= _HOLE_S:
            return
        declared = self._report.declared_s
        is_plausible = hole_s <= _LONGEST_HOLE_S if declared is None else self._input_s + hole_s <= declared + 1.0
        if not is_plausible:
            self._first_s = at_s - self._input_s
            return
        self.flush()
        self._append_samples(np.zeros((self._channels, round(hole_s * SAMPLE_RATE)), np.float32))
        self._input_s += hole_s
        self._report.filled_s += hole_s

    def _append(self, frames: list[Any]) -> None:
        for frame in frames:
            self._append_samples(frame.to_ndarray())

    def _append_samples(self, samples: Block) -> None:
        if samples.shape[0] != self._channels:  # a damaged stream may say one thing and hold another
            samples = np.resize(samples[: self._channels], (self._channels, samples.shape[1]))
        self._parts.append(samples)
        self._gathered += samples.shape[1]
        self._report.decoded_s += samples.shape[1] / SAMPLE_RATE

    def _new_resampler(self) -> Any:
        return av.AudioResampler(format="fltp", layout="mono" if self._channels == 1 else "stereo", rate=SAMPLE_RATE)


def _frames(container: Any, stream: Any, report: DecodingReport) -> Iterator[Any]:
    """Yield the frames that can be decoded; a damaged packet is counted and skipped."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            return
        except av.error.FFmpegError as error:
            report.damaged_packets += 1
            _log.info("the file ends early: %s", type(error).__name__)
            return
        try:
            frames = packet.decode()
        except av.error.EOFError:
            return
        except av.error.FFmpegError:
            report.damaged_packets += 1
            continue
        yield from (frame for frame in frames if frame.samples and frame.sample_rate)


def _opened(path: Path) -> Any:
    """Open the container, or say why not."""
    try:
        if path.is_file() and path.stat().st_size == 0:
            raise KnownError(ErrorCode.FILE_EMPTY, path=path.name)
        if path.is_dir():
            raise KnownError(ErrorCode.FILE_IS_FOLDER, path=path.name)
        if paths.is_endless(path):
            raise KnownError(ErrorCode.FILE_UNREADABLE, path=path.name)
        return av.open(str(path.absolute()), metadata_errors="ignore", options=_OPTIONS)
    except FileNotFoundError as error:
        raise KnownError(ErrorCode.FILE_MISSING, path=path.name) from error
    except PermissionError as error:
        raise KnownError(ErrorCode.PERMISSION_REFUSED, path=path.name) from error
    except (av.error.FFmpegError, OSError, ValueError) as error:
        is_archive = path.suffix.lower() in _ARCHIVES
        raise KnownError(
            ErrorCode.FILE_IS_ARCHIVE if is_archive else ErrorCode.FILE_UNREADABLE, path=path.name
        ) from error


def _audio_stream(container: Any, path: Path) -> Any:
    if not container.streams.audio:
        raise KnownError(ErrorCode.NO_AUDIO, path=path.name)
    known = _known_tracks(container)
    if not known:
        raise KnownError(ErrorCode.FILE_UNREADABLE, path=path.name)
    return known[0]


def _known_tracks(container: Any) -> list[Any]:
    """Return the tracks of sound that there is a decoder for."""
    return [stream for stream in container.streams.audio if stream.codec_context is not None]


def _declared_seconds(container: Any) -> float | None:
    return None if container.duration is None else float(container.duration / av.time_base)


def _is_cover(video: Any) -> bool:
    """Tell the picture of an album from a film."""
    return video.codec_context is None or video.codec_context.name in {"mjpeg", "png", "bmp", "gif", "webp"}
