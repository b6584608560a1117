"""Chats and surveys become meetings without sound, ready to be read."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from insight_desktop import readings
from insight_desktop.crm.surveys import is_survey, nps_answer, read_survey
from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.customer import Contact, NpsSource
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.events import AnalysisReady
from insight_desktop.domain.ids import ContactId, new_id
from insight_desktop.domain.insight import Metrics
from insight_desktop.domain.job import Stage
from insight_desktop.domain.speaker import Role
from insight_desktop.processing import ImportOptions, Processing
from insight_desktop.store.workspace import Workspace
from insight_desktop.text_meetings import forget_loyalty, import_text, learn_loyalty

CHAT = """2026/11/19(木)
10:00\t佐藤\t月末の締めに三日かかります
10:01\t田中\t三日ですか
2026/11/20(金)
09:00\t佐藤\tありがとうございました
"""
SURVEY = (
    "タイムスタンプ,会社名,お名前,本日のセミナーはいかがでしたか？,いま困っていることをお聞かせください\n"
    "2026/11/20 15:01:11,㈱山田製作所,高橋,とても良かった,請求書の手入力に三日かかる\n"
    "2026/11/20 15:03:00,知らない会社,森,,\n"
    "2026/11/20 15:04:00,知らない会社,木村,普通,\n"
)


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace.open(tmp_path / "workspace") as opened:
        yield opened


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_a_chat_becomes_a_meeting_a_day_that_the_analysis_can_read(workspace: Workspace, tmp_path: Path):
    path = write(tmp_path / "佐藤様.txt", CHAT, "cp932")
    first, second = import_text(workspace, path, ImportOptions(rep="田中"))
    local = [each.meeting.started_at.astimezone() for each in (first, second)]
    assert [(at.date(), at.hour) for at in local] == [(dt.date(2026, 11, 19), 10), (dt.date(2026, 11, 20), 9)]
    assert (first.meeting.title, first.meeting.language, first.meeting.tags) == ("佐藤様 2026-11-19", "ja", ("chat",))
    speakers = {each.name: each.role for each in workspace.speakers.of_meeting(first.meeting.id)}
    assert speakers == {"佐藤": Role.CUSTOMER, "田中": Role.REP}
    segments = [each.segment for each in workspace.transcripts.current(first.meeting.id)]
    assert [segment.span.start for segment in segments] == [0.0, 60.0]
    assert workspace.meetings.recordings(first.meeting.id) == ()
    assert first.job is not None
    request = Processing(workspace).request(first.job.id)
    assert (first.job.stage, request.transcribed, request.audio_path) == (Stage.ANALYSE, True, "")
    assert [segment.text for segment in request.done] == ["月末の締めに三日かかります", "三日ですか"]


LINE = """[LINE] 佐藤 美咲とのトーク履歴
保存日時：2026/11/25 18:20

