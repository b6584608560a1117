"""The training calls that were held out, and how a signaller does on them."""

from pathlib import Path

from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.insight import Signal
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.insights.evaluation import Evaluation
from insight_desktop.insights.signals import Signaller
from training.calls import SENTIMENTS, TrainingCall, read_calls, split

CALLS = Path(__file__).parents[2] / "training" / "data" / "calls"


def held_out_calls() -> list[TrainingCall]:
    """Return the calls that no weight was fitted on."""
    return split(read_calls(CALLS))[1]


def conversation_of(language: str, turns: list[tuple[str, str]], products: str = "") -> Conversation:
    """Return a conversation of (speaker, text)."""
    return Conversation(
        id="held-out",
        language=language,
        turns=tuple(Turn(index=n, speaker=SpeakerLabel(who), text=text) for n, (who, text) in enumerate(turns)),
        customer=CustomerContext(current_products=tuple(products.split(";")) if products else ()),
    )


def scored(signaller: Signaller, calls: list[TrainingCall]) -> tuple[float, float]:
    """Return micro-F1 of the labels and macro-F1 of the sentiment."""
    evaluation = Evaluation()
    for call in calls:
        labelled = signaller.label(
            conversation_of(call.language, [(turn.speaker, turn.text) for turn in call.turns], call.products)
        )
        gold = [
            {"i": n, "speaker": turn.speaker, "labels": sorted(turn.labels), "sentiment": SENTIMENTS[turn.sentiment]}
            for n, turn in enumerate(call.turns)
        ]
        found = [
            {"i": n, "labels": [Signal(score.signal).value for score in turn.labels], "sentiment": turn.sentiment.value}
            for n, turn in enumerate(labelled)
        ]
        nothing = {"insights": [], "facts": {}, "next_steps": [], "suggestions": {"expected": [], "timing": "later"}}
        evaluation.add({"turns": gold, **nothing}, {"turns": found})
    result = evaluation.result()
    return result["label_micro_f1"], result["sentiment_macro_f1"]
