# ruff: noqa: S311 - the sound is no secret
"""A workspace full of believable meetings in both languages, for pictures and tests of the window."""

import datetime as dt
import math
import random
import struct
import wave
from pathlib import Path

import numpy as np

from insight_desktop import overviews
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import CustomerId, MeetingId, ProductId, RecordingId, new_id
from insight_desktop.domain.insight import (
    BudgetFact,
    CompetitorFact,
    DecisionFact,
    Facts,
    Insight,
    InsightKind,
    LabelledTurn,
    Metrics,
    MinutesLine,
    MinutesSection,
    NextStep,
    Owner,
    Sentiment,
    Signal,
    SignalScore,
    TimelineFact,
)
from insight_desktop.domain.meeting import Channel, Example, Meeting, Outcome, Recording
from insight_desktop.domain.moment import MomentKind
from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker, SpeakerLabel
from insight_desktop.domain.suggestion import Product, ProposedProduct, SuggestionKind, Suggestions, Timing
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, Word
from insight_desktop.store.workspace import Workspace

_SIDES = 61
NOW = dt.datetime(2026, 11, 20, 5, 0, tzinfo=dt.UTC)

JAPANESE = (
    ("rep", "お世話になっております。本日はお時間をいただきありがとうございます。", ()),
    ("customer", "いえいえ、こちらこそ。ちょうど月末の締めが終わったところで、やっと落ち着きました。", ()),
    ("rep", "月末はやはりお忙しいですか。締めの作業は、お一人でされているんでしょうか。", ()),
    (
        "customer",
        "ええ、私だけで。請求書を一枚ずつ手で打っていて、毎月三日はかかるんです。毎月末は終電なんですよね、正直。",
        (Signal.PAIN,),
    ),
    ("rep", "三日ですか。それは大変ですね。", ()),
    (
        "customer",
        "それと、正直に言うと、先月サポートに電話したときに折り返しが来なくて。二日待ちました。あれはちょっと困りましたね。",
        (Signal.DISSATISFACTION,),
    ),
    ("rep", "申し訳ございません。社内で確認して、担当から必ずご連絡します。", (Signal.NEXT_STEP,)),
    (
        "customer",
        "お願いします。あと、来年の四月に大阪と福岡に拠点が二つ増えるんですよ。人も二十人くらい入ります。",
        (Signal.EXPANSION_SIGNAL,),
    ),
    ("rep", "それはおめでとうございます。拠点ごとの請求も、まとめて見られるとよいでしょうか。", ()),
    ("customer", "そうなんです。拠点の数字を一つの画面で見たいと、社長がずっと言っていまして。", (Signal.NEED,)),
    ("rep", "なるほど。ご予算の目安はございますか。", ()),
    (
        "customer",
        "年間で三百万円くらいまでなら、私の裁量で動けます。それ以上だと役員会ですね。",
        (Signal.BUDGET, Signal.DECISION),
    ),
    (
        "customer",
        "ただ、いまの経費精算はとても助かっています。以前は半日かかっていたのが三十分で終わるようになりました。",
        (Signal.SUCCESS,),
    ),
    ("rep", "ありがとうございます。お見積を来週の水曜日までにお送りします。", (Signal.NEXT_STEP,)),
    (
        "customer",
        "はい。こちらは十一月中に稟議に上げるつもりです。クラウド会計Bさんからも話は来ているんですけどね。",
        (Signal.NEXT_STEP, Signal.COMPETITOR),
    ),
    ("rep", "承知しました。比較しやすい形でご用意します。", ()),
)
ENGLISH = (
    ("rep", "Thanks for making the time today, Bethan. How has the quarter been on your side?", ()),
    (
        "customer",
        "Busy. We took on two more sites and the front desk is still copying bookings between the two systems by hand.",
        (Signal.PAIN,),
    ),
    ("rep", "How much time does that take, roughly?", ()),
    (
        "customer",
        "An hour and a half a day, easily. And people double-book, so somebody ends up apologising.",
        (Signal.PAIN,),
    ),
    ("rep", "I see. And the reminders, are they still doing their job?", ()),
    ("customer", "They are lovely, actually. No-shows went from nine a week to four.", (Signal.SUCCESS,)),
    (
        "customer",
        "What we would really like is one calendar for all the sites, with replies from patients in it.",
        (Signal.NEED,),
    ),
    ("rep", "That exists in the next plan. Could I send you a comparison by Friday?", (Signal.NEXT_STEP,)),
    (
        "customer",
        "Please do. I would have to talk to our finance partner, she signs anything above five thousand a year.",
        (Signal.DECISION, Signal.BUDGET),
    ),
    (
        "customer",
        "I am a little worried about moving the old records, last time it took a whole weekend.",
        (Signal.OBJECTION,),
    ),
    ("rep", "Understood. I will bring somebody who has done it for a practice of your size.", (Signal.NEXT_STEP,)),
)
TITLES = (
    ("山田製作所", "定例ミーティング", "ja", Outcome.STRONG, Channel.WEB),
    ("さくらフーズ", "年次レビューと更新のご相談", "ja", Outcome.WON, Channel.ONSITE),
    ("Clifton Down Dental", "Yearly review", "en", Outcome.UNSET, Channel.WEB),
    ("北浜ロジスティクス", "倉庫管理の課題ヒアリング", "ja", Outcome.WEAK, Channel.PHONE),
    ("みなと会計事務所", "導入後三か月のご様子伺い", "ja", Outcome.UNSET, Channel.WEB),
    ("Harbour Analytics", "Renewal and pricing", "en", Outcome.LOST, Channel.PHONE),
    ("青葉クリニック", "予約システムのデモ", "ja", Outcome.STRONG, Channel.ONSITE),
    ("東西エンジニアリング", "拠点追加のお打ち合わせ", "ja", Outcome.WON, Channel.WEB),
)


