"""How often the success story of an offer is found: python -m benchmarks.stories.

The 76 told problems of `matching/statements.tsv` that a product of their trade solves are the offers. The stories are
the phrases of all eight catalogues, each as the problem of a story of its product; those of the offered product are
right. Only what the customer said is compared, not the catalogue's phrase that called for the offer, so the task is
harder than in the window. It is done by words alone and by words and meaning, and once without telling the product.
"""

from collections import Counter
from collections.abc import Sequence

from benchmarks.matching import FOLDER, Remembering
from insight_desktop.crm.importing import read_products
from insight_desktop.domain.ids import StoryId
from insight_desktop.domain.story import SuccessStory
from insight_desktop.nlp.embedder import E5Embedder, ProblemEmbedder
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.suggestions.stories import Offered, nearest, problem_meanings

Statement = tuple[str, str, tuple[str, ...]]
"""Catalogue, product, what the customer said."""


def statements() -> list[Statement]:
    """Return the told problems that a product solves."""
    found = []
    for line in (FOLDER / "statements.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _kind, _owned, wanted, text = line.split("\t")
            if wanted != "-":
                found.append((name, wanted, tuple(said for said in text.split(" / ") if not said.startswith(">"))))
    return found


def outcomes(told: Sequence[Statement], embedder: Embedder | None, *, names_product: bool) -> Counter[str]:
    """Return how many offers got a story of their product, of another one, and none."""
    catalogues = {path.stem: read_products(path)[1] for path in sorted(FOLDER.glob("*.csv"))}
    stories = [
        SuccessStory(id=StoryId(f"{name} {product.id} {phrase}"), title=name, problem=phrase, product=product.id)
        for name, products in catalogues.items()
        for product in products
        for phrase in product.solves
    ]
    counted: Counter[str] = Counter()
    for name, wanted, said in told:
        product = next(each for each in catalogues[name] if each.id == wanted)
        offered = Offered(said=said, product=product if names_product else None)
        near = nearest(stories, offered, problem_meanings(stories, offered, embedder) if embedder else None)
        is_right = near is not None and (near.story.title, near.story.product) == (name, wanted)
        counted["none" if near is None else "right" if is_right else "wrong"] += 1
    return counted


if __name__ == "__main__":
    told, encoder = statements(), Remembering(ProblemEmbedder(E5Embedder()))
    for names_product in (True, False):
        for how, asked in (("words", None), ("words and meaning", encoder)):
            result = outcomes(told, asked, names_product=names_product)
            print(f"product {'known' if names_product else 'unknown'}, {how}: {dict(result)} of {len(told)}")
