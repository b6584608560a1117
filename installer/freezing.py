"""Freezes the program with PyInstaller: one folder, two launchers."""

import os
import subprocess
import sys
from pathlib import Path

from insight_desktop import __version__
from installer import contents
from installer.contents import NAME, ROOT
from installer.licences import add_native
from installer.trimming import left_out, strip_symbols

_SPEC = """# made by build_installer.py
import importlib.util
import sys
from pathlib import Path

sys.path.insert(0, {root!r})
from installer.licences import add_native
from installer.trimming import is_wanted
from PyInstaller.utils.hooks import collect_data_files, copy_metadata

datas = {datas!r}
for package in {data_of!r}:
    datas += collect_data_files(package)
for package, file in {data!r}:
    folder = Path(next(iter(importlib.util.find_spec(package).submodule_search_locations)))
    datas.append((str(folder / file), str((Path(package) / file).parent)))
for distribution in {metadata_of!r}:
    datas += copy_metadata(distribution)
found = Analysis(
    [{entry!r}], pathex=[{root!r}], datas=datas, hiddenimports={hidden!r}, excludes={left_out!r},
    module_collection_mode={{"torch": "pyz+py"}},  # torch reads its own source when it is imported
)


found.datas = [entry for entry in found.datas if is_wanted(entry[0])]
found.binaries = [entry for entry in found.binaries if is_wanted(entry[0])]
pure = PYZ(found.pure)
parts = [
    EXE(pure, found.scripts, [], name=name, exclude_binaries=True, console=console, icon={icon!r}, upx=False)
    for name, console in {launchers!r}
]
whole = COLLECT(*parts, found.binaries, found.datas, name={name!r}, upx=False)
if {is_mac!r}:
    BUNDLE(
        whole,
        name="Insight Desktop.app",
        icon={icon!r},
        bundle_identifier="app.insightdesktop",
        version={version!r},
        codesign_identity={signer!r},
        info_plist={{
            "NSMicrophoneUsageDescription": "商談を録音します。録音はこの端末の中だけに保存されます。",
            "NSAudioCaptureUsageDescription": "相手の声を録音します。録音はこの端末の中だけに保存されます。",
            "NSHighResolutionCapable": True,
        }},
    )
"""


def freeze(build: Path, stage: Path, *, signer: str | None = None) -> Path:
    """Run PyInstaller and return the folder it made; `signer` is a code signing identity of macOS."""
    icon = {"win32": "insight-desktop.ico", "darwin": "insight-desktop.icns"}.get(sys.platform)
    spec = build / f"{NAME}.spec"
    spec.write_text(
        _SPEC.format(
            datas=[(str(stage / part), part) for part in ("resources", "models", "licences")],
            hidden=[*contents.HIDDEN, *contents.own_modules()],
            data_of=contents.DATA_OF,
            data=contents.DATA,
            metadata_of=contents.METADATA_OF,
            left_out=left_out(),
            launchers=_launchers(),
            entry=str(ROOT / "insight_desktop" / "__main__.py"),
            root=str(ROOT),
            icon=str(stage / "icons" / icon) if icon else None,
            name=NAME,
            is_mac=sys.platform == "darwin",
            signer=signer,
            version=__version__,
        ),
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "INFO"]
    subprocess.run(
        [*command, "--distpath", str(build / "dist"), "--workpath", str(build / "work"), str(spec)],
        # This checkout's modules, also where the environment has another one installed.
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    folder = build / "dist" / ("Insight Desktop.app" if sys.platform == "darwin" else NAME)
    if sys.platform == "linux":
        (folder / f"{NAME}-cli").symlink_to(NAME)
        add_native(folder / "_internal")
        print(f"symbols taken out: {strip_symbols(folder / '_internal') / 1e6:.0f} MB")
    return folder


def _launchers() -> list[tuple[str, bool]]:
    """Return the launchers by name, and whether each has a console.

    Each carries all modules; on Linux, where a launcher with a console is no other, the second one is a link.
    """
    window, console = (NAME, False), (f"{NAME}-cli", True)
    return [window] if sys.platform == "linux" else [window, console]
