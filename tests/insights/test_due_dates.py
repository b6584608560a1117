"""Until when something is promised, where the day follows from another one; each rule with its twin."""

import datetime as dt

import pytest

from insight_desktop.insights.due_dates import due_of

HELD_ON = dt.date(2026, 9, 3)
FAR = dt.date(2027, 4, 1)
NEXT_FRIDAY = dt.date(2026, 9, 18)

DUES = [
    # a month spoken of before is no month of the promise
    ("ja", "十八日までにお送りします。", FAR, NEXT_FRIDAY, dt.date(2026, 9, 18)),
    ("en", "You'll have it by the twenty-fifth.", FAR, None, dt.date(2026, 9, 25)),
    ("ja", "四月の十八日までにお送りします。", FAR, None, dt.date(2027, 4, 18)),
    # by the distance from another day
    ("en", "I'll do a page for them, you'll have it the Tuesday before.", NEXT_FRIDAY, None, dt.date(2026, 9, 15)),
    ("en", "The board meets on the eighteenth, so I'll send it the Tuesday before.", None, None, dt.date(2026, 9, 15)),
    ("en", "I'll send it two days before that.", NEXT_FRIDAY, None, dt.date(2026, 9, 16)),
    ("en", "I'll ring you the Monday after.", NEXT_FRIDAY, None, dt.date(2026, 9, 21)),
    ("en", "I'll come by on Tuesday before lunch.", NEXT_FRIDAY, None, dt.date(2026, 9, 8)),
    ("ja", "同じ金曜に見本もお持ちします。", None, NEXT_FRIDAY, NEXT_FRIDAY),
    ("ja", "同じ水曜に見本もお持ちします。", None, NEXT_FRIDAY, dt.date(2026, 9, 9)),
    ("en", "You get it back two days before Thanksgiving.", None, None, dt.date(2026, 11, 24)),
    ("en", "I'll bring the register again, right now, the December register.", None, None, HELD_ON),
    ("en", "It'll be signed by, uh, Wednesday. He's camping till Tuesday.", None, None, dt.date(2026, 9, 9)),
    ("ja", "十八日に集まるので、その前の晩にお送りします。", None, None, dt.date(2026, 9, 17)),
    ("ja", "その前の水曜にお送りします。", None, NEXT_FRIDAY, dt.date(2026, 9, 16)),
    ("ja", "その三日前にお送りします。", None, NEXT_FRIDAY, dt.date(2026, 9, 15)),
    ("ja", "その週の木曜にお電話します。", None, NEXT_FRIDAY, dt.date(2026, 9, 17)),
    ("ja", "二十一までに送っときます。", None, None, dt.date(2026, 9, 21)),
    # the day just named, said again by its number alone
    ("ja", "では二日に機材を持ってまいります。", dt.date(2026, 10, 2), None, dt.date(2026, 10, 2)),
    ("en", "Then I'll bring it on the second.", dt.date(2026, 11, 2), None, dt.date(2026, 11, 2)),
    ("ja", "では三日に機材を持ってまいります。", dt.date(2026, 11, 2), None, dt.date(2026, 10, 3)),
    ("ja", "中二日で一覧をお出しします。", None, None, dt.date(2026, 9, 6)),
    ("ja", "今月中、二日ほどいただいて、お送りします。", None, None, dt.date(2026, 9, 30)),
    ("en", "I'm on a course Friday. You'll have it Monday, first thing.", None, None, dt.date(2026, 9, 7)),
    ("en", "I'm taking the one from June, and I'll send it this afternoon.", None, None, HELD_ON),
    # far off beside a nearer one, or told as past
    ("ja", "六月にうちが出した控えがどこかにあるから、明日、送らせますわ。", None, None, dt.date(2026, 9, 4)),
    ("en", "The March run is the big one, so you'll have the list by Tuesday.", None, None, dt.date(2026, 9, 8)),
    ("en", "I'll ring you by the end of May.", None, None, dt.date(2027, 5, 31)),
    # at once
    ("ja", "設定の者に今日つなぎます。", None, None, HELD_ON),
    ("ja", "この電話が終わったら写真を送りますね。", None, None, HELD_ON),
    ("ja", "本日はここまでで。試験結果は十一日までにお送りします。", None, None, dt.date(2026, 9, 11)),
    ("ja", "その翌日に写真を撮らせます。", NEXT_FRIDAY, None, dt.date(2026, 9, 19)),
    ("ja", "前の日、十七日に開けておきます。", NEXT_FRIDAY, None, dt.date(2026, 9, 17)),
    ("en", "He's out tomorrow, so I'll send it the day after.", None, None, dt.date(2026, 9, 5)),
    ("en", "I'll ring you on the Monday after it.", NEXT_FRIDAY, None, dt.date(2026, 9, 21)),
    # corrections
    ("en", "I'll hand it over on Monday, no, he's away. The Friday of next week.", None, None, dt.date(2026, 9, 11)),
    ("en", "I'll have it ready on the twenty-second, no sooner.", None, None, dt.date(2026, 9, 22)),
    ("ja", "水曜、いや木曜までにお送りします。", None, None, dt.date(2026, 9, 10)),
    ("en", "I'll send it Wednesday, no, make it Thursday.", None, None, dt.date(2026, 9, 10)),
]


@pytest.mark.parametrize(("language", "text", "anchor", "last", "day"), DUES, ids=[text for _, text, *_ in DUES])
def test_the_due_date_of_a_promise(
    language: str, text: str, anchor: dt.date | None, last: dt.date | None, day: dt.date
) -> None:
    found = due_of(text, HELD_ON, language, anchor=anchor, last=last)
    assert found is not None
    assert found.date == day


@pytest.mark.parametrize(
    ("language", "text"), [("ja", "その三日前にお送りします。"), ("en", "I'll send it two days before that.")]
)
def test_a_distance_from_no_day_is_no_day(language: str, text: str) -> None:
    found = due_of(text, HELD_ON, language)
    assert found is None or found.date is None
