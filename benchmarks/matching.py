"""How often the product that a problem calls for is found: python -m benchmarks.matching.

`matching/statements.tsv` holds 96 problems in the words of customers of eight trades, in Japanese and English, with
the one product of the trade's catalogue that solves each, or `-` where none does. They are put indirectly, as people
talk, so the figures are lower than on whole calls, where a problem is told more than once.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from insight_desktop.crm.importing import read_products
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.insight import Insight, InsightKind
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.nlp.embedder import E5Embedder, ProblemEmbedder
from insight_desktop.nlp.encoder import Embedder
from insight_desktop.suggestions import matching


class Remembering:
    """Embeds each text once."""

    def __init__(self, embedder: Embedder) -> None:
        """Start empty."""
        self._embedder, self._known = embedder, dict[str, NDArray[np.float32]]()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known |= dict(zip(new, self._embedder.encode(new), strict=True)) if new else {}
        return np.stack([self._known[text] for text in texts])


FOLDER = Path(__file__).parent / "matching"


def outcomes(embedder: Embedder) -> Counter[str]:
    """Return how many problems got the right product, a wrong one, none where one was right, and rightly none."""
    counted: Counter[str] = Counter()
    for line in (FOLDER / "statements.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, kind, owned, wanted, text = line.split("\t")
        turns = tuple(
            Turn(index=at, speaker=REP if said.startswith(">") else CUSTOMER, text=said.removeprefix(">"))
            for at, said in enumerate(text.split(" / "))
        )
        conversation = Conversation(
            id=name,
            language=name[-2:],
            turns=turns,
            customer=CustomerContext(current_products=() if owned == "-" else tuple(owned.split(";"))),
        )
        theirs = tuple(turn.index for turn in turns if turn.speaker == CUSTOMER)
        voiced = Insight(kind=InsightKind(kind), turns=theirs, summary=turns[theirs[0]].text)
        found = matching.propose(
            conversation, Analysis(insights=(voiced,)), read_products(FOLDER / f"{name}.csv")[1], embedder
        )
        offered = found[0].product if found else "-"
        if offered == wanted:
            counted["right" if found else "rightly none"] += 1
        else:
            counted["wrong" if found else "missed"] += 1
    return counted


if __name__ == "__main__":
    result = outcomes(Remembering(ProblemEmbedder(E5Embedder())))
    offered, wanted = result["right"] + result["wrong"], result["right"] + result["wrong"] + result["missed"]
    print(dict(result), f"precision {result['right'] / offered:.2f}, recall {result['right'] / wanted:.2f} at most")
