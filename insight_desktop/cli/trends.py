"""`trends`: what customers say and what won meetings differ in, as the manager's page shows it."""

import argparse
import datetime as dt
import json
from collections.abc import Callable
from dataclasses import asdict
from enum import Enum
from typing import Any

from insight_desktop import overviews, paths, wording
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.trend import Pattern, Voice
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.overview import Period, ThemeRow, TrendFilter, TrendTable

SUMMARY = "Prints what many customers say: themes by number of customers, and what won meetings differ in."

_GROUPS: dict[str, Callable[[Voice], tuple[str, ...]]] = {
    "segment": lambda voice: (voice.segment,),
    "product": lambda voice: voice.products,
    "rep": lambda voice: (voice.rep,),
    "month": lambda voice: (f"{voice.held_on:%Y-%m}",),
}
_MOST_LINES = 15
_WORDS = {
    "ja": {
        "nobody": "まだ何も集まっていません。",
        "row": "{customers:4} 社 {meetings:4} 件  {kind:16} {name}",
        "all": "全体",
    },
    "en": {
        "nobody": "Nothing has been gathered yet.",
        "row": "{customers:4} customers {meetings:4} meetings  {kind:16} {name}",
        "all": "All",
    },
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--since", type=dt.date.fromisoformat, metavar="DATE", help="from this day on (YYYY-MM-DD)")
    parser.add_argument("--until", type=dt.date.fromisoformat, metavar="DATE", help="up to and including this day")
    parser.add_argument("--group-by", choices=list(_GROUPS), help="one table for each value")


def run(options: argparse.Namespace) -> int:
    """Print the tables."""
    folder = options.workspace or paths.default_workspace()
    if not folder.is_dir():
        raise KnownError(ErrorCode.NOT_FOUND, name=folder)
    wanted = TrendFilter(since=options.since, until=options.until)
    today = dt.datetime.now().astimezone().date()
    with Workspace.open(folder) as workspace:
        voices = workspace.voices.all()
        themes = [stored.theme for stored in workspace.themes.all()]
        tables = {
            value: TrendTable(members, themes).rows(wanted, Period.MONTH, today)
            for value, members in _grouped(voices, options.group_by).items()
        }
        found = overviews.patterns(workspace)
        names = {theme.id: theme.name for theme in themes}
    if options.json:
        print(json.dumps(_as_json(tables, found, names), ensure_ascii=False, indent=2))
    else:
        _print(tables)
    return 0


def _grouped(voices: tuple[Voice, ...], group: str | None) -> dict[str, tuple[Voice, ...]]:
    if group is None:
        return {"": voices}
    groups: dict[str, list[Voice]] = {}
    for voice in voices:
        for value in _GROUPS[group](voice):
            groups.setdefault(value, []).append(voice)
    return {value: tuple(groups[value]) for value in sorted(groups)}


def _print(tables: dict[str, tuple[ThemeRow, ...]]) -> None:
    words = _WORDS[wording.user_language()]
    if not any(tables.values()):
        print(words["nobody"])
        return
    for value, rows in tables.items():
        print(f"\n## {value or words['all']}")
        for row in rows[:_MOST_LINES]:
            print(words["row"].format(customers=row.customers, meetings=row.meetings, kind=row.kind, name=row.name))


def _as_json(
    tables: dict[str, tuple[ThemeRow, ...]], patterns: tuple[Pattern, ...], names: dict[str, str]
) -> dict[str, Any]:
    return {
        "themes": [{"group": value, **_plain(asdict(row))} for value, rows in tables.items() for row in rows],
        "patterns": [{"name": names.get(pattern.feature, ""), **_plain(asdict(pattern))} for pattern in patterns],
    }


def _plain(value: Any) -> Any:
    """Return dates as text and enums as their value, all the way down."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
