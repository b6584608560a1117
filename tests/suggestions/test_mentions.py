"""Who speaks of which product: whole names, a word of their own, and what was waved off at once."""

import pytest

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.ids import ProductId
from insight_desktop.domain.insight import LabelledTurn, Signal, SignalScore
from insight_desktop.domain.speaker import CUSTOMER, REP
from insight_desktop.domain.suggestion import Product
from insight_desktop.suggestions.mentions import Mention, mentions


def named(*names: str) -> tuple[Product, ...]:
    return tuple(Product(id=ProductId(name), name=name, family=name) for name in names)


ENGLISH = named("Acme Rota", "Acme Care Basic", "Acme Care Total", "Acme Badge Release")
JAPANESE = named("つばさ 在庫", "つばさ 夜番チャット", "つばさ 勤務表")


def spoken(catalogue: tuple[Product, ...], *turns: tuple[str, str], language: str = "en") -> dict[str, Mention]:
    said = tuple(Turn(index=n, speaker=who, text=text) for n, (who, text) in enumerate(turns))
    found = mentions(Conversation(id="c", language=language, turns=said), Analysis(), catalogue)
    return {str(key): each for key, each in found.items()}


def test_a_word_of_one_name_alone_stands_for_it():
    found = spoken(ENGLISH, (REP, "There's Rota for the shifts."), (CUSTOMER, "Go on."))
    assert found["Acme Rota"] == Mention(by_rep=1, share_by_rep=1.0, at=(0,))
    assert found["Acme Badge Release"] == Mention()


def test_a_word_of_two_names_tells_neither_and_the_makers_name_nothing():
    found = spoken(ENGLISH, (REP, "How is Care? Everybody at Acme asks."))
    assert (found["Acme Care Basic"].by_rep, found["Acme Care Basic"].share_by_rep) == (0, 0.5)
    assert found["Acme Rota"] == Mention()


def test_a_part_of_a_word_is_no_mention():
    assert spoken(ENGLISH, (REP, "The rotation is fine, released on time."))["Acme Rota"] == Mention()


def test_the_whole_name_counts_from_either_side():
    found = spoken(ENGLISH, (CUSTOMER, "What does acme care total cost?"), (REP, "Care Total is 90."))
    assert found["Acme Care Total"] == Mention(whole=True, by_rep=1, share_by_rep=1.0, at=(1,))


def test_japanese_names_are_found_in_the_middle_of_a_sentence():
    found = spoken(JAPANESE, (REP, "勤務表の案を作る版もございますが。"), (CUSTOMER, "そうですか。"), language="ja")
    assert found["つばさ 勤務表"].by_rep == 1
    assert found["つばさ 在庫"] == Mention()


@pytest.mark.parametrize(
    ("turns", "waved_off"),
    [
        pytest.param([(REP, "So no Rota for you.")], 1, id="the rep takes it back"),
        pytest.param([(REP, "Okay, you don't need Rota.")], 1, id="the rep sees that it is not needed"),
        pytest.param([(REP, "Would Rota help?"), (CUSTOMER, "No, we're fine.")], 1, id="the customer says no"),
        pytest.param([(REP, "Would Rota help?"), (CUSTOMER, "It might.")], 0, id="the customer leaves it open"),
        pytest.param([(REP, "No trouble. Rota does that."), (CUSTOMER, "Good.")], 0, id="a no of something else"),
    ],
)
def test_waved_off(turns: list[tuple[str, str]], waved_off: int):
    assert spoken(ENGLISH, *turns)["Acme Rota"].waved_off == waved_off


def test_a_name_without_words_is_never_mentioned():
    assert spoken(named("A1", "B2"), (REP, "So what?"))["A1"] == Mention()


@pytest.mark.parametrize(
    ("text", "by_rep"),
    [
        pytest.param("Plus three percent, as Tom said.", 0, id="begins a sentence"),
        pytest.param("That is plus three, as Tom said.", 0, id="small beside capitals"),
        pytest.param("There you'd look at Plus.", 1, id="written as a name"),
        pytest.param("so then plus would do", 1, id="text without capitals"),
    ],
)
def test_a_common_word_is_a_name_where_it_is_written_as_one(text: str, by_rep: int):
    assert spoken(named("Acme Plus", "Acme Start"), (REP, text))["Acme Plus"].by_rep == by_rep


def test_the_answer_to_the_name():
    turns = (
        Turn(index=0, speaker=REP, text="There is Rota."),
        Turn(index=1, speaker=CUSTOMER, text="No, wait. Could I try it?"),
    )
    call = Conversation(id="c", language="en", turns=turns)

    def found(signal: Signal) -> tuple[bool, int]:
        marks = (LabelledTurn(index=1, labels=(SignalScore(signal=signal, confidence=1.0),)),)
        mention = mentions(call, Analysis(turns=marks), ENGLISH)[ProductId("Acme Rota")]
        return mention.welcomed, mention.waved_off

    assert found(Signal.BUYING_SIGNAL) == (True, 0)
    assert found(Signal.OBJECTION) == (False, 1)
