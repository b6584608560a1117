"""Which meetings count on the manager's page; every field combines with every other."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.meeting import Outcome
from insight_desktop.store.trend_columns import NONE, OUTCOMES, TrendColumns

Mask = NDArray[np.bool_]

_COLUMN_OF = {
    "segments": "segment",
    "industries": "industry",
    "reps": "rep",
    "languages": "language",
    "channels": "channel",
    "stages": "stage",
}
_LIST_OF = {"products": "products", "tags": "tags"}
FIELDS = (*_COLUMN_OF, *_LIST_OF)
"""Fields of `TrendFilter` that hold values which occur in the workspace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendFilter:
    """Which voices count; an empty tuple means all."""

    since: dt.date | None = None
    until: dt.date | None = None
    kinds: tuple[InsightKind, ...] = ()
    segments: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    """What the customer has of ours."""
    reps: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    """Of the deal."""
    outcomes: tuple[Outcome, ...] = ()
    languages: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """What the user wrote: tags of the customer or of the meeting, and own fields of the customer as `name: value`."""


def choose(wanted: TrendFilter, field: str, values: Iterable[str]) -> TrendFilter:
    """Return the filter with other values in one of FIELDS."""
    change: dict[str, Any] = {field: tuple(values)}
    return replace(wanted, **change)


class MeetingFinder:
    """Finds the meetings that a filter lets through."""

    def __init__(self, columns: TrendColumns) -> None:
        """Read what lists stand for, once."""
        self._columns = columns
        self._numbers: dict[str, dict[str, list[int]]] = {}
        for field in FIELDS:
            self._numbers[field] = self._values(field)

    def choices(self, field: str) -> tuple[str, ...]:
        """Return the values that occur in a field of `TrendFilter`, sorted."""
        return tuple(sorted(self._numbers[field]))

    def mask(self, wanted: TrendFilter) -> Mask:
        """Return for each meeting whether it counts; `kinds` is a matter of voices."""
        meetings = self._columns.meetings
        mask = np.ones(len(meetings["day"]), np.bool_)
        if wanted.since:
            mask &= meetings["day"] >= wanted.since.toordinal()
        if wanted.until:
            mask &= meetings["day"] <= wanted.until.toordinal()
        if wanted.outcomes:
            mask &= np.isin(meetings["outcome"], [OUTCOMES.index(outcome) for outcome in wanted.outcomes])
        for field, known in self._numbers.items():
            values: tuple[str, ...] = getattr(wanted, field)
            if values:
                codes = [code for value in values for code in known.get(value, ())]
                mask &= np.isin(meetings[_COLUMN_OF.get(field) or _LIST_OF[field]], codes)
        return mask

    def _values(self, field: str) -> dict[str, list[int]]:
        """Return for each value the codes under which it occurs."""
        column = self._columns.meetings[_COLUMN_OF.get(field) or _LIST_OF[field]]
        found: dict[str, list[int]] = {}
        for code in np.unique(column):
            if code != NONE:
                text = self._columns.values[int(code)]
                for value in json.loads(text) if field in _LIST_OF else (text,):
                    found.setdefault(value, []).append(int(code))
        return found
