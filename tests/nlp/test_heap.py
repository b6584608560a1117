"""What the process that reads calls keeps in memory."""

import platform
import subprocess
import sys

import pytest

_PROBE = """
import sys, numpy
from insight_desktop.nlp.heap import return_large_blocks
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 2**20
if sys.argv[1] == "set":
    return_large_blocks()
numpy.ones(30 * 2**17)  # frees 30 MB: glibc now keeps whatever is smaller
blocks, last = [numpy.ones(2**18) for _ in range(40)], numpy.ones(2**10)
began = resident()
del blocks[::2]
print(began - resident())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="glibc alone has this limit")
def test_freed_blocks_of_a_batch_leave_the_process() -> None:
    """Half of 80 MB is freed between what stays; with the limit it goes back, without it the holes remain."""
    freed = {
        how: float(subprocess.run([sys.executable, "-c", _PROBE, how], capture_output=True, check=True).stdout)
        for how in ("set", "as it is")
    }
    assert freed["set"] > 35
    assert freed["as it is"] < 10


def test_the_reader_does_not_load_the_compiler_of_torch() -> None:
    """torch.compile's modules cost seconds and 70 MB; drawing a table at random on the meta device loads them."""
    probe = """
import sys
from insight_desktop.nlp.turn_reader import SpokenTurn, TurnReader
TurnReader().read([SpokenTurn(text="困っています", role="customer")])
print("torch" in sys.modules, "torch._dynamo" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["True", "False"]
