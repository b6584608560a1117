"""Words that a call's other side leaves in the microphone's text when the loudspeaker is heard 20 dB softer.

    python benchmarks/echo.py CALL.stereo.flac [--minutes 3] [--db -20] [--delay-ms 120]

The customer's channel is added to the rep's, softer, later and duller, as a room does; the pipeline transcribes
both. A duplicate is a letter of the rep's text that the clean version's rep does not say there and the customer does.
"""

import argparse
import tempfile
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

import av
import numpy as np

from insight_desktop import pipeline
from insight_desktop.audio.decoding import SAMPLE_RATE, decode
from insight_desktop.domain.request import ProcessRequest
from insight_desktop.domain.speaker import REP
from insight_desktop.domain.transcript import Segment
from insight_desktop.worker.models import child_models

_REACH_S = 3.0
_RUN = 4
"""So many letters in a row are hardly the same by chance."""


def with_echo(sound: np.ndarray, *, decibels: float, delay_ms: float) -> np.ndarray:
    """Return the call with the second channel heard in the first."""
    echo = np.roll(sound[1], int(delay_ms * SAMPLE_RATE / 1000)) * 10 ** (decibels / 20)
    dull = np.convolve(echo, np.ones(5, np.float32) / 5, mode="same")
    return np.stack([sound[0] + dull.astype(np.float32), sound[1]])


def transcribed(sound: np.ndarray, folder: Path, language: str) -> tuple[Segment, ...]:
    """Return the turns of a call."""
    path = folder / "call.wav"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=SAMPLE_RATE, layout="stereo")
        pcm = np.ascontiguousarray((np.clip(sound, -1, 1) * 32767).astype(np.int16).T).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(pcm, format="s16", layout="stereo")
        frame.sample_rate = SAMPLE_RATE
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    request = ProcessRequest(
        meeting_id="m", audio_path=str(path), channels=2, rep_channel=0, total_s=sound.shape[1] / SAMPLE_RATE,
        language=language,
    )  # fmt: skip
    steps = pipeline.transcribe(request, _models)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            _, segments = done.value
            return tuple(segments)


def letters(segments: Sequence[Segment], start: float, end: float, *, of_rep: bool) -> str:
    """Return what one side says in a stretch, letters only."""
    said = [
        segment.text
        for segment in segments
        if (segment.speaker == REP) is of_rep and segment.span.start < end and segment.span.end > start
    ]
    return "".join(letter for letter in "".join(said).casefold() if letter.isalnum())


def duplicates(clean: Sequence[Segment], echoed: Sequence[Segment]) -> tuple[int, int]:
    """Return how many letters of the rep are the customer's, and how many letters there are in all."""
    twice = total = 0
    for segment in echoed:
        text = "".join(letter for letter in segment.text.casefold() if letter.isalnum())
        total += len(text)
        if segment.speaker != REP:
            continue
        start, end = segment.span.start - _REACH_S, segment.span.end + _REACH_S
        own, theirs = (letters(clean, start, end, of_rep=side) for side in (True, False))
        matches = SequenceMatcher(None, text, own, autojunk=False).get_matching_blocks()
        known = {at for block in matches for at in range(block.a, block.a + block.size)}
        rest = "".join(letter if at not in known else " " for at, letter in enumerate(text))
        blocks = SequenceMatcher(None, rest, theirs, autojunk=False).get_matching_blocks()
        twice += sum(block.size for block in blocks if block.size >= _RUN)
    return twice, total


def main() -> None:
    """Measure one call."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("call", type=Path)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--db", type=float, default=-20.0)
    parser.add_argument("--delay-ms", type=float, default=120.0)
    options = parser.parse_args()
    blocks = list(decode(options.call, channels=2))
    sound = np.concatenate(blocks, axis=1)[:, : int(options.minutes * 60 * SAMPLE_RATE)]
    language = "en" if options.call.name.startswith("en") else "ja"
    with tempfile.TemporaryDirectory() as folder:
        clean = transcribed(sound, Path(folder), language)
        echoed = transcribed(with_echo(sound, decibels=options.db, delay_ms=options.delay_ms), Path(folder), language)
    twice, total = duplicates(clean, echoed)
    share = [
        sum(len(s.text) for s in each if s.speaker == REP) / sum(len(s.text) for s in each) for each in (clean, echoed)
    ]
    print(
        f"echo {options.db:g} dB: {twice} of {total} letters twice = {twice / max(1, total):.2%};"
        f" the rep's share of the letters {share[0]:.3f} -> {share[1]:.3f}"
    )


if __name__ == "__main__":
    with child_models(understands=False) as _models:
        main()
