"""Which sections the minutes have, how they are titled and how long they may be; the user may change it all."""

import json
import os
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from insight_desktop import paths
from insight_desktop.domain.insight import MinutesSection

_FILE = Path("templates") / "minutes.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTemplate:
    """One section: its place in the order is its place in the template."""

    section: MinutesSection
    titles: tuple[tuple[str, str], ...]
    """(language, title) pairs."""
    lines: int

    def title(self, language: str) -> str:
        """Return the title in a language; the section's own name where there is none."""
        return dict(self.titles).get(language, self.section.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesTemplate:
    """The sections in order, and how many characters the minutes may have in each language."""

    sections: tuple[SectionTemplate, ...]
    length: tuple[tuple[str, int], ...] = (("ja", 420), ("en", 1000))

    def longest(self, language: str) -> int:
        """Return the characters that the minutes may have."""
        return dict(self.length).get(language, 1000)


def load_template(user_folder: Path | None = None) -> MinutesTemplate:
    """Read the user's template where there is a sound one, else the one that ships."""
    folder = paths.user_data() if user_folder is None else user_folder
    own = folder / _FILE
    if own.is_file():
        try:
            return parse_template(own.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            pass  # a damaged template must not cost the user the minutes
    return shipped_template()


def shipped_template() -> MinutesTemplate:
    """Return the template that comes with the program."""
    return parse_template((paths.resources() / _FILE).read_text(encoding="utf-8"))


def save_template(template: MinutesTemplate, user_folder: Path | None = None) -> Path:
    """Keep the user's template; the one before stays until the new one is whole."""
    target = (paths.user_data() if user_folder is None else user_folder) / _FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(".tmp")
    temporary.write_text(written(template), encoding="utf-8")
    os.replace(temporary, target)  # noqa: PTH105 - the same on all systems
    return target


def forget_template(user_folder: Path | None = None) -> None:
    """Go back to the template that ships."""
    ((paths.user_data() if user_folder is None else user_folder) / _FILE).unlink(missing_ok=True)


def written(template: MinutesTemplate) -> str:
    """Return a template as the TOML that `parse_template` reads."""
    rows = [f"length = {_table(template.length)}"]
    for each in template.sections:
        rows += ["", "[[section]]", f"name = {_text(each.section.value)}"]
        rows += [f"title = {_table((key, _text(value)) for key, value in each.titles)}", f"lines = {each.lines}"]
    return "\n".join(rows) + "\n"


def _table(pairs: Iterable[tuple[str, object]]) -> str:
    return "{ " + ", ".join(f"{key} = {value}" for key, value in pairs) + " }"


def _text(value: str) -> str:
    """Return a basic string of TOML; JSON escapes the same characters the same way, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "")


def parse_template(text: str) -> MinutesTemplate:
    """Read a template; unknown sections and wrong types are errors."""
    data: dict[str, Any] = tomllib.loads(text)
    return MinutesTemplate(
        sections=tuple(
            SectionTemplate(
                section=MinutesSection(row["name"]),
                titles=tuple((str(key), str(value)) for key, value in row.get("title", {}).items()),
                lines=int(row.get("lines", 3)),
            )
            for row in data["section"]
        ),
        length=tuple((str(key), int(value)) for key, value in data.get("length", {}).items()),
    )
