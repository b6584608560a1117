"""The sections of a note: what stands above each, how they are joined, and how they are made to fit."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from insight_desktop.exports.record import TRANSCRIPT
from insight_desktop.exports.text_rules import TextRules, cut, measure

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ja": {
            "ai.summary": "要約",
            "ai.pain_points": "課題",
            "ai.needs": "ニーズ",
            "ai.sentiment.label": "顧客の温度感",
            "ai.sentiment.score": "温度感の点数",
            "ai.next_steps": "次のアクション",
            "ai.suggestion": "提案",
            "metrics.talk_ratio_rep": "担当者の発話比率",
            "call.id": "通話ID",
            TRANSCRIPT: "文字起こし",
        },
        "en": {
            "ai.summary": "Summary",
            "ai.pain_points": "Pain points",
            "ai.needs": "Needs",
            "ai.sentiment.label": "Customer's mood",
            "ai.sentiment.score": "Mood score",
            "ai.next_steps": "Next steps",
            "ai.suggestion": "Suggestion",
            "metrics.talk_ratio_rep": "Rep's share of talk",
            "call.id": "Call ID",
            TRANSCRIPT: "Transcript",
        },
    }
)
_UNTRUNCATED = {"call.id"}


class Section(NamedTuple):
    """One field of a note, ready to be written."""

    heading: str
    text: str
    substituted: int


def joined(sections: Mapping[str, Section], rules: TextRules) -> str:
    """Return the note, its sections in their order."""
    return rules.newline.join(section.heading + section.text for section in sections.values())


def squeezed(sections: Mapping[str, Section], limit: int, rules: TextRules) -> str:
    """Shorten the longest sections alike, so that each of them, and the call's id, stays."""
    low, high = 0, limit
    fitting = ""
    while low <= high:
        cap = (low + high) // 2
        shortened = {
            path: section if path in _UNTRUNCATED else section._replace(text=cut(section.text, cap, rules))
            for path, section in sections.items()
        }
        text = joined(shortened, rules)
        if measure(text, rules) <= limit:
            fitting, low = text, cap + 1
        else:
            high = cap - 1
    return fitting or cut(joined(sections, rules), limit, rules)
