"""A sound server without hardware, whose microphone hears a recording; for trying the recorder out."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SCRIPT = Path(__file__).resolve().parent.parent / "tests" / "virtual_audio.sh"


@contextmanager
def speaking_microphone(folder: Path, sound: Path) -> Iterator[dict[str, str] | None]:
    """Yield the variables by which programs find the server; None where it cannot be made."""
    if any(shutil.which(tool) is None for tool in ("pulseaudio", "pactl", "pacat")):
        yield None
        return
    variables = {"VIRTUAL_AUDIO_DIR": str(folder), "PATH": "/usr/bin:/bin"}
    folder.mkdir(parents=True, exist_ok=True)
    started = subprocess.run(["bash", str(_SCRIPT), "start"], env=variables, capture_output=True, text=True, check=True)
    server = dict(line.split("=", 1) for line in started.stdout.splitlines())
    raw = folder / "sound.raw"
    raw.write_bytes(_samples(sound))
    player = subprocess.Popen(
        ["pacat", "--device=vmic_feed", "--rate=16000", "--channels=1", "--format=s16le", str(raw)],
        env={**variables, **server},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield server
    finally:
        player.terminate()
        player.wait()
        subprocess.run(["bash", str(_SCRIPT), "stop"], env=variables, check=False)


def _samples(sound: Path) -> bytes:
    import av

    resampler = av.AudioResampler(format="s16", layout="mono", rate=16000)
    with av.open(str(sound)) as file:
        frames = [part for frame in file.decode(audio=0) for part in resampler.resample(frame)]
    return b"".join(frame.to_ndarray().tobytes() for frame in frames)
