"""What follows from noting what became of an offer: whoever accepts it owns it, in the place of what it takes over.

Without that the same product would be offered again after the next meeting, and nobody would wait until they know it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from insight_desktop.domain.customer import OwnedProduct
from insight_desktop.domain.ids import OwnedProductId, SuggestionId, new_id
from insight_desktop.domain.suggestion import Product, SuggestionKind, SuggestionState
from insight_desktop.store.suggestions import StoredSuggestion, SuggestionEvent
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.tiers import kind_of, owned_of
from insight_desktop.suggestions.words import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A step that was noted, and what it takes to take it back."""

    former: StoredSuggestion
    owned_before: tuple[OwnedProduct, ...] = ()
    owned_after: tuple[OwnedProduct, ...] = ()

    @property
    def is_owned_changed(self) -> bool:
        """Whether the customer's products are other ones now."""
        return self.owned_before != self.owned_after


def note(workspace: Workspace, suggestion_id: SuggestionId, event: SuggestionEvent) -> Noted | None:
    """Note what became of an offer; None where it is gone."""
    former = workspace.suggestions.get(suggestion_id)
    if former is None:
        return None
    with workspace.db.atomic():
        workspace.suggestions.set_state(suggestion_id, event)
        before = _owned(workspace, former)
        if event.state is SuggestionState.ACCEPTED:
            _hand_over(workspace, former, before, event.at.astimezone().date())
        elif former.state is SuggestionState.ACCEPTED:
            _give_back(workspace, former, before)
        return Noted(former=former, owned_before=before, owned_after=_owned(workspace, former))


def take_back(workspace: Workspace, noted: Noted) -> None:
    """Take a step back; what they own is as it was, but for what has been written there since."""
    with workspace.db.atomic():
        workspace.suggestions.take_back(noted.former)
        for entry in noted.owned_after:
            if entry not in noted.owned_before:
                _forget(workspace, entry)
        for entry in noted.owned_before:
            if entry not in noted.owned_after:
                workspace.details.save(entry)


def _owned(workspace: Workspace, offer: StoredSuggestion) -> tuple[OwnedProduct, ...]:
    return workspace.details.of(offer.customer_id).owned if offer.customer_id else ()


def _hand_over(workspace: Workspace, offer: StoredSuggestion, owned: Sequence[OwnedProduct], since: dt.date) -> None:
    catalogue = _catalogue(workspace, owned)
    product = next((each for each in catalogue if each.id == offer.product), None)
    if offer.customer_id is None or any(_is(each, offer.product, product) for each in owned):
        return
    taken_over = next((each for each in owned if product and _takes_over(product, each, catalogue)), None)
    replaced = taken_over if offer.kind is SuggestionKind.UPSELL else None
    workspace.details.save(
        OwnedProduct(
            id=OwnedProductId(new_id()),
            customer_id=offer.customer_id,
            product=offer.product,
            since=since,
            seats=replaced.seats if replaced else None,
        )
    )
    if replaced is not None:
        workspace.details.remove(workspace.details.save(replaced))


def _give_back(workspace: Workspace, offer: StoredSuggestion, owned: Sequence[OwnedProduct]) -> None:
    """Take out what a withdrawn sale brought, and put back what it took over."""
    began = offer.state_at.astimezone().date()
    sold = next((each for each in owned if each.product == offer.product and each.since == began), None)
    if sold is None or offer.customer_id is None:
        return
    catalogue = _catalogue(workspace, owned)
    product = next((each for each in catalogue if each.id == offer.product), None)
    removed = workspace.details.removed_since(offer.customer_id, offer.state_at)
    former = next((each for each in removed if product and _takes_over(product, each, catalogue)), None)
    _forget(workspace, sold)
    if former is not None and offer.kind is SuggestionKind.UPSELL:
        workspace.details.save(former)


def _catalogue(workspace: Workspace, owned: Sequence[OwnedProduct]) -> tuple[Product, ...]:
    """Return the products that the customer's own come from, before those of other catalogues."""
    return (*workspace.products.catalogue_for([each.product for each in owned]), *workspace.products.all())


def _forget(workspace: Workspace, entry: OwnedProduct) -> None:
    """Take an entry out that should never have been: without its day nobody takes it for a customer who left."""
    workspace.details.remove(workspace.details.save(replace(entry, since=None)))


def _is(entry: OwnedProduct, code: str, product: Product | None) -> bool:
    return folded(entry.product) in {folded(code), folded(product.name) if product else ""}


def _takes_over(product: Product, entry: OwnedProduct, catalogue: Sequence[Product]) -> bool:
    """Tell whether a product stands in the place of one that they have: a lower tier, or what it is upgraded from."""
    return kind_of(product, owned_of((entry.product,), catalogue)) is SuggestionKind.UPSELL
