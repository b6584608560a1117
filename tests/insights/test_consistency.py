"""What plain wordings speak for, and that they only add to what the network says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import Signal
from insight_desktop.domain.speaker import Role, SpeakerLabel, role_of
from insight_desktop.insights.consistency import hints


def conversation(language: str, *turns: tuple[str, str]) -> Conversation:
    """Return a conversation of (speaker, text)."""
    return Conversation(
        id="c",
        language=language,
        turns=tuple(Turn(index=n, speaker=SpeakerLabel(who), text=text) for n, (who, text) in enumerate(turns)),
    )


SAID = [
    ("ja", "予算は月に三十万円までなら出せます。", Signal.BUDGET),
    ("en", "Our budget is capped at thirty thousand dollars.", Signal.BUDGET),
    ("ja", "来年の四月から使い始めたいです。", Signal.TIMELINE),
    ("en", "We need it running by the end of March.", Signal.TIMELINE),
    ("ja", "最後は社長の決裁になります。", Signal.DECISION),
    ("en", "My boss has to sign off on it.", Signal.DECISION),
    ("ja", "他社さんにも見積を頼んでいます。", Signal.COMPETITOR),
    ("en", "We have a quote from somebody as well.", Signal.COMPETITOR),
    ("ja", "社内で確認してご連絡します。", Signal.NEXT_STEP),
    ("en", "I'll send you the figures by Friday.", Signal.NEXT_STEP),
    ("ja", "御社の画面が毎朝固まるんです。", Signal.DISSATISFACTION),
    ("en", "Your app keeps crashing on us.", Signal.DISSATISFACTION),
    ("ja", "おかげさまで残業が減りました。", Signal.SUCCESS),
    ("en", "It paid for itself in a year.", Signal.SUCCESS),
]


@pytest.mark.parametrize(("language", "text", "signal"), SAID, ids=[text for _, text, _ in SAID])
def test_plain_wordings_speak_for_their_label(language: str, text: str, signal: Signal) -> None:
    assert signal in hints(conversation(language, ("customer", text)))[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "なるほど、そうですか。"),
        ("en", "Right, I see."),
        ("ja", "二人で参りました。"),
        ("en", "It rained on Tuesday."),
    ],
)
def test_small_talk_speaks_for_nothing(language: str, text: str) -> None:
    assert hints(conversation(language, ("customer", text))) == (frozenset(),)


def test_an_apology_makes_what_it_answers_a_complaint() -> None:
    call = conversation(
        "ja", ("customer", "あれは朝いちで並んでる方の手前、きつかった。"), ("rep", "大変申し訳ございません。")
    )
    assert Signal.DISSATISFACTION in hints(call)[0]


def test_a_question_is_no_promise() -> None:
    assert hints(conversation("ja", ("rep", "いつお送りしますか？"))) == (frozenset(),)


SPEAKERS = st.sampled_from(["rep", "customer", "customer2", "SPEAKER_01"])


@settings(max_examples=30)
@given(st.lists(st.tuples(SPEAKERS, st.text(max_size=60)), max_size=4), st.sampled_from(["ja", "en"]))
def test_any_text_has_hints_and_the_rep_promises_only(turns: list[tuple[str, str]], language: str) -> None:
    found = hints(conversation(language, *turns))
    assert len(found) == len(turns)
    for (who, _), signals in zip(turns, found, strict=True):
        assert role_of(SpeakerLabel(who)) is not Role.REP or signals <= {Signal.NEXT_STEP}
