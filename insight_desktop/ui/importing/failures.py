"""Tells at once what was wrong with files that came together: each alone would hide the one before."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.errors import KnownError
from insight_desktop.processing import Imported
from insight_desktop.ui import wording

_LISTED = 6


class Failures:
    """Waits for so many files, then says which of them failed, came in part, or were here already.

    Args:
        files: how many are on their way.
        say: tells a sentence, or one a line.
    """

    def __init__(self, files: int, say: Callable[[str], None]) -> None:
        """Wait for all of them."""
        self._left, self._say = files, say
        self._errors: list[KnownError] = []
        self._duplicates: list[str] = []

    def came(self, imported: Imported) -> None:
        """Count a file that was imported, with what is to be said of it."""
        self._errors.extend(imported.warnings)
        if imported.is_duplicate:
            self._duplicates.append(imported.meeting.title)
        self.passed()

    def failed(self, error: Exception) -> None:
        """Count a file that was not."""
        if not isinstance(error, KnownError):
            raise error
        self._errors.append(error)
        self.passed()

    def passed(self) -> None:
        """Count a file of which nothing is to be said."""
        self._left -= 1
        if not self._left and (self._errors or self._duplicates):
            self._say(self._told())

    def _told(self) -> str:
        here = QCoreApplication.translate("Import", "“{title}” is already here.")
        known = [here.format(title=title) for title in sorted(self._duplicates)]
        # whichever was read first, the same files are told of in the same words
        errors = sorted(self._errors, key=_name)
        if len(errors) + len(known) == 1:
            return known[0] if known else wording.sentence(errors[0])
        lines = list(dict.fromkeys([*(wording.brief(error) for error in errors), *known]))
        if len(lines) > _LISTED:
            more = len(lines) - _LISTED + 1
            lines[_LISTED - 1 :] = [QCoreApplication.translate("Import", "And %n more file(s).", "", more)]
        return "\n".join(lines)


def _name(error: KnownError) -> str:
    return str(error.params.get("path") or wording.sentence(error))
