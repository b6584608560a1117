"""Cuts text where a reader sees a character end; the only importer of `regex`."""

import regex  # type: ignore[import-untyped]

_CLUSTER = regex.compile(r"\X")
# Between two of these a cluster always ends (UAX 29, rule GB999), so no search needs to start before them.
_PLAIN_LIMITS = ((0x20, 0x7E), (0x3041, 0x3096), (0x30A1, 0x30FA), (0x4E00, 0x9FFF))


def _is_plain(character: str) -> bool:
    code = ord(character)
    return any(low <= code <= high for low, high in _PLAIN_LIMITS)


def boundary(text: str, end: int) -> int:
    """Return the last grapheme boundary of `text` at or before `end`."""
    if end >= len(text):
        return len(text)
    start = end
    while start > 0 and not (_is_plain(text[start - 1]) and _is_plain(text[start])):
        start -= 1
    if start == end:
        return end
    last = start
    for match in _CLUSTER.finditer(text, start):
        if match.end() > end:
            break
        last = match.end()
    return last
