"""Settings as JSON values and back; a wrong value costs only itself."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from enum import StrEnum
from typing import Any

from insight_desktop.settings.options import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Settings that were read, and which of their values were wrong and became the default."""

    settings: Settings
    wrong: tuple[str, ...] = ()


def encode(settings: Settings) -> dict[str, dict[str, Any]]:
    """Return the settings as JSON values, group by group."""
    return {
        group.name: {
            declared.name: _plain(getattr(getattr(settings, group.name), declared.name))
            for declared in fields(getattr(settings, group.name))
        }
        for group in fields(Settings)
    }


def decode(content: Mapping[str, Any]) -> Decoded:
    """Return the settings that the JSON values say; unknown keys are passed over."""
    default, wrong, groups = Settings(), [], {}
    for group in fields(Settings):
        values = content.get(group.name, {})
        if not isinstance(values, Mapping):
            wrong.append(group.name)
            values = {}
        kept = getattr(default, group.name)
        chosen = {}
        for declared in fields(kept):
            if declared.name not in values:
                continue
            try:
                chosen[declared.name] = _checked(values[declared.name], declared, getattr(kept, declared.name))
            except ValueError:
                wrong.append(f"{group.name}.{declared.name}")
        groups[group.name] = type(kept)(**chosen)
    return Decoded(settings=Settings(**groups), wrong=tuple(wrong))


def _plain(value: Any) -> Any:
    match value:
        case tuple():
            return list(value)
        case StrEnum():
            return value.value
        case _:
            return value


def _checked(value: Any, declared: Field[Any], default: Any) -> Any:
    """Return the value as its option wants it.

    Raises:
        ValueError: it is of another kind, not among the choices, or out of bounds.
    """
    match default:
        case StrEnum():
            return type(default)(value)
        case bool():  # before int, which it is a kind of
            if isinstance(value, bool):
                return value
        case int() if isinstance(value, int) and not isinstance(value, bool):
            low, high = declared.metadata["low"], declared.metadata["high"]
            if (low is None or low <= value) and (high is None or value <= high):
                return value
        case str() if isinstance(value, str):
            return value
        case tuple() if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
    message = f"{declared.name} cannot be {value!r}"
    raise ValueError(message)
