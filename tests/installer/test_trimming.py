"""What the packed program leaves out, and that what is left can be loaded."""

import struct
import sys
from pathlib import Path

import numpy as np
import pytest

from installer.trimming import is_wanted, loads

_LOAD = 1


@pytest.mark.skipif(sys.platform != "linux", reason="libraries of Linux")
def test_a_library_whose_parts_moved_is_not_taken(tmp_path: Path) -> None:
    """The table of a real library is changed as `strip` does to one whose search path was rewritten."""
    library = next(Path(np.__file__).parent.rglob("_multiarray_umath*.so"))
    content = bytearray(library.read_bytes())
    (table,) = struct.unpack_from("<Q", content, 32)
    (size,) = struct.unpack_from("<H", content, 54)
    at = next(table + n * size for n in range(40) if struct.unpack_from("<I", content, table + n * size)[0] == _LOAD)
    (address,) = struct.unpack_from("<Q", content, at + 16)
    struct.pack_into("<Q", content, at + 16, address + 8)
    moved = tmp_path / "moved.so"
    moved.write_bytes(content)

    assert loads(library)
    assert not loads(moved)


def test_what_is_no_library_is_not_taken(tmp_path: Path) -> None:
    """An empty file, such as a tool that failed leaves."""
    (tmp_path / "x.so").write_bytes(b"")
    assert not loads(tmp_path / "x.so")


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("torch/bin/torch_shm_manager", True),
        ("soundcard/pulseaudio.py.h", True),
        ("torch/include/ATen/ATen.h", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/translations/qtbase_ja.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("numpy\\\\_core\\\\tests\\\\data.csv", False),
    ],
)
def test_files_are_chosen_by_their_place(path: str, *, wanted: bool) -> None:
    assert is_wanted(path) is wanted
