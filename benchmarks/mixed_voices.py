"""Recordings of one to four people mixed from single voices, each with its RTTM: to choose rules by and to judge them.

    python benchmarks/mixed_voices.py SPEECH OUT [--seconds 75]      # OUT/choose and OUT/judge, 32 recordings each
    python benchmarks/mixed_voices.py SPEECH OUT --hours 3           # one long recording of all voices, OUT/long.flac

SPEECH is what single_voices.py gathers. No voice is in both halves. Everything is drawn from a fixed seed. Each kind of
meeting is heard through each kind of line: a plain microphone, a telephone, a noisy room that echoes, a phone on the
table with people near and far.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy.signal import butter, fftconvolve, sosfilt

from insight_desktop.audio.decoding import SAMPLE_RATE

Floats = NDArray[np.float32]

HALVES = {
    "choose": {
        "clear": ("cs-small", "cs-large"),
        "phone": ("phone-fr", "phone-it", "phone-co"),
        "made": ("jf_alpha", "jm_kumo", "blend_f1"),
        "alike": ("phone-fr", "phone-co"),
    },
    "judge": {
        "clear": ("nl-small", "nl-large"),
        "phone": ("phone-en", "phone-ru", "phone-menardi", "phone-armelle"),
        "made": ("jf_gongitsune", "jf_tebukuro", "blend_m1", "jf_nezumi"),
        "alike": ("phone-menardi", "phone-armelle"),
    },
}
"""Voices by where they come from; the pair that is hardest to tell apart by ear."""
ONE_IN_TWO_LANGUAGES = ("phone-en", "phone-es")
"""The same announcer."""
LINES = ("clear", "phone", "room", "table")
SHARES = {
    "two": (0.5, 0.5),
    "two-mostly-one": (0.75, 0.25),
    "two-hardly": (0.93, 0.07),
    "two-alike": (0.6, 0.4),
    "three": (0.45, 0.35, 0.2),
    "three-hardly": (0.7, 0.24, 0.06),
    "four": (0.3, 0.3, 0.2, 0.2),
    "four-mostly-one": (0.5, 0.25, 0.15, 0.1),
}
_LEVEL = 0.08
_LONGEST_TURN_S = 10.0
_FAR_DB = -10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One recording to be made."""

    name: str
    voices: tuple[str, ...]
    shares: tuple[float, ...]
    line: str


class Voice:
    """The clips of one person, drawn in a random order; all of them are used before one comes again."""

    def __init__(self, folder: Path, rng: np.random.Generator) -> None:
        """Find the clips."""
        self._files = sorted(folder.glob("*.wav"))
        self._rng = rng
        self._left: list[Path] = []

    def clip(self) -> Floats:
        """Return the next clip at an even level."""
        if not self._left:
            self._left = [self._files[at] for at in self._rng.permutation(len(self._files))]
        sound = soundfile.read(self._left.pop(), dtype="float32")[0]
        even: Floats = sound * _LEVEL / max(float(np.sqrt(np.mean(np.square(sound)))), 1e-6)
        return even


def recipes(half: str, rng: np.random.Generator, speech: Path) -> Iterator[Recipe]:
    """Yield what is made of one half's voices."""
    groups = HALVES[half]
    real = (*groups["clear"], *groups["phone"])
    for line in LINES:
        for group in ("clear", "phone"):
            voice = str(rng.choice(groups[group]))
            yield Recipe(name=f"one-{group}-{line}", voices=(voice,), shares=(1.0,), line=line)
        for kind in ("two", "two-mostly-one", "two-hardly", "three"):
            yield _drawn(kind, real, line, rng)
    for line in ("phone", "room"):
        yield Recipe(name=f"two-alike-{line}", voices=groups["alike"], shares=SHARES["two-alike"], line=line)
        yield _drawn("three-hardly", real, line, rng)
        for kind in ("four", "four-mostly-one"):
            yield _drawn(kind, real, line, rng)
    if half == "judge":
        yield Recipe(name="one-two-languages-phone", voices=ONE_IN_TWO_LANGUAGES, shares=(0.5, 0.5), line="phone")
    made = tuple(name for name in groups["made"] if (speech / name).is_dir())
    if len(made) == len(groups["made"]):
        yield Recipe(name="one-made-clear", voices=made[:1], shares=(1.0,), line="clear")
        for line in LINES:
            yield _drawn("two", made, line, rng, name="two-made")
        yield _drawn("three", made, "clear", rng, name="three-made")


def _drawn(kind: str, voices: tuple[str, ...], line: str, rng: np.random.Generator, *, name: str = "") -> Recipe:
    shares = SHARES[kind]
    chosen = tuple(str(voice) for voice in rng.choice(voices, len(shares), replace=False))
    return Recipe(name=f"{name or kind}-{line}", voices=chosen, shares=shares, line=line)


