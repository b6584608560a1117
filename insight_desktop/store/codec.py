"""Frozen values to JSON columns and back; the one codec of the disk."""

from typing import TypeVar

import msgspec

V = TypeVar("V")


def dumps(value: object) -> str:
    """Return a value as compact JSON."""
    return msgspec.json.encode(value).decode()


def loads(kind: type[V], text: str) -> V:
    """Return the value of type `kind` that `dumps` wrote; unknown fields are ignored, absent ones get their default."""
    return msgspec.json.decode(text, type=kind)
