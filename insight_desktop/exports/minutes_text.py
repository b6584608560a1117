"""The minutes of a meeting as Markdown or plain text, in the meeting's language."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.insight import MinutesSection, NextStep, Owner

_HEADINGS: dict[str, dict[MinutesSection, str]] = {
    "ja": {
        MinutesSection.PURPOSE: "目的",
        MinutesSection.SITUATION: "現状",
        MinutesSection.PAINS: "課題",
        MinutesSection.NEEDS: "要望",
        MinutesSection.CONCERNS: "懸念",
        MinutesSection.SUCCESSES: "うまくいっていること",
        MinutesSection.DECISIONS: "決定事項",
        MinutesSection.NEXT_STEPS: "次のアクション",
        MinutesSection.OPEN_QUESTIONS: "答えていない質問",
        MinutesSection.NUMBERS: "確認したい数字",
    },
    "en": {
        MinutesSection.PURPOSE: "Purpose",
        MinutesSection.SITUATION: "Situation",
        MinutesSection.PAINS: "Problems",
        MinutesSection.NEEDS: "Needs",
        MinutesSection.CONCERNS: "Concerns",
        MinutesSection.SUCCESSES: "What works well",
        MinutesSection.DECISIONS: "Decisions",
        MinutesSection.NEXT_STEPS: "Next steps",
        MinutesSection.OPEN_QUESTIONS: "Unanswered questions",
        MinutesSection.NUMBERS: "Numbers to check",
    },
}
_OWNERS = {"ja": {Owner.REP: "自社", Owner.CUSTOMER: "先方"}, "en": {Owner.REP: "We", Owner.CUSTOMER: "Customer"}}
_FACTS = {
    "ja": ("日時", "顧客", "出席", "期限 {date}", "記録された内容はありません。"),
    "en": ("Date", "Customer", "Present", "due {date}", "Nothing was noted."),
}
_MARKUP = re.compile(r"([\\`*_\[\]<>|]|^(?:#{1,6}\s|[-+]\s|\d+[.)]\s|>))", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesHead:
    """What stands above the minutes."""

    title: str
    started_at: dt.datetime
    """In the zone in which it shall be shown."""
    language: str = "ja"
    customer: str = ""
    present: tuple[str, ...] = ()


def markdown(head: MinutesHead, analysis: Analysis) -> str:
    """Return the minutes as Markdown."""
    lines = [f"# {_safe(head.title)}", ""]
    lines += [f"- {name}: {_safe(value)}" for name, value in about(head)]
    for heading, items in sections(head, analysis):
        lines += ["", f"## {heading}", "", *(f"- {_safe(item)}" for item in items)]
    return "\n".join(lines) + "\n"


def plain(head: MinutesHead, analysis: Analysis) -> str:
    """Return the minutes as plain text, ready for a mail."""
    bullet = "・" if _language(head) == "ja" else "• "
    lines = [head.title, *(f"{name}: {value}" for name, value in about(head))]
    for heading, items in sections(head, analysis):
        title = f"■ {heading}" if _language(head) == "ja" else heading.upper()
        lines += ["", title, *(f"{bullet}{_one_line(item)}" for item in items)]
    return "\n".join(lines) + "\n"


def about(head: MinutesHead) -> Iterator[tuple[str, str]]:
    """Yield names and values of what stands above the minutes."""
    date, customer, present, _, _ = _FACTS[_language(head)]
    yield date, f"{head.started_at:%Y-%m-%d %H:%M}"
    if head.customer:
        yield customer, head.customer
    if head.present:
        yield present, ("、" if _language(head) == "ja" else ", ").join(head.present)


def sections(head: MinutesHead, analysis: Analysis) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield headings with their lines; next steps come from the promises, which the user may have changed."""
    language = _language(head)
    lines = {
        section: tuple(line.text for line in analysis.minutes if line.section is section) for section in MinutesSection
    }
    if analysis.next_steps:
        lines[MinutesSection.NEXT_STEPS] = tuple(_step(step, language) for step in analysis.next_steps)
    found = [(section, items) for section, items in lines.items() if items]
    for section, items in found:
        yield _HEADINGS[language][section], items
    if not found:
        yield _HEADINGS[language][MinutesSection.SITUATION], (_FACTS[language][4],)


def _step(step: NextStep, language: str) -> str:
    due = _FACTS[language][3].format(date=step.due) if step.due else ""
    owner = _OWNERS[language][step.owner]
    if language == "ja":
        return f"【{owner}】{step.what}" + (f"({due})" if due else "")
    return f"{owner}: {step.what}" + (f" ({due})" if due else "")


def _language(head: MinutesHead) -> str:
    return "en" if head.language.startswith("en") else "ja"


def _safe(words: str) -> str:
    """Return words that Markdown shows as they are."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", _one_line(words))


def _one_line(words: str) -> str:
    return " ".join(words.split())
