"""Whether today is the day, signal by signal; each can be switched off to see the verdict without it."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from insight_desktop.advice import Advice
from insight_desktop.suggestions.gate import BLOCKERS, Cue, GateSignal
from insight_desktop.ui import wording
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import column, empty, frame, label, row

_LONGEST = 80


class VerdictCard(View):
    """Widgets of the verdict.

    Signals:
        cue_switched(str, bool): a signal was switched off or on again.
    """

    cue_switched = Signal(str, bool)

    def __init__(self) -> None:
        """Build the frame."""
        super().__init__()
        self._shown: tuple[Advice, frozenset[str]] | None = None
        self._heading = label("caption")
        self._layout = QVBoxLayout()
        self._layout.setSpacing(8)
        card = frame("card")
        inner = column(self._heading, gap=10, margins=(16, 12, 16, 16))
        inner.addLayout(self._layout)
        card.setLayout(inner)
        self.setLayout(column(card, gap=0))
        self.retranslate()

    def show_verdict(self, advice: Advice, switched_off: frozenset[str]) -> None:
        """Show the verdict and every signal behind it."""
        self._shown = advice, switched_off
        empty(self._layout)
        meaning = wording.TIMINGS[advice.verdict.timing]
        self._layout.addLayout(row(Badge(meaning.text, meaning.icon, meaning.tone), None))
        self._layout.addWidget(label("quiet", wording.why(advice.verdict), wraps=True))
        if advice.verdict.until is not None:
            until = self.tr("Look again on {date}").format(date=wording.day(advice.verdict.until))
            self._layout.addWidget(label("small", until))
        if not advice.signals:
            self._layout.addWidget(label("small", wording.CUES[Cue.NO_PROBLEM].text, wraps=True))
        by_cue: dict[Cue, list[GateSignal]] = {}
        for signal in advice.signals:
            by_cue.setdefault(signal.cue, []).append(signal)
        for heading, is_against in ((self.tr("Against"), True), (self.tr("In favour"), False)):
            cues = [cue for cue in by_cue if (cue in BLOCKERS) is is_against]
            if cues:
                self._layout.addWidget(label("caption", heading))
            for cue in cues:
                self._layout.addWidget(self._line(cue, by_cue[cue], advice, is_on=cue.value not in switched_off))
        if switched_off:
            self._layout.addWidget(
                label("small", self.tr("What if: the verdict without what you switched off."), wraps=True)
            )

    def _line(self, cue: Cue, signals: list[GateSignal], advice: Advice, *, is_on: bool) -> QWidget:
        box = QWidget()
        meaning = wording.CUES[cue]
        tick = QCheckBox()
        tick.setChecked(is_on)
        tick.setAccessibleName(meaning.text)
        tick.toggled.connect(lambda on: self.cue_switched.emit(cue.value, on))
        words = column(label("", meaning.text, wraps=True), gap=0)
        evidence = next((advice.words[each.turn] for each in signals if each.turn in advice.words), "")
        evidence = evidence or next((_readable(each) for each in signals if each.detail), "")
        if evidence:
            short = evidence if len(evidence) <= _LONGEST else evidence[:_LONGEST] + "…"
            words.addWidget(label("small", short, wraps=True))
        line = row(gap=8)
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        box.setLayout(line)
        return box

    def retranslate(self) -> None:
        """Write the texts."""
        self._heading.setText(self.tr("Why now, or why not"))
        if self._shown is not None:
            self.show_verdict(*self._shown)


def _readable(signal: GateSignal) -> str:
    """Return the detail of a signal, a day as days are written; after a pause it is the first that is free again."""
    try:
        day = dt.date.fromisoformat(signal.detail)
    except ValueError:
        return signal.detail
    if signal.cue in (Cue.COOLING_DOWN, Cue.OFFERED_LATELY):
        return QCoreApplication.translate("VerdictCard", "Possible again from {date}").format(date=wording.day(day))
    return wording.day(day)
