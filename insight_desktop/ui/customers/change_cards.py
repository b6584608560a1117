"""What changed since last time, and who was heard and who was not: two cards of a customer's page."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from insight_desktop.accounts.since import Shift, ShiftKind, Since
from insight_desktop.accounts.voices import PersonHeard, Voices
from insight_desktop.domain.customer import Contact
from insight_desktop.ui import wording
from insight_desktop.ui.places import place_of
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import column, frame, label, row
from insight_desktop.ui.widgets.link import Link

_MOST = 6
_TONES = {
    ShiftKind.WORSE: ("trending-down", "dissatisfaction"),
    ShiftKind.NEW: ("plus", "pain"),
    ShiftKind.SOLVED: ("check", "success"),
    ShiftKind.MOOD_UP: ("smile", "success"),
    ShiftKind.MOOD_DOWN: ("frown", "dissatisfaction"),
    ShiftKind.FIRST_HEARD: ("users", "need"),
    ShiftKind.CASE_OPENED: ("phone", "pain"),
    ShiftKind.CASE_CLOSED: ("check", "success"),
    ShiftKind.LOYALTY: ("chart-column", "neutral"),
}
_QUOTED = frozenset({ShiftKind.WORSE, ShiftKind.NEW, ShiftKind.SOLVED})


def shift_name(kind: ShiftKind) -> str:
    """Return what happened, in a word or two."""
    translate = QCoreApplication.translate
    return {
        ShiftKind.WORSE: translate("AccountView", "Worse"),
        ShiftKind.NEW: translate("AccountView", "New"),
        ShiftKind.SOLVED: translate("AccountView", "Solved"),
        ShiftKind.MOOD_UP: translate("Since", "Mood is better"),
        ShiftKind.MOOD_DOWN: translate("Since", "Mood is worse"),
        ShiftKind.FIRST_HEARD: translate("Since", "Heard for the first time"),
        ShiftKind.CASE_OPENED: translate("Since", "Support case opened"),
        ShiftKind.CASE_CLOSED: translate("Since", "Support case closed"),
        ShiftKind.LOYALTY: translate("Since", "New NPS answer"),
    }[kind]


def shift_text(shift: Shift) -> str:
    """Return what it is about: the customer's words in quotation marks, or a name."""
    return wording.quoted(shift.text) if shift.kind in _QUOTED else shift.text


def since_heading(since: Since) -> str:
    """Return the heading with the day that everything is compared with."""
    return QCoreApplication.translate("Since", "Changed since {date}").format(date=wording.day(since.day))


def nothing_changed(since: Since) -> str:
    """Return what stands where nothing changed."""
    if since.is_first:
        return QCoreApplication.translate("Since", "After the next meeting, this says what changed.")
    return QCoreApplication.translate("Since", "Nothing new came up.")


def since_card(since: Since, opened: Callable[[str], None]) -> QWidget:
    """Return the card of what changed; `opened` takes a place in a meeting."""
    lines = [_shift(each, opened) for each in since.shifts[:_MOST]]
    left = len(since.shifts) - _MOST
    if left > 0:
        lines.append(label("small", QCoreApplication.translate("Brief", "and {count} more").format(count=left)))
    return _card(since_heading(since), lines or [label("small", nothing_changed(since), wraps=True)])


def _shift(shift: Shift, opened: Callable[[str], None]) -> QWidget:
    icon, tone = _TONES[shift.kind]
    day = label("small", "")
    if shift.meeting_id is not None and shift.on is not None:
        place_there = place_of(shift.meeting_id, shift.turns)
        link = Link(wording.day(shift.on))
        link.clicked.connect(lambda: opened(place_there))
        place: QWidget = link
    else:
        day.setText(wording.day(shift.on) if shift.on else "")
        place = day
    layout = column(gap=4)
    layout.addLayout(row(Badge(shift_name(shift.kind), icon, tone), None, place, gap=6))
    if shift.text:
        layout.addWidget(label("", shift_text(shift), wraps=True))
    box = QWidget()
    box.setLayout(layout)
    return box


def voices_card(voices: Voices) -> QWidget:
    """Return the card of who was heard within a year, and who was not."""
    translate = QCoreApplication.translate
    lines: list[QWidget] = [_person(each) for each in voices.heard[:_MOST]]
    if not lines:
        lines.append(label("small", unnamed(), wraps=True))
    left = len(voices.heard) - _MOST
    if left > 0:
        lines.append(label("small", translate("Brief", "and {count} more").format(count=left)))
    if voices.silent:
        lines.append(label("caption", translate("Voices", "Not heard for a year")))
        lines += [_silent(each) for each in voices.silent[:_MOST]]
    if voices.silent_departments:
        lines.append(label("small", departments(voices), wraps=True))
    return _card(translate("Voices", "Heard and not heard"), lines)


def unnamed() -> str:
    """Return what stands where nobody is known by name in a meeting."""
    return QCoreApplication.translate("Voices", "Give the speakers of a meeting their names to see who was heard.")


def departments(voices: Voices) -> str:
    """Return the departments of which nobody spoke."""
    names = ("、" if wording.language() == "ja" else ", ").join(voices.silent_departments)
    return QCoreApplication.translate("Voices", "Nobody heard of: {names}").format(names=names)


def office(contact: Contact | None) -> str:
    """Return department, position and whether they decide; of a stranger that they are not kept."""
    translate = QCoreApplication.translate
    if contact is None:
        return translate("Voices", "not among the people kept")
    decides = translate("Voices", "decides") if contact.is_decider else ""
    return " · ".join(part for part in (contact.department, contact.role, decides) if part)


def times(each: PersonHeard) -> str:
    """Return in how many meetings somebody spoke, and when last."""
    told = QCoreApplication.translate("Voices", "%n meeting(s), last {date}", "", each.meetings)
    return told.format(date=wording.day(each.last_on))


def _person(each: PersonHeard) -> QWidget:
    known = office(each.contact)
    return _named(each.person, " · ".join(part for part in (known, times(each)) if part))


def _silent(contact: Contact) -> QWidget:
    return _named(contact.name, office(contact))


def _named(name: str, facts: str) -> QWidget:
    layout = column(label("strong", name, wraps=True), gap=0)
    if facts:
        layout.addWidget(label("small", facts, wraps=True))
    box = QWidget()
    box.setLayout(layout)
    return box


def _card(heading: str, entries: Sequence[QWidget]) -> QWidget:
    card = frame("card")
    card.setLayout(column(label("caption", heading), *entries, gap=10, margins=(16, 12, 16, 16)))
    return card
