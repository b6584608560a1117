"""The ordered migrations and nothing else; a released one is never edited."""

import contextlib
import sqlite3

import sqlite_utils
from sqlite_utils.migrations import Migrations

migrations = Migrations("insight_desktop")

# What every record carries: a UUIDv7, the time of its last change, and the tombstone that deletion leaves.
_RECORD = "id TEXT NOT NULL PRIMARY KEY, changed_at TEXT NOT NULL, deleted_at TEXT"


def names() -> frozenset[str]:
    """Return the names of all migrations that this version knows."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        return frozenset(migration.name for migration in migrations.pending(sqlite_utils.Database(connection)))


def _run(db: sqlite_utils.Database, *statements: str) -> None:
    for statement in statements:
        db.execute(statement.replace("{record}", _RECORD))


@migrations()
def m0001_customers(db: sqlite_utils.Database) -> None:
    """Customers, the people there, the deals with them, and what we sell."""
    _run(
        db,
        """CREATE TABLE customer ({record}, name TEXT NOT NULL, folded TEXT NOT NULL, key TEXT NOT NULL,
            segment TEXT NOT NULL DEFAULT '', industry TEXT NOT NULL DEFAULT '', domain TEXT NOT NULL DEFAULT '',
            crm_id TEXT NOT NULL DEFAULT '', current_products TEXT NOT NULL DEFAULT '[]', nps INTEGER,
            renewal_on TEXT, tags TEXT NOT NULL DEFAULT '[]', memo TEXT NOT NULL DEFAULT '') STRICT""",
        "CREATE INDEX customer_key ON customer (key)",
        """CREATE TABLE contact ({record}, customer_id TEXT NOT NULL REFERENCES customer (id), name TEXT NOT NULL,
            department TEXT NOT NULL DEFAULT '', role TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
            phone TEXT NOT NULL DEFAULT '', crm_id TEXT NOT NULL DEFAULT '') STRICT""",
        "CREATE INDEX contact_customer ON contact (customer_id)",
        """CREATE TABLE deal ({record}, customer_id TEXT NOT NULL REFERENCES customer (id), name TEXT NOT NULL,
            stage TEXT NOT NULL DEFAULT '', amount REAL, currency TEXT NOT NULL DEFAULT 'JPY',
            outcome TEXT NOT NULL DEFAULT '', crm_id TEXT NOT NULL DEFAULT '') STRICT""",
        "CREATE INDEX deal_customer ON deal (customer_id)",
        """CREATE TABLE product ({record}, catalogue TEXT NOT NULL, code TEXT NOT NULL, position INTEGER NOT NULL,
            name TEXT NOT NULL, family TEXT NOT NULL, tier INTEGER NOT NULL, upgrade_from TEXT NOT NULL,
            requires TEXT NOT NULL, solves TEXT NOT NULL, limits TEXT NOT NULL, price REAL,
            currency TEXT NOT NULL, per TEXT NOT NULL, description TEXT NOT NULL) STRICT""",
        "CREATE UNIQUE INDEX product_code ON product (catalogue, code)",
        """CREATE TABLE vocabulary ({record}, customer_id TEXT REFERENCES customer (id), term TEXT NOT NULL) STRICT""",
        "CREATE UNIQUE INDEX vocabulary_term ON vocabulary (ifnull(customer_id, ''), term)",
    )


@migrations()
def m0002_meetings(db: sqlite_utils.Database) -> None:
    """Meetings, their recordings, and the jobs that turn one into the other."""
    _run(
        db,
        """CREATE TABLE meeting ({record}, title TEXT NOT NULL, folded TEXT NOT NULL, started_at TEXT NOT NULL,
            language TEXT NOT NULL, channel TEXT, customer_id TEXT REFERENCES customer (id),
            deal_id TEXT REFERENCES deal (id), rep TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT 'unset',
            example TEXT NOT NULL DEFAULT 'none', memo TEXT NOT NULL DEFAULT '',
            tags TEXT NOT NULL DEFAULT '[]', purged_at TEXT) STRICT""",
        "CREATE INDEX meeting_started ON meeting (started_at)",
        "CREATE INDEX meeting_customer ON meeting (customer_id, started_at)",
        """CREATE TABLE recording ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id), path TEXT NOT NULL,
            seconds REAL NOT NULL, channels INTEGER NOT NULL, sha256 TEXT NOT NULL,
            original_name TEXT NOT NULL DEFAULT '', rep_channel INTEGER) STRICT""",
        "CREATE INDEX recording_meeting ON recording (meeting_id)",
        "CREATE INDEX recording_sha256 ON recording (sha256)",
        """CREATE TABLE job ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id), state TEXT NOT NULL,
            stage TEXT NOT NULL, done_s REAL NOT NULL DEFAULT 0, total_s REAL NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0, error_code TEXT NOT NULL DEFAULT '',
            error_params TEXT NOT NULL DEFAULT '[]', position REAL NOT NULL, language TEXT NOT NULL DEFAULT '',
            people INTEGER, created_at TEXT NOT NULL) STRICT""",
        "CREATE INDEX job_meeting ON job (meeting_id, created_at)",
        "CREATE INDEX job_state ON job (state, position)",
        "CREATE UNIQUE INDEX job_running ON job (state) WHERE state = 'running'",
    )


@migrations()
def m0003_transcripts(db: sqlite_utils.Database) -> None:
    """Transcripts in versions, their segments, the speakers, and the log of edits."""
    _run(
        db,
        """CREATE TABLE transcript ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id),
            language TEXT NOT NULL, model TEXT NOT NULL DEFAULT '', made_at TEXT NOT NULL,
            is_complete INTEGER NOT NULL DEFAULT 0, is_current INTEGER NOT NULL DEFAULT 0) STRICT""",
        "CREATE UNIQUE INDEX transcript_current ON transcript (meeting_id) WHERE is_current = 1",
        "CREATE INDEX transcript_meeting ON transcript (meeting_id)",
        """CREATE TABLE segment (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, changed_at TEXT NOT NULL,
            deleted_at TEXT, transcript_id TEXT NOT NULL REFERENCES transcript (id), position INTEGER NOT NULL,
            start REAL NOT NULL, "end" REAL NOT NULL, channel INTEGER, speaker TEXT, text TEXT NOT NULL,
            words TEXT NOT NULL, confidence REAL NOT NULL, speaker_confidence REAL NOT NULL,
            original_text TEXT NOT NULL DEFAULT '', is_edited INTEGER NOT NULL DEFAULT 0) STRICT""",
        "CREATE INDEX segment_transcript ON segment (transcript_id, position)",
        """CREATE TABLE speaker ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id), label TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '', role TEXT NOT NULL, confidence REAL NOT NULL DEFAULT 1,
            is_confirmed INTEGER NOT NULL DEFAULT 0) STRICT""",
        "CREATE UNIQUE INDEX speaker_label ON speaker (meeting_id, label)",
        """CREATE TABLE edit ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id), number INTEGER NOT NULL,
            is_undone INTEGER NOT NULL DEFAULT 0, before TEXT NOT NULL, after TEXT NOT NULL) STRICT""",
        "CREATE UNIQUE INDEX edit_number ON edit (meeting_id, number)",
    )


@migrations()
def m0004_analyses(db: sqlite_utils.Database) -> None:
    """The machine's analysis as it came, the user's corrections apart, and both together as rows to count."""
    _run(
        db,
        """CREATE TABLE analysis ({record}, meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting (id),
            body TEXT NOT NULL, segments TEXT NOT NULL, model TEXT NOT NULL, made_at TEXT NOT NULL,
            timing TEXT NOT NULL, minutes TEXT NOT NULL,
            corrected TEXT NOT NULL, corrected_turns TEXT NOT NULL DEFAULT '[]') STRICT""",
        """CREATE TABLE correction ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id), kind TEXT NOT NULL,
            segments TEXT NOT NULL, target TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, due TEXT,
            made_at TEXT NOT NULL) STRICT""",
        "CREATE INDEX correction_meeting ON correction (meeting_id)",
        """CREATE TABLE turn_label (meeting_id TEXT NOT NULL REFERENCES meeting (id), turn INTEGER NOT NULL,
            signal TEXT NOT NULL, confidence REAL NOT NULL,
            PRIMARY KEY (meeting_id, turn, signal)) STRICT, WITHOUT ROWID""",
        "CREATE INDEX turn_label_signal ON turn_label (signal, meeting_id)",
        """CREATE TABLE turn_mood (meeting_id TEXT NOT NULL REFERENCES meeting (id), turn INTEGER NOT NULL,
            sentiment TEXT NOT NULL, confidence REAL NOT NULL,
            PRIMARY KEY (meeting_id, turn)) STRICT, WITHOUT ROWID""",
        """CREATE TABLE insight ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id), position INTEGER NOT NULL,
            kind TEXT NOT NULL, summary TEXT NOT NULL, theme TEXT NOT NULL, confidence REAL NOT NULL,
            is_hypothesis INTEGER NOT NULL, is_confirmed INTEGER NOT NULL DEFAULT 0,
            turns TEXT NOT NULL) STRICT""",
        "CREATE INDEX insight_meeting ON insight (meeting_id, kind)",
        # The key's columns stand first: else SQLite 3.40 takes each row of a STRICT table without row ids for damaged.
        """CREATE TABLE evidence (insight_id TEXT NOT NULL REFERENCES insight (id) ON DELETE CASCADE,
            turn INTEGER NOT NULL, segment_id TEXT NOT NULL,
            PRIMARY KEY (insight_id, turn)) STRICT, WITHOUT ROWID""",
        """CREATE TABLE fact ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id), kind TEXT NOT NULL,
            text TEXT NOT NULL, amount REAL, currency TEXT, per TEXT, date TEXT, turns TEXT NOT NULL) STRICT""",
        "CREATE INDEX fact_meeting ON fact (meeting_id, kind)",
        """CREATE TABLE next_step ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id),
            position INTEGER NOT NULL, owner TEXT NOT NULL, what TEXT NOT NULL, due TEXT, confidence REAL NOT NULL,
            turns TEXT NOT NULL, done_at TEXT) STRICT""",
        "CREATE INDEX next_step_meeting ON next_step (meeting_id)",
        "CREATE INDEX next_step_open ON next_step (due) WHERE done_at IS NULL AND deleted_at IS NULL",
        """CREATE TABLE suggestion ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id),
            position INTEGER NOT NULL, product TEXT NOT NULL, kind TEXT NOT NULL, confidence REAL NOT NULL,
            solves TEXT NOT NULL, turns TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'candidate', amount REAL,
            currency TEXT,
            reason TEXT NOT NULL DEFAULT '', wording TEXT NOT NULL DEFAULT '', state_at TEXT NOT NULL) STRICT""",
        "CREATE INDEX suggestion_meeting ON suggestion (meeting_id)",
        """CREATE TABLE suggestion_event ({record}, suggestion_id TEXT NOT NULL REFERENCES suggestion (id),
            state TEXT NOT NULL, at TEXT NOT NULL, amount REAL, currency TEXT, reason TEXT NOT NULL,
            wording TEXT NOT NULL) STRICT""",
        "CREATE INDEX suggestion_event_suggestion ON suggestion_event (suggestion_id)",
    )


@migrations()
def m0005_search(db: sqlite_utils.Database) -> None:
    """Full text of everything that is searched: by threes of characters, and short words by their own index."""
    _run(
        db,
        """CREATE TABLE document (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, owner TEXT NOT NULL,
            meeting_id TEXT, folded TEXT NOT NULL) STRICT""",
        "CREATE UNIQUE INDEX document_owner ON document (owner, kind)",
        """CREATE VIRTUAL TABLE document_long USING fts5 (folded, content = 'document', content_rowid = 'number',
            tokenize = 'trigram case_sensitive 1')""",
        """CREATE VIRTUAL TABLE document_short USING fts5 (grams, content = '', detail = none, columnsize = 0,
            tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co S* P* M*'")""",
    )


