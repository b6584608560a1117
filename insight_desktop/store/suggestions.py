"""What became of the products that were suggested."""

import datetime as dt
import itertools
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import CustomerId, MeetingId, ProductId, SuggestionId, new_id
from insight_desktop.domain.suggestion import SuggestionKind, SuggestionState
from insight_desktop.store import records
from insight_desktop.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSuggestion:
    """A suggestion of one meeting and how far it came."""

    id: SuggestionId
    meeting_id: MeetingId
    product: ProductId
    kind: SuggestionKind
    confidence: float
    solves: str
    turns: tuple[int, ...]
    state: SuggestionState
    state_at: dt.datetime
    customer_id: CustomerId | None = None
    amount: float | None = None
    currency: str | None = None
    reason: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionEvent:
    """One step in a suggestion's life."""

    state: SuggestionState
    at: dt.datetime
    amount: float | None = None
    currency: str | None = None
    reason: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSuggestion:
    """A suggestion as a list shows it."""

    suggestion: StoredSuggestion
    customer: str
    segment: str
    meeting_title: str
    held_at: dt.datetime
    language: str


class SuggestionLog:
    """Keeps the life of suggestions; they are made and removed by `analyses`."""

    def __init__(self, db: Database) -> None:
        """Use the workspace's database."""
        self._db = db

    def of_meeting(self, meeting_id: MeetingId) -> tuple[StoredSuggestion, ...]:
        """Return the suggestions of a meeting."""
        return self._where("s.meeting_id = ? ORDER BY s.position", meeting_id)

    def of_meetings(self, meeting_ids: Sequence[MeetingId]) -> Mapping[MeetingId, tuple[StoredSuggestion, ...]]:
        """Return the suggestions of those meetings that have any."""
        asked = "s.meeting_id IN (SELECT value FROM json_each(?)) ORDER BY s.meeting_id, s.position"
        by_meeting = itertools.groupby(self._where(asked, records.as_list(meeting_ids)), attrgetter("meeting_id"))
        return {meeting_id: tuple(found) for meeting_id, found in by_meeting}

    def of_customer(self, customer_id: CustomerId) -> tuple[StoredSuggestion, ...]:
        """Return everything ever suggested to a customer, the newest first."""
        return self._where("m.customer_id = ? ORDER BY m.started_at DESC, s.position", customer_id)

    def listed(self, limit: int = 500) -> tuple[ListedSuggestion, ...]:
        """Return suggestions with their customer and meeting, the newest meeting first."""
        return self._listed("", limit)

    def open_first(self, states: Collection[SuggestionState], limit: int = 500) -> tuple[ListedSuggestion, ...]:
        """Return suggestions of these states before all others, each part with the newest meeting first."""
        first = self._listed("AND s.state IN (SELECT value FROM json_each(?))", limit, records.as_list(sorted(states)))
        others = "AND s.state NOT IN (SELECT value FROM json_each(?))"
        return first + self._listed(others, limit - len(first), records.as_list(sorted(states)))

    def decided(self) -> tuple[ListedSuggestion, ...]:
        """Return all that were accepted or declined, the newest meeting first."""
        return self._listed("AND s.state IN ('accepted', 'declined')", -1)

    def accepted_since(self, since: dt.datetime) -> tuple[ListedSuggestion, ...]:
        """Return what was accepted since a moment and stands, the newest meeting first."""
        return self._listed("AND s.state = 'accepted' AND s.state_at >= ?", -1, records.at(since))

    def _listed(self, clause: str, limit: int, *values: object) -> tuple[ListedSuggestion, ...]:
        rows = self._db.rows(
            f"""SELECT s.*, m.customer_id, m.title, m.started_at, m.language, coalesce(c.name, '') AS customer,
            coalesce(nullif(c.segment, ''), c.ruled_segment, '') AS segment
            FROM suggestion s JOIN meeting m ON m.id = s.meeting_id
            LEFT JOIN customer c ON c.id = m.customer_id WHERE s.deleted_at IS NULL AND m.deleted_at IS NULL {clause}
            ORDER BY m.started_at DESC, s.position LIMIT ?""",  # noqa: S608 - clauses from our code
            (*values, limit),
        )
        return tuple(
            ListedSuggestion(
                suggestion=_suggestion(row),
                customer=row["customer"],
                segment=row["segment"],
                meeting_title=row["title"],
                held_at=records.moment(row["started_at"]),
                language=row["language"],
            )
            for row in rows
        )

    def steps_of_customer(
        self, customer_id: CustomerId, *, besides: SuggestionId | None = None
    ) -> tuple[tuple[SuggestionState, dt.datetime], ...]:
        """Return every step of every suggestion ever made to a customer, the oldest first; `besides` is left out."""
        rows = self._db.rows(
            """SELECT e.state, e.at FROM suggestion_event e JOIN suggestion s ON s.id = e.suggestion_id
            JOIN meeting m ON m.id = s.meeting_id WHERE m.customer_id = ? AND e.suggestion_id <> ?
            AND e.deleted_at IS NULL ORDER BY e.at""",
            (customer_id, besides or ""),
        )
        return tuple((SuggestionState(row["state"]), records.moment(row["at"])) for row in rows)

    def get(self, suggestion_id: SuggestionId) -> StoredSuggestion | None:
        """Return a suggestion."""
        return next(iter(self._where("s.id = ?", suggestion_id)), None)

    def presented_since(self, customer_id: CustomerId, since: dt.datetime) -> tuple[StoredSuggestion, ...]:
        """Return what was presented to a customer since a moment, for the cap on how often one offers."""
        return self._where(
            """m.customer_id = ? AND EXISTS (SELECT 1 FROM suggestion_event e WHERE e.suggestion_id = s.id
            AND e.state = 'presented' AND e.at >= ? AND e.deleted_at IS NULL) ORDER BY m.started_at DESC""",
            customer_id,
            records.at(since),
        )

    def first_presented(self) -> Mapping[SuggestionId, tuple[CustomerId | None, dt.datetime]]:
        """Return what was ever presented: to whom and when first, whatever became of it."""
        rows = self._db.rows(
            """SELECT s.id, m.customer_id, min(e.at) AS at FROM suggestion_event e
            JOIN suggestion s ON s.id = e.suggestion_id JOIN meeting m ON m.id = s.meeting_id
            WHERE e.state IN ('presented', 'considering', 'accepted', 'declined') AND e.deleted_at IS NULL
            AND m.deleted_at IS NULL GROUP BY s.id"""
        )
        return {SuggestionId(row["id"]): (row["customer_id"], records.moment(row["at"])) for row in rows}

    def set_state(self, suggestion_id: SuggestionId, event: SuggestionEvent) -> StoredSuggestion:
        """Note what became of a suggestion."""
        columns = {
            "state": event.state,
            "amount": event.amount,
            "currency": event.currency,
            "reason": event.reason,
            "wording": event.wording,
        }
        moment = records.now()
        with self._db.atomic():
            changed = self._db.run(
                """UPDATE suggestion SET state = :state, amount = coalesce(:amount, amount),
                currency = coalesce(:currency, currency), reason = :reason, state_at = :at, changed_at = :now,
                wording = iif(:wording = '', wording, :wording) WHERE id = :id""",
                columns | {"id": suggestion_id, "at": records.at(event.at), "now": moment},
            )
            if not changed:
                raise KnownError(ErrorCode.NOT_FOUND, name=suggestion_id)
            self._db.put(
                "suggestion_event",
                columns
                | {"id": new_id(), "changed_at": moment, "suggestion_id": suggestion_id, "at": records.at(event.at)},
            )
        return self._where("s.id = ?", suggestion_id)[0]

    def take_back(self, former: StoredSuggestion) -> None:
        """Forget the newest step of a suggestion, which then stands as it was before."""
        moment = records.now()
        with self._db.atomic():
            self._db.run(
                """UPDATE suggestion_event SET deleted_at = :now, changed_at = :now WHERE id = (SELECT id
                FROM suggestion_event WHERE suggestion_id = :id AND deleted_at IS NULL ORDER BY rowid DESC LIMIT 1)""",
                {"now": moment, "id": former.id},
            )
            self._db.run(
                """UPDATE suggestion SET state = :state, state_at = :at, amount = :amount, currency = :currency,
                reason = :reason, wording = :wording, changed_at = :now WHERE id = :id""",
                {
                    "now": moment,
                    "id": former.id,
                    "state": former.state,
                    "at": records.at(former.state_at),
                    "amount": former.amount,
                    "currency": former.currency,
                    "reason": former.reason,
                    "wording": former.wording,
                },
            )

    def history(self, suggestion_id: SuggestionId) -> tuple[SuggestionEvent, ...]:
        """Return the steps of a suggestion's life, oldest first."""
        sql = "SELECT * FROM suggestion_event WHERE suggestion_id = ? AND deleted_at IS NULL ORDER BY at, rowid"
        return tuple(_event(row) for row in self._db.rows(sql, (suggestion_id,)))

    def histories_of_customer(self, customer_id: CustomerId) -> dict[SuggestionId, tuple[SuggestionEvent, ...]]:
        """Return the same for everything ever suggested to a customer, in one go."""
        rows = self._db.rows(
            """SELECT e.* FROM suggestion_event e JOIN suggestion s ON s.id = e.suggestion_id
            JOIN meeting m ON m.id = s.meeting_id WHERE m.customer_id = ? AND e.deleted_at IS NULL
            ORDER BY e.at, e.rowid""",
            (customer_id,),
        )
        found: dict[SuggestionId, list[SuggestionEvent]] = {}
        for row in rows:
            found.setdefault(SuggestionId(row["suggestion_id"]), []).append(_event(row))
        return {key: tuple(steps) for key, steps in found.items()}

    def _where(self, clause: str, *values: object) -> tuple[StoredSuggestion, ...]:
        sql = f"""SELECT s.*, m.customer_id FROM suggestion s JOIN meeting m ON m.id = s.meeting_id
            WHERE s.deleted_at IS NULL AND m.deleted_at IS NULL AND {clause}"""  # noqa: S608 - clauses from our code
        return tuple(_suggestion(row) for row in self._db.rows(sql, values))


def _suggestion(row: sqlite3.Row) -> StoredSuggestion:
    return StoredSuggestion(
        id=row["id"],
        meeting_id=row["meeting_id"],
        customer_id=row["customer_id"],
        product=row["product"],
        kind=SuggestionKind(row["kind"]),
        confidence=row["confidence"],
        solves=row["solves"],
        turns=records.numbers(row["turns"]),
        state=SuggestionState(row["state"]),
        state_at=records.moment(row["state_at"]),
        amount=row["amount"],
        currency=row["currency"],
        reason=row["reason"],
        wording=row["wording"],
    )


def _event(row: sqlite3.Row) -> SuggestionEvent:
    return SuggestionEvent(
        state=SuggestionState(row["state"]),
        at=records.moment(row["at"]),
        amount=row["amount"],
        currency=row["currency"],
        reason=row["reason"],
        wording=row["wording"],
    )
