"""Catalogues, and problems as customers tell them, each with the product that solves it (data/FORMAT.md)."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.calls import read_call
from training.fact_marks import read_marked_call, split_names
from training.offers_check import because_of, catalogue_of

DATA = Path(__file__).parent / "data"
_PRODUCT_CELLS, _TELLING_CELLS = 7, 3
_LONGEST = 300
"""Characters of all turns of a telling together, as in `train_problems`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """What of a product is read: the problems that it solves, and its description."""

    product: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A problem as it was told, and the place of the product that solves it in the catalogue; None: there is none."""

    turns: tuple[str, ...]
    solved_by: int | None

    @property
    def forms(self) -> tuple[str, ...]:
        """All turns together, and each alone."""
        joined = " ".join(self.turns)[:_LONGEST]
        return (joined,) if len(self.turns) == 1 else (joined, *self.turns[:4])


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """One vendor's catalogue with tellings."""

    name: str
    language: str
    offerings: tuple[Offering, ...]
    tellings: tuple[Telling, ...]

    @property
    def texts(self) -> Iterator[str]:
        """Every text, to be read once by the layers that stay."""
        for offering in self.offerings:
            yield from offering.texts
        for telling in self.tellings:
            yield from telling.forms


def read_trades() -> list[Trade]:
    """Read the tellings that were written for catalogues, and those of the calls that name one."""
    return [*(_written(path) for path in sorted((DATA / "tellings").glob("*.tsv"))), *_of_calls()]


def _written(path: Path) -> Trade:
    offerings, tellings = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0] == "P" and len(cells) == _PRODUCT_CELLS:
            offerings.append(Offering(product=cells[1], texts=(*split_names(cells[5]), cells[6])))
        elif cells[0] == "T" and len(cells) == _TELLING_CELLS:
            tellings.append((cells[1], tuple(turn.strip() for turn in cells[2].split(" / "))))
    places = {offering.product: place for place, offering in enumerate(offerings)}
    return Trade(
        name=path.stem,
        language="ja" if path.stem.startswith("tj") else "en",
        offerings=tuple(offerings),
        tellings=tuple(Telling(turns=turns, solved_by=places.get(product)) for product, turns in tellings),
    )


def _of_calls() -> Iterator[Trade]:
    found: dict[str, list[tuple[Path, str]]] = {}
    for path in sorted((DATA / "calls").glob("*.tsv")):
        catalogue = read_marked_call(path).header.get("catalog")
        if catalogue:
            found.setdefault(catalogue, []).append((path, catalogue))
    for catalogue, paths in found.items():
        products = [product for product in catalogue_of(read_marked_call(paths[0][0])) if product.solves]
        places = {str(product.id): place for place, product in enumerate(products)}
        yield Trade(
            name=catalogue,
            language=catalogue[:2],
            offerings=tuple(
                Offering(product=product.id, texts=(*product.solves, product.description or product.name))
                for product in products
            ),
            tellings=tuple(telling for path, _ in paths for telling in _answered(path, places)),
        )


def _answered(path: Path, places: dict[str, int]) -> Iterator[Telling]:
    """Yield the problems of a call for which its header names a product."""
    call, marked = read_call(path), read_marked_call(path)
    for product, numbers in because_of(marked).items():
        for number in numbers:
            turns = tuple(turn.text for turn in call.turns if turn.insight == number)
            if turns and product in places:
                yield Telling(turns=turns, solved_by=places[product])


def halves(trades: Sequence[Trade], size: int, rng: random.Random) -> list[tuple[Trade, tuple[Telling, ...]]]:
    """Return one epoch of batches: a catalogue with at most so many of its tellings."""
    result = []
    for trade in trades:
        mixed = list(trade.tellings)
        rng.shuffle(mixed)
        result += [(trade, tuple(mixed[at : at + size])) for at in range(0, len(mixed), size)]
    rng.shuffle(result)
    return result
