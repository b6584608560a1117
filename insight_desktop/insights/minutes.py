"""The minutes: what was said, shortened by leaving out, never reworded. Each line carries the turns that prove it.

Sections and lengths come from `resources/templates/minutes.toml` or the user's own template. Within a section the surest
lines come first to survive a cut; what remains stands in the order of the call.
"""
# ruff: noqa: E501 -- tables of words

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import (
    BudgetFact,
    DayMeaning,
    InsightKind,
    LabelledTurn,
    MinutesLine,
    MinutesSection,
    NextStep,
    Owner,
    Signal,
    TimelineFact,
)
from insight_desktop.domain.speaker import Role
from insight_desktop.domain.timespan import clock
from insight_desktop.insights.minutes_drafts import Draft, said_once
from insight_desktop.insights.minutes_template import MinutesTemplate, load_template
from insight_desktop.insights.numbers import numbers
from insight_desktop.insights.open_questions import open_questions
from insight_desktop.insights.speech import is_backchannel, sentences, without_fillers
from insight_desktop.insights.summaries import whole

_PURPOSE = {
    "ja": re.compile(
        r"(?:本日|今日|きょう)は[^。]*(?:件|お話|ご相談|ご紹介|確認|伺|見て|説明|打ち合わせ)|の件で|ご相談|お電話したのは|お伺いしたのは|について(?:お話|ご)|早速ですが"
    ),
    "en": re.compile(
        r"\b(?:i wanted to|i'd like to|calling about|the reason (?:for|i)|i'm calling|here (?:to|about)|today (?:i|we)|you (?:asked|wrote|emailed)|go through|follow up|talk about|look at)\b",
        re.IGNORECASE,
    ),
}
_SITUATION = {
    "ja": re.compile(
        r"今は|現在|今の|いまは|使って|使こ|やって(?:い)?(?:ます|る)|してい?ます|しとる|[0-9一二三四五六七八九十百千]+(?:人|名|台|店|店舗|棟|件|拠点|席|床|社|か所)"
    ),
    "en": re.compile(
        r"\b(?:we have|we've got|we use|we're on|we do|there are|there's|currently|at the moment|right now|it's all|we run|i've got)\b",
        re.IGNORECASE,
    ),
}
_EARLY_TURNS, _EARLY_PART = 12, 0.5
_SHORTEST = {"ja": 10, "en": 24}


def write_minutes(
    conversation: Conversation, analysis: Analysis, template: MinutesTemplate | None = None
) -> tuple[MinutesLine, ...]:
    """Return the lines of the minutes in the order of the template."""
    template = template or load_template()
    shown = {wanted.section for wanted in template.sections if wanted.lines > 0}
    drafts = said_once([draft for draft in _drafts(conversation, analysis) if draft.text and draft.section in shown])
    kept: list[Draft] = []
    for wanted in template.sections:
        inside = [draft for draft in drafts if draft.section is wanted.section]
        best = sorted(inside, key=lambda draft: (-draft.worth, draft.turns))[: max(0, wanted.lines)]
        kept += sorted(best, key=lambda draft: draft.turns)
    return tuple(draft.line() for draft in _shortened(kept, template.longest(conversation.language)))


def _shortened(drafts: Sequence[Draft], longest: int) -> list[Draft]:
    """Drop the least telling lines until the whole can be read in time; promises and the last line of a section stay."""
    kept = list(drafts)
    while sum(len(draft.text) for draft in kept) > longest:
        counts = {section: sum(draft.section is section for draft in kept) for section in MinutesSection}
        loose = [d for d in kept if d.section is not MinutesSection.NEXT_STEPS and counts[d.section] > 1]
        if not loose:
            break
        kept.remove(min(loose, key=lambda draft: (draft.worth - 0.1 * counts[draft.section], draft.turns)))
    return kept


def _drafts(conversation: Conversation, analysis: Analysis) -> Iterable[Draft]:
    labelled = {turn.index: turn for turn in analysis.turns}
    yield from _purpose(conversation)
    yield from _situation(conversation, labelled)
    sections = {
        InsightKind.PAIN: MinutesSection.PAINS,
        InsightKind.DISSATISFACTION: MinutesSection.PAINS,
        InsightKind.NEED: MinutesSection.NEEDS,
        InsightKind.EXPANSION_SIGNAL: MinutesSection.NEEDS,
        InsightKind.SUCCESS: MinutesSection.SUCCESSES,
    }
    for insight in analysis.insights:
        if insight.kind not in sections:  # concerns are told turn by turn
            continue
        # A complaint about us, and what was said more than once, weighs more than its label's confidence.
        worth = insight.confidence + 0.1 * len(insight.turns) + 0.3 * (insight.kind is InsightKind.DISSATISFACTION)
        yield Draft(section=sections[insight.kind], said=insight.summary, turns=insight.turns, worth=worth)
    yield from _concerns(conversation, analysis.turns)
    yield from _decided(conversation, analysis)
    for step in analysis.next_steps:
        text = _step_text(step, conversation)
        yield Draft(section=MinutesSection.NEXT_STEPS, said=text, turns=step.turns, worth=step.confidence)
    for question in open_questions(conversation):
        text = whole(without_fillers(question.text, conversation.language), conversation.language)
        yield Draft(section=MinutesSection.OPEN_QUESTIONS, said=text, turns=question.turns, worth=question.worth)
    yield from _numbers(conversation, analysis)


