"""Full-text search over what was said and written: Japanese and English, from one letter on."""

import itertools
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from insight_desktop.domain.ids import CustomerId, MeetingId, SegmentId
from insight_desktop.store import folding
from insight_desktop.store.database import Database
from insight_desktop.store.segments import WRITTEN

_SNIPPET_BEFORE, _SNIPPET_LENGTH = 24, 120
_STEPS_BEFORE_LEAP = 64
_COUNT_UP_TO = 1000


class HitKind(StrEnum):
    """What kind of text holds the words."""

    SEGMENT = "segment"
    MINUTES = "minutes"
    TITLE = "title"
    MEMO = "memo"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place where the words stand; `customer_id` alone is set where it is a customer's own page."""

    kind: HitKind
    text: str
    """The whole text: a segment, a minutes' text, a title, a memo or a customer's name and memo."""
    marks: tuple[tuple[int, int], ...]
    """The stretches of `text` that were found."""
    snippet: str
    """The text around the first mark, with … where it is cut."""
    snippet_marks: tuple[tuple[int, int], ...]
    meeting_id: MeetingId | None = None
    meeting_title: str = ""
    started_at: str = ""
    customer_id: CustomerId | None = None
    customer_name: str = ""
    segment_id: SegmentId | None = None
    number: int | None = None
    """The segment's, by which it is known among meanings."""
    position: int | None = None
    start: float | None = None
    end: float | None = None
    speaker: str = ""
    has_sound: bool = True
    """False in a chat or a survey: there is nothing to hear."""


