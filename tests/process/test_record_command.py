"""`record` and `recover` as a user runs them."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.process.virtual import VirtualAudio, noise, write_wave

pytestmark = pytest.mark.device


def _run(audio: VirtualAudio, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "insight_desktop", *words],
        env=audio.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def _begin(audio: VirtualAudio, workspace: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "insight_desktop", "record", "--json", "--workspace", str(workspace)],
        env=audio.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 40
    while not any(path.stat().st_size > 120_000 for path in workspace.glob("recordings/*/mic.wav")):
        assert time.monotonic() < until, "the recording did not begin"
        time.sleep(0.05)
    return process


def test_record_keeps_a_meeting(audio: VirtualAudio, tmp_path: Path):
    audio.play(write_wave(tmp_path / "mine.wav", noise(30, 1)), "vmic_feed")
    done = _run(audio, "record", "--seconds", "1.5", "--json", "--workspace", str(tmp_path / "w"))
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    mic, system = result["receipt"]["streams"]
    assert (mic["alive"], system["alive"]) == (True, False)
    assert result["channels"] == 2
    assert Path(result["path"]).is_file()


def test_record_into_a_folder(audio: VirtualAudio, tmp_path: Path):
    done = _run(audio, "record", "--seconds", "1", "--system", "none", "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "recording.flac").is_file()
    assert "SHA-256 mic" in done.stdout


def test_interrupt_stops_cleanly(audio: VirtualAudio, tmp_path: Path):
    process = _begin(audio, tmp_path / "w")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert json.loads(out)["receipt"]["reason"] == "stop"


def test_recover_saves_what_a_kill_left(audio: VirtualAudio, tmp_path: Path):
    process = _begin(audio, tmp_path / "w")
    process.kill()
    process.communicate()
    done = _run(audio, "recover", "--json", "--workspace", str(tmp_path / "w"))
    assert done.returncode == 0, done.stderr
    (recovered,) = json.loads(done.stdout)["recordings"]
    assert recovered["seconds"] >= 1.2


def test_missing_device_is_one_sentence(audio: VirtualAudio, tmp_path: Path):
    done = _run(audio, "record", "--mic", "no such", "--workspace", str(tmp_path / "w"))
    assert done.returncode == 1
    assert "no such" in done.stderr
    assert "Traceback" not in done.stderr
