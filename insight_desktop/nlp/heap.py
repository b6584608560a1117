"""Keeps the process small that reads calls: what the C library does with freed blocks."""

import ctypes
import sys

_M_MMAP_THRESHOLD = -3
_ONE_MEGABYTE = 1 << 20


def return_large_blocks() -> None:
    """Have glibc give freed blocks of a megabyte and more back to the system at once; elsewhere nothing happens.

    By default glibc raises that limit with each large block that is freed, up to 32 MB, and a network whose batches
    differ in length then leaves holes: 250 MB after a call of 800 turns. Setting the limit also stops it from
    rising (mallopt(3), M_MMAP_THRESHOLD).
    """
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:  # musl has none
        mallopt(_M_MMAP_THRESHOLD, _ONE_MEGABYTE)
