"""What is known of a customer, to be written by hand: products, loyalty, contract, an open support case, tags."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QFormLayout, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from insight_desktop.domain.customer import Customer
from insight_desktop.ui.widgets.basics import Button, column, row

_WIDTH = 480
_LEAST, _MOST = -100, 100
_UNKNOWN = _LEAST - 1
_MEMO_HEIGHT = 72


class CustomerDialog(QDialog):
    """A form of one customer.

    Signals:
        saved(Customer): what the user wrote.
    """

    saved = Signal(object)

    def __init__(self, parent: QWidget, customer: Customer) -> None:
        """Show what is known."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About the customer"))
        self.setMinimumWidth(_WIDTH)
        self._customer = customer
        self.name = QLineEdit(customer.name)
        self.segment, self.industry = QLineEdit(customer.segment), QLineEdit(customer.industry)
        self.products = QLineEdit("; ".join(customer.current_products))
        self.products.setPlaceholderText(self.tr("Names or codes of the catalogue, divided by ;"))
        self.nps = QSpinBox()
        self.nps.setRange(_UNKNOWN, _MOST)
        self.nps.setSpecialValueText(self.tr("Not known"))
        self.nps.setValue(_UNKNOWN if customer.nps is None else customer.nps)
        self.contracted, self._has_contract = self._date(customer.contracted_on)
        self.renewal, self._has_renewal = self._date(customer.renewal_on)
        self.case = QLineEdit(customer.open_case)
        self.case.setPlaceholderText(self.tr("Empty when nobody waits for an answer of ours"))
        self.tags = QLineEdit("; ".join(customer.tags))
        self.memo = QPlainTextEdit(customer.memo)
        self.memo.setFixedHeight(_MEMO_HEIGHT)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for text, widget in (
            (self.tr("Company"), self.name),
            (self.tr("Segment"), self.segment),
            (self.tr("Industry"), self.industry),
            (self.tr("Has"), self.products),
            (self.tr("NPS"), self.nps),
            (self.tr("Contract since"), self._pair(self._has_contract, self.contracted)),
            (self.tr("Renewal"), self._pair(self._has_renewal, self.renewal)),
            (self.tr("Open support case"), self.case),
            (self.tr("Tags"), self.tags),
            (self.tr("Note"), self.memo),
        ):
            widget.setAccessibleName(text)
            form.addRow(text, widget)
        cancel, self.save = Button(self.tr("Cancel")), Button(self.tr("Save"), look="primary")
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        self.name.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        outer = column(gap=16, margins=(20, 16, 20, 16))
        outer.addLayout(form)
        outer.addLayout(row(None, cancel, self.save, gap=8))
        self.setLayout(outer)

    def customer(self) -> Customer:
        """Return the customer as the form says."""
        return replace(
            self._customer,
            name=self.name.text().strip(),
            segment=self.segment.text().strip(),
            industry=self.industry.text().strip(),
            current_products=_parts(self.products.text()),
            nps=None if self.nps.value() == _UNKNOWN else self.nps.value(),
            contracted_on=_day(self.contracted) if self._has_contract.isChecked() else None,
            renewal_on=_day(self.renewal) if self._has_renewal.isChecked() else None,
            open_case=self.case.text().strip(),
            tags=_parts(self.tags.text()),
            memo=self.memo.toPlainText().strip(),
        )

    def _date(self, date: dt.date | None) -> tuple[QDateEdit, QCheckBox]:
        known, edit = QCheckBox(), QDateEdit()
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setDate(QDate(date.year, date.month, date.day) if date else QDate.currentDate())
        edit.setEnabled(date is not None)
        known.setChecked(date is not None)
        known.toggled.connect(edit.setEnabled)
        return edit, known

    @staticmethod
    def _pair(tick: QCheckBox, edit: QDateEdit) -> QWidget:
        pair = QWidget()
        pair.setLayout(row(tick, edit, None, gap=8))
        return pair

    def _on_save(self) -> None:
        self.saved.emit(self.customer())
        self.accept()


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("；", ";").split(";") if part.strip())


def _day(edit: QDateEdit) -> dt.date:
    date = edit.date()
    return dt.date(date.year(), date.month(), date.day())
