"""Sales after which one should ask how it goes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout

from insight_desktop.aftercare import CheckIn
from insight_desktop.ui import wording
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import column, label, row
from insight_desktop.ui.widgets.link import Link
from insight_desktop.ui.widgets.wrapping import WrappingRow


class CheckInsCard(QFrame):
    """A line a sale.

    Signals:
        done(str, int): it was asked; the sale and the step.
        postponed(str, int): a week later, please.
        opened(str): the sale is to be seen.
    """

    done = Signal(str, int)
    postponed = Signal(str, int)
    opened = Signal(str)

    def __init__(self, check_ins: Sequence[CheckIn], count: int = 0) -> None:
        """Lay out the lines; `count` is how many there are, where not all are shown."""
        super().__init__()
        self.setProperty("look", "card")
        heading = QCoreApplication.translate("CheckIns", "Ask how it goes")
        layout = column(gap=10, margins=(16, 12, 16, 16))
        layout.addLayout(row(label("strong", heading), label("small", str(count or len(check_ins))), None, gap=8))
        for each in check_ins:
            layout.addLayout(self._line(each))
        if count > len(check_ins):
            more = QCoreApplication.translate("Brief", "and {count} more").format(count=count - len(check_ins))
            layout.addWidget(label("small", more))
        self.setLayout(layout)

    def _line(self, each: CheckIn) -> QHBoxLayout:
        translate = QCoreApplication.translate
        told = translate("CheckIns", "Does {product} help? Day {days} after the sale").format(
            product=each.product, days=each.days
        )
        box = QCheckBox()
        box.setAccessibleName(f"{each.customer}: {told}")
        box.toggled.connect(lambda _on: self.done.emit(each.suggestion_id, each.days))
        later = Link(translate("CheckIns", "In a week"))
        later.setAccessibleName(f"{later.text()}: {each.customer or told}")
        later.clicked.connect(lambda: self.postponed.emit(each.suggestion_id, each.days))
        where = Link(each.customer or translate("CheckIns", "The sale"))
        where.clicked.connect(lambda: self.opened.emit(each.suggestion_id))
        date = wording.day(each.due)
        late = translate("CheckIns", "{date} overdue").format(date=date)
        shown = Badge(late, "clock", "dissatisfaction") if each.is_overdue else label("small", date)
        words = column(label("", told, wraps=True), gap=4)
        words.addLayout(WrappingRow(where, shown, later))
        line = row(gap=8)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line
