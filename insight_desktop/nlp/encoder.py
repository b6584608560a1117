"""What gives sentences their meaning as vectors; apart from its adapters, so that the window may know it."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """Gives each text a vector of length one."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text; the product of two rows is their cosine."""
        ...


class Remembering:
    """Asks for the meaning of each text once, as long as it is among the last ones that were asked for.

    Args:
        encode: what to ask.
        most: how many texts are remembered.

    """

    def __init__(self, encode: Callable[[Sequence[str]], NDArray[np.float32]], most: int = 2_000) -> None:
        """Remember nothing yet."""
        self._encode, self._most = encode, most
        self._known: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text; the product of two rows is their cosine."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new or not texts:
            rows = self._encode(new)
            if not texts:
                return rows
            self._known |= dict(zip(new, rows, strict=True))
        for text in dict.fromkeys(texts):  # the last asked for stand last
            self._known[text] = self._known.pop(text)
        found = np.stack([self._known[text] for text in texts])
        for text in list(self._known)[: -self._most]:
            del self._known[text]
        return found
