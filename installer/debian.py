"""Makes a `.deb` of the frozen folder: `/opt`, two commands, an entry in the menu; it never touches users' data."""

import platform
import shutil
import subprocess
from pathlib import Path

from insight_desktop import __version__
from installer.contents import LICENCES, NAME
from installer.desktop_entry import ENTRY
from installer.icons import SIZES

_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_NEEDS = (
    *("libc6", "libgl1", "libegl1", "libxkbcommon0", "libxkbcommon-x11-0", "libdbus-1-3", "libfontconfig1"),
    *("libglib2.0-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xinerama0"),
    *("libxcb-image0", "libxcb-randr0", "libxcb-render-util0", "libpulse0"),
)
"""The system libraries that Qt and the recorder take from the system."""


def debian_package(folder: Path, icons: Path, out: Path) -> list[Path]:
    """Return the package, or nothing where the tool for it is not there."""
    builder = shutil.which("dpkg-deb")
    architecture = _ARCHITECTURES.get(platform.machine())
    if builder is None or architecture is None:
        return []
    root = out / "deb-root"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(root, folder, icons, architecture)
    package = out / f"{NAME}_{__version__}_{architecture}.deb"
    subprocess.run([builder, "--root-owner-group", "-Zxz", "-z1", "--build", str(root), str(package)], check=True)
    shutil.rmtree(root)
    return [package]


def lay_out(root: Path, folder: Path, icons: Path, architecture: str) -> None:
    """Write the tree that the package unpacks, and its description."""
    program = root / "opt" / NAME
    # Links instead of copies: the folder is more than a gigabyte, and dpkg-deb only reads it.
    shutil.copytree(folder, program, symlinks=True, copy_function=_link)
    for size in SIZES:
        target = root / f"usr/share/icons/hicolor/{size}x{size}/apps"
        target.mkdir(parents=True)
        shutil.copy(icons / f"{size}.png", target / f"{NAME}.png")
    entries = root / "usr/share/applications"
    entries.mkdir(parents=True)
    (entries / f"{NAME}.desktop").write_text(ENTRY.format(command=f"/opt/{NAME}/{NAME}"), encoding="utf-8")
    commands = root / "usr/bin"
    commands.mkdir(parents=True)
    for name in (NAME, f"{NAME}-cli"):
        (commands / name).symlink_to(f"/opt/{NAME}/{name}")
    _write_copyright(root / "usr/share/doc" / NAME, folder)
    size = sum(file.stat().st_size for file in program.rglob("*") if file.is_file() and not file.is_symlink())
    control = root / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        f"Package: {NAME}\nVersion: {__version__}\nArchitecture: {architecture}\nSection: misc\nPriority: optional\n"
        f"Maintainer: Insight Desktop\nInstalled-Size: {size // 1024}\nDepends: {', '.join(_NEEDS)}\n"
        "Description: understands sales meetings on the machine they are recorded on\n"
        " Records or imports sales meetings, transcribes them in Japanese and English, writes minutes and\n"
        " exports CSV to CRMs. Nothing leaves the machine.\n",
        encoding="utf-8",
    )


def _write_copyright(target: Path, folder: Path) -> None:
    """Say under which licence the program is, and where those of everything in it stand."""
    target.mkdir(parents=True)
    own = folder / LICENCES / "insight-desktop.txt"
    text = own.read_text(encoding="utf-8") if own.is_file() else ""
    (target / "copyright").write_text(
        f"{text}\nLibraries and models have their own, named in /opt/{NAME}/{LICENCES}/LICENCES.tsv.\n",
        encoding="utf-8",
    )


def _link(source: str, target: str) -> None:
    try:
        Path(target).hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)
