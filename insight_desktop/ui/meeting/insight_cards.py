"""The cards of the panel at the right: what was voiced, what was promised, whether to propose something."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout

from insight_desktop.domain.insight import DayMeaning, Facts, Insight, NextStep, TimelineFact
from insight_desktop.domain.suggestion import Timing
from insight_desktop.standing import MeetingStanding
from insight_desktop.ui import wording
from insight_desktop.ui.meeting.evidence import Quote, place_button
from insight_desktop.ui.transcript.lines import Line
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import IconButton, IconLabel, column, frame, label, paragraph, row

_UNSURE = 0.6
_QUOTES = 2
Play = Callable[[tuple[int, ...]], None]


def insight_card(
    insight: Insight,
    lines: Sequence[Line],
    *,
    is_confirmed: bool,
    play: Play,
    confirm: Callable[[], None],
    dismiss: Callable[[], None],
) -> QFrame:
    """Return the card of one insight with its evidence."""
    translate = QCoreApplication.translate
    meaning = wording.INSIGHTS[insight.kind]
    card = frame("card")
    head = row(Badge(meaning.text, meaning.icon, meaning.tone), gap=6)
    if is_confirmed:
        head.addWidget(Badge(translate("Insights", "Confirmed"), "check", "success"))
    elif insight.hypothesis:
        head.addWidget(Badge(translate("Insights", "Hypothesis"), "circle-question-mark"))
    elif insight.confidence < _UNSURE:
        head.addWidget(Badge(translate("Insights", "Unsure"), "circle-question-mark"))
    head.addStretch(1)
    place = place_button(lines, insight.turns)
    if place is not None:
        place.clicked.connect(lambda: play(insight.turns))
        if len(insight.turns) > 1:
            place.setText(f"{place.text()}  ×{len(insight.turns)}")
        head.addWidget(place)
    yes, no = IconButton("check", size=14), IconButton("x", size=14)
    yes.name(translate("Insights", "This is right"))
    no.name(translate("Insights", "This is wrong; remove it"))
    yes.clicked.connect(confirm)
    no.clicked.connect(dismiss)
    if is_confirmed:
        yes.hide()
    head.addWidget(yes)
    head.addWidget(no)
    layout = column(gap=4, margins=(12, 6, 6, 10))
    layout.addLayout(head)
    layout.addWidget(label("strong", insight.summary, wraps=True))
    for turn in insight.turns[:_QUOTES]:
        if 0 <= turn < len(lines) and lines[turn].text.strip() != insight.summary.strip():
            quote = Quote(lines[turn])
            quote.clicked.connect(lambda one=turn: play((one,)))
            layout.addWidget(quote)
    card.setLayout(layout)
    card.setAccessibleName(f"{meaning.text}: {insight.summary}")
    return card


def promise_row(
    step: NextStep, lines: Sequence[Line], *, is_done: bool, play: Play, set_done: Callable[[bool], None]
) -> QHBoxLayout:
    """Return one promise with its box to tick."""
    owner = wording.OWNERS[step.owner]
    box = QCheckBox()
    box.setChecked(is_done)
    box.setAccessibleName(step.what)
    box.toggled.connect(set_done)
    what = label("quiet" if is_done else "", step.what, wraps=True)
    if is_done:
        face = what.font()
        face.setStrikeOut(True)
        what.setFont(face)
    top = Qt.AlignmentFlag.AlignTop
    line = row(gap=8)
    line.addWidget(box, 0, top)
    line.addWidget(Badge(owner.text, owner.icon, "promise"), 0, top)
    line.addWidget(what, 1)  # not aligned, so that it gets the height that its words need
    line.addWidget(label("small", wording.day(step.due) if step.due else ""), 0, top)
    place = place_button(lines, step.turns)
    if place is not None:
        place.setText("")
        place.setFixedWidth(26)
        place.clicked.connect(lambda: play(step.turns))
        line.addWidget(place, 0, top)
    return line


def standing_card(standing: MeetingStanding, lines: Sequence[Line], play: Play) -> QFrame:
    """Return the verdict of today: whether to propose something, why, and what."""
    verdict = standing.verdict
    meaning = wording.TIMINGS[verdict.timing]
    card = frame("card")
    layout = column(gap=8, margins=(12, 10, 12, 12))
    layout.addLayout(row(IconLabel(meaning.icon, "text"), label("strong", meaning.text), None, gap=8))
    layout.addWidget(paragraph("quiet", wording.why(verdict)))
    for offer in standing.offers if verdict.timing is not Timing.HOLD else ():
        kind, turns = wording.OFFERS[offer.suggestion.kind], offer.suggestion.turns
        line = row(Badge(kind.text, kind.icon, kind.tone), gap=8)
        line.addWidget(label("strong", offer.name, wraps=True), 1)
        place = place_button(lines, turns)
        if place is not None:
            place.clicked.connect(lambda _on=False, turns=turns: play(turns))
            line.addWidget(place)
        layout.addLayout(line)
        if offer.verdict != verdict:
            layout.addWidget(paragraph("quiet", wording.verdict(offer.verdict)))
    card.setLayout(layout)
    return card


def _plan_day(plan: TimelineFact, date: dt.date) -> str:
    """Return the day of a plan, told as what it is."""
    translate = QCoreApplication.translate
    told = {
        DayMeaning.BY: translate("Facts", "by {day}"),
        DayMeaning.FROM: translate("Facts", "from {day}"),
        DayMeaning.IN: translate("Facts", "in {month}"),
    }
    return told.get(plan.means, "{day}").format(day=wording.day(date), month=wording.month_of_year(date))


def fact_rows(facts: Facts) -> list[tuple[str, str, str, tuple[int, ...]]]:
    """Return the facts as (icon, name, text, turns)."""
    translate = QCoreApplication.translate
    per = {
        "month": translate("Facts", "a month"),
        "year": translate("Facts", "a year"),
        "once": translate("Facts", "once"),
    }
    rows = []
    for budget in facts.budget:
        amount = f"{budget.amount:,.0f} {budget.currency}"
        text = f"{amount} / {per[budget.per]}" if budget.per in per else amount
        rows.append(("banknote", translate("Facts", "Budget"), text, budget.turns))
    for timeline in facts.timeline:
        text = f"{timeline.text} ({_plan_day(timeline, timeline.date)})" if timeline.date else timeline.text
        rows.append(("calendar", translate("Facts", "When"), text, timeline.turns))
    rows.extend(("users", translate("Facts", "Who decides"), fact.text, fact.turns) for fact in facts.decision)
    rows.extend(("swords", translate("Facts", "Competitor"), fact.name, fact.turns) for fact in facts.competitors)
    return rows