@migrations()
def m0006_exports(db: sqlite_utils.Database) -> None:
    """What was written into which file, so that nothing goes to a CRM twice."""
    _run(
        db,
        """CREATE TABLE export_row ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id), profile TEXT NOT NULL,
            profile_version TEXT NOT NULL, target TEXT NOT NULL, row_key TEXT NOT NULL, row_sha256 TEXT NOT NULL,
            file_sha256 TEXT NOT NULL, file_name TEXT NOT NULL, written_at TEXT NOT NULL,
            is_imported INTEGER) STRICT""",
        "CREATE INDEX export_row_key ON export_row (profile, target, row_key, written_at)",
    )


@migrations()
def m0007_themes(db: sqlite_utils.Database) -> None:
    """What insights mean, and the themes that gather them."""
    _run(
        db,
        "ALTER TABLE insight ADD COLUMN vector BLOB NOT NULL DEFAULT x''",
        """CREATE TABLE theme ({record}, kind TEXT NOT NULL, name TEXT NOT NULL, is_pinned INTEGER NOT NULL DEFAULT 0,
            total BLOB NOT NULL, spokesman REAL NOT NULL DEFAULT -1) STRICT""",
        """CREATE TABLE theme_member (insight_id TEXT NOT NULL PRIMARY KEY, theme_id TEXT NOT NULL
            REFERENCES theme (id)) STRICT, WITHOUT ROWID""",
        "CREATE INDEX theme_member_theme ON theme_member (theme_id)",
    )


