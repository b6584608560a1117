"""Before the meeting: how it is held, with whom, from which devices, and whether everybody agrees."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit

from insight_desktop.domain.capture import Levels
from insight_desktop.domain.meeting import Channel
from insight_desktop.ui.recording.controls import Meters
from insight_desktop.ui.recording.sound_check import BothChecks, Verdict
from insight_desktop.ui.recording.values import Choices, Offer
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, column, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow


class Setup(View):
    """The form before a recording.

    Signals:
        started(): the user begins.
        devices_chosen(): the levels should come from other devices.
        looked_again(): the user plugged something in.
        voice_requested(): the user wants to be told from the customer by voice.
    """

    started = Signal()
    devices_chosen = Signal()
    looked_again = Signal()
    voice_requested = Signal()

    def __init__(self) -> None:
        """Lay out the form."""
        super().__init__()
        self._mode = Channel.WEB
        self._check = BothChecks()
        self._verdicts: tuple[Verdict, Verdict | None] = (Verdict.WAITING, None)
        self._modes = ChoiceRow("segment")
        self._modes.chosen.connect(self._on_mode)
        self._customer, self._mic, self._system = QComboBox(), QComboBox(), QComboBox()
        self._customer.setEditable(True)
        self._title = QLineEdit()
        self._names = [label("quiet") for _ in range(5)]
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        fields = (self._modes, self._customer, self._title, self._mic, self._system)
        for name, field in zip(self._names, fields, strict=True):
            form.addRow(name, field)
        self._form = form
        self.meters, self._try = Meters(), label("", wraps=True)
        self._try_icon = IconLabel("mic", "text_3")
        self._again = Button(look="plain", icon="rotate-cw")
        self._again.clicked.connect(self.looked_again)
        self._notice_name, self._notice = label("caption"), label("", wraps=True)
        self._consent = QCheckBox()
        card = frame("well")
        card.setLayout(column(self._notice_name, self._notice, self._consent, gap=10, margins=(16, 12, 16, 12)))
        self._notice_card = card
        self._start = Button(look="primary", icon="circle-dot", ink="on_accent")
        self._start.setMinimumHeight(44)
        self._start.clicked.connect(self.started)
        levels = column(self.meters, gap=8)
        tried = row(self._try_icon, self._try, self._again)
        tried.setStretch(1, 1)
        levels.addLayout(tried)
        self._has_voice = True
        self._voice = Button(icon="user-round", look="link", ink="customer")
        self._voice.clicked.connect(self.voice_requested)
        levels.addLayout(row(self._voice, None))
        layout = column(gap=20)
        layout.addLayout(form)
        layout.addLayout(levels)
        layout.addWidget(card)
        layout.addWidget(self._start)
        layout.addStretch(1)
        self.setLayout(layout)
        for combo in (self._mic, self._system):
            combo.activated.connect(self.devices_chosen)
        self.retranslate()

    @property
    def choices(self) -> Choices:
        """What the user chose."""
        customer = self._customer.currentText().strip()
        known = self._customer.findText(customer)
        return Choices(
            mode=self._mode,
            mic=self._mic.currentData() or "",
            system=self._system.currentData() or "",
            title=self._title.text().strip(),
            customer=customer,
            customer_id=str(self._customer.itemData(known) or "") if known >= 0 else "",
            has_consent=self._consent.isChecked(),
        )

    def show_mode(self, mode: Channel) -> None:
        """Show how the meeting is held; only a web meeting has a second side."""
        self._mode = mode
        self._modes.choose(mode.value)
        has_system = mode is Channel.WEB
        self._names[4].setVisible(has_system)
        self._system.setVisible(has_system)
        self.meters.show_sides(has_system=has_system)
        self._voice.setVisible(not has_system and not self._has_voice)

    def show_devices(self, mics: Sequence[Offer], systems: Sequence[Offer], mic: str, system: str) -> None:
        """Offer the devices; the first entry follows the system's default."""
        for combo, offers, chosen in ((self._mic, mics, mic), (self._system, systems, system)):
            combo.clear()
            combo.addItem(self.tr("The system's default"), "")
            for offer in offers:
                combo.addItem(offer.name, offer.id)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
        self._start.setEnabled(bool(mics))
        if not mics:
            self._try.setText(self.tr("No microphone was found. Plug one in and look again."))

    def show_customers(self, customers: Sequence[Offer]) -> None:
        """Offer the customers, none chosen."""
        self._customer.clear()
        self._customer.addItem("", "")
        for each in customers:
            self._customer.addItem(each.name, each.id)
        self._customer.setCurrentIndex(0)

    def show_voice(self, *, is_enrolled: bool) -> None:
        """Offer to enrol the voice where one microphone hears everybody."""
        self._has_voice = is_enrolled
        self._voice.setVisible(self._mode is not Channel.WEB and not is_enrolled)

    def show_notice(self, *, is_shown: bool) -> None:
        """Show the card to read out, or not."""
        self._notice_card.setVisible(is_shown)

    def show_levels(self, levels: Levels) -> None:
        """Let the user see that she is heard."""
        self.meters.show_levels(levels)
        verdicts = self._check.hear(levels)
        if verdicts != self._verdicts:
            self._verdicts = verdicts
            self._write_try()

    def begin_anew(self) -> None:
        """Forget what was said for the last meeting."""
        self.test_anew()
        self._consent.setChecked(False)
        self._title.clear()
        self._customer.setCurrentIndex(0)

    def test_anew(self) -> None:
        """Listen to other devices."""
        self._check, self._verdicts = BothChecks(), (Verdict.WAITING, None)
        self._write_try()

    def _on_mode(self, key: str) -> None:
        self.show_mode(Channel(key))
        self.devices_chosen.emit()

    def _write_try(self) -> None:
        mine, theirs = self._verdicts
        mine_texts = {
            Verdict.WAITING: self.tr("Say something: the upper bar should move."),
            Verdict.STALLED: self.tr("The microphone gives no sound. Check the cable and the system's permission."),
            Verdict.FAINT: self.tr("You are hardly heard. Come closer or turn the microphone up."),
            Verdict.GOOD: self.tr("You can be heard."),
            Verdict.TOO_LOUD: self.tr("Too loud, the sound is cut off. Turn the microphone down."),
        }
        theirs_texts = {
            Verdict.WAITING: self.tr("Other side: play anything on this machine to test it."),
            Verdict.STALLED: self.tr("Other side: nothing is playing yet."),
            Verdict.FAINT: self.tr("Other side: very soft."),
            Verdict.GOOD: self.tr("Other side: can be heard."),
            Verdict.TOO_LOUD: self.tr("Other side: too loud."),
        }
        self._try.setText(mine_texts[mine] + ("" if theirs is None else "\n" + theirs_texts[theirs]))
        icons = {
            Verdict.GOOD: ("circle-check", "customer"),
            Verdict.WAITING: ("mic", "text_3"),
            Verdict.FAINT: ("triangle-alert", "text_2"),
        }
        self._try_icon.set_icon(*icons.get(mine, ("triangle-alert", "recording")))

    def retranslate(self) -> None:
        """Write the texts."""
        self._modes.offer(
            (
                Choice(Channel.ONSITE.value, self.tr("In the room"), "users"),
                Choice(Channel.WEB.value, self.tr("Web meeting"), "monitor"),
                Choice(Channel.PHONE.value, self.tr("Telephone"), "phone"),
            )
        )
        texts = (
            self.tr("Meeting"),
            self.tr("With"),
            self.tr("Title"),
            self.tr("Your microphone"),
            self.tr("The other side"),
        )
        for name, text in zip(self._names, texts, strict=True):
            name.setText(text)
        for field, text in zip((self._customer, self._title, self._mic, self._system), texts[1:], strict=True):
            field.setAccessibleName(text)
        self._customer.lineEdit().setAccessibleName(texts[1])  # type: ignore[union-attr]
        self._title.setPlaceholderText(self.tr("Empty: the date and time"))
        self._again.setText(" " + self.tr("Look again"))
        self._voice.setText(" " + self.tr("Enrol your voice, so that you are told from the customer …"))
        self._notice_name.setText(self.tr("To read out"))
        self._notice.setText(
            self.tr(
                "“May I record this meeting to write the minutes? The recording stays on this computer and is not sent "
                "anywhere. I stop at any time if you ask me to.”"
            )
        )
        self._consent.setText(self.tr("Everybody agreed to the recording"))
        self._start.setText(" " + self.tr("Start recording"))
        self._write_try()
