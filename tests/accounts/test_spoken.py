"""Names of customers that were spoken are found under any legal form and width, but not inside other words."""

import pytest

from insight_desktop.accounts.spoken import Known, Talk, spoken_customers
from insight_desktop.domain.ids import CustomerId

YAMADA = Known(id=CustomerId("1"), name="株式会社山田製作所", people=("高橋 美咲",))
SKY = Known(id=CustomerId("2"), name="ＳＫＹ商会", people=("田中",))
DENTAL = Known(id=CustomerId("3"), name="Clifton Down Dental Ltd.", people=("Bethan Rees",))
MORI = Known(id=CustomerId("4"), name="㈱森屋")
ACME = Known(id=CustomerId("5"), name="Acme Inc")
ALL = (YAMADA, SKY, DENTAL, MORI, ACME)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("お世話になっております。山田製作所の高橋です。", [YAMADA]),
        ("(株)山田 製作所です", [YAMADA]),
        ("Ｓｋｙ商会さんでは", [SKY]),
        ("This is Bethan from Clifton Down Dental's front desk.", [DENTAL]),
        ("Clifton Down, hello?", [DENTAL]),
        ("森屋様のご紹介で", [MORI]),
        ("森屋根の工事", []),
        ("ACME, Inc. called", [ACME]),
        ("an acmeology course", []),
        ("田中が伺います", []),
        ("高橋 美咲と申します", [YAMADA]),
        ("", []),
    ],
)
def test_a_name_that_is_said_is_found(text: str, found: list[Known]) -> None:
    told = spoken_customers(Talk(title="", turns=[(False, text)]), ALL)
    assert [each.id for each in told] == [each.id for each in found]
    assert all((each.turn, each.words) == (0, text) for each in told)


def test_the_customers_own_word_counts_more_than_an_example_that_the_rep_names() -> None:
    turns = [(True, "森屋様でもお使いいただいています"), (False, "山田製作所の高橋です"), (True, "Acme も")]
    told = spoken_customers(Talk(title="初回", turns=turns), ALL)
    assert [(each.name, each.turn) for each in told] == [("株式会社山田製作所", 1), ("Acme Inc", 2), ("㈱森屋", 0)]


def test_titles_and_names_of_speakers_tell_as_well() -> None:
    (by_title,) = spoken_customers(Talk(title="2026-11 山田製作所 定例", turns=[]), ALL)
    (by_speaker,) = spoken_customers(Talk(title="chat", turns=[], speakers=["bethan rees"]), ALL)
    assert (by_title.id, by_title.turn, by_title.words) == ("1", None, "2026-11 山田製作所 定例")
    assert (by_speaker.id, by_speaker.words) == ("3", "bethan rees")
