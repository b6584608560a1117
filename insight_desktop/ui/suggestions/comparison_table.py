"""The present and the proposed product side by side: only what differs, the answer to the problem first."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from insight_desktop.suggestions.comparison import Comparison, Difference, DifferenceKind
from insight_desktop.ui import wording
from insight_desktop.ui.widgets.basics import IconLabel, label

_MOST_SOLVED = 5
"""More problems would push limits and price, by which one decides, out of sight."""


def comparison_table(comparison: Comparison) -> QWidget:
    """Return the table as a widget."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    grid.setColumnStretch(2, 2)
    now = comparison.present.name if comparison.present else _text("Today: nothing")
    grid.addWidget(label("small", now, wraps=True), 0, 1)
    grid.addWidget(label("strong", comparison.proposed.name, wraps=True), 0, 2)
    currency = comparison.proposed.currency
    former = comparison.present.currency if comparison.present else currency
    solved = [line for line in comparison.differences if line.kind is DifferenceKind.SOLVES]
    left_out = solved[_MOST_SOLVED:]
    shown = [line for line in comparison.differences if line not in left_out]
    for place, line in enumerate(shown, start=1):
        grid.addWidget(label("strong" if line.answers else "", _name(line), wraps=True), place, 0)
        if line.kind is DifferenceKind.SOLVES:
            grid.addWidget(label("small", "–"), place, 1)
            tick = IconLabel("check")
            tick.setAccessibleName(_text("Solved"))
            grid.addWidget(tick, place, 2, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(label("small", _value(line, line.before, former, line.before_name), wraps=True), place, 1)
            grid.addWidget(label("", _value(line, line.after, currency, line.name), wraps=True), place, 2)
    if left_out:
        more = label("small", QCoreApplication.translate("Brief", "and {count} more").format(count=len(left_out)))
        more.setToolTip("\n".join(line.name for line in left_out))
        grid.addWidget(more, len(shown) + 1, 0)
    return table


def _text(source: str) -> str:
    return {
        "Today: nothing": QCoreApplication.translate("Comparison", "Today: nothing"),
        "Solved": QCoreApplication.translate("Comparison", "Solved"),
        "Price": QCoreApplication.translate("Comparison", "Price"),
    }[source]


def _name(line: Difference) -> str:
    match line.kind:
        case DifferenceKind.SOLVES:
            return line.name
        case DifferenceKind.CEILING:
            return wording.ceiling(line.name)
        case DifferenceKind.PRICE:
            return _text("Price")


def _value(line: Difference, value: float | None, currency: str, per: str) -> str:
    if value is None:
        return "–"
    if line.kind is DifferenceKind.PRICE:
        return f"{wording.money(value, currency)} {wording.period(per)}".strip()
    return QCoreApplication.translate("Comparison", "up to {count}").format(count=f"{value:,.0f}")