CATALOGUE_JA = (
    Product(
        id=ProductId("KEI-LITE"),
        name="経費ノート ライト",
        family="keihi",
        solves=("経費精算に時間がかかる",),
        limits=(("users", 20.0), ("sites", 1.0)),
        price=12000,
        currency="JPY",
        per="month",
    ),
    Product(
        id=ProductId("KEI-MULTI"),
        name="経費ノート マルチ拠点",
        family="keihi",
        tier=2,
        upgrade_from=(ProductId("KEI-LITE"),),
        solves=("拠点ごとの数字がばらばら", "利用人数の上限", "承認の滞り"),
        limits=(("users", 100.0), ("sites", 20.0)),
        price=38000,
        currency="JPY",
        per="month",
        description="全拠点の経費と請求を一つの画面で",
    ),
    Product(
        id=ProductId("SEIKYU"),
        name="請求たすけ",
        family="seikyu",
        solves=("請求書の手入力", "月末の締めの残業"),
        limits=(("users", 10.0),),
        price=15000,
        currency="JPY",
        per="month",
        description="受注から請求書を自動で作成",
    ),
)
CATALOGUE_EN = (
    Product(
        id=ProductId("PM-ONE"),
        name="Diary One",
        family="diary",
        solves=("paper diary",),
        limits=(("sites", 1.0), ("users", 5.0)),
        price=180,
        currency="GBP",
        per="month",
    ),
    Product(
        id=ProductId("PM-MULTI"),
        name="Diary Multi",
        family="diary",
        tier=2,
        upgrade_from=(ProductId("PM-ONE"),),
        solves=("one calendar for several sites", "double bookings"),
        limits=(("sites", 10.0), ("users", 60.0)),
        price=420,
        currency="GBP",
        per="month",
        description="One diary across sites",
    ),
)


def fill(folder: Path, *, meetings: int = 12) -> tuple[MeetingId, ...]:
    """Fill a workspace; the first id is the newest meeting, read in full and with sound."""
    with Workspace.open(folder) as workspace:
        workspace.products.save_catalogue("ja", CATALOGUE_JA)
        workspace.products.save_catalogue("en", CATALOGUE_EN)
        found = tuple(_meeting(workspace, number) for number in range(meetings))
        _jobs(workspace, found)
    return found


def _meeting(workspace: Workspace, number: int) -> MeetingId:
    company, title, language, outcome, channel = TITLES[number % len(TITLES)]
    named = workspace.customers.named(company)
    customer = (
        named[0]
        if named
        else workspace.customers.save(
            Customer(
                id=CustomerId(new_id()),
                name=company,
                current_products=("KEI-LITE",) if language == "ja" else ("PM-ONE",),
                nps=9 if number % 2 else 8,
                renewal_on=dt.date(2027, 1, 31),
            )
        )
    )
    deal = workspace.customers.find_or_make_deal(customer.id, "拠点拡大" if language == "ja" else "Expansion")
    meeting = workspace.meetings.save(
        Meeting(
            id=MeetingId(new_id()),
            title=f"{company} {title}",
            started_at=NOW - dt.timedelta(days=number, hours=number % 5),
            language=language,
            channel=channel,
            customer_id=customer.id,
            deal_id=deal.id if number % 3 == 0 else None,
            rep="田中" if language == "ja" else "Owen",
            outcome=outcome,
            example=Example.GOOD if number % 4 == 1 else Example.NONE,
            memo="次回は役員の佐藤様も同席予定。" if number == 0 else "",
        )
    )
    script = JAPANESE if language == "ja" else ENGLISH
    segments = script_segments(script)
    seconds = segments[-1].span.end + 3
    audio = workspace.audio_dir / f"{new_id()}.wav"
    if number == 0:
        write_sound(audio, segments, seconds)
    workspace.meetings.add_recording(
        Recording(
            id=RecordingId(audio.stem),
            meeting_id=meeting.id,
            path=workspace.audio.relative(audio),
            seconds=seconds if number == 0 else 600.0 + 431 * number,
            channels=2,
            sha256=f"{number:064x}",
            rep_channel=0,
        )
    )
    workspace.transcripts.begin(meeting.id, language=language, model="base")
    workspace.transcripts.complete(
        meeting.id,
        segments,
        (
            Speaker(label=REP, name="", role=Role.REP, confidence=0.95),
            Speaker(label=CUSTOMER, name="高橋様" if language == "ja" else "Bethan", role=Role.CUSTOMER),
        ),
        model="base",
    )
    workspace.analyses.save(meeting.id, analysis_of(script, language))
    overviews.gather_themes(workspace, meeting.id)
    if number == 0:
        _note(workspace, meeting.id)
    return meeting.id


