"""A table of words and numbers as a page shows it, prints it and writes it as CSV."""

from dataclasses import dataclass

Cell = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One line: what it is about, and the cells under the heads."""

    key: str
    """What the row stands for, for whoever opens it."""
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under heads."""

    corner: str
    """The head over the rows' names."""
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...] = ()
    series: int | None = None
    """The first of the columns that are points in time, which a chart shows better on paper; None: there are none."""

    def __post_init__(self) -> None:
        """Reject a row that does not fit under the heads."""
        if any(len(row.cells) != len(self.heads) for row in self.rows):
            message = "each row needs a cell under each head"
            raise ValueError(message)


def reads_as_number(cell: Cell) -> bool:
    """Tell whether a cell stands at the right: 12, 45%, +7, 0:35, or the dash of what is not known."""
    return isinstance(cell, int) or cell[:1].isdigit() or cell[:1] in {"+", "-", "–", "<"}
