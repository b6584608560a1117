"""Turns become insights: the groups are those of the plain definition, and a long call is read once."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import LabelledTurn, Signal, SignalScore
from insight_desktop.domain.speaker import CUSTOMER, REP, SpeakerLabel
from insight_desktop.insights import merging

STEPS = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])
"""Few values, so that many links are equally strong."""


def mean_link(one, other, link):
    pairs = [link(min(a, b), max(a, b)) for a in one for b in other]
    return sum(pairs) / len(pairs)


def plain_groups(indexes, link):
    """Join the strongest pair, the earliest of equals, until none is strong enough: all links anew each time."""
    found = [[index] for index in sorted(set(indexes))]
    while len(found) > 1:
        best, x, y = max((mean_link(found[x], found[y], link), -x, -y) for y in range(len(found)) for x in range(y))
        if best < merging.THRESHOLD:
            break
        joined = sorted(found[-x] + found[-y])
        found = sorted([group for n, group in enumerate(found) if n not in (-x, -y)] + [joined])
    return found


@given(st.lists(STEPS, min_size=81, max_size=81) | st.lists(st.floats(0, 1), min_size=81, max_size=81))
def test_groups_are_those_of_the_plain_definition(strengths):
    def link(first: int, second: int) -> float:
        return strengths[first * 9 + second]

    assert merging.groups(range(9), link) == plain_groups(range(9), link)


def a_call(*said: tuple[SpeakerLabel, str]):
    turns = tuple(Turn(index=n, speaker=who, text=text) for n, (who, text) in enumerate(said))
    return Conversation(id="m", language="ja", turns=turns)


def labelled(conversation, *indexes: int):
    pain = (SignalScore(signal=Signal.PAIN, confidence=0.9),)
    return [LabelledTurn(index=n, labels=pain if n in indexes else ()) for n in range(len(conversation.turns))]


def test_what_the_rep_takes_up_and_only_nods_between_bind_turns():
    told, again = "請求書の転記に毎月三日もかかっているんです。", "それに締めの日は残業にもなってしまって。"
    weighty = "ところで来週の展示会の準備は順調に進んでいますでしょうか。"
    strengths = []
    for between in ((REP, weighty), (REP, "はい。"), (REP, "請求書の転記に三日もかかるのは本当に大変ですね。")):
        talk = merging._Talk(a_call((CUSTOMER, told), between, (CUSTOMER, again)))
        strengths.append((talk.has_only_nods(0, 2), talk.is_taken_up(0, 2)))

    assert strengths == [(False, False), (True, False), (False, True)]


def test_words_the_rep_says_earlier_or_later_are_not_taken_up():
    told = (CUSTOMER, "請求書の転記が大変です。")
    call = a_call((REP, "請求書の件です。"), told, (CUSTOMER, "締めも大変です。"), (REP, "請求書ですね。"), told)
    talk = merging._Talk(call)

    assert not talk.is_taken_up(1, 2)
    assert not talk.is_taken_up(1, 3)
    assert talk.is_taken_up(1, 4)


def test_long_call_is_looked_through_once(monkeypatch: pytest.MonkeyPatch):
    said = [(REP if n % 2 else CUSTOMER, f"転記に{n}時間かかるのが困っているところです。") for n in range(120)]
    call = a_call(*said)
    seen = Counter()
    is_nod = merging._is_nod
    monkeypatch.setattr(merging, "_is_nod", lambda turn, language: seen.update([turn.index]) or is_nod(turn, language))

    found = merging.merge(call, labelled(call, *range(0, 120, 2)))

    assert sorted(turn for insight in found for turn in insight.turns) == list(range(0, 120, 2))
    assert max(seen.values()) == 1
