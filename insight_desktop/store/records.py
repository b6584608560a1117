"""What all repositories share: the clock, tombstones, and small columns that hold lists."""

import datetime as dt
import json
from collections.abc import Iterable

from insight_desktop.store.database import Database


def now() -> str:
    """Return the present as the text that the columns hold; it sorts by time."""
    return at(dt.datetime.now(dt.UTC))


def at(moment: dt.datetime) -> str:
    """Return an aware moment as text in UTC, always equally long."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def moment(text: str) -> dt.datetime:
    """Return the moment that `at` wrote."""
    return dt.datetime.fromisoformat(text)


def moment_or_none(text: str | None) -> dt.datetime | None:
    """Return the moment, or None for an empty column."""
    return None if text is None else moment(text)


def date_or_none(text: str | None) -> dt.date | None:
    """Return the date, or None for an empty column."""
    return None if text is None else dt.date.fromisoformat(text)


def text_or_none(date: dt.date | None) -> str | None:
    """Return the date as text, or None."""
    return None if date is None else date.isoformat()


def as_list(items: Iterable[object]) -> str:
    """Return a list as a JSON column."""
    return json.dumps(list(items), ensure_ascii=False, separators=(",", ":"))


def texts(column: str) -> tuple[str, ...]:
    """Return a JSON column of texts."""
    return tuple(json.loads(column))


def numbers(column: str) -> tuple[int, ...]:
    """Return a JSON column of turn indexes."""
    return tuple(json.loads(column))


def trash(db: Database, table: str, record_id: str) -> bool:
    """Leave a tombstone; returns whether the record was alive."""
    moment_now = now()
    sql = f"UPDATE {table} SET deleted_at = ?, changed_at = ? WHERE id = ? AND deleted_at IS NULL"  # noqa: S608 - names from our code
    return db.run(sql, (moment_now, moment_now, record_id)) > 0


def restore(db: Database, table: str, record_id: str) -> bool:
    """Take the tombstone away again; returns whether there was one."""
    sql = f"UPDATE {table} SET deleted_at = NULL, changed_at = ? WHERE id = ? AND deleted_at IS NOT NULL"  # noqa: S608 - names from our code
    return db.run(sql, (now(), record_id)) > 0
