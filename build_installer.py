"""Builds what users install: the frozen program in one folder with two launchers, packed, with checksums and licences.

    .venv/bin/python -m pip install -e .[build]
    .venv/bin/python build_installer.py [--out dist] [--work build] [--sign IDENTITY]

Run it on the system the program is for: Linux gives a .deb and a .tar.gz, macOS an app in a .dmg, Windows a .zip and an
Inno Setup script (an installer where its compiler is on the PATH). The packed program is tried out before anything is
packed: `python -m installer.smoke FOLDER` does the same with any packed folder.
"""

import argparse
import sys
from pathlib import Path

from installer import smoke
from installer.contents import ROOT, stage
from installer.freezing import freeze
from installer.packing import pack, write_checksums


def main() -> int:
    """Build, try out and pack; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where archives and checksums go")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="where the program is put together")
    parser.add_argument("--sign", metavar="IDENTITY", help="code signing identity (macOS)")
    options = parser.parse_args()
    out, build = options.out.resolve(), options.work.resolve()
    build.mkdir(parents=True, exist_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    stage(build / "bundle")
    folder = freeze(build, build / "bundle", signer=options.sign)
    if not smoke.passes(folder):
        return 1
    made = pack(folder, build / "bundle" / "icons", out)
    write_checksums(made, out)
    for file in made:
        print(f"{file}  {file.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
