"""Lists what goes into the program with its licence, and gathers the licences' texts."""

import importlib.metadata
import re
import shutil
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
_TEXTS = ("LICEN", "COPYING", "NOTICE", "THIRD_PARTY")


def shipped() -> tuple[importlib.metadata.Distribution, ...]:
    """Return the installed packages that `requirements.lock` names, by name; nothing for tests or building."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line.strip() and not line.startswith("#")]
    names = sorted(need.name for need in wanted if need.marker is None or need.marker.evaluate())
    return tuple(importlib.metadata.distribution(name) for name in names)


def write_licences(target: Path) -> None:
    """Write `LICENCES.tsv` and, beside it, the text of every licence."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "LICENSE", target / "insight-desktop.txt")
    for folder in ("fonts", "icons", "samples"):
        for file in sorted((ROOT / "resources" / folder).iterdir()):
            if file.name.upper().startswith((*_TEXTS, "OFL", "README")):
                shutil.copy(file, target / f"{folder}-{file.name}")
    shutil.copy(ROOT / "models" / "README.md", target / "models-README.md")
    rows = ["package\tlicence\thome"]
    for distribution in shipped():
        rows.append(
            "\t".join((f"{_name(distribution)} {distribution.version}", licence_of(distribution), _home(distribution)))
        )
        for file in distribution.files or []:
            source = Path(str(distribution.locate_file(file)))
            if file.name.upper().startswith(_TEXTS) and source.is_file():
                shutil.copy(source, target / f"{_name(distribution)}-{file.name}")
    (target / "LICENCES.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def licence_of(distribution: importlib.metadata.Distribution) -> str:
    """Return what a package says its licence is."""
    details = distribution.metadata
    classified = [text.rpartition(" :: ")[2] for text in details.get_all("Classifier") or [] if "License ::" in text]
    stated = details.get("License-Expression") or ", ".join(classified) or (details.get("License") or "").split("\n")[0]
    return stated.strip() or "see its text"


def normal_name(name: str) -> str:
    """Return a distribution's name the way package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _name(distribution: importlib.metadata.Distribution) -> str:
    return normal_name(str(distribution.metadata["Name"]))


def _home(distribution: importlib.metadata.Distribution) -> str:
    urls = [text.partition(", ")[2] for text in distribution.metadata.get_all("Project-URL") or []]
    return str(distribution.metadata.get("Home-page") or (urls[0] if urls else ""))
