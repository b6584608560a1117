"""What a meeting says: signals of its turns, and what follows from them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Signal(StrEnum):
    """A label of a turn; the meanings are those of the annotation guide in `models/signals/GUIDE.md`."""

    # that of Enum is written in Python, and labels are counted by the hundred thousand
    __hash__ = str.__hash__

    PAIN = "pain"
    DISSATISFACTION = "dissatisfaction"
    NEED = "need"
    OBJECTION = "objection"
    BUYING_SIGNAL = "buying_signal"
    EXPANSION_SIGNAL = "expansion_signal"
    SUCCESS = "success"
    BUDGET = "budget"
    TIMELINE = "timeline"
    DECISION = "decision"
    COMPETITOR = "competitor"
    NEXT_STEP = "next_step"


class Sentiment(StrEnum):
    """The speaker's attitude towards the subject of a turn."""

    __hash__ = str.__hash__

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class InsightKind(StrEnum):
    """What an insight is about; a subset of the signals."""

    PAIN = "pain"
    NEED = "need"
    DISSATISFACTION = "dissatisfaction"
    SUCCESS = "success"
    EXPANSION_SIGNAL = "expansion_signal"
    OBJECTION = "objection"


ANNOTATED = tuple(kind for kind in InsightKind if kind is not InsightKind.OBJECTION)
"""Kinds that annotated calls gather into insights; of objections they mark the turns alone."""


class ObjectionKind(StrEnum):
    """Why a customer hesitates; in the order of the network's scores."""

    PRICE = "price"
    TIMING = "timing"
    AUTHORITY = "authority"
    STATUS_QUO = "status_quo"
    RIVAL = "rival"
    RISK = "risk"


class Owner(StrEnum):
    """The side that promised something."""

    REP = "rep"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalScore:
    """One label of one turn."""

    signal: Signal
    confidence: float
    """Calibrated probability, 0 to 1."""
    start: int = 0
    end: int | None = None
    """The characters of the turn's text that carry the label; `end` None means to the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorMark:
    """Words of a turn that the reader takes for the name of another vendor or product."""

    text: str
    strength: float
    """How sure it is of the surest token, as a logit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledTurn:
    """A turn's labels and its speaker's attitude."""

    index: int
    labels: tuple[SignalScore, ...] = ()
    sentiment: Sentiment = Sentiment.NEUTRAL
    sentiment_confidence: float = 1.0
    leanings: tuple[SignalScore, ...] = ()
    """Signals that fell a little short of a label: facts may rest on such a turn where its words are plain."""
    vendors: tuple[VendorMark, ...] = ()
    """Words that may name another vendor or product."""
    objection: ObjectionKind | None = None
    """Why the customer hesitates, where the turn carries an objection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """One distinct thing that the customer said, with every turn that carries it."""

    kind: InsightKind
    turns: tuple[int, ...]
    summary: str
    """One sentence in the customer's own words."""
    theme: str = ""
    """Short key that several customers could share; of an objection its kind (`ObjectionKind`), where it is known."""
    confidence: float = 1.0
    hypothesis: bool = False
    """True when it is implied, not said."""
    vector: bytes = b""
    """Unit vector of the summary, little-endian float16; empty where no encoder ran. Themes are gathered by it."""

    def __post_init__(self) -> None:
        """Reject an insight without evidence."""
        if not self.turns:
            message = "an insight needs at least one turn as evidence"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetFact:
    """An amount the customer can or cannot spend."""

    turns: tuple[int, ...]
    amount: float
    currency: str
    """ISO 4217."""
    per: str | None = None
    """`month`, `year`, `once` or None."""


class DayMeaning(StrEnum):
    """What a plan's date is: one date stands for «by October», «from October», «on the fifth» and «in October»."""

    BY = "by"
    """The last day."""
    FROM = "from"
    """The first day."""
    ON = "on"
    """The day itself."""
    IN = "in"
    """The last day of the month that was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFact:
    """When the customer wants to decide, start, renew or finish."""

    turns: tuple[int, ...]
    text: str
    date: dt.date | None = None
    means: DayMeaning = DayMeaning.BY
    """What the date is of the time that was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFact:
    """Who decides or must agree, and how."""

    turns: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetitorFact:
    """Another vendor or product that the customer uses or compares."""

    turns: tuple[int, ...]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of a meeting."""

    budget: tuple[BudgetFact, ...] = ()
    timeline: tuple[TimelineFact, ...] = ()
    decision: tuple[DecisionFact, ...] = ()
    competitors: tuple[CompetitorFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """A promise: who does what until when."""

    turns: tuple[int, ...]
    owner: Owner
    what: str
    due: dt.date | None = None
    confidence: float = 1.0


class MinutesSection(StrEnum):
    """The sections of the minutes, in their usual order."""

    PURPOSE = "purpose"
    SITUATION = "situation"
    PAINS = "pains"
    NEEDS = "needs"
    CONCERNS = "concerns"
    SUCCESSES = "successes"
    DECISIONS = "decisions"
    NEXT_STEPS = "next_steps"
    OPEN_QUESTIONS = "open_questions"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesLine:
    """One line of the minutes and the turns that prove it."""

    section: MinutesSection
    text: str
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """How the conversation went, in numbers; the definitions stand in `insights/metrics.py`. None: not measurable."""

    talk_ratio_rep: float | None = None
    longest_monologue_s: float | None = None
    questions_rep: int = 0
    questions_customer: int = 0
    digging_depth: int | None = None
    patience_s: float | None = None
    interruptions: int | None = None
    overlap_s: float | None = None
    silence_s: float | None = None
    interactivity_per_min: float | None = None
    speaking_rate_rep: float | None = None
    """Characters (ja) or words (en) a minute of the rep's speech."""
    speaking_rate_customer: float | None = None
