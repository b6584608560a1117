"""Learns which expressions tell the rep from the customer: sparse weights of n-grams, written as a small table.

    python training/speaker_roles.py CALLS_DIR [--out resources/lexicons/speaker_roles.json]

CALLS_DIR holds calls in the compact notation: `# key: value` lines, then `speaker TAB marks TAB sentiment TAB text`.
"""

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parents[1]))
from insight_desktop.diarization.roles import ngrams

Call = tuple[str, list[tuple[str, str]]]
FEWEST_CALLS = 5
KEPT = 2500


def read(path: Path) -> Call:
    """Return language and turns of one call."""
    language, turns = "ja", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# lang:"):
            language = line.split(":", 1)[1].strip()
        elif line and not line.startswith("#"):
            speaker, _, _, text = line.split("\t")
            turns.append((speaker, text))
    return language, turns


def sides(calls: list[Call]) -> tuple[list[dict[str, float]], list[int]]:
    """Return bags of n-grams of pieces of about six turns of one side, and 1 for the rep."""
    bags, targets = [], []
    for language, turns in calls:
        for is_rep in (True, False):
            texts = [text for speaker, text in turns if speaker.startswith("rep") == is_rep]
            for start in range(0, len(texts), 6):
                bags.append({gram: 1.0 for text in texts[start : start + 6] for gram in ngrams(text, language)})
                targets.append(int(is_rep))
    return bags, targets


def learn(calls: list[Call], language: str) -> dict[str, float]:
    """Return the weights of one language."""
    chosen = [call for call in calls if call[0] == language]
    counts: dict[str, int] = defaultdict(int)
    for call in chosen:
        for gram in {gram for _, text in call[1] for gram in ngrams(text, language)}:
            counts[gram] += 1
    bags, targets = sides(chosen)
    bags = [{gram: 1.0 for gram in bag if counts[gram] >= FEWEST_CALLS} for bag in bags]
    vectorizer = DictVectorizer()
    features = vectorizer.fit_transform(bags)
    model = LogisticRegression(C=0.05, max_iter=500).fit(features, targets)
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    strongest = sorted(weights, key=lambda gram: -abs(weights[gram]))[:KEPT]
    return {gram: round(float(weights[gram]), 3) for gram in sorted(strongest)}


def main() -> None:
    """Cross-check by halves of the calls, then learn from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("calls", type=Path)
    parser.add_argument("--out", type=Path, default=Path("resources/lexicons/speaker_roles.json"))
    options = parser.parse_args()
    calls = [read(path) for path in sorted(options.calls.glob("*.tsv"))]
    for language in ("ja", "en"):
        margins = []
        for fold in range(4):
            weights = learn([call for n, call in enumerate(calls) if n % 4 != fold], language)
            for n, (call_language, turns) in enumerate(calls):
                if n % 4 == fold and call_language == language:
                    score: dict[bool, float] = defaultdict(float)
                    for speaker, text in turns:
                        score[speaker.startswith("rep")] += sum(weights.get(g, 0) for g in set(ngrams(text, language)))
                    margins.append(score[True] - score[False])
        found = np.array(margins)
        print(language, len(found), "calls; right", np.mean(found > 0), "margins", np.percentile(found, [1, 5, 25, 50]))
    table = {language: learn(calls, language) for language in ("ja", "en")}
    options.out.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
