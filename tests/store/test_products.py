"""A product that gets another code or name stays the same product for those who own it or were offered it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop.domain.customer import OwnedProduct
from insight_desktop.domain.ids import OwnedProductId, ProductId, StoryId, new_id
from insight_desktop.domain.story import SuccessStory
from insight_desktop.store.workspace import Workspace
from tests.ui import filled


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    filled.fill(tmp_path, meetings=1)
    with Workspace.open(tmp_path) as opened:
        yield opened


def _named(workspace: Workspace) -> tuple[object, ...]:
    """Return everything that names products."""
    (customer,) = workspace.customers.list()
    return (
        customer.current_products,
        [each.product for each in workspace.details.of(customer.id).owned],
        [row.suggestion.product for row in workspace.suggestions.listed()],
        [each.product for each in workspace.stories.all()],
        [(each.id, each.upgrade_from, each.requires) for each in workspace.products.catalogue("ja")],
    )


def test_another_code_goes_with_the_product_and_comes_back(workspace: Workspace) -> None:
    (customer,) = workspace.customers.list()
    owned = OwnedProduct(id=OwnedProductId(new_id()), customer_id=customer.id, product="請求たすけ", seats=3)
    workspace.details.save(owned)
    workspace.stories.save(SuccessStory(id=StoryId(new_id()), title="締め", product="KEI-LITE"))
    before = _named(workspace)
    light, _, billing = workspace.products.catalogue("ja")
    changed = replace(light, id=ProductId("KEI-L"))
    renamed = replace(billing, name="請求たすけ 2")
    workspace.products.exchange("ja", light, changed)
    workspace.products.exchange("ja", billing, renamed)
    assert _named(workspace) == (
        ("KEI-L", "請求たすけ 2"),
        ["KEI-L", "請求たすけ 2"],
        ["KEI-MULTI", "SEIKYU"],
        ["KEI-L"],
        [("KEI-L", (), ()), ("KEI-MULTI", ("KEI-L",), ()), ("SEIKYU", (), ())],
    )
    assert workspace.details.of(customer.id).owned[1].seats == 3
    workspace.products.exchange("ja", renamed, billing)
    workspace.products.exchange("ja", changed, light)
    assert _named(workspace) == before


def test_an_offer_goes_with_its_product(workspace: Workspace) -> None:
    _, multi, _ = workspace.products.catalogue("ja")
    workspace.products.exchange("ja", multi, replace(multi, id=ProductId("KEI-M")))
    assert [row.suggestion.product for row in workspace.suggestions.listed()] == ["KEI-M", "SEIKYU"]


def test_a_code_that_another_catalogue_has_too_is_left_alone(workspace: Workspace) -> None:
    light, *_ = workspace.products.catalogue("ja")
    workspace.products.save_catalogue("copy", (light,))
    workspace.products.exchange("ja", light, replace(light, id=ProductId("KEI-L")))
    (customer,) = workspace.customers.list()
    assert customer.current_products == ("KEI-LITE",)
