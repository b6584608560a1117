"""Which time of a turn a customer plans for; each rule with a twin where it must not fire."""

import datetime as dt

import pytest

from insight_desktop.domain.conversation import Conversation, CustomerContext, Turn
from insight_desktop.domain.speaker import SpeakerLabel
from insight_desktop.insights.plan_dates import plan_of, plans_of
from insight_desktop.insights.turn_dates import plans_at

HELD_ON = dt.date(2026, 9, 3)
RENEWAL = dt.date(2027, 3, 31)

NO_DAY = [
    ("ja", "決算の三月が終わってから考えます。"),
    ("ja", "動くなら、十月が過ぎてからやね。"),
    ("ja", "四月以降にまた声をかけてください。"),
    ("ja", "連休明けにまた話しましょう。"),
    ("ja", "早くて十一月、遅ければ分かりません。"),
    ("ja", "買い替えは三年先でしょうね。"),
    ("ja", "十月は収穫で無理です。"),
    ("en", "After October we can see where we stand."),
    ("en", "Nobody here will open a paper before November."),
    ("en", "We're not deciding until January."),
    ("en", "Some time towards the back end of the year, I'd say."),
    # a month that has just passed, or is told as past
    ("ja", "八月は十九台でした。"),
    ("en", "August was nineteen."),
    ("ja", "三月に一人面接したんですけど、断られました。"),
    ("en", "Opened it in March, there's a kit coming."),
]
"""Only before which nothing happens: no date follows."""

