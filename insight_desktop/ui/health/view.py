"""Findings as lines, the troubled first, each with the button that repairs it where there is one."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from insight_desktop import wording
from insight_desktop.health import Finding, Verdict
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, empty, frame, label, row
from insight_desktop.ui.widgets.scrolling import ScrollArea
from insight_desktop.ui.wording import language

_WIDTH, _NO_SOUND = 860, "no_sound"


class Repair(StrEnum):
    """What a button of this page does."""

    MODEL = "model"
    DATABASE = "database"
    SPACE = "space"
    DEVICES = "devices"


class Group(NamedTuple):
    """Findings that belong together: their subjects and what they are called."""

    source: str
    subjects: tuple[str, ...]


GROUPS = (
    Group(QT_TRANSLATE_NOOP("HealthView", "Microphone and sound"), ("device",)),
    Group(QT_TRANSLATE_NOOP("HealthView", "Your data"), ("database", "disk")),
    Group(QT_TRANSLATE_NOOP("HealthView", "Models"), ("model",)),
    Group(QT_TRANSLATE_NOOP("HealthView", "Program"), ("python", "system", "sqlite", "library", "screen", "font")),
)


class HealthView(View):
    """The page.

    Signals:
        again_requested(): look again.
        support_requested(): write the file for whoever helps.
        repair_requested(str, str): a `Repair`, and the name of what is to be repaired.
    """

    again_requested = Signal()
    support_requested = Signal()
    repair_requested = Signal(str, str)

    def __init__(self) -> None:
        """Lay out the page."""
        super().__init__()
        self._findings: tuple[Finding, ...] = ()
        self._is_looking = True
        self._title, self._sentence = label("title"), label("quiet", wraps=True)
        self._again, self._support = Button(icon="rotate-cw"), Button(icon="file-output")
        self._again.clicked.connect(self.again_requested)
        self._support.clicked.connect(self.support_requested)
        self._cards = column(gap=16)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        inner = column(gap=16, margins=(24, 24, 24, 24))
        head = column(self._title, self._sentence, gap=4)
        inner.addLayout(head)
        inner.addLayout(row(self._again, self._support, None))
        inner.addLayout(self._cards)
        inner.addStretch(1)
        content.setLayout(inner)
        outer = QWidget()
        outer.setLayout(row(content, None, gap=0))
        outer.layout().setStretch(0, 100)  # type: ignore[union-attr]
        scroll = ScrollArea(outer)
        self.setLayout(column(scroll, gap=0))
        self.retranslate()

    def show_looking(self) -> None:
        """Say that the check runs."""
        self._is_looking = True
        self._again.setEnabled(False)
        self._write_head()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found."""
        self._findings, self._is_looking = tuple(findings), False
        self._again.setEnabled(True)
        self._write_head()
        self._fill()

    def _write_head(self) -> None:
        bad = sum(finding.verdict is Verdict.BAD for finding in self._findings)
        if self._is_looking:
            self._title.setText(self.tr("Looking…"))
            self._sentence.setText(self.tr("This takes some seconds."))
            return
        if not bad and any(one.note == _NO_SOUND for one in self._findings):
            self._title.setText(self.tr("No microphone was found"))
            self._sentence.setText(self.tr("Everything else works. Plug one in and look again."))
            return
        self._title.setText(self.tr("Everything works") if not bad else self.tr("Some things need a look"))
        self._sentence.setText(
            self.tr("Recording, transcription and your data are in order.")
            if not bad
            else self.tr("Your recordings and texts are safe. What is marked red can be repaired here.")
        )

    def _fill(self) -> None:
        empty(self._cards)
        for group in GROUPS:
            lines = [finding for finding in self._findings if finding.subject in group.subjects]
            if lines:
                self._cards.addWidget(self._card(self.tr(group.source), lines))

    def _card(self, title: str, findings: Sequence[Finding]) -> QFrame:
        card, order = frame("card"), {Verdict.BAD: 0, Verdict.ABSENT: 2, Verdict.GOOD: 1}
        layout = column(label("heading", title), gap=10, margins=(20, 16, 20, 16))
        for finding in sorted(findings, key=lambda one: order[one.verdict]):
            layout.addLayout(self._line(finding))
        card.setLayout(layout)
        return card

    def _line(self, finding: Finding) -> QHBoxLayout:
        texts = {
            Verdict.GOOD: (self.tr("Good"), "circle-check", "success"),
            Verdict.ABSENT: (self.tr("Not here"), "info", "neutral"),
            Verdict.BAD: (self.tr("Faulty"), "triangle-alert", "dissatisfaction"),
        }
        words = column(label("strong", self._name(finding), wraps=True), gap=0)
        note = wording.HEALTH_NOTES.get(finding.note, {}).get(language(), finding.detail)
        if note:
            words.addWidget(label("small", note, wraps=True))
        badge = Badge(*texts[finding.verdict])
        line = row(gap=16)
        line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        repair = repair_of(finding)
        if repair is not None:
            button = Button(self._repairs()[repair])
            button.setAccessibleName(f"{button.text()}: {finding.name}")
            button.clicked.connect(lambda: self.repair_requested.emit(repair.value, finding.name))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _name(self, finding: Finding) -> str:
        names = {
            "microphone": self.tr("Microphone"),
            "system": self.tr("Sound of this machine"),
            "sound": self.tr("Sound"),
            "insight.db": self.tr("Database"),
        }
        if finding.subject == "disk":
            return self.tr("{size} free").format(size=finding.name)
        if finding.subject == "system":
            return finding.name
        return names.get(finding.name, finding.name)

    def _repairs(self) -> dict[Repair, str]:
        return {
            Repair.MODEL: self.tr("Make it again"),
            Repair.DATABASE: self.tr("Take the last backup"),
            Repair.SPACE: self.tr("Free some space"),
            Repair.DEVICES: self.tr("Look again"),
        }

    def retranslate(self) -> None:
        """Write the texts."""
        self._again.setText(" " + self.tr("Look again"))
        self._support.setText(" " + self.tr("Make a support file"))
        self._support.setToolTip(self.tr("Versions, findings and warnings; nothing of any meeting"))
        self._write_head()
        self._fill()

    def restyle(self) -> None:
        """Build the cards in the new colours."""
        if hasattr(self, "_cards"):
            self._fill()


def repair_of(finding: Finding) -> Repair | None:
    """Return what helps against a finding, where a button can."""
    match (finding.subject, finding.verdict):
        case ("model", Verdict.BAD):
            return Repair.MODEL
        case ("database", Verdict.BAD):
            return Repair.DATABASE
        case ("disk", Verdict.BAD):
            return Repair.SPACE
        case ("device", Verdict.ABSENT | Verdict.BAD):
            return Repair.DEVICES
        case _:
            return None
