"""The figures of the recorder, each printed on a line of its own.

    python benchmarks/recording.py [loss] [loss-live] [kill] [kill-others] [clock] [long] [live] [utterances] [reuse]

`loss`, `loss-live`, `kill` and `live` start a sound server of their own (Debian: pulseaudio pulseaudio-utils) and
the real recorder process; `long` writes 12 GB to the temporary folder. Without a name everything runs but `reuse`.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import msgspec
import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from insight_desktop.asr.transcriber import SpeechWindow
from insight_desktop.audio.alignment import place
from insight_desktop.audio.clocks import Anchor, pieces
from insight_desktop.audio.finishing import finish
from insight_desktop.audio.recording_file import RecordingFile, RecordingReader
from insight_desktop.audio.recording_folder import RecordingFolder, Timing
from insight_desktop.audio.recording_writer import Arrival
from insight_desktop.domain.capture import StreamName
from insight_desktop.worker.child import command
from insight_desktop.worker.live_messages import LiveText, StartLive
from insight_desktop.worker.messages import encode
from insight_desktop.worker.recorder_messages import Order, RecorderOrder, StartRecording
from tests.audio.recordings import MIC, SYSTEM, a_writer
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

SAMPLE = Path(__file__).parent.parent / "resources" / "samples" / "demo-ja.opus"


def loss(folder: Path, *, seconds: float = 60.0) -> None:
    """Record noise on both sides while three busy processes share the cores."""
    burn = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(3)]
    try:
        lost = _lost(folder, noise(seconds, 1), noise(seconds, 2))
    finally:
        for process in burn:
            process.kill()
            process.wait()
    print(f"loss: {seconds:.0f} s, 3 busy processes: samples lost or changed: mic {lost[0]}, system {lost[1]}")


def loss_live(folder: Path, *, seconds: float = 60.0) -> None:
    """Record the sample call while it is transcribed live; a second of noise at its head makes it findable."""
    sides = [np.concatenate([noise(1, n), side]) for n, side in enumerate(_sample(seconds - 1))]
    said: list[bytes] = []
    lost = _lost(folder, *sides, said=said)
    texts = sum(msgspec.json.decode(line)["type"] == "LiveText" for line in said)
    print(
        f"loss-live: {seconds:.0f} s beside live transcription ({texts} texts): samples lost or changed:"
        f" mic {lost[0]}, system {lost[1]}; load {_load()}"
    )


def _lost(folder: Path, mine: np.ndarray, theirs: np.ndarray, *, said: list[bytes] | None = None) -> list[int]:
    """Play two sounds into the devices, record, and count what differs; with `said` a live process writes along."""
    audio = VirtualAudio(folder / "server")
    child = RecorderChild(audio.environment)
    child.wait_for("Hello", timeout=120)
    live_process = None
    try:
        child.tell(_start(folder / "r"))
        child.wait_recorded(0.5)
        if said is not None:
            live_process = subprocess.Popen(command("live"), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            _tell_live(live_process, folder / "r")
            time.sleep(15)
        began = 15.0 if live_process else 0.0
        audio.play(write_wave(folder / "mine.wav", mine), "vmic_feed")
        audio.play(write_wave(folder / "theirs.wav", np.stack([theirs, theirs], axis=1)), "vspeaker")
        child.wait_recorded(began + len(mine) / RATE + 3)
        child.tell(Order(order=RecorderOrder.STOP))
        child.wait_for("RecordingStopped")
    finally:
        if live_process is not None and said is not None and live_process.stdin and live_process.stdout:
            live_process.stdin.close()
            said.extend(live_process.stdout)
            live_process.wait()
        child.close()
        audio.stop()
    recorded = [read_wave(folder / "r" / f"{stream}.wav") for stream in ("mic", "system")]
    return [lost_samples(played, heard) for played, heard in zip((mine, theirs), recorded, strict=True)]


def _tell_live(process: "subprocess.Popen[bytes]", folder: Path) -> None:
    """Have a live process follow a recording."""
    if process.stdin is None:
        raise RuntimeError
    process.stdin.write(encode(StartLive(recording=folder.name, folder=str(folder))))
    process.stdin.flush()


def kill(folder: Path, *, times: int = 20) -> None:
    """Kill the recorder at random moments and look at what is missing."""
    audio = VirtualAudio(folder / "server")
    header, length, opened = [], [], 0
    moments = np.random.default_rng(7).uniform(0.8, 4.0, times)
    try:
        for number in range(times):
            target = folder / f"r{number}"
            child = RecorderChild(audio.environment)
            child.wait_for("Hello", timeout=120)
            child.tell(_start(target))
            child.wait_recorded(float(moments[number]))
            at = time.monotonic()
            child.process.kill()
            child.close()
            for stream in StreamName:
                by_header, by_length = lost_seconds(target, stream, at)
                header.append(by_header)
                length.append(by_length)
            opened += finish(RecordingFolder(target)).channels == len(StreamName)
    finally:
        audio.stop()
    print(
        f"kill: {times} x kill -9: lost by the header median {statistics.median(header):.2f} s,"
        f" most {max(header):.2f} s;"
        f" after recover median {statistics.median(length):.2f} s, most {max(length):.2f} s; recovered {opened}/{times}"
    )


def kill_others(folder: Path, *, times: int = 20) -> None:
    """Kill the window's process, then the one that writes along, at random moments: the recorder must not care."""
    audio = VirtualAudio(folder / "server")
    moments = np.random.default_rng(11).uniform(0.5, 3.0, 2 * times)
    lost, opened = [], 0
    try:
        for number in range(times):
            target = folder / f"w{number}"
            at, child = _kill_parent(audio, target, float(moments[number]))
            while Path(f"/proc/{child}").exists():
                time.sleep(0.02)
            lost += [lost_seconds(target, stream, at)[0] for stream in StreamName]
            opened += finish(RecordingFolder(target)).channels == len(StreamName)
        print(f"kill: {times} x kill -9 of the window: lost most {max(lost):.2f} s; recovered {opened}/{times}")
        opened = 0
        child = RecorderChild(audio.environment)
        child.tell(_start(folder / "l"))
        child.wait_recorded(0.5)
        for number in range(times):
            process = subprocess.Popen(command("live"), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
            _tell_live(process, folder / "l")
            time.sleep(float(moments[times + number]))
            process.kill()
            process.wait()
            if process.stdin is not None:
                process.stdin.close()
        child.tell(Order(order=RecorderOrder.STOP))
        streams = child.wait_for("RecordingStopped")["receipt"]["streams"]
        child.close()
        gaps = sum(each["gaps"] + each["lost_frames"] for each in streams)
        opened = finish(RecordingFolder(folder / "l")).channels
        print(f"kill: {times} x kill -9 of the one that writes along: gaps and lost samples {gaps}; channels {opened}")
    finally:
        audio.stop()


def _kill_parent(audio: VirtualAudio, target: Path, seconds: float) -> tuple[float, int]:
    """Let a parent start a recorder and kill it after so many seconds of sound; returns when, and the recorder."""
    script = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-m', 'insight_desktop', '--role=recorder'],"
        " stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)\n"
        "child.stdin.write(bytes.fromhex(sys.argv[1])); child.stdin.flush()\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    words = [sys.executable, "-c", script, encode(_start(target)).hex()]
    parent = subprocess.Popen(words, env=audio.environment, stdout=subprocess.PIPE)
    if parent.stdout is None:
        raise RuntimeError
    child = int(parent.stdout.readline())
    sound = target / "mic.wav"
    while not sound.exists() or sound.stat().st_size < seconds * RATE * 2:
        time.sleep(0.02)
    at = time.monotonic()
    parent.kill()
    parent.wait()
    parent.stdout.close()
    return at, child


def clock(_folder: Path) -> None:
    """Align two simulated devices 400 ppm apart over ten minutes, on a loaded machine, 50 times."""
    worst = []
    for seed in range(50):
        rng = np.random.default_rng(seed)
        base = rng.uniform(-200, 200)
        rates = {MIC: 48000 * (1 + base / 1e6), SYSTEM: 48000 * (1 + (base + 400) / 1e6)}
        anchors = [each for stream, rate in rates.items() for each in _anchors(stream, rate, rng)]
        frames = {stream: int(600 * rate) for stream, rate in rates.items()}
        fitted = {stream: pieces(anchors, stream, frames[stream])[0] for stream in rates}
        moments = (1.0, 150.0, 300.0, 450.0, 599.0)
        apart = [
            fitted[MIC].time_of(int(at * rates[MIC])) - fitted[SYSTEM].time_of(int(at * rates[SYSTEM]))
            for at in moments
        ]
        worst.append(max(abs(each) for each in apart))
        if not place(frames, Timing(anchors=tuple(anchors)))[SYSTEM][0].resampled:
            print("clock: the second device was not stretched")
    print(
        "clock: 400 ppm apart, 10 minutes, 50 runs: worst placement error"
        f" median {statistics.median(worst) * 1e3:.1f} ms,"
        f" most {max(worst) * 1e3:.1f} ms (uncorrected: 240 ms)"
    )


def long(folder: Path, *, hours: float = 10.0) -> None:
    """Feed ten hours of two streams as fast as the disk takes them; then one file beyond 4 GiB."""
    writer = a_writer(folder / "long", started_at=0.0)
    sound = (noise(1, 3) / 32768).astype(np.float32)
    total = int(hours * 3600)
    began, early = time.monotonic(), 0
    for second in range(total):
        for stream in (MIC, SYSTEM):
            writer.take(Arrival(stream=stream, at=second + 1.0, samples=sound))
        writer.tick(second + 1.0)
        if second == total // 20:
            early = _peak_mb()
    receipt = writer.close("stop")
    took = time.monotonic() - began
    exact = all(stream.frames == total * RATE for stream in receipt.streams)
    print(
        f"long: {hours:.0f} h of two streams in {took:.0f} s: length exact {exact}, gaps {receipt.streams[0].gaps},"
        f" memory after 5 % {early} MB, at the end {_peak_mb()} MB"
    )
    for stream in (MIC, SYSTEM):
        (folder / "long" / f"{stream.value}.wav").unlink()
    path = folder / "big.wav"
    pcm = noise(10, 4)
    with RecordingFile(path) as file:
        while file.frames * 2 <= 2**32 + 10**7:
            file.write(pcm)
        frames = file.frames
    with path.open("rb") as raw, RecordingReader(path) as reader, av.open(str(path)) as container:
        tail = bool(np.array_equal(reader.read(frames - len(pcm), len(pcm)), pcm))
        print(
            f"long: {frames / RATE / 3600:.2f} h in one file: {raw.read(4).decode()}, tail right {tail},"
            f" FFmpeg reads {container.duration / 1e6 / 3600:.2f} h"
        )
    path.unlink()


def live(folder: Path, *, seconds: float = 120.0) -> None:
    """Play a call into both devices and measure how long after the end of an utterance its text comes."""
    audio = VirtualAudio(folder / "server")
    child = RecorderChild(audio.environment)
    child.wait_for("Hello", timeout=120)
    process = subprocess.Popen(command("live"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=audio.environment)
    if process.stdin is None or process.stdout is None:
        raise RuntimeError
    try:
        sides = _sample()
        child.tell(_start(folder / "r"))
        child.wait_recorded(0.3)
        _tell_live(process, folder / "r")
        time.sleep(15)
        audio.play(write_wave(folder / "mine.wav", sides[0][: int(seconds * RATE)]), "vmic_feed")
        theirs = sides[1][: int(seconds * RATE)]
        audio.play(write_wave(folder / "theirs.wav", np.stack([theirs, theirs], axis=1)), "vspeaker")
        child.wait_recorded(seconds + 18)
        child.tell(Order(order=RecorderOrder.STOP))
        child.wait_for("RecordingStopped")
    finally:
        process.stdin.close()
        said = [msgspec.json.decode(line) for line in process.stdout]
        process.wait()
        child.close()
        audio.stop()
    late = [each["behind_s"] for each in said if each["type"] == "LiveText" and not each["is_final"]]
    finals = sum(1 for each in said if each["type"] == "LiveText" and each["is_final"])
    if late:
        print(
            f"live: {len(late)} utterances, end of speech -> text median {statistics.median(late):.2f} s,"
            f" most {max(late):.2f} s; {finals} final segments; load {_load()}"
        )


def utterances(folder: Path, *, seconds: float = 40.0) -> None:
    """Say what an utterance costs beside its pause: processor seconds, which a busy machine does not lengthen much."""
    from insight_desktop.worker.live import Live
    from insight_desktop.worker.models import load_transcriber

    sides = _sample(seconds)
    (folder / "r").mkdir()
    live_process = Live(
        RecordingFolder(folder / "r"), load_transcriber("base"), StartLive(recording="r", folder=str(folder / "r"))
    )
    shown = []
    show = live_process._show  # noqa: SLF001 - the one place where an utterance is written down

    def timed(utterance: SpeechWindow) -> Iterator[LiveText]:
        began = time.process_time()
        found = list(show(utterance))
        shown.append((time.process_time() - began, utterance.span.duration))
        return iter(found)

    live_process._show, live_process._finals = timed, lambda: iter(())  # type: ignore[method-assign]  # noqa: SLF001
    files = [RecordingFile(folder / "r" / f"{stream.value}.wav") for stream in StreamName]
    for at in range(0, int(seconds * RATE), RATE // 10):
        for file, side in zip(files, sides, strict=True):
            file.write(side[at : at + RATE // 10])
        for _ in live_process.step():
            pass
    live_process.close()
    costs = sorted(cost for cost, _ in shown)
    print(
        f"utterances: {len(shown)}: processor time median {statistics.median(costs):.2f} s, 9 of 10 within"
        f" {costs[int(0.9 * (len(costs) - 1))]:.2f} s, before two cores share it; waits of ours: 0.45 s of pause,"
        f" 0.1 s of look, 0.1 s of block"
    )
    for file in files:
        file.close()


def reuse(folder: Path, *, minutes: float = 10.0) -> None:
    """Compare the work after the stop with the same work from nothing."""
    from dataclasses import replace

    from insight_desktop import pipeline, recordings
    from insight_desktop.domain.request import ProcessRequest
    from insight_desktop.worker.live import Live
    from insight_desktop.worker.models import child_models, load_transcriber

    sides = _sample(minutes * 60)
    (folder / "r").mkdir()
    for stream, side in zip(StreamName, sides, strict=True):
        with RecordingFile(folder / "r" / f"{stream.value}.wav") as file:
            file.write(side)
    where = RecordingFolder(folder / "r")
    live_process = Live(where, load_transcriber("base"), StartLive(recording="r", folder=str(folder / "r")))
    live_process.show_utterances = False
    while live_process.has_more:
        for _ in live_process.step():
            pass
    live_process.close()
    done = finish(where)
    request = ProcessRequest(meeting_id="r", audio_path=done.path, channels=2, total_s=done.seconds, rep_channel=0)
    before = replace(request, done=recordings.live_segments(where), heard_live=True)
    took = {}
    for name, each in (("after the stop", before), ("from nothing", request)):
        began = time.monotonic()
        with child_models() as models:
            for _ in pipeline.process(each, models):
                pass
        took[name] = time.monotonic() - began
    share = took["after the stop"] / took["from nothing"]
    print(
        f"reuse: {done.seconds / 60:.1f} minutes: after the stop {took['after the stop']:.0f} s,"
        f" from nothing {took['from nothing']:.0f} s = {share:.2f} x; load {_load()}"
    )


def _sample(seconds: float = 0.0) -> list[np.ndarray]:
    """Return both sides of the sample call at 48 kHz, repeated to a length."""
    resampler = av.AudioResampler(format="s16p", layout="stereo", rate=RATE)
    with av.open(str(SAMPLE)) as container:
        frames = [part.to_ndarray() for frame in container.decode(audio=0) for part in resampler.resample(frame)]
    sound = np.concatenate(frames, axis=1)
    if seconds:
        sound = np.tile(sound, (1, int(np.ceil(seconds * RATE / sound.shape[1]))))[:, : int(seconds * RATE)]
    return [sound[0], sound[1]]


def _anchors(stream: StreamName, rate: float, rng: np.random.Generator) -> list[Anchor]:
    frames = (np.arange(int(600 * rate / 4800)) + 1) * 4800
    true = frames / rate
    arrival = true + rng.exponential(0.02, len(frames)) + 0.002
    for begin in rng.uniform(0, 595, 5):
        held = (true >= begin) & (true < begin + 3)
        arrival[held] = np.maximum(arrival[held], begin + 3)
    arrival = np.maximum.accumulate(arrival)
    late = arrival - frames / 48000
    best = [first + int(np.argmin(late[first : first + 10])) for first in range(0, len(frames), 10)]
    found = [Anchor(stream=stream, at=float(arrival[0]) - 0.1, frames=0, begins=True)]
    return found + [Anchor(stream=stream, at=float(arrival[at]), frames=int(frames[at])) for at in best]


def _start(folder: Path) -> StartRecording:
    return StartRecording(folder=str(folder), recording="r", mic="virtual_mic", system="vspeaker.monitor", finish=False)


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _load() -> str:
    return Path("/proc/loadavg").read_text(encoding="ascii").split()[0]


ALL: dict[str, Callable[[Path], None]] = {
    "loss": loss,
    "loss-live": loss_live,
    "kill": kill,
    "kill-others": kill_others,
    "clock": clock,
    "long": long,
    "live": live,
    "utterances": utterances,
    "reuse": reuse,
}


def main() -> None:
    """Run the wanted figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("figures", nargs="*", choices=[*ALL, []], metavar="FIGURE")
    names = parser.parse_args().figures or [name for name in ALL if name != "reuse"]
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            ALL[name](Path(folder))


if __name__ == "__main__":
    main()
