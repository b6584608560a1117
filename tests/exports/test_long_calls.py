"""Places after the first hour read as in the window: 2:27:29, not 147:29."""

from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.insight import MinutesLine, MinutesSection
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.domain.timespan import TimeSpan, clock
from insight_desktop.domain.transcript import Transcript
from insight_desktop.exports.document import Spoken
from insight_desktop.exports.transcript_text import text
from insight_desktop.insights.minutes import as_markdown
from tests.fakes_speech import a_segment

AT = 2 * 3600 + 27 * 60 + 29.5


def test_a_place_is_told_in_hours_once_there_are_some():
    assert [clock(62), clock(3599.9), clock(3600), clock(AT)] == ["1:02", "59:59", "1:00:00", "2:27:29"]


def test_minutes_documents_and_texts_tell_the_hours():
    turn = Turn(index=0, speaker=SpeakerLabel("customer"), text="はい", span=TimeSpan(start=AT, end=AT + 1))
    line = MinutesLine(section=MinutesSection.NEEDS, text="要望", turns=(0,))

    minutes = as_markdown([line], Conversation(id="m", language="ja", turns=(turn,)))
    written = text(Transcript(segments=(a_segment(AT, AT + 1),), language="ja", model=""))

    assert "(2:27:29)" in minutes
    assert written.startswith("[2:27:29]")
    assert Spoken(seconds=AT, speaker="", text="").clock == "2:27:29"
    assert Spoken(seconds=62, speaker="", text="").clock == "01:02"
