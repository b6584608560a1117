"""Codes to words, icons and colours; the only place where the window turns an enum or an error into a sentence."""

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from insight_desktop import wording
from insight_desktop.accounts.loyalty import Loyalty
from insight_desktop.domain import timespan
from insight_desktop.domain.customer import JourneyStage, NpsSource
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.insight import InsightKind, MinutesSection, ObjectionKind, Owner, Sentiment, Signal
from insight_desktop.domain.job import JobState, Stage
from insight_desktop.domain.meeting import Channel, Example, Meeting, Outcome
from insight_desktop.domain.offering import Business
from insight_desktop.domain.speaker import Role, Speaker
from insight_desktop.domain.suggestion import SuggestionKind, SuggestionState, Timing
from insight_desktop.suggestions import readiness, reasons
from insight_desktop.suggestions.cues import Cue
from insight_desktop.suggestions.gate import Verdict
from insight_desktop.ui.marking import QT_TRANSLATE_NOOP

_CONTEXT = "Wording"
_MINUTE = 60
_FAR_DAYS = 182
"""Half a year: without its year a date further away would be taken for another one."""


class Meaning(NamedTuple):
    """How a code looks: its word (to be translated), its icon, its tone."""

    source: str
    icon: str
    tone: str = "neutral"

    @property
    def text(self) -> str:
        """The word in the language of the window."""
        return QCoreApplication.translate(_CONTEXT, self.source)


