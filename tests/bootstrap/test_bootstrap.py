"""The set-up script: decides right, says what failed, installs nothing twice."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load the script with an environment folder of its own."""
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / "venv")
    monkeypatch.setattr(module, "LOG", tmp_path / "install.log")
    monkeypatch.setattr(module, "PYTHON", Path(sys.executable))
    (tmp_path / "venv").mkdir()
    return module


@pytest.fixture
def installed(bootstrap: Any, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Note what pip would be asked for."""
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(bootstrap, "pip", lambda *arguments, failure: calls.append(arguments))  # noqa: ARG005
    return calls


def test_uses_the_standard_library_only() -> None:
    import ast

    tree = ast.parse((ROOT / "bootstrap.py").read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}

    assert names <= set(sys.stdlib_module_names)


def test_second_run_installs_nothing(bootstrap: Any, installed: list[tuple[str, ...]]) -> None:
    bootstrap.install(with_tests=True)
    first = len(installed)
    bootstrap.install(with_tests=True)

    assert len(installed) == first > 0


def test_test_tools_are_installed_only_for_tests(bootstrap: Any, installed: list[tuple[str, ...]]) -> None:
    bootstrap.install(with_tests=False)

    assert not any("requirements-test.lock" in word for call in installed for word in call)


def test_changed_lock_installs_again(bootstrap: Any, tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text("a==1")
    before = bootstrap.fingerprint([lock])
    lock.write_text("a==2")

    assert bootstrap.fingerprint([lock]) != before


@pytest.mark.parametrize(("refused", "tries"), [(0, 1), (1, 2), (2, 3)])
def test_torch_is_the_cpu_build_where_one_can_be_had(
    bootstrap: Any, monkeypatch: pytest.MonkeyPatch, refused: int, tries: int
) -> None:
    calls: list[tuple[str, ...]] = []

    def pip(*arguments: str, failure: str) -> None:
        calls.append(arguments)
        if len(calls) <= refused:
            raise bootstrap.SetupError(failure)

    monkeypatch.setattr(bootstrap, "pip", pip)
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    bootstrap.install_torch("failed")

    assert len(calls) == tries
    assert all("+cpu" in " ".join(call) for call in calls[:2])
    assert refused < 2 or calls[2] == ("torch==2.13.0",)


def test_failed_step_shows_the_last_lines_and_where_the_log_is(bootstrap: Any) -> None:
    with pytest.raises(bootstrap.SetupError) as caught:
        bootstrap.run([sys.executable, "-c", "print('no route'); raise SystemExit(1)"], "Check the network.")

    assert "no route" in str(caught.value)
    assert "Check the network." in str(caught.value)
    assert "install.log" in str(caught.value)


def test_python_that_does_not_fit_is_said(bootstrap: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: None)

    with pytest.raises(bootstrap.SetupError, match=r"3\.11"):
        bootstrap.suitable_python()


def test_fitting_python_beside_a_wrong_one_is_taken(bootstrap: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 14, 0))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "python3.13" else None)

    assert bootstrap.suitable_python() == "/usr/bin/python3.13"


def test_missing_qt_libraries_become_debian_packages(bootstrap: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (bootstrap.VENV / "lib/python3.11/site-packages/PySide6").mkdir(parents=True)
    lines = "\tlibxcb-icccm.so.4 => not found\n\tlibc.so.6 => /lib/libc.so.6\n\tlibodd.so.1 => not found\n"
    answer = subprocess.CompletedProcess([], 0, stdout=lines)
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: name)
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda *_, **__: answer)

    assert bootstrap.missing_libraries() == ["libxcb-icccm4"]


def test_without_root_the_one_command_is_printed(
    bootstrap: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda *_, **__: pytest.fail("ran apt"))

    bootstrap.install_system_packages(["libegl1", "libgl1"])

    assert "apt-get install -y libegl1 libgl1" in capsys.readouterr().out


def test_full_disk_is_said_before_anything_is_made(bootstrap: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "PYTHON", bootstrap.VENV / "nowhere")
    monkeypatch.setattr(bootstrap.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1})())

    with pytest.raises(bootstrap.SetupError, match="4 GB"):
        bootstrap.make_environment()


@pytest.mark.parametrize(
    ("arguments", "screen", "last"),
    [
        (["--headless"], True, "export"),
        ([], False, "export"),
        ([], True, "--workspace"),
    ],
)
def test_main_job_opens_the_window_or_writes_the_csv(
    bootstrap: Any, monkeypatch: pytest.MonkeyPatch, arguments: list[str], *, screen: bool, last: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(bootstrap, "has_screen", lambda: screen)
    monkeypatch.setattr(bootstrap, "program", lambda *words: asked.append(words[0]) or 0)

    assert bootstrap.main_job(headless="--headless" in arguments) == 0
    assert asked == ["demo", last]


def test_unknown_argument_is_wrong_usage(bootstrap: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["--headles"]) == 2
    assert "bootstrap.py test" in capsys.readouterr().out