class Search:
    """Keeps and asks the index; the other repositories call `put` and `remove` inside their own transactions."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def find(self, query: str, *, kinds: Iterable[HitKind] = (), limit: int = 50, offset: int = 0) -> tuple[Hit, ...]:
        """Return the texts that hold every word of the query, the newest entry first; words in quotes are one word."""
        terms = folding.terms(query)
        if not terms:
            return ()
        wanted = frozenset(kinds)
        hits = (hit for number in self._numbers(terms) if (hit := self._hit(number, terms, wanted)) is not None)
        return tuple(itertools.islice(hits, offset, offset + limit))

    def segments(self, numbers: Sequence[int]) -> tuple[Hit, ...]:
        """Return segments by their numbers, in the order asked for; those that are gone are left out."""
        sql = f"SELECT {_SEGMENT} WHERE s.number IN (SELECT value FROM json_each(?))"  # noqa: S608 - our names
        alive = " AND t.is_current = 1 AND s.deleted_at IS NULL AND m.deleted_at IS NULL"
        rows = {row["number"]: row for row in self._db.rows(sql + alive, (json.dumps(list(numbers)),))}
        return tuple(_hit_of(HitKind.SEGMENT, rows[number], ()) for number in numbers if number in rows)

    def count(self, query: str) -> int:
        """Return how many texts hold the words, counted up to 1,000."""
        terms = folding.terms(query)
        return sum(1 for _ in itertools.islice(self._numbers(terms), _COUNT_UP_TO)) if terms else 0

    def meetings(self, query: str, *, limit: int = 200) -> tuple[MeetingId, ...]:
        """Return the meetings in which the words stand, each once, the newest entry first."""
        found: dict[MeetingId, None] = {}
        for hit in self.find(query, limit=_COUNT_UP_TO):
            if hit.meeting_id is not None:
                found[hit.meeting_id] = None
        return tuple(found)[:limit]

    def put(self, kind: HitKind, owner: str, text: str, meeting_id: str | None) -> None:
        """Enter or replace a text; an empty one is removed."""
        folded = folding.fold(text)
        with self._db.atomic():
            old = self._db.row("SELECT number, folded FROM document WHERE owner = ? AND kind = ?", (owner, kind))
            if old is not None:
                if old["folded"] == folded:
                    return
                self._forget(old["number"], old["folded"])
            if not folded:
                return
            number = self._db.connection.execute(
                "INSERT INTO document (kind, owner, meeting_id, folded) VALUES (?, ?, ?, ?)",
                (kind, owner, meeting_id, folded),
            ).lastrowid
            self._db.run("INSERT INTO document_long (rowid, folded) VALUES (?, ?)", (number, folded))
            self._db.run("INSERT INTO document_short (rowid, grams) VALUES (?, ?)", (number, folding.grams(folded)))

    def put_new(self, kind: HitKind, texts: Iterable[tuple[str, str]], meeting_id: str) -> None:
        """Enter many texts (owner, text) that are not in the index yet, which is faster than one by one."""
        with self._db.atomic():
            last = self._db.row("SELECT ifnull(max(number), 0) FROM document")
            entries = [(owner, folding.fold(text)) for owner, text in texts]
            first = (last[0] if last else 0) + 1
            rows = [(n, owner, folded) for n, (owner, folded) in enumerate(entries, start=first) if folded]
            self._db.run_many(
                "INSERT INTO document (number, kind, owner, meeting_id, folded) VALUES (?, ?, ?, ?, ?)",
                [(number, kind, owner, meeting_id, folded) for number, owner, folded in rows],
            )
            self._db.run_many(
                "INSERT INTO document_long (rowid, folded) VALUES (?, ?)", [(n, folded) for n, _, folded in rows]
            )
            self._db.run_many(
                "INSERT INTO document_short (rowid, grams) VALUES (?, ?)",
                [(number, folding.grams(folded)) for number, _, folded in rows],
            )

    def remove(self, kind: HitKind, owner: str) -> None:
        """Take a text out of the index."""
        self.put(kind, owner, "", None)

    def remove_meeting(self, meeting_id: MeetingId) -> None:
        """Take everything of a meeting out of the index."""
        with self._db.atomic():
            for row in self._db.rows("SELECT number, folded FROM document WHERE meeting_id = ?", (meeting_id,)):
                self._forget(row["number"], row["folded"])

    def optimise(self) -> None:
        """Merge the index's parts after much was entered; searches get faster."""
        for table in ("document_long", "document_short"):
            self._db.run(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 - names from our code

    def _forget(self, number: int, folded: str) -> None:
        self._db.run(
            "INSERT INTO document_long (document_long, rowid, folded) VALUES ('delete', ?, ?)", (number, folded)
        )
        self._db.run(
            "INSERT INTO document_short (document_short, rowid, grams) VALUES ('delete', ?, ?)",
            (number, folding.grams(folded)),
        )
        self._db.run("DELETE FROM document WHERE number = ?", (number,))

    def _numbers(self, terms: tuple[str, ...]) -> Iterator[int]:
        """Yield the documents that hold all terms, the last entered first."""
        long = " AND ".join(f'"{term.replace(chr(34), chr(34) * 2)}"' for term in terms if not folding.is_short(term))
        short = " AND ".join(folding.short_query(term) for term in terms if folding.is_short(term))
        if not (long and short):
            yield from self._stream("document_long" if long else "document_short", long or short)
            return
        streams = [_Leaping(self, "document_short", short), _Leaping(self, "document_long", long)]
        candidate: int | None = None
        agreed = 0
        for stream in itertools.cycle(streams):
            reached = stream.reach(candidate)
            if reached is None:
                return
            agreed = agreed + 1 if reached == candidate else 1
            candidate = reached
            if agreed == len(streams):
                yield candidate
                candidate, agreed = candidate - 1, 0

    def _stream(self, table: str, match: str, below: int | None = None) -> Iterator[int]:
        bound = "" if below is None else "AND rowid <= :below"
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH :match {bound} ORDER BY rowid DESC"  # noqa: S608 - names from our code
        for row in self._db.connection.execute(sql, {"match": match, "below": below}):
            yield row[0]

    def _hit(self, number: int, terms: tuple[str, ...], kinds: frozenset[HitKind]) -> Hit | None:
        """Return what stands behind an index entry, or None when it was deleted or is of an unwanted kind."""
        document = self._db.row("SELECT kind, owner, meeting_id FROM document WHERE number = ?", (number,))
        if document is None or (kinds and document["kind"] not in kinds):
            return None
        kind = HitKind(document["kind"])
        row = self._db.row(_SOURCES[kind], (document["owner"],))
        if row is None:
            return None
        return _hit_of(kind, row, terms)


def _hit_of(kind: HitKind, row: sqlite3.Row, terms: tuple[str, ...]) -> Hit:
    text = _text_of(kind, row)
    marks = mark(text, terms)
    snippet, snippet_marks = cut(text, marks)
    names = row.keys()
    return Hit(
        kind=kind,
        text=text,
        marks=marks,
        snippet=snippet,
        snippet_marks=snippet_marks,
        meeting_id=row["meeting_id"],
        meeting_title=row["title"] or "",
        started_at=row["started_at"] or "",
        customer_id=row["customer_id"],
        customer_name=row["customer_name"] or "",
        segment_id=row["segment_id"] if "segment_id" in names else None,
        number=row["number"] if "number" in names else None,
        position=row["position"] if "position" in names else None,
        start=row["start"] if "start" in names else None,
        end=row["end"] if "end" in names else None,
        speaker=(row["speaker"] or "") if "speaker" in names else "",
        has_sound=row["model"] not in WRITTEN if "model" in names else True,
    )


class _Leaping:
    """A falling stream of entry numbers that can leap: it reads on for a little, then asks the index anew."""

    def __init__(self, search: Search, table: str, match: str) -> None:
        self._search, self._table, self._match = search, table, match
        self._stream = search._stream(table, match)  # noqa: SLF001 - part of the same module
        self._present: int | None = None

    def reach(self, target: int | None) -> int | None:
        """Return the greatest entry at or below the target that was not passed yet; None at the end."""
        if target is not None and self._present is not None and self._present <= target:
            return self._present
        for _ in range(_STEPS_BEFORE_LEAP):
            self._present = next(self._stream, None)
            if self._present is None or target is None or self._present <= target:
                return self._present
        self._stream = self._search._stream(self._table, self._match, target)  # noqa: SLF001
        self._present = next(self._stream, None)
        return self._present


_OF_MEETING = """m.id AS meeting_id, m.title, m.started_at, m.customer_id, c.name AS customer_name
    FROM meeting m LEFT JOIN customer c ON c.id = m.customer_id AND c.deleted_at IS NULL"""
_SEGMENT = """s.number, s.id AS segment_id, s.position, s.start, s."end", s.speaker, s.text, t.model,
    m.id AS meeting_id, m.title, m.started_at, m.customer_id, c.name AS customer_name
    FROM segment s JOIN transcript t ON t.id = s.transcript_id
    JOIN meeting m ON m.id = t.meeting_id LEFT JOIN customer c ON c.id = m.customer_id AND c.deleted_at IS NULL"""
_ALIVE = "AND s.deleted_at IS NULL AND m.deleted_at IS NULL"
_SOURCES = {
    HitKind.SEGMENT: f"SELECT {_SEGMENT} WHERE s.id = ? {_ALIVE}",
    HitKind.MINUTES: f"""SELECT a.minutes AS text, {_OF_MEETING} JOIN analysis a ON a.meeting_id = m.id
        WHERE m.id = ? AND m.deleted_at IS NULL""",
    HitKind.TITLE: f"SELECT {_OF_MEETING} WHERE m.id = ? AND m.deleted_at IS NULL",
    HitKind.MEMO: f"SELECT m.memo AS text, {_OF_MEETING} WHERE m.id = ? AND m.deleted_at IS NULL",
    HitKind.CUSTOMER: """SELECT NULL AS meeting_id, NULL AS title, NULL AS started_at, id AS customer_id,
        name AS customer_name, memo FROM customer WHERE id = ? AND deleted_at IS NULL""",
}


def _text_of(kind: HitKind, row: object) -> str:
    columns = dict(row)  # type: ignore[call-overload]
    if kind is HitKind.TITLE:
        return str(columns["title"])
    if kind is HitKind.CUSTOMER:
        return customer_text(columns["customer_name"], columns["memo"])
    return str(columns["text"])


def customer_text(name: str, memo: str) -> str:
    """Return the text under which a customer is found."""
    return f"{name}\n{memo}" if memo else name


def mark(text: str, terms: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return where the folded terms stand in the text as the user wrote it, in order, without overlaps."""
    folded = folding.fold_with_offsets(text)
    found: list[tuple[int, int]] = []
    for term in terms:
        place = folded.text.find(term)
        while place >= 0:
            found.append(folded.original(place, place + len(term)))
            place = folded.text.find(term, place + len(term))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def cut(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text around the first mark in one line, and the marks inside it."""
    first = marks[0][0] if marks else 0
    start = max(0, first - _SNIPPET_BEFORE)
    end = min(len(text), start + _SNIPPET_LENGTH)
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    snippet = head + text[start:end].replace("\n", " ") + tail
    shift = len(head) - start
    return snippet, tuple((left + shift, min(right, end) + shift) for left, right in marks if left < end)
