"""What a feature of the winning patterns is called."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.insight import Signal
from insight_desktop.trends.features import FeatureKind, split_key
from insight_desktop.ui import wording
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP

METRICS = {
    "talk_ratio_rep": QT_TRANSLATE_NOOP("Features", "I spoke for more than {border} of the time"),
    "longest_monologue_s": QT_TRANSLATE_NOOP("Features", "My longest monologue was over {border} s"),
    "questions_rep": QT_TRANSLATE_NOOP("Features", "I asked more than {border} questions"),
    "questions_customer": QT_TRANSLATE_NOOP("Features", "The customer asked more than {border} questions"),
    "patience_s": QT_TRANSLATE_NOOP("Features", "I waited over {border} s before answering"),
    "interruptions": QT_TRANSLATE_NOOP("Features", "More than {border} interruptions"),
    "interactivity_per_min": QT_TRANSLATE_NOOP("Features", "More than {border} changes of speaker a minute"),
    "digging_depth": QT_TRANSLATE_NOOP("Features", "I dug deeper than {border} questions in a row"),
}
_SHARES = frozenset({"talk_ratio_rep"})


def feature_text(feature: str, names: Mapping[str, str]) -> str:
    """Return a feature's name in the language of the window.

    Args:
        feature: its key.
        names: of themes and script items, by id.
    """
    kind, name = split_key(feature)
    if kind is FeatureKind.SIGNAL:
        signal = wording.SIGNALS[Signal(name)].text
        return QCoreApplication.translate("Features", "Spoken of: {signal}").format(signal=signal)
    if kind is FeatureKind.METRIC:
        metric, _, border = name.partition("@")
        value = f"{float(border):.0%}" if metric in _SHARES else f"{float(border):.3g}"
        return QCoreApplication.translate("Features", METRICS[metric]).format(border=value)
    text = names.get(name, "")
    if kind is FeatureKind.SCRIPT:
        return QCoreApplication.translate("Features", "Came up: {item}").format(item=text)
    return text
