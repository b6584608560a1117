"""Smallest valid values for the store."""

import datetime as dt

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.ids import MeetingId, ProductId, RecordingId, new_id
from insight_desktop.domain.insight import (
    BudgetFact,
    CompetitorFact,
    DecisionFact,
    Facts,
    Insight,
    InsightKind,
    LabelledTurn,
    MinutesLine,
    MinutesSection,
    NextStep,
    Owner,
    Sentiment,
    Signal,
    SignalScore,
    TimelineFact,
)
from insight_desktop.domain.meeting import Meeting, Recording
from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker, SpeakerLabel
from insight_desktop.domain.suggestion import GateReason, ProposedProduct, SuggestionKind, Suggestions, Timing
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, Word
from insight_desktop.store.workspace import Workspace

STARTED = dt.datetime(2026, 11, 20, 5, 0, tzinfo=dt.UTC)
TEXTS = ("今日はありがとうございます", "月末の締めに三日かかります", "見積を送ります", "サーバーの値引きはできますか")
SPEAKERS = (
    Speaker(label=REP, role=Role.REP, confidence=0.9),
    Speaker(label=CUSTOMER, role=Role.CUSTOMER, confidence=0.9),
)


def a_meeting(workspace: Workspace, title: str = "山田製作所 定例", **fields: object) -> Meeting:
    meeting = Meeting(id=MeetingId(new_id()), title=title, started_at=STARTED)
    return workspace.meetings.save(Meeting(**({n: getattr(meeting, n) for n in Meeting.__slots__} | fields)))


def a_recording(meeting: Meeting, **fields: object) -> Recording:
    values: dict[str, object] = {
        "id": RecordingId(new_id()),
        "meeting_id": meeting.id,
        "path": "audio/x.wav",
        "seconds": 60.0,
        "channels": 2,
        "sha256": "ab",
    }
    return Recording(**(values | fields))


def a_segment(text: str = "こんにちは", start: float = 0.0, speaker: str = "rep", **fields: object) -> Segment:
    span = TimeSpan(start=start, end=start + 2)
    values: dict[str, object] = {
        "span": span,
        "text": text,
        "words": (Word(span=span, text=text, confidence=0.5),),
        "speaker": SpeakerLabel(speaker),
        "channel": 0 if speaker == "rep" else 1,
        "confidence": 0.8,
    }
    return Segment(**(values | fields))


def some_segments(texts: tuple[str, ...] = TEXTS) -> tuple[Segment, ...]:
    return tuple(a_segment(text, start=3.0 * i, speaker=("rep", "customer")[i % 2]) for i, text in enumerate(texts))


def transcribed(workspace: Workspace, texts: tuple[str, ...] = TEXTS, **fields: object) -> Meeting:
    meeting = a_meeting(workspace, **fields)
    workspace.transcripts.complete(meeting.id, some_segments(texts), SPEAKERS, model="whisper-base")
    return meeting


def an_analysis() -> Analysis:
    return Analysis(
        turns=(
            LabelledTurn(index=0),
            LabelledTurn(
                index=1,
                labels=(SignalScore(signal=Signal.PAIN, confidence=0.8),),
                sentiment=Sentiment.NEGATIVE,
                sentiment_confidence=0.7,
            ),
            LabelledTurn(index=2, labels=(SignalScore(signal=Signal.NEXT_STEP, confidence=0.9, start=0, end=2),)),
            LabelledTurn(index=3, labels=(SignalScore(signal=Signal.NEED, confidence=0.6),)),
        ),
        insights=(
            Insight(
                kind=InsightKind.PAIN, turns=(1,), summary="月末の締めに三日かかる", theme="month-end", confidence=0.8
            ),
            Insight(kind=InsightKind.NEED, turns=(3,), summary="値引きしてほしい", confidence=0.6, hypothesis=True),
        ),
        facts=Facts(
            budget=(BudgetFact(turns=(3,), amount=300000.0, currency="JPY", per="month"),),
            timeline=(TimelineFact(turns=(3,), text="年明け", date=dt.date(2027, 1, 31)),),
            decision=(DecisionFact(turns=(3,), text="部長"),),
            competitors=(CompetitorFact(turns=(3,), name="他社"),),
        ),
        next_steps=(NextStep(turns=(2,), owner=Owner.REP, what="見積を送る", due=dt.date(2026, 11, 26)),),
        minutes=(
            MinutesLine(section=MinutesSection.PAINS, text="月末の締めに三日かかる", turns=(1,)),
            MinutesLine(section=MinutesSection.NEXT_STEPS, text="見積を送る(自社、11/26)", turns=(2,)),
        ),
        summary="## 課題\n- 月末の締めに三日かかる",
        suggestions=Suggestions(
            timing=Timing.NOW,
            reasons=(GateReason(code="pain_found", turns=(1,)),),
            proposed=(
                ProposedProduct(
                    product=ProductId("close-pro"), kind=SuggestionKind.UPSELL, because=(1,), solves="月末の締め"
                ),
            ),
        ),
        model="signals 1",
    )


def analysed(workspace: Workspace, **fields: object) -> Meeting:
    meeting = transcribed(workspace, **fields)
    workspace.analyses.save(meeting.id, an_analysis())
    return meeting