DAYS = [
    ("ja", "十月が終わるまでに決めます。", dt.date(2026, 10, 31)),
    ("ja", "早くても十月からです。", dt.date(2026, 10, 1)),
    ("ja", "会計が早くて、十月二十日までに納品が要ります。", dt.date(2026, 10, 20)),
    ("ja", "連休明けの二十四日から使います。", dt.date(2026, 9, 24)),
    ("ja", "十月のうちに終わっていないと困ります。", dt.date(2026, 10, 31)),
    ("en", "I need it decided before November.", dt.date(2026, 10, 31)),
    ("en", "It has to be in by the end of the year.", dt.date(2026, 12, 31)),
    ("en", "The soonest is the first of October.", dt.date(2026, 10, 1)),
    ("ja", "来年の八月に開きます。", dt.date(2027, 8, 31)),
    ("en", "We open in August next year.", dt.date(2027, 8, 31)),
    ("ja", "三月に面接します。", dt.date(2027, 3, 31)),
    ("ja", "三月に入った人が慣れた頃、では遅いので十月に始めます。", dt.date(2026, 10, 31)),
    ("en", "They signed a contract that runs until March.", dt.date(2027, 3, 31)),
    # the wish, not what would follow without it
    ("ja", "十一月には決めないと、四月に間に合わないんです。", dt.date(2026, 11, 30)),
    ("ja", "十月の会に間に合わせたい。十一月にずれ込むと来年になります。", dt.date(2026, 10, 31)),
    ("ja", "当初予算に載せるなら二月の議会です。逃すと、来年の二月です。", dt.date(2027, 2, 28)),
    ("ja", "夜間が一月四日開始で、十二月の十八日には揃っていてほしい。", dt.date(2026, 12, 18)),
    ("ja", "契約が十二月末までなので十一月には決めないと移行が終わらない", dt.date(2026, 11, 30)),
    ("ja", "九月の二十五日。そこで決めます。十二月で切れるんです、契約が。", dt.date(2026, 9, 25)),
    ("en", "All of them in October, since the first batch is filled in November.", dt.date(2026, 10, 31)),
    ("en", "They sit in November. I need them to have signed by the end of that month.", dt.date(2026, 11, 30)),
    ("en", "It should be running before the new year, because in January the labels begin.", dt.date(2026, 12, 31)),
    ("en", "The opening is next year, we want it running at the end of October.", dt.date(2027, 10, 31)),
    ("en", "It has to be cover for next year, by the fifteenth of October.", dt.date(2026, 10, 15)),
    ("en", "November sixth, a Friday.", dt.date(2026, 11, 6)),
    ("en", "Everything is to be closed by the nineteenth of October. After that you can ask about December.",
     dt.date(2026, 10, 19)),
    # corrections within the turn
    ("ja", "水曜に、いや木曜には決めます。", dt.date(2026, 9, 10)),
    ("ja", "十月、違う、十一月に始めたいです。", dt.date(2026, 11, 30)),
    ("en", "By the end of October, no wait, by the end of November.", dt.date(2026, 11, 30)),
    # notice counted back from a contract's end
    ("ja", "契約が十二月末までで、解約は二か月前に言わないといけません。", dt.date(2026, 10, 31)),
    ("ja", "契約は来年の三月で切れます。三か月前までに通知が要ります。", dt.date(2026, 12, 31)),
    ("en", "The contract runs until the end of December, with two months' notice.", dt.date(2026, 10, 31)),
    ("en", "Our lease is up on the fifteenth of December, thirty days' notice.", dt.date(2026, 11, 15)),
    # no notice: another date is named as well, or the date is no contract's end
    ("ja", "契約が十二月末までで、解約は二か月前なので、十月十五日に決めます。", dt.date(2026, 10, 15)),
    ("ja", "十二月末に決めます。工事は二か月前に連絡をもらえれば。", dt.date(2026, 12, 31)),
    ("en", "There's thirty days' notice, so he'd want to decide by the end of January.", dt.date(2027, 1, 31)),
    # a day with its weekday is the first day that is both
    ("en", "Friday the eighteenth, and it's to be done by then.", dt.date(2026, 9, 18)),
    ("en", "The door opens on the twentieth, a Friday.", dt.date(2026, 11, 20)),
    ("en", "The fifteenth, the Tuesday, we decide.", dt.date(2026, 9, 15)),
    ("ja", "十三日の金曜までに決めます。", dt.date(2026, 11, 13)),
    ("ja", "二週目の金曜、十三日には始めたいです。", dt.date(2026, 11, 13)),
    # a slip of the tongue changes nothing
    ("ja", "二十一日の日曜に始めたいです。", dt.date(2026, 9, 21)),
    # the second part says the first exactly
    ("ja", "十二月の頭、一日から使います。", dt.date(2026, 12, 1)),
    ("ja", "十一月の上旬、六日までに決めたい。", dt.date(2026, 11, 6)),
    ("en", "They vote it at the November session, that's the seventeenth.", dt.date(2026, 11, 17)),
    ("en", "It should run a week before Christmas, on the eighteenth.", dt.date(2026, 12, 18)),
    # what is settled, not when
    ("en", "They'll have settled the whole of next year by the nineteenth of November.", dt.date(2026, 11, 19)),
    ("en", "We set next year's fees by the tenth of October.", dt.date(2026, 10, 10)),
    # before a month begins, but not before it is over
    ("en", "I want to be rid of them ahead of December.", dt.date(2026, 11, 30)),
    ("en", "It has to be in before December is over.", dt.date(2026, 12, 31)),
    # a wish said as a reason
    ("ja", "十月は棚卸しです。十五日には回し終えたいんで、それまでに動いてもらわないと。", dt.date(2026, 10, 15)),
    ("ja", "十五日は棚卸しですから、十月二日には決めます。", dt.date(2026, 10, 2)),
    # days with a name
    ("en", "Taking money by Black Friday, that's the twenty-seventh.", dt.date(2026, 11, 27)),
    ("ja", "敬老の日までに使えるようにしたいです。", dt.date(2026, 9, 21)),
    # by its distance from another day
    ("ja", "発表会が十一月八日で、終わった次の日から使いたいです。", dt.date(2026, 11, 9)),
    ("ja", "秋祭りが十月十日でしょ。次の日の月曜からなら動けます。", dt.date(2026, 10, 12)),
    ("ja", "社長が見るのが十一月です。その月のうちに決めます。", dt.date(2026, 11, 30)),
    ("ja", "十一月一日の締めからです。最初の締めがその月の末なので。", dt.date(2026, 11, 1)),
    ("en", "Thirty-first of October, the mandate says. I can start the day after.", dt.date(2026, 11, 1)),
    ("en", "I fly on the twenty-seventh, so it has to be signed the day before that.", dt.date(2026, 9, 26)),
    ("en", "We open on the first of October, theirs goes dark the night before.", dt.date(2026, 10, 1)),
    ("en", "We open on the eighteenth of November. The fire man's coming on the fourth.", dt.date(2026, 11, 18)),
    ("en", "We open the Friday before Thanksgiving.", dt.date(2026, 11, 20)),
    ("ja", "その翌週の月曜、十月五日から始めます。", dt.date(2026, 10, 5)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NO_DAY, ids=[text for _, text in NO_DAY])
def test_what_comes_after_a_time_has_no_day(language: str, text: str) -> None:
    found = plan_of(text, HELD_ON, language)
    assert found is None or found.date is None


@pytest.mark.parametrize(("language", "text", "day"), DAYS, ids=[text for _, text, _ in DAYS])
def test_the_plan_of_a_turn(language: str, text: str, day: dt.date) -> None:
    found = plan_of(text, HELD_ON, language)
    assert found is not None
    assert found.date == day


def planned(language: str, before: str, text: str) -> dt.date | None:
    turns = tuple(
        Turn(index=n, speaker=SpeakerLabel(who), text=said)
        for n, (who, said) in enumerate((("rep", before), ("customer", text)))
    )
    call = Conversation(
        id="c", language=language, turns=turns, held_on=HELD_ON, customer=CustomerContext(renewal_on=RENEWAL)
    )
    found = next(reversed(plans_at(call, turns[1])), None)
    return found.date if found is not None else None


@pytest.mark.parametrize(
    ("language", "before", "text", "day"),
    [
        ("ja", "ご契約は六月末までですね。", "ええ、そのときにまた決めます。", dt.date(2027, 6, 30)),
        ("ja", "では十日の四時に伺います。", "本決まりは市の公募が出たあとになります。", None),
        ("ja", "開院は一月の何日ですか。", "十二日から使いたいです。", dt.date(2027, 1, 12)),
        ("ja", "ご決定はいつですか。", "契約が切れる日までには。", RENEWAL),
        (
            "en",
            "Shall we say the fifteenth of October?",
            "I'd like it signed by the end of that month.",
            dt.date(2026, 10, 31),
        ),
        (
            "en",
            "He starts on the fifth of October.",
            "That Monday he starts, it wants to be live.",
            dt.date(2026, 10, 5),
        ),
        ("ja", "ご契約は十一月末までですね。", "その前に、十七日の木曜には決めます。", dt.date(2026, 9, 17)),
        ("ja", "開業は十一月でしたね。", "十七日の火曜から使います。", dt.date(2026, 11, 17)),
        ("en", "You open in November, then.", "Friday the eighteenth we decide.", dt.date(2026, 9, 18)),
        ("en", "You open in November, then.", "On the twentieth, a Friday.", dt.date(2026, 11, 20)),
        ("en", "Starting on the first of June precisely?", "Precisely.", dt.date(2027, 6, 1)),
        ("en", "I'm back on the ninth.", "Whenever the frost lets us in.", None),
        ("en", "And when would you decide?", "Before the contract runs out.", RENEWAL),
        ("en", "When would you decide?", "The contract is fine, we'll see.", None),
    ],
)
def test_the_turn_before_or_the_contract_gives_the_day(
    language: str, before: str, text: str, day: dt.date | None
) -> None:
    assert planned(language, before, text) == day


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("ja", "十月中に決めて、来年の四月から使い始めたいです。", (dt.date(2026, 10, 31), dt.date(2027, 4, 1))),
        ("en", "Decided by the end of October, to start on April 1.", (dt.date(2026, 10, 31), dt.date(2027, 4, 1))),
        # a day that gives the reason, or that is said as an aside, is none of their plans
        ("ja", "年末は忙しいので、十月中に決めたいです。", (dt.date(2026, 10, 31),)),
        ("en", "The fair was last week in May, so we want to decide by the end of October.", (dt.date(2026, 10, 31),)),
    ],
)  # fmt: skip
def test_several_times_of_one_turn(language: str, text: str, days: tuple[dt.date, ...]) -> None:
    assert sorted(found.date for found in plans_of(text, HELD_ON, language) if found.date) == list(days)


