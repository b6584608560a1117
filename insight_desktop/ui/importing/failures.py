"""Tells at once what could not be imported of files that came together: each alone would hide the one before."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.errors import KnownError
from insight_desktop.ui import wording

_NAMED = 5


class Failures:
    """Waits for so many files, then says which of them failed.

    Args:
        files: how many are on their way.
        say: tells a sentence.
    """

    def __init__(self, files: int, say: Callable[[str], None]) -> None:
        """Wait for all of them."""
        self._left, self._say = files, say
        self._errors: list[KnownError] = []

    def passed(self) -> None:
        """Count a file that was imported."""
        self._left -= 1
        if not self._left and self._errors:
            self._say(self._told())

    def failed(self, error: Exception) -> None:
        """Count a file that was not."""
        if not isinstance(error, KnownError):
            raise error
        self._errors.append(error)
        self.passed()

    def _told(self) -> str:
        # whichever was read first, the same files are told of in the same words
        first, *others = sorted(self._errors, key=_name)
        told = wording.sentence(first)
        if not others:
            return told
        names = QCoreApplication.translate("Import", ", ").join(_name(error) for error in others[:_NAMED])
        if len(others) > _NAMED:
            names += " …"
        more = QCoreApplication.translate("Import", "Not imported either: {names}.").format(names=names)
        return f"{told} {more}"


def _name(error: KnownError) -> str:
    return str(error.params.get("path") or wording.sentence(error))
