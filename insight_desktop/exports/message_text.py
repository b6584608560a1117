"""A meeting as a message: to the customer by mail, to colleagues in a chat.

The customer reads what both sides said they want and will do, never what the program or the rep made of it.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.insight import MinutesSection, NextStep, Owner
from insight_desktop.exports.minutes_text import MinutesHead

_FOR_CUSTOMER = (MinutesSection.PURPOSE, MinutesSection.NEEDS, MinutesSection.OPEN_QUESTIONS)
_FOR_COLLEAGUES = (MinutesSection.PAINS, MinutesSection.NEEDS, MinutesSection.CONCERNS, MinutesSection.DECISIONS)
_MOST = 3
"""So many lines of a section stand in a chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The sentences of one language."""

    opening: str
    closing: str
    heading: str
    item: str
    step: str
    by: str
    chat: str
    person: str
    somebody: str
    mail_owners: Mapping[Owner, str]
    chat_owners: Mapping[Owner, str]
    headings: Mapping[MinutesSection, str]


_WORDS: Mapping[str, _Words] = MappingProxyType(
    {
        "ja": _Words(
            opening="{customer}{people}\n\nお世話になっております。{rep}\n"
            "{date}は、お打ち合わせのお時間をいただき、誠にありがとうございました。\n"
            "内容を下記のとおりまとめましたので、ご確認をお願いいたします。\n",
            closing="\n相違点などがございましたら、お知らせください。\n引き続きよろしくお願いいたします。\n",
            heading="\n■ {heading}",
            item="・{text}",
            step="・【{owner}】{text}",
            by="({date}まで)",
            chat="【商談メモ】{title}({date}{customer})",
            person="{name} 様",
            somebody="ご担当者様",
            mail_owners={Owner.REP: "弊社", Owner.CUSTOMER: "御社"},
            chat_owners={Owner.REP: "自社", Owner.CUSTOMER: "先方"},
            headings={
                MinutesSection.PURPOSE: "お打ち合わせの目的",
                MinutesSection.PAINS: "困りごと",
                MinutesSection.NEEDS: "ご要望",
                MinutesSection.CONCERNS: "懸念",
                MinutesSection.DECISIONS: "決め方・時期",
                MinutesSection.OPEN_QUESTIONS: "追ってご回答する事項",
                MinutesSection.NEXT_STEPS: "今後の対応",
            },
        ),
        "en": _Words(
            opening="Dear {people},\n\nThank you for your time on {date}. Here is what we noted; "
            "please tell us if anything is wrong.\n",
            closing="\nKind regards,\n{rep}",
            heading="\n{heading}",
            item="• {text}",
            step="• {owner}: {text}",
            by=" (by {date})",
            chat="Meeting notes: {title} ({date}{customer})",
            person="{name}",
            somebody="all",
            mail_owners={Owner.REP: "We", Owner.CUSTOMER: "You"},
            chat_owners={Owner.REP: "We", Owner.CUSTOMER: "Customer"},
            headings={
                MinutesSection.PURPOSE: "Purpose",
                MinutesSection.PAINS: "Problems",
                MinutesSection.NEEDS: "What you are looking for",
                MinutesSection.CONCERNS: "Concerns",
                MinutesSection.DECISIONS: "Decision and timing",
                MinutesSection.OPEN_QUESTIONS: "Questions we will come back to",
                MinutesSection.NEXT_STEPS: "Next steps",
            },
        ),
    }
)
_HONORIFIC = re.compile(r"\s*(?:様|さま|さん|氏|殿)$")
_TEAM_NEEDS = {"ja": "要望", "en": "Needs"}


def mail(head: MinutesHead, analysis: Analysis, *, rep: str = "", people: tuple[str, ...] = ()) -> str:
    """Return a mail to the customer: thanks, what they look for, who does what by when."""
    language = _language(head)
    words = _WORDS[language]
    bare = [_HONORIFIC.sub("", name) for name in people] if language == "ja" else list(people)
    named = ("、" if language == "ja" else ", ").join(words.person.format(name=name) for name in bare)
    lines = [
        words.opening.format(
            customer=f"{head.customer}\n" if head.customer else "",
            people=named or words.somebody,
            rep=f"{rep}です。" if rep else "",
            date=_day(head.started_at.date(), language),
        ).rstrip("\n")
    ]
    for section in _FOR_CUSTOMER:
        lines += _paragraph(words, words.headings[section], list(_items(words, analysis, section)))
    lines += _paragraph(words, words.headings[MinutesSection.NEXT_STEPS], _steps(analysis, language, words.mail_owners))
    closing = words.closing.format(rep=rep).rstrip()
    return "\n".join([*lines, closing, *([f"\n{rep}"] if rep and language == "ja" else [])]) + "\n"


def chat(head: MinutesHead, analysis: Analysis) -> str:
    """Return a few lines for colleagues: what hurts, what is wanted, what comes next."""
    language = _language(head)
    words = _WORDS[language]
    customer = f" · {head.customer}" if head.customer else ""
    lines = [words.chat.format(title=head.title, date=_day(head.started_at.date(), language), customer=customer)]
    for section in _FOR_COLLEAGUES:
        heading = _TEAM_NEEDS[language] if section is MinutesSection.NEEDS else words.headings[section]
        lines += _paragraph(words, heading, list(_items(words, analysis, section))[:_MOST])
    lines += _paragraph(words, words.headings[MinutesSection.NEXT_STEPS], _steps(analysis, language, words.chat_owners))
    return "\n".join(lines) + "\n"


def _paragraph(words: _Words, heading: str, items: list[str]) -> list[str]:
    return [words.heading.format(heading=heading), *items] if items else []


def _items(words: _Words, analysis: Analysis, section: MinutesSection) -> Iterator[str]:
    for line in analysis.minutes:
        if line.section is section:
            yield words.item.format(text=" ".join(line.text.split()))


def _steps(analysis: Analysis, language: str, owners: Mapping[Owner, str]) -> list[str]:
    words = _WORDS[language]

    def shown(step: NextStep) -> str:
        due = words.by.format(date=_day(step.due, language)) if step.due else ""
        return words.step.format(owner=owners[step.owner], text=" ".join(step.what.split())) + due

    return [shown(step) for step in analysis.next_steps]


def _day(day: dt.date, language: str) -> str:
    if language == "ja":
        return f"{day.month}月{day.day}日({'月火水木金土日'[day.weekday()]})"
    return f"{day.day} {day:%B}"


def _language(head: MinutesHead) -> str:
    return "en" if head.language.startswith("en") else "ja"
