"""The shipped model's labels of training calls, kept in a file between runs: reading them takes minutes."""

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.insight import LabelledTurn, ObjectionKind, Sentiment, Signal, SignalScore, VendorMark
from insight_desktop.insights.trained_signaller import TrainedSignaller


def labels_of(
    conversations: Sequence[Conversation], *, keep: Path | None = None
) -> dict[str, tuple[LabelledTurn, ...]]:
    """Return the labels of each call by its id, from the file where it has them."""
    kept: dict[str, Any] = json.loads(keep.read_text(encoding="utf-8")) if keep is not None and keep.exists() else {}
    signaller: TrainedSignaller | None = None
    for conversation in conversations:
        if conversation.id not in kept:
            signaller = signaller or TrainedSignaller()
            kept[conversation.id] = [dataclasses.asdict(turn) for turn in signaller.label(conversation)]
    if keep is not None:
        keep.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    return {
        conversation.id: tuple(labelled_turn(row) for row in kept[conversation.id]) for conversation in conversations
    }


def labelled_turn(row: dict[str, Any]) -> LabelledTurn:
    """Return a turn as it was kept."""

    def scores(name: str) -> tuple[SignalScore, ...]:
        return tuple(SignalScore(**{**score, "signal": Signal(score["signal"])}) for score in row[name])

    return LabelledTurn(
        index=row["index"],
        labels=scores("labels"),
        leanings=scores("leanings"),
        sentiment=Sentiment(row["sentiment"]),
        sentiment_confidence=row["sentiment_confidence"],
        vendors=tuple(VendorMark(**mark) for mark in row["vendors"]),
        objection=None if row["objection"] is None else ObjectionKind(row["objection"]),
    )
