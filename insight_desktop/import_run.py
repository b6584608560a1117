"""What every import from CSV shares: it stores, counts and remembers, so that it can be told and taken back."""

from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.crm.importing import Problem
from insight_desktop.crm.tables import Table
from insight_desktop.domain.customer import Contact, Customer, Deal, Detail
from insight_desktop.domain.ids import CustomerId, MeetingId, new_id
from insight_desktop.domain.suggestion import Product
from insight_desktop.store.workspace import Workspace

Altered = Customer | Detail


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    """The file names it twice: it completes the first one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRow:
    """One row of the file, and what it was taken for."""

    line: int
    name: str
    fate: Fate
    of: str = ""
    """The name that the workspace knows it by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, and what it takes to take it back."""

    table: Table
    rows: tuple[ImportedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    ambiguous: tuple[str, ...] = ()
    """Names that several customers here have; the oldest was taken."""
    altered: tuple[tuple[Altered | None, Altered], ...] = ()
    """What was stored, with what was there before."""
    decided: tuple[MeetingId, ...] = ()
    """Meetings that learned their outcome from their deal."""
    catalogue: tuple[str, tuple[Product, ...]] | None = None
    """A catalogue as it was before."""
    removed: tuple[str, ...] = ()
    """Products that the catalogue no longer has."""

    def count(self, *fates: Fate) -> int:
        """Return how many rows have one of these fates."""
        return sum(row.fate in fates for row in self.rows)

    @property
    def created(self) -> int:
        """Rows that brought something new."""
        return self.count(Fate.NEW)

    @property
    def updated(self) -> int:
        """Rows that completed what was there, or another row."""
        return self.count(Fate.UPDATED, Fate.DUPLICATE)

    @property
    def unchanged(self) -> int:
        """Rows that said nothing new."""
        return self.count(Fate.UNCHANGED)


def store(workspace: Workspace, value: Altered) -> None:
    """Keep a value where it belongs."""
    match value:
        case Customer():
            workspace.customers.save(value)
        case Contact():
            workspace.customers.save_contact(value)
        case Deal():
            workspace.customers.save_deal(value)
        case _:
            workspace.details.save(value)


class ImportRun:
    """Stores, counts and remembers while an import runs."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin with nothing done."""
        self.workspace = workspace
        self.decided: tuple[MeetingId, ...] = ()
        self._altered: list[tuple[Altered | None, Altered]] = []
        self._rows: list[ImportedRow] = []
        self._seen: set[str] = set()
        self._ambiguous: list[str] = []

    def keep(self, before: Altered | None, after: Altered) -> None:
        """Store a value."""
        self._altered.append((before, after))
        store(self.workspace, after)

    def find(self, crm_id: str, name: str) -> Customer | None:
        """Return the customer meant: by the CRM's id, else by name where that does not contradict the id."""
        by_id = self.workspace.customers.with_crm_id(crm_id)
        if by_id is not None:
            return by_id
        named = [each for each in self.workspace.customers.named(name) if not (crm_id and each.crm_id)]
        if len(named) > 1:
            self._ambiguous.append(name)
        return named[0] if named else None

    def find_or_make(self, crm_id: str, name: str) -> Customer:
        """Return the customer meant, or a new one."""
        found = self.find(crm_id, name)
        if found is not None:
            return found
        made = Customer(id=CustomerId(new_id()), name=name, crm_id=crm_id)
        self.keep(None, made)
        return made

    def note(self, line: int, name: str, kept: Altered, found: Altered | None, *, is_changed: bool) -> None:
        """Note what became of a row; an entry of a list is known by the name of the row."""
        fate = Fate.NEW
        if found is not None:
            again = kept.id in self._seen
            fate = Fate.DUPLICATE if again and is_changed else Fate.UPDATED if is_changed else Fate.UNCHANGED
        self._seen.add(kept.id)
        self._rows.append(
            ImportedRow(line=line, name=name, fate=fate, of=getattr(found, "name", name) if found else "")
        )

    def report(self, table: Table, problems: tuple[Problem, ...]) -> ImportReport:
        """Return what was done."""
        return ImportReport(
            table=table,
            rows=tuple(self._rows),
            problems=problems,
            ambiguous=tuple(dict.fromkeys(self._ambiguous)),
            altered=tuple(self._altered),
            decided=self.decided,
        )
