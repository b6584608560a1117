"""The filters above the page of trends."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from insight_desktop.domain.insight import InsightKind
from insight_desktop.trends.filters import TrendFilter
from insight_desktop.trends.overview import Period
from insight_desktop.ui import theme, wording
from insight_desktop.ui.trends.values import Asked, Choices
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow

_SPANS = {"quarter": 91, "half": 182, "year": 365, "all": 0}
_WEEKLY = 91
"""Up to this many days the spark lines go by weeks."""


class TrendFilters(View):
    """Period, kind, segment, industry and rep; they combine.

    Signals:
        asked(Asked): the user chose differently.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        """Build the rows."""
        super().__init__()
        self._asked = Asked()
        self._span = ChoiceRow("segment")
        self._kind = ChoiceRow("chip", gap=6, may_be_none=True)
        self._boxes = {name: QComboBox() for name in ("segments", "industries", "reps")}
        self._span.chosen.connect(self._on_span)
        self._kind.chosen.connect(self._on_kind)
        for name, box in self._boxes.items():
            box.setMinimumWidth(140)
            box.activated.connect(lambda _index, name=name: self._on_box(name))
        self.setLayout(row(self._span, 8, self._kind, None, *self._boxes.values(), gap=8))
        self.retranslate()
        self._span.choose("all")

    def offer(self, choices: Choices) -> None:
        """Let the user choose among what occurs."""
        for name, box in self._boxes.items():
            values = getattr(choices, name)
            chosen = box.currentData() or ""
            box.clear()
            box.addItem(self._all_of(name), "")
            for value in values:
                box.addItem(value, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.setVisible(bool(values))

    def retranslate(self) -> None:
        """Write the texts."""
        spans = {
            "quarter": self.tr("3 months"),
            "half": self.tr("6 months"),
            "year": self.tr("12 months"),
            "all": self.tr("All time"),
        }
        self._span.offer([Choice(key, text) for key, text in spans.items()])
        self._kind.offer(
            [
                Choice(kind.value, meaning.text, meaning.icon, theme.tone(meaning.tone).ink)
                for kind, meaning in wording.INSIGHTS.items()
            ]
        )
        for name, box in self._boxes.items():
            box.setAccessibleName(self._all_of(name))
            if box.count():
                box.setItemText(0, self._all_of(name))

    def _all_of(self, name: str) -> str:
        return {
            "segments": self.tr("All segments"),
            "industries": self.tr("All industries"),
            "reps": self.tr("All reps"),
        }[name]

    def _on_span(self, key: str) -> None:
        days = _SPANS[key]
        today = dt.datetime.now().astimezone().date()
        since = today - dt.timedelta(days=days) if days else None
        period = Period.WEEK if 0 < days <= _WEEKLY else Period.MONTH
        self._ask(replace(self._asked.filters, since=since), period)

    def _on_kind(self, key: str) -> None:
        kinds = (InsightKind(key),) if key else ()
        self._ask(replace(self._asked.filters, kinds=kinds), self._asked.period)

    def _on_box(self, name: str) -> None:
        value = self._boxes[name].currentData()
        wanted = (value,) if value else ()
        filters = self._asked.filters
        match name:
            case "segments":
                filters = replace(filters, segments=wanted)
            case "industries":
                filters = replace(filters, industries=wanted)
            case _:
                filters = replace(filters, reps=wanted)
        self._ask(filters, self._asked.period)

    def _ask(self, filters: TrendFilter, period: Period) -> None:
        self._asked = Asked(filters=filters, period=period)
        self.asked.emit(self._asked)
