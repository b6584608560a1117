"""The head of the page: which CRM, how sure its format is, how to import the file, and the choices for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from insight_desktop.exports.profiles import Encoding, Evidence
from insight_desktop.ui.exporting.values import ExportPage, Wish
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, column, label, row
from insight_desktop.ui.widgets.wrapping import WrappingRow
from insight_desktop.ui.wording import Meaning

EVIDENCE: dict[Evidence, Meaning] = {
    Evidence.DOCUMENTED: Meaning(
        QT_TRANSLATE_NOOP("Wording", "Checked with the vendor's manual"), "circle-check", "success"
    ),
    Evidence.PARTLY: Meaning(QT_TRANSLATE_NOOP("Wording", "Partly checked: try one row first"), "info", "pain"),
    Evidence.ASSUMED: Meaning(
        QT_TRANSLATE_NOOP("Wording", "Compare with your CRM: try one row first"), "triangle-alert", "pain"
    ),
}
_ENCODINGS = (None, Encoding.UTF8_BOM, Encoding.UTF8, Encoding.CP932)
_NAMES = {Encoding.UTF8_BOM: "UTF-8 (BOM, Excel)", Encoding.UTF8: "UTF-8", Encoding.CP932: "Shift_JIS (CP932)"}


class TargetBar(View):
    """Chooses the target.

    Signals:
        profile_chosen(str): the id of a profile.
        template_requested(): the user has the CRM's own file.
        wished(Wish): how the file shall be made.
        automatic_chosen(bool): whether files are written by themselves.
        folder_requested(): choose where.
    """

    profile_chosen = Signal(str)
    template_requested = Signal()
    wished = Signal(object)
    automatic_chosen = Signal(bool)
    folder_requested = Signal()

    def __init__(self) -> None:
        """Lay out the three lines."""
        super().__init__()
        self._page: ExportPage | None = None
        self._profiles = QComboBox()
        self._profiles.setMinimumWidth(300)
        self._profiles.activated.connect(lambda place: self.profile_chosen.emit(self._profiles.itemData(place)))
        self._badge = Badge()
        self._template = Button(icon="upload")
        self._template.clicked.connect(self.template_requested)
        self._how_to = label("quiet", wraps=True)
        self._transcript = QCheckBox()
        self._transcript.toggled.connect(lambda _on: self._on_wish())
        self._encoding_name = label("quiet")
        self._encodings = QComboBox()
        self._encodings.activated.connect(lambda _place: self._on_wish())
        self._automatic = QCheckBox()
        self._automatic.clicked.connect(self.automatic_chosen)
        self._folder = Button(look="link", icon="folder-open")
        self._folder.clicked.connect(self.folder_requested)
        encoding = QWidget()
        encoding.setLayout(row(self._encoding_name, self._encodings))
        first = WrappingRow(self._profiles, self._badge, None, self._template, gap=12)
        third = WrappingRow(self._transcript, encoding, None, self._automatic, self._folder, gap=12)
        layout = column(gap=10, margins=(16, 14, 16, 12))
        layout.addLayout(first)
        layout.addWidget(self._how_to)
        layout.addLayout(third)
        self.setLayout(layout)
        self.retranslate()

    def show_page(self, page: ExportPage) -> None:
        """Show the target and what holds for it."""
        self._page = page
        self._profiles.blockSignals(True)
        self._profiles.clear()
        own = [target for target in page.targets if target.is_own]
        for target in (*own, *(target for target in page.targets if not target.is_own)):
            self._profiles.addItem(target.title, target.id)
        if own:
            self._profiles.insertSeparator(len(own))
        self._profiles.setCurrentIndex(self._profiles.findData(page.profile.id))
        self._profiles.blockSignals(False)
        evidence = EVIDENCE[page.profile.evidence]
        self._badge.show_badge(evidence.text, evidence.icon, evidence.tone)
        self._how_to.setText(page.how_to)
        self._how_to.setVisible(bool(page.how_to))
        self._encodings.setEnabled(page.profile.file.template is None)
        self._automatic.setChecked(page.automatic.writes_automatically)
        self._folder.setVisible(page.automatic.writes_automatically)
        self._folder.setToolTip(page.folder)

    @property
    def wish(self) -> Wish:
        """How the file shall be made."""
        place = max(0, self._encodings.currentIndex())
        encoding = _ENCODINGS[place] if self._encodings.isEnabled() else None
        return Wish(encoding=encoding, with_transcript=self._transcript.isChecked())

    def _on_wish(self) -> None:
        self.wished.emit(self.wish)

    def retranslate(self) -> None:
        """Write the texts."""
        self._profiles.setAccessibleName(self.tr("Target of the export"))
        self._template.setText(" " + self.tr("Use a template downloaded from the CRM…"))
        self._transcript.setText(self.tr("With the transcript (personal data)"))
        self._encoding_name.setText(self.tr("Encoding"))
        self._encodings.setAccessibleName(self.tr("Encoding"))
        place = max(0, self._encodings.currentIndex())
        self._encodings.clear()
        for encoding in _ENCODINGS:
            self._encodings.addItem(_NAMES[encoding] if encoding else self.tr("As the target wants it"))
        self._encodings.setCurrentIndex(place)
        self._automatic.setText(self.tr("Save by itself once the minutes are there"))
        self._folder.setText(" " + self.tr("Folder…"))
        if self._page is not None:
            self.show_page(self._page)
