"""Every place that says whether to propose something says the same, in one sentence with its reason."""

import datetime as dt
import html
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from insight_desktop.domain.suggestion import SuggestionState, Timing
from insight_desktop.store.workspace import Workspace
from insight_desktop.suggestions.cues import Cue
from insight_desktop.ui import wording
from insight_desktop.ui.application import Program
from insight_desktop.ui.customers.brief import brief
from insight_desktop.ui.customers.view import CustomersView
from insight_desktop.ui.meeting.view import MeetingView
from insight_desktop.ui.suggestions.view import SuggestionsView
from insight_desktop.ui.widgets.badge import Badge
from tests.suggestions.accounts import FINE, Story, account
from tests.ui.conftest import Open, still

_TAG = re.compile(r"<[^>]*>")
STORIES = {
    "open case": Story(said=FINE, open_case="鍵の不具合", timing=Timing.HOLD, because=Cue.OPEN_CASE),
    "recent refusal": Story(
        said=FINE,
        offers=((20, SuggestionState.PRESENTED), (20, SuggestionState.DECLINED)),
        timing=Timing.HOLD,
        because=Cue.COOLING_DOWN,
    ),
    "nothing in the way": Story(said=FINE, timing=Timing.NOW, because=Cue.PROBLEM),
    "above the budget": Story(said=FINE, budget=200_000, timing=Timing.LATER, because=Cue.TOO_DEAR),
}


@pytest.mark.parametrize("ui", ["ja", "en"])
@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_all_places_show_one_verdict(qtbot: QtBot, open_program: Open, tmp_path: Path, story: Story, ui: str) -> None:
    folder = tmp_path / "workspace"
    with Workspace.open(folder) as workspace:
        found = account(workspace, story, dt.datetime.now().astimezone().date())
    assert (found.verdict.timing, story.because.value in {each.code for each in found.verdict.reasons}) == (
        story.timing,
        True,
    )
    assert found.customer is not None
    program = open_program(folder, "suggestions", ui=ui)
    badge, why = wording.TIMINGS[story.timing].text, wording.why(found.verdict)

    suggestions = _page(qtbot, program, "suggestions", found.suggestion.id)
    assert isinstance(suggestions, SuggestionsView)
    assert {badge, why} <= _texts(suggestions.card.verdict)

    customers = _page(qtbot, program, "customers", found.customer.id)
    assert isinstance(customers, CustomersView)
    qtbot.waitUntil(lambda: {badge, why} <= _texts(customers.account))
    assert customers.account._page is not None
    assert f"- {badge}" in brief(customers.account._page)
    assert why in brief(customers.account._page)

    meeting = _page(qtbot, program, "meeting", found.suggestion.meeting_id)
    assert isinstance(meeting, MeetingView)
    assert {badge, why} <= _texts(meeting.insights)


def _page(qtbot: QtBot, program: Program, page: str, argument: str) -> QWidget:
    assert program.context is not None
    program.context.frame.go(page, argument)
    still(qtbot, program)
    return program.window.presenter(page).widget  # type: ignore[union-attr]


def _texts(widget: QWidget) -> set[str]:
    """Return what labels and badges say."""
    labels = {html.unescape(_TAG.sub("", each.text())) for each in widget.findChildren(QLabel)}
    return labels | {each.accessibleName() for each in widget.findChildren(Badge)}
