"""When offers are to be made: one row a choice, so that workspaces can be merged choice by choice."""

from insight_desktop.domain.ids import new_id
from insight_desktop.domain.offering import Business, Limit, OfferRules
from insight_desktop.store import records
from insight_desktop.store.database import Database

_BUSINESS = "business"


class OfferRuleStore:
    """Keeps the rules of the workspace."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def load(self) -> OfferRules:
        """Return the user's choice; what a newer program wrote and this one does not know is left out."""
        rows = self._db.rows("SELECT name, value FROM offer_rule WHERE deleted_at IS NULL")
        kept = {str(row["name"]): str(row["value"]) for row in rows}
        business = kept.get(_BUSINESS, "")
        return OfferRules(
            business=Business(business) if business in set(Business) else Business.SUBSCRIPTION,
            changed=tuple((limit, int(kept[limit])) for limit in Limit if kept.get(limit, "").isdecimal()),
        )

    def save(self, rules: OfferRules) -> OfferRules:
        """Keep a choice in the place of the former one."""
        wanted = {_BUSINESS: rules.business.value} | {limit.value: str(value) for limit, value in rules.changed}
        with self._db.atomic():
            known = {row["name"]: row["id"] for row in self._db.rows("SELECT id, name FROM offer_rule")}
            for name in known.keys() - wanted.keys():
                records.trash(self._db, "offer_rule", known[name])
            for name, value in wanted.items():
                record = {"name": name, "value": value, "changed_at": records.now(), "deleted_at": None}
                self._db.put("offer_rule", {"id": known.get(name) or new_id(), **record})
        return rules
