"""The score adds up."""

import copy

import pytest

from insight_desktop.insights.evaluation import Evaluation, matched

GOLD = {
    "turns": [
        {"i": 0, "speaker": "rep", "labels": ["next_step"], "sentiment": "neutral"},
        {"i": 1, "speaker": "customer", "labels": ["pain", "budget"], "sentiment": "negative"},
        {"i": 2, "speaker": "customer", "labels": ["competitor"], "sentiment": "positive"},
    ],
    "insights": [{"kind": "pain", "turns": [1], "summary": "", "theme": ""}],
    "facts": {
        "budget": [{"turns": [1], "amount": 300000, "currency": "JPY", "per": "month"}],
        "timeline": [{"turns": [1], "date": "2027-01-31", "text": "年明け"}],
        "decision": [],
        "competitors": [{"turns": [2], "name": "ＰａｙＳprout"}],
    },
    "next_steps": [{"turns": [0], "owner": "rep", "what": "", "due": "2026-10-21"}],
    "suggestions": {
        "expected": [{"product": "A", "kind": "upsell", "because": [1]}],
        "forbidden": [{"product": "B", "why": ""}],
        "timing": "hold",
    },
}


def test_the_right_answers_score_one_everywhere():
    evaluation = Evaluation()
    predicted = copy.deepcopy(GOLD)
    predicted["facts"]["competitors"] = [{"turns": [2], "name": "paysprout"}]
    evaluation.add(GOLD, predicted)
    result = evaluation.result()
    keys = ("label_micro_f1", "label_macro_f1", "insight_f1", "next_step_owner", "next_step_due_exact",
            "budget_exact", "timeline_exact", "timing_accuracy", "hold_recall", "suggestion_kind")  # fmt: skip
    assert {key: result[key] for key in keys} == dict.fromkeys(keys, 1.0)
    assert result["competitors"]["f1"] == 1.0
    assert result["calls_sold_on_hold"] == 1


def test_no_answers_score_zero():
    evaluation = Evaluation()
    evaluation.add(GOLD, {})
    result = evaluation.result()
    assert (result["label_micro_f1"], result["insight_f1"], result["budget_exact"]) == (0.0, 0.0, 0.0)
    assert result["labels"]["pain"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1, "predicted": 0}


def test_a_false_label_costs_precision():
    evaluation = Evaluation()
    predicted = copy.deepcopy(GOLD)
    predicted["turns"][2]["labels"] = ["competitor", "pain"]
    evaluation.add(GOLD, predicted)
    assert evaluation.result()["labels"]["pain"]["p"] == pytest.approx(0.5)


def test_items_pair_by_the_largest_overlap():
    gold = [{"turns": [1, 2]}, {"turns": [2]}]
    found = [{"turns": [2]}, {"turns": [1, 2]}]
    assert matched(gold, found) == [(gold[1], found[0]), (gold[0], found[1])]
