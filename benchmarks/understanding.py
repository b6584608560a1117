"""Measures reading a call: seconds and memory, labels where none belong, what the recogniser costs.

    python benchmarks/understanding.py hour [--turns 800]       whole analysis of one long call in a process of its own
    python benchmarks/understanding.py quiet                    false labels in everyday and consultation talk
    python benchmarks/understanding.py recognised AUDIO GOLD    labels on true text against text from the recogniser

AUDIO holds spoken calls, ID.stereo.flac (rep left, customer right) with ID.json naming each turn's start and end; GOLD
holds ID.json with the right labels. The recogniser's words go to the turn in whose time they were spoken. What `quiet`
reads is never trained on: consultations after the first 45 (their requests are not judged) and
`benchmarks/everyday.tsv`.
"""

import argparse
import json
import resource
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from signals import conversation

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.speaker import Role
from insight_desktop.domain.transcript import Word
from insight_desktop.insights.analyser import load_analyser
from insight_desktop.insights.transcripts import read_transcript
from training.calls import LABELS, TrainingCall, read_calls, read_consultations, split
from training.train_ngrams import DATA

TRAINED_CONSULTATIONS = 45
EVERYDAY = Path(__file__).with_name("everyday.tsv")
MARGIN = 0.4
"""Seconds by which a word may lie outside its turn: the recogniser's times are that rough."""


def hour(turns: int) -> dict[str, float]:
    """Return seconds of the whole analysis, with models loaded, and the peak of the process in MB."""
    reader = load_analyser()
    _, held_out = split(read_calls(DATA / "calls"))
    calls = [call for call in held_out if call.language == "ja"]
    reader.read(conversation(calls[0]))
    said = tuple(turn for call in calls for turn in call.turns)[:turns]
    long_call = conversation(TrainingCall(id="hour", language="ja", products="", turns=said))
    began = time.perf_counter()
    found = reader.read(long_call)
    return {
        "turns": len(said),
        "insights": len(found.insights),
        "seconds": round(time.perf_counter() - began, 1),
        "peak MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def quiet() -> dict[str, dict[str, float]]:
    """Return false labels and lines for each kind of talk without signals."""
    reader = load_analyser()
    result = {}
    for name, calls in {
        "consultation": read_consultations(DATA / "asdc" / "dialog_act.tsv")[TRAINED_CONSULTATIONS:],
        "everyday": list(everyday()),
    }.items():
        labels = lines = 0
        for call in calls:
            found = reader.read(conversation(call)).turns
            for turn, labelled in zip(call.turns, found, strict=True):
                if turn.speaker != "rep" and turn.known == frozenset(LABELS):
                    lines += 1
                    labels += len(labelled.labels)
        if lines:
            result[name] = {"lines": lines, "labels": labels, "in 1,000 lines": round(1000 * labels / lines, 1)}
    return result


def everyday() -> Iterable[TrainingCall]:
    """Yield conversations about nothing to sell: a blank line parts them, two speakers alternate by name."""
    from training.calls import TrainingTurn

    if not EVERYDAY.is_file():
        return
    for number, block in enumerate(EVERYDAY.read_text(encoding="utf-8").strip().split("\n\n")):
        language, *lines = block.splitlines()
        turns = tuple(
            TrainingTurn(speaker=speaker, text=text, labels=frozenset(), sentiment=1)
            for speaker, _, text in (line.partition("\t") for line in lines)
        )
        yield TrainingCall(id=f"everyday-{number}", language=language.strip("# "), products="", turns=turns)


def recognised(audio: Path, gold: Path) -> dict[str, float]:
    """Return the labels' micro-F1 on the true text and on the recogniser's, and the drop."""
    reader = load_analyser()
    counts = {"true": [0, 0, 0], "recognised": [0, 0, 0]}
    for sound in sorted(audio.glob("*.stereo.flac")):
        name = sound.name.removesuffix(".stereo.flac")
        if not (gold / f"{name}.json").is_file():
            continue
        right = json.loads((gold / f"{name}.json").read_text(encoding="utf-8"))
        times = json.loads((audio / f"{name}.json").read_text(encoding="utf-8"))["turns"]
        call = read_transcript(gold / f"{name}.json")
        heard = as_heard(call, times, sound)
        for form, conversation_ in (("true", call), ("recognised", heard)):
            for turn, labelled in zip(right["turns"], reader.read(conversation_).turns, strict=True):
                wanted, found = set(turn["labels"]), {score.signal.value for score in labelled.labels}
                counts[form][0] += len(wanted & found)
                counts[form][1] += len(found - wanted)
                counts[form][2] += len(wanted - found)
    score = {form: 2 * hit / max(1, 2 * hit + extra + missed) for form, (hit, extra, missed) in counts.items()}
    return {**{k: round(v, 3) for k, v in score.items()}, "drop": round(score["true"] - score["recognised"], 3)}


def as_heard(call: Conversation, times: list[dict[str, object]], sound: Path) -> Conversation:
    """Return the call with each turn's text as the recogniser wrote it."""
    words = heard_words(sound, call.language, max(float(str(time_["end"])) for time_ in times))
    between = "" if call.language == "ja" else " "
    turns = []
    for turn, time_ in zip(call.turns, times, strict=True):
        start, end = float(str(time_["start"])), float(str(time_["end"]))
        side = "rep" if turn.role is Role.REP else "customer"
        inside = [w for w in words[side] if start - MARGIN <= (w.span.start + w.span.end) / 2 <= end + MARGIN]
        words[side] = [word for word in words[side] if word not in inside]
        turns.append(Turn(index=turn.index, speaker=turn.speaker, text=between.join(w.text.strip() for w in inside)))
    return replace(call, turns=tuple(turns))


def heard_words(sound: Path, language: str, seconds: float) -> dict[str, list[Word]]:
    """Return the words of each side."""
    from insight_desktop import pipeline
    from insight_desktop.asr.faster_whisper import FasterWhisper
    from insight_desktop.asr.model_files import whisper_model
    from insight_desktop.domain.events import SegmentReady, StageDone
    from insight_desktop.domain.request import ProcessRequest
    from insight_desktop.pipeline import Models

    def unused() -> None:
        raise AssertionError

    transcriber = FasterWhisper(whisper_model())
    models = Models(transcriber=lambda: transcriber, diarizer=unused, understand=unused)
    request = ProcessRequest(
        meeting_id="m", audio_path=str(sound), channels=2, total_s=seconds, language=language, rep_channel=0
    )
    sides = ("rep", "customer")
    words: dict[str, list[Word]] = {side: [] for side in sides}
    for event in pipeline.transcribe(request, models):
        if isinstance(event, StageDone):
            break
        if isinstance(event, SegmentReady) and event.segment.channel is not None:
            words[sides[event.segment.channel]].extend(event.segment.words)
    return words


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("hour", "quiet", "recognised"))
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--turns", type=int, default=800)
    options = parser.parse_args()
    match options.what:
        case "hour":
            result: object = hour(options.turns)
        case "quiet":
            result = quiet()
        case _:
            result = recognised(*options.folders)
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
