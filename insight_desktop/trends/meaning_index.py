"""Finds the utterances that mean most nearly what is asked, among hundreds of thousands."""

import threading
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.ids import MeetingId
from insight_desktop.store.meanings import MeaningColumns, Meanings

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

CANDIDATES = 400
_CHUNK = 65_536


class Near(NamedTuple):
    """An utterance and how near it is."""

    segment: int
    meeting_id: MeetingId
    likeness: float


@dataclass(frozen=True, slots=True)
class _Found:
    places: NDArray[np.int64]
    likeness: Floats


class MeaningIndex:
    """All utterances in memory, 48 bytes each."""

    def __init__(self, meanings: Meanings) -> None:
        """Read the signs."""
        self._meanings = meanings
        self._lock = threading.Lock()
        self.columns: MeaningColumns = meanings.columns()

    def __len__(self) -> int:
        """Return how many utterances there are."""
        return len(self.columns.segments)

    def mask(self, meetings: frozenset[MeetingId]) -> Mask:
        """Return for each utterance whether its meeting is one of these."""
        wanted = np.array([ident in meetings for ident in self.columns.meeting_ids], np.bool_)
        return wanted[self.columns.meeting] if len(wanted) else np.zeros(0, np.bool_)

    def nearest(
        self, vector: Floats, limit: int, *, within: Mask | None = None, least: float = 0.0
    ) -> tuple[Near, ...]:
        """Return the utterances nearest to a direction, the nearest first.

        Args:
            vector: length one.
            limit: how many at most.
            within: which utterances may be returned.
            least: cosine under which nothing is near.
        """
        found = self._search(vector, max(CANDIDATES, 2 * limit), within)
        keep = found.likeness >= least
        order = np.argsort(-found.likeness[keep], kind="stable")[:limit]
        places, likeness = found.places[keep][order], found.likeness[keep][order]
        return tuple(
            Near(
                segment=int(self.columns.segments[place]),
                meeting_id=self.columns.meeting_ids[self.columns.meeting[place]],
                likeness=float(value),
            )
            for place, value in zip(places, likeness, strict=True)
        )

    def _search(self, vector: Floats, candidates: int, within: Mask | None) -> _Found:
        places = np.arange(len(self)) if within is None else np.flatnonzero(within)
        bits = np.packbits(vector > 0).view("<u8")
        table = self.columns.bits if within is None else self.columns.bits[places]
        apart = np.empty(len(places), np.uint16)
        for at in range(0, len(places), _CHUNK):  # what fits into the processor's cache is quicker
            part = np.bitwise_count(table[at : at + _CHUNK] ^ bits)
            apart[at : at + _CHUNK] = part.sum(axis=1, dtype=np.uint16)
        if len(places) > candidates:
            chosen = np.argpartition(apart, candidates)[:candidates]
            places = places[np.sort(chosen)]
        if not len(places):
            return _Found(places, np.zeros(0, np.float32))
        return _Found(places, self._meanings.vectors(self.columns, places) @ vector)
