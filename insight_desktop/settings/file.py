"""Loads and saves the settings: one JSON file, written whole or not at all."""

import contextlib
import json
import logging
import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from insight_desktop import paths
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.settings import upgrades
from insight_desktop.settings.codec import decode, encode
from insight_desktop.settings.options import Settings

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Settings as they were found, and what to tell the user."""

    settings: Settings
    wrong: tuple[str, ...] = ()
    """Options whose value could not be used; they have their default."""
    problem: KnownError | None = None
    """The file as a whole could not be used; the settings are the defaults and the file was kept aside."""


class SettingsFile:
    """The file of one user's settings."""

    def __init__(self, path: Path | None = None) -> None:
        """Use the file in the user's data folder unless another is named."""
        self.path = path or paths.user_data() / "settings.json"

    def load(self) -> Loaded:
        """Return what the user chose; never raises for a file's content."""
        if not self.path.exists():
            return Loaded(settings=Settings())
        try:
            content = _read(self.path)
            upgraded = upgrades.upgrade(content)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            _log.warning("the settings cannot be used: %s", type(error).__name__)
            return Loaded(settings=Settings(), problem=self._set_aside())
        if upgraded["schema_version"] != content.get("schema_version", 1):
            self._back_up(".bak")
        decoded = decode(upgraded)
        if decoded.wrong:
            _log.warning("options with a wrong value: %s", ", ".join(decoded.wrong))
        return Loaded(settings=decoded.settings, wrong=decoded.wrong)

    def save(self, settings: Settings) -> None:
        """Write the settings; keys of the file that this version does not know stay in it.

        Raises:
            KnownError: SETTINGS_NOT_SAVED; the file is then as it was.
        """
        content = _merged(self._unknown(), encode(settings))
        try:
            _write_atomically(self.path, json.dumps(content, ensure_ascii=False, indent=2))
        except OSError as error:
            raise KnownError(ErrorCode.SETTINGS_NOT_SAVED, path=self.path, reason=error.strerror) from error

    def _unknown(self) -> dict[str, Any]:
        try:
            return upgrades.upgrade(_read(self.path))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {"schema_version": upgrades.current_version()}

    def _set_aside(self) -> KnownError:
        return KnownError(ErrorCode.SETTINGS_DAMAGED, path=self.path, backup=self._back_up(".damaged"))

    def _back_up(self, suffix: str) -> Path:
        backup = self.path.with_name(self.path.name + suffix)
        with contextlib.suppress(OSError):
            shutil.copy2(self.path, backup)
        return backup


def with_option(settings: Settings, group: str, name: str, value: Any) -> Settings:
    """Return the settings with one option changed.

    Raises:
        ValueError: the option cannot have this value.
    """
    changed = decode({**encode(settings), group: {**encode(settings)[group], name: _jsonable(value)}})
    if changed.wrong:
        message = f"{group}.{name} cannot be {value!r}"
        raise ValueError(message)
    return replace(settings, **{group: getattr(changed.settings, group)})


def _jsonable(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _read(path: Path) -> dict[str, Any]:
    content = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        message = "the settings are not an object"
        raise TypeError(message)
    return content


def _merged(old: dict[str, Any], new: dict[str, dict[str, Any]]) -> dict[str, Any]:
    merged = dict(old)
    for group, values in new.items():
        kept = old.get(group)
        merged[group] = {**(kept if isinstance(kept, dict) else {}), **values}
    return merged


def _write_atomically(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as stream:
        try:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        except OSError:
            with contextlib.suppress(OSError):  # it tries once more to write what did not fit
                stream.close()
            Path(stream.name).unlink(missing_ok=True)
            raise
    os.replace(stream.name, path)  # noqa: PTH105 - the name is a str
