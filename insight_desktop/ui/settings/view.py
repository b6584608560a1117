"""The settings that a salesperson needs, on one page; each change holds at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from insight_desktop.settings.options import InterfaceLanguage, Settings, SpeechLanguage, Theme
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, column, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow

_WIDTH = 720


class SettingsView(View):
    """Cards of settings.

    Signals:
        option_chosen(str, str, object): group, name, value.
        folder_requested(): show where the data lies.
    """

    option_chosen = Signal(str, str, object)
    folder_requested = Signal()

    def __init__(self) -> None:
        """Lay out the cards."""
        super().__init__()
        self._labels: dict[str, object] = {}
        self._language, self._theme = ChoiceRow("segment"), ChoiceRow("segment")
        self._speech = ChoiceRow("segment")
        self._rep, self._model = QLineEdit(), QComboBox()
        self._rep.setMaximumWidth(320)
        self._model.setMaximumWidth(320)
        self._vocabulary = QPlainTextEdit()
        self._vocabulary.setFixedHeight(120)
        self._vocabulary.setTabChangesFocus(True)
        self._folder, self._open = label("quiet", wraps=True), Button(icon="folder-open")
        self._open.clicked.connect(self.folder_requested)
        self._save_vocabulary = Button()
        self._save_vocabulary.clicked.connect(self._on_vocabulary)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        layout = column(gap=16, margins=(24, 24, 24, 24))
        layout.addWidget(
            self._card("general", ("language", self._language), ("theme", self._theme), ("rep", self._rep))
        )
        layout.addWidget(
            self._card(
                "transcription",
                ("speech", self._speech),
                ("model", self._model),
                ("vocabulary", self._vocabulary),
                ("", self._save_vocabulary),
            )
        )
        layout.addWidget(self._card("data", ("folder", self._folder), ("", self._open)))
        layout.addStretch(1)
        content.setLayout(layout)
        outer = QWidget()
        outer.setLayout(row(content, None, gap=0))
        outer.layout().setStretch(0, 100)  # type: ignore[union-attr]
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(outer)
        self.setLayout(column(scroll, gap=0))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._language.chosen.connect(
            lambda key: self.option_chosen.emit("general", "language", InterfaceLanguage(key))
        )
        self._theme.chosen.connect(lambda key: self.option_chosen.emit("general", "theme", Theme(key)))
        self._speech.chosen.connect(
            lambda key: self.option_chosen.emit("transcription", "language", SpeechLanguage(key))
        )
        self._rep.editingFinished.connect(
            lambda: self.option_chosen.emit("general", "rep_name", self._rep.text().strip())
        )
        self._model.activated.connect(
            lambda _index: self.option_chosen.emit("transcription", "model", self._model.currentText())
        )

    def _card(self, name: str, *rows: tuple[str, QWidget]) -> QWidget:
        card, heading = frame("card"), label("heading")
        self._labels[name] = heading
        layout: QVBoxLayout = column(heading, gap=12, margins=(20, 16, 20, 20))
        for key, widget in rows:
            what = label("quiet")
            what.setFixedWidth(160)
            self._labels[key or f"{name}-"] = what
            line = row(what, gap=16)
            what.setMinimumHeight(32)
            line.setAlignment(what, Qt.AlignmentFlag.AlignTop)
            line.addWidget(widget, 1 if isinstance(widget, QLineEdit | QPlainTextEdit) or key == "folder" else 0)
            if not isinstance(widget, QPlainTextEdit):
                line.addStretch(0 if key == "folder" else 1)
            layout.addLayout(line)
        card.setLayout(layout)
        return card

    def _on_vocabulary(self) -> None:
        words = tuple(word.strip() for word in self._vocabulary.toPlainText().splitlines() if word.strip())
        self.option_chosen.emit("transcription", "vocabulary", words)

    def show_settings(self, settings: Settings, folder: str, models: tuple[str, ...]) -> None:
        """Show what holds now."""
        self._language.choose(settings.general.language.value)
        self._theme.choose(settings.general.theme.value)
        self._speech.choose(settings.transcription.language.value)
        if not self._rep.hasFocus():
            self._rep.setText(settings.general.rep_name)
        self._model.clear()
        self._model.addItems(list(models))
        self._model.setCurrentText(settings.transcription.model)
        if not self._vocabulary.hasFocus():
            self._vocabulary.setPlainText("\n".join(settings.transcription.vocabulary))
        self._folder.setText(folder)

    def retranslate(self) -> None:
        """Write the texts."""
        texts = {
            "general": self.tr("General"),
            "language": self.tr("Language"),
            "theme": self.tr("Appearance"),
            "rep": self.tr("Your name"),
            "transcription": self.tr("Transcription"),
            "speech": self.tr("Spoken language"),
            "model": self.tr("Model"),
            "vocabulary": self.tr("Vocabulary"),
            "data": self.tr("Your data"),
            "folder": self.tr("Folder"),
        }
        for key, text in texts.items():
            self._labels[key].setText(text)  # type: ignore[attr-defined]
        system = self.tr("As the system")
        self._language.offer([Choice("system", system), Choice("ja", "日本語"), Choice("en", "English")])
        self._theme.offer(
            [Choice("system", system), Choice("light", self.tr("Light")), Choice("dark", self.tr("Dark"))]
        )
        self._speech.offer(
            [
                Choice("ja", self.tr("Japanese")),
                Choice("en", self.tr("English")),
                Choice("auto", self.tr("Find out")),
            ]
        )
        self._rep.setPlaceholderText(self.tr("The speaker at the microphone"))
        self._vocabulary.setPlaceholderText(
            self.tr("Names of products, customers and people, one a line; they are recognised better")
        )
        self._save_vocabulary.setText(self.tr("Save the vocabulary"))
        self._open.setText(" " + self.tr("Show the folder"))
        for widget, key in ((self._rep, "rep"), (self._model, "model"), (self._vocabulary, "vocabulary")):
            widget.setAccessibleName(texts[key])
