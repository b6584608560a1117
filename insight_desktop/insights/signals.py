"""Labels the turns of a conversation: what the customer signals, and in which mood."""

import re
from collections.abc import Callable
from typing import Protocol

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import LabelledTurn, Sentiment, Signal, SignalScore
from insight_desktop.domain.speaker import Role


class Signaller(Protocol):
    """Finds the signals of each turn."""

    def label(
        self, conversation: Conversation, *, advanced: Callable[[float], None] = lambda _share: None
    ) -> tuple[LabelledTurn, ...]:
        """Return one labelled turn for each turn, in order; `advanced` is told the part that is done, 0 to 1."""
        ...


_RULES: tuple[tuple[Signal, float, re.Pattern[str]], ...] = tuple(
    (signal, confidence, re.compile(pattern, re.IGNORECASE))
    for signal, confidence, pattern in (
        (Signal.PAIN, 0.6,
         (r"困って|大変|手間|手作業|時間がかか|ミスが|漏れ|painful|nightmare|takes (us )?(hours|"
         r"days|forever)|by hand|mistakes?")),
        (Signal.DISSATISFACTION, 0.5,
         (r"不具合|落ちる|重くて|使いにく|がっかり|問い合わせたのに|keeps? crashing|"
         r"disappointed|still waiting|support ticket")),
        (Signal.NEED, 0.5,
         (r"(て|で)ほしい|必要(です|なん)|したい(です|ん)|できると(助か|いい|あり)|"
         r"we need|i need|would like|want (to|it)")),
        (Signal.OBJECTION, 0.5,
         (r"厳しい|難しい(です|かな)|高い(です|なあ|ですね)|次はない|今は(ちょっと|まだ)|"
         r"too expensive|not (sure|now|ready)|steep")),
        (Signal.BUYING_SIGNAL, 0.5,
         (r"見積|トライアル|試して|契約(書|条件)|前向き|a quote|trial|pilot|send (me|"
         r"us) (the|a) (contract|proposal)|sign up")),
        (Signal.EXPANSION_SIGNAL, 0.5,
         (r"上限|足りなくな|増え(る|ます|て)|新(拠点|店舗)|他の部署|run(ning)? out of (seats|"
         r"licen)|second (site|location)|other (teams|departments)")),
        (Signal.SUCCESS, 0.5,
         (r"おかげ(さま)?で|助かって(い)?ます|減りました|楽になりました|saved us|"
         r"went down|love it|huge difference")),
        (Signal.BUDGET, 0.6,
         (r"予算|(\d|[一二三四五六七八九十百千])万(円)?(くらい|まで|以内)|budget|"
         r"\$\s?\d+|\d+ (grand|a month|a year)")),
        (Signal.TIMELINE, 0.5,
         (r"(年内|年明け|来期|今期|月末|\d月)(に|から|まで)|by (the end of|"
         r"next|january|march)|go.?live|next quarter")),
        (Signal.DECISION, 0.6, r"決裁|稟議|社長が|取締役|役員会|承認|sign.?off|approv|the board|final say"),
        (Signal.NEXT_STEP, 0.6,
         (r"(お送り|送り|お持ち|用意|共有)(いたし|し)?ます|来週の|までに|i('|"
         r"’)ll (send|get|set|book|call)|send you")),
    )
)  # fmt: skip
_NEGATIVE = re.compile(r"困|大変|厳しい|不満|ミス|遅い|面倒|nightmare|hate|frustrat|awful|annoy", re.IGNORECASE)
_POSITIVE = re.compile(r"助か|うれし|嬉し|いいですね|便利|楽に|great|love|happy|perfect", re.IGNORECASE)


class RuleSignaller:
    """Labels by a few closed wordings; the floor, and what remains when the trained model's files are missing."""

    version = "rules-1"

    def label(
        self, conversation: Conversation, *, advanced: Callable[[float], None] = lambda _share: None
    ) -> tuple[LabelledTurn, ...]:
        """Return one labelled turn for each turn, in order; it takes no time worth telling."""
        del advanced
        return tuple(_labelled(turn) for turn in conversation.turns)


def _labelled(turn: Turn) -> LabelledTurn:
    scores = []
    for signal, confidence, pattern in _RULES:
        match = pattern.search(turn.text)
        if match and (turn.role is not Role.REP or signal is Signal.NEXT_STEP):
            scores.append(SignalScore(signal=signal, confidence=confidence, start=match.start(), end=match.end()))
    negative, positive = bool(_NEGATIVE.search(turn.text)), bool(_POSITIVE.search(turn.text))
    mood = Sentiment.NEUTRAL
    if negative != positive:
        mood = Sentiment.NEGATIVE if negative else Sentiment.POSITIVE
    return LabelledTurn(index=turn.index, labels=tuple(scores), sentiment=mood, sentiment_confidence=0.5)
