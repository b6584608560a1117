"""Lines that may come into the minutes, and which of them say the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from insight_desktop.domain.insight import MinutesLine, MinutesSection

_BY_STRENGTH = (
    MinutesSection.NEXT_STEPS,
    MinutesSection.DECISIONS,
    MinutesSection.PAINS,
    MinutesSection.CONCERNS,
    MinutesSection.SUCCESSES,
    MinutesSection.NEEDS,
    MinutesSection.OPEN_QUESTIONS,
    MinutesSection.PURPOSE,
    MinutesSection.SITUATION,
    MinutesSection.NUMBERS,
)
_SHORTEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line with how much it is worth keeping."""

    section: MinutesSection
    said: str
    """What was said."""
    turns: tuple[int, ...]
    worth: float = 0.5
    before: str = ""
    """What was read out of it: the amount."""
    after: str = ""
    """The day meant."""

    @property
    def text(self) -> str:
        """The line as it is written."""
        return " — ".join(part for part in (self.before, self.said) if part) + self.after

    def line(self) -> MinutesLine:
        """Return the line of the minutes."""
        return MinutesLine(section=self.section, text=self.text, turns=self.turns)


def said_once(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines without those that repeat a sentence under a weaker heading.

    The day or the amount that was read out of a repeated sentence stays: the day goes to the line that is kept, the
    amount stands alone.
    """
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda each: (_BY_STRENGTH.index(each.section), -each.worth, each.turns)):
        place = next((at for at, other in enumerate(kept) if _same(draft, other)), None)
        if place is None:
            kept.append(draft)
            continue
        if draft.after and not kept[place].after and kept[place].section is draft.section:
            kept[place] = replace(kept[place], after=draft.after)
        if draft.before:
            kept.append(replace(draft, said=""))
    return kept


def _same(one: Draft, other: Draft) -> bool:
    """Tell whether two lines say the same words of the same turn; a question is open wherever else it stands."""
    if not set(one.turns) & set(other.turns):
        return False
    shorter, longer = sorted((_bare(one.said), _bare(other.said)), key=len)
    if MinutesSection.OPEN_QUESTIONS in (one.section, other.section):
        return shorter == longer
    return len(shorter) >= _SHORTEST and shorter in longer


def _bare(text: str) -> str:
    return "".join(text.split()).rstrip("。.、,…!?！？").casefold()
