"""Whole `process` of a two-channel recording against bare faster-whisper on the same: wall time and memory.

    python benchmarks/process_ratio.py STEREO [--minutes 10] [--language ja] [--rounds 1]

STEREO is repeated until it is long enough. Both sides load their models anew; the rounds alternate.
"""

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

import numpy as np
from measured import Cost, run

from insight_desktop.audio.decoding import SAMPLE_RATE, decode


def repeated(source: Path, target: Path, minutes: float, channels: int = 2) -> Path:
    """Write a WAV of the source again and again."""
    import wave

    sound = np.concatenate(list(decode(source, channels=channels)), axis=1)
    left = int(minutes * 60 * SAMPLE_RATE)
    with wave.open(str(target), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        while left > 0:
            part = sound[:, :left]
            file.writeframes((part.T * 32767).astype("<i2").tobytes())
            left -= part.shape[1]
    return target


def main() -> None:
    """Measure and print the ratios as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stereo", type=Path)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--language", default="ja")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    here = Path(__file__).parent
    ours: list[Cost] = []
    bare: list[Cost] = []
    with tempfile.TemporaryDirectory() as folder:
        audio = repeated(options.stereo, Path(folder) / "call.wav", options.minutes)
        for number in range(options.rounds):
            bare.append(
                run([sys.executable, str(here / "bare_whisper.py"), str(audio), "--language", options.language])
            )
            workspace = str(Path(folder) / f"workspace{number}")
            command = [sys.executable, "-m", "insight_desktop", "process", str(audio), "--workspace", workspace]
            ours.append(run([*command, "--language", options.language]))
    table = {
        name: {
            "ours": round(statistics.median(getattr(cost, name) for cost in ours), 1),
            "bare": round(statistics.median(getattr(cost, name) for cost in bare), 1),
        }
        for name in ("wall_s", "cpu_s", "peak_mb")
    }
    print(json.dumps({name: row | {"ratio": round(row["ours"] / row["bare"], 3)} for name, row in table.items()}))


if __name__ == "__main__":
    main()
