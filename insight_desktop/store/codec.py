"""Frozen values to JSON and back, by their type hints; the one codec of the disk."""

import dataclasses
import datetime as dt
import functools
import json
import types
import typing
from enum import Enum
from typing import Any, TypeVar

V = TypeVar("V")


def dumps(value: object) -> str:
    """Return a value as compact JSON; fields that hold their default are left out."""
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[V], text: str) -> V:
    """Return the value of type `kind` that `dumps` wrote; fields that it does not know are ignored."""
    return typing.cast("V", from_plain(kind, json.loads(text)))


def to_plain(value: object) -> Any:
    """Return dataclasses as dicts, tuples as lists, enums and dates as text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        defaults = {field.name: field.default for field in dataclasses.fields(value)}
        return {
            name: to_plain(item)
            for name, item in plain.items()
            if type(item) is not type(defaults[name]) or item != defaults[name]
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, tuple | list | frozenset):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: Any, plain: Any) -> Any:  # noqa: PLR0911 - one return for each shape of type
    """Return the value of the hinted type `kind` from what `to_plain` made."""
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        choices = [choice for choice in typing.get_args(kind) if choice is not type(None)]
        return None if plain is None else from_plain(choices[0], plain)
    if origin is tuple:
        parts = typing.get_args(kind)
        if parts[-1] is Ellipsis:
            return tuple(from_plain(parts[0], item) for item in plain)
        return tuple(from_plain(part, item) for part, item in zip(parts, plain, strict=True))
    if isinstance(kind, typing.NewType):
        return plain
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: from_plain(hints[name], item) for name, item in plain.items() if name in hints})
    if issubclass(kind, Enum):
        return kind(plain)
    if kind in (dt.datetime, dt.date):
        return kind.fromisoformat(plain)
    return float(plain) if kind is float else plain


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
