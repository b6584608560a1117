"""How the numbers of a customer and their reasons read."""

import datetime as dt
import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from insight_desktop.account_numbers import AccountNumbers
from insight_desktop.accounts.because import Because
from insight_desktop.accounts.interest import OtherInterest
from insight_desktop.accounts.journey import Journey
from insight_desktop.accounts.purchases import Purchases
from insight_desktop.accounts.segments import Segment
from insight_desktop.domain.customer import Customer
from insight_desktop.ui import wording
from insight_desktop.ui.segment_words import asks

_TITLES = re.compile(r"(?:さん|様|氏)$")


def told(because: Because) -> str:
    """Return the sentence of a reason that is no signal of a meeting."""
    translate = QCoreApplication.translate
    sentences = {
        "by_hand": translate("Numbers", "Set by hand"),
        "renewal_near": translate("Numbers", "Renewal on {date}"),
        "just_begun": translate("Numbers", "Began on {date}"),
        "uses_since": translate("Numbers", "Since {date}"),
        "owns": translate("Numbers", "Has bought from us"),
        "deal_open": translate("Numbers", "Open deal: {name}"),
        "nothing_bought": translate("Numbers", "Nothing bought yet, no open deal"),
        "not_there": translate("Numbers", "{person} was last met on {date}, others since"),
        "only_against": translate("Numbers", "Lately {person} only spoke of what stands against"),
    }
    figures = dict(_figures(because))
    if "date" in figures:
        figures["date"] = wording.full_day(dt.date.fromisoformat(figures["date"]))
    return sentences[because.code].format_map(figures)


def journey(found: Journey) -> str:
    """Return why a customer stands at a stage."""
    if not found.is_by_hand or found.stage is found.derived:
        return told(found.because)
    sentence = QCoreApplication.translate("Numbers", "Set by hand; the dates say: {stage}")
    return sentence.format(stage=wording.JOURNEYS[found.derived].text)


def loyalty(customer: Customer) -> str:
    """Return the score with its day and source."""
    if customer.nps is None:
        return QCoreApplication.translate("Numbers", "No answer yet")
    source = wording.nps_source(customer.nps_source)
    parts = (f"NPS {customer.nps}", wording.full_day(customer.nps_on) if customer.nps_on else "", source)
    return " · ".join(part for part in parts if part)


def segment(found: Segment) -> str:
    """Return where the segment comes from."""
    if found.rule is not None:
        return QCoreApplication.translate("Numbers", "By rule: {asks}").format(asks=asks(found.rule))
    if found.name:
        return QCoreApplication.translate("Numbers", "As written with the customer")
    return QCoreApplication.translate("Numbers", "No rule fits")


def purchases(found: Purchases | None) -> str:
    """Return what was bought within two years."""
    translate = QCoreApplication.translate
    if found is None:
        return translate("Numbers", "No won deal within two years")
    count = translate("Numbers", "%n won deal(s)", "", found.count)
    return f"{count} · RFM {found.code}"


def total(found: Purchases) -> str:
    """Return what was paid within two years; a dash where no deal has an amount."""
    return wording.money(found.total, found.currency) if found.total else "–"


def grades(found: Purchases) -> list[str]:
    """Return a line for each grade."""
    translate = QCoreApplication.translate
    never = translate("Numbers", "no day known")
    last = wording.full_day(found.last_on) if found.last_on else never
    lines = [
        translate("Numbers", "Recency {grade} of 5: last bought {date}").format(grade=found.recency, date=last),
        translate("Numbers", "Frequency {grade} of 5: {count} in two years").format(
            grade=found.frequency, count=found.count
        ),
    ]
    if not found.total:
        lines.append(translate("Numbers", "Money: no amount is known"))
    elif found.money is None:
        lines.append(translate("Numbers", "Money: graded once five customers have bought"))
    else:
        sentence = translate("Numbers", "Money {grade} of 5: {total}, compared with all who bought")
        lines.append(sentence.format(grade=found.money, total=total(found)))
    return lines


def warmth(numbers: AccountNumbers) -> str:
    """Return what the score rests on."""
    translate = QCoreApplication.translate
    if numbers.score is None:
        return translate("Numbers", "Nothing heard within a year")
    if numbers.score.people == 1:
        return translate("Numbers", "From one person's words")
    return translate("Numbers", "From {count} people's words").format(count=numbers.score.people)


def who(because: Because) -> str:
    """Return who gave a signal, and when."""
    figures = _figures(because)
    day = wording.day(dt.date.fromisoformat(figures["date"]))
    return " · ".join(part for part in (figures.get("person", ""), figures.get("office", ""), day) if part)


def interest(found: OtherInterest) -> str:
    """Return the alert in one sentence."""
    figures = _figures(found.others[0])
    person = " ".join(part for part in (figures["office"], figures["person"]) if part)
    sentence = QCoreApplication.translate("Numbers", "{person} shows interest, while the usual contact stalls")
    return sentence.format(person=person)


def _figures(because: Because) -> Mapping[str, str]:
    """Return what fills a sentence; Japanese sentences give people their title themselves."""
    figures = dict(because.figures)
    return figures | {"person": _TITLES.sub("", figures["person"])} if "person" in figures else figures
