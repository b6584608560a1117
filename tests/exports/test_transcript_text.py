"""Transcripts as text and subtitles, minutes as Markdown and for a mail."""

import datetime as dt
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.insight import MinutesLine, MinutesSection, NextStep, Owner
from insight_desktop.domain.speaker import Speaker, SpeakerLabel
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, Transcript
from insight_desktop.exports import minutes_text, transcript_text
from insight_desktop.exports.minutes_text import MinutesHead


def a_transcript(*texts: str, language: str = "ja") -> Transcript:
    return Transcript(
        segments=tuple(
            Segment(
                span=TimeSpan(start=3600.0 * i + 1.5, end=3600.0 * i + 3.25),
                text=text,
                speaker=SpeakerLabel(("rep", "customer", "SPEAKER_00")[i % 3]),
            )
            for i, text in enumerate(texts)
        ),
        language=language,
    )


def test_text_has_a_line_for_each_segment():
    speakers = [Speaker(label=SpeakerLabel("customer"), name="小林様")]
    assert transcript_text.text(a_transcript("はい", "一行目\n二行目", "誰か"), speakers) == (
        "[00:01] 自社: はい\n[1:00:01] 小林様: 一行目 二行目\n[2:00:01] 話者 1: 誰か\n"
    )


def test_srt_is_numbered_with_commas():
    assert transcript_text.srt(a_transcript("Hello", "There", language="en")) == (
        "1\n00:00:01,500 --> 00:00:03,250\nRep: Hello\n\n2\n01:00:01,500 --> 01:00:03,250\nCustomer: There\n"
    )


def test_vtt_has_voices_and_escapes():
    assert transcript_text.vtt(a_transcript("a <b> & c --> d")) == (
        "WEBVTT\n\n00:00:01.500 --> 00:00:03.250\n<v 自社>a &lt;b&gt; &amp; c --&gt; d\n"
    )


def test_segment_without_speaker_or_length_is_a_cue():
    transcript = Transcript(segments=(Segment(span=TimeSpan(start=1, end=1), text="x"),), language="ja")
    assert transcript_text.srt(transcript) == "1\n00:00:01,000 --> 00:00:01,200\nx\n"
    assert transcript_text.text(transcript) == "[00:01] x\n"
    assert transcript_text.vtt(replace(transcript, segments=())) == "WEBVTT\n"


def test_two_people_of_a_side_are_numbered():
    segments = tuple(
        Segment(span=TimeSpan(start=i, end=i + 1), text="x", speaker=SpeakerLabel(label))
        for i, label in enumerate(("customer", "customer2"))
    )
    transcript = Transcript(segments=segments, language="en")
    assert list(transcript_text.speaker_names(transcript, ()).values()) == ["Customer", "Customer 2"]


@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_text_keeps_the_shape(texts: list[str]):
    transcript = a_transcript(*texts)
    assert len(re.findall(r"^\d\d:\d\d:\d\d\.\d{3} --> ", transcript_text.vtt(transcript), re.MULTILINE)) == len(texts)
    assert transcript_text.vtt(transcript).count("-->") == len(texts)
    assert len(transcript_text.text(transcript).split("\n")) == len(texts) + 1
    assert transcript_text.srt(transcript).count("\n\n") == max(0, len(texts) - 1)


HEAD = MinutesHead(
    title="山田製作所 *定例*",
    started_at=dt.datetime(2026, 11, 20, 14, 0, tzinfo=dt.timezone(dt.timedelta(hours=9))),
    customer="山田製作所",
    present=("森田", "小林"),
)
ANALYSIS = Analysis(
    minutes=(
        MinutesLine(section=MinutesSection.NEXT_STEPS, text="古い行", turns=()),
        MinutesLine(section=MinutesSection.PAINS, text="# 締めに\n三日_かかる_", turns=(1,)),
    ),
    next_steps=(
        NextStep(turns=(2,), owner=Owner.REP, what="見積を送る", due=dt.date(2026, 11, 26)),
        NextStep(turns=(3,), owner=Owner.CUSTOMER, what="稟議"),
    ),
)


def test_minutes_as_markdown():
    assert minutes_text.markdown(HEAD, ANALYSIS) == (
        "# 山田製作所 \\*定例\\*\n\n- 日時: 2026-11-20 14:00\n- 顧客: 山田製作所\n- 出席: 森田、小林\n"
        "\n## 課題\n\n- \\# 締めに 三日\\_かかる\\_\n"
        "\n## 次のアクション\n\n- 【自社】見積を送る(期限 2026-11-26)\n- 【先方】稟議\n"
    )


def test_minutes_as_plain_text_in_english():
    head = replace(HEAD, language="en", title="Review", present=(), customer="")
    assert minutes_text.plain(head, ANALYSIS) == (
        "Review\nDate: 2026-11-20 14:00\n\nPROBLEMS\n• # 締めに 三日_かかる_\n"
        "\nNEXT STEPS\n• We: 見積を送る (due 2026-11-26)\n• Customer: 稟議\n"
    )


def test_empty_minutes_say_so():
    assert "記録された内容はありません。" in minutes_text.plain(HEAD, Analysis())
