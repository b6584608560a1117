"""What the scores of `evaluate` must not fall below, kept in a file so that they only rise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Limits of scores by their names; a dot goes down one level: `labels.pain.r`."""

    at_least: Mapping[str, float] = field(default_factory=dict)
    at_most: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Read the content of a bounds file.

        Raises:
            TypeError: it holds something else than the two tables.
            ValueError: a limit is no number.
        """
        tables = {name: {key: float(value) for key, value in table.items()} for name, table in content.items()}
        return cls(**tables)

    def missed(self, result: Mapping[str, Any]) -> Iterator[str]:
        """Yield one line for each score that is missing or beyond its limit."""
        for name, least in self.at_least.items():
            value = _value(result, name)
            if value is None or value < least:
                yield f"{name}: {value}, at least {least}"
        for name, most in self.at_most.items():
            value = _value(result, name)
            if value is None or value > most:
                yield f"{name}: {value}, at most {most}"


def _value(result: Mapping[str, Any], name: str) -> float | None:
    found: Any = result
    for key in name.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return None if found is None else float(found)
