"""Where the layers lie that match told problems with a catalogue's phrases, and what they need beside the texts."""

import functools
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from insight_desktop.local_models import location
from insight_desktop.nlp.meaning import Vectors

MODEL = "problems"
LAYERS_FILE = "layers.safetensors"
MEANS_FILE = "means.npz"
OFFERS_FILE = "offers.json"


def problems_folder() -> Path:
    """Return the verified folder of the layers.

    Raises:
        KnownError: MODEL_MISSING or MODEL_DAMAGED.
    """
    return location.required(MODEL)


@functools.cache
def problem_means() -> Mapping[str, Vectors]:
    """Return each language's mean vector, over the problems that the layers were taught with."""
    with np.load(problems_folder() / MEANS_FILE) as file:
        return {language: file[language] for language in file.files}
