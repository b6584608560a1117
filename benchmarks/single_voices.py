r"""Speech of single people, free to use, in folders of their own: what recordings of several people are mixed from.

    apt-get download fillets-ng-data-cs fillets-ng-data-nl asterisk-core-sounds-{en,es,fr,it,ru}-wav \
        asterisk-prompt-fr-armelle asterisk-prompt-es-co asterisk-prompt-it-menardi-wav
    dpkg -x each of them into PACKAGES
    python benchmarks/single_voices.py PACKAGES SPEECH [--synthetic DIR] [--seconds 420]

Actors of a game (GPL-2+) talk with each other in Czech and in Dutch; announcers of telephone exchanges (CC-BY-SA-3.0,
CC-BY-3.0 and GPL) read in six languages at 8 kHz, one of them in two. DIR holds one folder of clips a synthetic voice.
Each clip becomes a WAV at 16 kHz without silence around it.
"""

import argparse
import contextlib
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from insight_desktop.audio.decoding import SAMPLE_RATE, decode
from insight_desktop.domain.errors import KnownError

Floats = NDArray[np.float32]

SOUNDS = "usr/share/asterisk/sounds"
FISH = "usr/share/games/fillets-ng/sound"
PLACES = {
    "cs-small": (FISH, "*/cs/*-m-*.ogg"),
    "cs-large": (FISH, "*/cs/*-v-*.ogg"),
    "nl-small": (FISH, "*/nl/*-m-*.ogg"),
    "nl-large": (FISH, "*/nl/*-v-*.ogg"),
    "phone-en": (SOUNDS, "en_US_f_Allison/**/*.wav"),
    "phone-es": (SOUNDS, "es_MX_f_Allison/**/*.wav"),
    "phone-fr": (SOUNDS, "fr_CA_f_June/**/*.wav"),
    "phone-it": (SOUNDS, "it_IT_*_Carlo/**/*.wav"),
    "phone-ru": (SOUNDS, "ru_RU_f_IvrvoiceRU/**/*.wav"),
    "phone-menardi": (SOUNDS, "it_IT_f_Menardi/**/*.wav"),
    "phone-armelle": (SOUNDS, "fr/**/*.gsm"),
    "phone-co": (SOUNDS, "es/**/*.gsm"),
}
_SHORTEST_S, _LONGEST_S = 0.5, 12.0
_BELOW_PEAK = 0.03


def trimmed(sound: Floats) -> Floats:
    """Return the sound without the silence around it."""
    size = SAMPLE_RATE // 50
    frames = sound[: len(sound) // size * size].reshape(-1, size)
    if not len(frames):
        return sound[:0]
    loud = np.sqrt(np.mean(np.square(frames), axis=1))
    spoken = np.flatnonzero(loud > _BELOW_PEAK * loud.max()) if loud.max() > 0 else []
    return sound[spoken[0] * size : (spoken[-1] + 1) * size] if len(spoken) else sound[:0]


def gather(clips: list[Path], target: Path, enough_s: float) -> float:
    """Write the clips of one voice in a shuffled order of their own until there is enough; returns the seconds."""
    target.mkdir(parents=True, exist_ok=True)
    seconds = 0.0
    for at in np.random.default_rng(7).permutation(len(clips)):
        blocks = []
        with contextlib.suppress(KnownError):  # a few of the packages' files are empty
            blocks = [block[0] for block in decode(clips[at], channels=1)]
        sound = trimmed(np.concatenate([np.zeros(0, np.float32), *blocks]))
        if not _SHORTEST_S * SAMPLE_RATE <= len(sound) <= _LONGEST_S * SAMPLE_RATE:
            continue
        soundfile.write(target / f"{at:04}.wav", sound, SAMPLE_RATE, subtype="PCM_16")
        seconds += len(sound) / SAMPLE_RATE
        if seconds >= enough_s:
            break
    return seconds


def main() -> None:
    """Gather every voice and say how much there is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path)
    parser.add_argument("speech", type=Path)
    parser.add_argument("--synthetic", type=Path)
    parser.add_argument("--seconds", type=float, default=420.0, help="enough of a voice")
    options = parser.parse_args()
    found = {name: sorted((options.packages / root).glob(wanted)) for name, (root, wanted) in PLACES.items()}
    if options.synthetic:
        found |= {
            folder.name: sorted(folder.glob("*.wav"))
            for folder in sorted(options.synthetic.iterdir())
            if folder.is_dir()
        }
    for name, clips in found.items():
        print(
            f"{name}: {gather(clips, options.speech / name, options.seconds):.0f} s of {len(clips)} clips", flush=True
        )


if __name__ == "__main__":
    main()
