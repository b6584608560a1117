"""Success stories are kept, come and go as CSV, and the nearest one is told; one that is far is not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop.crm.stories_importing import read_stories
from insight_desktop.domain.ids import ProductId, StoryId
from insight_desktop.domain.story import SuccessStory
from insight_desktop.domain.suggestion import Product
from insight_desktop.nlp.light_encoder import LightEmbedder, LightProblemEmbedder
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.stories import Likeness, Offered, nearest, problem_meanings

INVOICES = SuccessStory(
    id=StoryId("a"),
    title="青葉商店",
    industry="卸売",
    problem="請求書の手入力に時間がかかる",
    product="SEIKYU",
    result="月20時間減",
)
SITES = SuccessStory(id=StoryId("b"), title="Bay Dental", problem="one calendar for several sites", product="Multi")
SEIKYU = Product(id=ProductId("SEIKYU"), name="請求たすけ", family="s")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "workspace") as opened:
        yield opened


@pytest.mark.parametrize(
    ("said", "product", "expected"),
    [
        ("請求書の手入力で毎月時間がかかるんです", None, INVOICES),
        ("請求書を一枚ずつ手入力しています", SEIKYU, INVOICES),
        ("We want one calendar for all our sites, several of them", None, SITES),
        ("承認が滞って困ります", SEIKYU, None),
        ("The printer is broken", None, None),
        ("", SEIKYU, None),
    ],
)
def test_the_nearest_story_is_told_and_a_far_one_is_not(
    said: str, product: Product | None, expected: SuccessStory | None
) -> None:
    found = nearest((INVOICES, SITES), Offered(said=(said,), product=product))
    assert (found.story if found else None) == expected


def test_meaning_counts_where_no_word_is_the_same_and_the_reasons_are_kept() -> None:
    offered = Offered(said=("伝票を打つだけで夜になる",), product=SEIKYU, trades=("", "卸売"))
    assert nearest((INVOICES, SITES), offered) is None
    found = nearest((INVOICES, SITES), offered, (0.3, 0.1))
    assert found is not None
    assert (found.story, found.likeness) == (INVOICES, (Likeness.PROBLEM, Likeness.PRODUCT, Likeness.TRADE))
    assert found.nearness == pytest.approx(0.75)


def test_product_and_trade_alone_are_never_enough() -> None:
    offered = Offered(said=("承認が滞る",), product=SEIKYU, trades=("卸売",))
    assert nearest((INVOICES,), offered, (0.0,)) is None


def test_of_two_stories_the_one_of_the_same_trade_is_told() -> None:
    twin = replace(INVOICES, id=StoryId("z"), industry="小売")
    for trade, expected in (("卸売", INVOICES), ("小売", twin)):
        found = nearest((INVOICES, twin), Offered(said=("請求書の手入力",), trades=(trade,)), (0.6, 0.6))
        assert found is not None
        assert (found.story, Likeness.TRADE in found.likeness) == (expected, True)


@pytest.mark.model
def test_a_story_in_other_words_or_in_the_other_language_is_found() -> None:
    embedder = LightProblemEmbedder(LightEmbedder())
    stories = (INVOICES, SITES, replace(SITES, id=StoryId("c"), problem=""))
    for said, best in (
        ("伝票を一枚ずつキーボードで打ち込んでいる", 0),
        ("typing every invoice into the system by hand", 0),
        ("拠点ごとに予定表が分かれている", 1),
    ):
        near = problem_meanings(stories, Offered(said=(said,)), embedder)
        assert near.index(max(near)) == best
        assert near[2] == 0.0
    assert problem_meanings(stories, Offered(said=("",)), embedder) == (0.0, 0.0, 0.0)


def test_stories_are_kept_trashed_and_taken_back(workspace: Workspace) -> None:
    workspace.stories.save(INVOICES)
    assert workspace.stories.trash(INVOICES.id)
    assert workspace.stories.all() == ()
    workspace.stories.save(INVOICES)
    assert workspace.stories.all() == (INVOICES,)


def test_a_file_brings_stories_and_one_of_a_known_title_takes_its_place(workspace: Workspace, tmp_path: Path) -> None:
    workspace.stories.save(INVOICES)
    path = tmp_path / "stories.csv"
    path.write_bytes(
        "タイトル,課題,成果\n青葉商店,締めが遅い,翌日に締まる\n,名無し,\n港商会,在庫,半減\n".encode("cp932")
    )
    stories, without = read_stories(path)
    assert (workspace.stories.take_in(stories), without) == (2, 1)
    assert [(each.title, each.problem) for each in workspace.stories.all()] == [
        ("港商会", "在庫"),
        ("青葉商店", "締めが遅い"),
    ]
