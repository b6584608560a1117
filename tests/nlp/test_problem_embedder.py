"""The layers that match told problems with short phrases, as they ship."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from insight_desktop.nlp.embedder import E5Embedder, ProblemEmbedder
from insight_desktop.nlp.encoder import Embedder, Remembering
from insight_desktop.nlp.light_encoder import LightEmbedder, LightProblemEmbedder
from insight_desktop.nlp.meaning import Vectors, centred, language_means
from insight_desktop.nlp.problems_model import problem_means
from training.train_problems import Problem, read_problems

UNSEEN = "en-tr-j"
"""A writer whose problems the layers were not taught with."""


def found_first(embedder: Embedder, means: Mapping[str, Vectors], problems: Sequence[Problem]) -> float:
    """Return how often one of a problem's own phrases comes nearest among those of all."""
    phrases = [(n, phrase) for n, problem in enumerate(problems) for phrase in problem.phrases]
    told = [(n, telling) for n, problem in enumerate(problems) for telling in problem.tellings]
    rows = embedder.encode([text for _, text in (*phrases, *told)])
    rows = centred(rows, ["en"] * len(rows), means)
    near = rows[len(phrases) :] @ rows[: len(phrases)].T
    owners = np.array([n for n, _ in phrases])
    right = []
    for n in range(len(problems)):
        best = near[[row for row, (owner, _) in enumerate(told) if owner == n]].max(0)
        right.append(owners[int(best.argmax())] == n)
    return float(np.mean(right))


def test_a_told_problem_finds_the_phrase_that_names_it_more_often_than_by_general_meaning() -> None:
    general = E5Embedder()
    problems = [problem for problem in read_problems() if problem.call.startswith(UNSEEN)]
    ours = found_first(ProblemEmbedder(general), problem_means(), problems)
    assert ours >= 0.75
    assert ours >= found_first(general, language_means(), problems) + 0.05


def test_the_general_meaning_stays_what_it_was() -> None:
    general = E5Embedder()
    before = general.encode(["二重予約"])
    ours = ProblemEmbedder(general).encode(["二重予約"])
    np.testing.assert_array_equal(general.encode(["二重予約"]), before)
    assert float((before * ours).sum()) < 0.999
    assert np.linalg.norm(ours) == pytest.approx(1.0, abs=1e-5)
    assert ProblemEmbedder(general).encode([]).shape == (0, 384)


def test_the_window_s_process_reads_the_same_layers_without_torch() -> None:
    texts = ["二重予約", "invoices typed in by hand", "月末の締めに三日かかる"]
    light, heavy = LightProblemEmbedder(LightEmbedder()).encode(texts), ProblemEmbedder(E5Embedder()).encode(texts)
    np.testing.assert_allclose(light, heavy, atol=2e-3)
    assert LightProblemEmbedder(LightEmbedder()).encode([]).shape == (0, 384)


def test_what_was_read_lately_is_not_read_again() -> None:
    asked: list[list[str]] = []

    def encode(texts: Sequence[str]) -> np.ndarray:
        asked.append(list(texts))
        return np.array([[len(text), 1] for text in texts], np.float32).reshape(len(texts), 2)

    encoder = Remembering(encode, most=2)
    assert encoder.encode(["a", "bb", "a"])[:, 0].tolist() == [1, 2, 1]
    encoder.encode(["a"])
    encoder.encode(["ccc", "a"])
    encoder.encode(["bb"])
    assert asked == [["a", "bb"], ["ccc"], ["bb"]]
    assert encoder.encode([]).shape == (0, 2)
