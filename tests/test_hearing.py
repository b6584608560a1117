"""Traits are entered beside meanings, by model, and trackers use them."""

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from insight_desktop import finding, hearing, tracking
from insight_desktop.hearing import Listener
from insight_desktop.nlp.light_turn_reader import SeenTurns
from insight_desktop.nlp.signals_model import SpokenTurn
from insight_desktop.store.traits import SCORES, STATES
from insight_desktop.store.workspace import Workspace
from insight_desktop.trends.meaning_index import MeaningIndex
from tests.store.builders import analysed
from tests.test_finding import FakeEmbedder

COMPLAINT = re.compile("困る|高すぎ|too much|annoying")


class FakeReader:
    """Sees who complains, and cuts texts into letters."""

    def __init__(self, version: str = "fake-1") -> None:
        self.version = version

    def see(self, turns: Sequence[SpokenTurn]) -> SeenTurns:
        noise = np.random.default_rng(len(turns)).standard_normal((len(turns), STATES)).astype(np.float32)
        complains = np.array([bool(COMPLAINT.search(turn.text)) for turn in turns], np.float32)
        noise[:, :100] += 3 * complains[:, None]
        labels = np.tile(4 * complains[:, None], 12).astype(np.float32)
        return SeenTurns(
            labels=labels,
            moods=np.zeros((len(turns), 3), np.float32),
            objections=np.zeros((len(turns), SCORES - 15), np.float32),
            states=noise,
        )

    def alone(self, texts: Sequence[str]) -> SeenTurns:
        return self.see([SpokenTurn(text=text, role="customer") for text in texts])

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        return [[ord(letter) for letter in text] for text in texts]


@pytest.fixture(autouse=True)
def _no_means(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "language_means", lambda: {"ja": np.zeros(1), "en": np.zeros(1)})


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace.open(tmp_path) as opened:
        yield opened


def entered(workspace: Workspace, reader: FakeReader) -> int:
    finding.enter_meanings(workspace, FakeEmbedder(), limit=100)
    return hearing.enter_traits(workspace, reader, limit=100)


def test_each_model_reads_each_meeting_once(workspace: Workspace):
    meeting = analysed(workspace)

    assert entered(workspace, FakeReader()) == 1
    assert entered(workspace, FakeReader()) == 0
    assert workspace.traits.waiting("fake-2") == (meeting.id,)
    assert entered(workspace, FakeReader("fake-2")) == 1
    assert len(workspace.traits.sample("fake-1", 100).segments) == 0


def test_traits_come_back_as_they_were_seen(workspace: Workspace):
    analysed(workspace, texts=("月末は困るんですよ", "そうなんですね", "値段が高すぎます"))
    entered(workspace, FakeReader())

    (rows,) = workspace.traits.batches("fake-1")
    texts = [hit.text for hit in workspace.search.segments(rows.segments.tolist())]
    complains = np.array([bool(COMPLAINT.search(text)) for text in texts])

    assert rows.states.shape == (len(texts), STATES)
    assert (rows.scores[:, 0] > 3).tolist() == complains.tolist()
    assert rows.piece_counts.tolist() == [len(set(text)) for text in texts]


def test_an_edited_transcript_is_read_anew(workspace: Workspace):
    meeting = analysed(workspace)
    entered(workspace, FakeReader())
    segment = workspace.transcripts.current(meeting.id)[1]

    workspace.db.run("UPDATE segment SET text = 'とても高いです' WHERE id = ?", (segment.id,))

    assert list(workspace.traits.batches("fake-1")) == []
    assert entered(workspace, FakeReader()) == 1


def test_a_tracker_hears_attitude_where_meaning_says_the_same(workspace: Workspace):
    for number in range(30):
        complaint = number == 7
        analysed(
            workspace, texts=("月末の締めですね", "月末の締めは困るんです" if complaint else "月末の締めは順調です")
        )
    entered(workspace, FakeReader())
    listener = Listener(workspace, FakeEmbedder(), FakeReader())
    tracker = workspace.trackers.add("困りごと", ("締めが遅くて困る", "値段が高すぎます", "it is annoying"))

    tracked = tracking.track(tracker, workspace, MeaningIndex(workspace.meanings), FakeEmbedder(), listener)

    assert tracked.hits[0].hit.text == "月末の締めは困るんです"
    assert tracked.hits[0].score > tracked.hits[1].score
    assert tracked.threshold == 0.5


def test_a_small_history_is_tracked_by_meaning_alone(workspace: Workspace):
    analysed(workspace)
    entered(workspace, FakeReader())
    listener = Listener(workspace, FakeEmbedder(), FakeReader())
    tracker = workspace.trackers.add("値段", ("値段が高い", "値引きは"))

    tracked = tracking.track(tracker, workspace, MeaningIndex(workspace.meanings), FakeEmbedder(), listener)

    assert listener.usual() is None
    assert tracked.hits[0].hit.text == "サーバーの値引きはできますか"
