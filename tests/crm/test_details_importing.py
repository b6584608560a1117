"""Usage, products with seats and support cases come from CSV, complete what is there, and go back."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop import importing, standing
from insight_desktop.cli.main import main
from insight_desktop.domain.customer import CustomerDetails
from insight_desktop.domain.suggestion import Timing
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.cues import Cue
from tests.suggestions.accounts import CATALOGUE, FINE, TODAY, Story, account

TEXTS = {
    "usage": "顧客名,項目,利用数,上限,単位,基準日\n㈱みなと旅館,席,18,20,席,2026/11/10\n新しい宿,席,３,10,席,\n",
    "owned": "会社名,製品,席数,利用開始日\n㈱みなと旅館,宿帳,20席,2024/4/1\n新しい宿,宿帳つながる,,2026/11/1\n",
    "cases": "会社名,件名,受付日,完了日,状態\n㈱みなと旅館,鍵の不具合,2026/11/18,,対応中\n"
    "新しい宿,鍵,2026/9/2,2026/9/3,\n",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "商談") as opened:
        yield opened


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def details(workspace: Workspace, name: str) -> CustomerDetails:
    (customer,) = workspace.customers.named(name)
    return workspace.details.of(customer.id)


def run(workspace: Workspace, kind: str, folder: Path, text: str = "", encoding: str = "utf-8"):
    return importing.KINDS[kind].run(workspace, write(folder / "a.csv", text or TEXTS[kind], encoding), None)


def test_more_seats_than_anybody_has_are_told_and_not_kept(workspace: Workspace, tmp_path: Path) -> None:
    report = run(workspace, "owned", tmp_path, "会社名,製品,席数\nみなと旅館,宿帳,99999999999999999999席\n")
    assert [problem.line for problem in report.problems] == [2]
    assert all(each.seats is None for each in details(workspace, "みなと旅館").owned)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932"])
@pytest.mark.parametrize("kind", list(TEXTS))
def test_a_file_comes_in_once_and_goes_back(workspace: Workspace, tmp_path: Path, kind: str, encoding: str) -> None:
    workspace.products.save_catalogue("yado", CATALOGUE)
    minato = workspace.customers.find_or_make("みなと旅館")
    before = workspace.customers.list(), workspace.details.of(minato.id)
    planned = importing.plan(workspace, kind, write(tmp_path / "a.csv", TEXTS[kind], encoding))
    assert (workspace.customers.list(), workspace.details.of(minato.id)) == before
    report = run(workspace, kind, tmp_path, encoding=encoding)
    assert (report.created, report.problems) == (2, ())
    assert [row.fate for row in planned.rows] == [row.fate for row in report.rows]
    assert len(workspace.customers.list()) == 2
    assert run(workspace, kind, tmp_path).unchanged == 2
    importing.take_back(workspace, report)
    assert (workspace.customers.list(), workspace.details.of(minato.id)) == before


def test_the_newest_figure_of_a_name_stays(workspace: Workspace, tmp_path: Path) -> None:
    head = "customer,metric,used,limit,as of\n"
    for row in ("Acme,Users,10,20,2026-10-01", "Acme,users,18,,2026-11-01", "Acme,Users,5,,2026-09-01"):
        run(workspace, "usage", tmp_path, head + row + "\n")
    (usage,) = details(workspace, "Acme").usage
    assert (usage.value, usage.ceiling, usage.as_of) == (18, 20, dt.date(2026, 11, 1))


def test_a_product_is_known_by_its_name_in_the_catalogue(workspace: Workspace, tmp_path: Path) -> None:
    workspace.products.save_catalogue("yado", CATALOGUE)
    run(workspace, "owned", tmp_path)
    run(workspace, "owned", tmp_path, "会社名,製品,席数\nみなと旅館,BOOK-1,25\n")
    (owned,) = details(workspace, "みなと旅館").owned
    assert (owned.product, owned.seats, owned.since) == ("BOOK-1", 25, dt.date(2024, 4, 1))
    (minato,) = workspace.customers.named("みなと旅館")
    assert minato.current_products == ("BOOK-1",)


def test_a_case_holds_offers_back_until_it_is_closed(workspace: Workspace, tmp_path: Path) -> None:
    found = account(workspace, Story(said=FINE, timing=Timing.NOW, because=Cue.PROBLEM))
    assert found.customer is not None

    def timing() -> Timing:
        stands = standing.of_customer(workspace, found.customer.id, TODAY)  # type: ignore[union-attr]
        assert stands is not None
        return stands.verdict.timing

    run(workspace, "cases", tmp_path)
    assert timing() is Timing.HOLD
    run(workspace, "cases", tmp_path, "会社名,件名,受付日,状態\n㈱みなと旅館,鍵の不具合,2026/11/18,解決済み\n")
    assert timing() is Timing.NOW
    (case,) = workspace.details.of(found.customer.id).cases
    assert case.closed_on == dt.date(2026, 11, 18)


def test_what_cannot_be_read_is_reported_and_the_rest_comes_in(workspace: Workspace, tmp_path: Path) -> None:
    text = "会社名,項目,利用数,上限\nA,席,多い,10\n,席,3,4\nB,席,3,沢山\n"
    report = run(workspace, "usage", tmp_path, text)
    told = [(each.line, each.field, each.value) for each in report.problems]
    assert told == [(2, "value", "多い"), (3, "customer", ""), (4, "ceiling", "沢山")]
    assert [each.name for each in workspace.customers.list()] == ["B"]


def test_the_command_imports_and_previews(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, folder = write(tmp_path / "a.csv", TEXTS["cases"]), tmp_path / "w"
    arguments = ["import-crm", "cases", str(path), "--workspace", str(folder), "--json"]
    assert main([*arguments, "--preview"]) == 0
    assert [each["field"] for each in json.loads(capsys.readouterr().out)["columns"]] == [
        "customer",
        "subject",
        "opened_on",
        "closed_on",
        "case_status",
    ]
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out)["created"] == 2


def test_an_owned_product_that_only_the_customer_told_of_gains_its_seats(workspace: Workspace, tmp_path: Path) -> None:
    minato = workspace.customers.find_or_make("みなと旅館")
    workspace.customers.save(replace(minato, current_products=("宿帳",)))
    report = run(workspace, "owned", tmp_path, "会社名,製品,席数\nみなと旅館,宿帳,12\n")
    assert report.updated == 1
    (owned,) = details(workspace, "みなと旅館").owned
    assert owned.seats == 12
