"""Takes a recording into the audio store: the original as it is, its checksum, its shape and its waveform.

One pass copies, one pass decodes; neither holds more than a block, so that three hours need no more than a minute.
"""

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from insight_desktop.audio.decoding import SAMPLE_RATE, Block, DecodingReport, decode, probe
from insight_desktop.audio.folder_lock import FolderLock
from insight_desktop.domain.errors import ErrorCode, KnownError

PEAKS_PER_SECOND = 100
_PEAK_SAMPLES = SAMPLE_RATE // PEAKS_PER_SECOND
_COPY_BYTES = 1 << 20
_ENVELOPE_SAMPLES = SAMPLE_RATE // 20
_SAME_WAVE = 0.95
_SAME_ENVELOPE = 0.8
"""Two microphones of one room rise and fall together even where their waves differ; two people do not."""
_SILENT_RATIO = 1e-5
"""A channel with this share of the other's energy (-50 dB) carries nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedAudio:
    """A recording in the audio store."""

    path: Path
    peaks: Path
    """NumPy file of int8, shape [n, channels, 2]: lowest and highest sample of each hundredth of a second."""
    original_name: str
    sha256: str
    seconds: float
    channels: int
    """2 only where the two channels are two different people."""
    warnings: tuple[KnownError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateAudio:
    """The very same file was imported before; nothing was copied."""

    sha256: str


def import_audio(
    source: Path,
    audio_dir: Path,
    *,
    name: str,
    is_known: Callable[[str], bool] = lambda _sha256: False,
    advanced: Callable[[float, float], None] = lambda _done_s, _total_s: None,
) -> ImportedAudio | DuplicateAudio:
    """Copy a media file into the store and look at its sound; the source is only read.

    Args:
        source: the file as the user has it.
        audio_dir: the store's folder.
        name: the stem of the copy's name, an identifier; the suffix is kept.
        is_known: tells whether a checksum was imported before.
        advanced: told seconds done and declared (0 when the file does not say) while the sound is read.

    Raises:
        KnownError: the file cannot be read as sound, or the disk is full. Nothing is left behind.
    """
    shape = _shape(source)
    found = probe(source)
    declared_s = found.seconds or 0.0
    audio_dir.mkdir(parents=True, exist_ok=True)
    target = audio_dir / f"{name}{source.suffix.lower()}"
    # The suffix stays last: a few formats are known by it alone. Two of them are never a whole recording.
    part = audio_dir / f"{name}.part{target.suffix or '.part'}"
    peaks = peaks_path(target)
    try:
        with FolderLock(audio_dir, _lock_name(name)):
            sha256 = _copy(source, part, lambda: advanced(0.0, declared_s))
            if is_known(sha256):
                part.unlink()
                return DuplicateAudio(sha256=sha256)
            survey = _Survey()
            report = DecodingReport()
            for block in decode(part, report=report):
                survey.add(block)
                advanced(report.decoded_s, declared_s)
            _see_unchanged(source, shape)
            survey.write_peaks(peaks)
            part.replace(target)
    except OSError as error:
        _remove(part, peaks)
        raise _known(error, source) from error
    except KnownError as error:
        _remove(part, peaks)
        raise KnownError(error.code, **{**error.params, "path": source.name}) from error
    except BaseException:
        _remove(part, peaks)
        raise
    return ImportedAudio(
        path=target,
        peaks=peaks,
        original_name=source.name,
        sha256=sha256,
        seconds=survey.seconds,
        channels=survey.channels,
        warnings=_warnings(report, source, found.tracks),
    )


def remove_left_behind(audio_dir: Path) -> tuple[str, ...]:
    """Remove what imports left that were killed half way; returns their names.

    An import holds a lock from before its first byte until its last one is in place, so one that is under way, in this
    process or another, keeps its files.
    """
    removed = []
    for name in sorted({path.name.partition(".")[0] for path in audio_dir.glob("*.part.*")}):
        with contextlib.suppress(OSError), FolderLock(audio_dir, _lock_name(name)):
            halves, waveforms = list(audio_dir.glob(f"{name}.part.*")), list(audio_dir.glob(f"{name}.peaks.npy*"))
            others = {*audio_dir.glob(f"{name}.*")} - {*halves, *waveforms, audio_dir / _lock_name(name)}
            for path in halves if others else (*halves, *waveforms):
                path.unlink(missing_ok=True)
            removed.append(name)
    return tuple(removed)


def _lock_name(name: str) -> str:
    """Return a name that no recording can have: theirs is one suffix long."""
    return f"{name}.import.lock"


def peaks_path(audio: Path) -> Path:
    """Return where the waveform of a recording is kept."""
    return audio.with_name(f"{audio.stem}.peaks.npy")


def channels_of(audio: Path) -> int:
    """Return 2 where a file's two channels carry different people, else 1; reads the whole file."""
    survey = _Survey()
    for block in decode(audio):
        survey.add(block)
    return survey.channels


def make_peaks(audio: Path, channels: int) -> Path:
    """Write the waveform of a recording that is in the store already, such as one recorded here."""
    survey = _Survey()
    for block in decode(audio, channels=channels):
        survey.add(block)
    survey.channels_forced = channels
    survey.write_peaks(peaks_path(audio))
    return peaks_path(audio)


