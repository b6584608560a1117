"""Calls for the tests of exports: five ordinary ones behind the golden files, and hostile ones."""

import datetime as dt

from insight_desktop.domain.insight import Owner, Sentiment
from insight_desktop.domain.meeting import Channel
from insight_desktop.exports.record import CallRecord, Direction, Party, Step

JST = dt.timezone(dt.timedelta(hours=9))


def a_call(**changes: object) -> CallRecord:
    values: dict[str, object] = {
        "id": "0190a000-0000-7000-8000-000000000001",
        "started_at": dt.datetime(2026, 10, 5, 5, 30, tzinfo=dt.UTC),
        "duration_s": 1830,
    }
    return CallRecord(**(values | changes))  # type: ignore[arg-type]


FULL = a_call(
    title="入出庫業務のご相談",
    direction=Direction.OUTBOUND,
    channel=Channel.WEB,
    company=Party(name="㈱髙島物流", domain="takashima.example", crm_id="001AAAAAAAAAAAAAAA"),
    contact=Party(
        name="山﨑 花子", email="hanako@takashima.example", phone="03-1234-5678", crm_id="003BBBBBBBBBBBBBBB"
    ),
    deal=Party(name="在庫管理の刷新", crm_id="006CCCCCCCCCCCCCCC"),
    rep=Party(name="中村 太郎", email="nakamura@vendor.example", crm_id="005DDDDDDDDDDDDDDD"),
    summary="## 要約\n- 棚卸しに **3日** かかっている\n- 月末に残業が増える\n\n来年4月からの導入を検討。",
    suggestion="・在庫管理プラス(アップセル): 棚卸しの手作業をなくす",
    pain_points=("棚卸しに3日かかる", "月末の残業 — 月40時間"),
    needs=("ハンディ端末から入力したい",),
    sentiment=Sentiment.POSITIVE,
    sentiment_score=0.42,
    next_steps=(
        Step(text="見積書を送る", owner=Owner.REP, due=dt.date(2026, 10, 9)),
        Step(text="現場の台数を確認する", owner=Owner.CUSTOMER),
    ),
    talk_ratio_rep=0.4375,
    transcript="[00:00] 担当者: 本日はよろしくお願いします。\n[00:04] お客様: こちらこそ。",
)

GOLDEN = (
    FULL,
    a_call(
        id="0190a000-0000-7000-8000-000000000002",
        started_at=dt.datetime(2026, 10, 6, 0, 30, tzinfo=JST),
        duration_s=0,
        company=Party(name="Müller & Söhne <GmbH>"),
        contact=Party(name="=cmd|' /C calc'!A0", email="o@mueller.example", phone="+49 30 1234567"),
        rep=Party(name="Jane “JJ” O'Neil", email="jane@vendor.example"),
        direction=Direction.INBOUND,
        channel=Channel.PHONE,
        summary='They asked, "why now?" – and said: no.\r\nThen:\ttabs & <b>tags</b>.',
        sentiment=Sentiment.NEGATIVE,
        sentiment_score=-0.5,
        needs=("a lower price", "- a dash at the start"),
    ),
    a_call(
        id="0190a000-0000-7000-8000-000000000003",
        started_at=dt.datetime(2026, 10, 7, 9, 0, tzinfo=JST),
        duration_s=36_000,
        title="長い会議" * 100,
        company=Party(name="鷗外商事"),
        contact=Party(name="👨‍👩‍👧‍👦 家族", email="kazoku@ougai.example"),
        rep=Party(name="𠮷田 次郎"),
        summary="あ" * 3_000 + "🎉" * 2_000,
        pain_points=tuple(f"課題{number}" for number in range(200)),
        channel=Channel.ONSITE,
        direction=Direction.INTERNAL,
        sentiment=Sentiment.NEUTRAL,
        sentiment_score=0.0,
        next_steps=(Step(text="@全員で =検討 する", due=dt.date(2027, 1, 1)),),
        transcript="[00:00] 担当者: " + "長い" * 40_000,
    ),
    a_call(
        id="0190a000-0000-7000-8000-000000000004",
        started_at=dt.datetime(2026, 10, 8, 8, 59, tzinfo=JST),
        duration_s=61,
        title="か\u3099く\u3099っと濁点\u2028二行目\x00\x07",
        company=Party(name="Ａ社〜本店", crm_id="12345"),
        contact=Party(name="O’Brien, Pat\nDr.", phone="090-1234-5678", email="pat@a.example"),
        rep=Party(name="中村 太郎"),
        deal=Party(name="5% off", crm_id="678"),
        suggestion="¥100 – 価格は© ™ €",
    ),
    a_call(id="0190a000-0000-7000-8000-000000000005"),
)
