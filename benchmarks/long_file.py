"""Memory of importing three hours, and of transcribing ever longer files: both must stay flat.

python benchmarks/long_file.py STEREO [--hours 3] [--minutes 5 15 30]
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


def main() -> None:
    """Measure and print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stereo", type=Path)
    parser.add_argument("--hours", type=float, default=3.0)
    parser.add_argument("--minutes", type=float, nargs="*", default=[5.0, 15.0, 30.0])
    parser.add_argument("--language", default="ja")
    options = parser.parse_args()
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
