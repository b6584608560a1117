"""The question whether one may record, and its answer, in the opening of a conversation."""

import pytest

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.insights.consent import Answer, find_consent


def _talk(language: str, *lines: tuple[str, str]) -> Conversation:
    turns = tuple(
        Turn(
            index=place,
            speaker=REP if side == "rep" else CUSTOMER,
            text=text,
            span=TimeSpan(start=place * 4.0, end=place * 4.0 + 3),
        )
        for place, (side, text) in enumerate(lines)
    )
    return Conversation(id="c", language=language, turns=turns)


@pytest.mark.parametrize(
    ("language", "question", "reply", "answer"),
    [
        ("ja", "議事録のために録音してもよろしいでしょうか。", "はい、どうぞ。", Answer.AGREED),
        ("ja", "本日の打ち合わせなんですが録音させていただいて大丈夫ですか", "ええ大丈夫です", Answer.AGREED),
        ("ja", "この会議は録音しておりますので、ご了承ください。", "承知しました。", Answer.AGREED),
        ("ja", "録音しても構いませんか。", "すみません、録音は控えていただけますか。", Answer.REFUSED),
        ("ja", "録音してもよろしいでしょうか。", "ところで、今日は雨ですね。", Answer.UNCLEAR),
        ("en", "Before we start, would you mind if I record this for the minutes?", "Not at all.", Answer.AGREED),
        ("en", "Do you mind if we record?", "No.", Answer.AGREED),
        ("en", "Is it okay if I record the call?", "No.", Answer.REFUSED),
        ("en", "Can I record this, just for my notes?", "Sure, go ahead.", Answer.AGREED),
        ("en", "May I record the meeting?", "I'd rather not, to be honest.", Answer.REFUSED),
    ],
)
def test_question_and_answer_are_recognised(language: str, question: str, reply: str, answer: Answer):
    found = find_consent(_talk(language, ("rep", "Hello"), ("rep", question), ("customer", reply)))
    assert found is not None
    assert (found.asked, found.answer) == (1, answer)
    assert found.answered == (None if answer is Answer.UNCLEAR else 2)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ja", "コールセンターの通話録音を聞き直すのに半日かかるんです。"),
        ("ja", "本日はお時間をいただきありがとうございます。"),
        ("en", "We keep a record of every order."),
        ("en", "Our sales hit a record last month."),
    ],
)
def test_other_talk_of_records_is_no_question(language: str, line: str):
    assert find_consent(_talk(language, ("rep", line), ("customer", "はい" if language == "ja" else "Yes"))) is None


def test_only_the_opening_counts():
    late = [("rep", "では次の話題です。")] * 80
    talk = _talk("ja", *late, ("rep", "録音してもよろしいでしょうか。"), ("customer", "はい"))
    assert find_consent(talk) is None
