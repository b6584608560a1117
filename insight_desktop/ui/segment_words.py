"""What a rule of segments asks for, in short; the settings and the customer's page say it alike."""

from PySide6.QtCore import QCoreApplication

from insight_desktop.domain.segment import SegmentRule


def asks(rule: SegmentRule) -> str:
    """Return what a rule asks for."""
    translate = QCoreApplication.translate
    parts = []
    if rule.industry:
        parts.append(translate("Segments", "industry “{name}”").format(name=rule.industry))
    if rule.tags:
        parts.append(translate("Segments", "tag {names}").format(names=translate("Segments", " or ").join(rule.tags)))
    size = _size(rule)
    if size:
        parts.append(size)
    return translate("Segments", ", ").join(parts) or translate("Segments", "everybody")


def _size(rule: SegmentRule) -> str:
    translate, least, most = QCoreApplication.translate, rule.least, rule.most
    if least is not None and most is not None:
        return translate("Segments", "{least} to {most} people").format(least=f"{least:,}", most=f"{most:,}")
    if least is not None:
        return translate("Segments", "{least} people or more").format(least=f"{least:,}")
    return translate("Segments", "{most} people or fewer").format(most=f"{most:,}") if most is not None else ""
