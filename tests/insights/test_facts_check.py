"""That `training.facts_check` counts what it says: right, other, missed and extra facts, with the words."""

import dataclasses
from pathlib import Path

import pytest

from insight_desktop.domain.insight import LabelledTurn, Signal, SignalScore
from training.calls import header_of, marks_of, read_call, second_reading
from training.fact_marks import MarkedCall, read_marked_call
from training.facts_check import CALLS, Check, groups_of
from training.kept_labels import labelled_turn
from training.worst_errors import Error, chosen, counts_of, errors_of

CALL = """# id: ja-tr-z99
# lang: ja
# held_on: 2026-09-03
# current_products: -
# renewal_on: -
rep\t.\t0\t本日はありがとうございます。
customer\tbudget=300000:JPY:month\t0\t予算は月に三十万円までです。
customer\ttimeline=2026-12-31,competitor=ミナモソフト\t0\tミナモソフトさんと比べて、年内には決めたいです。
customer\ttimeline=-\t0\t春ごろに動かせたらと。
rep\tnext_step=rep:2026-09-09\t0\t来週の水曜までにお見積もりをお送りします。
"""


@pytest.fixture
def call(tmp_path: Path) -> MarkedCall:
    path = tmp_path / "ja-tr-z99.tsv"
    path.write_text(CALL, encoding="utf-8")
    return read_marked_call(path)


def checked(call: MarkedCall, labelled: tuple[LabelledTurn, ...] | None = None) -> Check:
    check = Check()
    check.add(call, call.labelled if labelled is None else labelled)
    return check


def test_true_labels_give_every_fact(call: MarkedCall):
    check = checked(call)
    assert {kind: (c.marks, c.right) for kind, c in check.counts.items()} == dict.fromkeys(check.counts, (1, 1))
    assert not check.misses


def test_a_fact_of_another_value_is_told_with_its_words(call: MarkedCall):
    marks = [dataclasses.replace(m, value="1 JPY") if m.kind is Signal.BUDGET else m for m in call.marks]
    check = checked(dataclasses.replace(call, marks=tuple(marks)))
    budget = check.counts["budget"]
    assert (budget.right, budget.other, budget.missed, budget.f1) == (0, 1, 0, 0.0)
    assert [(m.kind, m.wanted, m.found) for m in check.misses if m.kind == "budget"] == [
        ("budget", "1 JPY", "300000 JPY")
    ]
    assert "三十万円" in check.misses[0].text


def test_a_label_that_was_not_given_is_a_miss_and_one_too_many_an_extra(call: MarkedCall):
    label = SignalScore(signal=Signal.TIMELINE, confidence=1.0)
    labelled = tuple(LabelledTurn(index=n, labels=(label,) if n == 4 else ()) for n in range(5))
    check = checked(call, labelled)
    assert check.counts["budget"].missed == 1
    assert check.counts["timeline"].missed == 1
    assert check.counts["timeline"].facts - check.counts["timeline"].true_facts == 1
    assert any(m.kind == "timeline" and not m.wanted for m in check.misses)


def test_labels_are_the_same_after_they_were_kept(call: MarkedCall):
    turn = dataclasses.replace(call.labelled[2], leanings=call.labelled[1].labels)
    assert labelled_turn(dataclasses.asdict(turn)) == turn


def test_marks_of_the_second_reading_are_added_to_their_turns():
    calls = {call: marks for call, marks in second_reading().items() if len(marks) > 1}
    for call, marks in sorted(calls.items())[:20]:
        rows = header_of(CALLS / f"{call}.tsv")[1]
        for turn, mark in marks:
            speaker, cell, _, _ = rows[turn].split("\t")
            assert speaker != "rep"
            assert mark in cell.split(",")
            assert [name for name, _ in marks_of(cell)].count(mark.split("=")[0].split("#")[0]) == 1


def test_groups_of_calls_do_not_overlap_and_are_all():
    groups = groups_of()
    every = groups.pop("all")
    assert sum(len(ids) for ids in groups.values()) == len(every) == len(set.union(*groups.values()))
    assert all(groups.values())


def test_worst_errors_are_told_by_kind(tmp_path: Path):
    path = tmp_path / "ja-tr-z99.tsv"
    path.write_text(CALL, encoding="utf-8")
    call, marked = read_call(path), read_marked_call(path)
    need = SignalScore(signal=Signal.NEED, confidence=0.9)
    labelled = [
        dataclasses.replace(turn, labels=turn.labels if n != 1 else (need,)) for n, turn in enumerate(marked.labelled)
    ]
    told = [(error.kind, error.what, error.where) for error in errors_of(call, labelled)]
    assert told == [("label too many", "need", "ja-tr-z99 1"), ("label missed", "budget", "ja-tr-z99 1")]
    assert counts_of(call, labelled)["budget", "missed"] == 1


def test_errors_without_a_confidence_are_drawn_evenly():
    errors = [Error(kind="label missed", where=str(n), what="", text="") for n in range(10)]
    assert [error.where for error in chosen(errors, 5)] == ["0", "2", "4", "6", "8"]
    sure = [dataclasses.replace(error, sure=int(error.where) / 10) for error in errors]
    assert [error.where for error in chosen(sure, 2)] == ["9", "8"]
