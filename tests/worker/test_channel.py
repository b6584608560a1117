"""The child's end of the pipe."""

import io
import os
import threading

from insight_desktop.worker import channel as module
from insight_desktop.worker.channel import BROKEN_PIPE, GARBAGE, Channel
from insight_desktop.worker.messages import Cancel, Cancelled, Diarize, Finished, Hello, decode, encode


def a_channel(down=b""):
    ended = []
    up = io.BytesIO()
    return Channel(up, io.BytesIO(down), end=ended.append), up, ended


def test_messages_go_up_as_lines():
    channel, up, _ = a_channel()

    channel.send(Hello(role="analysis", version="1"))
    channel.send(Finished(job_id="j"))

    first, second = up.getvalue().splitlines(keepends=True)
    assert decode(first) == Hello(role="analysis", version="1")
    assert decode(second) == Finished(job_id="j")


def test_what_is_asked_comes_out_and_a_closed_input_ends():
    asked = Diarize(audio_path="a.wav", speech=())
    channel, _, ended = a_channel(encode(asked))

    channel.listen()

    assert next(channel.messages()) == asked
    assert ended == [0]


def test_garbage_ends_the_process_without_repeating_it(capsys):
    channel, _, ended = a_channel("秘密\n".encode())

    channel.listen()

    assert ended == [GARBAGE]
    assert "秘密" not in capsys.readouterr().err


def test_nobody_reads_any_more():
    reader, writer = os.pipe()
    os.close(reader)
    ended = []
    with os.fdopen(writer, "wb", buffering=0) as up:
        Channel(up, io.BytesIO(), end=ended.append).send(Finished(job_id="j"))

    assert ended == [BROKEN_PIPE]


def test_cancel_sets_the_flag_of_a_running_job():
    channel, _, _ = a_channel(encode(Cancel()))
    channel.begin(if_stuck=Cancelled(job_id="j"))

    channel.listen()
    channel.finish()

    assert channel.is_cancelled


def test_cancel_without_a_job_is_ignored():
    channel, _, _ = a_channel(encode(Cancel()))

    channel.listen()

    assert not channel.is_cancelled


def test_stuck_job_is_ended(monkeypatch):
    monkeypatch.setattr(module, "_CANCEL_GRACE_S", 0.01)
    ended = threading.Event()
    up = io.BytesIO()
    channel = Channel(up, io.BytesIO(encode(Cancel())), end=lambda _code: ended.set())
    channel.begin(if_stuck=Cancelled(job_id="j"))

    channel.listen()

    assert ended.wait(10)
    deadline = threading.Event()
    for _ in range(500):
        if up.getvalue():
            break
        deadline.wait(0.01)
    assert decode(up.getvalue()) == Cancelled(job_id="j")
