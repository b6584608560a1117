"""What a problem costs is told in plain figures, whatever their size."""

import pytest

from insight_desktop.suggestions.benefit import Benefit
from insight_desktop.suggestions.quantities import Measure, Quantity
from insight_desktop.ui.suggestions import benefit_words


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (0.25, "15 min"),
        (1.04, "1 hour"),
        (1.5, "1.5 hours"),
        (1250.0, "1,250 hours"),
        (1234567.0, "1,234,567 hours"),
    ],
)
def test_hours_are_told_in_plain_figures(hours: float, told: str) -> None:
    term = Quantity(measure=Measure.HOURS, value=hours)
    assert benefit_words.total(Benefit(measure=Measure.HOURS, amount=hours, period="", terms=(term,))) == told


def test_many_cases_are_told_in_plain_figures() -> None:
    cases = Quantity(measure=Measure.CASES, value=1_500_000, period="month", noun="parcels")
    each = Quantity(measure=Measure.HOURS, value=0.05)
    found = Benefit(measure=Measure.HOURS, amount=75_000, period="month", terms=(each, cases))
    assert benefit_words.formula(found).endswith("× 1,500,000 parcels a month")
