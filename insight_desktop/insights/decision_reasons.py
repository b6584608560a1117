"""Where a customer says what decided: 「決め手は…」, 「見送った理由は…」, “what swung it was …”."""
# ruff: noqa: E501 -- a table of words

import re
from enum import StrEnum

from insight_desktop.insights.speech import normalised, sentences


class Side(StrEnum):
    """What the reason spoke for."""

    FOR = "for"
    AGAINST = "against"


CUES = {
    "ja": ("決め手", "選んだ", "選ばせて", "決めた", "お願いすることに", "見送", "断念", "やめた", "やめること", "採用しな", "他社さんに", "他社に決"),
    "en": (
        "decided", "swung it", "won us over", "chose", "picked", "went with", "go with", "clincher", "deciding factor",
        "decided against", "passed on", "turned down", "didn't go ahead", "not go ahead", "pulled out", "walk away",
    ),
}  # fmt: skip
"""Words by which sentences that may hold a reason are found in the index."""

_AGAINST_JA = re.compile(
    r"(?:見送(?:った|る|り|らせ)|断念した?|やめた|やめることに|採用しなかった|他社さ?ん?に(?:決|し|なり))"
    r".{0,12}?(?:理由|のは|んは|わけ|から|ので|ため)"
    r"|(?:から|ので|ため|のが理由で|がネックで|が引っかか\w*て?).{0,14}?(?:見送|断念|やめ|他社)"
)
_FOR_JA = re.compile(
    r"決め手|(?:選んだ|決めた|お願いした|お願いすることにした|採用した|契約した)(?:理由|のは|一番の|いちばんの)"
    r"|(?:から|ので|ため|のが大きくて?|が良くて?)[、,]?.{0,14}?(?:御社|おたく|こちら|そちら|こっち)(?:に|を)(?:決め|選|した|お願い)"
)
_AGAINST_EN = re.compile(
    r"\b(?:decided against|passed on|turned (?:it|you|them) down|did(?:n't| not) go (?:ahead|with)|pulled out|walked away|"
    r"went with (?:someone|somebody|another|a competitor|them))\b.{0,60}?\b(?:because|was|reason|since|as)\b"
    r"|\breason (?:we|i) (?:did(?:n't| not)|decided against|passed|pulled out|said no)\b"
    r"|\b(?:because|since)\b.{0,80}\b(?:decided against|passed on it|pulled out|went elsewhere)\b",
    re.IGNORECASE,
)
_FOR_EN = re.compile(
    r"\b(?:what (?:swung|clinched|sealed|decided) it|(?:the )?(?:deciding factor|clincher|thing that (?:swung|won|sold))|won us over|"
    r"reason (?:we|i) (?:chose|picked|went with|signed|bought|said yes))\b"
    r"|\b(?:chose|picked|went with|go with) (?:you|yours?|your (?:lot|team))\b.{0,60}?\b(?:because|since|for|as)\b"
    r"|\b(?:because|since)\b.{0,80}\b(?:chose|picked|went with|going with) you\b",
    re.IGNORECASE,
)


def decision_reason(text: str, language: str) -> tuple[Side, str] | None:
    """Return which way a customer's words decided and the sentence that says why, or None."""
    against, speaks_for = (_AGAINST_JA, _FOR_JA) if language == "ja" else (_AGAINST_EN, _FOR_EN)
    for sentence in sentences(text):
        plain = normalised(sentence)
        if against.search(plain):
            return Side.AGAINST, sentence
        if speaks_for.search(plain):
            return Side.FOR, sentence
    return None
