"""`analyze`: transcripts in, analyses out; needs no workspace."""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from insight_desktop import wording
from insight_desktop.crm.importing import read_products
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.suggestion import Product
from insight_desktop.exports.atomic import write_whole
from insight_desktop.insights import codec
from insight_desktop.insights.transcripts import SUFFIXES, read_transcript

SUMMARY = "Understands transcripts: signals, insights, facts, promises, minutes and suggestions, one JSON a call."

Read = Callable[[Conversation, Sequence[Product]], Analysis]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a transcript or a folder of them")
    parser.add_argument("--catalog", type=Path, metavar="CSV", help="the product catalogue for every call")
    parser.add_argument("--catalogs", type=Path, metavar="DIR", help="finds DIR/X.csv by the call's `catalog: X`")
    parser.add_argument("--out", type=Path, metavar="DIR", help="writes DIR/ID.json; without it the result is printed")


def run(options: argparse.Namespace) -> int:
    """Analyse every transcript; returns 1 when any of them failed."""
    catalogue = read_catalogue(options.catalog) if options.catalog else ()
    language = wording.user_language()
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    read: Read | None = None
    failed = False
    written: set[str] = set()
    printed: list[codec.Json] = []
    for path in transcripts(options.paths):
        try:
            conversation = read_transcript(path)
            products = catalogue or catalogue_of(conversation, options.catalogs)
            read = read or load_reader()
            result = codec.analysis_to_json(conversation, read(conversation, products))
        except KnownError as error:
            if options.debug:
                raise
            print(wording.sentence(error, language), file=sys.stderr)
            failed = True
            continue
        if options.out:
            name = file_name(conversation.id, path, written)
            write_whole(options.out / f"{name}.json", codec.dumps(result).encode())
            print(f"{path} → {options.out / name}.json", file=sys.stderr)
        else:
            printed.append(result)
    if printed:
        sys.stdout.write(codec.dumps(printed[0] if len(printed) == 1 else printed))
    return 1 if failed else 0


def load_reader() -> Read:
    """Load the models once and return the function that reads one call."""
    from insight_desktop.suggestions.understanding import load_understanding

    return load_understanding()


def transcripts(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files; a folder stands for the transcripts in it, in order of their names."""
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.iterdir() if file.is_file() and file.suffix.lower() in SUFFIXES)
            yield from inside or [path]
        else:
            yield path


def catalogue_of(conversation: Conversation, folder: Path | None) -> tuple[Product, ...]:
    """Return the products of the call's catalogue, or nothing where none is named."""
    if folder is None or not conversation.catalog:
        return ()
    file = folder / f"{Path(conversation.catalog).name}.csv"
    return read_catalogue(file)


def read_catalogue(path: Path) -> tuple[Product, ...]:
    """Read a catalogue as an import does; cells that cannot be read are told of."""
    _, products, problems = read_products(path)
    for problem in problems:
        sentence = wording.IMPORT_LINES["problem" if problem.value else "absent"][wording.user_language()]
        print(sentence.format(line=problem.line, field=problem.field, value=problem.value), file=sys.stderr)
    return products


def file_name(identifier: str, path: Path, written: set[str]) -> str:
    """Return a safe file name for a call's id that no earlier call of this run took."""
    wanted = re.sub(r"[^\w.-]", "_", identifier).strip(".") or path.stem
    name, number = wanted, 2
    while name in written:
        name, number = f"{wanted}-{number}", number + 1
    written.add(name)
    return name