def mixed(recipe: Recipe, seconds: float, speech: Path, rng: np.random.Generator) -> tuple[Floats, list[str]]:
    """Return the sound and the lines of the RTTM."""
    voices = [Voice(speech / name, rng) for name in recipe.voices]
    total = np.zeros(int((seconds + 3 * _LONGEST_TURN_S) * SAMPLE_RATE), np.float32)
    spoken, at, last, rows = np.zeros(len(voices)), 0.3, -1, []
    while at < seconds:
        who = _next_speaker(spoken, recipe.shares, last, rng)
        share = recipe.shares[who] / max(recipe.shares)
        turn = _turn(voices[who], rng, longest_s=max(1.0, _LONGEST_TURN_S * share))
        if recipe.line == "table":
            turn = _at_distance(turn, is_far=(who % 2 == 1) != (at > seconds / 2 and who == 0), rng=rng)
        first, length = int(at * SAMPLE_RATE), len(turn) / SAMPLE_RATE
        total[first : first + len(turn)] += turn
        name = "phone-en" if recipe.voices[who] in ONE_IN_TWO_LANGUAGES else recipe.voices[who]
        rows.append(f"SPEAKER {recipe.name} 1 {at:.3f} {length:.3f} <NA> <NA> {name} <NA> <NA>")
        spoken[who] += length
        is_over = rng.random() < 0.1 and len(voices) > 1  # noqa: PLR2004 - one turn in ten begins a little early
        at += length + (-0.3 if is_over else float(rng.uniform(0.15, 0.7)))
        last = who
    narrow = any(name.startswith("phone") for name in recipe.voices) or recipe.line == "phone"
    return _through(total[: int((at + 0.5) * SAMPLE_RATE)], recipe.line, rng, is_narrow=narrow), rows


def _next_speaker(spoken: NDArray[np.float64], shares: tuple[float, ...], last: int, rng: np.random.Generator) -> int:
    """Return who has said too little as yet, not the one who spoke last."""
    if len(shares) == 1:
        return 0
    lack = np.array(shares) * (spoken.sum() + 5.0) - spoken + rng.uniform(0, 2.0, len(shares))
    if min(shares) >= 0.09 and last >= 0:  # noqa: PLR2004 - beside one who hardly speaks the other goes on and on
        lack[last] = -np.inf
    return int(np.argmax(lack))


def _turn(voice: Voice, rng: np.random.Generator, *, longest_s: float) -> Floats:
    """Return a few clips after each other with breaths between."""
    wanted = float(rng.uniform(0.8, longest_s))
    parts = [voice.clip()]
    while sum(map(len, parts)) < wanted * SAMPLE_RATE:
        parts += [np.zeros(int(rng.uniform(0.1, 0.3) * SAMPLE_RATE), np.float32), voice.clip()]
    return np.concatenate(parts)[: int((_LONGEST_TURN_S + 8) * SAMPLE_RATE)]


def _at_distance(sound: Floats, *, is_far: bool, rng: np.random.Generator) -> Floats:
    if not is_far:
        return sound
    dull = sosfilt(butter(2, 3200, fs=SAMPLE_RATE, output="sos"), _echoing(sound, 0.35, 0.8, rng))
    far: Floats = (dull * 10 ** (_FAR_DB / 20)).astype(np.float32)
    return far


def _echoing(sound: Floats, seconds: float, wet: float, rng: np.random.Generator) -> Floats:
    """Return the sound in a room whose echo falls by 60 dB in some seconds."""
    count = int(seconds * SAMPLE_RATE)
    tail = rng.standard_normal(count) * 10 ** (-3 * np.arange(count) / count)
    tail *= wet / max(float(np.linalg.norm(tail)), 1e-9)
    tail[0] += 1.0
    found: Floats = fftconvolve(sound, tail)[: len(sound)].astype(np.float32)
    return found


def _through(sound: Floats, line: str, rng: np.random.Generator, *, is_narrow: bool) -> Floats:
    """Return what the line leaves of the sound."""
    if line == "room":
        sound = _echoing(sound, 0.4, 0.7, rng) + _pink(len(sound), rng) * _LEVEL * 10 ** (-15 / 20)
    if is_narrow:
        sound = sosfilt(butter(4, (300, 3400), "bandpass", fs=SAMPLE_RATE, output="sos"), sound)
    if line == "phone":
        sound = sound + rng.standard_normal(len(sound)) * _LEVEL * 10 ** (-32 / 20)
        law = np.sign(sound) * np.log1p(255 * np.minimum(1, np.abs(sound))) / np.log(256)
        law = np.round(law * 127) / 127
        sound = np.sign(law) * np.expm1(np.abs(law) * np.log(256)) / 255
    clipped: Floats = np.clip(sound, -1, 1).astype(np.float32)
    return clipped


def _pink(count: int, rng: np.random.Generator) -> Floats:
    spectrum = np.fft.rfft(rng.standard_normal(count))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 1))
    noise = np.fft.irfft(spectrum, count)
    pink: Floats = (noise / np.sqrt(np.mean(np.square(noise)))).astype(np.float32)
    return pink


def write(recipe: Recipe, folder: Path, seconds: float, speech: Path, rng: np.random.Generator) -> None:
    """Write one recording and its RTTM."""
    folder.mkdir(parents=True, exist_ok=True)
    sound, rows = mixed(recipe, seconds, speech, rng)
    soundfile.write(folder / f"{recipe.name}.flac", sound, SAMPLE_RATE, subtype="PCM_16")
    (folder / f"{recipe.name}.rttm").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _seconds(folder: Path) -> float:
    return sum(soundfile.info(clip).duration for clip in folder.glob("*.wav"))


def main() -> None:
    """Make the recordings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("speech", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seconds", type=float, default=75.0)
    parser.add_argument("--hours", type=float, default=0.0)
    options = parser.parse_args()
    if options.hours:
        there = {folder.name: _seconds(folder) for folder in sorted(options.speech.iterdir()) if folder.is_dir()}
        shares = tuple(seconds / sum(there.values()) for seconds in there.values())
        recipe = Recipe(name="long", voices=tuple(there), shares=shares, line="clear")
        write(recipe, options.out, options.hours * 3600, options.speech, np.random.default_rng(3))
        return
    for number, half in enumerate(HALVES):
        for place, recipe in enumerate(recipes(half, np.random.default_rng(100 + number), options.speech)):
            rng = np.random.default_rng((number, place))
            write(recipe, options.out / half, options.seconds, options.speech, rng)


if __name__ == "__main__":
    main()
