"""Who of those that a text names is ours: by name, by known people, else by how each writes."""

import pytest

from insight_desktop.insights.sides import sides_of

SILENT = {"佐藤": ("はい",), "鈴木": ("はい",), "高橋": ("はい",)}
JA = {
    "高橋": ("月末の請求書の手入力に三日かかっていて困っています。",),
    "田中": ("ご連絡ありがとうございます。来週の水曜日までにお見積をお送りします。",),
}
EN = {
    "Bethan": ("The front desk still copies bookings between two systems by hand.",),
    "Owen": ("Thanks Bethan. I'll send you a comparison by Friday.",),
}


def test_names_and_words_that_say_nothing_make_the_first_the_rep_without_being_sure() -> None:
    found = sides_of(SILENT, "ja")
    assert found.labels == {"佐藤": "rep", "鈴木": "customer", "高橋": "customer2"}
    assert found.confidence == 0.5


@pytest.mark.parametrize(("language", "said", "rep"), [("ja", JA, "田中"), ("en", EN, "Owen")])
def test_a_customer_who_writes_first_is_no_rep(language: str, said: dict[str, tuple[str, ...]], rep: str) -> None:
    found = sides_of(said, language)
    assert [name for name, label in found.labels.items() if label == "rep"] == [rep]
    assert 0.5 < found.confidence < 1


def test_who_is_known_on_either_side_tells_the_other_and_that_is_sure() -> None:
    assert sides_of(SILENT, "ja", reps=["鈴木"]).labels == {"佐藤": "customer", "鈴木": "rep", "高橋": "customer2"}
    theirs = sides_of(SILENT, "ja", customers=["佐藤 様", "高橋"])
    assert theirs.labels == {"佐藤": "customer", "鈴木": "rep", "高橋": "customer2"}
    assert theirs.confidence == 1.0