SIGNALS: dict[Signal, Meaning] = {
    Signal.PAIN: Meaning(QT_TRANSLATE_NOOP("Wording", "Pain"), "triangle-alert", "pain"),
    Signal.DISSATISFACTION: Meaning(QT_TRANSLATE_NOOP("Wording", "Dissatisfaction"), "frown", "dissatisfaction"),
    Signal.NEED: Meaning(QT_TRANSLATE_NOOP("Wording", "Need"), "target", "need"),
    Signal.OBJECTION: Meaning(QT_TRANSLATE_NOOP("Wording", "Concern"), "circle-question-mark", "objection"),
    Signal.BUYING_SIGNAL: Meaning(QT_TRANSLATE_NOOP("Wording", "Buying signal"), "shopping-cart", "buying_signal"),
    Signal.EXPANSION_SIGNAL: Meaning(QT_TRANSLATE_NOOP("Wording", "Growth"), "sprout", "expansion_signal"),
    Signal.SUCCESS: Meaning(QT_TRANSLATE_NOOP("Wording", "Success"), "smile", "success"),
    Signal.BUDGET: Meaning(QT_TRANSLATE_NOOP("Wording", "Budget"), "banknote"),
    Signal.TIMELINE: Meaning(QT_TRANSLATE_NOOP("Wording", "Timing"), "calendar"),
    Signal.DECISION: Meaning(QT_TRANSLATE_NOOP("Wording", "Decision"), "users"),
    Signal.COMPETITOR: Meaning(QT_TRANSLATE_NOOP("Wording", "Competitor"), "swords"),
    Signal.NEXT_STEP: Meaning(QT_TRANSLATE_NOOP("Wording", "Promise"), "handshake", "promise"),
}
INSIGHTS: dict[InsightKind, Meaning] = {kind: SIGNALS[Signal(kind.value)] for kind in InsightKind}
OBJECTIONS: dict[ObjectionKind, str] = {
    ObjectionKind.PRICE: QT_TRANSLATE_NOOP("Wording", "Concern: price"),
    ObjectionKind.TIMING: QT_TRANSLATE_NOOP("Wording", "Concern: timing"),
    ObjectionKind.AUTHORITY: QT_TRANSLATE_NOOP("Wording", "Concern: who decides"),
    ObjectionKind.STATUS_QUO: QT_TRANSLATE_NOOP("Wording", "Concern: fine as it is"),
    ObjectionKind.RIVAL: QT_TRANSLATE_NOOP("Wording", "Concern: another vendor"),
    ObjectionKind.RISK: QT_TRANSLATE_NOOP("Wording", "Concern: risk"),
}
OUTCOMES: dict[Outcome, Meaning] = {
    Outcome.WON: Meaning(QT_TRANSLATE_NOOP("Wording", "Won"), "trophy", "success"),
    Outcome.LOST: Meaning(QT_TRANSLATE_NOOP("Wording", "Lost"), "circle-x", "dissatisfaction"),
    Outcome.STRONG: Meaning(QT_TRANSLATE_NOOP("Wording", "Open, strong"), "trending-up", "need"),
    Outcome.WEAK: Meaning(QT_TRANSLATE_NOOP("Wording", "Open, weak"), "trending-down", "pain"),
    Outcome.UNSET: Meaning(QT_TRANSLATE_NOOP("Wording", "Not set"), ""),
}
OUTCOME_KEYS = {1: Outcome.WON, 2: Outcome.LOST, 3: Outcome.STRONG, 4: Outcome.WEAK, 5: Outcome.UNSET}
EXAMPLES: dict[Example, Meaning] = {
    Example.NONE: Meaning(QT_TRANSLATE_NOOP("Wording", "No example"), "star"),
    Example.GOOD: Meaning(QT_TRANSLATE_NOOP("Wording", "Good example"), "thumbs-up", "success"),
    Example.BAD: Meaning(QT_TRANSLATE_NOOP("Wording", "Bad example"), "thumbs-down", "dissatisfaction"),
}
CHANNELS: dict[Channel, Meaning] = {
    Channel.ONSITE: Meaning(QT_TRANSLATE_NOOP("Wording", "In person"), "users"),
    Channel.WEB: Meaning(QT_TRANSLATE_NOOP("Wording", "Web"), "monitor"),
    Channel.PHONE: Meaning(QT_TRANSLATE_NOOP("Wording", "Phone"), "phone"),
}
_WRITTEN = {"chat": QT_TRANSLATE_NOOP("Wording", "Chat"), "survey": QT_TRANSLATE_NOOP("Wording", "Survey")}
STAGES: dict[Stage, Meaning] = {
    Stage.IMPORT: Meaning(QT_TRANSLATE_NOOP("Wording", "Importing"), "upload"),
    Stage.TRANSCRIBE: Meaning(QT_TRANSLATE_NOOP("Wording", "Transcribing"), "file-text"),
    Stage.DIARIZE: Meaning(QT_TRANSLATE_NOOP("Wording", "Finding speakers"), "users"),
    Stage.ANALYSE: Meaning(QT_TRANSLATE_NOOP("Wording", "Reading"), "lightbulb"),
}
JOB_STATES: dict[JobState, Meaning] = {
    JobState.QUEUED: Meaning(QT_TRANSLATE_NOOP("Wording", "Waiting"), "clock"),
    JobState.RUNNING: Meaning(QT_TRANSLATE_NOOP("Wording", "Processing"), "wand-sparkles", "need"),
    JobState.INTERRUPTED: Meaning(QT_TRANSLATE_NOOP("Wording", "Interrupted"), "circle-pause", "pain"),
    JobState.DONE: Meaning(QT_TRANSLATE_NOOP("Wording", "Done"), "circle-check", "success"),
    JobState.FAILED: Meaning(QT_TRANSLATE_NOOP("Wording", "Failed"), "triangle-alert", "dissatisfaction"),
    JobState.CANCELLED: Meaning(QT_TRANSLATE_NOOP("Wording", "Stopped"), "circle-x"),
}
SECTIONS: dict[MinutesSection, Meaning] = {
    MinutesSection.PURPOSE: Meaning(QT_TRANSLATE_NOOP("Wording", "Purpose"), "flag"),
    MinutesSection.SITUATION: Meaning(QT_TRANSLATE_NOOP("Wording", "Situation"), "info"),
    MinutesSection.PAINS: Meaning(QT_TRANSLATE_NOOP("Wording", "Pains"), "triangle-alert", "pain"),
    MinutesSection.NEEDS: Meaning(QT_TRANSLATE_NOOP("Wording", "Needs"), "target", "need"),
    MinutesSection.CONCERNS: Meaning(QT_TRANSLATE_NOOP("Wording", "Concerns"), "circle-question-mark", "objection"),
    MinutesSection.SUCCESSES: Meaning(QT_TRANSLATE_NOOP("Wording", "Successes"), "smile", "success"),
    MinutesSection.DECISIONS: Meaning(QT_TRANSLATE_NOOP("Wording", "Decisions"), "users"),
    MinutesSection.NEXT_STEPS: Meaning(QT_TRANSLATE_NOOP("Wording", "Next steps"), "handshake", "promise"),
    MinutesSection.OPEN_QUESTIONS: Meaning(QT_TRANSLATE_NOOP("Wording", "Open questions"), "circle-question-mark"),
    MinutesSection.NUMBERS: Meaning(QT_TRANSLATE_NOOP("Wording", "Numbers"), "banknote"),
}
OWNERS: dict[Owner, Meaning] = {
    Owner.REP: Meaning(QT_TRANSLATE_NOOP("Wording", "We"), "user-round"),
    Owner.CUSTOMER: Meaning(QT_TRANSLATE_NOOP("Wording", "They"), "building-2"),
}
ROLES: dict[Role, Meaning] = {
    Role.REP: Meaning(QT_TRANSLATE_NOOP("Wording", "Me"), "user-round"),
    Role.CUSTOMER: Meaning(QT_TRANSLATE_NOOP("Wording", "Customer"), "building-2"),
    Role.UNKNOWN: Meaning(QT_TRANSLATE_NOOP("Wording", "Speaker"), "circle-question-mark"),
}
TIMINGS: dict[Timing, Meaning] = {
    Timing.NOW: Meaning(QT_TRANSLATE_NOOP("Wording", "Propose now"), "circle-check", "success"),
    Timing.LATER: Meaning(QT_TRANSLATE_NOOP("Wording", "Not yet"), "clock", "pain"),
    Timing.HOLD: Meaning(QT_TRANSLATE_NOOP("Wording", "Do not propose"), "circle-pause", "dissatisfaction"),
}
OFFERS: dict[SuggestionKind, Meaning] = {
    SuggestionKind.UPSELL: Meaning(QT_TRANSLATE_NOOP("Wording", "Higher tier"), "trending-up", "expansion_signal"),
    SuggestionKind.CROSS_SELL: Meaning(QT_TRANSLATE_NOOP("Wording", "Another product"), "plus", "expansion_signal"),
}
SUGGESTION_STATES: dict[SuggestionState, Meaning] = {
    SuggestionState.CANDIDATE: Meaning(QT_TRANSLATE_NOOP("Wording", "Candidate"), "lightbulb", "neutral"),
    SuggestionState.PREPARED: Meaning(QT_TRANSLATE_NOOP("Wording", "Prepared"), "list-todo", "need"),
    SuggestionState.PRESENTED: Meaning(QT_TRANSLATE_NOOP("Wording", "Presented"), "messages-square", "need"),
    SuggestionState.CONSIDERING: Meaning(QT_TRANSLATE_NOOP("Wording", "They are considering"), "clock", "pain"),
    SuggestionState.ACCEPTED: Meaning(QT_TRANSLATE_NOOP("Wording", "Accepted"), "trophy", "success"),
    SuggestionState.DECLINED: Meaning(QT_TRANSLATE_NOOP("Wording", "Declined"), "circle-x", "dissatisfaction"),
    SuggestionState.WITHDRAWN: Meaning(QT_TRANSLATE_NOOP("Wording", "Withdrawn"), "undo-2", "neutral"),
}
CUES: dict[Cue, Meaning] = {
    Cue.PROBLEM: Meaning(QT_TRANSLATE_NOOP("Wording", "A problem was voiced"), "triangle-alert", "success"),
    Cue.LEAN: Meaning(QT_TRANSLATE_NOOP("Wording", "They take steps towards buying"), "shopping-cart", "success"),
    Cue.GROWTH: Meaning(QT_TRANSLATE_NOOP("Wording", "Their use or business grows"), "sprout", "success"),
    Cue.SUCCESS: Meaning(QT_TRANSLATE_NOOP("Wording", "They told of a success"), "smile", "success"),
    Cue.RENEWAL: Meaning(QT_TRANSLATE_NOOP("Wording", "The renewal is near"), "calendar-check", "success"),
    Cue.NEAR_LIMIT: Meaning(QT_TRANSLATE_NOOP("Wording", "Their use is near its limit"), "trending-up", "success"),
    Cue.NEAR_DATE: Meaning(QT_TRANSLATE_NOOP("Wording", "The day they named is near"), "calendar-check", "success"),
    Cue.DISSATISFACTION: Meaning(
        QT_TRANSLATE_NOOP("Wording", "They are dissatisfied with us"), "frown", "dissatisfaction"
    ),
    Cue.LOW_LOYALTY: Meaning(QT_TRANSLATE_NOOP("Wording", "Their loyalty is low"), "thumbs-down", "dissatisfaction"),
    Cue.REFUSAL: Meaning(QT_TRANSLATE_NOOP("Wording", "It sounds like a refusal"), "circle-x", "dissatisfaction"),
    Cue.OBJECTION: Meaning(QT_TRANSLATE_NOOP("Wording", "A concern is open"), "circle-question-mark", "pain"),
    Cue.NOT_YET: Meaning(QT_TRANSLATE_NOOP("Wording", "They say it is not the time"), "circle-pause", "pain"),
    Cue.NOT_ALONE: Meaning(QT_TRANSLATE_NOOP("Wording", "Somebody else must agree"), "user-round", "pain"),
    Cue.CONTENT: Meaning(QT_TRANSLATE_NOOP("Wording", "They say what they have will do"), "thumbs-up", "pain"),
    Cue.DEFERRAL: Meaning(QT_TRANSLATE_NOOP("Wording", "Something must come first"), "clock", "pain"),
    Cue.DISTANT: Meaning(QT_TRANSLATE_NOOP("Wording", "They want to begin much later"), "calendar", "pain"),
    Cue.NO_PROBLEM: Meaning(QT_TRANSLATE_NOOP("Wording", "No problem was voiced"), "info", "pain"),
    Cue.UNPROVED: Meaning(QT_TRANSLATE_NOOP("Wording", "Nothing leans towards buying yet"), "info", "pain"),
    Cue.OPEN_CASE: Meaning(QT_TRANSLATE_NOOP("Wording", "A support case is open"), "phone", "dissatisfaction"),
    Cue.OFFERED_LATELY: Meaning(QT_TRANSLATE_NOOP("Wording", "Something was offered lately"), "clock", "pain"),
    Cue.COOLING_DOWN: Meaning(
        QT_TRANSLATE_NOOP("Wording", "A refusal is still fresh"), "circle-pause", "dissatisfaction"
    ),
    Cue.ONBOARDING: Meaning(QT_TRANSLATE_NOOP("Wording", "They are still learning it"), "clock", "pain"),
    Cue.TOO_DEAR: Meaning(QT_TRANSLATE_NOOP("Wording", "It costs more than their budget"), "banknote", "pain"),
    Cue.OWN_STEP: Meaning(QT_TRANSLATE_NOOP("Wording", "They promised a step themselves"), "handshake", "success"),
    Cue.DECIDED: Meaning(QT_TRANSLATE_NOOP("Wording", "They have just decided to buy"), "handshake", "success"),
    Cue.SETTLED: Meaning(QT_TRANSLATE_NOOP("Wording", "Their complaint was settled"), "circle-check", "success"),
    Cue.HIGH_LOYALTY: Meaning(QT_TRANSLATE_NOOP("Wording", "They recommend us"), "thumbs-up", "success"),
    Cue.UNDER_WAY: Meaning(QT_TRANSLATE_NOOP("Wording", "Our work for them is under way"), "clock", "pain"),
}
BUSINESSES: dict[Business, Meaning] = {
    Business.SUBSCRIPTION: Meaning(QT_TRANSLATE_NOOP("Wording", "Subscription"), "rotate-cw"),
    Business.ONE_OFF: Meaning(QT_TRANSLATE_NOOP("Wording", "Sold once"), "shopping-cart"),
    Business.PROJECT: Meaning(QT_TRANSLATE_NOOP("Wording", "Projects, consulting"), "list-todo"),
    Business.REPEAT: Meaning(QT_TRANSLATE_NOOP("Wording", "Repeat orders"), "arrow-left-right"),
}
LOYALTIES: dict[Loyalty, Meaning] = {
    Loyalty.PROMOTER: Meaning(QT_TRANSLATE_NOOP("Wording", "Promoter"), "thumbs-up", "success"),
    Loyalty.PASSIVE: Meaning(QT_TRANSLATE_NOOP("Wording", "Passive"), "circle-pause", "neutral"),
    Loyalty.DETRACTOR: Meaning(QT_TRANSLATE_NOOP("Wording", "Detractor"), "thumbs-down", "dissatisfaction"),
}
JOURNEYS: dict[JourneyStage, Meaning] = {
    JourneyStage.LEAD: Meaning(QT_TRANSLATE_NOOP("Wording", "Lead"), "user-round"),
    JourneyStage.EVALUATION: Meaning(QT_TRANSLATE_NOOP("Wording", "Evaluating"), "search"),
    JourneyStage.ONBOARDING: Meaning(QT_TRANSLATE_NOOP("Wording", "Getting started"), "sunrise"),
    JourneyStage.IN_USE: Meaning(QT_TRANSLATE_NOOP("Wording", "In use"), "circle-check"),
    JourneyStage.RENEWAL: Meaning(QT_TRANSLATE_NOOP("Wording", "Renewal due"), "calendar-check"),
}
NPS_SOURCES: dict[NpsSource, str] = {
    NpsSource.UNKNOWN: "",
    NpsSource.HAND: QT_TRANSLATE_NOOP("Wording", "by hand"),
    NpsSource.IMPORT: QT_TRANSLATE_NOOP("Wording", "import"),
    NpsSource.SURVEY: QT_TRANSLATE_NOOP("Wording", "survey"),
}
SENTIMENTS: dict[Sentiment, Meaning] = {
    Sentiment.NEGATIVE: Meaning(QT_TRANSLATE_NOOP("Wording", "Negative"), "frown", "dissatisfaction"),
    Sentiment.NEUTRAL: Meaning(QT_TRANSLATE_NOOP("Wording", "Neutral"), ""),
    Sentiment.POSITIVE: Meaning(QT_TRANSLATE_NOOP("Wording", "Positive"), "smile", "success"),
}


