"""What the page of customers shows, ready to be drawn."""

from dataclasses import dataclass

from insight_desktop.account_numbers import AccountNumbers
from insight_desktop.accounts.since import Since
from insight_desktop.aftercare import CheckIn
from insight_desktop.chronicle import Event
from insight_desktop.domain.account import Account
from insight_desktop.domain.customer import Contact, Customer, CustomerDetails
from insight_desktop.domain.suggestion import Product
from insight_desktop.standing import MeetingStanding
from insight_desktop.store.meetings import MeetingSummary
from insight_desktop.suggestions.packs import SUBSCRIPTION, RulePack
from insight_desktop.suggestions.tiers import owned_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerPage:
    """Everything of one customer."""

    customer: Customer
    account: Account
    meetings: tuple[MeetingSummary, ...]
    details: CustomerDetails = CustomerDetails()
    """What is kept of them in lists."""
    same_name: tuple[Customer, ...] = ()
    """Other customers that seem to be the same company."""
    standing: MeetingStanding | None = None
    """Whether to offer something today; None before the first meeting was read."""
    products: tuple[Product, ...] = ()
    """The catalogue, for names and prices."""
    check_ins: tuple[CheckIn, ...] = ()
    """The next question after each sale."""
    numbers: AccountNumbers | None = None
    """What is counted of the customer."""
    since: Since | None = None
    """What changed since last time; None before the first meeting was read."""
    events: tuple[Event, ...] = ()
    """What happened beside the meetings."""
    pack: RulePack = SUBSCRIPTION
    """The rules for offers."""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The people there."""
        return self.details.contacts

    def product_name(self, product: str) -> str:
        """Return what a product is called, or its id where the catalogue does not know it."""
        return next((each.name for each in owned_of((product,), self.products)), product)

    def knows_product(self, product: str) -> bool:
        """Tell whether the catalogue has a product of this code or name; without a catalogue nothing is amiss."""
        return not self.products or bool(owned_of((product,), self.products))
