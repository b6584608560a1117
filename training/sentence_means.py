"""Takes each language's mean over the insights of the training calls: `python -m training.sentence_means`."""

import re

import numpy as np

from insight_desktop import paths
from insight_desktop.nlp.embedder import SentenceTransformerEmbedder
from training.train import DATA

GROUPED = re.compile(r"(?:pain|dissatisfaction|need|success|expansion_signal)#(\d+)")
LONGEST = 200


def insights() -> dict[str, list[str]]:
    """Return the words of each insight by language."""
    found: dict[str, list[str]] = {"ja": [], "en": []}
    for path in sorted((DATA / "calls").glob("*.tsv")):
        groups: dict[str, list[str]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 4:  # noqa: PLR2004 - the notation of the calls
                for group in GROUPED.findall(cells[1]):
                    groups.setdefault(group, []).append(cells[3])
        found[path.name[:2]] += [" ".join(texts)[:LONGEST] for texts in groups.values()]
    return found


def main() -> None:
    """Write `models/sentence_means.npz`."""
    embedder = SentenceTransformerEmbedder()
    means = {language: embedder.encode(texts).mean(axis=0) for language, texts in insights().items()}
    np.savez(paths.models() / "sentence_means.npz", **means)
    print({language: mean.shape for language, mean in means.items()})


if __name__ == "__main__":
    main()
