"""The interface's language: reads `resources/translations/*.ts` and tells every window when it changes.

The files are read as they are, so nothing has to be compiled in a checkout, an installation or a frozen program.
"""

from enum import StrEnum
from xml.etree import ElementTree as ET

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from insight_desktop import paths


class Language(StrEnum):
    """The languages of the interface."""

    JAPANESE = "ja"
    ENGLISH = "en"


class TsTranslator(QTranslator):
    """Answers Qt's questions for texts from one .ts file."""

    def __init__(self, language: Language) -> None:
        """Read the file of the language; a missing one leaves the source texts."""
        super().__init__()
        self._language = language
        self._texts = read(language)

    def translate(self, context: str, source: str, disambiguation: str | None = None, number: int = -1) -> str | None:
        """Return the text, in the right number where there is one."""
        del disambiguation
        forms = self._texts.get((context, source))
        if forms is None:
            return None
        plural = len(forms) > 1 and number != 1
        return forms[1 if plural else 0]

    def isEmpty(self) -> bool:
        """Say that there are texts, so that Qt announces the change of language."""
        return False


def read(language: Language) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the forms of each text by context and source."""
    path = paths.resources() / "translations" / f"{language}.ts"
    if not path.is_file():
        return {}
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            if forms[0]:
                texts[name, message.findtext("source", "")] = forms
    return texts


class Languages:
    """Puts one language on the application."""

    def __init__(self, application: QApplication) -> None:
        """Start with no translation."""
        self._application = application
        self._installed: list[QTranslator] = []
        self.language = Language.ENGLISH

    def remove(self) -> None:
        """Leave the application without translation."""
        for old in self._installed:
            self._application.removeTranslator(old)
        self._installed = []

    def use(self, language: Language) -> None:
        """Change the language of every open window at once."""
        self.remove()
        self.language = language
        QLocale.setDefault(QLocale(str(language)))
        qt = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        found = language is Language.JAPANESE and qt.load("qtbase_ja", folder)
        ours = TsTranslator(language)
        self._installed = [qt, ours] if found else [ours]
        for translator in self._installed:
            self._application.installTranslator(translator)