# Blocks of 256 meetings, as in `trend_columns`. «OR IGNORE» would not hold in a trigger of an upsert.
_STALE = """INSERT INTO trend_stale (block) SELECT DISTINCT number >> 8 FROM trend_place
    WHERE number >> 8 NOT IN (SELECT block FROM trend_stale) AND meeting_id {where}"""


def _mark_stale(name: str, event: str, where: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} BEGIN {_STALE.format(where=where)}; END"


@migrations()
def m0008_trends(db: sqlite_utils.Database) -> None:
    """Columns of many meetings that filters are counted on, kept by blocks; a block is made anew once it is stale."""
    _run(
        db,
        "ALTER TABLE theme ADD COLUMN merged_into TEXT",
        "ALTER TABLE theme ADD COLUMN is_on_top INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE analysis ADD COLUMN metrics TEXT NOT NULL DEFAULT '{}'",
        "UPDATE analysis SET metrics = ifnull(json_extract(body, '$.metrics'), '{}')",
        "CREATE TABLE trend_place (number INTEGER PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE) STRICT",
        "CREATE TABLE trend_stale (block INTEGER PRIMARY KEY) STRICT",
        "CREATE TABLE trend_block (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT",
        """CREATE TABLE trend_value (number INTEGER PRIMARY KEY, field TEXT NOT NULL, value TEXT NOT NULL,
            UNIQUE (field, value)) STRICT""",
        "INSERT INTO trend_place (meeting_id) SELECT id FROM meeting ORDER BY started_at, id",
        "INSERT OR IGNORE INTO trend_stale (block) SELECT DISTINCT number >> 8 FROM trend_place",
        "CREATE TRIGGER trend_place_new AFTER INSERT ON meeting BEGIN "
        "INSERT INTO trend_place (meeting_id) VALUES (new.id); END",
        _mark_stale("trend_meeting_new", "INSERT ON trend_place", "= new.meeting_id"),
        _mark_stale("trend_meeting", "UPDATE ON meeting", "= new.id"),
        _mark_stale("trend_analysis_new", "INSERT ON analysis", "= new.meeting_id"),
        _mark_stale("trend_analysis", "UPDATE ON analysis", "= new.meeting_id"),
        _mark_stale("trend_insight_new", "INSERT ON insight", "= new.meeting_id"),
        _mark_stale("trend_insight", "UPDATE ON insight", "= new.meeting_id"),
        _mark_stale("trend_insight_gone", "DELETE ON insight", "= old.meeting_id"),
        _mark_stale(
            "trend_member_new",
            "INSERT ON theme_member",
            "= (SELECT meeting_id FROM insight WHERE id = new.insight_id)",
        ),
        _mark_stale(
            "trend_member", "UPDATE ON theme_member", "= (SELECT meeting_id FROM insight WHERE id = new.insight_id)"
        ),
        _mark_stale("trend_customer", "UPDATE ON customer", "IN (SELECT id FROM meeting WHERE customer_id = new.id)"),
        _mark_stale("trend_deal", "UPDATE ON deal", "IN (SELECT id FROM meeting WHERE deal_id = new.id)"),
        "CREATE INDEX meeting_deal ON meeting (deal_id) WHERE deal_id IS NOT NULL",
    )