def _decided(conversation: Conversation, analysis: Analysis) -> Iterable[Draft]:
    """Yield decisions and plans; what decides and names its day at once is told once, with its day."""
    language, decisions = conversation.language, analysis.facts.decision
    texts = {decision: whole(decision.text, language) for decision in decisions}
    of_turn: dict[int, list[TimelineFact]] = {}
    for plan in analysis.facts.timeline:
        of_turn.setdefault(plan.turns[0], []).append(plan)
    for first, plans in of_turn.items():
        sentence = _sentence_at(conversation, first)
        # what is decided by one day and begins on another is one sentence with two days
        told = _days_told(plans, language)
        text = f"{sentence} ({told})" if told else plans[0].text
        of_both = next((d for d in decisions if first in d.turns and sentence in texts[d]), None)
        if of_both is None:
            turns = tuple(sorted({turn for each in plans for turn in each.turns}))
            yield Draft(section=MinutesSection.DECISIONS, said=text, turns=turns, worth=0.8)
        elif told:
            texts[of_both] = texts[of_both].replace(sentence, text, 1)
    for decision, text in texts.items():
        yield Draft(section=MinutesSection.DECISIONS, said=text, turns=decision.turns, worth=0.9)


def _days_told(plans: Sequence[TimelineFact], language: str) -> str:
    """Return the days of plans in order, each as what it is: by 31 Oct 2026, from 1 Apr 2027."""
    dated = sorted((plan.date, plan.means) for plan in plans if plan.date is not None)
    between = "、" if language == "ja" else ", "
    return between.join(
        _PLANNED[language][means].format(day=_day(day, language), month=_month(day, language)) for day, means in dated
    )


def _purpose(conversation: Conversation) -> Iterable[Draft]:
    language = conversation.language
    for turn in conversation.turns[:_EARLY_TURNS]:
        if turn.role is not Role.REP:
            continue
        for sentence in sentences(without_fillers(turn.text, language)):
            if _PURPOSE[language].search(sentence) and len(sentence) >= _SHORTEST[language]:
                text = whole(sentence, language)
                yield Draft(section=MinutesSection.PURPOSE, said=text, turns=(turn.index,), worth=1 - turn.index / 100)
    if conversation.title and conversation.turns:
        yield Draft(section=MinutesSection.PURPOSE, said=conversation.title, turns=(0,), worth=0.1)


def _situation(conversation: Conversation, labelled: dict[int, LabelledTurn]) -> Iterable[Draft]:
    language = conversation.language
    for turn in conversation.turns[: int(len(conversation.turns) * _EARLY_PART) + 1]:
        plain = turn.role is not Role.REP and not labelled.get(turn.index, LabelledTurn(index=turn.index)).labels
        if not plain or is_backchannel(turn.text, language):
            continue
        for sentence in sentences(without_fillers(turn.text, language)):
            told = _SITUATION[language].search(sentence) is not None
            if told and len(sentence) >= _SHORTEST[language] and not sentence.rstrip().endswith(("?", "?")):
                worth = 0.4 + 0.2 * bool(numbers(sentence, language)) - turn.index / 1000
                text = whole(sentence, language)
                yield Draft(section=MinutesSection.SITUATION, said=text, turns=(turn.index,), worth=worth)
                break


def _concerns(conversation: Conversation, labelled: Iterable[LabelledTurn]) -> Iterable[Draft]:
    for turn in labelled:
        score = next((score for score in turn.labels if score.signal is Signal.OBJECTION), None)
        if score is not None:
            text = _sentence_at(conversation, turn.index, score.start)
            yield Draft(section=MinutesSection.CONCERNS, said=text, turns=(turn.index,), worth=score.confidence)


