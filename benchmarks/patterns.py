"""Whether winning patterns find what is there and claim nothing where nothing is.

    python benchmarks/patterns.py [--runs 100]

Each run draws meetings, a hundred won and a hundred lost, with forty features. Eight differ between the sides by 20 to
50 points (even numbers of each size), the others do not. Then the outcomes are shuffled, and everything that is
claimed is wrong.
"""
# ruff: noqa: S311 - no secrets are drawn here

import argparse
import random

from insight_desktop.domain.ids import MeetingId
from insight_desktop.trends.patterns import MarkedMeeting, winning_patterns

SIDE = 100
NOISE = 32
SIZES = (0.20, 0.24, 0.28, 0.32, 0.36, 0.40, 0.45, 0.50)


def drawn(chance: random.Random) -> list[MarkedMeeting]:
    """Return meetings with planted effects."""
    rates: dict[str, tuple[float, float]] = {}
    for number in range(NOISE):
        rate = chance.uniform(0.05, 0.7)
        rates[f"noise{number}"] = (rate, rate)
    for size in SIZES:
        low = chance.uniform(0.05, 0.5)
        pair = (low + size, low) if chance.random() < 0.5 else (low, low + size)  # noqa: PLR2004
        rates[f"real{size:.2f}"] = pair
    return [
        MarkedMeeting(
            id=MeetingId(f"m{number}"),
            won=number < SIDE,
            features=frozenset(
                name for name, (won, lost) in rates.items() if chance.random() < (won if number < SIDE else lost)
            ),
        )
        for number in range(2 * SIDE)
    ]


def shuffled(meetings: list[MarkedMeeting], chance: random.Random) -> list[MarkedMeeting]:
    """Return the meetings with outcomes that have nothing to do with them."""
    outcomes = [meeting.won for meeting in meetings]
    chance.shuffle(outcomes)
    return [
        MarkedMeeting(id=meeting.id, won=won, features=meeting.features)
        for meeting, won in zip(meetings, outcomes, strict=True)
    ]


def main() -> None:
    """Print what was found and what was claimed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    options = parser.parse_args()
    chance = random.Random(7)
    found = dict.fromkeys(SIZES, 0)
    wrong = claimed = of_shuffled = runs_with_claims = 0
    for _ in range(options.runs):
        meetings = drawn(chance)
        names = {pattern.feature for pattern in winning_patterns(meetings) if pattern.claimed}
        for size in SIZES:
            found[size] += f"real{size:.2f}" in names
        claimed += len(names)
        wrong += sum(name.startswith("noise") for name in names)
        false = sum(pattern.claimed for pattern in winning_patterns(shuffled(meetings, chance)))
        of_shuffled += false
        runs_with_claims += false > 0
    total = sum(found.values()) / (options.runs * len(SIZES))
    print(f"planted effects found: {total:.3f}; wrong among what is claimed: {wrong / max(1, claimed):.3f}")
    by_size = (f"{size * 100:.0f} points {count / options.runs:.2f}" for size, count in found.items())
    print("by size: " + "  ".join(by_size))
    features = NOISE + len(SIZES)
    share = of_shuffled / (options.runs * features)
    print(f"shuffled outcomes: {share:.4f} of features claimed, in {runs_with_claims / options.runs:.2f} of runs")


if __name__ == "__main__":
    main()
