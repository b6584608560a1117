"""Budgets, dates, deciders and competitors, read from the turns that carry the label."""

import re
from collections.abc import Sequence
from dataclasses import replace

from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.insight import (
    BudgetFact,
    DayMeaning,
    DecisionFact,
    Facts,
    LabelledTurn,
    Signal,
    TimelineFact,
)
from insight_desktop.domain.suggestion import Product
from insight_desktop.insights.asked_budgets import answers_budget
from insight_desktop.insights.competitors import competitors
from insight_desktop.insights.consistency import says_budget, says_plan
from insight_desktop.insights.currencies import currency_of_call
from insight_desktop.insights.date_mention import DateMention
from insight_desktop.insights.money import budget_of, setting_of
from insight_desktop.insights.speech import sentences, without_fillers
from insight_desktop.insights.turn_dates import plans_at

_NEAR = 2
_LONGEST_TEXT = {"ja": 80, "en": 160}
_AFTER_DATE_JA = re.compile(r"^(?:から|まで(?:に)?|中(?:に)?|いっぱい|のうち(?:に)?|までには|に|末|以降|ごろ|頃)")


def read_facts(
    conversation: Conversation,
    labelled: Sequence[LabelledTurn],
    *,
    catalogue: Sequence[Product] = (),
    rivals: Sequence[str] = (),
) -> Facts:
    """Return the facts of a call.

    Args:
        conversation: the call.
        labelled: its turns' labels.
        catalogue: our products; their names are ours, their currency is the call's.
        rivals: names of competitors that the user listed.

    """
    ours = [name for product in catalogue for name in (product.name, product.family) if name]
    return Facts(
        budget=_budgets(
            conversation, carrying(labelled, Signal.BUDGET), catalogue, leaning=leaning(labelled, Signal.BUDGET)
        ),
        timeline=_timeline(
            conversation, carrying(labelled, Signal.TIMELINE), leaning=leaning(labelled, Signal.TIMELINE)
        ),
        decision=_decisions(conversation, carrying(labelled, Signal.DECISION)),
        competitors=competitors(
            conversation,
            carrying(labelled, Signal.COMPETITOR),
            leaning=leaning(labelled, Signal.COMPETITOR),
            marked={turn.index: turn.vendors for turn in labelled if turn.vendors},
            ours=ours,
            rivals=rivals,
        ),
    )


def carrying(labelled: Sequence[LabelledTurn], signal: Signal) -> list[int]:
    """Return the indexes of the turns that carry a label, in order."""
    return sorted(turn.index for turn in labelled if any(score.signal is signal for score in turn.labels))


def leaning(labelled: Sequence[LabelledTurn], signal: Signal) -> list[int]:
    """Return the indexes of the turns that fall a little short of a label, in order."""
    return sorted(turn.index for turn in labelled if any(score.signal is signal for score in turn.leanings))


def call_currency(conversation: Conversation, catalogue: Sequence[Product] = ()) -> str:
    """Return the currency of amounts that name none."""
    known = next((product.currency for product in catalogue if product.currency), "")
    return currency_of_call((turn.text for turn in conversation.turns), conversation.language, known=known)


def _budgets(
    conversation: Conversation, turns: Sequence[int], catalogue: Sequence[Product], *, leaning: Sequence[int] = ()
) -> tuple[BudgetFact, ...]:
    plain = [index for index in leaning if says_budget(conversation, index)]
    plain += [turn.index for turn in conversation.turns if answers_budget(conversation, turn.index)]
    if not (turns or plain):
        return ()
    currency = call_currency(conversation, catalogue)
    texts = [turn.text for turn in conversation.turns]
    found: list[BudgetFact] = []
    for index in sorted({*turns, *plain}):
        before = texts[index - 1] if index else ""
        setting = setting_of(texts, index, conversation.language)
        said = budget_of(texts[index], conversation.language, currency=currency, before=before, setting=setting)
        if said is None:
            continue
        fact = BudgetFact(turns=(index,), amount=said.amount, currency=said.currency, per=said.per)
        same = next((n for n, x in enumerate(found) if (x.amount, x.currency) == (fact.amount, fact.currency)), None)
        if same is None:
            found.append(fact)
        else:
            found[same] = replace(found[same], turns=(*found[same].turns, index), per=found[same].per or fact.per)
    return tuple(found)


def _timeline(
    conversation: Conversation, turns: Sequence[int], *, leaning: Sequence[int] = ()
) -> tuple[TimelineFact, ...]:
    found: list[TimelineFact] = []
    plain = [index for index in leaning if says_plan(conversation, index)]
    for index in sorted({*turns, *plain}):
        turn = conversation.turns[index]
        for mention in plans_at(conversation, turn) or (None,):
            date = mention.date if mention is not None else None
            if date is None and index in plain:
                continue
            text = _date_words(turn.text, mention, conversation.language)
            same = next((n for n, x in enumerate(found) if date is not None and x.date == date), None)
            if same is None:
                means = mention.means if mention is not None else DayMeaning.BY
                found.append(TimelineFact(turns=(index,), text=text, date=date, means=means))
            else:
                found[same] = replace(found[same], turns=(*found[same].turns, index))
    return tuple(found)


def _date_words(text: str, mention: DateMention | None, language: str) -> str:
    if mention is None or mention.end > len(text):
        return shortened(text, language)
    words = text[mention.start : mention.end]
    if language == "ja" and (after := _AFTER_DATE_JA.match(text[mention.end :])):
        words += after[0]
    return words.strip() or shortened(text, language)


def _decisions(conversation: Conversation, turns: Sequence[int]) -> tuple[DecisionFact, ...]:
    """Join what neighbouring turns say of the decision."""
    groups: list[list[int]] = []
    for index in turns:
        if groups and index - groups[-1][-1] <= _NEAR:
            groups[-1].append(index)
        else:
            groups.append([index])
    between = "" if conversation.language == "ja" else " "
    return tuple(
        DecisionFact(
            turns=tuple(group),
            text=between.join(shortened(conversation.turns[index].text, conversation.language) for index in group),
        )
        for group in groups
    )


def shortened(text: str, language: str) -> str:
    """Return a turn's first sentences without fillers, as many as fit a line; never cut inside a sentence."""
    kept = ""
    for sentence in sentences(without_fillers(text, language)):
        joined = kept + ("" if language == "ja" or not kept else " ") + sentence
        if kept and len(joined) > _LONGEST_TEXT[language]:
            break
        kept = joined
    return kept
