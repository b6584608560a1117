"""The alert that others at a customer show interest while the usual contact stalls: then one asks to be introduced.

The usual contact is who spoke in most meetings of a year, in two at least. They stall when, within 60 days, they were
not there although others were, or spoke only of what stands against. Others are people of another department, and
whoever leads or decides.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from insight_desktop.accounts.because import Because
from insight_desktop.domain.customer import Contact
from insight_desktop.domain.heard import HeardSignal, Presence
from insight_desktop.domain.insight import Signal

WINDOW_DAYS, USUAL_DAYS, _LEAST = 60, 365, 2
_INTEREST = frozenset({Signal.BUYING_SIGNAL, Signal.EXPANSION_SIGNAL, Signal.NEED})
_MOVES = frozenset({Signal.BUYING_SIGNAL, Signal.EXPANSION_SIGNAL, Signal.SUCCESS})
_AGAINST = frozenset({Signal.OBJECTION, Signal.DISSATISFACTION})
_LEADS = re.compile(
    r"社長|会長|取締役|役員|執行|代表|本部長|事業部長|部長|理事|院長|所長|工場長|オーナー"
    r"|\b(?:c[efitomr]o|chief|president|vice president|vp|director|head of|owner|founder|partner|general manager)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherInterest:
    """Who stalls and why, and who shows interest instead, the newest first."""

    usual: str
    stalls: Because
    others: tuple[Because, ...]


def other_interest(
    heard: Sequence[HeardSignal], presences: Sequence[Presence], contacts: Iterable[Contact], today: dt.date
) -> OtherInterest | None:
    """Return the alert of a day, or None."""
    usual = usual_contact(presences, today)
    if usual is None:
        return None
    known = tuple(contacts)
    lately = [each for each in heard if each.is_named and 0 <= (today - each.held_on).days <= WINDOW_DAYS]
    stalls = _stalling(usual, lately, presences, today)
    if stalls is None:
        return None
    theirs = contact_named(usual, known)
    found = []
    for each in sorted(lately, key=lambda one: (-one.held_on.toordinal(), one.meeting_id, one.turn)):
        contact = contact_named(each.person, known) if each.signal in _INTEREST else None
        if contact is not None and contact != theirs and _is_other(contact, theirs):
            found.append(_because(each, contact))
    return OtherInterest(usual=usual, stalls=stalls, others=tuple(found)) if found else None


def contact_named(person: str, contacts: Sequence[Contact]) -> Contact | None:
    """Return the one contact of this name, or whose name begins with it, as one is called in a meeting."""
    key = name_key(person)
    same = [contact for contact in contacts if name_key(contact.name) == key]
    found = same or [contact for contact in contacts if key and name_key(contact.name).startswith(key)]
    return found[0] if len(found) == 1 else None


def usual_contact(presences: Iterable[Presence], today: dt.date) -> str | None:
    """Return who spoke in most meetings of the last year; of two, who was met last."""
    there = {
        (each.meeting_id, name_key(each.person)): each
        for each in presences
        if 0 <= (today - each.held_on).days <= USUAL_DAYS
    }
    count = Counter(key for _, key in there)
    last: dict[str, tuple[dt.date, str]] = {}
    for (_, key), each in there.items():
        last[key] = max(last.get(key, (dt.date.min, "")), (each.held_on, each.person))
    best = max(count, key=lambda key: (count[key], last[key]), default=None)
    return last[best][1] if best is not None and count[best] >= _LEAST else None


def _stalling(
    usual: str, lately: Sequence[HeardSignal], presences: Iterable[Presence], today: dt.date
) -> Because | None:
    key = name_key(usual)
    met = [each for each in presences if 0 <= (today - each.held_on).days <= WINDOW_DAYS]
    seen = [each.held_on for each in presences if name_key(each.person) == key and each.held_on <= today]
    if met and all(name_key(each.person) != key for each in met):
        return Because(code="not_there", figures=(("person", usual), ("date", max(seen).isoformat())))
    theirs = [each for each in lately if name_key(each.person) == key]
    against = [each for each in theirs if each.signal in _AGAINST]
    if not against or any(each.signal in _MOVES for each in theirs):
        return None
    newest = max(against, key=lambda one: (one.held_on, one.meeting_id, -one.turn))
    figures = (("person", usual), ("date", newest.held_on.isoformat()))
    return Because(code="only_against", figures=figures, meeting_id=newest.meeting_id, turn=newest.turn)


def _is_other(contact: Contact, usual: Contact | None) -> bool:
    if contact.is_decider or _LEADS.search(contact.role):
        return True
    return bool(contact.department) and contact.department != (usual.department if usual else "")


def _because(each: HeardSignal, contact: Contact) -> Because:
    office = " ".join(part for part in (contact.department, contact.role) if part)
    figures = (("person", contact.name), ("office", office), ("date", each.held_on.isoformat()))
    return Because(code=each.signal.value, figures=figures, meeting_id=each.meeting_id, turn=each.turn)


def name_key(name: str) -> str:
    """Return a name without spaces, case and the title that politeness adds, to recognise a person."""
    return re.sub(r"(?:さん|様|氏)$", "", "".join(name.split())).casefold()
