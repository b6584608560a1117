"""What we sell: the catalogues."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from insight_desktop.domain.ids import ProductId, new_id
from insight_desktop.domain.suggestion import Product, ProductPurpose
from insight_desktop.store import records
from insight_desktop.store.database import Database


class Products:
    """Keeps catalogues of products; a product's id is the seller's own code and unique within its catalogue."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def catalogues(self) -> tuple[str, ...]:
        """Return the names of the catalogues."""
        sql = "SELECT DISTINCT catalogue FROM product WHERE deleted_at IS NULL ORDER BY catalogue"
        return tuple(row["catalogue"] for row in self._db.rows(sql))

    def catalogue(self, name: str) -> tuple[Product, ...]:
        """Return the products of a catalogue in its order."""
        sql = "SELECT * FROM product WHERE catalogue = ? AND deleted_at IS NULL ORDER BY position"
        return tuple(_product(row) for row in self._db.rows(sql, (name,)))

    def all(self) -> tuple[Product, ...]:
        """Return the products of all catalogues."""
        return tuple(product for name in self.catalogues() for product in self.catalogue(name))

    def catalogue_for(self, owned: Sequence[str], named: str = "") -> tuple[Product, ...]:
        """Return what a meeting may suggest from: the named catalogue, else those of owned products, else all."""
        if named:
            return self.catalogue(named)
        wanted = set(owned)
        catalogues = [self.catalogue(name) for name in self.catalogues()]
        holding = [each for each in catalogues if any({product.id, product.name} & wanted for product in each)]
        return tuple(product for each in holding or catalogues for product in each)

    def exchange(self, name: str, old: Product | None, new: Product | None, place: int | None = None) -> int | None:
        """Put a product in the place of another one, add one at a place or at the end, or take one out.

        Returns:
            Where the old one stood, for taking the exchange back; None where it was not there.
        """
        with self._db.atomic():
            products = list(self.catalogue(name))
            found = next((at for at, each in enumerate(products) if old is not None and each.id == old.id), None)
            if found is not None:
                del products[found]
            if new is not None:
                at = found if found is not None else len(products) if place is None else place
                products.insert(at, new)
            if found is not None and old is not None and new is not None and old.id != new.id:
                products = [_linked_to(each, old.id, new.id) for each in products]
            self.save_catalogue(name, products)
            if found is not None and old is not None and new is not None:
                self._carry_over(old, new)
        return found

    def _carry_over(self, old: Product, new: Product) -> None:
        """Let what customers own, offers and stories name a product as it is called now.

        Otherwise it would be offered to those who have it. Of a code that another catalogue has too nobody can tell.
        """
        left = {key for each in self.all() for key in (each.id, each.name)}
        renamed = {
            before: after
            for before, after in ((str(old.id), str(new.id)), (old.name, new.name))
            if before != after and before not in left
        }
        moment = records.now()
        for before, after in renamed.items():
            for table in ("owned_product", "suggestion", "success_story"):
                sql = f"UPDATE {table} SET product = ?, changed_at = ? WHERE product = ?"  # noqa: S608 - names from our code
                self._db.run(sql, (after, moment, before))
        if renamed:
            rows = self._db.rows("SELECT id, current_products FROM customer WHERE current_products <> '[]'")
            changed = []
            for row in rows:
                owned = records.texts(row["current_products"])
                now = tuple(dict.fromkeys(renamed.get(each, each) for each in owned))
                if now != owned:
                    changed.append((records.as_list(now), moment, row["id"]))
            self._db.run_many("UPDATE customer SET current_products = ?, changed_at = ? WHERE id = ?", changed)

    def save_catalogue(self, name: str, products: Sequence[Product]) -> None:
        """Make a catalogue hold exactly these products; those that are gone leave tombstones."""
        moment = records.now()
        with self._db.atomic():
            known = {
                row["code"]: row["id"]
                for row in self._db.rows("SELECT id, code FROM product WHERE catalogue = ?", (name,))
            }
            self._db.run(
                "UPDATE product SET deleted_at = ?, changed_at = ? WHERE catalogue = ? AND deleted_at IS NULL",
                (moment, moment, name),
            )
            for position, product in enumerate(products):
                record = {
                    "id": known.get(product.id) or new_id(),
                    "changed_at": moment,
                    "deleted_at": None,
                    "catalogue": name,
                    "code": product.id,
                    "position": position,
                    "name": product.name,
                    "family": product.family,
                    "tier": product.tier,
                    "upgrade_from": records.as_list(product.upgrade_from),
                    "requires": records.as_list(product.requires),
                    "solves": records.as_list(product.solves),
                    "limits": records.as_list(product.limits),
                    "price": product.price,
                    "currency": product.currency,
                    "per": product.per,
                    "description": product.description,
                    "purpose": product.purpose,
                }
                self._db.put("product", record)


def _linked_to(product: Product, before: ProductId, after: ProductId) -> Product:
    """Return a product whose links name another one by its new code."""

    def now(codes: Sequence[ProductId]) -> tuple[ProductId, ...]:
        return tuple(after if code == before else code for code in codes)

    return replace(product, upgrade_from=now(product.upgrade_from), requires=now(product.requires))


def _product(row: sqlite3.Row) -> Product:
    return Product(
        id=ProductId(row["code"]),
        name=row["name"],
        family=row["family"],
        tier=row["tier"],
        upgrade_from=tuple(ProductId(code) for code in records.texts(row["upgrade_from"])),
        requires=tuple(ProductId(code) for code in records.texts(row["requires"])),
        solves=records.texts(row["solves"]),
        limits=tuple((str(name), float(ceiling)) for name, ceiling in json.loads(row["limits"])),
        price=row["price"],
        currency=row["currency"],
        per=row["per"],
        description=row["description"],
        purpose=ProductPurpose(row["purpose"]),
    )