2026/11/19(木)
10:00\t佐藤 美咲\t承知いたしました
10:01\t田中\tはい
2026/11/20(金)
09:00\t佐藤 美咲\tありがとうございました
"""


@pytest.mark.parametrize(
    ("name", "text"), [("a.txt", LINE), ("[LINE] 佐藤 美咲とのトーク.txt", LINE.partition("\n")[2])]
)
def test_line_tells_whom_one_wrote_with(workspace: Workspace, tmp_path: Path, name: str, text: str):
    """The customer often begins, on the second day here alone: who begins is no sign of the rep."""
    first, second = import_text(workspace, write(tmp_path / name, text))
    speakers = {each.name: (each.role, each.confidence) for each in workspace.speakers.of_meeting(first.meeting.id)}
    assert speakers == {"佐藤 美咲": (Role.CUSTOMER, 1.0), "田中": (Role.REP, 1.0)}
    assert [each.role for each in workspace.speakers.of_meeting(second.meeting.id)] == [Role.CUSTOMER]


def test_people_kept_and_former_reps_tell_the_sides(workspace: Workspace, tmp_path: Path):
    chat = "佐藤: 承知いたしました\n田中: はい\n"
    yamada = workspace.customers.find_or_make("山田製作所")
    contact = workspace.customers.save_contact(Contact(id=ContactId(new_id()), customer_id=yamada.id, name="佐藤"))
    (kept,) = import_text(workspace, write(tmp_path / "a.txt", chat))
    workspace.customers.trash_contact(contact.id)
    import_text(workspace, write(tmp_path / "b.txt", "田中: はい\n"), ImportOptions(rep="田中"))
    (led,) = import_text(workspace, write(tmp_path / "c.txt", chat))
    for found in (kept, led):
        roles = {each.name: each.role for each in workspace.speakers.of_meeting(found.meeting.id)}
        assert roles == {"佐藤": Role.CUSTOMER, "田中": Role.REP}


def test_the_same_file_again_makes_nothing_new(workspace: Workspace, tmp_path: Path):
    path = write(tmp_path / "a.txt", CHAT)
    first = import_text(workspace, path)
    again = import_text(workspace, path)
    assert [each.meeting.id for each in again] == [each.meeting.id for each in first]
    assert all(each.is_duplicate and each.job is None for each in again)
    assert workspace.meetings.list().total == 2


def test_answers_become_a_meeting_a_respondent_linked_to_whom_they_name(workspace: Workspace, tmp_path: Path):
    yamada = workspace.customers.find_or_make("山田製作所")
    path = write(tmp_path / "セミナー.csv", SURVEY, "cp932")
    takahashi, kimura = import_text(workspace, path)
    assert takahashi.meeting.title == "セミナー ㈱山田製作所 高橋"
    assert takahashi.meeting.customer_id == yamada.id
    assert kimura.meeting.customer_id is None
    assert [customer.name for customer in workspace.customers.list()] == ["山田製作所"]
    turns = [(each.segment.speaker, each.segment.text) for each in workspace.transcripts.current(takahashi.meeting.id)]
    assert turns == [
        ("rep", "本日のセミナーはいかがでしたか？"),
        ("customer", "とても良かった"),
        ("rep", "いま困っていることをお聞かせください"),
        ("customer", "請求書の手入力に三日かかる"),
    ]
    assert takahashi.meeting.started_at.astimezone().date() == dt.date(2026, 11, 20)


def test_webvtt_keeps_its_times(workspace: Workspace, tmp_path: Path):
    text = "WEBVTT\n\n00:00:05.000 --> 00:00:08.000\nTanaka: Hello there.\n\n00:01:00.000 --> 00:01:02.000\nKim: Hi.\n"
    (found,) = import_text(workspace, write(tmp_path / "w.vtt", text))
    spans = [each.segment.span for each in workspace.transcripts.current(found.meeting.id)]
    assert [(span.start, span.end) for span in spans] == [(5.0, 8.0), (60.0, 62.0)]
    assert found.meeting.language == "en"


VOICES = """WEBVTT

00:00:05.000 --> 00:00:08.000
<v 山本 部長>お待ちしていました。</v>

00:00:09.000 --> 00:00:12.000
<v 田中 健>お時間をいただきありがとうございます。</v>

