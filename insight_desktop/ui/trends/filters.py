"""The filters above the page of trends; they combine, and a combination can be kept under a name."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QSizePolicy, QWidget

from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.managing import SavedView
from insight_desktop.domain.meeting import Channel, Outcome
from insight_desktop.trends.filters import FIELDS, TrendFilter, choose
from insight_desktop.trends.overview import Period
from insight_desktop.ui import theme, wording
from insight_desktop.ui.trends.values import Asked
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, column, empty, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow

_SPANS = {"quarter": 91, "half": 182, "year": 365, "all": 0}
_WEEKLY = 91
"""Up to this many days the spark lines go by weeks."""
_OUTCOMES = "outcomes"


class TrendFilters(View):
    """Span and kind as buttons, every other field in one menu, what was chosen as chips.

    Signals:
        asked(Asked): the user chose differently.
        view_saved(str, Asked): keep what is chosen under a name.
        view_trashed(SavedView): take a kept one away.
    """

    asked = Signal(object)
    view_saved = Signal(str, object)
    view_trashed = Signal(object)

    def __init__(self) -> None:
        """Build the rows."""
        super().__init__()
        self._asked = Asked()
        self._choices: Mapping[str, tuple[str, ...]] = {}
        self._views: tuple[SavedView, ...] = ()
        self._span = ChoiceRow("segment")
        self._span.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)  # segments stay in one line
        self._kind = ChoiceRow("chip", gap=6, may_be_none=True)
        self._span.chosen.connect(self._on_span)
        self._kind.chosen.connect(self._on_kind)
        self._more, self._kept = Button(icon="list-filter"), Button(icon="star")
        self._more.clicked.connect(lambda: self._drop(self._filter_menu(), self._more))
        self._kept.clicked.connect(lambda: self._drop(self._view_menu(), self._kept))
        self._chips = row(gap=6)
        self._chip_box = QWidget()
        self._chip_box.setLayout(self._chips)
        top = QWidget()
        top.setLayout(row(self._span, 8, self._kind, None, self._more, self._kept, gap=8))
        self.setLayout(column(top, self._chip_box, gap=6))
        self._chip_box.hide()
        self.retranslate()
        self._span.choose("all")

    def offer(self, choices: Mapping[str, tuple[str, ...]], views: Sequence[SavedView] = ()) -> None:
        """Let the user choose among what occurs."""
        self._choices, self._views = choices, tuple(views)

    def show_asked(self, asked: Asked) -> None:
        """Show a combination without telling anybody."""
        self._asked = asked
        self._span.choose(next((key for key, days in _SPANS.items() if days == asked.days), "all"))
        self._kind.choose(asked.filters.kinds[0].value if asked.filters.kinds else "")
        self._show_chips()

    def told(self) -> str:
        """Return what is chosen in words: the span, the kind, then every other field."""
        asked = self._asked
        span = next((key for key, days in _SPANS.items() if days == asked.days), "all")
        kinds = [wording.INSIGHTS[kind].text for kind in asked.filters.kinds]
        fields = [
            f"{self._field(field)}: {self._text(field, value)}"
            for field in (*FIELDS, _OUTCOMES)
            for value in getattr(asked.filters, field)
        ]
        return ", ".join((self._span.button(span).text(), *kinds, *fields))

    def retranslate(self) -> None:
        """Write the texts."""
        spans = {
            "quarter": self.tr("3 mo."),
            "half": self.tr("6 mo."),
            "year": self.tr("12 mo."),
            "all": self.tr("All"),
        }
        self._span.offer([Choice(key, text) for key, text in spans.items()])
        self._kind.offer(
            [
                Choice(kind.value, meaning.text, meaning.icon, theme.tone(meaning.tone).ink)
                for kind, meaning in wording.INSIGHTS.items()
            ]
        )
        self._more.setText(" " + self.tr("Filter"))
        self._kept.setText(" " + self.tr("Views"))
        self._show_chips()

    def _field(self, field: str) -> str:
        return {
            "segments": self.tr("Segment"),
            "industries": self.tr("Industry"),
            "products": self.tr("Product in use"),
            "reps": self.tr("Rep"),
            "stages": self.tr("Stage of the deal"),
            "languages": self.tr("Language"),
            "channels": self.tr("How it was held"),
            "tags": self.tr("Tag or own field"),
            _OUTCOMES: self.tr("Outcome"),
        }[field]

    def _text(self, field: str, value: str) -> str:
        if field == _OUTCOMES:
            return wording.OUTCOMES[Outcome(value)].text
        if field == "channels":
            return wording.CHANNELS[Channel(value)].text
        if field == "languages":
            return {"ja": self.tr("Japanese"), "en": self.tr("English")}.get(value, value)
        return value

    def _filter_menu(self) -> QMenu:
        menu = QMenu(self)
        for field in (*FIELDS[:2], "products", "reps", "stages", _OUTCOMES, "languages", "channels", "tags"):
            values = tuple(Outcome) if field == _OUTCOMES else self._choices.get(field, ())
            if not values:
                continue
            inner = menu.addMenu(self._field(field))
            chosen = getattr(self._asked.filters, field)
            for value in values:
                action = inner.addAction(self._text(field, value).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(value in chosen)
                action.triggered.connect(lambda _on=False, f=field, v=value: self._toggle(f, v))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing to filter by yet")).setEnabled(False)
        return menu

    def _view_menu(self) -> QMenu:
        menu = QMenu(self)
        for view in self._views:
            action = QAction(view.name, menu)
            action.triggered.connect(lambda _on=False, kept=view: self._use(kept))
            menu.addAction(action)
        if self._views:
            menu.addSeparator()
            remove = menu.addMenu(self.tr("Remove"))
            for view in self._views:
                remove.addAction(view.name.replace("&", "&&")).triggered.connect(
                    lambda _on=False, kept=view: self.view_trashed.emit(kept)
                )
        menu.addAction(self.tr("Keep this view …")).triggered.connect(self._on_keep)
        return menu

    @staticmethod
    def _drop(menu: QMenu, button: Button) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _toggle(self, field: str, value: str) -> None:
        filters = self._asked.filters
        chosen: tuple[str, ...] = getattr(filters, field)
        after = tuple(v for v in chosen if v != value) if value in chosen else (*chosen, value)
        if field == _OUTCOMES:
            filters = replace(filters, outcomes=tuple(Outcome(each) for each in after))
        else:
            filters = choose(filters, field, after)
        self._ask(replace(self._asked, filters=filters))

    def _use(self, view: SavedView) -> None:
        from insight_desktop.store import codec

        kept = codec.loads(Asked, view.body)
        since = _since(kept.days)
        self._ask(replace(kept, filters=replace(kept.filters, since=since)))

    def _on_keep(self) -> None:
        name, accepted = QInputDialog.getText(self, self.tr("Keep this view"), self.tr("Name"))
        if accepted and name.strip():
            self.view_saved.emit(name.strip(), self._asked)

    def _on_span(self, key: str) -> None:
        days = _SPANS[key]
        period = Period.WEEK if 0 < days <= _WEEKLY else Period.MONTH
        self._ask(Asked(filters=replace(self._asked.filters, since=_since(days)), period=period, days=days))

    def _on_kind(self, key: str) -> None:
        kinds = (InsightKind(key),) if key else ()
        self._ask(replace(self._asked, filters=replace(self._asked.filters, kinds=kinds)))

    def _ask(self, asked: Asked) -> None:
        self.show_asked(asked)
        self.asked.emit(asked)

    def _show_chips(self) -> None:
        empty(self._chips)
        found = [(field, value) for field in (*FIELDS, _OUTCOMES) for value in getattr(self._asked.filters, field)]
        for field, value in found:
            chip = Button(f" {self._field(field)}: {self._text(field, value)}", icon="x", look="chip")
            chip.setToolTip(self.tr("Remove this filter"))
            chip.clicked.connect(lambda _on=False, f=field, v=value: self._toggle(f, v))
            self._chips.addWidget(chip)
        if found:
            clear = Button(self.tr("Clear all"), look="link")
            clear.clicked.connect(self._on_clear)
            self._chips.addWidget(clear)
        self._chips.addStretch(1)
        self._chip_box.setVisible(bool(found))

    def _on_clear(self) -> None:
        plain = TrendFilter(since=self._asked.filters.since, kinds=self._asked.filters.kinds)
        self._ask(replace(self._asked, filters=plain))


def _since(days: int) -> dt.date | None:
    return dt.datetime.now().astimezone().date() - dt.timedelta(days=days) if days else None
