"""What each chart and list of the page shows, as a table: to be walked through by keys, printed, and written as CSV."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from insight_desktop.deciding import DecisionReason
from insight_desktop.domain.digest import CustomerWarning
from insight_desktop.domain.table import Table, TableRow
from insight_desktop.insights.decision_reasons import Side
from insight_desktop.tracking import ScriptRow, Tracked
from insight_desktop.trends.coaching import MetricCourse
from insight_desktop.trends.overview import Period, ThemeRow
from insight_desktop.ui import wording
from insight_desktop.ui.trends import periods
from insight_desktop.ui.trends.course_card import metric_name, metric_value
from insight_desktop.ui.trends.values import NamedPattern
from insight_desktop.ui.trends.warning_words import warning_text

_SMALL = 0.001
THEME_COLUMNS, COURSE_COLUMNS = 5, 6
"""Columns before those of the periods."""


def themes_table(rows: Sequence[ThemeRow], period: Period) -> Table:
    """Return how many customers voice which theme when; every theme has the same periods."""
    translate = QCoreApplication.translate
    starts = [point.start for point in rows[0].points] if rows else []
    return Table(
        corner=translate("TrendTables", "Theme"),
        heads=(
            translate("TrendTables", "Customers"),
            translate("TrendTables", "Movement"),
            translate("TrendTables", "Kind"),
            translate("TrendTables", "Meetings"),
            translate("TrendTables", "Voices"),
            *(periods.short(start, period) for start in starts),
        ),
        series=THEME_COLUMNS,
        rows=tuple(
            TableRow(
                key=row.theme_id,
                name=row.name,
                cells=(
                    row.customers,
                    periods.movement_text(row.movement),
                    wording.insight_text(row.kind, row.objection),
                    row.meetings,
                    row.voices,
                    *(point.customers for point in row.points),
                ),
            )
            for row in rows
        ),
    )


def patterns_table(patterns: Iterable[NamedPattern]) -> Table:
    """Return what won and lost meetings differ in, with the numbers that a claim rests on."""
    translate = QCoreApplication.translate
    claims = {True: translate("TrendTables", "Hypothesis"), False: translate("TrendTables", "No telling")}
    return Table(
        corner=translate("TrendTables", "Feature"),
        heads=(
            translate("TrendTables", "Verdict"),
            translate("TrendTables", "Difference (points)"),
            translate("TrendTables", "95 % interval"),
            translate("TrendTables", "Won: with it"),
            translate("TrendTables", "Won: all"),
            translate("TrendTables", "Lost: with it"),
            translate("TrendTables", "Lost: all"),
            translate("TrendTables", "p"),
        ),
        rows=tuple(
            TableRow(
                key=each.pattern.feature,
                name=each.name,
                cells=(
                    claims[each.pattern.claimed],
                    f"{each.pattern.difference * 100:+.0f}",
                    f"{each.pattern.low * 100:+.0f} … {each.pattern.high * 100:+.0f}",
                    each.pattern.won.hits,
                    each.pattern.won.total,
                    each.pattern.lost.hits,
                    each.pattern.lost.total,
                    f"{each.pattern.p_value:.3f}" if each.pattern.p_value >= _SMALL else f"< {_SMALL}",
                ),
            )
            for each in patterns
        ),
    )


def courses_table(courses: Sequence[MetricCourse]) -> Table:
    """Return each metric of a rep with what it is compared by, and its months."""
    translate = QCoreApplication.translate
    months = [start for start, _ in courses[0].points] if courses else []
    return Table(
        corner=translate("TrendTables", "Metric"),
        heads=(
            translate("TrendTables", "Last 8 weeks"),
            translate("TrendTables", "Meetings"),
            translate("TrendTables", "Before"),
            translate("TrendTables", "Meetings before"),
            translate("TrendTables", "Won meetings"),
            translate("TrendTables", "Number of won meetings"),
            *(periods.short(start, Period.MONTH) for start in months),
        ),
        series=COURSE_COLUMNS,
        rows=tuple(
            TableRow(
                key=course.metric,
                name=metric_name(course.metric),
                cells=(
                    *(
                        cell
                        for middle in (course.recent, course.past, course.won)
                        for cell in (metric_value(course.metric, middle.value), middle.meetings)
                    ),
                    *(metric_value(course.metric, value) for _, value in course.points),
                ),
            )
            for course in courses
        ),
    )


def reasons_table(reasons: Iterable[DecisionReason]) -> Table:
    """Return why customers decided."""
    translate = QCoreApplication.translate
    sides = {Side.FOR: translate("TrendTables", "For us"), Side.AGAINST: translate("TrendTables", "Against")}
    return Table(
        corner=translate("TrendTables", "Customer"),
        heads=(translate("TrendTables", "Date"), translate("TrendTables", "Side"), translate("TrendTables", "Reason")),
        rows=tuple(
            TableRow(
                key=f"{each.meeting_id}#{each.position}",
                name=each.customer or translate("TrendTables", "Customer not set"),
                cells=(each.held_on.isoformat(), sides[each.side], each.words),
            )
            for each in reasons
        ),
    )


def script_table(rows: Iterable[ScriptRow]) -> Table:
    """Return whether each item came up, and how it goes with outcomes."""
    translate = QCoreApplication.translate
    return Table(
        corner=translate("TrendTables", "Item"),
        heads=(
            translate("TrendTables", "Came up in"),
            translate("TrendTables", "Meetings"),
            translate("TrendTables", "Won with it"),
            translate("TrendTables", "Decided with it"),
            translate("TrendTables", "Won without it"),
            translate("TrendTables", "Decided without it"),
        ),
        rows=tuple(
            TableRow(
                key=each.item.id,
                name=each.item.text,
                cells=(
                    each.came_up,
                    each.meetings,
                    each.won_with,
                    each.decided_with,
                    each.won_without,
                    each.decided_without,
                ),
            )
            for each in rows
        ),
    )


def tracker_table(tracked: Tracked | None) -> Table:
    """Return what a tracker finds, the best first."""
    translate = QCoreApplication.translate
    hits = tracked.hits if tracked else ()
    counts = {True: translate("TrendTables", "Yes"), False: translate("TrendTables", "No")}
    return Table(
        corner=translate("TrendTables", "Customer"),
        heads=(
            translate("TrendTables", "Meeting"),
            translate("TrendTables", "Score"),
            translate("TrendTables", "Counts"),
            translate("TrendTables", "Words"),
        ),
        rows=tuple(
            TableRow(
                key=f"{each.hit.meeting_id}#{each.hit.position}",
                name=each.hit.customer_name or translate("TrendTables", "Customer not set"),
                cells=(each.hit.meeting_title, f"{each.score:.2f}", counts[each.is_above], each.hit.text),
            )
            for each in hits
        ),
    )


def warnings_table(warnings: Iterable[CustomerWarning]) -> Table:
    """Return whom to look after, and why."""
    translate = QCoreApplication.translate
    return Table(
        corner=translate("TrendTables", "Customer"),
        heads=(translate("TrendTables", "Look after"),),
        rows=tuple(TableRow(key=each.meeting_id, name=each.customer, cells=(warning_text(each),)) for each in warnings),
    )
