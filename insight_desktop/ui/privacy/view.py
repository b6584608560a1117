"""The privacy page: the proof in large letters, then models, voice and deletion."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from insight_desktop.domain.voice import VoicePrint
from insight_desktop.ui import wording
from insight_desktop.ui.privacy.values import ModelRow, Privacy
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, column, empty, frame, label, row
from insight_desktop.ui.widgets.scrolling import ScrollArea

_WIDTH = 720
_MOST_ATTEMPTS = 8
_SHOWN_DIGITS = 16
_MEGA = 1e6


class PrivacyView(View):
    """Four cards.

    Signals:
        checked(): read every byte of the models again.
        voice_requested(): enrol the voice.
        voice_forgotten(): delete the enrolled voice.
        trash_emptied(): erase what lies in the trash for good.
    """

    checked = Signal()
    voice_requested = Signal()
    voice_forgotten = Signal()
    trash_emptied = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._shown: Privacy | None = None
        self._models_shown: tuple[ModelRow, ...] = ()
        self._is_checking = False
        self._column = column(gap=16, margins=(24, 24, 24, 24))
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        content.setLayout(self._column)
        outer = QWidget()
        outer.setLayout(row(content, None, gap=0))
        outer.layout().setStretch(0, 100)  # type: ignore[union-attr]
        scroll = ScrollArea(outer)
        self.setLayout(column(scroll, gap=0))

    def show_privacy(self, privacy: Privacy) -> None:
        """Show what holds now."""
        self._shown = privacy
        self._fill()

    def show_models(self, models: tuple[ModelRow, ...]) -> None:
        """Show the models that were looked at."""
        self._models_shown, self._is_checking = models, False
        self._fill()

    def show_checking(self) -> None:
        """Say that the models are being read."""
        self._is_checking = True
        self._fill()

    def _fill(self) -> None:
        empty(self._column)
        shown = self._shown
        if shown is None:
            return
        for card in (self._proof(shown), self._models(), self._voice(shown.voice), self._deletion(shown)):
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _proof(self, shown: Privacy) -> QWidget:
        card, layout = _card()
        is_clean = not shown.attempts
        seen = shown.connections
        ink = "customer" if not shown.refused and not seen.open else "recording"
        number = label("number", self.tr("Connections opened: {number}").format(number=shown.opened))
        head = row(IconLabel("shield-check", ink, 24), number, None, gap=12)
        layout.addLayout(head)
        text = self.tr(
            "Every process of the program (window, recorder, transcription, reading) is watched from its first line: a "
            "connection to another machine is refused and listed here. Recordings, texts and names stay in the folder "
            "of your workspace."
        )
        layout.addWidget(label("quiet", text, wraps=True))
        system = self.tr("Open now, as the operating system sees the program's {processes} processes: {number}").format(
            processes=seen.processes, number=len(seen.open)
        )
        layout.addWidget(label("small", system, wraps=True))
        for connection in seen.open[:_MOST_ATTEMPTS]:
            layout.addWidget(label("small", connection.target))
        if is_clean:
            layout.addWidget(label("small", self.tr("Nothing has ever tried to connect.")))
        for each in shown.attempts[:_MOST_ATTEMPTS]:
            state = self.tr("allowed: fetching a model") if each.is_allowed else self.tr("refused")
            layout.addWidget(
                label("small", f"{each.at[:16].replace('T', ' ')}  {each.process}  {each.target}  {state}")
            )
        return card

    def _models(self) -> QWidget:
        card, layout = _card()
        button = Button(
            self.tr("Checking …") if self._is_checking else " " + self.tr("Check every byte"),
            icon="" if self._is_checking else "rotate-cw",
        )
        button.setEnabled(not self._is_checking)
        button.clicked.connect(self.checked)
        layout.addLayout(row(label("heading", self.tr("Models on this machine")), None, button))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, model in enumerate(self._models_shown):
            purpose = model.purpose_ja if wording.language() == "ja" else model.purpose_en
            look = ("circle-check", "customer") if model.is_right else ("triangle-alert", "recording")
            icon = IconLabel(*look)
            what = label("", purpose, wraps=True)
            size = label("small", f"{model.megabytes:.0f} MB" if model.megabytes else "")
            proof = f"SHA-256 {model.checksum[:_SHOWN_DIGITS]}…" if model.checksum else ""
            small = label("small", "  ".join(part for part in (model.name, model.licence, proof) if part), wraps=True)
            small.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            small.setToolTip(model.checksum)
            grid.addWidget(icon, place, 0, Qt.AlignmentFlag.AlignTop)
            words = column(what, small, gap=0)
            grid.addLayout(words, place, 1)
            grid.addWidget(size, place, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        return card

    def _voice(self, voice: VoicePrint | None) -> QWidget:
        card, layout = _card()
        layout.addWidget(label("heading", self.tr("Your voice")))
        text = self.tr(
            "With half a minute of your voice, the program tells you from the customer in recordings of one microphone "
            "(in the room, on the telephone). It is kept as 192 numbers on this machine; the sound is deleted at once."
        )
        layout.addWidget(label("quiet", text, wraps=True))
        if voice is None:
            enrol = Button(" " + self.tr("Enrol my voice (30 s)"), icon="mic")
            enrol.clicked.connect(self.voice_requested)
            layout.addLayout(row(enrol, None))
            return card
        said = self.tr("Enrolled on {day} from {seconds} s of speech.").format(
            day=voice.made_at[:10], seconds=round(voice.seconds)
        )
        again, forget = Button(self.tr("Enrol again")), Button(" " + self.tr("Delete my voice"), icon="trash-2")
        again.clicked.connect(self.voice_requested)
        forget.clicked.connect(self.voice_forgotten)
        layout.addLayout(row(IconLabel("circle-check", "customer"), label("", said), None, again, forget))
        return card

    def _deletion(self, shown: Privacy) -> QWidget:
        card, layout = _card()
        layout.addWidget(label("heading", self.tr("Deleting for good")))
        text = self.tr(
            "A deleted meeting lies in the trash and can be taken back. Emptying the trash erases its sound, its text "
            "and everything found in it, from the database and from its backups as well; nobody can bring it back."
        )
        layout.addWidget(label("quiet", text, wraps=True))
        state = self.tr("In the trash: {number} · sound in all: {size} MB").format(
            number=shown.trashed, size=round(shown.audio_bytes / _MEGA)
        )
        button = Button(" " + self.tr("Empty the trash for good"), icon="trash-2")
        button.setEnabled(shown.trashed > 0)
        button.clicked.connect(self.trash_emptied)
        layout.addLayout(row(label("", state), None, button))
        return card

    def restyle(self) -> None:
        """Paint in the new colours."""
        if hasattr(self, "_column"):
            self._fill()

    def retranslate(self) -> None:
        """Write the texts."""
        self._fill()


def _card() -> tuple[QWidget, QVBoxLayout]:
    card, layout = frame("card"), column(gap=10, margins=(20, 16, 20, 20))
    card.setLayout(layout)
    return card, layout
