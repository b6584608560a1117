"""What an operation altered, for views to decide on refreshing."""

from dataclasses import dataclass, field
from enum import StrEnum


class ChangeKind(StrEnum):
    """A noun of the store."""

    MEETING = "meeting"
    TRANSCRIPT = "transcript"
    ANALYSIS = "analysis"
    CUSTOMER = "customer"
    JOB = "job"
    SUGGESTION = "suggestion"
    EXPORT = "export"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Kinds that changed, and the ids concerned; no ids means any."""

    kinds: frozenset[ChangeKind]
    ids: frozenset[str] = field(default_factory=frozenset)
