"""Keeps a meeting from becoming two records: rows that a CRM may have already are left out or pointed at."""

from collections.abc import Iterable, Iterator, Mapping

from insight_desktop.exports.crm_csv import RenderedRow
from insight_desktop.exports.profiles import Profile, Strategy
from insight_desktop.exports.report import Finding, FindingKind, Tally


def remembers(profile: Profile) -> bool:
    """Return whether importing a row twice makes two records, so that only new and changed rows should go out."""
    return profile.keys.strategy is Strategy.LEDGER


def only_new(
    rows: Iterable[RenderedRow],
    known: Mapping[str, str],
    profile: Profile,
    tally: Tally,
    *,
    keeps_unchanged: bool = False,
) -> Iterator[RenderedRow]:
    """Yield the rows that were not exported yet or have changed since; one that the CRM has carries a warning.

    Args:
        rows: as rendered.
        known: row key → checksum of what was exported last.
        profile: says whether the CRM updates by a key, in which case all rows go out.
        tally: counts what was left out.
        keeps_unchanged: let rows out once more that did not change, with a warning.
    """
    for row in rows:
        before = known.get(row.key)
        if before is None or not remembers(profile):
            yield row
        elif before == row.sha256 and not keeps_unchanged:
            tally.unchanged += 1
        elif before == row.sha256:
            tally.add([Finding(kind=FindingKind.EXPORTED_AGAIN, call_id=row.call_id)])
            yield row
        else:
            tally.add([Finding(kind=FindingKind.CHANGED_AGAIN, call_id=row.call_id)])
            yield row
