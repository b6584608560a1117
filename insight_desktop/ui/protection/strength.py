"""How long a passphrase would hold, simply."""

import math
from enum import StrEnum

_WEAK_BITS, _GOOD_BITS = 40, 60
_KINDS = ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10))
_OTHER_PLAIN, _OTHER = 33, 2000
_LAST_PLAIN = "\x7f"


class Strength(StrEnum):
    """Three steps are enough to choose by."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength_of(passphrase: str) -> Strength:
    """Count the kinds of letters and how many different ones there are; what repeats adds little."""
    letters = {letter for letter in passphrase if not letter.isspace()}
    alphabet = sum(size for is_kind, size in _KINDS if any(letter.isascii() and is_kind(letter) for letter in letters))
    if any(letter <= _LAST_PLAIN and not letter.isalnum() for letter in letters):
        alphabet += _OTHER_PLAIN
    if any(letter > _LAST_PLAIN for letter in letters):
        alphabet += _OTHER
    counted = min(len(passphrase), 2 * len(letters))
    bits = counted * math.log2(alphabet) if alphabet else 0.0
    if bits < _WEAK_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _GOOD_BITS else Strength.STRONG
