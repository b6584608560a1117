"""N-grams see the same in written and in recognised text."""

import numpy as np

from insight_desktop.nlp.ngrams import BUCKETS, NgramReader, features


def test_width_and_final_punctuation_make_no_difference():
    assert features("月30万円くらい。").keys() == features("月３０万円くらい").keys()


def test_scores_are_the_sum_of_the_weights():
    weights = np.zeros((2, BUCKETS), dtype=np.float16)
    column, value = next(iter(features("あ").items()))
    weights[1, column] = 2.0
    scores = NgramReader(weights, np.array([0.5, -1.0], dtype=np.float32)).read(["あ", ""])
    assert scores.tolist() == [[0.5, -1.0 + 2.0 * value], [0.5, -1.0]]
