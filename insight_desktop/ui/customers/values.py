"""What the page of customers shows, ready to be drawn."""

from dataclasses import dataclass

from insight_desktop.domain.account import Account
from insight_desktop.domain.customer import Contact, Customer
from insight_desktop.domain.suggestion import Product
from insight_desktop.standing import MeetingStanding
from insight_desktop.store.meetings import MeetingSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerPage:
    """Everything of one customer."""

    customer: Customer
    account: Account
    meetings: tuple[MeetingSummary, ...]
    contacts: tuple[Contact, ...] = ()
    standing: MeetingStanding | None = None
    """Whether to offer something today; None before the first meeting was read."""
    products: tuple[Product, ...] = ()
    """The catalogue, for names and prices."""

    def product_name(self, product: str) -> str:
        """Return what a product is called, or its id where the catalogue does not know it."""
        return next((each.name for each in self.products if each.id == product), product)