def _note(workspace: Workspace, meeting: MeetingId) -> None:
    """Note what a user notes while recording."""
    workspace.moments.add(meeting, MomentKind.CONSENT, 0.0, text="高橋様・田中で確認")
    workspace.moments.add(meeting, MomentKind.MARK, 22.0)
    workspace.moments.add(meeting, MomentKind.MARK, 58.0, text="予算の話")
    workspace.moments.add(meeting, MomentKind.PAUSE, 40.0)


def script_segments(script: tuple[tuple[str, str, tuple[Signal, ...]], ...]) -> list[Segment]:
    """Turn lines into segments with words of a few characters."""
    at, segments = 1.0, []
    chance = random.Random(7)
    for speaker, text, _labels in script:
        parts = text.split(" ") if " " in text else [text[place : place + 3] for place in range(0, len(text), 3)]
        words = []
        begin = at
        for place, part in enumerate(parts):
            length = 0.08 * max(1, len(part)) + 0.05
            spoken = (" " if " " in text and place else "") + part
            confidence = 0.35 if chance.random() < 0.05 else 0.93
            words.append(Word(span=TimeSpan(start=at, end=at + length), text=spoken, confidence=confidence))
            at += length
        segments.append(
            Segment(
                span=TimeSpan(start=begin, end=at),
                text=text,
                words=tuple(words),
                speaker=SpeakerLabel(speaker),
                channel=0 if speaker == "rep" else 1,
                confidence=0.9,
            )
        )
        at += 0.7
    return segments


