"""Cards in rows leave no card alone below, and segments stay in one line."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from insight_desktop.ui.trends.filters import TrendFilters
from insight_desktop.ui.widgets.columns import Tiles

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(("count", "rows"), [(5, [3, 2]), (4, [4]), (9, [3, 3, 3]), (1, [1])])
def test_rows_of_cards_are_balanced(qtbot: QtBot, count: int, rows: list[int]) -> None:
    box, tiles = QWidget(), Tiles(least=100, most=5, gap=0)
    qtbot.addWidget(box)
    box.setLayout(tiles)
    for number in range(count):
        tiles.addWidget(QLabel(str(number)))
    box.show()
    tiles.setGeometry(QRect(0, 0, 450, 400))

    tops = [item.geometry().top() for item in tiles.shown]
    assert [tops.count(top) for top in sorted(set(tops))] == rows


def test_the_span_of_trends_is_never_torn(qtbot: QtBot) -> None:
    filters = TrendFilters()
    qtbot.addWidget(filters)
    filters.resize(620, 200)
    filters.show()

    buttons = filters._span._buttons.values()
    assert len({button.geometry().top() for button in buttons}) == 1
