"""Columns for tests, made of voices as the store would make them."""

import json
from collections.abc import Iterable, Sequence

import numpy as np

from insight_desktop.domain.trend import NamedTheme, Theme, Voice
from insight_desktop.store.trend_columns import KINDS, METRICS, NONE, OUTCOMES, TrendColumns
from insight_desktop.trends.overview import TrendTable


def table_of(voices: Sequence[Voice], themes: Iterable[Theme]) -> TrendTable:
    """Count these voices; a meeting is what its first voice says of it."""
    codes: dict[str, int] = {}

    def code(field: str, value: str) -> int:
        return codes.setdefault(f"{field}:{value}", len(codes) + 1) if value else NONE

    firsts: dict[str, Voice] = {}
    for voice in voices:
        firsts.setdefault(voice.meeting_id, voice)
    meetings = {
        "number": list(range(1, len(firsts) + 1)),
        "day": [voice.held_on.toordinal() for voice in firsts.values()],
        "outcome": [OUTCOMES.index(voice.outcome) for voice in firsts.values()],
        "signals": [0] * len(firsts),
        "analysed": [1] * len(firsts),
        "customer": [
            code("customer", voice.customer_id) if voice.customer_id else -2 - n
            for n, voice in enumerate(firsts.values())
        ],
        **{
            field: [code(field, getattr(voice, field)) for voice in firsts.values()]
            for field in ("language", "segment", "industry", "rep")
        },
        "products": [code("p", json.dumps(v.products) if v.products else "") for v in firsts.values()],
        **{field: [NONE] * len(firsts) for field in ("channel", "stage", "tags")},
    }
    theme_of = {member: theme.id for theme in themes for member in theme.members}
    rows = list(firsts)
    said: dict[str, int] = {}
    places = [said.setdefault(v.meeting_id, -1) for v in voices]
    for n, voice in enumerate(voices):
        said[voice.meeting_id] += 1
        places[n] = said[voice.meeting_id]
    table = {
        "meeting": [rows.index(voice.meeting_id) for voice in voices],
        "place": places,
        "kind": [KINDS.index(voice.kind) for voice in voices],
        "theme": [code("theme", theme_of.get(voice.insight_id, "")) for voice in voices],
    }
    columns = TrendColumns(
        meetings={name: np.array(column, np.int32) for name, column in meetings.items()},
        metrics=np.full((len(firsts), len(METRICS)), np.nan, np.float32),
        voices={name: np.array(column, np.int32) for name, column in table.items()},
        values={number: text.partition(":")[2] for text, number in codes.items() if not text.startswith("customer:")},
    )
    return TrendTable(columns, (NamedTheme(id=theme.id, name=theme.name, kind=theme.kind) for theme in themes))
