"""Sales after which one should ask how it goes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout

from insight_desktop.aftercare import CheckIn
from insight_desktop.ui import wording
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, label, row


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

    def __init__(self, check_ins: Sequence[CheckIn]) -> None:
        """Lay out the lines."""
        super().__init__()
        self.setProperty("look", "card")
        heading = QCoreApplication.translate("CheckIns", "Ask how it goes")
        layout = column(gap=10, margins=(16, 12, 16, 16))
        layout.addLayout(row(label("strong", heading), label("small", str(len(check_ins))), None, gap=8))
        for each in check_ins:
            layout.addLayout(self._line(each))
        self.setLayout(layout)

    def _line(self, each: CheckIn) -> QHBoxLayout:
        translate = QCoreApplication.translate
        told = translate("CheckIns", "Does {product} help? Day {days} after the sale").format(
            product=each.product, days=each.days
        )
        box = QCheckBox()
        box.setAccessibleName(f"{each.customer}: {told}")
        box.toggled.connect(lambda _on: self.done.emit(each.suggestion_id, each.days))
        where, later = Button(each.customer, look="link"), Button(translate("CheckIns", "In a week"))
        where.clicked.connect(lambda: self.opened.emit(each.suggestion_id))
        later.setAccessibleName(f"{later.text()}: {each.customer}")
        later.clicked.connect(lambda: self.postponed.emit(each.suggestion_id, each.days))
        words = column(label("", told, wraps=True), gap=0)
        words.addWidget(where, 0, Qt.AlignmentFlag.AlignLeft)
        line = row(box, gap=8)
        line.addLayout(words, 1)
        date = wording.day(each.due)
        late = translate("CheckIns", "{date} overdue").format(date=date)
        shown = Badge(late, "clock", "dissatisfaction") if each.is_overdue else label("small", date)
        line.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(later, 0, Qt.AlignmentFlag.AlignTop)
        return line
