"""Says in words what a problem costs the customer, and how that was counted."""

from PySide6.QtCore import QCoreApplication

from insight_desktop.suggestions.benefit import Benefit
from insight_desktop.suggestions.quantities import Each, Measure, Quantity
from insight_desktop.ui import wording

_MINUTES = 60


def total(benefit: Benefit) -> str:
    """Return the amount: 20 hours a month."""
    amount = _amount(benefit.measure, benefit.amount, benefit.currency)
    return _with_period(amount, benefit.period)


def formula(benefit: Benefit) -> str:
    """Return how it was counted: 5 hours each person, a month × 4 people."""
    told = " × ".join(_term(term) for term in benefit.terms)
    if benefit.period or benefit.measure is Measure.MONEY:
        return told
    open_end = QCoreApplication.translate("Benefit", "{formula}; how often was not said")
    return open_end.format(formula=told)


def _term(term: Quantity) -> str:
    translate = QCoreApplication.translate
    if term.measure is Measure.PEOPLE:
        return translate("Benefit", "{count} people").format(count=_number(term.value))
    if term.measure is Measure.CASES:
        is_plain = wording.language() == "ja" or not term.noun
        counted = _number(term.value) + term.noun if is_plain else f"{_number(term.value)} {term.noun}"
        return _with_period(counted, term.period)
    amount = _with_period(_amount(term.measure, term.value, term.currency), term.period)
    match term.each:
        case Each.PERSON:
            return translate("Benefit", "{amount} for each person").format(amount=amount)
        case Each.CASE:
            return translate("Benefit", "{amount} each time").format(amount=amount)
        case Each.WHOLE:
            return amount


def _amount(measure: Measure, value: float, currency: str) -> str:
    translate = QCoreApplication.translate
    match measure:
        case Measure.MONEY:
            return wording.money(value, currency)
        case Measure.DAYS:
            told = _number(value)
            days = translate("Benefit", "{count} day") if told == "1" else translate("Benefit", "{count} days")
            return days.format(count=told)
        case _ if value < 1:
            return translate("Benefit", "{count} min").format(count=_number(round(value * _MINUTES)))
        case _:
            told = _number(value)
            hours = translate("Benefit", "{count} hour") if told == "1" else translate("Benefit", "{count} hours")
            return hours.format(count=told)


def _with_period(amount: str, period: str) -> str:
    translate = QCoreApplication.translate
    sentences = {
        "day": translate("Benefit", "{amount} a day"),
        "week": translate("Benefit", "{amount} a week"),
        "month": translate("Benefit", "{amount} a month"),
        "year": translate("Benefit", "{amount} a year"),
    }
    return sentences.get(period, "{amount}").format(amount=amount)


def _number(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")
