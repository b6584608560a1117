"""Whether today is the day, signal by signal; each can be switched off to see the verdict without it."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from insight_desktop.advice import Advice
from insight_desktop.domain.suggestion import Timing
from insight_desktop.suggestions.cues import BLOCKERS, Cue, GateSignal
from insight_desktop.suggestions.gate import Verdict
from insight_desktop.ui import wording
from insight_desktop.ui.suggestions.quote_line import QuoteLine
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import IconLabel, column, empty, frame, label, row

_LONGEST, _ICON = 80, 16


class VerdictCard(View):
    """Widgets of the verdict.

    Signals:
        cue_switched(str, bool): a signal was switched off or on again.
        clip_played(Clip): the words behind a signal are to be heard.
        place_opened(str): they are to be seen in their meeting.
    """

    cue_switched = Signal(str, bool)
    clip_played = Signal(object)
    place_opened = Signal(str)

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
        self._tell_first(advice.verdict)
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

    def _tell_first(self, verdict: Verdict) -> None:
        """Say what would make them ready, or must be repaired, and when to look again."""
        steps, until = wording.first_steps(verdict), wording.look_again(verdict)
        if steps:
            is_hold = verdict.timing is Timing.HOLD
            heading = self.tr("To repair first") if is_hold else self.tr("What would make it ready")
            self._layout.addWidget(label("caption", heading))
        for step in steps:
            line = row(gap=8)
            line.addWidget(IconLabel("flag", "text_3", _ICON), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label("", step, wraps=True), 1)
            self._layout.addLayout(line)
        if until:
            self._layout.addWidget(label("strong", until, wraps=True))

    def _line(self, cue: Cue, signals: list[GateSignal], advice: Advice, *, is_on: bool) -> QWidget:
        box = QWidget()
        meaning = wording.CUES[cue]
        tick = QCheckBox()
        tick.setChecked(is_on)
        tick.setAccessibleName(meaning.text)
        tick.toggled.connect(lambda on: self.cue_switched.emit(cue.value, on))
        words = column(label("", meaning.text, wraps=True), gap=0)
        turn = next((each.turn for each in signals if each.turn in advice.words), None)
        detail = next((_readable(each) for each in signals if each.detail), "")
        if turn is not None:
            quote = QuoteLine(advice, turn, most=_LONGEST)
            quote.clip_played.connect(self.clip_played)
            quote.place_opened.connect(self.place_opened)
            words.addWidget(quote)
        elif detail:
            short = detail if len(detail) <= _LONGEST else detail[:_LONGEST] + "…"
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
        return QCoreApplication.translate("VerdictCard", "Possible again from {date}").format(
            date=wording.full_day(day)
        )
    if signal.cue is Cue.ONBOARDING:
        return QCoreApplication.translate("VerdictCard", "In use since {date}").format(date=wording.full_day(day))
    return wording.full_day(day)
