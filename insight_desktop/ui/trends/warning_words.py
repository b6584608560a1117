"""What a manager is told about a customer to look after."""

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.digest import CustomerWarning, WarningKind
from insight_desktop.ui import wording
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP

_TEXTS = {
    WarningKind.PROMISE_OVERDUE: QT_TRANSLATE_NOOP("CoachingView", "%n promise(s) overdue since {day}"),
    WarningKind.DISSATISFACTION_OPEN: QT_TRANSLATE_NOOP("CoachingView", "Dissatisfied in the last meeting, not solved"),
    WarningKind.QUESTION_UNANSWERED: QT_TRANSLATE_NOOP("CoachingView", "%n question(s) of the last meeting unanswered"),
    WarningKind.NO_ACTIVITY: QT_TRANSLATE_NOOP("CoachingView", "No meeting for {count} days"),
    WarningKind.ONE_CONTACT: QT_TRANSLATE_NOOP("CoachingView", "One contact only in {count} meetings"),
    WarningKind.PRICE_NEVER_SPOKEN: QT_TRANSLATE_NOOP("CoachingView", "Price never spoken of in {count} meetings"),
}
LOOKS = {
    WarningKind.PROMISE_OVERDUE: ("handshake", "dissatisfaction"),
    WarningKind.DISSATISFACTION_OPEN: ("frown", "dissatisfaction"),
    WarningKind.QUESTION_UNANSWERED: ("circle-question-mark", "pain"),
    WarningKind.NO_ACTIVITY: ("clock", "pain"),
    WarningKind.ONE_CONTACT: ("user-round", "neutral"),
    WarningKind.PRICE_NEVER_SPOKEN: ("banknote", "neutral"),
}


def warning_text(warning: CustomerWarning) -> str:
    """Return a warning in the language of the window."""
    text = QCoreApplication.translate("CoachingView", _TEXTS[warning.kind], "", warning.count)
    return text.format(count=warning.count, day=wording.day(warning.since) if warning.since else "")
