"""Times as people say them: a table for each language, and what holds for any text."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insight_desktop import paths
from insight_desktop.insights.date_mention import Precision
from insight_desktop.insights.dates import find_dates
from insight_desktop.insights.due_dates import due_of, dues_of
from insight_desktop.insights.plan_dates import plan_of

HELD_ON = dt.date(2026, 9, 3)
FEW = settings(max_examples=25)  # each example reads a text in every way; more find nothing more and take minutes
DAYS = st.dates(min_value=dt.date(2024, 1, 1), max_value=dt.date(2035, 12, 31))


def table(language: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / f"dates_{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [(said, day) for said, day in (line.split("\t") for line in lines if line and not line.startswith("#"))]


EXPRESSIONS = [(language, said, day) for language in ("ja", "en") for said, day in table(language)]


@pytest.mark.parametrize(("language", "said", "day"), EXPRESSIONS, ids=[f"{x}-{y}" for x, y, _ in EXPRESSIONS])
def test_find_dates_reads_table(language: str, said: str, day: str) -> None:
    found = find_dates(said, HELD_ON, language)

    got = "none" if not found else found[0].date.isoformat() if found[0].date else "vague"
    assert day == got


@pytest.mark.parametrize("language", ["ja", "en"])
def test_table_is_long_enough(language: str) -> None:
    assert len(table(language)) >= 150


@FEW
@given(st.sampled_from(EXPRESSIONS), DAYS)
def test_due_is_never_before_the_meeting(expression: tuple[str, str, str], held_on: dt.date) -> None:
    language, said, _ = expression
    for mention in (due_of(said, held_on, language), plan_of(said, held_on, language)):
        assert mention is None or mention.date is None or mention.date >= held_on


@FEW
@given(st.text(max_size=80), DAYS, st.sampled_from(["ja", "en"]))
def test_find_dates_survives_any_text(text: str, held_on: dt.date, language: str) -> None:
    for mention in find_dates(text, held_on, language):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.first is None or mention.last is None or mention.first <= mention.last


@FEW
@given(DAYS, st.integers(min_value=0, max_value=6))
def test_bare_weekday_is_the_next_one(held_on: dt.date, weekday: int) -> None:
    found = due_of("月火水木金土日"[weekday] + "曜までにお送りします", held_on, "ja")

    assert found is not None
    assert found.date is not None
    assert found.date.weekday() == weekday
    assert 1 <= (found.date - held_on).days <= 7


CHOICES = [
    ("ja", "来期の予算は十月末に締めるので、始めるなら四月からです。", dt.date(2027, 4, 1)),
    ("ja", "工事が十一月に始まるんで、今月中に決めたいんです。", dt.date(2026, 9, 30)),
    ("en", "The board meets on the thirtieth, so I'd want it settled by the twenty-sixth.", dt.date(2026, 9, 26)),
    ("en", "We open in November, so it has to be live by the end of October.", dt.date(2026, 10, 31)),
    ("en", "By the end of October, because in November we are all at the fair.", dt.date(2026, 10, 31)),
    ("en", "Some time in January. They settle it by the end of the month.", dt.date(2027, 1, 31)),
]


@pytest.mark.parametrize(("language", "text", "day"), CHOICES, ids=[text for _, text, _ in CHOICES])
def test_plan_is_the_wish_and_not_its_reason(language: str, text: str, day: dt.date) -> None:
    found = plan_of(text, HELD_ON, language)

    assert found is not None
    assert day == found.date


def test_self_repair_takes_the_second_day() -> None:
    found = due_of("来週……いや、再来週の火曜にお持ちします", HELD_ON, "ja")

    assert found is not None
    assert found.date == dt.date(2026, 9, 15)


def test_two_promises_of_a_turn_have_two_days() -> None:
    japanese = dues_of("見積もりは金曜までにお送りして、見本は九月十八日にお持ちします。", HELD_ON, "ja")
    english = dues_of("I'll send the quote by Friday. And I'll bring the sample on the eighteenth.", HELD_ON, "en")

    assert [dt.date(2026, 9, 4), dt.date(2026, 9, 18)] == [mention.date for mention in japanese]
    assert [dt.date(2026, 9, 4), dt.date(2026, 9, 18)] == [mention.date for mention in english]


def test_no_date_without_a_meeting_day_is_needed_for_vague_words() -> None:
    found = plan_of("年明けにまた考えます", HELD_ON, "ja")

    assert found is not None
    assert found.date is None


IMPLIED = [
    ("ja", "今からファックスします。", None, HELD_ON),
    ("ja", "では前の晩までに三枚選んでおきます。", dt.date(2026, 9, 18), dt.date(2026, 9, 17)),
    ("en", "I'm sending you the drawing now.", None, HELD_ON),
    ("en", "I'll print it before you go.", None, HELD_ON),
    ("en", "I'll have it over to you in the morning.", None, dt.date(2026, 9, 4)),
    ("en", "The bar will be clear by the night before.", dt.date(2026, 9, 18), dt.date(2026, 9, 17)),
]


@pytest.mark.parametrize(("language", "text", "last", "day"), IMPLIED, ids=[text for _, text, *_ in IMPLIED])
def test_promise_without_a_date_can_mean_a_day(language: str, text: str, last: dt.date | None, day: dt.date) -> None:
    found = due_of(text, HELD_ON, language, last=last)

    assert found is not None
    assert found.date == day


def test_the_night_before_means_no_day_where_none_was_named() -> None:
    assert due_of("前の晩までに選んでおきます。", HELD_ON, "ja") is None


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_named_day_of_the_list_is_found_with_its_day(language: str) -> None:
    names = tomllib.loads((paths.resources() / "lexicons" / "feasts.toml").read_text(encoding="utf-8"))[language]

    found = {name: find_dates(name, HELD_ON, language) for name in names}

    assert [name for name, dates in found.items() if len(dates) != 1 or dates[0].precision is not Precision.DAY] == []