@migrations()
def m0009_managers_view(db: sqlite_utils.Database) -> None:
    """What the manager keeps: views, script items, trackers, playlists, comments; and what utterances mean."""
    _run(
        db,
        "CREATE TABLE saved_view ({record}, name TEXT NOT NULL, body TEXT NOT NULL) STRICT",
        "CREATE TABLE script_item ({record}, position INTEGER NOT NULL, text TEXT NOT NULL) STRICT",
        """CREATE TABLE tracker ({record}, name TEXT NOT NULL, examples TEXT NOT NULL,
            accepted TEXT NOT NULL DEFAULT '[]', rejected TEXT NOT NULL DEFAULT '[]', threshold REAL) STRICT""",
        "CREATE TABLE playlist ({record}, name TEXT NOT NULL) STRICT",
        """CREATE TABLE playlist_item ({record}, playlist_id TEXT NOT NULL REFERENCES playlist (id),
            meeting_id TEXT NOT NULL REFERENCES meeting (id), start REAL NOT NULL, "end" REAL NOT NULL,
            words TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL) STRICT""",
        "CREATE INDEX playlist_item_playlist ON playlist_item (playlist_id, position)",
        """CREATE TABLE comment ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id), start REAL NOT NULL,
            words TEXT NOT NULL DEFAULT '', text TEXT NOT NULL, made_at TEXT NOT NULL) STRICT""",
        "CREATE INDEX comment_meeting ON comment (meeting_id, start)",
        # One row a meeting: for each utterance its row of `segment`, the bits of its meaning, and the meaning as int8.
        """CREATE TABLE meaning (number INTEGER PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE, segments BLOB NOT NULL,
            bits BLOB NOT NULL, vectors BLOB NOT NULL) STRICT""",
        """CREATE TRIGGER meaning_segment AFTER UPDATE OF text, speaker, deleted_at ON segment BEGIN
            DELETE FROM meaning WHERE meeting_id = (SELECT meeting_id FROM transcript WHERE id = new.transcript_id);
            END""",
        """CREATE TRIGGER meaning_transcript AFTER UPDATE OF is_current, is_complete ON transcript BEGIN
            DELETE FROM meaning WHERE meeting_id = new.meeting_id; END""",
    )


