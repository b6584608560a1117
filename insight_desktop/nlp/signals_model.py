"""Where the trained turn network lies, and what it reads; known to both of its readers, and free of their libraries."""

import json
from dataclasses import dataclass
from pathlib import Path

from insight_desktop.local_models import location

MODEL = "signals"
WORDS_FILE = "words.safetensors"
ENCODER_FILE = "encoder.safetensors"
NGRAMS_FILE = "ngrams.npz"
RESCORING_FILE = "rescoring.npz"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenTurn:
    """A turn as the network wants it."""

    text: str
    role: str
    """`rep`, `customer`, `other` (a second customer) or `unknown`."""


def signals_folder() -> Path:
    """Return the verified folder of the signals model.

    Raises:
        KnownError: MODEL_MISSING or MODEL_DAMAGED.
    """
    return location.required(MODEL)


def signals_version(folder: Path | None = None) -> str:
    """Return name and version of the network in a folder; None finds the shipped one.

    Raises:
        KnownError: MODEL_MISSING or MODEL_DAMAGED.
    """
    text = ((folder or signals_folder()) / "signals.json").read_text(encoding="utf-8")
    return str(json.loads(text)["version"])
