"""Writes a trained checkpoint as the shipped model: `python -m training.export CHECKPOINT... --out DIR`.

Several checkpoints, or folders of shipped models, are averaged weight by weight. Matrices become int8 with one scale a
row, everything else float16.
"""

import argparse
import hashlib
import json
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor

from insight_desktop.nlp.model_files import sentence_encoder
from insight_desktop.nlp.turn_reader import ENCODER_FILE, WORDS_FILE, weights_of
from training.calls import LABELS
from training.vocabulary import tokenizer_of

_LARGE = 10_000


def packed(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the weights as int8 with scales."""
    result: dict[str, Tensor] = {}
    for name, weight in state.items():
        if weight.dim() == 2 and weight.numel() > _LARGE:  # noqa: PLR2004
            scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            result[name] = (weight / scale).round().to(torch.int8)
            result[f"{name}.scale"] = scale.half()
        else:
            result[name] = weight.half().contiguous()
    return result


def main() -> None:
    """Write the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    states = [
        weights_of(path) if path.is_dir() else torch.load(path, map_location="cpu") for path in options.checkpoints
    ]
    state = {name: sum(each[name].float() for each in states) / len(states) for name in states[0]}
    options.out.mkdir(parents=True, exist_ok=True)
    words = {name: weight for name, weight in state.items() if name == "words.weight"}
    save_file(packed(words), options.out / WORDS_FILE)
    save_file(packed({name: weight for name, weight in state.items() if name not in words}), options.out / ENCODER_FILE)
    tokenizer_of(sentence_encoder()).save(str(options.out / "tokenizer.json"), pretty=False)
    settings_file = options.out / "signals.json"
    settings = json.loads(settings_file.read_text(encoding="utf-8")) if settings_file.exists() else {}
    settings |= {"labels": list(LABELS), "vocabulary": state["words.weight"].shape[0]}
    settings_file.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    for path in sorted(options.out.iterdir()):
        print(path.name, path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
