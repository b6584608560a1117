"""The voice of the program's user, as numbers; the sound it was made of is not kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicePrint:
    """What tells one voice from others."""

    vector: tuple[float, ...]
    """A unit vector of the model that tells voices apart."""
    model: str
    """Prints of another model say nothing."""
    seconds: float = 0.0
    """How much speech it was made of."""
    made_at: str = ""
    """ISO 8601, UTC."""