00:00:13.000 --> 00:00:14.000
<v Customer>はい。</v>
"""


@pytest.mark.parametrize(
    ("rep", "sides"),
    [
        ("", [("田中 健", "rep"), ("山本 部長", "customer"), ("", "customer2")]),
        ("田中健", [("田中 健", "rep"), ("山本 部長", "customer"), ("", "customer2")]),
    ],
)
def test_webvtt_keeps_names_and_knows_the_users_own(
    workspace: Workspace, tmp_path: Path, rep: str, sides: list[tuple[str, str]]
):
    (found,) = import_text(workspace, write(tmp_path / "w.vtt", VOICES), ImportOptions(rep=rep))

    speakers = workspace.speakers.of_meeting(found.meeting.id)
    assert sorted((each.name, each.label) for each in speakers) == sorted(sides)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", "ただの文章です。", ErrorCode.NO_MESSAGES),
        ("a.txt", "", ErrorCode.FILE_EMPTY),
        ("a.csv", "質問はありますか？\n", ErrorCode.NO_MESSAGES),
        ("a.vtt", "WEBVTT\n", ErrorCode.TRANSCRIPT_UNREADABLE),
    ],
)
def test_what_holds_nothing_is_told_and_leaves_nothing(
    workspace: Workspace, tmp_path: Path, name: str, content: str, code: ErrorCode
):
    with pytest.raises(KnownError) as caught:
        import_text(workspace, write(tmp_path / name, content))
    assert caught.value.code is code
    assert workspace.meetings.list().total == 0


QUESTIONS = (
    "#,Question,Asker Name,Asker Email,Question Time,Answer(s)\n"
    "1,How do I move old records?,Bethan Rees,b@x.example,2026/11/20 15:01,We have an importer\n"
    "2,Is there a plan for ten sites?,Sam Cole,s@x.example,2026/11/20 15:02,\n"
    "3,And for twenty?,Bethan Rees,b@x.example,2026/11/20 15:05,Yes\n"
)


def test_the_questions_of_a_webinar_are_the_customers_and_the_answers_ours(workspace: Workspace, tmp_path: Path):
    assert is_survey(QUESTIONS.partition("\n")[0].split(","))
    assert not is_survey(["会社名", "電話番号", "回答"])
    first, second = import_text(workspace, write(tmp_path / "qa.csv", QUESTIONS))
    assert [each.meeting.tags for each in (first, second)] == [("chat",), ("chat",)]
    said = [
        [(each.segment.speaker, each.segment.text) for each in workspace.transcripts.current(found.meeting.id)]
        for found in (first, second)
    ]
    assert said == [
        [
            ("customer", "How do I move old records?"),
            ("rep", "We have an importer"),
            ("customer", "And for twenty?"),
            ("rep", "Yes"),
        ],
        [("customer", "Is there a plan for ten sites?")],
    ]
    assert first.meeting.started_at.astimezone().date() == dt.date(2026, 11, 20)
    speakers = {each.name: each.role for each in workspace.speakers.of_meeting(first.meeting.id)}
    assert speakers["Bethan Rees"] is Role.CUSTOMER


def test_questions_and_answers_without_an_asker_are_a_survey(tmp_path: Path):
    (found,) = read_survey(write(tmp_path / "s.csv", "お名前,質問,回答\n森,いかがでしたか,便利です\n"))
    assert not found.is_theirs


def test_a_missing_file_is_told(workspace: Workspace, tmp_path: Path):
    with pytest.raises(KnownError) as caught:
        import_text(workspace, tmp_path / "none.txt")
    assert caught.value.code is ErrorCode.FILE_MISSING


@pytest.mark.parametrize(
    "headers",
    ["タイムスタンプ,会社名,ご意見", "Timestamp,Name,How satisfied are you?", "お名前,満足度,理由をお聞かせください"],
)
def test_a_survey_is_told_by_what_it_asks(headers: str):
    assert is_survey(headers.split(","))


@pytest.mark.parametrize(
    "headers",
    [
        "会社名,業種,NPS,更新日",
        "product_id,name,family,tier,description",
        "会社名,問い合わせ内容,対応完了日,対応状況",
        "Account name,Usage metric,Active users,Measured on",
        "Company name,Contact name,Contract start,Renewal date,Open support case",
    ],
)
def test_other_tables_are_no_surveys(headers: str):
    assert not is_survey(headers.split(","))


def test_days_of_answers_in_both_forms(tmp_path: Path):
    path = write(
        tmp_path / "s.csv",
        "Timestamp,Name,Why?\n11/20/2026 3:04:05 PM,Kim,Because\n２０２６年１１月２０日,Lee,So\n,Po,X\n",
    )
    assert [each.answered_on for each in read_survey(path)] == [dt.date(2026, 11, 20), dt.date(2026, 11, 20), None]


def test_nobody_s_time_is_measured_in_writing(workspace: Workspace, tmp_path: Path):
    (found,) = import_text(workspace, write(tmp_path / "a.txt", "田中: 困りごとは？\n佐藤: 締めです\n"))
    processing = Processing(workspace)
    assert found.job is not None
    processing.start(found.job.id)
    measured = Metrics(talk_ratio_rep=0.5, patience_s=1.0, questions_rep=1)
    processing.apply(found.job.id, AnalysisReady(analysis=Analysis(metrics=measured)))
    stored = workspace.analyses.load(found.meeting.id)
    assert stored is not None
    assert stored.analysis.metrics == Metrics(questions_rep=1)
    readings.remeasure(workspace, found.meeting.id)
    again = workspace.analyses.load(found.meeting.id)
    assert again is not None
    assert (again.analysis.metrics.talk_ratio_rep, again.analysis.metrics.questions_rep) == (None, 1)


ANSWERS = (
    "タイムスタンプ,会社名,お名前,当社を知人に薦めたいと思いますか？(0〜10),その理由をお聞かせください\n"
    "2026/11/20 15:01:11,㈱山田製作所,高橋,９点,推奨の理由は速さです\n"
    "2026/11/20 15:03:00,㈱山田製作所,森,4,1つ不満があるので\n"
    "2026/11/20 15:04:00,知らない会社,木村,10,\n"
)


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("当社を薦めたいと思いますか？", "9", 9),
        ("推奨度(ＮＰＳ)", "１０点", 10),
        ("How likely are you to recommend us?", "7 - likely", 7),
        ("How likely are you to recommend us?", "11", None),
        ("How likely are you to recommend us?", "8.5", None),
        ("おすすめの理由は？", "3つあります", None),
        ("満足度", "5", None),
        ("How likely are you to recommend us?", "very", None),
    ],
)
def test_only_the_question_whether_one_recommends_us_has_a_score(question: str, answer: str, expected: int | None):
    assert nps_answer(question, answer) == expected


def test_a_survey_tells_the_customer_s_loyalty_the_lowest_of_a_day(workspace: Workspace, tmp_path: Path):
    yamada = workspace.customers.find_or_make("山田製作所")
    found = import_text(workspace, write(tmp_path / "s.csv", ANSWERS))
    kept = workspace.customers.get(yamada.id)
    assert kept is not None
    assert (kept.nps, kept.nps_on, kept.nps_source) == (4, dt.date(2026, 11, 20), NpsSource.SURVEY)
    assert [each.before.nps if each.before else "" for each in found] == [None, 9, ""]
    for each in reversed(found):
        if each.before is not None:
            forget_loyalty(workspace, each.before)
    assert workspace.customers.get(yamada.id) == yamada


@pytest.mark.parametrize(("by_hand_on", "expected"), [(dt.date(2026, 11, 21), 2), (dt.date(2026, 11, 19), 4)])
def test_a_score_by_hand_that_is_newer_stays(workspace: Workspace, tmp_path: Path, by_hand_on: dt.date, expected: int):
    yamada = workspace.customers.find_or_make("山田製作所")
    workspace.customers.save(replace(yamada, nps=2, nps_on=by_hand_on, nps_source=NpsSource.HAND))
    import_text(workspace, write(tmp_path / "s.csv", ANSWERS))
    kept = workspace.customers.get(yamada.id)
    assert kept is not None
    assert kept.nps == expected


def test_a_survey_that_gets_its_customer_later_tells_it_then(workspace: Workspace, tmp_path: Path):
    *_, unknown = import_text(workspace, write(tmp_path / "s.csv", ANSWERS))
    assert learn_loyalty(workspace, unknown.meeting.id) is None
    kimura = workspace.customers.find_or_make("木村商店")
    workspace.meetings.set_customer(unknown.meeting.id, kimura.id)
    assert learn_loyalty(workspace, unknown.meeting.id) == kimura
    kept = workspace.customers.get(kimura.id)
    assert kept is not None
    assert kept.nps == 10
