"""Keeps the rules of segments; every change can be taken back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.ids import SegmentRuleId, new_id
from insight_desktop.domain.segment import SegmentRule
from insight_desktop.ui import field_kinds as kinds
from insight_desktop.ui.pages import Context
from insight_desktop.ui.settings.segments_card import SegmentsCard
from insight_desktop.ui.widgets.fields import Field
from insight_desktop.ui.widgets.sheet_dialog import SheetDialog

_MOST_PEOPLE = 10_000_000


class SegmentsPresenter(QObject):
    """Serves the card."""

    def __init__(self, context: Context, card: SegmentsCard) -> None:
        """Connect the card."""
        super().__init__(card)
        self._context, self._card = context, card
        self._rules: tuple[SegmentRule, ...] = ()
        card.added.connect(self._on_added)
        card.edited.connect(self._on_edited)
        card.removed.connect(self._on_removed)
        card.raised.connect(self._on_raised)

    def refresh(self) -> None:
        """Read the rules."""
        self._context.operations.read(self._context.workspace.segment_rules.all, then=self._show, key="segment rules")

    def _show(self, rules: tuple[SegmentRule, ...]) -> None:
        self._rules = rules
        self._card.show_rules(rules)

    def _on_added(self) -> None:
        blank = SegmentRule(id=SegmentRuleId(new_id()), segment="")
        title = QCoreApplication.translate("Segments", "Add a rule")
        self._ask(title, blank, lambda rule: self._keep([*self._rules, rule]))

    def _on_edited(self, rule_id: str) -> None:
        rule = next(each for each in self._rules if each.id == rule_id)

        def keep(changed: SegmentRule) -> None:
            self._keep([changed if each.id == rule_id else each for each in self._rules])

        self._ask(rule.segment, rule, keep)

    def _on_removed(self, rule_id: str) -> None:
        self._keep([each for each in self._rules if each.id != rule_id])

    def _on_raised(self, rule_id: str) -> None:
        order = list(self._rules)
        place = next(place for place, each in enumerate(order) if each.id == rule_id)
        order.insert(max(0, place - 1), order.pop(place))
        self._keep(order)

    def _ask(self, title: str, rule: SegmentRule, then: Callable[[SegmentRule], None]) -> None:
        values = {name: getattr(rule, name) for name in ("segment", "industry", "tags", "least", "most")}
        dialog = SheetDialog(self._card, title, rule_fields(), values, check=_order_of_sizes)
        dialog.saved.connect(lambda told: then(replace(rule, **told)))
        dialog.open()

    def _keep(self, rules: Sequence[SegmentRule]) -> None:
        before = self._rules
        self._store(tuple(rules))
        self._context.frame.say(QCoreApplication.translate("Settings", "Saved."), lambda: self._store(before))

    def _store(self, rules: tuple[SegmentRule, ...]) -> None:
        self._show(rules)
        kept = self._context.workspace.segment_rules
        kinds_changed = frozenset({ChangeKind.CUSTOMER})
        self._context.operations.change(lambda: kept.replace(rules), announce=Change(kinds=kinds_changed))


def rule_fields() -> tuple[Field, ...]:
    """Return the fields of a rule."""
    translate = QCoreApplication.translate
    return (
        kinds.needed("segment", translate("Segments", "Segment"), hint=translate("Segments", "Large manufacturers")),
        kinds.line("industry", translate("Segments", "Their industry contains")),
        kinds.tags(
            "tags", translate("Segments", "They have one of these tags"), hint=translate("Sheets", "Divided by commas")
        ),
        kinds.whole(
            "least", translate("Segments", "People there, at least"), least=1, most=_MOST_PEOPLE, is_short=True
        ),
        kinds.whole("most", translate("Segments", "People there, at most"), least=1, most=_MOST_PEOPLE),
    )


def _order_of_sizes(values: Mapping[str, object]) -> tuple[str, str] | None:
    least, most = values["least"], values["most"]
    if isinstance(least, int) and isinstance(most, int) and least > most:
        return "most", QCoreApplication.translate("Segments", "This cannot be less than the least.")
    return None
