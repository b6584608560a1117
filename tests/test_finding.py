"""Words and meaning find together; trackers and scripts stand on the same index."""

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from insight_desktop import deciding, finding, overviews, tracking
from insight_desktop.domain.meeting import Outcome
from insight_desktop.domain.speaker import Role
from insight_desktop.finding import How, SearchFilter
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.meaning_index import MeaningIndex
from tests.store.builders import analysed

MEANINGS = {
    "price": ("高い", "値段", "値引き", "expensive", "price", "cost"),
    "time": ("月末", "締め", "deadline", "late"),
    "thanks": ("ありがとう", "thank"),
    "send": ("送り", "send"),
}


class FakeEmbedder:
    """Knows four meanings, in both languages."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), 384), np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[:] = 0.01 * np.random.default_rng(len(text)).standard_normal(384)
            for place, words in enumerate(MEANINGS.values()):
                if any(re.search(word, text) for word in words):
                    row[place * 90 : place * 90 + 90] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture(autouse=True)
def _no_means(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fake knows no language, so nothing is taken out."""
    monkeypatch.setattr(finding, "language_means", lambda: {"ja": np.zeros(1), "en": np.zeros(1)})


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace.open(tmp_path) as opened:
        yield opened


def indexed(workspace: Workspace) -> MeaningIndex:
    while finding.enter_meanings(workspace, FakeEmbedder()):
        pass
    return MeaningIndex(workspace.meanings)


def test_the_same_meaning_is_found_in_the_other_language(workspace: Workspace):
    analysed(workspace)
    analysed(workspace, texts=("it is rather expensive for us", "see you"))

    found = finding.find(workspace, "値段", indexed(workspace), FakeEmbedder())

    assert {(each.hit.text, each.how) for each in found} == {
        ("it is rather expensive for us", How.MEANING),
        ("サーバーの値引きはできますか", How.MEANING),
    }


def test_words_count_with_meaning(workspace: Workspace):
    analysed(workspace)

    (first, *_) = finding.find(workspace, "値引き", indexed(workspace), FakeEmbedder())

    assert (first.how, first.hit.marks != ()) == (How.BOTH, True)


def test_words_are_found_without_an_index(workspace: Workspace):
    analysed(workspace)

    assert {each.how for each in finding.find(workspace, "値引き")} == {How.WORDS}


def test_filters_hold_for_words_and_meaning(workspace: Workspace):
    first, second = analysed(workspace), analysed(workspace)
    index = indexed(workspace)

    only = SearchFilter(meetings=frozenset({first.id}))
    found = finding.find(workspace, "値引き", index, FakeEmbedder(), wanted=only)
    assert {each.hit.meeting_id for each in found} == {first.id}

    ours = finding.find(workspace, "値引き", index, FakeEmbedder(), wanted=SearchFilter(role=Role.REP))
    assert all(each.hit.speaker == "rep" for each in ours)
    assert second.id


def test_an_edited_transcript_is_entered_anew(workspace: Workspace):
    meeting = analysed(workspace)
    indexed(workspace)
    segment = workspace.transcripts.current(meeting.id)[1]

    workspace.db.run("UPDATE segment SET text = 'とても高いです' WHERE id = ?", (segment.id,))

    assert workspace.meanings.waiting() == (meeting.id,)
    found = finding.find(workspace, "price", indexed(workspace), FakeEmbedder())
    assert "とても高いです" in {each.hit.text for each in found}


def test_a_tracker_learns_from_what_is_rejected(workspace: Workspace):
    analysed(workspace)
    index = indexed(workspace)
    tracker = workspace.trackers.add("値段", ("値段が高い", "値引きは", "too expensive"))

    (first, *_) = tracking.track(tracker, workspace, index, FakeEmbedder()).hits

    assert first.hit.text == "サーバーの値引きはできますか"
    assert first.is_above


def test_script_items_are_found_by_meaning(workspace: Workspace):
    for _ in range(3):
        analysed(workspace, outcome=Outcome.WON)
    analysed(workspace, texts=("thank you", "send it"), outcome=Outcome.LOST)
    index = indexed(workspace)
    workspace.script.replace(["How about the price?"])

    (row,) = tracking.script_rows(workspace, overviews.trend_table(workspace), index, FakeEmbedder())

    assert (row.came_up, row.meetings, row.won_with, row.decided_without, row.won_without) == (3, 4, 3, 1, 0)


def test_decision_reasons_are_gathered(workspace: Workspace):
    meeting = analysed(workspace, texts=("どうでしたか", "決め手はサポートの速さでした。"))

    (reason,) = deciding.decision_reasons(workspace)

    assert (reason.words, reason.meeting_id, reason.position) == ("決め手はサポートの速さでした。", meeting.id, 1)