class _Survey:
    """Sums over all blocks that tell one voice on two channels from two voices, and the waveform."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.channels_forced: int | None = None
        self._width = 1
        self._peaks: list[NDArray[np.int8]] = []
        self._rest: Block | None = None
        self._wave = _Moments()
        self._envelope = _Moments()

    @property
    def channels(self) -> int:
        """2 where the two channels carry different people, else 1."""
        if self.channels_forced is not None:
            return self.channels_forced
        if self._width == 1 or self._wave.energy_ratio < _SILENT_RATIO:
            return 1
        is_same = abs(self._wave.correlation) >= _SAME_WAVE or self._envelope.correlation >= _SAME_ENVELOPE
        return 1 if is_same else 2

    def add(self, block: Block) -> None:
        """Take one block into account."""
        self.seconds += block.shape[1] / SAMPLE_RATE
        self._width = block.shape[0]
        if self._width > 1:
            self._wave.add(block[0], block[1])
            loudness = _loudness(block)
            self._envelope.add(loudness[0], loudness[1])
        samples = block if self._rest is None else np.concatenate([self._rest, block], axis=1)
        whole = samples.shape[1] // _PEAK_SAMPLES * _PEAK_SAMPLES
        self._rest = samples[:, whole:].copy()
        if whole:
            self._peaks.append(_extremes(samples[:, :whole]))

    def write_peaks(self, path: Path) -> None:
        """Write the waveform, with as many channels as the recording has people's channels."""
        if self._rest is not None and self._rest.shape[1]:
            padding = _PEAK_SAMPLES - self._rest.shape[1]
            self._peaks.append(_extremes(np.pad(self._rest, ((0, 0), (0, padding)))))
            self._rest = None
        peaks = np.concatenate(self._peaks) if self._peaks else np.zeros((0, self._width, 2), np.int8)
        if self.channels == 1 and self._width > 1:
            peaks = np.stack([peaks[:, :, 0].min(axis=1), peaks[:, :, 1].max(axis=1)], axis=-1)[:, None, :]
        part = path.with_name(f"{path.name}.part")
        with part.open("wb") as file:
            np.save(file, peaks)
        part.replace(path)


class _Moments:
    """Running sums of two series, for their correlation."""

    def __init__(self) -> None:
        self._sums = np.zeros(6)

    def add(self, left: NDArray[np.float32], right: NDArray[np.float32]) -> None:
        """Take two equally long stretches into account."""
        x, y = left.astype(np.float64), right.astype(np.float64)
        self._sums += [x.size, x.sum(), y.sum(), x @ x, y @ y, x @ y]

    @property
    def correlation(self) -> float:
        """Pearson's correlation; 1 where a series is constant."""
        n, x, y, xx, yy, xy = self._sums
        spread = (n * xx - x * x) * (n * yy - y * y)
        return float((n * xy - x * y) / np.sqrt(spread)) if spread > 0 else 1.0

    @property
    def energy_ratio(self) -> float:
        """Energy of the weaker series against the stronger one."""
        _, _, _, xx, yy, _ = self._sums
        return float(min(xx, yy) / max(xx, yy)) if max(xx, yy) > 0 else 0.0


def _loudness(block: Block) -> NDArray[np.float32]:
    """Return the RMS of each twentieth of a second, per channel."""
    whole = block.shape[1] // _ENVELOPE_SAMPLES * _ENVELOPE_SAMPLES
    frames = block[:, :whole].reshape(block.shape[0], -1, _ENVELOPE_SAMPLES)
    loudness: NDArray[np.float32] = np.sqrt(np.mean(np.square(frames), axis=2))
    return loudness


def _extremes(samples: Block) -> NDArray[np.int8]:
    frames = samples.reshape(samples.shape[0], -1, _PEAK_SAMPLES)
    extremes = np.stack([frames.min(axis=2), frames.max(axis=2)], axis=-1)
    return np.round(extremes * 127).astype(np.int8).transpose(1, 0, 2)


def _shape(source: Path) -> tuple[int, int] | None:
    """Return what changes while somebody writes a file; None where it is gone, as a stick that was pulled out."""
    try:
        found = source.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _see_unchanged(source: Path, shape: tuple[int, int] | None) -> None:
    """Refuse a file that somebody wrote on while it was read."""
    if _shape(source) not in (shape, None):
        raise KnownError(ErrorCode.FILE_GROWING, path=source.name)


def _copy(source: Path, target: Path, alive: Callable[[], None]) -> str:
    """Copy, make sure that it is on the disk, and return the SHA-256; `alive` may end it by an error."""
    digest = hashlib.sha256()
    with source.open("rb") as reader, target.open("wb") as writer:
        while data := reader.read(_COPY_BYTES):
            digest.update(data)
            writer.write(data)
            alive()
        writer.flush()
        os.fsync(writer.fileno())
    return digest.hexdigest()


def _remove(*paths: Path) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}.part").unlink(missing_ok=True)


def _known(error: OSError, source: Path) -> Exception:
    """Return the known error that an error number stands for, or the error itself."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return KnownError(ErrorCode.DISK_FULL)
        case errno.EACCES | errno.EPERM:
            return KnownError(ErrorCode.PERMISSION_REFUSED, path=source.name)
        case errno.ENOENT:
            return KnownError(ErrorCode.FILE_MISSING, path=source.name)
        case _:
            return error


def _warnings(report: DecodingReport, source: Path, tracks: int) -> tuple[KnownError, ...]:
    warnings = []
    if tracks > 1:
        warnings.append(KnownError(ErrorCode.AUDIO_TRACKS, path=source.name, tracks=tracks))
    if report.is_cut_off:
        declared, decoded = round(report.declared_s or 0.0), round(report.decoded_s)
        warnings.append(KnownError(ErrorCode.AUDIO_CUT_OFF, path=source.name, declared=declared, decoded=decoded))
    return tuple(warnings)
