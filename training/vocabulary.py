"""The encoder's vocabulary of 250,002 pieces, cut to those of Japanese and English text.

Kept are every piece of kana and of kanji that Shift JIS can write, single letters and marks, and those ASCII pieces
that English words, English prose and the training text need. The program makes the encoder's folder with these pieces
alone (`models/e5_pieces.json`), so nothing is left to cut when training reads it.
"""

from pathlib import Path

from tokenizers import Tokenizer


def tokenizer_of(folder: Path) -> Tokenizer:
    """Return the encoder's tokenizer."""
    return Tokenizer.from_file(str(folder / "tokenizer.json"))
