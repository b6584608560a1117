"""Weights as they ship: matrices as int8 with one scale a row, everything else as float16."""

from typing import Any


def widened(state: dict[str, Any]) -> dict[str, Any]:
    """Return packed tensors as float32, by name; empties what it was given, so that nothing lies in memory twice."""
    for name in [name for name in state if name.endswith(".scale")]:
        weight = name.removesuffix(".scale")
        state[weight] = state[weight].float() * state.pop(name).float()
    return {name: weight.float() for name, weight in state.items()}
