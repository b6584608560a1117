"""The column of pages at the left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLabel

from insight_desktop.ui.pages import PageSpec
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, column, label, row

_WIDTH, _FOLDED = 184, 57


class _Entry(Button):
    """A page; the arrows walk from one to the next and stay in the sidebar.

    Signals:
        walked(): an arrow was pressed.
    """

    walked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of arrows."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit()


class Sidebar(View):
    """One button a page.

    Signals:
        chosen(str): the id of a page.
    """

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageSpec]) -> None:
        """Show the pages that belong in the sidebar."""
        super().__init__()
        self.setProperty("look", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self._is_folded = False
        self._pages = tuple(page for page in pages if page.in_sidebar)
        self._buttons: dict[str, Button] = {}
        self._counts: dict[str, QLabel] = {}
        group = QButtonGroup(self)
        self._brand = label("brand", "Insight")
        layout = column(self._brand, 12, gap=2, margins=(12, 16, 12, 12))
        for page in (*[p for p in self._pages if not p.at_foot], None, *[p for p in self._pages if p.at_foot]):
            if page is None:
                layout.addStretch(1)
                continue
            button = _Entry(icon=page.icon, look="nav")
            button.walked.connect(self._on_walked)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, name=page.id: self.chosen.emit(name))
            count = label("small")
            count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            button.setLayout(row(None, count, margins=(0, 0, 8, 0)))
            self._counts[page.id] = count
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[page.id] = button
        self.setLayout(layout)
        self.retranslate()

    def fold(self, *, is_folded: bool) -> None:
        """Show icons only, so that a narrow window leaves the room to the page."""
        if is_folded is self._is_folded:
            return
        self._is_folded = is_folded
        self.setFixedWidth(_FOLDED if is_folded else _WIDTH)
        self._brand.setText("" if is_folded else "Insight")
        for count in self._counts.values():
            count.setHidden(is_folded)
        self.retranslate()

    def _on_walked(self) -> None:
        """Keep the focus, which the page that opened took."""
        for button in self._buttons.values():
            if button.isChecked():
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def mark(self, page_id: str) -> None:
        """Show which page is open."""
        if page_id in self._buttons:
            self._buttons[page_id].setChecked(True)

    def show_count(self, page_id: str, number: int) -> None:
        """Show how many things wait on a page; none is not shown."""
        self._counts[page_id].setText(str(number) if number else "")
        self.retranslate()

    def retranslate(self) -> None:
        """Write the titles."""
        for page in self._pages:
            button, number = self._buttons[page.id], self._counts[page.id].text()
            name = f"{page.text} {number}".strip()
            button.setText("" if self._is_folded else f"  {page.text}")
            button.setAccessibleName(name)
            button.setToolTip(name if self._is_folded else "")
