"""What an export altered or left out, so that nothing is lost silently."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from insight_desktop import export_wording, wording
from insight_desktop.domain.errors import ErrorCode, KnownError


class FindingKind(StrEnum):
    """What happened to a cell or a row; worded in `export_wording.EXPORT_FINDINGS`."""

    SUBSTITUTED = "substituted"
    REPLACED = "replaced"
    CONTROL_REMOVED = "control_removed"
    TRUNCATED = "truncated"
    SECTION_DROPPED = "section_dropped"
    ROW_SKIPPED = "row_skipped"
    PATTERN_BLANKED = "pattern_blanked"
    UNMAPPED_BLANKED = "unmapped_blanked"
    REQUIRED_EMPTY = "required_empty"
    GUARDED = "guarded"
    DANGEROUS = "dangerous"
    CHANGED_AGAIN = "changed_again"
    EXPORTED_AGAIN = "exported_again"
    ROW_OVER_LIMIT = "row_over_limit"
    UTF8_ADVISED = "utf8_advised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that the user should know before saving."""

    kind: FindingKind
    call_id: str = ""
    column: str = ""
    detail: str = ""
    before: int | None = None
    """The length before, in the profile's unit."""
    after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """The outcome of one export."""

    rows: int
    unchanged: int
    """Rows left out because the ledger holds the same ones."""
    counts: tuple[tuple[FindingKind, int], ...]
    findings: tuple[Finding, ...]
    """The first ones, up to `Tally.KEPT`; `counts` counts all."""

    def count(self, kind: FindingKind) -> int:
        """Return how often something happened."""
        return dict(self.counts).get(kind, 0)

    def to_json(self) -> dict[str, Any]:
        """Return the report for `--json`."""
        return {
            "rows": self.rows,
            "unchanged": self.unchanged,
            "counts": {kind.value: number for kind, number in self.counts},
            "findings": [
                {"kind": each.kind.value, "call": each.call_id, "column": each.column, "detail": each.detail}
                | ({} if each.before is None else {"before": each.before, "after": each.after})
                for each in self.findings
            ],
        }


@dataclass(slots=True)
class Tally:
    """Counts while rows stream by; keeps the first findings only, so that memory stays flat."""

    KEPT = 2_000
    SHARE_OF_SUBSTITUTED = 0.005

    rows: int = 0
    unchanged: int = 0
    characters: int = 0
    substituted: int = 0
    in_names: bool = False
    counts: Counter[FindingKind] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def add(self, findings: Iterable[Finding]) -> None:
        """Count findings."""
        for finding in findings:
            self.counts[finding.kind] += 1
            if len(self.findings) < self.KEPT:
                self.findings.append(finding)

    def result(self) -> ExportReport:
        """Return the report; advises UTF-8 where CP932 costs names or much of the text."""
        if self.in_names or self.substituted > self.SHARE_OF_SUBSTITUTED * max(1, self.characters):
            self.add([Finding(kind=FindingKind.UTF8_ADVISED)])
        return ExportReport(
            rows=self.rows,
            unchanged=self.unchanged,
            counts=tuple(sorted(self.counts.items())),
            findings=tuple(self.findings),
        )


def failure(path: object, fault: str, **params: str) -> KnownError:
    """Return the error of an export that made no file; `fault` is one of `export_wording.EXPORT_FAULTS`."""
    reason = export_wording.EXPORT_FAULTS[fault][wording.user_language()].format(**params)
    return KnownError(ErrorCode.EXPORT_FAILED, path=path, reason=reason, fault=fault)
