"""Lists what goes into the program with its licence, and gathers the licences' texts."""

import importlib.metadata
import re
import shutil
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from packaging.requirements import Requirement

from installer.native_libraries import carried, shared_libraries

ROOT = Path(__file__).resolve().parent.parent
_TEXTS = ("LICEN", "COPYING", "NOTICE", "THIRD_PARTY")
_LIST = "LICENCES.tsv"
_COMMON = Path("/usr/share/common-licenses")
"""Where Debian keeps the texts that packages without one refer to."""
_REFERRED_TO = ("Apache-2.0", "GPL-2", "GPL-3", "LGPL-2.1", "LGPL-3")

_INSIDE = (
    ("SQLCipher (inside sqlcipher3)", "BSD-3-Clause", "https://www.zetetic.net/sqlcipher"),
    ("OpenSSL (inside sqlcipher3 and cryptography)", "Apache-2.0", "https://www.openssl.org"),
)
"""Libraries that packages carry without a file of their own."""


def shipped() -> tuple[importlib.metadata.Distribution, ...]:
    """Return the installed packages that `requirements.lock` names, by name; nothing for tests or building."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line.strip() and not line.startswith("#")]
    names = sorted(need.name for need in wanted if need.marker is None or need.marker.evaluate())
    return tuple(importlib.metadata.distribution(name) for name in names)


def write_licences(target: Path) -> None:
    """Write the list of packages and models, and beside it the text of every licence, in a folder for each package."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "LICENSE", target / "insight-desktop.txt")
    for folder in ("fonts", "icons", "samples"):
        for file in sorted((ROOT / "resources" / folder).iterdir()):
            if file.name.upper().startswith((*_TEXTS, "OFL", "README")):
                shutil.copy(file, target / f"{folder}-{file.name}")
    shutil.copy(ROOT / "models" / "README.md", target / "models-README.md")
    for name in _REFERRED_TO:
        if (_COMMON / name).is_file():
            shutil.copy(_COMMON / name, target / f"{name}.txt")
    distributions = shipped()
    for distribution in distributions:
        _copy_texts(distribution, target / _name(distribution))
    rows = [(f"{_name(each)} {each.version}", licence_of(each), _home(each)) for each in distributions]
    (target / _LIST).write_text(_lines([("what", "licence", "home"), *rows, *_INSIDE, *_models()]), encoding="utf-8")


def add_native(packed: Path) -> None:
    """Add to the list of a packed folder the libraries that came inside of packages or from the system.

    Raises:
        ValueError: one of them is not known, so nobody could say under which licence it is passed on.
    """
    found = carried(shared_libraries(packed))
    with (packed / "licences" / _LIST).open("a", encoding="utf-8") as file:
        file.write(_lines((library.name, library.licence, library.home) for library in found))


def _copy_texts(distribution: importlib.metadata.Distribution, target: Path) -> None:
    """Copy a package's texts; those of the same name in different places keep their places."""
    for file in distribution.files or []:
        source = Path(str(distribution.locate_file(file)))
        if file.name.upper().startswith(_TEXTS) and source.is_file():
            place = target.joinpath(*(part for part in file.parts if part != ".."))
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, place)


def _models() -> list[Sequence[str]]:
    """Return the models that come with the program."""
    manifest = tomllib.loads((ROOT / "models" / "manifest.toml").read_text(encoding="utf-8"))
    return [
        (f"model {model['name']}", model["licence"], model["source"])
        for model in manifest["model"]
        if model["origin"] != "hub"
    ]


def _lines(rows: Iterable[Sequence[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def licence_of(distribution: importlib.metadata.Distribution) -> str:
    """Return what a package says its licence is."""
    details = distribution.metadata
    classified = [text.rpartition(" :: ")[2] for text in details.get_all("Classifier") or [] if "License ::" in text]
    classified = [text for text in classified if text != "OSI Approved"]
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
