"""Measures the window: time until it is shown against an empty one, gaps of its event loop, memory.

    python benchmarks/window.py [--runs 5]

Each start is a process of its own; the empty window and ours take turns in the same run.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

_EMPTY = """
import time; begin = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show()
QTimer.singleShot(0, app.quit); app.exec()
print(time.perf_counter() - begin, time.process_time())
"""
_OURS = """
import time; begin = time.perf_counter()
import argparse, pathlib, sys
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QTimer
from insight_desktop.ui.application import Program, preferences_of
app = QApplication([])
options = argparse.Namespace(ui="ja", theme="light", data_dir=None)
program = Program(app, pathlib.Path(sys.argv[1]), preferences_of(options), runs_jobs=False)
program.window.show()
QTimer.singleShot(0, app.quit); app.exec()
print(time.perf_counter() - begin, time.process_time())
program.close()
"""
_SEGMENTS = """
import argparse, json, pathlib, sys, time
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from insight_desktop.domain.ids import MeetingId, RecordingId, new_id
from insight_desktop.domain.meeting import Meeting, Recording
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.application import Program, preferences_of
from insight_desktop.ui.child_process import ChildProcess
import datetime as dt

folder = pathlib.Path(sys.argv[1])
with Workspace.open(folder) as workspace:
    meeting = workspace.meetings.save(
        Meeting(id=MeetingId(new_id()), title="test", started_at=dt.datetime.now(dt.UTC)))
    sound = workspace.audio_dir / "x.wav"
    sound.parent.mkdir(exist_ok=True)
    sound.write_bytes(b"")
    workspace.meetings.add_recording(Recording(id=RecordingId(new_id()), meeting_id=meeting.id,
        path=workspace.audio.relative(sound), seconds=10800.0, channels=1, sha256="a"))
    workspace.jobs.enqueue(meeting.id, total_s=10800.0)
CHILD = '''
import json, sys, time
sys.stdin.readline(); time.sleep(float("PAUSE") * 300)
for i in range(1000):
    time.sleep(float("PAUSE"))
    words = [{"span": {"start": i*2 + w/10, "end": i*2 + w/10 + .1}, "text": "さくら"} for w in range(15)]
    segment = {"span": {"start": i*2, "end": i*2 + 1.9}, "text": "さくら" * 15, "words": words}
    print(json.dumps({"type": "SegmentReady", "segment": segment}))
    print(json.dumps({"type": "Advanced", "stage": "transcribe", "done_s": i*2, "total_s": 10800}), flush=True)
print(json.dumps({"type": "Cancelled", "job_id": "x"}), flush=True)
'''
app = QApplication([])
options = argparse.Namespace(ui="ja", theme="light", data_dir=None)
program = Program(app, folder, preferences_of(options))
program._make_child = lambda: ChildProcess(sys.executable, ["-c", CHILD])
program.window.show()
gaps, busy, last, used = [], [], time.perf_counter(), time.process_time()
def tick():
    global last, used
    now, spent = time.perf_counter(), time.process_time()
    gaps.append(now - last); busy.append(spent - used); last, used = now, spent
timer = QTimer(interval=5); timer.timeout.connect(tick)
def begin():
    global last, used
    last, used = time.perf_counter(), time.process_time(); timer.start()
program.opened.connect(lambda: QTimer.singleShot(300, begin))
loop = QEventLoop()
program.opened.connect(lambda: program.queue.settled.connect(lambda job: QTimer.singleShot(3000, loop.quit)))
QTimer.singleShot(90000, loop.quit)
QTimer.singleShot(0, lambda: program.open("meeting", meeting.id))
loop.exec()
gaps = sorted(gaps)
segments = program.window.presenter("meeting").view.transcript.lines.rowCount()
import resource
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"longest_ms": 1000 * gaps[-1], "longest_cpu_ms": 1000 * max(busy),
    "segments": segments, "median_ms": 1000 * gaps[len(gaps) // 2], "peak_mb": peak}))
program.close()
"""


def _run(script: str, *arguments: str) -> str:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    result = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    return result.stdout.strip().splitlines()[-1]


def _pair(line: str) -> tuple[float, float]:
    wall, cpu = line.split()
    return float(wall), float(cpu)


def _compared(empty: list[float], ours: list[float]) -> dict[str, float]:
    base = statistics.median(empty)
    return {"empty_window_s": base, "window_s": statistics.median(ours), "bound_s": 1.5 * base + 0.3}


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    empty, ours = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            empty.append(_pair(_run(_EMPTY)))
            ours.append(_pair(_run(_OURS, folder)))
            time.sleep(0.1)
    segments = {}
    for name, pause in (("burst", "0"), ("over_5_s", "0.005")):
        with tempfile.TemporaryDirectory() as folder:
            segments[name] = json.loads(_run(_SEGMENTS.replace("PAUSE", pause), folder))
    figures = {
        "wall": _compared([wall for wall, _cpu in empty], [wall for wall, _cpu in ours]),
        "cpu": _compared([cpu for _wall, cpu in empty], [cpu for _wall, cpu in ours]),
        "thousand_segments": segments,
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
