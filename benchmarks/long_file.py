"""Memory of importing three hours, of transcribing and of telling voices apart in ever longer files: flat.

python benchmarks/long_file.py STEREO [--hours 3] [--minutes 5 15 30]
python benchmarks/long_file.py MONO --voices --minutes 10 60 180

With `--voices` the first length is transcribed as well, and the processor time beside it says what telling costs; as
`transcribe` tells the voices of one channel apart too, that part is taken off. `mixed_voices.py --hours 3` makes a MONO
in which nothing comes twice.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from measured import run
from process_ratio import repeated

IMPORT = """
import sys
from pathlib import Path
from insight_desktop.audio.importing import import_audio
print(import_audio(Path(sys.argv[1]), Path(sys.argv[2]), name="long"), file=sys.stderr)
"""

VOICES = """
import sys
from functools import partial
from pathlib import Path
from insight_desktop.diarization.voices import VoiceDiarizer
sys.path.insert(0, sys.argv[2])
from speakers import sound_of, speech_of
audio = Path(sys.argv[1])
found = VoiceDiarizer().diarize(partial(sound_of, audio), speech_of(audio), None)
print(len({turn.speaker for turn in found.turns}), "voices", file=sys.stderr)
"""


def tell_voices_apart(sound: Path, lengths: list[float], language: str) -> None:
    """Print what it costs to tell the voices of one channel apart, beside transcribing the first length."""
    with tempfile.TemporaryDirectory() as folder:
        for minutes in lengths:
            audio = repeated(sound, Path(folder) / "part.wav", minutes, channels=1)
            cost = run([sys.executable, "-c", VOICES, str(audio), str(Path(__file__).parent)])
            row = {"minutes": minutes, "voices_cpu_s": round(cost.cpu_s, 1), "peak_mb": cost.peak_mb}
            if minutes == lengths[0]:
                command = [sys.executable, "-m", "insight_desktop", "transcribe", str(audio), "--format", "json"]
                words = run([*command, "--language", language])
                alone = words.cpu_s - cost.cpu_s
                row |= {"transcribing_cpu_s": round(alone, 1), "ratio": round(cost.cpu_s / alone, 2)}
            print(json.dumps(row), flush=True)


def main() -> None:
    """Measure and print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stereo", type=Path)
    parser.add_argument("--hours", type=float, default=3.0)
    parser.add_argument("--minutes", type=float, nargs="*", default=[5.0, 15.0, 30.0])
    parser.add_argument("--language", default="ja")
    parser.add_argument("--voices", action="store_true")
    options = parser.parse_args()
    if options.voices:
        tell_voices_apart(options.stereo, options.minutes, options.language)
        return
    with tempfile.TemporaryDirectory() as folder:
        audio = repeated(options.stereo, Path(folder) / "long.wav", options.hours * 60)
        cost = run([sys.executable, "-c", IMPORT, str(audio), str(Path(folder) / "store")])
        print(json.dumps({"import_hours": options.hours, "wall_s": round(cost.wall_s, 1), "peak_mb": cost.peak_mb}))
        for minutes in options.minutes:
            audio = repeated(options.stereo, Path(folder) / "part.wav", minutes)
            command = [sys.executable, "-m", "insight_desktop", "transcribe", str(audio), "--format", "json"]
            cost = run([*command, "--language", options.language])
            print(json.dumps({"minutes": minutes, "wall_s": round(cost.wall_s, 1), "peak_mb": cost.peak_mb}))


if __name__ == "__main__":
    main()
