"""How an entry of a customer's lists reads: its name, its facts, and its mark."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.customer import DECIDED, Contact, Deal, Detail, OwnedProduct, SupportCase, Usage
from insight_desktop.domain.meeting import Outcome
from insight_desktop.suggestions.packs import SUBSCRIPTION, RulePack
from insight_desktop.ui import wording
from insight_desktop.ui.field_kinds import written_number


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryWords:
    """One line of a list; `mark` is a badge's text, icon and tone."""

    name: str
    facts: str = ""
    mark: tuple[str, str, str] | None = None
    share: float | None = None
    """How full a figure of usage is."""


def words_of(entry: Detail, product_name: Callable[[str], str], pack: RulePack = SUBSCRIPTION) -> EntryWords:
    """Return the words of an entry in the language of the window; `pack` says what is near a limit."""
    translate = QCoreApplication.translate
    match entry:
        case Contact():
            mark = (translate("Entries", "Decides"), "users", "need") if entry.is_decider else None
            return EntryWords(
                name=entry.name, facts=_joined(entry.department, entry.role, entry.email, entry.phone), mark=mark
            )
        case Deal():
            amount = "" if entry.amount is None else wording.money(entry.amount, entry.currency)
            is_decided = entry.outcome in DECIDED
            sentence = translate("Entries", "decided {date}") if is_decided else translate("Entries", "closes {date}")
            closes = _dated(sentence, entry.expected_on)
            return EntryWords(name=entry.name, facts=_joined(entry.stage, amount, closes), mark=_outcome(entry.outcome))
        case OwnedProduct():
            seats = "" if entry.seats is None else translate("Entries", "%n seat(s)", "", entry.seats)
            since = _dated(translate("Entries", "since {date}"), entry.since)
            return EntryWords(name=product_name(entry.product), facts=_joined(since, seats))
        case Usage():
            return _usage(entry, pack)
        case SupportCase():
            opened = _dated(translate("Entries", "opened {date}"), entry.opened_on)
            closed = _dated(translate("Entries", "closed {date}"), entry.closed_on)
            mark = (translate("Entries", "Open"), "clock", "dissatisfaction") if entry.is_open else None
            return EntryWords(name=entry.subject, facts=_joined(opened, closed), mark=mark)
        case _:
            assert_never(entry)


def _usage(entry: Usage, pack: RulePack) -> EntryWords:
    translate = QCoreApplication.translate
    used, share = f"{written_number(entry.value)} {entry.unit}".strip(), entry.share
    if entry.ceiling is not None:
        used = translate("Entries", "{used} of {limit} {unit}").format(
            used=written_number(entry.value), limit=written_number(entry.ceiling), unit=entry.unit
        )
    is_near = share is not None and 100 * share >= pack.usage_percent
    mark = (translate("Entries", "Near the limit"), "trending-up", "pain") if is_near else None
    percent = "" if share is None else f"{share:.0%}"
    as_of = _dated(translate("Entries", "as of {date}"), entry.as_of)
    return EntryWords(name=entry.name, facts=_joined(used.strip(), percent, as_of), mark=mark, share=share)


def _outcome(outcome: str) -> tuple[str, str, str] | None:
    if outcome not in DECIDED:
        return None
    meaning = wording.OUTCOMES[Outcome(outcome)]
    return meaning.text, meaning.icon, meaning.tone


def _dated(sentence: str, date: dt.date | None) -> str:
    return sentence.format(date=wording.full_day(date)) if date else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
