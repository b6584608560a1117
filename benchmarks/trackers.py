"""Average precision of trackers of five sentences, on held-out annotated calls, beside meaning alone and keywords.

    python benchmarks/trackers.py [--draws 10]

Only calls that the label network has not learnt from (every eighth) are used. For each label of customers' turns five
turns are drawn, read alone as sentences are that somebody types; the calls that they come from are left out, and all
customers' turns of the others are ranked. The network was trained for these labels. So besides there are concepts that
are none of its labels (`concepts.toml`): five sentences as a manager would type them, ranked over all held-out calls.
Weights were chosen on every third label and concept, marked `*`; the mean of the others is told apart.
"Meaning" is the tracker without the network; "keywords" counts the rare words of the examples in each turn.
"""
# ruff: noqa: S311 - no secrets are drawn here

import argparse
import math
import random
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from many_meetings import CALLS
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from insight_desktop.insights.speech import without_fillers
from insight_desktop.nlp.light_encoder import LightEmbedder
from insight_desktop.nlp.light_turn_reader import LightTurnReader
from insight_desktop.nlp.meaning import centred, language_means
from insight_desktop.nlp.signals_model import SpokenTurn
from insight_desktop.trends import concepts
from insight_desktop.trends.few_shot import FEEDBACK, Heard, Judged, Pieces, Usual, learn, threshold
from training.calls import LABELS, TrainingCall, TrainingTurn, read_calls, split

EXAMPLES = 5
FEWEST = 20
SHORTEST = 8
CONCEPTS = Path(__file__).with_name("concepts.toml")
_GRAM = 2

Truth = NDArray[np.bool_]


class Figures(NamedTuple):
    """What was measured of one concept: average precisions, then precision and recall above the threshold."""

    tracker: float
    meaning: float
    keywords: float
    precision: float
    recall: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Talk:
    """Customers' turns of the held-out calls, as they are heard amid the conversation and alone."""

    names: tuple[str, ...]
    """Call and number of each turn."""
    turns: tuple[TrainingTurn, ...]
    amid: Heard
    keywords: "Keywords"


class Hearer:
    """Hears with both networks."""

    def __init__(self) -> None:
        """Load nothing yet."""
        self._embedder, self._reader = LightEmbedder(), LightTurnReader()

    def sentences(self, texts: list[str], languages: list[str]) -> Heard:
        """Hear each text alone."""
        seen = self._reader.alone(texts)
        return self._heard(texts, languages, seen.states, seen.scores)

    def calls(self, calls: list[TrainingCall]) -> Heard:
        """Hear the customers' turns amid their calls."""
        states, scores = [], []
        for call in calls:
            seen = self._reader.see([SpokenTurn(text=turn.text, role=_role(turn.speaker)) for turn in call.turns])
            rows = [place for place, turn in enumerate(call.turns) if turn.speaker.startswith("customer")]
            states.append(seen.states[rows])
            scores.append(seen.scores[rows])
        texts = [turn.text for call in calls for turn in call.turns if turn.speaker.startswith("customer")]
        languages = [call.language for call in calls for turn in call.turns if turn.speaker.startswith("customer")]
        return self._heard(texts, languages, np.concatenate(states), np.concatenate(scores))

    def _heard(
        self, texts: list[str], languages: list[str], states: NDArray[np.float32], scores: NDArray[np.float32]
    ) -> Heard:
        plain = [without_fillers(text, language) for text, language in zip(texts, languages, strict=True)]
        pieces = [sorted(set(each)) for each in self._reader.pieces(texts)]
        return Heard(
            meanings=centred(self._embedder.encode(plain), languages, language_means()),
            states=states,
            scores=scores,
            pieces=Pieces(
                counts=np.array([len(each) for each in pieces]),
                ids=np.array([piece for each in pieces for piece in each]),
            ),
        )


class Keywords:
    """Ranks turns by the rare words of the examples that they hold."""

    def __init__(self, texts: list[str]) -> None:
        """Count in how many turns each word stands."""
        self._turns = [Counter(words(text)) for text in texts]
        self._found = Counter(word for turn in self._turns for word in turn)

    def scores(self, examples: list[str]) -> NDArray[np.float64]:
        """Return the sum of the words' weights for each turn."""
        wanted = {word for example in examples for word in words(example)}
        weight = {word: math.log(len(self._turns) / (1 + self._found[word])) for word in wanted}
        return np.array([sum(weight[word] for word in turn if word in wanted) for turn in self._turns], np.float64)


def words(text: str) -> list[str]:
    """Return words of Latin letters, and pairs of other letters."""
    found: list[str] = []
    for part in text.casefold().replace("。", " ").replace("、", " ").split():
        if part.isascii():
            found.append(part.strip(".,!?"))
        else:
            found += [part[n : n + _GRAM] for n in range(len(part) - 1)]
    return found


def average_precision(scores: NDArray[np.floating], truth: Truth) -> float:
    """Return the mean of the precision at each right one, the best score first."""
    order = np.argsort(-scores, kind="stable")
    hits = truth[order]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precision[hits].mean())


