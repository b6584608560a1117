"""The declared dependencies are the ones in use, and the lock pins all of them."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared() -> set[str]:
    return {_normal(Requirement(text).name) for text in PROJECT["dependencies"]}


def _imported() -> set[str]:
    by_module = importlib.metadata.packages_distributions()
    modules: set[str] = set()
    for path in (ROOT / "insight_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Import(names=names):
                    modules.update(alias.name.partition(".")[0] for alias in names)
                case ast.ImportFrom(module=str(module), level=0):
                    modules.add(module.partition(".")[0])
    foreign = modules - set(sys.stdlib_module_names) - {"insight_desktop"}
    return {_normal(by_module.get(module, [module])[0]) for module in foreign}


def _pinned(file: str) -> dict[str, str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    found = (Requirement(line) for line in lines if line and not line.startswith("#"))
    return {_normal(requirement.name): str(requirement.specifier) for requirement in found}


def test_every_imported_package_is_declared() -> None:
    assert _imported() - _declared() - {"shiboken6"} == set()  # a part of PySide6


def test_every_declared_package_is_pinned_within_its_bounds() -> None:
    pinned = _pinned("requirements.lock") | _pinned("requirements-test.lock")
    declared = [
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["test"],
        *PROJECT["optional-dependencies"]["lint"],
    ]
    wrong = []
    for requirement in map(Requirement, declared):
        version = pinned.get(_normal(requirement.name), "==0").removeprefix("==")
        if not requirement.specifier.contains(version):
            wrong.append(f"{requirement} but {version}")

    assert wrong == []


def test_every_pin_is_exact_and_none_is_for_a_graphics_card() -> None:
    pinned = _pinned("requirements.lock") | _pinned("requirements-test.lock")

    assert {name for name, version in pinned.items() if not version.startswith("==")} == set()
    assert {name for name in pinned if name.startswith(("nvidia", "triton", "cuda"))} == set()


def test_set_up_files_name_no_package_source() -> None:
    """Where packages come from is the user's choice; only the public CPU build of torch is named, in bootstrap.py."""
    for file in ("requirements.lock", "requirements-test.lock"):
        assert "://" not in (ROOT / file).read_text(encoding="utf-8")
