"""`trends`: what customers say and what won meetings differ in, as the manager's page shows it."""

import argparse
import datetime as dt
import json
from dataclasses import asdict, replace
from enum import Enum
from typing import Any

import numpy as np

from insight_desktop import deciding, digesting, overviews, paths, wording
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.trend import Pattern
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.features import FeatureKind, split_key
from insight_desktop.trends.filters import FIELDS, TrendFilter, choose
from insight_desktop.trends.overview import Period, ThemeRow, TrendTable, following

SUMMARY = "Prints what many customers say: themes by number of customers, and what won meetings differ in."

_GROUPS = {"segment": "segments", "product": "products", "rep": "reps", "month": "month"}
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
    for field in FIELDS:
        option = {"industries": "industry"}.get(field, field.removesuffix("s"))
        parser.add_argument(f"--{option}", dest=field, action="append", default=[], metavar="VALUE")
    parser.add_argument("--group-by", choices=list(_GROUPS), help="one table for each value")


def run(options: argparse.Namespace) -> int:
    """Print the tables."""
    folder = options.workspace or paths.default_workspace()
    if not folder.is_dir():
        raise KnownError(ErrorCode.NOT_FOUND, name=folder)
    wanted = TrendFilter(
        since=options.since, until=options.until, **{field: tuple(getattr(options, field)) for field in FIELDS}
    )
    with Workspace.open(folder) as workspace:
        table = overviews.trend_table(workspace)
        tables = _tables(table, wanted, options.group_by)
        found = overviews.patterns(workspace, table, wanted)
        reasons = deciding.decision_reasons(workspace)
        warned = digesting.warnings_of(workspace, dt.datetime.now().astimezone().date())
        names = {theme.id: theme.name for theme in table.themes}
    if options.json:
        more = {
            "decision_reasons": [_plain(asdict(reason)) for reason in reasons],
            "warnings": [_plain(asdict(warning)) for warning in warned],
        }
        print(json.dumps(_as_json(tables, found, names) | more, ensure_ascii=False, indent=2))
    else:
        _print(tables)
    return 0


def _tables(table: TrendTable, wanted: TrendFilter, group: str | None) -> dict[str, tuple[ThemeRow, ...]]:
    """Return the themes of each group; without a group there is one, named by nothing."""
    today = dt.datetime.now().astimezone().date()
    if group is None:
        return {"": table.rows(wanted, Period.MONTH, today)}
    if group == "month":
        filters = {f"{start:%Y-%m}": _month(wanted, start) for start in _months(table, wanted)}
    else:
        values = table.choices(_GROUPS[group])
        filters = {value: choose(wanted, _GROUPS[group], (value,)) for value in values}
    return {name: table.rows(filters[name], Period.MONTH, today) for name in filters}


def _months(table: TrendTable, wanted: TrendFilter) -> list[dt.date]:
    days = table.columns.meetings["day"][table.finder.mask(wanted)]
    found = {dt.date.fromordinal(int(day)).replace(day=1) for day in np.unique(days)}
    return sorted(found)


def _month(wanted: TrendFilter, start: dt.date) -> TrendFilter:
    last = following(start, Period.MONTH) - dt.timedelta(days=1)
    return replace(
        wanted,
        since=max(start, wanted.since) if wanted.since else start,
        until=min(last, wanted.until) if wanted.until else last,
    )


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
        "patterns": [{"name": _name(pattern.feature, names), **_plain(asdict(pattern))} for pattern in patterns],
    }


def _name(feature: str, themes: dict[str, str]) -> str:
    kind, name = split_key(feature)
    return themes.get(name, "") if kind is FeatureKind.THEME else name


def _plain(value: Any) -> Any:
    """Return dates as text and enums as their value, all the way down."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
