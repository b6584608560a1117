"""From the first start to the first recording, as a new user goes: real window, real clicks, a microphone that hears.

    export VIRTUAL_AUDIO_DIR=DIR && export $(bash tests/virtual_audio.sh start)
    xvfb-run -s "-screen 0 1400x900x24" dbus-run-session -- \
        /usr/bin/python3 benchmarks/first_run.py --program "python -m insight_desktop" [--ui ja]

Needs what `screen_reader.py` needs, and pulseaudio. Buttons are pressed over AT-SPI. Printed: the clicks, the seconds
of the clock until the first steps stand and until the recording runs, and those of the processor.
"""

import argparse
import json
import os
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from screen_reader import button_of, frame_of, pass_time, wait_for

STEPS = {
    "ja": ("最初の商談を録音する", "録音を始める", "終了"),
    "en": ("Record the first meeting", "Start recording", "Stop"),
}
"""What is pressed, and what stands there once the recording runs."""


def main() -> int:
    """Start the program with nothing, press the buttons, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--ui", choices=("ja", "en"), default="ja")
    options = parser.parse_args()
    *pressed, running = STEPS[options.ui]
    times: list[float] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        env = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "INSIGHT_DESKTOP_HOME": home}
        begun = time.monotonic()
        with subprocess.Popen([*shlex.split(options.program), "--ui", options.ui], env=env) as window:
            try:
                frame = wait_for(frame_of, "no window came")
                for name in pressed:
                    button = wait_for(lambda wanted=name: button_of(frame, wanted), f"no button is called {name}")
                    times.append(time.monotonic() - begun)
                    pass_time(1.0)  # a person looks before she presses
                    button.get_action_iface().do_action(0)
                wait_for(lambda: button_of(frame, running), "the recording does not run")
                times.append(time.monotonic() - begun)
            finally:
                window.terminate()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    figures = {"clicks": len(pressed), "first_steps_s": times[0], "recording_s": times[-1]}
    figures["processor_s"] = used.ru_utime + used.ru_stime
    print(json.dumps({name: round(value, 1) for name, value in figures.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
