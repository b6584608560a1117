"""Speaker error (0.25 s collar) and cost of telling voices apart.

    python benchmarks/speakers.py DIR… [--people 2]

Each DIR holds NAME.rttm beside NAME.wav, NAME.flac or NAME.mono.flac. Speech is found by the voice activity detector,
as the words' times are not needed for the comparison.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
from speech_scores import diarization_error, read_rttm

from insight_desktop.asr.faster_whisper import SileroDetector
from insight_desktop.asr.speech_windows import SpeechRegions
from insight_desktop.audio.decoding import SAMPLE_RATE, decode
from insight_desktop.diarization.voices import VoiceDiarizer
from insight_desktop.domain.timespan import TimeSpan


def speech_of(path: Path) -> list[TimeSpan]:
    """Return the regions of speech."""
    detector = SileroDetector()
    regions = SpeechRegions(detector.frame)
    found = []
    for block in decode(path, channels=1):
        found += regions.feed(detector.probabilities(block[0]))
    found += regions.finish()
    return [TimeSpan(start=start / SAMPLE_RATE, end=end / SAMPLE_RATE) for start, end in found]


def main() -> None:
    """Measure and print one line a recording and the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--people", type=int)
    options = parser.parse_args()
    diarizer = VoiceDiarizer()
    for folder in options.folders:
        errors, right = [], []
        for rttm in sorted(folder.glob("*.rttm")):
            names = (f"{rttm.stem}{suffix}" for suffix in (".mono.flac", ".flac", ".wav"))
            audio = next(folder / name for name in names if (folder / name).is_file())
            reference = read_rttm(rttm)
            began, cpu = time.monotonic(), time.process_time()
            sounds = (block[0] for block in decode(audio, channels=1))
            found = diarizer.diarize(sounds, speech_of(audio), options.people)
            turns = [(turn.span.start, turn.span.end, turn.speaker) for turn in found.turns]
            error = diarization_error(turns, reference)
            errors.append(error)
            right.append(len({t[2] for t in turns}) == len({t[2] for t in reference}))
            seconds = max(turn[1] for turn in reference)
            print(
                f"{rttm.stem}: DER {error:.3f}, {right[-1]}, voices {len({t[2] for t in turns})}, "
                f"{(time.monotonic() - began) / seconds:.3f} wall and "
                f"{(time.process_time() - cpu) / seconds:.3f} processor seconds a second"
            )
        print(json.dumps({"folder": folder.name, "mean": round(float(np.mean(errors)), 4), "count": sum(right)}))


if __name__ == "__main__":
    main()
