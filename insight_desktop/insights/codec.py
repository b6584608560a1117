"""The outward JSON of an analysed call, written and read back.

The shape is the one of the annotated calls, so that one scorer reads both. Conversations are read in `transcripts.py`.
"""

import datetime as dt
import json
from typing import Any

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import (
    ANNOTATED,
    BudgetFact,
    CompetitorFact,
    DayMeaning,
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
from insight_desktop.domain.suggestion import GateReason, ProposedProduct, SuggestionKind, Suggestions, Timing

Json = dict[str, Any]


def analysis_to_json(conversation: Conversation, analysis: Analysis) -> Json:
    """Write a call with everything that was understood of it."""
    labelled = {turn.index: turn for turn in analysis.turns}
    customer = conversation.customer
    return {
        "id": conversation.id,
        "lang": conversation.language,
        "channel": conversation.channel,
        "held_on": _iso(conversation.held_on),
        "title": conversation.title,
        "customer": {
            "company": customer.company,
            "contacts": list(customer.contacts),
            "segment": customer.segment,
            "current_products": list(customer.current_products),
            "nps": customer.nps,
            "renewal_on": _iso(customer.renewal_on),
        },
        "rep": conversation.rep,
        "catalog": conversation.catalog,
        "turns": [_turn_row(turn, labelled.get(turn.index)) for turn in conversation.turns],
        "insights": [_insight_row(insight) for insight in analysis.insights if insight.kind in ANNOTATED],
        "facts": _facts_rows(analysis.facts),
        "next_steps": [
            {
                "turns": list(step.turns),
                "owner": step.owner.value,
                "what": step.what,
                "due": _iso(step.due),
                "confidence": round(step.confidence, 3),
                "because": list(step.turns),
            }
            for step in analysis.next_steps
        ],
        "suggestions": _suggestion_rows(analysis.suggestions),
        "summary": analysis.summary,
        "minutes": [
            {"section": line.section.value, "text": line.text, "turns": list(line.turns)} for line in analysis.minutes
        ],
        "metrics": {name: getattr(analysis.metrics, name) for name in Metrics.__dataclass_fields__},
        "model": analysis.model,
    }


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _turn_row(turn: Turn, labelled: LabelledTurn | None) -> Json:
    labelled = labelled or LabelledTurn(index=turn.index)
    row: Json = {
        "i": turn.index,
        "speaker": turn.speaker,
        "text": turn.text,
        "labels": [score.signal.value for score in labelled.labels],
        "sentiment": labelled.sentiment.value,
        "sentiment_confidence": round(labelled.sentiment_confidence, 3),
        "evidence": [
            {
                "label": score.signal.value,
                "confidence": round(score.confidence, 3),
                "because": [turn.index],
                "start": score.start,
                "end": len(turn.text) if score.end is None else score.end,
            }
            for score in labelled.labels
        ],
    }
    if turn.span is not None:
        row |= {"start_s": turn.span.start, "end_s": turn.span.end}
    return row


def _insight_row(insight: Insight) -> Json:
    return {
        "kind": insight.kind.value,
        "turns": list(insight.turns),
        "summary": insight.summary,
        "theme": insight.theme,
        "confidence": round(insight.confidence, 3),
        "because": list(insight.turns),
        "hypothesis": insight.hypothesis,
    }


def _facts_rows(facts: Facts) -> Json:
    return {
        "budget": [
            {"turns": list(x.turns), "amount": _plain(x.amount), "currency": x.currency, "per": x.per}
            for x in facts.budget
        ],
        "timeline": [
            {"turns": list(x.turns), "date": _iso(x.date), "text": x.text, "means": x.means.value}
            for x in facts.timeline
        ],
        "decision": [{"turns": list(x.turns), "text": x.text} for x in facts.decision],
        "competitors": [{"turns": list(x.turns), "name": x.name} for x in facts.competitors],
    }


def _plain(amount: float) -> int | float:
    return int(amount) if float(amount).is_integer() else amount


def _suggestion_rows(suggestions: Suggestions) -> Json:
    return {
        "expected": [
            {
                "product": x.product,
                "kind": x.kind.value,
                "because": list(x.because),
                "confidence": round(x.confidence, 3),
                "solves": x.solves,
            }
            for x in suggestions.proposed
        ],
        "timing": suggestions.timing.value,
        "timing_why": suggestions.timing_why,
        "because": sorted({turn for reason in suggestions.reasons for turn in reason.turns}),
        "reasons": [{"code": x.code, "turns": list(x.turns), "detail": x.detail} for x in suggestions.reasons],
        "until": _iso(suggestions.until),
    }


def analysis_from_json(data: Json) -> Analysis:
    """Read an analysis back, for instance from an annotated call."""
    facts = data.get("facts", {})
    return Analysis(
        turns=tuple(_labelled(index, row) for index, row in enumerate(data.get("turns", ()))),
        insights=tuple(
            Insight(
                kind=InsightKind(row["kind"]),
                turns=tuple(row["turns"]),
                summary=row.get("summary", ""),
                theme=row.get("theme", ""),
                confidence=row.get("confidence", 1.0),
                hypothesis=row.get("hypothesis", False),
            )
            for row in data.get("insights", ())
        ),
        facts=Facts(
            budget=tuple(
                BudgetFact(turns=tuple(x["turns"]), amount=x["amount"], currency=x["currency"], per=x.get("per"))
                for x in facts.get("budget", ())
            ),
            timeline=tuple(
                TimelineFact(
                    turns=tuple(x["turns"]),
                    text=x.get("text", ""),
                    date=_day(x.get("date")),
                    means=DayMeaning(x.get("means", DayMeaning.ON)),
                )
                for x in facts.get("timeline", ())
            ),
            decision=tuple(
                DecisionFact(turns=tuple(x["turns"]), text=x.get("text", "")) for x in facts.get("decision", ())
            ),
            competitors=tuple(
                CompetitorFact(turns=tuple(x["turns"]), name=x["name"]) for x in facts.get("competitors", ())
            ),
        ),
        next_steps=tuple(
            NextStep(
                turns=tuple(x["turns"]),
                owner=Owner(x["owner"]),
                what=x.get("what", ""),
                due=_day(x.get("due")),
                confidence=x.get("confidence", 1.0),
            )
            for x in data.get("next_steps", ())
        ),
        minutes=tuple(
            MinutesLine(section=MinutesSection(x["section"]), text=x["text"], turns=tuple(x["turns"]))
            for x in data.get("minutes", ())
        ),
        summary=data.get("summary", ""),
        metrics=Metrics(
            **{key: value for key, value in data.get("metrics", {}).items() if key in Metrics.__dataclass_fields__}
        ),
        suggestions=_suggestions(data.get("suggestions", {})),
        model=data.get("model", ""),
    )


def _labelled(index: int, row: Json) -> LabelledTurn:
    evidence = {x["label"]: x for x in row.get("evidence", ())}
    scores = []
    for label in row.get("labels", ()):
        found = evidence.get(label, {})
        end = found.get("end")
        scores.append(
            SignalScore(
                signal=Signal(label),
                confidence=found.get("confidence", 1.0),
                start=found.get("start", 0),
                end=None if end == len(row.get("text", "")) else end,
            )
        )
    return LabelledTurn(
        index=index,
        labels=tuple(scores),
        sentiment=Sentiment(row.get("sentiment", "neutral")),
        sentiment_confidence=row.get("sentiment_confidence", 1.0),
    )


def _suggestions(data: Json) -> Suggestions:
    return Suggestions(
        timing=Timing(data.get("timing", "later")),
        timing_why=data.get("timing_why", ""),
        reasons=tuple(
            GateReason(code=x["code"], turns=tuple(x["turns"]), detail=x.get("detail", ""))
            for x in data.get("reasons", ())
        ),
        proposed=tuple(
            ProposedProduct(
                product=ProductId(x["product"]),
                kind=SuggestionKind(x["kind"]),
                because=tuple(x["because"]),
                confidence=x.get("confidence", 1.0),
                solves=x.get("solves", ""),
            )
            for x in data.get("expected", ())
        ),
        until=_day(data.get("until")),
    )


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def dumps(data: Json | list[Json]) -> str:
    """Return the JSON text as it is written to a file."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
