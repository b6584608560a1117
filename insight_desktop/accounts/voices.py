"""Who of a customer's people has been heard within a year and who has not: whom to ask for next time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from insight_desktop.accounts.interest import USUAL_DAYS, contact_named, name_key
from insight_desktop.domain.customer import Contact
from insight_desktop.domain.heard import Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHeard:
    """Somebody who spoke in meetings."""

    person: str
    """The name that is kept, or the one that was said in the meetings."""
    first_on: dt.date
    last_on: dt.date
    meetings: int
    contact: Contact | None = None
    """None: not kept among the customer's people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who spoke within a year, the newest first, and who of the people that are kept did not, deciders first."""

    heard: tuple[PersonHeard, ...] = ()
    silent: tuple[Contact, ...] = ()
    silent_departments: tuple[str, ...] = ()
    """Departments of which nobody spoke."""


def voices_of(presences: Iterable[Presence], contacts: Iterable[Contact], today: dt.date) -> Voices:
    """Return who was heard and who was not, within the year before `today`."""
    known = tuple(contacts)
    meetings: defaultdict[str, list[Presence]] = defaultdict(list)
    found: dict[str, Contact | None] = {}
    for each in presences:
        if 0 <= (today - each.held_on).days <= USUAL_DAYS:
            contact = contact_named(each.person, known)
            key = contact.id if contact else name_key(each.person)
            found[key] = contact
            meetings[key].append(each)
    heard = [_heard(there, found[key]) for key, there in meetings.items()]
    spoke = {contact.id for contact in found.values() if contact is not None}
    silent = [contact for contact in known if contact.id not in spoke]
    offices = {contact.department for contact in known if contact.id in spoke}
    return Voices(
        heard=tuple(sorted(heard, key=lambda each: (-each.last_on.toordinal(), -each.meetings, each.person))),
        silent=tuple(sorted(silent, key=lambda contact: not contact.is_decider)),
        silent_departments=tuple(
            dict.fromkeys(each.department for each in silent if each.department and each.department not in offices)
        ),
    )


def _heard(there: list[Presence], contact: Contact | None) -> PersonHeard:
    days = sorted((each.held_on, each.person) for each in there)
    return PersonHeard(
        person=contact.name if contact else days[-1][1],
        first_on=days[0][0],
        last_on=days[-1][0],
        meetings=len({each.meeting_id for each in there}),
        contact=contact,
    )
