"""The real recorder against virtual devices: what is played is on the disk, whatever happens meanwhile."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from insight_desktop.audio.finishing import finish, unfinished
from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.domain.capture import StreamName
from insight_desktop.worker.recorder_messages import ListDevices, Order, RecorderOrder, StartPreview, StartRecording
from tests.process.virtual import (
    RATE,
    RecorderChild,
    VirtualAudio,
    lost_samples,
    lost_seconds,
    noise,
    read_wave,
    write_wave,
)

pytestmark = pytest.mark.device

SECONDS = float(os.environ.get("INSIGHT_RECORD_SECONDS", "10"))
"""How long the bit-exact test records; 60 for the figure of the README."""


def _start(folder: Path, **changes: object) -> StartRecording:
    wanted = {"mic": "virtual_mic", "system": "vspeaker.monitor", "finish": False} | changes
    return StartRecording(folder=str(folder), recording="r", **wanted)


def _stop(recorder: RecorderChild) -> dict:
    recorder.tell(Order(order=RecorderOrder.STOP))
    return recorder.wait_for("RecordingStopped")["receipt"]


def _play_both(audio: VirtualAudio, tmp_path: Path, seconds: float) -> tuple[np.ndarray, np.ndarray]:
    mine, theirs = noise(seconds, 1), noise(seconds, 2)
    audio.play(write_wave(tmp_path / "mine.wav", mine), "vmic_feed")
    audio.play(write_wave(tmp_path / "theirs.wav", np.stack([theirs, theirs], axis=1)), "vspeaker")
    return mine, theirs


def test_devices_are_listed(recorder: RecorderChild):
    recorder.tell(ListDevices())
    devices = {each["id"]: each for each in recorder.wait_for("DevicesFound")["devices"]}
    assert devices["virtual_mic"]["is_default"]
    assert not devices["virtual_mic"]["loopback"]
    assert devices["vspeaker.monitor"]["loopback"]
    assert devices["vspeaker.monitor"]["is_default"]


def test_nothing_is_lost_while_the_machine_is_loaded(
    audio: VirtualAudio, recorder: RecorderChild, folder: Path, tmp_path: Path
):
    burn = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(3)]
    try:
        recorder.tell(_start(folder))
        recorder.wait_recorded(0.5)
        mine, theirs = _play_both(audio, tmp_path, SECONDS)
        recorder.wait_recorded(SECONDS + 2.5)
        receipt = _stop(recorder)
    finally:
        for process in burn:
            process.kill()
            process.wait()
    assert lost_samples(mine, read_wave(folder / "mic.wav")) == 0
    assert lost_samples(theirs, read_wave(folder / "system.wav")) == 0
    assert [(stream["gaps"], stream["lost_frames"], stream["alive"]) for stream in receipt["streams"]] == [
        (0, 0, True)
    ] * 2
    assert RecordingFolder(folder).load().closed


def test_recording_is_finished_after_the_stop(
    audio: VirtualAudio, recorder: RecorderChild, folder: Path, tmp_path: Path
):
    recorder.tell(_start(folder, finish=True))
    recorder.wait_recorded(0.3)
    _play_both(audio, tmp_path, 1)
    recorder.wait_recorded(2)
    _stop(recorder)
    done = recorder.wait_for("RecordingFinished")
    assert done["channels"] == 2
    assert done["seconds"] == pytest.approx(2.1, abs=0.4)
    assert sorted(path.name for path in folder.iterdir() if path.suffix in (".wav", ".flac")) == ["recording.flac"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_killed_recorder_loses_at_most_a_second(audio: VirtualAudio, folder: Path, seed: int):
    child = RecorderChild(audio.environment)
    child.wait_for("Hello", timeout=120)
    child.tell(_start(folder))
    # A busy machine may open the second device seconds after the first one.
    _until(lambda: all(_size(folder / f"{stream.value}.wav") > RATE for stream in StreamName))
    child.wait_recorded(child.recorded() + random.Random(seed).uniform(0.0, 1.8))  # noqa: S311
    killed_at = time.monotonic()
    child.process.kill()
    child.close()
    for stream in StreamName:
        by_header, by_length = lost_seconds(folder, stream, killed_at)
        assert by_header <= 1.0
        assert by_length <= 0.5
    said = child.recorded()
    (found,) = unfinished(folder.parent)
    assert found.path == folder
    done = finish(found)
    assert done.recovered
    assert done.seconds >= said - 0.2


def test_killed_parent_leaves_closed_files(audio: VirtualAudio, folder: Path):
    script = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-m', 'insight_desktop', '--role=recorder'],"
        " stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)\n"
        "child.stdin.write(bytes.fromhex(sys.argv[1])); child.stdin.flush()\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    from insight_desktop.worker.messages import encode

    parent = subprocess.Popen(
        [sys.executable, "-c", script, encode(_start(folder)).hex()], env=audio.environment, stdout=subprocess.PIPE
    )
    assert parent.stdout
    child = int(parent.stdout.readline())
    _until(lambda: _size(folder / "mic.wav") > RATE)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    _until(lambda: RecordingFolder(folder).load().closed)
    _until(lambda: not Path(f"/proc/{child}").exists())
    assert RecordingFolder(folder).load().reason == "window_gone"
    assert len(read_wave(folder / "mic.wav")) * 2 + 80 == _size(folder / "mic.wav")


def test_request_to_end_completes_the_files(recorder: RecorderChild, folder: Path):
    recorder.tell(_start(folder))
    recorder.wait_recorded(0.5)
    recorder.process.send_signal(signal.SIGTERM)
    recorder.process.wait(10)
    assert RecordingFolder(folder).load().closed


def test_pause_leaves_out_what_is_said_meanwhile(
    audio: VirtualAudio, recorder: RecorderChild, folder: Path, tmp_path: Path
):
    recorder.tell(_start(folder))
    recorder.wait_recorded(0.5)
    recorder.tell(Order(order=RecorderOrder.PAUSE))
    recorder.wait_for("Notice", where=lambda message: message["kind"] == "paused")
    secret = noise(1, 7)
    audio.play(write_wave(tmp_path / "secret.wav", secret), "vmic_feed").wait()
    recorder.tell(Order(order=RecorderOrder.RESUME))
    recorder.wait_for("Notice", where=lambda message: message["kind"] == "resumed")
    recorder.tell(Order(order=RecorderOrder.MARK, text="price"))
    recorder.wait_recorded(recorder.recorded() + 0.5)
    receipt = _stop(recorder)
    assert lost_samples(secret[: RATE - 4800], read_wave(folder / "mic.wav")) > RATE / 2
    assert receipt["streams"][0]["gaps"] == 0
    (mark,) = [each for each in RecordingFolder(folder).load().notices if each.kind == "marked"]
    assert mark.text == "price"


def test_stopped_process_catches_up_after_three_seconds(
    audio: VirtualAudio, recorder: RecorderChild, folder: Path, tmp_path: Path
):
    recorder.tell(_start(folder))
    recorder.wait_recorded(0.5)
    mine, theirs = _play_both(audio, tmp_path, 5)
    recorder.wait_recorded(1.5)
    recorder.process.send_signal(signal.SIGSTOP)
    time.sleep(3)
    recorder.process.send_signal(signal.SIGCONT)
    recorder.wait_recorded(7)
    _stop(recorder)
    assert lost_samples(mine, read_wave(folder / "mic.wav")) == 0
    assert lost_samples(theirs, read_wave(folder / "system.wav")) == 0


def test_unplugged_microphone_is_told_and_the_recording_goes_on(
    audio: VirtualAudio, recorder: RecorderChild, folder: Path
):
    module = audio.pactl(
        "load-module", "module-remap-source", "source_name=headset", "master=vmic_feed.monitor", "remix=no"
    )
    recorder.tell(_start(folder, mic="headset"))
    recorder.wait_recorded(0.5)
    audio.pactl("unload-module", module)
    recorder.wait_for("Notice", where=lambda message: message["kind"] in ("device_gone", "device_changed"))
    changed = recorder.wait_for("Notice", where=lambda message: message["kind"] == "device_changed")
    assert "VirtualMicrophone" in changed["device"]
    at = recorder.recorded()
    recorder.wait_recorded(at + 1)
    module = audio.pactl(
        "load-module", "module-remap-source", "source_name=headset", "master=vmic_feed.monitor", "remix=no"
    )
    recorder.wait_for("Notice", where=lambda each: each["kind"] == "device_changed" and each != changed)
    recorder.wait_recorded(recorder.recorded() + 1)
    receipt = _stop(recorder)
    audio.pactl("unload-module", module)
    assert receipt["streams"][0]["gaps"] >= 2
    assert all(stream["seconds"] > at for stream in receipt["streams"])


def test_loopback_follows_the_default_speaker(audio: VirtualAudio, recorder: RecorderChild, folder: Path):
    module = audio.pactl("load-module", "module-null-sink", "sink_name=headphones")
    try:
        recorder.tell(_start(folder, system=""))
        recorder.wait_recorded(0.5)
        audio.pactl("set-default-sink", "headphones")
        changed = recorder.wait_for("Notice", where=lambda message: message["kind"] == "device_changed")
        assert changed["stream"] == "system"
        _stop(recorder)
    finally:
        audio.pactl("set-default-sink", "vspeaker")
        audio.pactl("unload-module", module)


def test_missing_microphone_is_a_known_error(recorder: RecorderChild, folder: Path):
    recorder.tell(_start(folder, mic="no such microphone"))
    assert recorder.wait_for("Failed")["code"] == "device_missing"
    assert not folder.exists()


def test_no_sound_server_is_a_known_error(audio: VirtualAudio, folder: Path, tmp_path: Path):
    nowhere = audio.environment | {"PULSE_SERVER": f"unix:{tmp_path}/nothing"}
    child = RecorderChild(nowhere)
    try:
        child.tell(_start(folder))
        assert child.wait_for("Failed")["code"] == "no_audio_server"
    finally:
        child.close()


def test_nearly_full_disk_stops_with_everything_saved(recorder: RecorderChild, folder: Path):
    recorder.tell(_start(folder, warn_bytes=10**18, stop_bytes=10**18))
    receipt = recorder.wait_for("RecordingStopped")["receipt"]
    assert receipt["reason"] == "disk_full"
    assert "disk_full" in recorder.notices()
    assert receipt["seconds"] > 5


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")
def test_full_disk_keeps_all_that_fitted(recorder: RecorderChild, tmp_path: Path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", disk], check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        recorder.tell(_start(disk / "r", stop_bytes=0, warn_bytes=0))
        receipt = recorder.wait_for("RecordingStopped")["receipt"]
        assert receipt["reason"] == "disk_full"
        assert receipt["seconds"] > 1
        assert len(read_wave(disk / "r" / "mic.wav")) == receipt["streams"][0]["frames"]
        assert RecordingFolder(disk / "r").load().closed
    finally:
        subprocess.run(["umount", disk], check=False)


def test_preview_shows_levels_and_writes_nothing(
    audio: VirtualAudio, recorder: RecorderChild, tmp_path: Path, folder: Path
):
    audio.play(write_wave(tmp_path / "mine.wav", noise(20, 1)), "vmic_feed")
    recorder.tell(StartPreview(mic="", system=""))
    recorder.wait_for("Levels", where=lambda message: message["mic"]["peak"] > 0.05)
    assert not folder.exists()


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _until(true: object, timeout: float = 20.0) -> None:
    until = time.monotonic() + timeout
    while not true():  # type: ignore[operator]
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.05)