def measured(talk: Talk, usual: Usual, examples: Heard, texts: list[str], truth: Truth, counted: Truth) -> Figures:
    """Rank the turns that are counted by five sentences, in three ways."""
    rows = np.flatnonzero(counted)
    amid, right = talk.amid.at(rows), truth[rows]
    judged = Judged(wanted=examples)
    first = learn(judged, usual)
    concept = first.pulled(amid.at(np.argsort(-first.scores(amid), kind="stable")[:FEEDBACK]))
    scores = concept.scores(amid)
    above = scores >= threshold(judged, usual, concept)
    plain = concepts.learn(examples.meanings, talk.amid.meanings)
    return Figures(
        tracker=average_precision(scores, right),
        meaning=average_precision(amid.meanings @ plain.direction, right),
        keywords=average_precision(talk.keywords.scores(texts)[rows], right),
        precision=float(right[above].mean()) if above.any() else 0.0,
        recall=float(above[right].mean()),
    )


def of_label(talk: Talk, hearer: Hearer, usual: Usual, label: str, draws: int) -> Figures:
    """Draw five turns that carry the label, several times; the calls they come from are not ranked."""
    chance = random.Random(7)
    truth = np.array([label in turn.labels for turn in talk.turns])
    calls = np.array([name.partition("#")[0] for name in talk.names])
    pool = [int(row) for row in np.flatnonzero(truth) if len(talk.turns[row].text) > SHORTEST]
    found = []
    for _ in range(draws):
        drawn = np.array(chance.sample(pool, EXAMPLES))
        counted = ~np.isin(calls, calls[drawn])
        found.append(measured(talk, usual, alone(talk, hearer, drawn), texts_at(talk, drawn), truth, counted))
    return Figures(*np.mean(found, axis=0).tolist())


def texts_at(talk: Talk, rows: NDArray[np.integer]) -> list[str]:
    """Return what was said in some turns."""
    return [talk.turns[row].text for row in rows]


def alone(talk: Talk, hearer: Hearer, rows: NDArray[np.integer]) -> Heard:
    """Hear some turns by themselves."""
    return hearer.sentences(texts_at(talk, rows), [talk.names[row][:2] for row in rows])


def heard_talk(hearer: Hearer) -> Talk:
    """Return the held-out calls."""
    _, held = split(read_calls(CALLS))
    named = [
        (f"{call.id}#{place}", turn)
        for call in held
        for place, turn in enumerate(call.turns)
        if turn.speaker.startswith("customer")
    ]
    texts = [turn.text for _, turn in named]
    return Talk(
        names=tuple(name for name, _ in named),
        turns=tuple(turn for _, turn in named),
        amid=hearer.calls(held),
        keywords=Keywords(texts),
    )


def main() -> None:
    """Print a line for each label and concept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=10)
    options = parser.parse_args()
    hearer = Hearer()
    talk = heard_talk(hearer)
    usual = Usual.of(talk.amid, alone(talk, hearer, np.arange(0, len(talk.names), 20)))
    labels = [label for label in LABELS if sum(label in turn.labels for turn in talk.turns) >= FEWEST]
    of_labels = [(label, of_label(talk, hearer, usual, label, options.draws)) for label in labels]
    told("labels", of_labels, tuned=range(0, 99, 3))
    place_of = {name: place for place, name in enumerate(talk.names)}
    marked = tomllib.loads(CONCEPTS.read_text(encoding="utf-8"))
    read = np.isin([name.partition("#")[0] for name in talk.names], marked["calls"].split())
    rows = []
    for concept in marked["concept"]:
        texts = concept["examples"]
        truth = np.zeros(len(talk.names), np.bool_)
        truth[[place_of[name] for name in concept["turns"]]] = True
        examples = hearer.sentences(texts, ["en" if text.isascii() else "ja" for text in texts])
        rows.append((concept["name"], measured(talk, usual, examples, texts, truth, read)))
    told("concepts that are no labels", rows, tuned=range(2, 99, 3))


def told(title: str, rows: list[tuple[str, Figures]], tuned: range) -> None:
    """Print the figures and their means."""
    print(f"{title}: average precision; then precision and recall above the tracker's own threshold")
    for place, (name, found) in enumerate(rows):
        print(_line(f"{name}{' *' if place in tuned else ''}", found))
    others = [found for place, (_, found) in enumerate(rows) if place not in tuned]
    print(_line("mean of the others", Figures(*np.mean(others, axis=0).tolist())))
    print(_line("mean", Figures(*np.mean([found for _, found in rows], axis=0).tolist())))


def _line(name: str, found: Figures) -> str:
    return (
        f"  {name:42} tracker {found.tracker:.3f}  meaning {found.meaning:.3f}  keywords {found.keywords:.3f}   "
        f"P {found.precision:.2f} R {found.recall:.2f}"
    )


def _role(speaker: str) -> str:
    return speaker if speaker in {"rep", "customer"} else "other"


if __name__ == "__main__":
    main()
