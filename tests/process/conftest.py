"""One sound server for all tests of the recorder; skipped with a reason where there is none to start."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.process.virtual import RecorderChild, VirtualAudio


@pytest.fixture(scope="session")
def _sound_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VirtualAudio]:
    missing = [name for name in ("pulseaudio", "pactl", "paplay") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (Debian: pulseaudio pulseaudio-utils)")
    try:
        server = VirtualAudio(tmp_path_factory.mktemp("audio"))
    except subprocess.CalledProcessError as error:
        pytest.skip(f"pulseaudio does not start here: {error.stderr}")
    yield server
    server.stop()


@pytest.fixture
def audio(_sound_server: VirtualAudio) -> Iterator[VirtualAudio]:
    yield _sound_server
    _sound_server.silence_players()


@pytest.fixture
def recorder(audio: VirtualAudio) -> Iterator[RecorderChild]:
    child = RecorderChild(audio.environment)
    child.wait_for("Hello", timeout=120)
    yield child
    child.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recording"
