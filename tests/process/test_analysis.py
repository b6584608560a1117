"""The analysis as a real child process: greeted, fed with garbage, cancelled, killed, resumed."""

import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.events import SegmentReady, StageDone
from insight_desktop.domain.request import ProcessRequest
from insight_desktop.worker.channel import GARBAGE
from insight_desktop.worker.child import Child, command
from insight_desktop.worker.messages import Cancel, Cancelled, Hello, Start, decode

AUDIO = Path(__file__).parents[1] / "golden" / "audio"


def test_it_greets_and_ends_when_its_input_closes():
    done = subprocess.run(command("analysis"), input=b"", capture_output=True, timeout=120, check=False)

    (line,) = done.stdout.splitlines()
    assert isinstance(decode(line), Hello)
    assert done.returncode == 0


def test_garbage_ends_it():
    done = subprocess.run(command("analysis"), input=b"what?\n", capture_output=True, timeout=120, check=False)

    assert done.returncode == GARBAGE
    assert b"what?" not in done.stderr


def test_known_error_is_told():
    with Child("analysis") as child:
        child.send(Start(job_id="j", request=ProcessRequest(meeting_id="m", audio_path="/nowhere/どこ.wav")))
        with pytest.raises(KnownError) as caught:
            list(child.messages())

    assert caught.value.code in (ErrorCode.FILE_MISSING, ErrorCode.MODEL_MISSING)


@pytest.fixture
def request_of_a_minute(tmp_path):
    """Six sentences, one after the other, with pauses that end a window now and then."""
    import numpy as np

    from insight_desktop.audio.decoding import decode as decode_audio
    from tests.audio.media import write

    clips = [np.concatenate(list(decode_audio(path, channels=1)), axis=1)[0] for path in sorted(AUDIO.glob("common*"))]
    sound = np.concatenate([part for clip in clips * 3 for part in (clip, np.zeros(24_000, np.float32))])
    path = write(tmp_path / "a.wav", sound, codec="pcm_s16le")
    return ProcessRequest(meeting_id="m", audio_path=str(path), total_s=sound.shape[0] / 16_000)


def text_said(request, stop_after=None):
    """Return the segments that come, killing the process after `stop_after` of them."""
    segments = []
    with Child("analysis") as child:
        child.send(Start(job_id="j", request=request))
        for message in child.messages():
            if isinstance(message, SegmentReady):
                segments.append(message.segment)
                if stop_after == len(segments):
                    child.kill()
                    break
            if isinstance(message, StageDone):
                break
    return segments


@pytest.mark.model
def test_killed_and_resumed_gives_the_same_text(request_of_a_minute):
    whole = text_said(request_of_a_minute)
    first = text_said(request_of_a_minute, stop_after=2)

    rest = text_said(replace(request_of_a_minute, done=tuple(first)))

    assert len(whole) > 4
    assert [segment.text for segment in [*first, *rest]] == [segment.text for segment in whole]


@pytest.mark.model
def test_cancel_is_answered_in_three_seconds(request_of_a_minute):
    with Child("analysis") as child:
        child.send(Start(job_id="j", request=request_of_a_minute))
        messages = child.messages()
        next(messages)
        asked = time.monotonic()
        child.send(Cancel())
        answer = next(message for message in messages if isinstance(message, Cancelled))

    assert answer.job_id == "j"
    assert time.monotonic() - asked < 3.5