def language() -> str:
    """Return the language of the window, `ja` or `en`."""
    return "ja" if QLocale().language() is QLocale.Language.Japanese else "en"


def sentence(error: KnownError) -> str:
    """Return what to tell the user of a known error."""
    return wording.sentence(error, language())


def brief(error: KnownError) -> str:
    """Return the same in a few words, for a list of errors."""
    return wording.brief(error, language())


def verdict(found: Verdict) -> str:
    """Return whether to propose something and why, in one sentence; the same wherever it is shown."""
    return QCoreApplication.translate("Wording", "{verdict}: {why}").format(
        verdict=TIMINGS[found.timing].text, why=why(found)
    )


def why(found: Verdict) -> str:
    """Return the reasons of a verdict."""
    return reasons.sentence(found.reasons, language())


def nps_source(source: NpsSource) -> str:
    """Return where a score of loyalty comes from; empty where nobody noted it."""
    text = NPS_SOURCES[source]
    return QCoreApplication.translate(_CONTEXT, text) if text else ""


def sentence_of(code: str) -> str:
    """Return the sentence of a stored error code."""
    known = code in ErrorCode.__members__.values()
    return sentence(KnownError(ErrorCode(code))) if known else code


clock = timespan.clock
"""A place in a recording, as minutes and documents write it."""