def analysis_of(script: tuple[tuple[str, str, tuple[Signal, ...]], ...], language: str) -> Analysis:
    """Say what a reader would have found in a script."""
    ja = language == "ja"
    turns = tuple(
        LabelledTurn(
            index=place,
            labels=tuple(SignalScore(signal=signal, confidence=0.88) for signal in labels),
            sentiment=_mood(labels),
        )
        for place, (_speaker, _text, labels) in enumerate(script)
    )
    kinds = {kind.value: kind for kind in InsightKind}
    short = {
        3: "請求書の手入力で月末の締めに三日かかる",
        5: "サポートの折り返しが二日来なかった",
        7: "来年四月に拠点が二つ増え、二十人入る",
        9: "全拠点の数字を一つの画面で見たい",
        12: "経費精算が半日から三十分になった",
    }
    insights = tuple(
        Insight(
            kind=kinds[label.value],
            turns=(place, place + 1) if place == 3 else (place,),
            summary=short.get(place, text) if ja else text,
            confidence=0.55 if label is Signal.EXPANSION_SIGNAL else 0.9,
            hypothesis=label is Signal.EXPANSION_SIGNAL,
            vector=_meaning_of(text),
        )
        for place, (_speaker, text, labels) in enumerate(script)
        for label in labels
        if label.value in kinds
    )
    steps = (
        (
            NextStep(
                turns=(6,), owner=Owner.REP, what="サポート担当から折り返しの連絡をさせる", due=dt.date(2026, 11, 21)
            ),
            NextStep(
                turns=(13,),
                owner=Owner.REP,
                what="拠点ごとの請求をまとめて見られるプランの見積と比較表をお送りする",
                due=dt.date(2026, 11, 25),
            ),
            NextStep(turns=(14,), owner=Owner.CUSTOMER, what="稟議に上げる", due=dt.date(2026, 11, 30)),
        )
        if ja
        else (
            NextStep(turns=(7,), owner=Owner.REP, what="Send a comparison of the plans", due=dt.date(2026, 11, 27)),
            NextStep(turns=(8,), owner=Owner.CUSTOMER, what="Talk to the finance partner"),
        )
    )
    section = MinutesSection
    minutes = tuple(
        MinutesLine(section=where, text=insight.summary, turns=insight.turns)
        for insight in insights
        for where in [
            {
                InsightKind.PAIN: section.PAINS,
                InsightKind.DISSATISFACTION: section.CONCERNS,
                InsightKind.NEED: section.NEEDS,
                InsightKind.SUCCESS: section.SUCCESSES,
                InsightKind.EXPANSION_SIGNAL: section.SITUATION,
                InsightKind.OBJECTION: section.CONCERNS,
            }[insight.kind]
        ]
    ) + tuple(MinutesLine(section=section.NEXT_STEPS, text=step.what, turns=step.turns) for step in steps)
    return Analysis(
        turns=turns,
        insights=insights,
        facts=Facts(
            budget=(BudgetFact(turns=(11,), amount=3_000_000, currency="JPY", per="year"),),
            timeline=(TimelineFact(turns=(14,), text="十一月中に稟議", date=dt.date(2026, 11, 30)),),
            decision=(DecisionFact(turns=(11,), text="三百万円までは高橋様、それ以上は役員会"),),
            competitors=(CompetitorFact(turns=(14,), name="クラウド会計B"),),
        )
        if ja
        else Facts(decision=(DecisionFact(turns=(8,), text="Finance partner above 5,000 a year"),)),
        next_steps=steps,
        minutes=minutes,
        summary="\n".join(f"- {line.text}" for line in minutes),
        metrics=Metrics(
            talk_ratio_rep=0.41,
            longest_monologue_s=38.0,
            questions_rep=6,
            questions_customer=2,
            patience_s=1.2,
            interruptions=1,
            overlap_s=7.5,
            silence_s=42.0,
            interactivity_per_min=5.4,
            speaking_rate_rep=312,
            speaking_rate_customer=334,
        ),
        suggestions=Suggestions(
            timing=Timing.LATER if ja else Timing.NOW,
            timing_why="サポートへの不満が解けていません。先に折り返しを済ませてから、拠点追加の話をしましょう。"
            if ja
            else "She asked for one calendar, and the reminders already pay off.",
            proposed=(
                ProposedProduct(
                    product=ProductId("KEI-MULTI"),
                    kind=SuggestionKind.UPSELL,
                    because=(9, 7),
                    confidence=0.81,
                    solves="拠点ごとの数字がばらばら",
                ),
                ProposedProduct(
                    product=ProductId("SEIKYU"),
                    kind=SuggestionKind.CROSS_SELL,
                    because=(3,),
                    confidence=0.74,
                    solves="請求書の手入力",
                ),
            )
            if ja
            else (
                ProposedProduct(
                    product=ProductId("PM-MULTI"),
                    kind=SuggestionKind.UPSELL,
                    because=(6,),
                    solves="one calendar for several sites",
                ),
            ),
        ),
        model="test",
    )


def _meaning_of(text: str) -> bytes:
    """Return a vector of a text's own, so that what is said in several meetings becomes one theme."""
    return np.eye(_SIDES, dtype="<f2")[sum(map(ord, text)) % _SIDES].tobytes()


def _mood(labels: tuple[Signal, ...]) -> Sentiment:
    if {Signal.PAIN, Signal.DISSATISFACTION, Signal.OBJECTION} & set(labels):
        return Sentiment.NEGATIVE
    return Sentiment.POSITIVE if {Signal.SUCCESS, Signal.EXPANSION_SIGNAL} & set(labels) else Sentiment.NEUTRAL


def write_sound(path: Path, segments: list[Segment], seconds: float) -> None:
    """Write two channels that sound while their person speaks, and the waveform beside them."""
    from insight_desktop.audio.importing import make_peaks

    rate = 8000
    path.parent.mkdir(parents=True, exist_ok=True)
    chance = random.Random(1)
    frames = [[0, 0] for _ in range(int(seconds * rate))]
    for segment in segments:
        for place in range(int(segment.span.start * rate), int(segment.span.end * rate)):
            loud = 9000 * abs(math.sin(place / 900)) * (0.4 + 0.6 * abs(math.sin(place / 5200)))
            frames[place][segment.channel or 0] = int(loud * chance.uniform(-1, 1))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"".join(struct.pack("<hh", *frame) for frame in frames))
    make_peaks(path, 2)


def _jobs(workspace: Workspace, meetings: tuple[MeetingId, ...]) -> None:
    if len(meetings) < 5:
        return
    failed = workspace.jobs.enqueue(meetings[4], total_s=600)
    workspace.jobs.start(failed.id)
    workspace.jobs.fail(failed.id, KnownError(ErrorCode.WORKER_CRASHED))
    workspace.jobs.enqueue(meetings[3], total_s=600)
