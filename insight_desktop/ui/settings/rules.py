"""Keeps when something may be proposed, and lets every verdict be weighed anew."""

from PySide6.QtCore import QCoreApplication, QObject

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.offering import Business, Limit, OfferRules
from insight_desktop.suggestions.packs import PACKS, value_of
from insight_desktop.ui.pages import Context
from insight_desktop.ui.settings.rules_card import RulesCard


class RulesPresenter(QObject):
    """Serves the card."""

    def __init__(self, context: Context, card: RulesCard) -> None:
        """Connect the card."""
        super().__init__(card)
        self._context, self._card = context, card
        self._rules = OfferRules()
        card.business_chosen.connect(lambda kind: self._choose(OfferRules(business=Business(kind))))
        card.limit_changed.connect(self._on_limit)

    def refresh(self) -> None:
        """Read what holds."""
        self._context.operations.read(self._context.workspace.offer_rules.load, then=self._show, key="offer rules")

    def reset(self) -> OfferRules:
        """Take everything back to what the program comes with; returns what held before."""
        before = self._rules
        if before != OfferRules():
            self.keep(OfferRules())
        return before

    def keep(self, rules: OfferRules) -> None:
        """Let other rules hold."""
        self._show(rules)
        store = self._context.workspace.offer_rules
        # Every page that shows a verdict listens to one of these.
        kinds = frozenset({ChangeKind.SUGGESTION, ChangeKind.CUSTOMER})
        self._context.operations.change(lambda: store.save(rules), announce=Change(kinds=kinds))

    def _show(self, rules: OfferRules) -> None:
        self._rules = rules
        self._card.show_rules(rules)

    def _on_limit(self, name: str, value: int | None) -> None:
        limit = Limit(name)
        is_default = value is None or value == value_of(PACKS[self._rules.business], limit)
        self._choose(self._rules.with_limit(limit, None if is_default else value))

    def _choose(self, rules: OfferRules) -> None:
        before = self._rules
        if rules == before:
            self._show(rules)
            return
        self.keep(rules)
        self._context.frame.say(QCoreApplication.translate("Settings", "Saved."), lambda: self.keep(before))
