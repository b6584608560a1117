"""Which customers a meeting may have been with, by the names that were spoken: a question to the user, not a guess."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from insight_desktop.accounts.interest import name_key
from insight_desktop.domain.customer import bare_company
from insight_desktop.domain.ids import CustomerId

MOST = 3
_LEAST_LATIN, _LEAST_JAPANESE, _WITH_TITLE = 4, 3, 2
"""How many letters a name needs to be recognised by itself, and one of Japanese letters that is followed by a title."""
_TITLES = ("さん", "様", "さま", "社", "御中")
_LATIN = re.compile(r"[a-z0-9 ]+")
_GAP = re.compile(r"[\s.,、。・&＆'’\-‐–—_/()「」『』!?！？:：;]+")
_MANY_WORDS = 3
_BY_TITLE, _BY_SPEAKER, _BY_THEM, _BY_US, _BY_PERSON = 4, 4, 4, 2, 2
"""What a name counts: in the title, of who speaks, said by the customer, by the rep; a person's name that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A customer, and who is known there."""

    id: CustomerId
    name: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What of a meeting tells whom it was with."""

    title: str
    turns: Sequence[tuple[bool, str]]
    """Whether a turn is ours, and its text."""
    speakers: Sequence[str] = ()
    """The names of the customer's side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenCustomer:
    """A customer whose name came up."""

    id: CustomerId
    name: str
    turn: int | None = None
    """Where it was first said; None where the title or a speaker's name tells."""
    words: str = ""
    """That turn, the title, or the speaker."""


def spoken_customers(talk: Talk, customers: Iterable[Known]) -> tuple[SpokenCustomer, ...]:
    """Return the customers whose names came up, the likeliest first."""
    title = _Text.of(talk.title)
    said = [_Text.of(text) for _, text in talk.turns]
    whole = _Text(spaced=" | ".join(each.spaced for each in said), joined="|".join(each.joined for each in said))
    speakers = {name_key(name): name for name in talk.speakers if name}
    found: list[tuple[int, SpokenCustomer]] = []
    for customer in customers:
        marks = tuple(_marks(customer, talk, (title, whole, said), speakers))
        if marks:
            points = sum({kind: worth for kind, worth, _, _ in marks}.values())
            _, _, turn, words = marks[0]
            found.append((points, SpokenCustomer(id=customer.id, name=customer.name, turn=turn, words=words)))
    found.sort(key=lambda each: (-each[0], each[1].name))
    return tuple(each for _, each in found[:MOST])


@dataclass(frozen=True, slots=True)
class _Text:
    """A text for names of Latin letters, which are words, and for Japanese ones, which stand between anything."""

    spaced: str
    joined: str

    @classmethod
    def of(cls, text: str) -> "_Text":
        folded = unicodedata.normalize("NFKC", text).casefold()
        return cls(spaced=f" {_GAP.sub(' ', folded)} ", joined=_GAP.sub("", folded))


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to say a name."""

    text: str
    is_spaced: bool = False


def _marks(
    customer: Known, talk: Talk, texts: tuple[_Text, _Text, Sequence[_Text]], speakers: Mapping[str, str]
) -> Iterator[tuple[str, int, int | None, str]]:
    """Yield what speaks for a customer: its kind, what it counts, the turn and the words."""
    title, whole, said = texts
    names = tuple(_forms(bare_company(customer.name)))
    if _names(names, whole):
        for turn, text in enumerate(said):
            if _names(names, text):
                is_ours, words = talk.turns[turn]
                yield ("ours", _BY_US, turn, words) if is_ours else ("theirs", _BY_THEM, turn, words)
    if _names(names, title):
        yield "title", _BY_TITLE, None, talk.title
    for person in customer.people:
        if name_key(person) in speakers:
            yield "speaker", _BY_SPEAKER, None, speakers[name_key(person)]
        forms = tuple(_forms(person)) if _is_full(person) else ()
        if _names(forms, whole):
            place = next((number for number, text in enumerate(said) if _names(forms, text)), None)
            yield "person", _BY_PERSON, place, talk.turns[place][1] if place is not None else person


def _forms(name: str) -> Iterator[_Form]:
    """Yield how a name may be said: whole, and of three Latin words or more also by the first two."""
    text = _Text.of(name)
    words = text.spaced.split()
    if _LATIN.fullmatch(text.spaced):
        if len(text.joined) >= _LEAST_LATIN:
            yield _Form(f" {' '.join(words)} ", is_spaced=True)
        if len(words) >= _MANY_WORDS and len(words[0] + words[1]) > 2 * _LEAST_LATIN:
            yield _Form(f" {words[0]} {words[1]} ", is_spaced=True)
    elif len(text.joined) >= _LEAST_JAPANESE:
        yield _Form(text.joined)
    elif len(text.joined) == _WITH_TITLE:
        yield from (_Form(text.joined + title) for title in _TITLES)


def _names(forms: Sequence[_Form], text: _Text) -> bool:
    return any(form.text in (text.spaced if form.is_spaced else text.joined) for form in forms)


def _is_full(person: str) -> bool:
    """Tell whether a name is more than a family name, which many bear."""
    return len(person.split()) > 1 or len(person) > _LEAST_JAPANESE
