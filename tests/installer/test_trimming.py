"""What the packed program leaves out, and that what is left can be loaded."""

import struct
from pathlib import Path

import pytest

from installer.trimming import is_wanted, loads

_LOAD, _PAGE = 1, 0x1000


def library(*parts: tuple[int, int]) -> bytes:
    """Return the head of a 64-bit library with parts to load, each at an offset of the file and an address."""
    head = b"\x7fELF\x02\x01\x01" + bytes(9)
    head += struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, len(parts), 0, 0, 0)
    table = (struct.pack("<IIQQQQQQ", _LOAD, 5, at, address, 0, 0, 0, _PAGE) for at, address in parts)
    return head + b"".join(table)


def test_a_library_whose_parts_moved_is_not_taken(tmp_path: Path) -> None:
    """The second part of the other stands elsewhere in its page than in memory, as `strip` leaves it at times."""
    good, moved = tmp_path / "good.so", tmp_path / "moved.so"
    good.write_bytes(library((0, 0x400000), (0x2010, 0x603010)))
    moved.write_bytes(library((0, 0x400000), (0x2008, 0x603010)))

    assert loads(good)
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
