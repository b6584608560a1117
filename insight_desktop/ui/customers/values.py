"""What the page of customers shows, ready to be drawn."""

from dataclasses import dataclass

from insight_desktop.domain.account import Account
from insight_desktop.domain.customer import Contact, Customer
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.suggestion import Product, Suggestions
from insight_desktop.store.meetings import MeetingSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerPage:
    """Everything of one customer."""

    customer: Customer
    account: Account
    meetings: tuple[MeetingSummary, ...]
    contacts: tuple[Contact, ...] = ()
    suggestions: Suggestions | None = None
    """The verdict of the last analysed meeting."""
    verdict_meeting: MeetingId | None = None
    products: tuple[Product, ...] = ()
    """The catalogue, for names and prices."""

    def product_name(self, product: str) -> str:
        """Return what a product is called, or its id where the catalogue does not know it."""
        return next((each.name for each in self.products if each.id == product), product)
