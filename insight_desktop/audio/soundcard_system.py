"""The only importer of soundcard: microphones everywhere, loopback on Windows and Linux.

Import it late and only in a child process: on Linux soundcard connects to the sound server while it is imported,
on Windows it sets the threading model of COM, which Qt would not like.
"""

import contextlib
import ctypes
import sys
import threading
import warnings
from typing import Any

from insight_desktop.audio.devices import Device, DeviceKind, InputStream, SoundBlock, carries_output
from insight_desktop.audio.recording_file import SAMPLE_RATE
from insight_desktop.domain.errors import ErrorCode, KnownError

BLOCK_FRAMES = 4800
"""A tenth of a second; the size of a block is the floor of the jitter of its arrival."""


class SoundcardSystem:
    """The machine's devices by soundcard."""

    def __init__(self) -> None:
        """Load the library; raises `KnownError` where there is no sound server."""
        self._library = _load()
        self._torn: dict[int, bool] = {}
        warnings.showwarning = self._on_warning  # type: ignore[assignment]
        warnings.simplefilter("always", RuntimeWarning)

    def devices(self) -> tuple[Device, ...]:
        """Return the microphones and the loopback sources."""
        try:
            return self._devices()
        except (OSError, RuntimeError, IndexError, AssertionError, KeyError, TypeError) as error:
            # The server died: a new connection finds the new server, if there is one.
            _reconnect(self._library, error)
        try:
            return self._devices()
        except (OSError, RuntimeError, IndexError, AssertionError, KeyError, TypeError) as error:
            raise KnownError(ErrorCode.NO_AUDIO_SERVER) from error

    def open(self, device: Device) -> InputStream:
        """Start listening to a device."""
        try:
            return _SoundcardStream(self._library, device, self._torn)
        except (RuntimeError, IndexError, AssertionError, KeyError, TypeError) as error:
            message = f"{device.name}: {error}"
            raise OSError(message) from error

    def _devices(self) -> tuple[Device, ...]:
        microphones = self._library.all_microphones(include_loopback=True)
        default_ids = _default_ids(self._library)
        return tuple(
            Device(
                id=str(each.id),
                name=str(each.name),
                kind=_kind(each),
                is_default=str(each.id) in default_ids,
            )
            for each in microphones
        )

    def _on_warning(self, message: Warning | str, category: type[Warning], *_: Any) -> None:
        """Note that sound was lost: soundcard tells it as a warning, in the thread that reads."""
        if "discontinuity" in str(message):
            self._torn[threading.get_ident()] = True
        else:
            sys.stderr.write(f"{category.__name__}: {message}\n")


class _SoundcardStream:
    def __init__(self, library: Any, device: Device, torn: dict[int, bool]) -> None:
        found = [each for each in library.all_microphones(include_loopback=True) if str(each.id) == device.id]
        if not found:
            message = f"{device.name} is gone"
            raise OSError(message)
        self._asked = device.id
        self._torn = torn
        self._recorder: Any = found[0].recorder(samplerate=SAMPLE_RATE, channels=1, blocksize=BLOCK_FRAMES)
        self._recorder.__enter__()

    def read(self) -> SoundBlock:
        try:
            samples = self._recorder.record(BLOCK_FRAMES)[:, 0]
        except (RuntimeError, AssertionError, TypeError, ValueError) as error:
            message = f"reading failed: {error}"
            raise OSError(message) from error
        return SoundBlock(samples=samples, torn=self._torn.pop(threading.get_ident(), False))

    def device_id(self) -> str:
        return _pulse_source(self._recorder) or self._asked

    def close(self) -> None:
        with contextlib.suppress(OSError, RuntimeError, AssertionError):
            self._recorder.__exit__(None, None, None)


def _load() -> Any:
    try:
        import soundcard
    except Exception as error:  # the library raises AssertionError, IndexError or OSError without a server
        raise KnownError(ErrorCode.NO_AUDIO_SERVER) from error
    return soundcard


def _kind(found: Any) -> DeviceKind:
    """Tell what gives the sound; macOS has no loopback of its own, but virtual devices that take its place."""
    is_virtual = sys.platform == "darwin" and carries_output(str(found.name))
    return DeviceKind.LOOPBACK if found.isloopback or is_virtual else DeviceKind.MICROPHONE


def _default_ids(library: Any) -> set[str]:
    """Return the ids of the default microphone and of the loopback of the default speaker."""
    found: set[str] = set()
    with contextlib.suppress(OSError, RuntimeError, IndexError):
        found.add(str(library.default_microphone().id))
    with contextlib.suppress(OSError, RuntimeError, IndexError):
        speaker = str(library.default_speaker().id)
        found |= {speaker, f"{speaker}.monitor"}
    return found


def _reconnect(library: Any, error: Exception) -> None:
    backend = getattr(library, "pulseaudio", None)
    if backend is None:
        raise KnownError(ErrorCode.NO_AUDIO_SERVER) from error
    try:
        backend._pulse = type(backend._pulse)()  # noqa: SLF001 - the library has no way to connect again
    except AssertionError as refused:
        raise KnownError(ErrorCode.NO_AUDIO_SERVER) from refused


def _pulse_source(recorder: Any) -> str | None:
    """Ask PulseAudio which source feeds the stream; None on other systems."""
    backend = sys.modules.get("soundcard.pulseaudio")
    if backend is None:
        return None
    pulse = backend._pulse  # noqa: SLF001 - the library does not tell
    ask = ctypes.CDLL("libpulse.so.0").pa_stream_get_device_name
    ask.restype, ask.argtypes = ctypes.c_char_p, [ctypes.c_void_p]
    with pulse._lock_mainloop():  # noqa: SLF001
        name: bytes | None = ask(int(backend._ffi.cast("uintptr_t", recorder.stream)))  # noqa: SLF001
    return name.decode() if name else None
