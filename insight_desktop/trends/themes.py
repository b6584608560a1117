"""Gathers what many customers said into themes, one voice after the other.

Each voice joins the theme whose centre is nearest in meaning, or founds one of its own where none is near enough
(the "leader" method, Hartigan 1975, with moving centres). Against clustering everything anew this keeps yesterday's
themes, their identity and their names when today's meetings come, and costs one matrix product a meeting.
"""

import hashlib
import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.ids import InsightId
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.trend import StoredTheme, Theme, Voice

NEAR = 0.27
"""Cosine to a theme's centre from which a voice of usual length belongs to it, on vectors of `nlp.meaning`.

`benchmarks/themes.py` shows what others would give.
"""
_USUAL, _LATIN = 50, 0.35
"""Letters of a usual voice, and as how much of a Japanese letter a Latin one counts."""
_LEAST, _MOST = 0.7, 2.0
_NAME_LENGTH = 40

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ThemeCentre:
    """A theme and the sum of its members' vectors."""

    theme: Theme
    total: Vectors
    """Shape (d,); divided by its length it is the theme's centre."""
    size: int
    """How many members it has; `theme.members` may be left out."""


def gather(
    voices: Sequence[Voice], vectors: Vectors, centres: Iterable[ThemeCentre] = (), *, near: float = NEAR
) -> tuple[ThemeCentre, ...]:
    """Put new voices into the themes that exist, founding themes where none is near.

    The order in which voices are handed over makes no difference: they are taken by date, then by id.

    Args:
        voices: the new ones; a voice that a theme has already is passed over.
        vectors: n x d unit rows, from `nlp.meaning`.
        centres: yesterday's themes; their identities, names and members stay. Their members may be left out, if no
            voice is handed over that has a theme already.
        near: cosine from which a voice of usual length belongs to a theme.
    """
    known = list(centres)
    seen = {member for centre in known for member in centre.theme.members}
    by_kind = {kind: _Kind([centre for centre in known if centre.theme.kind == kind]) for kind in InsightKind}
    order = sorted(range(len(voices)), key=lambda index: (voices[index].held_on, voices[index].insight_id))
    for index in order:
        voice = voices[index]
        if voice.insight_id not in seen:
            seen.add(voice.insight_id)
            by_kind[voice.kind].take(voice, vectors[index], near * strictness(voice.summary))
    return tuple(centre for kind in by_kind.values() for centre in kind.centres())


def strictness(words: str) -> float:
    """Return by how much nearer than usual words must be, for their length.

    Short sentences come near each other by chance: the cosine that one of a thousand pairs of unrelated sentences
    reaches goes down with the root of their length.
    """
    letters = sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else _LATIN for letter in words)
    return min(_MOST, max(_LEAST, math.sqrt(_USUAL / max(letters, 1.0))))


def widened(vector: bytes) -> Vectors:
    """Return a kept meaning as numbers."""
    return np.frombuffer(vector, "<f2").astype(np.float32)


def rows(voices: Iterable[Voice]) -> Vectors:
    """Return the vectors that the voices carry, one row each; every voice must carry one."""
    return np.stack([widened(voice.vector) for voice in voices])


def restored(stored: Iterable[StoredTheme]) -> tuple[ThemeCentre, ...]:
    """Return themes as they were kept, ready to take more voices."""
    return tuple(
        ThemeCentre(theme=each.theme, total=np.frombuffer(each.total, "<f4").copy(), size=each.size) for each in stored
    )


def kept(centre: ThemeCentre) -> StoredTheme:
    """Return a theme in the form in which the workspace keeps it."""
    return StoredTheme(
        theme=centre.theme,
        size=centre.size,
        total=centre.total.astype("<f4").tobytes(),
    )


def merge(first: ThemeCentre, second: ThemeCentre) -> ThemeCentre:
    """Return one theme of two, under the identity and name of the first."""
    theme = replace(first.theme, members=first.theme.members + second.theme.members)
    return replace(first, theme=theme, total=first.total + second.total, size=first.size + second.size)


def rename(centre: ThemeCentre, name: str) -> ThemeCentre:
    """Return the theme under a name of the manager's, which the program then keeps."""
    return replace(centre, theme=replace(centre.theme, name=name, pinned=True))


