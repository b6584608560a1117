"""How to bring an offer up: one question to ask, two wordings to choose from, and a check that none of them pushes.

The sentences are spoken to the customer, so they are in the meeting's language, not the window's.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from insight_desktop.domain.insight import InsightKind


class Approach(StrEnum):
    """Which of the two wordings was used; kept with what became of the offer."""

    QUESTION = "A"
    """Asks about the problem and lets the customer judge."""
    PICTURE = "B"
    """Shows how it would be without the problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """What may be said."""

    question: str
    by_approach: Mapping[Approach, str]


_QUESTION: Mapping[str, Mapping[InsightKind, str]] = MappingProxyType(
    {
        "ja": {
            InsightKind.PAIN: "「{quote}」とのことでしたが、それが一番こたえるのはどんなときですか。",
            InsightKind.NEED: "「{quote}」とのことでしたが、それができたら、まず何が変わりますか。",
            InsightKind.EXPANSION_SIGNAL: "「{quote}」とのことでしたが、そのとき一番気がかりなのは何ですか。",
        },
        "en": {
            InsightKind.PAIN: "You said “{quote}”. When does that hurt most?",
            InsightKind.NEED: "You said “{quote}”. What would change first if you had it?",
            InsightKind.EXPANSION_SIGNAL: "You said “{quote}”. What worries you most about it?",
        },
    }
)
_WORDING: Mapping[str, Mapping[Approach, str]] = MappingProxyType(
    {
        "ja": {
            Approach.QUESTION: "先日の「{quote}」の件、{product}がお役に立つかもしれません。"
            "合うかどうか、一緒に見ていただけますか。",
            Approach.PICTURE: "「{solves}」がなくなったら、毎日がどう変わりそうですか。"
            "{product}での進め方を五分だけお見せできます。",
        },
        "en": {
            Approach.QUESTION: "About “{quote}”: {product} may help. "
            "Would you look at it with me and tell me if it fits?",
            Approach.PICTURE: "What would change for you without “{solves}”? "
            "I can show you in five minutes with {product}.",
        },
    }
)
_LONGEST_QUOTE = {"ja": 48, "en": 110}
_PUSHY = re.compile(
    r"今だけ|いまだけ|本日限り|今日(?:だけ|限り|中に(?:ご)?(?:決|契約|返事|判断|サイン))|今月(?:中|末)まで(?:なら|です)|残りわずか|お急ぎ"
    r"|(?:今|いま)すぐ(?:に)?(?:ご)?(?:契約|購入|決|申|導入)|限定\s*[0-9０-９]+|[0-9０-９]+\s*(?:社|名|台)限定"
    r"|(?:今|いま|本日|今日|この場で)(?:中に)?(?:ご)?(?:決断|決めて|契約|サイン).{0,6}(?:いただければ|くだされば|頂ければ|なら)"
    r"|絶対(?:に)?|必ず(?:ご満足|得|効果|売上|成果|儲|もうか|上が|成功)|間違いなく|損(?:を)?(?:します|しますよ|ですよ)|乗り遅れ"
    r"|(?:皆|みな)(?:さん|様|さま)(?:使って|やって|入れて|導入)|業界(?:で)?(?:一位|No\.?1|ナンバーワン)|後悔|取り残され"
    r"|決めて(?:ください|いただかないと)|特別に.{0,8}(?:値引|割引)"
    r"|\b(?:act now|buy now|(?:sign|decide|order) (?:now|today|right away)|limited[- ]time|limited offer"
    r"|last chance|only today|today only|(?:this|one)[- ]time only|while stocks last|hurry"
    r"|don't (?:miss|wait)|guaranteed?"
    r"|no[- ]brainer|you(?:'d be crazy| can't afford)|everyone (?:else )?is|you must|you need to (?:buy|sign)"
    r"|best in class|fall(?:ing)? behind|once in a lifetime"
    r"|special price|before it's too late|risk[- ]free)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"「[^」]*」|“[^”]*”")


def wordings(*, quote: str, product: str, solves: str, language: str, kind: InsightKind = InsightKind.PAIN) -> Wordings:
    """Return what to say about one problem of the customer."""
    tag = "ja" if language == "ja" else "en"
    parts = {"quote": _short(quote, tag), "product": product, "solves": solves or _short(quote, tag)}
    return Wordings(
        question=_QUESTION[tag].get(kind, _QUESTION[tag][InsightKind.PAIN]).format(**parts),
        by_approach={approach: text.format(**parts) for approach, text in _WORDING[tag].items()},
    )


def pushy(text: str) -> tuple[str, ...]:
    """Return the words of a text that push; empty: it may be said. What is quoted is the customer's own."""
    ours = _QUOTED.sub(" ", text.replace("’", "'"))
    return tuple(dict.fromkeys(found[0] for found in _PUSHY.finditer(ours)))


def _short(quote: str, tag: str) -> str:
    text = quote.strip().rstrip("。.、,")
    longest = _LONGEST_QUOTE[tag]
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut.rpartition("、" if tag == "ja" else " ")[0] or cut) + "…"
