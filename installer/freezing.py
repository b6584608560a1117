"""Freezes the program with PyInstaller: one folder, two launchers."""

import subprocess
import sys
from pathlib import Path

from insight_desktop import __version__
from installer import contents
from installer.contents import NAME, ROOT

_SPEC = """# made by build_installer.py
import importlib.util
from pathlib import Path
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


def wanted(entry):
    path = entry[0].replace("\\\\", "/")
    if path.startswith("torch/bin/torch_shm_manager"):
        return True  # torch will not start without it
    if "PySide6/Qt/translations/" in path:
        return "/qtbase_ja" in path
    return not path.startswith({unwanted!r})


found.datas = [entry for entry in found.datas if wanted(entry)]
found.binaries = [entry for entry in found.binaries if wanted(entry)]
pure = PYZ(found.pure)
parts = [
    EXE(pure, found.scripts, [], name=name, exclude_binaries=True, console=console, icon={icon!r}, upx=False)
    for name, console in (({name!r}, False), ({name!r} + "-cli", True))
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
            left_out=list(contents.LEFT_OUT),
            unwanted=contents.UNWANTED_FILES,
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
        [*command, "--distpath", str(build / "dist"), "--workpath", str(build / "work"), str(spec)], check=True
    )
    return build / "dist" / ("Insight Desktop.app" if sys.platform == "darwin" else NAME)
