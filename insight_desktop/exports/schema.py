"""Checks a profile's tables against `profile.schema.json`: the part of JSON Schema that the file uses, no more.

One description of the format serves users' editors and the program; each mistake says where it stands.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from insight_desktop import paths

_TYPES: Mapping[str, type] = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}
Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What is wrong with a profile, where; worded in `export_wording.PROFILE_FAULTS`."""

    fault: str
    at: str
    detail: str = ""


def folder() -> Path:
    """Return the folder of the built-in profiles."""
    return paths.resources() / "profiles"


@cache
def _schema() -> Node:
    schema: Node = json.loads((folder() / "profile.schema.json").read_text("utf-8"))
    return schema


def mistakes(tables: Mapping[str, Any]) -> Iterator[Mistake]:
    """Yield everything in the tables that the schema does not allow."""
    yield from _check(tables, _schema(), "")


def _resolved(node: Node) -> Node:
    reference = node.get("$ref")
    return _schema()["$defs"][reference.rsplit("/", 1)[1]] if reference else node


def _check(value: Any, node: Node, at: str) -> Iterator[Mistake]:  # noqa: C901 - one branch a keyword
    node = _resolved(node)
    for part in node.get("allOf", ()):
        yield from _check(value, part, at)
    choices = node.get("anyOf")
    if choices is not None and all(any(True for _ in _check(value, each, at)) for each in choices):
        yield Mistake(fault="wrong_type", at=at, detail=" / ".join(each["type"] for each in choices))
    allowed = node.get("enum")
    if allowed is not None and value not in allowed:
        yield Mistake(fault="not_one_of", at=at, detail=", ".join(allowed))
    name = node.get("type")
    if name is None:
        return
    # In Python a bool is an int; in TOML it is not.
    if not isinstance(value, _TYPES[name]) or (name == "integer" and isinstance(value, bool)):
        yield Mistake(fault="wrong_type", at=at, detail=name)
        return
    match value:
        case dict():
            yield from _check_table(value, node, at)
        case list():
            if len(value) < node.get("minItems", 0):
                yield Mistake(fault="too_few", at=at, detail=str(node["minItems"]))
            for position, item in enumerate(value):
                yield from _check(item, node["items"], f"{at}[{position + 1}]")
        case str() if "pattern" in node and not re.search(node["pattern"], value):
            yield Mistake(fault="malformed", at=at, detail=value)
        case int() if value < node.get("minimum", value):
            yield Mistake(fault="too_small", at=at, detail=str(node["minimum"]))


def _check_table(table: Mapping[str, Any], node: Node, at: str) -> Iterator[Mistake]:
    for key in node.get("required", ()):
        if key not in table:
            yield Mistake(fault="missing_key", at=_below(at, key))
    known = node.get("properties", {})
    # A table that only adds `required` to another one lists no properties and forbids none.
    others = node.get("additionalProperties", True)
    for key, value in table.items():
        if key in known:
            yield from _check(value, known[key], _below(at, key))
        elif others is False:
            yield Mistake(fault="unknown_key", at=_below(at, key))
        elif others is not True:
            yield from _check(value, others, _below(at, key))


def _below(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key
