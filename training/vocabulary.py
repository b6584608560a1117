"""Cuts the encoder's vocabulary of 250,002 pieces to those of Japanese and English text.

Kept are every piece of kana and of kanji that Shift JIS can write, single letters and marks, and those ASCII pieces
that English words, English prose and the training text need. Token ids are listed in `data/vocabulary.txt`.
"""

import json
from pathlib import Path

from tokenizers import Tokenizer

KEPT = Path(__file__).parent / "data" / "vocabulary.json"


def kept_ids() -> list[int]:
    """Return the ids of the kept pieces, ascending, the special ones first."""
    gaps: list[int] = json.loads(KEPT.read_text(encoding="utf-8"))
    ids, current = [], -1
    for gap in gaps:
        current += gap
        ids.append(current)
    return ids


def cut_tokenizer(folder: Path) -> Tokenizer:
    """Return the encoder's tokenizer with the kept pieces alone; new ids count up in the order of the old ones."""
    text = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = text["model"]["vocab"]
    text["model"]["vocab"] = [vocabulary[i] for i in kept_ids()]
    text["added_tokens"] = [token for token in text["added_tokens"] if token["id"] < len(text["model"]["vocab"])]
    return Tokenizer.from_str(json.dumps(text, ensure_ascii=False))
