"""Measures the signals model: seconds and memory for a one-hour call, and labels where there should be none.

python benchmarks/signals.py [--turns 800]
"""

import argparse
import resource
import time
from pathlib import Path

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.insights.signals import RuleSignaller, Signaller
from insight_desktop.insights.trained_signaller import TrainedSignaller
from training.calls import LABELS, TrainingCall, read_calls, read_consultations, split
from training.train_ngrams import DATA

TRAINED_CONSULTATIONS = 45


def conversation(call: TrainingCall) -> Conversation:
    """Return a training call as the analyser gets it."""
    return Conversation(
        id=call.id,
        language=call.language,
        turns=tuple(
            Turn(index=n, speaker=SpeakerLabel(turn.speaker), text=turn.text) for n, turn in enumerate(call.turns)
        ),
    )


def false_labels(signaller: Signaller, path: Path) -> tuple[int, int]:
    """Return labels and lines of consultation talk that is no sale; what it asks for is not judged."""
    labels = lines = 0
    for call in read_consultations(path)[TRAINED_CONSULTATIONS : TRAINED_CONSULTATIONS + 60]:
        for turn, labelled in zip(call.turns, signaller.label(conversation(call)), strict=True):
            if turn.speaker != "rep" and turn.known == frozenset(LABELS):
                lines += 1
                labels += len(labelled.labels)
    return labels, lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=800)
    options = parser.parse_args()
    signallers: tuple[tuple[str, Signaller], ...] = (("rules", RuleSignaller()), ("trained", TrainedSignaller()))
    _, held_out = split(read_calls(DATA / "calls"))
    texts = [turn for call in held_out for turn in call.turns if call.language == "ja"][: options.turns]
    long_call = TrainingCall(id="hour", language="ja", products="", turns=tuple(texts))
    for name, signaller in signallers:
        signaller.label(conversation(held_out[0]))
        began = time.perf_counter()
        signaller.label(conversation(long_call))
        seconds = time.perf_counter() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        labels, lines = false_labels(signaller, DATA / "asdc" / "dialog_act.tsv")
        print(
            f"{name}: {len(texts)} turns in {seconds:.1f} s, peak memory {memory:.0f} MB,",
            f"{labels} false labels in {lines} lines of consultation",
        )


if __name__ == "__main__":
    main()
