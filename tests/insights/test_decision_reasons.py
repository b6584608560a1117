"""What decided is heard in both languages; talk about deciding is not."""

import pytest

from insight_desktop.insights.decision_reasons import Side, decision_reason


@pytest.mark.parametrize(
    ("text", "language", "side"),
    [
        ("決め手はサポートの速さでした。", "ja", Side.FOR),
        ("御社を選んだのは、画面が一番わかりやすかったからです。", "ja", Side.FOR),
        ("現場が使えたから、こちらに決めました。", "ja", Side.FOR),
        ("前回見送った理由は、正直なところ値段です。", "ja", Side.AGAINST),
        ("基幹とつながらないので、去年は見送りました。", "ja", Side.AGAINST),
        ("What swung it was how quickly your support called back.", "en", Side.FOR),
        ("We went with you because the trial just worked.", "en", Side.FOR),
        ("The reason we passed last year was the price.", "en", Side.AGAINST),
        ("We decided against it because the export was missing.", "en", Side.AGAINST),
        ("来週までに決めます。", "ja", None),
        ("誰が決めるのか、まだ分かりません。", "ja", None),
        ("We have not decided yet.", "en", None),
    ],
)
def test_reasons_are_told_apart(text: str, language: str, side: Side | None):
    found = decision_reason(text, language)

    assert (found and found[0]) == side
