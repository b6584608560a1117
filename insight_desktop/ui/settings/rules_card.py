"""When something may be proposed: the kind of business, and the limits that may be changed, each with a way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from insight_desktop.domain.offering import Business, Limit, OfferRules
from insight_desktop.suggestions.packs import BOUNDS, PACKS, pack_of, value_of
from insight_desktop.ui import wording
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP
from insight_desktop.ui.settings.fields import NumberField
from insight_desktop.ui.settings.rows import Card, LimitRow
from insight_desktop.ui.settings.texts import Words, translated
from insight_desktop.ui.widgets.basics import column, label
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow

_DAYS = QT_TRANSLATE_NOOP("Settings", " days")
_UNITS = {
    Limit.ALTERNATES: QT_TRANSLATE_NOOP("Settings", " more"),
    Limit.PRICE_PERCENT: " %",
    Limit.USAGE_PERCENT: " %",
}
_MEANING = {
    Business.SUBSCRIPTION: QT_TRANSLATE_NOOP(
        "Settings", "Paid each month or year. Whoever has just signed is left in peace until the product helps."
    ),
    Business.ONE_OFF: QT_TRANSLATE_NOOP(
        "Settings", "Sold once. The moment of decision is the good one: what goes with it is welcome then."
    ),
    Business.PROJECT: QT_TRANSLATE_NOOP(
        "Settings", "Work to order. Before the result of the present work was told, the next is not offered."
    ),
    Business.REPEAT: QT_TRANSLATE_NOOP(
        "Settings", "Goods that are used up and ordered again. Pauses are shorter, as one talks more often."
    ),
}
LIMITS: dict[Limit, Words] = {
    Limit.ALTERNATES: Words(
        QT_TRANSLATE_NOOP("Settings", "Products beside the first"),
        QT_TRANSLATE_NOOP("Settings", "One product is proposed in a meeting, with so many others to choose from."),
    ),
    Limit.DAYS_BETWEEN: Words(
        QT_TRANSLATE_NOOP("Settings", "Between two offers"),
        QT_TRANSLATE_NOOP("Settings", "A customer who was offered something is left in peace so long."),
    ),
    Limit.COOL_DOWN_DAYS: Words(
        QT_TRANSLATE_NOOP("Settings", "Pause after a refusal"),
        QT_TRANSLATE_NOOP("Settings", "Doubles with each refusal that follows; an acceptance ends it."),
    ),
    Limit.ONBOARDING_DAYS: Words(
        QT_TRANSLATE_NOOP("Settings", "Grace after the contract"),
        QT_TRANSLATE_NOOP("Settings", "So long they learn what they bought, and nothing else is offered."),
    ),
    Limit.DECISION_DAYS: Words(
        QT_TRANSLATE_NOOP("Settings", "Moment of decision"),
        QT_TRANSLATE_NOOP("Settings", "So long after they bought, it speaks for offering what goes with it; 0: never."),
    ),
    Limit.RENEWAL_DAYS: Words(
        QT_TRANSLATE_NOOP("Settings", "Renewal window"),
        QT_TRANSLATE_NOOP("Settings", "So long before the renewal it is a reason to talk about what comes next."),
    ),
    Limit.PRICE_PERCENT: Words(
        QT_TRANSLATE_NOOP("Settings", "Price ceiling"),
        QT_TRANSLATE_NOOP("Settings", "Of the budget that they named; what costs more waits."),
    ),
    Limit.USAGE_PERCENT: Words(
        QT_TRANSLATE_NOOP("Settings", "Near the limit"),
        QT_TRANSLATE_NOOP("Settings", "So full, what they use is a reason to talk about a larger one."),
    ),
    Limit.RECHECK_DAYS: Words(
        QT_TRANSLATE_NOOP("Settings", "Look again"),
        QT_TRANSLATE_NOOP("Settings", "So long after “do not propose” the customer is looked at anew."),
    ),
}


class RulesCard(Card):
    """The kind of business and a line for each limit.

    Signals:
        business_chosen(str): another kind of business.
        limit_changed(str, object): a limit and its value; None takes it back to what the business has.
    """

    business_chosen = Signal(str)
    limit_changed = Signal(str, object)

    def __init__(self) -> None:
        """Lay out the lines."""
        super().__init__()
        self._rules = OfferRules()
        self._kind, self._choice = label("strong"), ChoiceRow("segment")
        self._choice.chosen.connect(self.business_chosen)
        self._means = label("small", wraps=True)
        self._top = QWidget()
        self._top.setLayout(column(self._kind, self._choice, self._means, gap=8))
        self.add(self._top)
        self.lines: dict[Limit, LimitRow] = {}
        for limit, words in LIMITS.items():
            line = LimitRow(words, NumberField(*BOUNDS[limit]), _UNITS.get(limit, _DAYS))
            line.changed.connect(lambda value, one=limit: self.limit_changed.emit(one.value, value))
            line.reset_wanted.connect(lambda one=limit: self.limit_changed.emit(one.value, None))
            self.lines[limit] = line
            self.add(line)
        self.retranslate()

    def show_rules(self, rules: OfferRules) -> None:
        """Show what holds in the workspace."""
        self._rules = rules
        self._choice.choose(rules.business.value)
        self._means.setText(translated(_MEANING[rules.business]))
        holds, came = pack_of(rules), PACKS[rules.business]
        for limit, line in self.lines.items():
            line.show_limit(value_of(holds, limit), value_of(came, limit))

    def search(self, text: str) -> int:
        """Show the lines that the words are about; returns how many there are."""
        for line in self.lines.values():
            line.setVisible(line.says(text))
        is_about = text.casefold() in self._words
        self._top.setVisible(is_about)
        return is_about + sum(line.says(text) for line in self.lines.values())

    @property
    def _words(self) -> str:
        kinds = " ".join(wording.BUSINESSES[kind].text for kind in Business)
        return f"{self.heading.text()} {self._kind.text()} {self._means.text()} {kinds}".casefold()

    def retranslate(self) -> None:
        """Write the texts."""
        if not hasattr(self, "lines"):
            return
        self.heading.setText(self.tr("When something may be proposed"))
        self._kind.setText(self.tr("Kind of business"))
        self._choice.setAccessibleName(self._kind.text())
        self._choice.offer([Choice(kind.value, wording.BUSINESSES[kind].text) for kind in Business])
        self.show_rules(self._rules)
