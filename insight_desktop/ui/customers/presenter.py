"""Decides what the page of customers shows and does."""

import datetime as dt
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from insight_desktop import account_numbers, aftercare, chronicle, overviews, standing
from insight_desktop.account_numbers import CustomerListing, ListWish
from insight_desktop.accounts.since import since_last
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import CustomerId, NextStepId
from insight_desktop.settings.options import Page as SettingsPage
from insight_desktop.store.meetings import MeetingFilter
from insight_desktop.suggestions.packs import pack_of
from insight_desktop.ui.customers.brief import brief_of
from insight_desktop.ui.customers.brief_dialog import BriefDialog
from insight_desktop.ui.customers.editing import CustomerEditing
from insight_desktop.ui.customers.values import CustomerPage
from insight_desktop.ui.customers.view import CustomersView
from insight_desktop.ui.importing.csv_import import CsvImport
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.today.check_in_acts import CheckInActs

_MOST_MEETINGS = 100


class CustomersPresenter(Presenter):
    """Reads customers and one customer's account; ticks promises off."""

    shows: ClassVar = frozenset(
        {ChangeKind.CUSTOMER, ChangeKind.MEETING, ChangeKind.ANALYSIS, ChangeKind.SUGGESTION, ChangeKind.TRANSCRIPT}
    )

    def __init__(self, context: Context, view: CustomersView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self.view = self._view = view
        self._editing = CustomerEditing(context, view)
        self._editing.chosen.connect(self._on_wanted)
        self._wish = ListWish()
        self._chosen: CustomerId | None = None
        self._page: CustomerPage | None = None
        view.searched.connect(self._on_searched)
        view.wished.connect(self._on_wished)
        view.account.numbers.rules_requested.connect(lambda: context.frame.go("settings", SettingsPage.OFFERS))
        view.customer_chosen.connect(self._on_chosen)
        view.meeting_opened.connect(lambda meeting: context.frame.go("meeting", meeting))
        view.promise_ticked.connect(lambda step, done: self._on_ticked(step, done=done))
        self._check_ins = CheckInActs(context)
        view.account.check_in_done.connect(self._check_ins.finish)
        view.account.check_in_postponed.connect(self._check_ins.postpone)
        view.account.suggestion_opened.connect(lambda suggestion: context.frame.go("suggestions", suggestion))
        view.brief_requested.connect(self._on_brief)
        view.csv_requested.connect(CsvImport(context, view).choose)

    def open(self, argument: str) -> None:
        """Show the customer `argument`, or the one met last."""
        if argument:
            self._chosen = CustomerId(argument)
        super().open(argument)

    def refresh(self) -> None:
        """Read the list and the customer again."""
        work, wish = self.context.workspace, self._wish
        today = dt.datetime.now().astimezone().date()
        self.context.operations.read(
            lambda: account_numbers.listed(work, wish, today), then=self._show_list, key="customers"
        )

    def _show_list(self, found: CustomerListing) -> None:
        if self._chosen is None and found.rows:
            self._chosen = found.rows[0].summary.id
        self._view.show_customers(found, self._chosen, self._wish)
        if self._chosen is None:
            self._view.hide_customer()
        else:
            self._read_customer(self._chosen)

    def _on_wanted(self, customer: str) -> None:
        """Show a customer that was just made, or another one than that which was just deleted."""
        self._chosen, self._wish = CustomerId(customer) if customer else None, ListWish()
        self.view.clear_search()
        self.refresh()

    def _read_customer(self, chosen: CustomerId) -> None:
        self.context.operations.read(lambda: self._read(chosen), then=self._show_customer, key="customer")

    def _read(self, customer_id: CustomerId) -> CustomerPage | None:
        work = self.context.workspace
        customer = work.customers.get(customer_id)
        if customer is None or not work.customers.is_kept(customer_id):
            return None
        today = dt.datetime.now().astimezone().date()
        meetings = work.meetings.list(MeetingFilter(customer_id=customer_id), limit=_MOST_MEETINGS).meetings
        details = work.details.of(customer_id)
        account = overviews.account_of(work, customer_id, today)
        numbers = account_numbers.numbers_of(work, customer, details, today)
        return CustomerPage(
            customer=customer,
            account=account,
            since=since_last(account, customer, details, numbers.voices, today),
            meetings=meetings,
            details=details,
            check_ins=aftercare.next_check_ins(work, customer_id, today),
            numbers=numbers,
            events=chronicle.events_of(work, customer, details, today),
            same_name=tuple(each for each in work.customers.named(customer.name) if each.id != customer_id),
            standing=standing.of_customer(work, customer_id, today),
            products=work.products.catalogue_for(customer.current_products),
            pack=pack_of(work.offer_rules.load()),
        )

    def _show_customer(self, page: CustomerPage | None) -> None:
        self._page = page
        self._editing.show_page(page)
        if page is not None:
            self._view.show_customer(page)
        elif self._chosen is not None:  # deleted, merged, or an import was taken back
            self._chosen = None
            self.refresh()

    def _on_searched(self, text: str) -> None:
        self._on_wished(replace(self._wish, text=text))

    def _on_wished(self, wish: ListWish) -> None:
        self._wish = wish
        self.refresh()

    def _on_chosen(self, customer: str) -> None:
        self._chosen = CustomerId(customer)
        self._read_customer(self._chosen)

    def _on_ticked(self, step: str, *, done: bool) -> None:
        self._set_done(step, done=done)
        if done:  # it leaves the page: the only way back is here
            told = QCoreApplication.translate("Today", "Done.")
            self.context.frame.say(told, lambda: self._set_done(step, done=False))

    def _set_done(self, step: str, *, done: bool) -> None:
        analyses = self.context.workspace.analyses
        self.context.operations.change(
            lambda: analyses.set_step_done(NextStepId(step), done=done),
            announce=Change(kinds=frozenset({ChangeKind.ANALYSIS})),
        )

    def _on_brief(self) -> None:
        if self._page is not None:
            BriefDialog(self.view, brief_of(self._page), self.context.workspace.exports_dir).open()