def length(seconds: float) -> str:
    """Return how long a meeting took, in minutes."""
    if seconds < _MINUTE:
        return QCoreApplication.translate("Wording", "{count} s").format(count=int(seconds))
    return QCoreApplication.translate("Wording", "{count} min").format(count=round(seconds / _MINUTE))


def time_left(seconds: float) -> str:
    """Return the time that a job still needs, rounded so that it does not flicker."""
    if seconds < _MINUTE:
        return QCoreApplication.translate("Wording", "{count} s left").format(count=max(5, round(seconds / 5) * 5))
    return QCoreApplication.translate("Wording", "{count} min left").format(count=round(seconds / _MINUTE))


def quoted(text: str) -> str:
    """Return words in the marks of the window's language."""
    return f"「{text}」" if language() == "ja" else f"“{text}”"


def today() -> dt.date:
    """Return the day that tells near from far; tests put a fixed one in its place."""
    return dt.datetime.now().astimezone().date()


def day(date: dt.date) -> str:
    """Return a short date with its weekday, 11/26(木) or Thu 26 Nov; one that is far, with its year."""
    if abs((date - today()).days) > _FAR_DAYS:
        return full_day(date)
    pattern = "M/d(ddd)" if language() == "ja" else "ddd d MMM"
    return QLocale().toString(QDate(date.year, date.month, date.day), pattern)