def split(
    centre: ThemeCentre, members: Iterable[InsightId], vectors: dict[InsightId, Vectors]
) -> tuple[ThemeCentre, ThemeCentre]:
    """Return the theme without `members`, and a new theme of them.

    Args:
        centre: the theme to split.
        members: which insights leave; some of the theme's, not all.
        vectors: the unit vector of each leaving insight.

    Raises:
        ValueError: when nothing would stay or nothing would leave.
    """
    leaving = tuple(member for member in centre.theme.members if member in set(members))
    staying = tuple(member for member in centre.theme.members if member not in set(leaving))
    if not leaving or not staying:
        message = "a split needs members on both sides"
        raise ValueError(message)
    total: Vectors = np.stack([vectors[member] for member in leaving]).sum(axis=0, dtype=np.float32)
    new = replace(centre.theme, id=_identity(leaving[0]), members=leaving, pinned=False)
    return (
        replace(
            centre,
            theme=replace(centre.theme, members=staying),
            total=centre.total - total,
            size=centre.size - len(leaving),
        ),
        replace(centre, theme=new, total=total, size=len(leaving)),
    )


def nearer_to(seed: InsightId, vectors: Mapping[InsightId, Vectors]) -> tuple[InsightId, ...]:
    """Return the members that mean more the same as the seed than as what lies farthest from it (2-means, seeded)."""
    ids = tuple(vectors)
    table = np.stack([vectors[each] for each in ids])
    first = vectors[seed]
    far = table[int(np.argmin(table @ first))]
    near = np.zeros(len(ids), np.bool_)
    for _ in range(10):
        before, near = near, table @ first >= table @ far
        if (near == before).all() or near.all():
            break
        first, far = _unit(table[near].mean(axis=0)[None])[0], _unit(table[~near].mean(axis=0)[None])[0]
    return tuple(each for each, is_near in zip(ids, near, strict=True) if is_near)


class _Kind:
    """The themes of one kind while voices come in; arrays grow by doubling so that one voice costs one product."""

    def __init__(self, centres: list[ThemeCentre]) -> None:
        self._themes = [centre.theme for centre in centres]
        self._members = [list(centre.theme.members) for centre in centres]
        self._sizes = [centre.size for centre in centres]
        self._totals = np.stack([centre.total for centre in centres]) if centres else np.empty((0, 0), np.float32)
        self._units = _unit(self._totals) if centres else self._totals
        self._count = len(centres)

    def take(self, voice: Voice, vector: Vectors, near: float) -> None:
        if self._count:
            likeness = self._units[: self._count] @ vector
            best = int(np.argmax(likeness))
            if likeness[best] >= near:
                self._join(best, voice, vector)
                return
        self._found(voice, vector)

    def centres(self) -> Iterable[ThemeCentre]:
        for index, theme in enumerate(self._themes):
            yield ThemeCentre(
                theme=replace(theme, members=tuple(self._members[index])),
                total=self._totals[index],
                size=self._sizes[index],
            )

    def _join(self, index: int, voice: Voice, vector: Vectors) -> None:
        self._members[index].append(voice.insight_id)
        self._sizes[index] += 1
        self._totals[index] += vector
        self._units[index] = self._totals[index] / max(float(np.linalg.norm(self._totals[index])), 1e-9)

    def _found(self, voice: Voice, vector: Vectors) -> None:
        if self._count == len(self._totals):
            room = np.zeros((max(64, 2 * self._count), len(vector)), np.float32)
            units = room.copy()
            if self._count:
                room[: self._count], units[: self._count] = self._totals, self._units
            self._totals, self._units = room, units
        self._totals[self._count] = self._units[self._count] = vector
        self._count += 1
        self._themes.append(
            Theme(id=_identity(voice.insight_id), name=_short(voice.summary), kind=voice.kind, members=())
        )
        self._members.append([voice.insight_id])
        self._sizes.append(1)


def _unit(rows: Vectors) -> Vectors:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _identity(founder: InsightId) -> str:
    """Return the theme's lasting id, made of the insight that founded it, so that every machine gives the same."""
    return "theme-" + hashlib.sha256(founder.encode()).hexdigest()[:16]


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _NAME_LENGTH else line[: _NAME_LENGTH - 1] + "…"
