"""What the lists of customers, themes and suggestions share keeps Qt's rules."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from insight_desktop.ui.widgets.rows_model import Index, RowsModel


class Words(RowsModel[str]):
    """Words, each its own id."""

    def __init__(self) -> None:
        super().__init__(lambda word: word)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.rows[index.row()] if index.isValid() and role == Qt.ItemDataRole.DisplayRole else None


def test_rows_are_replaced_together_and_found_by_their_id(qtmodeltester: ModelTester) -> None:
    model = Words()
    qtmodeltester.check(model)

    model.set_rows(("課題", "要望"))

    qtmodeltester.check(model)
    assert (model.rowCount(), model.rowCount(model.index(0))) == (2, 0)
    assert [model.row_of(word) for word in ("要望", "別")] == [1, -1]
