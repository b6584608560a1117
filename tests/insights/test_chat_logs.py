"""Chats in the forms that programs save or copy them in; the lines are made up."""

import datetime as dt

import pytest

from insight_desktop.insights.chat_logs import by_day, read_messages

DAY = dt.date(2026, 11, 20)
FORMS = {
    "zoom, saved": "14:02:11 From  田中 to Everyone:\n\tよろしくお願いします\n"
    "14:03:00 From 佐藤 to 田中(Direct Message):\n\tはい",
    "zoom, older": "14:02:11\t From 田中 : よろしくお願いします\n14:03:00\t From 佐藤 : はい",
    "zoom, Japanese": "14:02:11 開始 田中 から 全員 : よろしくお願いします\n14:03:00 開始 佐藤 から 全員 : はい",
    "zoom, cloud": "14:02:11\t田中:\tよろしくお願いします\n14:03:00\t佐藤:\tはい",
    "teams, brackets": "[14:02] 田中\nよろしくお願いします\n[14:03] 佐藤\nはい",
    "teams, day": "[2026/11/20 14:02] 田中: よろしくお願いします\n[2026/11/20 14:03] 佐藤: はい",
    "teams, header": "田中 14:02\nよろしくお願いします\n佐藤 14:03\nはい",
    "slack": "田中  [2:02 PM]\nよろしくお願いします\n佐藤  [2:03 PM]\nはい",
    "line": "[LINE] 佐藤とのトーク履歴\n保存日時：2026/11/20 15:00\n\n2026/11/20(金)\n"
    "14:02\t田中\tよろしくお願いします\n14:02\t佐藤\t[スタンプ]\n14:03\t佐藤\tはい",
    "line, phone": "2026.11.20 金曜日\n午後2:02\t田中\tよろしくお願いします\n午後2:03\t佐藤\tはい",
    "whatsapp": "2026/11/20, 14:02 - 田中: よろしくお願いします\n2026/11/20, 14:03 - 佐藤: はい",
    "whatsapp, phone": "[2026/11/20 14:02:11] 田中: よろしくお願いします\n[2026/11/20 14:03:00] 佐藤: はい",
    "times in front": "14:02 田中: よろしくお願いします\n14:03 佐藤：はい",
    "plain": "田中: よろしくお願いします\n佐藤：はい",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_who_wrote_what_is_read(text: str):
    assert [(each.name, each.text) for each in read_messages(text)] == [
        ("田中", "よろしくお願いします"),
        ("佐藤", "はい"),
    ]


@pytest.mark.parametrize("form", [name for name in FORMS if name != "plain"])
def test_times_are_read(form: str):
    times = [(each.time.hour, each.time.minute) for each in read_messages(FORMS[form]) if each.time]
    assert times == [(14, 2), (14, 3)]


@pytest.mark.parametrize("form", ["teams, day", "line", "line, phone", "whatsapp", "whatsapp, phone"])
def test_days_are_read(form: str):
    assert {each.day for each in read_messages(FORMS[form])} == {DAY}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("03/11/2026, 10:02 - A: a", "20/11/2026, 10:03 - B: b"),
        ("[03/11/26, 10:02:00] A: a", "[20/11/26, 10:03:00] B: b"),
        ("03.11.2026, 10:02 - A: a", "20.11.2026, 10:03 - B: b"),
        ("11/3/2026, 10:02 - A: a", "11/20/2026, 10:03 - B: b"),
    ],
)
def test_one_day_that_cannot_be_otherwise_tells_the_order_of_all(first: str, second: str):
    """A day that could not be read was taken for that on which the file was saved, 3/11 for the eleventh of March."""
    days = [each.day for each in read_messages(f"{first}\n{second}\n")]
    assert days == [dt.date(2026, 11, 3), DAY]


def test_what_nobody_wrote_is_left_out():
    noise = (
        "<Media omitted>",
        "<メディアは含まれていません>",
        "This message was deleted",
        "このメッセージは削除されました。",
    )
    text = "".join(f"14:0{number} A: {line}\n" for number, line in enumerate(("はい", *noise)))
    assert [each.text for each in read_messages(text)] == ["はい"]


def test_lines_go_on_and_days_are_told_apart():
    text = (
        '2026/11/19(木)\n10:00\t佐藤\t"一行目\n二行目 https://example.jp"\n10:05\t田中が参加しました\n'
        "Fri, 11/20/2026\n09:00\t田中\tReacted to はい\n09:01\t田中\t3:00 PM: ですか？\n三行目\n"
    )
    first, second = by_day(read_messages(text))
    assert [each.text for each in first] == ["一行目\n二行目 https://example.jp"]
    assert [(each.day, each.text) for each in second] == [(DAY, "3:00 PM: ですか？\n三行目")]


@pytest.mark.parametrize(
    "text", ["", "ただの文章です。\nもう一行。", "https://example.jp\n12:30", "\x00\x01", "12:99 田中"]
)
def test_what_is_no_chat_has_no_messages(text: str):
    assert read_messages(text) == ()
