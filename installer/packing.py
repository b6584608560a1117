"""Packs the frozen folder the way each system's users expect, with checksums."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from insight_desktop import __version__
from installer.contents import NAME
from installer.debian import debian_package
from installer.desktop_entry import add_desktop_files


def pack(folder: Path, icons: Path, out: Path) -> list[Path]:
    """Return the archives and installers made of the frozen folder."""
    base = out / f"{NAME}-{__version__}-{sys.platform}-{platform.machine().lower()}"
    if sys.platform == "darwin":
        return [_disk_image(folder, base)]
    if os.name == "nt":
        archive = Path(shutil.make_archive(str(base), "zip", folder.parent, folder.name))
        return [archive, *_inno_setup(folder, icons, base)]
    add_desktop_files(folder, icons)
    archive = base.with_name(base.name + ".tar.gz")
    with tarfile.open(archive, "w:gz", compresslevel=4) as packed:
        packed.add(folder, folder.name)
    return [archive, *debian_package(folder, icons, out)]


def _disk_image(folder: Path, base: Path) -> Path:
    image = base.with_name(base.name + ".dmg")
    subprocess.run(["hdiutil", "create", "-ov", "-srcfolder", str(folder), "-format", "UDZO", str(image)], check=True)
    return image


def _inno_setup(folder: Path, icons: Path, base: Path) -> list[Path]:
    """Make a Windows installer for one user, where the tool for it is there; the user's data is no part of it."""
    compiler = shutil.which("iscc")
    script = base.with_suffix(".iss")
    script.write_text(
        "[Setup]\nAppId=InsightDesktop\nAppName=Insight Desktop\n"
        f"AppVersion={__version__}\nPrivilegesRequired=lowest\nSetupIconFile={icons / 'insight-desktop.ico'}\n"
        f"DefaultDirName={{autopf}}\\Insight Desktop\nOutputDir={base.parent}\nOutputBaseFilename={base.name}-setup\n"
        '[Languages]\nName: "ja"; MessagesFile: "compiler:Languages\\Japanese.isl"\n'
        'Name: "en"; MessagesFile: "compiler:Default.isl"\n'
        f'[Files]\nSource: "{folder}\\*"; DestDir: "{{app}}"; Flags: recursesubdirs ignoreversion\n'
        f'[Icons]\nName: "{{autoprograms}}\\Insight Desktop"; Filename: "{{app}}\\{NAME}.exe"\n',
        encoding="utf-8-sig",
    )
    if compiler is None:
        return [script]
    subprocess.run([compiler, "/Q", str(script)], check=True)
    return [base.with_name(base.name + "-setup.exe")]


def write_checksums(files: list[Path], out: Path) -> None:
    """Write `SHA256SUMS` in the form that `sha256sum -c` reads."""
    lines = []
    for file in files:
        with file.open("rb") as stream:
            lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {file.name}\n")
    (out / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
