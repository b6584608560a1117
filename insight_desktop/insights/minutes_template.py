"""Which sections the minutes have, how they are titled and how long they may be; the user may change it all."""

import tomllib
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
        except (OSError, ValueError, KeyError, TypeError):
            pass  # a damaged template must not cost the user the minutes
    return parse_template((paths.resources() / _FILE).read_text(encoding="utf-8"))


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
