"""From how many points on words are taken for the name of another vendor."""

ENOUGH = 1.6
