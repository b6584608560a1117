"""What the user noted in the recording: the agreement to record, and the marks, each one click from its sound."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from insight_desktop.domain.moment import Moment, MomentKind
from insight_desktop.insights.consent import Answer, AskedConsent
from insight_desktop.ui import wording
from insight_desktop.ui.transcript.lines import Line
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconButton, IconLabel, column, empty, label, row

LEAD_S = 6.0
"""Somebody marks what was just said: the sound begins so much earlier."""


class MomentsCard(View):
    """Shows and alters what was noted.

    Signals:
        play_requested(float): play from this second.
        consent_noted(): everybody agreed.
        renamed(str, str): a mark's id and what it is about.
        removed(str): a moment's id.
    """

    play_requested = Signal(float)
    consent_noted = Signal()
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._moments: Sequence[Moment] = ()
        self._asked: AskedConsent | None = None
        self._lines: Sequence[Line] = ()
        self._has_sound = False
        self._column = column(gap=2)
        self.setLayout(self._column)

    def show_moments(
        self, moments: Sequence[Moment], asked: AskedConsent | None, lines: Sequence[Line], *, has_sound: bool
    ) -> None:
        """Show the moments of a meeting; a meeting without sound needs no agreement."""
        shown = (moments, asked, lines, has_sound)
        if shown == (self._moments, self._asked, self._lines, self._has_sound):
            return
        self._moments, self._asked, self._lines, self._has_sound = shown
        self._fill()

    def _fill(self) -> None:
        empty(self._column)
        if self._has_sound:
            self._column.addLayout(self._consent())
        marks = [each for each in self._moments if each.kind is MomentKind.MARK]
        for mark in marks:
            self._column.addLayout(self._mark(mark))
        self.setVisible(self._has_sound or bool(marks))

    def _consent(self) -> QHBoxLayout:
        noted = next((each for each in self._moments if each.kind is MomentKind.CONSENT), None)
        if noted is not None:
            texts = self.tr("Agreement to the recording: noted"), noted.text
            line = row(IconLabel("shield-check", "customer"), label("", " · ".join(t for t in texts if t)), gap=8)
            if noted.at > 0:
                line.addWidget(self._place(noted.at))
            line.addStretch(1)
            line.addWidget(self._remover(noted))
            return line
        asked = self._asked
        if asked is None:
            line = row(IconLabel("info", "text_3"), label("quiet", self.tr("No agreement to the recording is noted.")))
        else:
            icon, ink, text = self._heard(asked)
            line = row(IconLabel(icon, ink), label("", text))
            turn = asked.asked if asked.answered is None else asked.answered
            if turn < len(self._lines):
                line.addWidget(self._place(self._lines[asked.asked].start))
        if asked is None or asked.answer is Answer.UNCLEAR:
            button = Button(self.tr("Note the agreement"), look="link", ink="customer")
            button.clicked.connect(self.consent_noted)
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _heard(self, asked: AskedConsent) -> tuple[str, str, str]:
        match asked.answer:
            case Answer.AGREED:
                return "shield-check", "customer", self.tr("Agreement to the recording: heard in the conversation")
            case Answer.REFUSED:
                return (
                    "triangle-alert",
                    "recording",
                    self.tr("Somebody seems to object to the recording. Please listen."),
                )
            case Answer.UNCLEAR:
                return "info", "text_2", self.tr("You asked for the recording; the answer was not understood.")

    def _mark(self, mark: Moment) -> QHBoxLayout:
        name = QLineEdit(mark.text)
        name.setProperty("look", "note")
        name.setPlaceholderText(self._said_at(mark.at))
        name.setToolTip(name.placeholderText())
        name.setAccessibleName(self.tr("What the mark is about"))
        name.setCursorPosition(0)
        name.editingFinished.connect(lambda: self._on_name(mark, name.text().strip()))
        line = row(IconLabel("flag", "accent"), self._place(mark.at, max(0.0, mark.at - LEAD_S)), name)
        line.addWidget(self._remover(mark))
        line.setStretch(2, 1)
        return line

    def _on_name(self, mark: Moment, text: str) -> None:
        if text != mark.text:
            self.renamed.emit(mark.id, text)

    def _said_at(self, at: float) -> str:
        said = [line for line in self._lines if line.start <= at]
        return said[-1].text if said else self.tr("Write what this is about")

    def _place(self, at: float, play_from: float | None = None) -> Button:
        button = Button(wording.clock(at), icon="play", look="link", ink="customer")
        button.clicked.connect(lambda: self.play_requested.emit(at if play_from is None else play_from))
        return button

    def _remover(self, moment: Moment) -> IconButton:
        button = IconButton("x", ink="text_3")
        button.name(self.tr("Remove"))
        button.clicked.connect(lambda: self.removed.emit(moment.id))
        return button

    def retranslate(self) -> None:
        """Write the texts."""
        self._fill()
