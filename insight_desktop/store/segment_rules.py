"""Who belongs to which segment, in the user's order."""

from collections.abc import Sequence

from insight_desktop.domain.customer import Customer
from insight_desktop.domain.ids import SegmentRuleId
from insight_desktop.domain.segment import SegmentRule, first_fitting
from insight_desktop.store import records
from insight_desktop.store.database import Database


class SegmentRules:
    """Keeps the rules; the first that fits a customer names its segment."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def all(self) -> tuple[SegmentRule, ...]:
        """Return the rules in order."""
        sql = "SELECT * FROM segment_rule WHERE deleted_at IS NULL ORDER BY position, id"
        return tuple(
            SegmentRule(
                id=SegmentRuleId(row["id"]),
                segment=row["segment"],
                industry=row["industry"],
                tags=records.texts(row["tags"]),
                least=row["least"],
                most=row["most"],
            )
            for row in self._db.rows(sql)
        )

    def replace(self, rules: Sequence[SegmentRule]) -> None:
        """Make these the rules, in this order."""
        kept = {rule.id for rule in rules}
        with self._db.atomic():
            for old in self.all():
                if old.id not in kept:
                    records.trash(self._db, "segment_rule", old.id)
            for position, rule in enumerate(rules):
                record = {
                    "id": rule.id,
                    "changed_at": records.now(),
                    "deleted_at": None,
                    "position": position,
                    "segment": rule.segment,
                    "industry": rule.industry,
                    "tags": records.as_list(rule.tags),
                    "least": rule.least,
                    "most": rule.most,
                }
                self._db.put("segment_rule", record)
            self._name_anew()

    def name_for(self, customer: Customer) -> str:
        """Return the segment that the rules name a customer; empty where none fits."""
        found = first_fitting(self.all(), customer)
        return found.segment if found else ""

    def _name_anew(self) -> None:
        """Keep with each customer what the rules say, so that whatever counts customers counts by it."""
        rules = self.all()
        for row in self._db.rows("SELECT id, industry, tags, employees, ruled_segment FROM customer"):
            known = Customer(
                id=row["id"],
                name="",
                industry=row["industry"],
                tags=records.texts(row["tags"]),
                employees=row["employees"],
            )
            found = first_fitting(rules, known)
            named = found.segment if found else ""
            if named != row["ruled_segment"]:
                self._db.run("UPDATE customer SET ruled_segment = ? WHERE id = ?", (named, row["id"]))
