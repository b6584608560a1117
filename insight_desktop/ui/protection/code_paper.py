"""The recovery code on a sheet of paper: what it opens, and large enough to be typed from."""

import datetime as dt

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QTextDocument

from insight_desktop.ui.theme import FAMILIES

_POINTS = 11
_STYLE = "h1{font-size:17pt} .code{font-family:monospace;font-size:17pt} p{margin:12px 0}"


def document_of(code: str, printed_on: dt.date) -> QTextDocument:
    """Return the sheet as Qt lays it out."""
    heading = QCoreApplication.translate("CodePaper", "Recovery code of Insight Desktop")
    use = QCoreApplication.translate(
        "CodePaper",
        "If the passphrase is forgotten, type this code into the field for it; dashes and small letters do not matter. "
        "Then set a new passphrase in the settings.",
    )
    keep = QCoreApplication.translate(
        "CodePaper", "Keep this sheet apart from the computer: whoever has it can open the data."
    )
    date = QCoreApplication.translate("CodePaper", "Printed on {date}").format(date=printed_on.isoformat())
    document = QTextDocument()
    face = QFont(list(FAMILIES))
    face.setPointSize(_POINTS)
    document.setDefaultFont(face)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(f'<h1>{heading}</h1><p class="code">{code}</p><p>{use}</p><p>{keep}</p><p>{date}</p>')
    return document
