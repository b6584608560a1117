"""Search finds words of any length, width, case and kana, and marks them in the words as they were written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import CustomerId, new_id
from insight_desktop.store import folding
from insight_desktop.store.search import HitKind, cut, mark
from insight_desktop.store.workspace import Workspace
from tests.store.builders import a_meeting, an_analysis, transcribed

LINES = (
    "今期の予算は月30万円までです",
    "DX推進室でサーバーを入れ替えます",
    "ﾈｯﾄﾜｰｸの値引きをお願いします",
    "We need to maintain the AI server budget",
    "ＲＯＩを年内に示してください",
    "検討します",
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("予算", {0}),
        ("DX", {1}),
        ("dx", {1}),
        ("ＤＸ", {1}),
        ("値引", {2}),
        ("値", {2}),
        ("値引き", {2}),
        ("ネットワーク", {2}),
        ("ねっとわーく", {2}),
        ("サーバー", {1}),
        ("サーバ", {1}),
        ("さーばー", {1}),
        ("server", {3}),
        ("SERVER Budget", {3}),
        ("maintain", {3}),
        ("AI", {3}),
        ("roi", {4}),
        ("30", {0}),
        ("3", set()),
        ("30万", {0}),
        ("月3", {0}),
        ("予算 まで", {0}),
        ("値引 ネットワーク", {2}),
        ("DX サーバー", {1}),
        ("DX 予算", set()),
        ('"need to"', {3}),
        ('"to need"', set()),
        ("“need to”", {3}),
        ("し", {2, 4, 5}),
        ("ます", {1, 2, 5}),
        ("見つからない", set()),
        ("", set()),
        ("　", set()),
        ('"', set()),
        ("'; DROP TABLE segment; --", set()),
        ("予算*", set()),
        ("NEAR(", set()),
    ],
)
def test_find_in_what_was_said(workspace: Workspace, query: str, expected: set[int]):
    meeting = transcribed(workspace, LINES)
    hits = workspace.search.find(query)
    assert {hit.position for hit in hits} == expected
    assert all(hit.meeting_id == meeting.id and hit.kind is HitKind.SEGMENT for hit in hits)
    assert workspace.search.count(query) == len(expected)


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("ﾈｯﾄﾜｰｸの値引き", "ねっとわーく", ["ﾈｯﾄﾜｰｸ"]),
        ("㈱ガスト", "株", ["㈱"]),
        ("㌔メートル", "きろめーとる", ["㌔メートル"]),
        ("ガギグ", "がぎ", ["ガギ"]),
        ("か\u3099ス", "がす", ["か\u3099ス"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("予算と予算", "予算", ["予算", "予算"]),
        ("ＤＸ　と ＤＸ", "dx", ["ＤＸ", "ＤＸ"]),
    ],
)
def test_marks_stand_in_the_original(text: str, query: str, marked: list[str]):
    assert [text[start:end] for start, end in mark(text, folding.terms(query))] == marked


def test_snippet_is_cut_around_the_first_mark():
    text = "あ" * 200 + "予算" + "い" * 200
    snippet, marks = cut(text, mark(text, ("予算",)))
    assert snippet.startswith("…")
    assert snippet.endswith("…")
    assert [snippet[start:end] for start, end in marks] == ["予算"]
    assert len(snippet) < 130


def test_titles_memos_customers_and_minutes_are_found(workspace: Workspace):
    customer = workspace.customers.save(
        Customer(id=CustomerId(new_id()), name="㈱ヤマダ製作所", memo="工場長は釣り好き")
    )
    meeting = transcribed(workspace, LINES, title="更新のご相談", memo="次は工場見学", customer_id=customer.id)
    workspace.analyses.save(meeting.id, an_analysis())
    assert [hit.kind for hit in workspace.search.find("ご相談")] == [HitKind.TITLE]
    assert [hit.kind for hit in workspace.search.find("工場見学")] == [HitKind.MEMO]
    assert [hit.kind for hit in workspace.search.find("締め")] == [HitKind.MINUTES]
    (hit,) = workspace.search.find("やまだ")
    assert (hit.kind, hit.customer_id, hit.snippet) == (
        HitKind.CUSTOMER,
        customer.id,
        "㈱ヤマダ製作所 工場長は釣り好き",
    )
    assert {hit.kind for hit in workspace.search.find("工場")} == {HitKind.MEMO, HitKind.CUSTOMER}
    assert [hit.kind for hit in workspace.search.find("工場", kinds=[HitKind.MEMO])] == [HitKind.MEMO]
    assert workspace.search.meetings("工場") == (meeting.id,)
    assert workspace.search.find("予算")[0].customer_name == "㈱ヤマダ製作所"
    workspace.meetings.save(a_meeting(workspace, "更新のご相談"))
    workspace.analyses.save(meeting.id, Analysis())
    assert workspace.search.find("締め") == ()


def test_newest_comes_first_and_pages(workspace: Workspace):
    meeting = transcribed(workspace, tuple(f"予算の話 {number}" for number in range(10)))
    places = [hit.position for offset in (0, 4, 8) for hit in workspace.search.find("予算", limit=4, offset=offset)]
    assert places == list(range(9, -1, -1))
    workspace.search.optimise()
    assert len(workspace.search.find("予算", limit=3)) == 3
    assert workspace.search.meetings("予算") == (meeting.id,)


def test_long_and_short_words_meet_over_long_gaps(workspace: Workspace):
    """One stream leaps over thousands of entries of the other."""
    texts = [f"ふつうの会話です {number}" for number in range(900)]
    for place in (3, 450, 880):
        texts[place] = "ふつうの会話で予算です"
    transcribed(workspace, tuple(texts))
    assert {hit.position for hit in workspace.search.find("会話で 予算")} == {3, 450, 880}
    assert {hit.position for hit in workspace.search.find("ふつうの会話 予算")} == {3, 450, 880}


@given(st.text(max_size=40))
def test_folding_knows_its_way_back(text: str):
    folded = folding.fold_with_offsets(text)
    assert folded.text == folding.fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str):
    assert folding.fold(folding.fold(text)) == folding.fold(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_normal_forms_fold_alike(text: str):
    assert folding.fold(unicodedata.normalize("NFC", text)) == folding.fold(unicodedata.normalize("NFD", text))


@given(
    st.text(alphabet="あいカ値引予算DXai 3万。、", min_size=1, max_size=15),
    st.integers(0, 14),
    st.integers(1, 6),
)
def test_every_stretch_of_japanese_is_found(workspace: Workspace, text: str, start: int, length: int):
    """What a plain comparison of folded text finds, the index finds too; Latin words of two letters only whole."""
    query = text[start : start + length]
    terms = folding.terms(query)
    meeting = transcribed(workspace, (text,), title="-")
    expected = bool(terms) and all(term in folding.fold(text) for term in terms)
    found = meeting.id in {hit.meeting_id for hit in workspace.search.find(query, limit=10_000)}
    if not any(folding.is_short(term) and term.isascii() for term in terms):
        assert found == expected
    elif found:
        assert expected
    workspace.meetings.trash(meeting.id)
    workspace.purge(meeting.id)
