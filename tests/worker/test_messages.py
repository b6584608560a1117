"""The messages between processes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.errors import ErrorCode
from insight_desktop.domain.events import AnalysisReady, SegmentReady, StageDone, Warned
from insight_desktop.domain.insight import LabelledTurn, Signal, SignalScore
from insight_desktop.domain.job import Stage
from insight_desktop.domain.request import ProcessRequest
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, Word
from insight_desktop.worker.messages import Cancel, Failed, Hello, ProtocolError, Start, decode, encode

spans = st.tuples(st.floats(0, 1e5), st.floats(0, 1e5)).map(lambda pair: TimeSpan(start=min(pair), end=max(pair)))
texts = st.text(st.characters(exclude_categories=["Cs"]))
words = st.builds(Word, span=spans, text=texts, confidence=st.floats(0, 1))
segments = st.builds(
    Segment,
    span=spans,
    text=texts,
    words=st.lists(words, max_size=3).map(tuple),
    speaker=st.none() | st.sampled_from(["rep", "customer"]).map(SpeakerLabel),
    channel=st.none() | st.integers(0, 1),
    confidence=st.floats(0, 1),
)
messages = st.one_of(
    st.builds(SegmentReady, segment=segments),
    st.builds(Hello, role=texts, version=texts),
    st.builds(Failed, job_id=texts, code=st.sampled_from(ErrorCode), params=st.dictionaries(texts, texts)),
    st.builds(Warned, code=st.sampled_from(ErrorCode), params=st.dictionaries(texts, texts)),
    st.builds(StageDone, stage=st.sampled_from(Stage), model=texts),
    st.just(Cancel()),
    st.builds(
        Start,
        job_id=texts,
        request=st.builds(
            ProcessRequest, meeting_id=texts, audio_path=texts, done=st.lists(segments, max_size=2).map(tuple)
        ),
    ),
)


@given(messages)
def test_message_survives_the_round_trip(message):
    """What is decoded equals what was encoded, and stays on one line."""
    line = encode(message)

    assert line.count(b"\n") == 1
    assert decode(line) == message


def test_analysis_survives_the_round_trip():
    turn = LabelledTurn(index=3, labels=(SignalScore(signal=Signal.PAIN, confidence=0.5, start=1, end=None),))
    message = AnalysisReady(analysis=Analysis(turns=(turn,), summary="要約", model="m 1"))

    assert decode(encode(message)) == message


@pytest.mark.parametrize(
    "line",
    [b"", b"\n", b"null", b"[]", b"{}", b'{"type":"Nope"}', b'{"type":["x"]}', b'{"type":"Start"}', b"\xff\xfe"],
)
def test_garbage_is_a_protocol_error(line):
    with pytest.raises(ProtocolError):
        decode(line)


def test_error_does_not_repeat_the_line():
    """The line may hold what a customer said."""
    with pytest.raises(ProtocolError) as caught:
        decode('{"type": "秘密の話"}'.encode())

    assert "秘密" not in str(caught.value)


def test_numbers_of_numpy_cross_as_plain_numbers():
    span = TimeSpan(start=np.float64(1.5), end=np.float32(2.5))

    assert decode(encode(SegmentReady(segment=Segment(span=span, text="あ")))).segment.span.end == 2.5
