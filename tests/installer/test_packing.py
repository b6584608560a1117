"""The packages that are made of the frozen folder: what is in them, checksums, install, upgrade and removal."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from insight_desktop import __version__
from installer import debian
from installer.contents import LICENCES, NAME
from installer.debian import debian_package
from installer.desktop_entry import add_desktop_files
from installer.icons import SIZES
from installer.packing import write_checksums

needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="no dpkg on this system")


@pytest.fixture
def icons(tmp_path: Path) -> Path:
    folder = tmp_path / "icons"
    folder.mkdir()
    for size in SIZES:
        (folder / f"{size}.png").write_bytes(b"png")
    return folder


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A folder as freezing leaves it, but small."""
    folder = tmp_path / "商談 frozen"
    (folder / LICENCES).mkdir(parents=True)
    (folder / LICENCES / "insight-desktop.txt").write_text("MIT License", encoding="utf-8")
    for name in (NAME, f"{NAME}-cli"):
        (folder / name).write_text("#!/bin/sh\necho started\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


def dpkg(root: Path, *arguments: str) -> None:
    """Run dpkg on a system below a folder, as a user who may not write to the real one."""
    admin = root / "var/lib/dpkg"
    if not admin.exists():
        (admin / "updates").mkdir(parents=True)
        (admin / "info").mkdir()
        (admin / "status").write_text("", encoding="utf-8")
    command = [
        "dpkg",
        f"--instdir={root}",
        f"--admindir={admin}",
        "--force-depends",
        "--force-not-root",
        "--log=/dev/null",
    ]
    environment = os.environ | {"PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}
    subprocess.run([*command, *arguments], check=True, capture_output=True, env=environment)


@needs_dpkg
def test_debian_package_is_installed_upgraded_and_removed_with_the_data_kept(
    frozen: Path, icons: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = tmp_path / "system"
    (package,) = debian_package(frozen, icons, tmp_path)
    dpkg(system, "-i", str(package))
    data = system / "home/hanako/.local/share/InsightDesktop/insight.db"
    data.parent.mkdir(parents=True)
    data.write_text("meetings", encoding="utf-8")
    program = system / "opt" / NAME

    assert os.access(program / NAME, os.X_OK)
    assert (system / "usr/bin" / NAME).readlink() == Path(f"/opt/{NAME}/{NAME}")
    assert "MIT License" in (system / "usr/share/doc" / NAME / "copyright").read_text(encoding="utf-8")
    entry = (system / "usr/share/applications" / f"{NAME}.desktop").read_text(encoding="utf-8")
    assert f"Exec=/opt/{NAME}/{NAME}\n" in entry
    assert (system / f"usr/share/icons/hicolor/{SIZES[0]}x{SIZES[0]}/apps/{NAME}.png").is_file()

    (frozen / "newer").write_text("", encoding="utf-8")
    monkeypatch.setattr(debian, "__version__", f"{__version__}.1")
    (newer,) = debian_package(frozen, icons, tmp_path)
    dpkg(system, "-i", str(newer))
    assert (program / "newer").is_file()

    dpkg(system, "-r", NAME)
    assert not program.exists()
    assert not (system / "usr/bin" / NAME).is_symlink()
    assert data.read_text(encoding="utf-8") == "meetings"


@pytest.mark.skipif(os.name == "nt", reason="a script of Linux")
def test_script_for_one_user_installs_upgrades_and_keeps_the_data(frozen: Path, icons: Path, tmp_path: Path) -> None:
    home = tmp_path / "花子 🙂"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}

    def install(*arguments: str) -> None:
        subprocess.run([str(frozen / "install.sh"), *arguments], check=True, env=environment, capture_output=True)

    add_desktop_files(frozen, icons)
    install()
    data = home / ".local/share/InsightDesktop/insight.db"
    data.parent.mkdir(parents=True)
    data.write_text("meetings", encoding="utf-8")
    started = subprocess.run([str(home / ".local/bin" / NAME)], check=True, capture_output=True, text=True)
    assert started.stdout == "started\n"

    (frozen / "newer").write_text("", encoding="utf-8")
    install()
    assert (home / ".local/opt" / NAME / "newer").is_file()

    install("remove")
    assert not (home / ".local/opt" / NAME).exists()
    assert not (home / ".local/bin" / NAME).exists()
    assert data.is_file()
    install("remove", "--with-data")
    assert not data.exists()


def test_checksums_are_as_sha256sum_reads_them(tmp_path: Path) -> None:
    (tmp_path / "a.tar.gz").write_bytes(b"abc")
    write_checksums([tmp_path / "a.tar.gz"], tmp_path)
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert (tmp_path / "SHA256SUMS").read_text(encoding="utf-8") == f"{digest}  a.tar.gz\n"