def full_day(date: dt.date) -> str:
    """Return a day with its year, where it may be far: 2027/4/1(木) or Thu 1 Apr 2027."""
    pattern = "yyyy/M/d(ddd)" if language() == "ja" else "ddd d MMM yyyy"
    return QLocale().toString(QDate(date.year, date.month, date.day), pattern)


def first_steps(found: Verdict) -> tuple[str, ...]:
    """Return what to do before an offer; nothing where now is the moment."""
    return () if found.timing is Timing.NOW else readiness.first_steps(found.reasons, language())


def look_again(found: Verdict) -> str:
    """Return from which day the verdict may be another; empty where no day is known."""
    if found.until is None or found.timing is Timing.NOW:
        return ""
    return QCoreApplication.translate("Wording", "Look again on {date}").format(date=full_day(found.until))


def month(date: dt.date) -> str:
    """Return the name of a month, short: 8月 or Aug."""
    return QLocale().toString(QDate(date.year, date.month, 1), "MMM")


def month_of_year(date: dt.date) -> str:
    """Return a month with its year: 2027年1月 or Jan 2027."""
    pattern = "yyyy年M月" if language() == "ja" else "MMM yyyy"
    return QLocale().toString(QDate(date.year, date.month, 1), pattern)


def moment(at: dt.datetime) -> str:
    """Return a local date and time: 2026-11-20 14:00."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def manner(meeting: Meeting) -> str:
    """Return how a meeting was held, or that it was written; empty where nobody said."""
    if meeting.channel:
        return CHANNELS[meeting.channel].text
    return next((QCoreApplication.translate(_CONTEXT, _WRITTEN[tag]) for tag in meeting.tags if tag in _WRITTEN), "")


def money(amount: float, currency: str) -> str:
    """Return an amount as it is written: ¥9,800 or 45 GBP."""
    number = QLocale().toString(amount, "f", 0 if amount == int(amount) else 2)
    return f"¥{number}" if currency == "JPY" else f"{number} {currency}".strip()


def period(per: str) -> str:
    """Return for what a price is paid, to follow an amount; empty for what is paid once."""
    sources = {
        "month": QT_TRANSLATE_NOOP("Wording", "a month"),
        "year": QT_TRANSLATE_NOOP("Wording", "a year"),
        "user_month": QT_TRANSLATE_NOOP("Wording", "a user and month"),
        "vehicle_month": QT_TRANSLATE_NOOP("Wording", "a vehicle and month"),
    }
    return QCoreApplication.translate("Wording", sources[per]) if per in sources else ""


def sum_period(per: str) -> str:
    """Return for what the whole amount of a sale is paid: of a price for each user and month, a month."""
    return period("month" if per.endswith("_month") else per)


def ceiling(name: str) -> str:
    """Return what a ceiling of the catalogue counts."""
    sources = {
        "users": QT_TRANSLATE_NOOP("Wording", "Users"),
        "agents": QT_TRANSLATE_NOOP("Wording", "Agents"),
        "sites": QT_TRANSLATE_NOOP("Wording", "Sites"),
        "stores": QT_TRANSLATE_NOOP("Wording", "Shops"),
        "machines": QT_TRANSLATE_NOOP("Wording", "Machines"),
        "branches": QT_TRANSLATE_NOOP("Wording", "Branches"),
        "engineers": QT_TRANSLATE_NOOP("Wording", "Engineers"),
        "houses": QT_TRANSLATE_NOOP("Wording", "Houses"),
        "members": QT_TRANSLATE_NOOP("Wording", "Members"),
        "rooms": QT_TRANSLATE_NOOP("Wording", "Rooms"),
        "seats": QT_TRANSLATE_NOOP("Wording", "Seats"),
        "vehicles": QT_TRANSLATE_NOOP("Wording", "Vehicles"),
        "warehouses": QT_TRANSLATE_NOOP("Wording", "Warehouses"),
        "storage_gb": QT_TRANSLATE_NOOP("Wording", "Storage (GB)"),
    }
    return QCoreApplication.translate("Wording", sources[name]) if name in sources else name.replace("_", " ")


def speaker_name(speaker: Speaker) -> str:
    """Return what a speaker is called: the name, else the side with its number."""
    if speaker.name:
        return speaker.name
    number = "".join(character for character in speaker.label if character.isdigit())
    base = ROLES[speaker.role].text
    if speaker.role is Role.UNKNOWN and number:
        return f"{base} {int(number) + 1}"
    return f"{base} {number}" if number else base


def insight_text(kind: InsightKind, objection: ObjectionKind | None = None) -> str:
    """Return the kind of an insight or a theme; of an objection also why, where it is known."""
    if objection is None:
        return INSIGHTS[kind].text
    return QCoreApplication.translate(_CONTEXT, OBJECTIONS[objection])
