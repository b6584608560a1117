"""The first steps on one page: language, name, microphone, words, export, a sample, and the first recording."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit, QWidget

from insight_desktop.domain.capture import Levels
from insight_desktop.ui.recording.meter import LevelMeter
from insight_desktop.ui.recording.values import Offer
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, column, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.scrolling import ScrollArea

_WIDTH, _FIELD, _NAME = 760, 380, 220
_HEARD = 0.05


class WelcomeView(View):
    """The page.

    Signals:
        language_chosen(str): ja or en.
        name_given(str): the user's name.
        words_given(tuple[str, ...]): the company's words.
        rivals_given(tuple[str, ...]): competitors.
        microphone_chosen(str): a device's id.
        looked_again(): the user plugged something in.
        profile_chosen(str): the export profile.
        sample_wanted(): process the sample meeting.
        record_wanted(): begin the first recording.
        left(): the user knows enough.
    """

    language_chosen = Signal(str)
    name_given = Signal(str)
    words_given = Signal(object)
    rivals_given = Signal(object)
    microphone_chosen = Signal(str)
    looked_again = Signal()
    profile_chosen = Signal(str)
    sample_wanted = Signal()
    record_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Lay out the steps."""
        super().__init__()
        self._title, self._sentence = label("title"), label("quiet", wraps=True)
        self.language = ChoiceRow("segment")
        self.language.chosen.connect(self.language_chosen)
        self.name = QLineEdit()
        self.name.editingFinished.connect(lambda: self.name_given.emit(self.name.text().strip()))
        self.words, self.rivals = QPlainTextEdit(), QLineEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(64)
        self.rivals.editingFinished.connect(lambda: self.rivals_given.emit(split_words(self.rivals.text())))
        self.microphone, self.profile = QComboBox(), QComboBox()
        self.microphone.activated.connect(lambda _i: self.microphone_chosen.emit(self.microphone.currentData() or ""))
        self.profile.activated.connect(lambda _i: self.profile_chosen.emit(self.profile.currentData()))
        self.meter, self._heard = LevelMeter("rep"), label("small", wraps=True)
        self._was_heard = self._is_silent = False
        self._is_known = False
        self._again = Button(look="plain", icon="rotate-cw")
        self._again.clicked.connect(self.looked_again)
        self.sample = Button(icon="play")
        self.sample.clicked.connect(self.sample_wanted)
        self.record = Button(look="primary", icon="circle-dot", ink="on_accent")
        self.record.setMinimumHeight(40)
        self.record.clicked.connect(self._on_record)
        self._leave = Button(look="plain")
        self._leave.clicked.connect(self._on_leave)
        self._names = {
            key: label("strong", wraps=True) for key in ("language", "name", "mic", "words", "rivals", "export")
        }
        self._notes = {key: label("small", wraps=True) for key in ("words", "rivals", "export", "sample")}
        for field in (self.name, self.words, self.rivals, self.microphone, self.profile):
            field.setFixedWidth(_FIELD)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        inner = column(self._title, self._sentence, gap=12, margins=(24, 24, 24, 24))
        inner.addWidget(self._card(("language", self.language), ("name", self.name), ("mic", self._microphone())))
        inner.addWidget(self._card(("words", self.words), ("rivals", self.rivals), ("export", self.profile)))
        inner.addLayout(row(self.record, self.sample, self._leave, None, gap=12))
        inner.addWidget(self._notes["sample"])
        inner.addStretch(1)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        content.setLayout(inner)
        outer = QWidget()
        outer.setLayout(row(content, None, gap=0))
        outer.layout().setStretch(0, 100)  # type: ignore[union-attr]
        scroll = ScrollArea(outer)
        self.setLayout(column(scroll, gap=0))

    def _microphone(self) -> QWidget:
        holder = QWidget()
        holder.setFixedWidth(_FIELD)
        layout = column(self.microphone, self.meter, gap=6)
        layout.addLayout(row(self._heard, None, self._again))
        holder.setLayout(layout)
        return holder

    def _card(self, *lines: tuple[str, QWidget]) -> QFrame:
        card = frame("card")
        layout = column(gap=14, margins=(20, 16, 20, 16))
        for key, widget in lines:
            words = QWidget()
            words.setFixedWidth(_NAME)
            names = column(self._names[key], gap=2)
            if key in self._notes:
                names.addWidget(self._notes[key])
            words.setLayout(names)
            line = row(gap=16)
            line.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
            line.addStretch(1)
            layout.addLayout(line)
        card.setLayout(layout)
        return card

    def _on_record(self) -> None:
        self.give_words()
        self.record_wanted.emit()

    def _on_leave(self) -> None:
        self.give_words()
        self.left.emit()

    def give_words(self) -> None:
        """Hand over what stands in the field of words."""
        self.words_given.emit(split_words(self.words.toPlainText()))

    def show_choices(
        self, *, language: str, name: str, words: Sequence[str], rivals: Sequence[str], profile: str
    ) -> None:
        """Show what holds."""
        self.language.choose(language)
        self.name.setText(name)
        self.words.setPlainText("\n".join(words))
        self.rivals.setText("、".join(rivals) if language == "ja" else ", ".join(rivals))
        self.profile.setCurrentIndex(self.profile.findData(profile))

    def offer_profiles(self, profiles: Sequence[tuple[str, str]]) -> None:
        """Offer the export profiles."""
        self.profile.clear()
        for name, title in profiles:
            self.profile.addItem(title, name)

    def show_microphones(self, offers: Sequence[Offer], chosen: str) -> None:
        """Offer the microphones; the first entry follows the system."""
        self.microphone.clear()
        self.microphone.addItem(self.tr("The system's default"), "")
        for offer in offers:
            self.microphone.addItem(offer.name, offer.id)
        self.microphone.setCurrentIndex(max(0, self.microphone.findData(chosen)))
        self._is_silent, self._is_known = not offers, True
        self._write_heard()

    def show_levels(self, levels: Levels) -> None:
        """Let the user see that she is heard."""
        self.meter.show_level(levels.mic)
        if levels.mic and levels.mic.peak > _HEARD and not self._was_heard:
            self._was_heard = True
            self._write_heard()

    def show_sample(self, *, is_coming: bool) -> None:
        """Say that the sample is being processed."""
        self.sample.setEnabled(not is_coming)

    def _write_heard(self) -> None:
        if not self._is_known:
            self._heard.setText(self.tr("Looking for microphones…"))
        elif self._is_silent:
            self._heard.setText(self.tr("No microphone was found. Plug one in and look again."))
        elif self._was_heard:
            self._heard.setText(self.tr("You can be heard."))
        else:
            self._heard.setText(self.tr("Say something: the bar should move."))

    def retranslate(self) -> None:
        """Write the texts."""
        self._title.setText(self.tr("Welcome"))
        self._sentence.setText(
            self.tr("Everything stays on this computer. One minute, and you can record your first meeting.")
        )
        self.language.offer([Choice("ja", "日本語"), Choice("en", "English")])
        names = {
            "language": self.tr("Language"),
            "name": self.tr("Your name"),
            "mic": self.tr("Microphone"),
            "words": self.tr("Words of your company"),
            "rivals": self.tr("Competitors"),
            "export": self.tr("Where you export to"),
        }
        for key, text in names.items():
            self._names[key].setText(text)
        notes = {
            "words": self.tr("Products, people, customers; paste a list. They are recognised better."),
            "rivals": self.tr("You see it when a customer names one."),
            "export": self.tr("Your CRM's format; you can change it at any time."),
            "sample": self.tr("Everything here can be changed later in the settings."),
        }
        for key, text in notes.items():
            self._notes[key].setText(text)
        fields = {
            "name": self.name,
            "words": self.words,
            "rivals": self.rivals,
            "mic": self.microphone,
            "export": self.profile,
        }
        for key, field in fields.items():
            field.setAccessibleName(names[key])
        self.meter.setAccessibleName(self.tr("Level of your microphone"))
        self.name.setPlaceholderText(self.tr("As it shall stand in the minutes"))
        self.words.setPlaceholderText(self.tr("One a line, or with commas"))
        self.rivals.setPlaceholderText(self.tr("With commas"))
        self._again.setText(" " + self.tr("Look again"))
        self.record.setText(" " + self.tr("Record the first meeting"))
        self.sample.setText(" " + self.tr("Play with a sample meeting"))
        self._leave.setText(self.tr("Later"))
        self._write_heard()


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a pasted list: lines, commas, tabs and their Japanese forms part them."""
    for mark in ("、", ",", "\t", ";", ",", "・ "):
        text = text.replace(mark, "\n")
    return tuple(dict.fromkeys(filter(None, (line.strip(" \u3000\"'・-*") for line in text.splitlines()))))
