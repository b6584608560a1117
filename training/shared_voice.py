"""Makes `resources/voices/shared.npy`: what all voices share in the voice model's vectors.

    python -m training.shared_voice MIXED/choose

MIXED is what `benchmarks/mixed_voices.py` makes. Each stretch counts for whoever says most of it; each voice counts the
same, and so does each recording of it. Only the half to choose by is used, so that the other half still judges.
"""

import argparse
import sys
from collections import defaultdict
from functools import partial
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from speakers import sound_of, speech_of
from speech_scores import Turn, read_rttm

from insight_desktop import paths
from insight_desktop.diarization.voices import Heard, VoiceDiarizer
from insight_desktop.domain.timespan import TimeSpan


def speaker_of(window: TimeSpan, turns: list[Turn]) -> str:
    """Return who says most of a stretch, or nobody."""
    said: dict[str, float] = defaultdict(float)
    for start, end, name in turns:
        said[name] += max(0.0, min(end, window.end) - max(start, window.start))
    best = max(said, key=lambda name: said[name], default="")
    return best if said[best] > 0 else ""


def means_of(heard: Heard, turns: list[Turn]) -> dict[str, np.ndarray]:
    """Return the mean vector of each voice of a recording."""
    found = defaultdict(list)
    for number in np.flatnonzero(heard.is_telling):
        if name := speaker_of(heard.windows[number], turns):
            found[name].append(heard.embeddings[number])
    return {name: np.mean(vectors, axis=0) for name, vectors in found.items()}


def main() -> None:
    """Listen and write the mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=paths.resources() / "voices" / "shared.npy")
    options = parser.parse_args()
    diarizer = VoiceDiarizer()
    voices = defaultdict(list)
    for rttm in sorted(options.folder.glob("*.rttm")):
        audio = rttm.with_suffix(".flac")
        for name, mean in means_of(
            diarizer.listen(partial(sound_of, audio), speech_of(audio)), read_rttm(rttm)
        ).items():
            voices[name].append(mean)
    common = np.mean([np.mean(means, axis=0) for means in voices.values()], axis=0)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    np.save(options.out, common.astype(np.float32))


if __name__ == "__main__":
    main()
