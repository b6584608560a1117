"""What the tabs of the page share: each shows numbers that can be walked through, printed and saved as a table."""

from typing import ClassVar

from PySide6.QtGui import QImage

from insight_desktop.domain.table import Table
from insight_desktop.ui.view import View


class TabView(View):
    """One question that a manager asks."""

    forms: ClassVar[tuple[str, ...]] = ()
    """In which forms the tab shows the same numbers; none where there is only one."""

    def show_form(self, form: str) -> None:
        """Show another of the forms."""

    def table(self) -> Table:
        """Return what is shown as a table."""
        raise NotImplementedError

    def pictures(self) -> dict[str, QImage]:
        """Return the chart of each row that has one, for paper."""
        return {}
