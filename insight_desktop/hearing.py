"""Hears history and sentences with the label network, so that trackers can compare them (`trends.few_shot`)."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from insight_desktop import finding
from insight_desktop.domain.speaker import Role, SpeakerLabel, role_of
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.nlp.light_turn_reader import SeenTurns
from insight_desktop.nlp.signals_model import SpokenTurn
from insight_desktop.store.traits import TraitRows
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.few_shot import Heard, Pieces, Usual

FEWEST = 50
"""Utterances below which nothing is known of what is usual."""
_BACKGROUND, _ALONE = 4000, 96


class TraitReader(Protocol):
    """What sees traits in turns: the label network, or a fake in tests."""

    @property
    def version(self) -> str:
        """Name and version of the model."""
        ...

    def see(self, turns: Sequence[SpokenTurn]) -> SeenTurns:
        """Read one conversation."""
        ...

    def alone(self, texts: Sequence[str]) -> SeenTurns:
        """Read each text by itself."""
        ...

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the word pieces of texts."""
        ...


def enter_traits(
    workspace: Workspace, reader: TraitReader, *, limit: int = 20, stop: Callable[[], bool] = lambda: False
) -> int:
    """Enter the traits of meetings that have meanings but were not read by this model yet, the newest first.

    Returns:
        How many meetings were entered; 0 once all are.
    """
    done = 0
    version = reader.version
    for meeting_id in workspace.traits.waiting(version, limit):
        if stop():
            break
        said = workspace.meanings.utterances(meeting_id)
        seen = reader.see([SpokenTurn(text=each.text, role=_role(each.speaker)) for each in said])
        place_of = {each.number: place for place, each in enumerate(said)}
        places = [place_of[number] for number in workspace.traits.segments(meeting_id)]
        workspace.traits.put(
            meeting_id,
            version,
            seen.states[places],
            seen.scores[places],
            reader.pieces([said[place].text for place in places]),
        )
        done += 1
    return done


class Listener:
    """Hears for trackers; what is usual is learned at the first question and kept."""

    def __init__(self, workspace: Workspace, embedder: Embedder, reader: TraitReader) -> None:
        """Learn nothing yet."""
        self._workspace, self._embedder, self._reader = workspace, embedder, reader
        self._usual: Usual | None = None

    @property
    def made_by(self) -> str:
        """The model whose traits are heard."""
        return self._reader.version

    def usual(self) -> Usual | None:
        """Return what talk is usually like; None while too little was entered."""
        known = 0 if self._usual is None else len(self._usual.background)
        if known < _BACKGROUND // 2:
            sample = self._workspace.traits.sample(self.made_by, _BACKGROUND)
            if len(sample.segments) >= max(FEWEST, 2 * known):
                self._usual = Usual.of(heard(sample), self.sentences(self._texts(sample)))
        return self._usual

    def sentences(self, texts: Sequence[str]) -> Heard:
        """Hear sentences one by one, as if a customer had said them."""
        seen = self._reader.alone(texts)
        pieces = [sorted(set(each)) for each in self._reader.pieces(texts)]
        return Heard(
            meanings=finding.directions(list(texts), self._embedder),
            states=seen.states,
            scores=seen.scores,
            pieces=Pieces(
                counts=np.array([len(each) for each in pieces], np.int64),
                ids=np.array([piece for each in pieces for piece in each], np.int64),
            ),
        )

    def _texts(self, sample: TraitRows) -> list[str]:
        step = max(1, len(sample.segments) // _ALONE)
        hits = self._workspace.search.segments([int(number) for number in sample.segments[::step][:_ALONE]])
        return [hit.text for hit in hits]


def heard(rows: TraitRows) -> Heard:
    """Return stored utterances as trackers take them."""
    return Heard(
        meanings=rows.meanings,
        states=rows.states,
        scores=rows.scores,
        pieces=Pieces(counts=rows.piece_counts, ids=rows.pieces),
    )


def _role(speaker: str) -> str:
    role = role_of(SpeakerLabel(speaker))
    return "other" if role is Role.CUSTOMER and speaker != "customer" else role.value