@migrations()
def m0010_moments(db: sqlite_utils.Database) -> None:
    """Noted places of recordings: marks, pauses, gaps, the agreement to record."""
    _run(
        db,
        """CREATE TABLE moment ({record}, meeting_id TEXT NOT NULL REFERENCES meeting (id), kind TEXT NOT NULL,
            at REAL NOT NULL, seconds REAL NOT NULL DEFAULT 0, text TEXT NOT NULL DEFAULT '') STRICT""",
        "CREATE INDEX moment_meeting ON moment (meeting_id)",
    )


@migrations()
def m0011_customer_contract(db: sqlite_utils.Database) -> None:
    """Since when a customer is one, and the support case that waits for us: both decide whether to offer."""
    _run(
        db,
        "ALTER TABLE customer ADD COLUMN contracted_on TEXT",
        "ALTER TABLE customer ADD COLUMN open_case TEXT NOT NULL DEFAULT ''",
    )


@migrations()
def m0012_protection(db: sqlite_utils.Database) -> None:
    """Meetings whose sound is kept whatever its age."""
    _run(db, "ALTER TABLE meeting ADD COLUMN is_protected INTEGER NOT NULL DEFAULT 0")


@migrations()
def m0013_traits(db: sqlite_utils.Database) -> None:
    """What the label network sees in utterances, for trackers: a row a meeting, in the order of its meanings."""
    _run(
        db,
        """CREATE TABLE trait (number INTEGER PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE, made_by TEXT NOT NULL,
            states BLOB NOT NULL, pieces BLOB NOT NULL) STRICT""",
        """CREATE TRIGGER trait_meaning AFTER DELETE ON meaning BEGIN
            DELETE FROM trait WHERE meeting_id = old.meeting_id; END""",
    )


@migrations()
def m0014_theme_names(db: sqlite_utils.Database) -> None:
    """How large a theme was when the program named it, and which kind most objections of a theme are of."""
    _run(
        db,
        "ALTER TABLE theme ADD COLUMN named_size INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE theme ADD COLUMN objection TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE theme DROP COLUMN spokesman",
    )


