"""Money is money for every reader of English amounts."""

import pytest

from insight_desktop.insights import amounts_en
from insight_desktop.suggestions import quantities_en
from insight_desktop.suggestions.quantities import Measure


@pytest.mark.parametrize("unit", ["pounds", "quid", "bucks", "rupees", "rand", "nairas", "shillings", "kroner", "yen"])
def test_every_currency_is_read_as_a_cost_and_as_an_amount(unit: str) -> None:
    ask = quantities_en.asked("What does it cost?", "GBP", is_problem=True, is_budget=False)
    (cost,) = quantities_en.read(f"We waste five hundred {unit} a month on mistakes.", ask)
    assert (cost.measure, cost.value, cost.period) == (Measure.MONEY, 500, "month")
    assert amounts_en.sure_amounts(f"Five hundred {unit}.") == [500]
