"""Says the results of offers in words, and as a table for CSV."""

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.suggestion import SuggestionKind
from insight_desktop.domain.table import Table, TableRow
from insight_desktop.offer_results import ENOUGH, Difference, OfferResults, Share
from insight_desktop.ui import wording


def groups(found: OfferResults) -> tuple[tuple[str, tuple[tuple[str, Share], ...]], ...]:
    """Return the headings, and under each the names and shares."""
    translate = QCoreApplication.translate
    kinds = {kind.value: wording.OFFERS[kind].text for kind in SuggestionKind}
    named = translate("OfferResults", "Wording {name}")
    wordings = tuple((named.format(name=each.name), each) for each in found.by_wording)
    return (
        (translate("OfferResults", "By kind"), tuple((kinds[each.name], each) for each in found.by_kind)),
        (translate("OfferResults", "By wording"), wordings),
        (translate("OfferResults", "By segment"), tuple((each.name, each) for each in found.by_segment)),
        (
            translate("OfferResults", "By the problem it was to solve"),
            tuple((each.name, each) for each in found.by_reason),
        ),
    )


def counted(share: Share) -> str:
    """Return how many offers of how many, and how sure that is."""
    translate = QCoreApplication.translate
    hits, total = share.share.hits, share.share.total
    if not share.is_enough:
        return translate("OfferResults", "{hits} of {total}: too few to say").format(hits=hits, total=total)
    return translate("OfferResults", "{rate}% ({hits} of {total}), likely {low}–{high}%").format(
        rate=_percent(share.share.rate), hits=hits, total=total, low=_percent(share.low), high=_percent(share.high)
    )


def customers(share: Share) -> str:
    """Return how many customers of how many, and how sure that is."""
    translate = QCoreApplication.translate
    hits, total = share.share.hits, share.share.total
    if not total:
        return translate("OfferResults", "None yet")
    if not share.is_enough:
        return translate("OfferResults", "{hits} of {total} customers: too few to say").format(hits=hits, total=total)
    return translate("OfferResults", "{rate}% ({hits} of {total} customers), likely {low}–{high}%").format(
        rate=_percent(share.share.rate), hits=hits, total=total, low=_percent(share.low), high=_percent(share.high)
    )


def wordings_apart(found: Difference) -> str:
    """Return what may be said of the two wordings."""
    translate = QCoreApplication.translate
    if not found.is_enough:
        return translate("OfferResults", "Too few to compare: each wording needs {count} decided offers.").format(
            count=ENOUGH
        )
    points = translate("OfferResults", "A minus B: {points} points, likely {low} to {high}.").format(**_points(found))
    if not found.is_clear:
        return points + translate("OfferResults", " This may be chance.")
    better = "A" if found.low > 0 else "B"
    return points + translate("OfferResults", " Wording {name} is accepted more often.").format(name=better)


def harm(found: Difference) -> str:
    """Return whether offers seem to do harm."""
    translate = QCoreApplication.translate
    if not found.is_enough:
        return translate("OfferResults", "Too few customers to say whether offers do harm.")
    points = translate("OfferResults", "Difference: {points} points, likely {low} to {high}.").format(**_points(found))
    if found.low > 0:
        return points + translate(
            "OfferResults", " More of those who were offered something left: offer less, and listen."
        )
    return points + translate("OfferResults", " Nothing shows that offers do harm.")


def table(found: OfferResults) -> Table:
    """Return everything as one table."""
    translate = QCoreApplication.translate
    heads = (
        translate("OfferResults", "Group"),
        translate("OfferResults", "Count"),
        translate("OfferResults", "Of (n)"),
        translate("OfferResults", "Share"),
        translate("OfferResults", "Likely from"),
        translate("OfferResults", "Likely to"),
        translate("OfferResults", "Amount a month"),
    )
    everything = (
        (translate("OfferResults", "All offers"), ((translate("OfferResults", "All offers"), found.overall),)),
    )
    blocks = (*(everything if found.overall else ()), *groups(found))
    rows = [_row(heading, name, share) for heading, shares in blocks for name, share in shares if share]
    if found.churn is not None:
        heading = translate("OfferResults", "Customers who left")
        rows += [_row(heading, name, share) for name, share in left(found.churn)]
    rows += [
        TableRow(
            key=currency,
            name=translate("OfferResults", "Expansion MRR"),
            cells=(currency, "", "", "", "", "", f"{amount:.2f}".removesuffix(".00")),
        )
        for currency, amount in sorted(found.growth.items())
    ]
    return Table(corner=translate("OfferResults", "What"), heads=heads, rows=tuple(rows))


def left(found: Difference) -> tuple[tuple[str, Share], ...]:
    """Return the two groups of customers."""
    translate = QCoreApplication.translate
    return (
        (translate("OfferResults", "Were offered something"), found.first),
        (translate("OfferResults", "Were offered nothing"), found.second),
    )


def _row(heading: str, name: str, share: Share) -> TableRow:
    counts = (share.share.hits, share.share.total)
    told = (share.share.rate, share.low, share.high)
    rates = tuple(f"{_percent(value)}%" if share.share.total else "" for value in told)
    return TableRow(key=f"{heading}/{name}", name=heading, cells=(name, *counts, *rates, ""))


def _points(found: Difference) -> dict[str, str]:
    values = {"points": found.first.share.rate - found.second.share.rate, "low": found.low, "high": found.high}
    return {name: f"{_percent(value):+d}" for name, value in values.items()}


def _percent(value: float) -> int:
    return round(100 * value)