@migrations()
def m0015_customer_details(db: sqlite_utils.Database) -> None:
    """What the user writes of a customer by hand, and of a product."""
    _run(
        db,
        "ALTER TABLE customer ADD COLUMN properties TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE contact ADD COLUMN is_decider INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE deal ADD COLUMN expected_on TEXT",
        """CREATE TABLE owned_product ({record}, customer_id TEXT NOT NULL REFERENCES customer (id),
            product TEXT NOT NULL, since TEXT, seats INTEGER) STRICT""",
        "CREATE INDEX owned_product_customer ON owned_product (customer_id)",
        """CREATE TABLE usage_figure ({record}, customer_id TEXT NOT NULL REFERENCES customer (id),
            name TEXT NOT NULL, value REAL NOT NULL, ceiling REAL, unit TEXT NOT NULL DEFAULT '', as_of TEXT) STRICT""",
        "CREATE INDEX usage_figure_customer ON usage_figure (customer_id)",
        """CREATE TABLE support_case ({record}, customer_id TEXT NOT NULL REFERENCES customer (id),
            subject TEXT NOT NULL, opened_on TEXT, closed_on TEXT) STRICT""",
        "CREATE INDEX support_case_customer ON support_case (customer_id)",
        "ALTER TABLE product ADD COLUMN purpose TEXT NOT NULL DEFAULT ''",
    )


@migrations()
def m0016_offer_rules(db: sqlite_utils.Database) -> None:
    """When offers are to be made: the kind of business, and the limits that the user has changed."""
    _run(
        db,
        "CREATE TABLE offer_rule ({record}, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT",
    )


@migrations()
def m0017_account_numbers(db: sqlite_utils.Database) -> None:
    """What numbers of a customer are counted from besides: the day of an answer, the stage by hand, size, segments."""
    _run(
        db,
        "ALTER TABLE customer ADD COLUMN nps_on TEXT",
        "ALTER TABLE customer ADD COLUMN nps_source TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE customer ADD COLUMN stage TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE customer ADD COLUMN employees INTEGER",
        """CREATE TABLE segment_rule ({record}, position INTEGER NOT NULL, segment TEXT NOT NULL,
            industry TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '[]', least INTEGER, most INTEGER) STRICT""",
    )


@migrations()
def m0018_trend_properties(db: sqlite_utils.Database) -> None:
    """Trends are filtered by the user's own fields of a customer too: every block is made anew."""
    _run(
        db,
        """INSERT INTO trend_stale (block) SELECT DISTINCT number >> 8 FROM trend_place
            WHERE number >> 8 NOT IN (SELECT block FROM trend_stale)""",
    )


@migrations()
def m0019_ruled_segment(db: sqlite_utils.Database) -> None:
    """The segment that the rules name, for whatever counts customers by segment."""
    _run(db, "ALTER TABLE customer ADD COLUMN ruled_segment TEXT NOT NULL DEFAULT ''")


@migrations()
def m0020_check_ins(db: sqlite_utils.Database) -> None:
    """What was done about the questions after a sale."""
    _run(
        db,
        """CREATE TABLE check_in ({record}, suggestion_id TEXT NOT NULL REFERENCES suggestion (id),
            days INTEGER NOT NULL, is_done INTEGER NOT NULL DEFAULT 0, due TEXT,
            UNIQUE (suggestion_id, days)) STRICT""",
    )


@migrations()
def m0021_success_stories(db: sqlite_utils.Database) -> None:
    """What products did for other customers, as the user tells it."""
    _run(
        db,
        """CREATE TABLE success_story ({record}, title TEXT NOT NULL, industry TEXT NOT NULL DEFAULT '',
            problem TEXT NOT NULL DEFAULT '', product TEXT NOT NULL DEFAULT '',
            result TEXT NOT NULL DEFAULT '') STRICT""",
    )


@migrations()
def m0022_doubted_voices(db: sqlite_utils.Database) -> None:
    """Whether the number of voices is beyond doubt, or the user should be asked."""
    _run(db, "ALTER TABLE transcript ADD COLUMN is_count_sure INTEGER NOT NULL DEFAULT 1")
