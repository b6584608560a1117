"""A meeting as Word, web page, Markdown, JSON, subtitles, mail and chat: nothing lost, nothing that breaks a reader."""

import datetime as dt
import io
import json
from html.parser import HTMLParser

import docx
import pytest

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import MeetingId
from insight_desktop.domain.insight import MinutesLine, MinutesSection, NextStep, Owner
from insight_desktop.domain.speaker import CUSTOMER, REP, Role, Speaker
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment, Transcript
from insight_desktop.exports import message_text
from insight_desktop.exports.document import document_of
from insight_desktop.exports.document_docx import docx as word
from insight_desktop.exports.document_html import html
from insight_desktop.exports.minutes_text import MinutesHead
from insight_desktop.meeting_documents import DocumentKind, MeetingDocuments, MessageKind, save
from insight_desktop.store.workspace import Workspace
from tests.exports.test_exporting import add

HEAD = MinutesHead(
    title="山田製作所 <定例> & 相談",
    started_at=dt.datetime(2026, 11, 20, 14, 0, tzinfo=dt.timezone(dt.timedelta(hours=9))),
    customer="山田製作所",
    present=("山田 花子", "中村"),
)
ANALYSIS = Analysis(
    minutes=(
        MinutesLine(section=MinutesSection.PAINS, text="月末の締めに三日\x00かかる\ud800", turns=(3,)),
        MinutesLine(section=MinutesSection.NEEDS, text="請求書の<b>自動化</b>", turns=(5,)),
        MinutesLine(section=MinutesSection.CONCERNS, text="予算が厳しい", turns=(6,)),
    ),
    next_steps=(NextStep(turns=(7,), owner=Owner.REP, what="見積もりを送る", due=dt.date(2026, 11, 26)),),
)
TRANSCRIPT = Transcript(
    segments=(
        Segment(span=TimeSpan(start=0, end=2), text="本日は。", speaker=REP),
        Segment(span=TimeSpan(start=65, end=70), text="終電なんです & 困る\x0b🎉", speaker=CUSTOMER),
    ),
    language="ja",
)
SPEAKERS = (Speaker(label=CUSTOMER, name="山田 花子", role=Role.CUSTOMER),)
DOCUMENT = document_of(HEAD, ANALYSIS, TRANSCRIPT, SPEAKERS)


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the library's signature
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_word_file_opens_and_holds_everything() -> None:
    opened = docx.Document(io.BytesIO(word(DOCUMENT)))
    paragraphs = [paragraph.text for paragraph in opened.paragraphs]
    assert paragraphs[0] == HEAD.title
    assert "月末の締めに三日かかる" in paragraphs
    assert "請求書の<b>自動化</b>" in paragraphs
    assert "01:05  山田 花子  終電なんです & 困る 🎉" in paragraphs
    assert [cell.text for cell in opened.tables[0].rows[1].cells] == ["顧客", "山田製作所"]
    assert opened.core_properties.author == ""


def test_web_page_is_closed_and_escaped() -> None:
    parser = _Texts()
    parser.feed(html(DOCUMENT))
    assert parser.open == []
    for text in (HEAD.title, "月末の締めに三日かかる", "請求書の<b>自動化</b>", "終電なんです & 困る 🎉", "01:05"):
        assert text in parser.texts


def test_mail_says_nothing_that_the_customer_should_not_read() -> None:
    text = message_text.mail(HEAD, ANALYSIS, rep="中村", people=("山田 花子様", "高橋さん"))
    assert text.startswith("山田製作所\n山田 花子 様、高橋 様\n\nお世話になっております。中村です。\n11月20日(金)は、")
    assert "・【弊社】見積もりを送る(11月26日(木)まで)" in text
    assert "自動化" in text
    assert "三日" not in text
    assert "予算が厳しい" not in text


def test_mail_in_english_and_without_anything_known() -> None:
    head = MinutesHead(title="Acme", started_at=HEAD.started_at, language="en")
    text = message_text.mail(head, Analysis(next_steps=ANALYSIS.next_steps))
    assert text.startswith("Dear all,\n\nThank you for your time on 20 November.")
    assert "• We: 見積もりを送る (by 26 November)" in text
    assert text.endswith("Kind regards,\n")


def test_chat_tells_colleagues_what_hurts() -> None:
    text = message_text.chat(HEAD, ANALYSIS)
    assert text.startswith("【商談メモ】山田製作所 <定例> & 相談(11月20日(金) · 山田製作所)")
    assert "■ 困りごと\n・月末の締めに三日" in text
    assert "・【自社】見積もりを送る" in text


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path / "ワーク スペース🎉") as opened:
        yield opened


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind is not DocumentKind.JSON])
def test_every_kind_is_written_from_a_workspace(workspace, tmp_path, kind) -> None:
    meeting_id = add(workspace)
    path = MeetingDocuments(workspace, meeting_id).write(
        kind, tmp_path / "新しい" / f"議事録.{kind}", with_transcript=True
    )
    assert path.stat().st_size > 0
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_json_is_that_of_the_command_line(workspace, tmp_path) -> None:
    meeting_id = add(workspace)
    path = MeetingDocuments(workspace, meeting_id).write(DocumentKind.JSON, tmp_path / "a.json")
    data = json.loads(path.read_text("utf-8"))
    assert [turn["speaker"] for turn in data["turns"]] == ["rep", "customer"]
    assert data["next_steps"][0]["what"] == "見積もりを送る"
    assert str(workspace.path) not in path.read_text("utf-8")


@pytest.mark.parametrize("kind", MessageKind)
def test_every_message_is_made_from_a_workspace(workspace, kind) -> None:
    wanted = "商談1" if kind is MessageKind.MINUTES else "見積もりを送る"
    assert wanted in MeetingDocuments(workspace, add(workspace)).message(kind)


def test_unfinished_meeting_has_no_document(workspace, tmp_path) -> None:
    with pytest.raises(KnownError) as caught:
        MeetingDocuments(workspace, MeetingId("nobody"))
    assert ErrorCode.NOT_FOUND is caught.value.code


def test_full_disk_keeps_the_old_document(tmp_path, monkeypatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("insight_desktop.meeting_documents.os.fsync", full)
    with pytest.raises(KnownError) as caught:
        save(path, b"new")
    assert ErrorCode.EXPORT_FAILED is caught.value.code
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])