def _numbers(conversation: Conversation, analysis: Analysis) -> Iterable[Draft]:
    language = conversation.language
    for budget in analysis.facts.budget:
        amount = money_text(budget, language)
        said = _sentence_at(conversation, budget.turns[0])
        yield Draft(section=MinutesSection.NUMBERS, before=amount, said=said, turns=budget.turns, worth=1.0)
    for insight in analysis.insights:
        if insight.kind is not InsightKind.EXPANSION_SIGNAL or numbers(insight.summary, language):
            continue
        for index in insight.turns:
            turn = conversation.turns[index]
            counted = [s for s in sentences(without_fillers(turn.text, language)) if numbers(s, language)]
            if counted:
                text = whole(counted[0], language)
                yield Draft(section=MinutesSection.NUMBERS, said=text, turns=(index,), worth=0.4)
                break


def _sentence_at(conversation: Conversation, index: int, start: int = 0) -> str:
    """Return the sentence of a turn that holds a character, without fillers."""
    language, turn = conversation.language, conversation.turns[index]
    place = 0
    parts = sentences(turn.text)
    for part in parts:
        place = turn.text.find(part, place) + len(part)
        if start < place and (start or len(part) >= _SHORTEST[language] or part is parts[-1]):
            return whole(without_fillers(part, language), language)
    return whole(without_fillers(turn.text, language), language)


def money_text(budget: BudgetFact, language: str) -> str:
    """Return an amount as it is written: 300,000円/月, GBP 18,000 a year."""
    if language == "ja":
        amount = f"{budget.amount:,.0f}円" if budget.currency == "JPY" else f"{budget.currency} {budget.amount:,.0f}"
        per = {"month": "/月", "year": "/年", "once": "(一括)"}.get(budget.per or "", "")
        return f"予算 {amount}{per}"
    per = {"month": " a month", "year": " a year", "once": " once"}.get(budget.per or "", "")
    return f"Budget {budget.currency} {budget.amount:,.0f}{per}"


def _step_text(step: NextStep, conversation: Conversation) -> str:
    language = conversation.language
    if language == "ja":
        owner = "自社" if step.owner is Owner.REP else "顧客"
        due = _day(step.due, language) if step.due else "期日なし"
        return f"【{owner}・{due}】{whole(step.what, language)}"
    owner = "We" if step.owner is Owner.REP else "Customer"
    due = _day(step.due, language) if step.due else "no date"
    return f"[{owner}, {due}] {whole(step.what, language)}"


_WEEKDAYS = "月火水木金土日"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


_PLANNED = {
    "ja": {
        DayMeaning.BY: "{day}まで",
        DayMeaning.FROM: "{day}から",
        DayMeaning.ON: "{day}",
        DayMeaning.IN: "{month}",
    },
    "en": {
        DayMeaning.BY: "by {day}",
        DayMeaning.FROM: "from {day}",
        DayMeaning.ON: "{day}",
        DayMeaning.IN: "in {month}",
    },
}


def _day(day: dt.date, language: str) -> str:
    if language == "ja":
        return f"{day.year}/{day.month}/{day.day}({_WEEKDAYS[day.weekday()]})"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _month(day: dt.date, language: str) -> str:
    return f"{day.year}年{day.month}月" if language == "ja" else f"{_MONTHS[day.month - 1]} {day.year}"


def as_markdown(
    lines: Sequence[MinutesLine], conversation: Conversation, template: MinutesTemplate | None = None
) -> str:
    """Return the minutes as Markdown in the meeting's language."""
    return _written(lines, conversation, template or load_template(), heading="# ", subheading="## ", bullet="- ")


def as_text(lines: Sequence[MinutesLine], conversation: Conversation, template: MinutesTemplate | None = None) -> str:
    """Return the minutes as plain text in the meeting's language."""
    bullet = "・" if conversation.language == "ja" else "- "
    return _written(lines, conversation, template or load_template(), heading="", subheading="■ ", bullet=bullet)


def _written(
    lines: Sequence[MinutesLine],
    conversation: Conversation,
    template: MinutesTemplate,
    *,
    heading: str,
    subheading: str,
    bullet: str,
) -> str:
    language = conversation.language
    title = conversation.title or ("議事録" if language == "ja" else "Minutes")
    held = _day(conversation.held_on, language) if conversation.held_on else ""
    facts = [part for part in (held, conversation.customer.company) if part]
    rows = [f"{heading}{title}", *([" / ".join(facts)] if facts else [])]
    for section in template.sections:
        inside = [line for line in lines if line.section is section.section]
        if inside:
            rows += ["", f"{subheading}{section.title(language)}"]
            rows += [f"{bullet}{line.text}{_time_of(line, conversation.turns)}" for line in inside]
    return "\n".join(rows) + "\n"


def _time_of(line: MinutesLine, turns: Sequence[Turn]) -> str:
    span = turns[line.turns[0]].span if line.turns and line.turns[0] < len(turns) else None
    return "" if span is None else f" ({clock(span.start)})"
