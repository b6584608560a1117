"""The kinds of fields that forms of customers and products are made of: what may be written, and what to say else."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from insight_desktop.crm.cells import read_amount, read_currency, read_date, read_integer, read_price
from insight_desktop.domain.customer import Contact, Customer, Deal, OwnedProduct, SupportCase, Usage
from insight_desktop.domain.suggestion import Product
from insight_desktop.ui.widgets.fields import Field, Look, half_width


def values_of(entry: Contact | Customer | Deal | OwnedProduct | Product | SupportCase | Usage) -> dict[str, object]:
    """Return what a form shows: the fields of a value by name."""
    return {field.name: getattr(entry, field.name) for field in fields(entry)}


def needed(key: str, text: str, *, hint: str = "", choices: tuple[tuple[str, str], ...] = ()) -> Field:
    """Return a line that may not stay empty."""
    sentence = QCoreApplication.translate("Fields", "Please write this; it cannot stay empty.")
    return Field(key=key, text=text, hint=hint, choices=choices, needed=sentence)


def line(
    key: str, text: str, *, hint: str = "", choices: tuple[tuple[str, str], ...] = (), is_short: bool = False
) -> Field:
    """Return a line of text."""
    return Field(key=key, text=text, hint=hint, choices=choices, is_short=is_short)


def paragraph(key: str, text: str, *, hint: str = "") -> Field:
    """Return a few lines of text."""
    return Field(key=key, text=text, hint=hint, look=Look.PARAGRAPH)


def date(key: str, text: str, *, is_short: bool = False) -> Field:
    """Return a day, or nothing."""
    return Field(
        key=key,
        text=text,
        look=Look.DATE,
        hint="2026-11-20",
        read=_or_none(read_date),
        write=dt.date.isoformat,
        fault=QCoreApplication.translate("Fields", "Write a day like 2026-11-20."),
        is_short=is_short,
    )


def amount(key: str, text: str, *, hint: str = "", is_needed: bool = False, is_short: bool = False) -> Field:
    """Return a number, also written as money."""
    sentence = QCoreApplication.translate("Fields", "Write a number, such as 1,200,000.")
    return Field(
        key=key,
        text=text,
        hint=hint,
        read=_or_none(read_amount),
        write=written_number,
        fault=sentence,
        needed=sentence if is_needed else "",
        is_short=is_short,
    )


def price(key: str, text: str, *, hint: str = "", is_needed: bool = False, is_short: bool = False) -> Field:
    """Return an amount that is not negative, or nothing unless it is needed."""
    sentence = QCoreApplication.translate("Fields", "Write a number of 0 or more, such as 1,200,000.")
    field = amount(key, text, hint=hint, is_needed=is_needed, is_short=is_short)
    return replace(field, read=_or_none(read_price), fault=sentence)


def currency(key: str, text: str, *, is_short: bool = False) -> Field:
    """Return the three letters of a currency, or nothing."""
    return Field(
        key=key,
        text=text,
        hint="JPY",
        read=lambda text: read_currency(text) if text else "",
        fault=QCoreApplication.translate("Fields", "Write the three letters of a currency, such as JPY or USD."),
        is_short=is_short,
    )


def whole(key: str, text: str, *, least: int, most: int, hint: str = "", is_short: bool = False) -> Field:
    """Return a whole number between two, or nothing."""
    sentence = QCoreApplication.translate("Fields", "Write a whole number from {least} to {most}.")

    def read(text: str) -> int:
        number = read_integer(text)
        if not least <= number <= most:
            raise ValueError
        return number

    return Field(
        key=key,
        text=text,
        hint=hint,
        read=_or_none(read),
        fault=sentence.format(least=f"{least:,}", most=f"{most:,}"),
        is_short=is_short,
    )


def names(key: str, text: str, *, hint: str = "", is_short: bool = False) -> Field:
    """Return words divided by semicolons."""
    return Field(key=key, text=text, hint=hint, read=_parts, write="; ".join, is_short=is_short)


def tags(key: str, text: str, *, hint: str = "") -> Field:
    """Return short words, divided as people divide them."""
    return replace(names(key, text, hint=hint), read=lambda text: _parts(re.sub(r"[、,，\n]", ";", text)))


def tick(key: str, text: str) -> Field:
    """Return a yes or no."""
    return Field(key=key, text=text, look=Look.TICK)


def choice(key: str, text: str, choices: tuple[tuple[str, str], ...], *, is_short: bool = False) -> Field:
    """Return one of several."""
    return Field(key=key, text=text, look=Look.CHOICE, choices=choices, is_short=is_short)


def written_number(value: float) -> str:
    """Return a number without what says nothing."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _or_none(read: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda text: read(half_width(text)) if text else None


def _parts(text: str) -> tuple[str, ...]:
    parts = text.replace("；", ";").split(";")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
