"""What gives sentences their meaning as vectors; apart from its adapters, so that the window may know it."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """Gives each text a vector of length one."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text; the product of two rows is their cosine."""
        ...