@pytest.mark.parametrize(
    ("language", "text", "answer", "day"),
    [
        (
            "ja",
            "山笠の前、十四日までには動かんと。",
            "十一月十四日ですね。納期は三週。",
            dt.date(2026, 11, 14),
        ),
        ("ja", "年末の当番表までに入っててもらわないと。", "十二月二十八日ですね。", dt.date(2026, 12, 28)),
        ("en", "Gates open the Friday after that.", "That's the twenty-sixth of November.", dt.date(2026, 11, 26)),
        (
            "en",
            "Give her a week. The fifteenth.",
            "The fifteenth of November, good.",
            dt.date(2026, 11, 15),
        ),
        # what the other side promises, or takes up by itself, is no day said back
        ("ja", "十月末までに決めます。", "では九月二十日に見積もりをお持ちします。", dt.date(2026, 10, 31)),
        ("ja", "十月末までに決めます。", "三か月あれば、研修までできます。", dt.date(2026, 10, 31)),
        ("en", "Not before the end of September.", "From first October the second budget opens.", dt.date(2026, 9, 30)),
        ("en", "By the end of October.", "Friday's fine for me.", dt.date(2026, 10, 31)),
    ],
)
def test_a_day_that_the_rep_says_back_in_full(language: str, text: str, answer: str, day: dt.date) -> None:
    turns = (
        Turn(index=0, speaker=SpeakerLabel("customer"), text=text),
        Turn(index=1, speaker=SpeakerLabel("rep"), text=answer),
    )
    found = plans_at(Conversation(id="c", language=language, turns=turns, held_on=HELD_ON), turns[0])
    assert [mention.date for mention in found] == [day]
