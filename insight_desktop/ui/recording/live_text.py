"""The text that comes while recording: fresh utterances until the final text of the same stretch replaces them."""

import html
from collections.abc import Mapping

from insight_desktop import wording
from insight_desktop.worker.live_messages import LiveText

_OVERLAP = 0.5
_SHOWN = 300
"""Lines that are kept in sight: a long meeting must not slow the window down."""


class LiveLines:
    """Lines in the order of speech."""

    def __init__(self) -> None:
        """Start empty."""
        self._lines: list[LiveText] = []

    def add(self, line: LiveText) -> None:
        """Take a line; a final one takes the place of the fresh ones of its stretch."""
        if line.is_final:
            self._lines = [each for each in self._lines if each.is_final or not _is_covered(each, line)]
        elif any(each.is_final and _is_covered(line, each) for each in self._lines):
            return
        self._lines.append(line)
        self._lines.sort(key=lambda each: (each.start_s, each.channel))

    def html(self, names: Mapping[int, str], inks: Mapping[int, str], quiet: str) -> str:
        """Return the last lines as rich text: each side in its colour, what is not final yet in a quiet one."""
        rows = []
        for line in self._lines[-_SHOWN:]:
            ink = inks.get(line.channel, quiet)
            style = "" if line.is_final else f' style="color:{quiet}"'
            rows.append(
                f'<p style="margin:0 0 6px 0; line-height:150%"><span style="color:{quiet}">'
                f"{wording.clock(line.start_s)}</span>&nbsp; "
                f'<b style="color:{ink}">{html.escape(names.get(line.channel, ""))}</b>&nbsp; '
                f"<span{style}>{html.escape(line.text)}</span></p>"
            )
        return "".join(rows)

    def text(self, names: Mapping[int, str]) -> str:
        """Return all lines, each with its time and side."""
        return "\n".join(
            f"{wording.clock(line.start_s)}  {names.get(line.channel, '')}  {line.text}" for line in self._lines
        )


def _is_covered(fresh: LiveText, final: LiveText) -> bool:
    if fresh.channel != final.channel:
        return False
    shared = min(fresh.end_s, final.end_s) - max(fresh.start_s, final.start_s)
    return shared >= _OVERLAP * min(fresh.end_s - fresh.start_s, final.end_s - final.start_s)
