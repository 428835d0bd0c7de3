"""The first schema."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")
# Ids are compared byte by byte, whatever the locale of the server.
_PATH = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_GUARDED = (
    "entries",
    "documents",
    "document_contents",
    "readings",
    "reading_problems",
    "claims",
    "alerts",
    "corrections",
    "retractions",
    "redactions",
)
# Which redaction lets a row of these go: the one that names its document.
_REMOVABLE = {
    "document_contents": "OLD.seq",
    "reading_problems": "(SELECT document FROM readings WHERE readings.seq = OLD.seq)",
}


def upgrade() -> None:
    """Make the tables, the search, and the guards against change."""
    _chain()
    _documents()
    _readings()
    _claims()
    _alerts()
    for name in ("corrections", "retractions", "redactions"):
        _judgement(name)
    op.execute(
        sa.text("INSERT INTO head (id, seq, recorded_at, entry_hash) VALUES (1, 0, 0, :zero)").bindparams(
            sa.bindparam("zero", bytes(32), sa.LargeBinary)
        )
    )
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_search()
        _sqlite_guards()
    else:
        _postgresql_search()
        _postgresql_guards()


def _table(name: str, *columns: sa.Column[Any], **options: Any) -> None:
    op.create_table(name, *columns, **options)


def _seq() -> sa.Column[Any]:
    return sa.Column("seq", _SEQ, primary_key=True, autoincrement=False)


def _chain() -> None:
    _table(
        "entries",
        _seq(),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("format", sa.SmallInteger, nullable=False),
        sa.Column("recorded_at", sa.BigInteger, nullable=False),
        sa.Column("body_hash", sa.LargeBinary, nullable=False),
        sa.Column("previous_hash", sa.LargeBinary, nullable=False),
        sa.Column("entry_hash", sa.LargeBinary, nullable=False),
    )
    op.create_index("entries_recorded_at", "entries", ["recorded_at"])
    _table(
        "head",
        sa.Column("id", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("recorded_at", sa.BigInteger, nullable=False),
        sa.Column("entry_hash", sa.LargeBinary, nullable=False),
    )


def _documents() -> None:
    _table(
        "documents",
        _seq(),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("supersedes", sa.BigInteger),
        sa.Column("source", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("known_at", sa.BigInteger, nullable=False),
        sa.Column("fetched_at", sa.BigInteger, nullable=False),
        sa.Column("tool", sa.Text, nullable=False),
        sa.Column("origin_key", sa.LargeBinary, nullable=False),
        sa.Column("content_key", sa.LargeBinary, nullable=False),
        sa.Column("raw_hash", sa.LargeBinary, nullable=False),
        sa.Column("text_hash", sa.LargeBinary, nullable=False),
        sa.Column("context_hash", sa.LargeBinary, nullable=False),
    )
    op.create_index("documents_id", "documents", ["id"])
    op.create_index("documents_supersedes", "documents", ["supersedes"])
    op.create_index("documents_source", "documents", ["source", "known_at"])
    op.create_index("documents_known_at", "documents", ["known_at"])
    op.create_index("documents_origin_version", "documents", ["origin_key", "version"], unique=True)
    op.create_index("documents_content", "documents", ["content_key"], unique=True)
    op.create_index("documents_text", "documents", ["text_hash"])
    _table(
        "document_contents",
        _seq(),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("headers", sa.Text),
        sa.Column("raw_form", sa.SmallInteger, nullable=False),
        sa.Column("raw", sa.LargeBinary),
    )


def _readings() -> None:
    _table(
        "readings",
        _seq(),
        sa.Column("document", sa.BigInteger, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("replaces", sa.BigInteger),
        sa.Column("problems_hash", sa.LargeBinary),
    )
    op.create_index("readings_document", "readings", ["document"])
    op.create_index("readings_replaces", "readings", ["replaces"])
    _table(
        "reading_problems",
        _seq(),
        sa.Column("problems", sa.Text, nullable=False),
    )


def _claims() -> None:
    _table(
        "claims",
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("ordinal", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("reading", sa.BigInteger, nullable=False),
        sa.Column("document", sa.BigInteger, nullable=False),
        sa.Column("measure", _PATH, nullable=False),
        sa.Column("subject", _PATH, nullable=False),
        sa.Column("low", sa.BigInteger),
        sa.Column("high", sa.BigInteger),
        sa.Column("approx", sa.Boolean, nullable=False),
        sa.Column("of", sa.BigInteger),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("effect", sa.Text),
        sa.Column("place", _PATH),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("start_at", sa.BigInteger, nullable=False),
        sa.Column("end_at", sa.BigInteger, nullable=False),
        sa.Column("background", sa.Boolean, nullable=False),
        sa.Column("time_precision", sa.Text, nullable=False),
        sa.Column("speaker", _PATH),
        sa.Column("speaker_start", sa.Integer),
        sa.Column("speaker_end", sa.Integer),
        sa.Column("modality", sa.Text, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("claims_document", "claims", ["document", "seq", "ordinal"])
    op.create_index("claims_time", "claims", ["start_at", "seq", "ordinal"])
    op.create_index("claims_place", "claims", ["place", "start_at", "seq", "ordinal"])
    op.create_index("claims_measure", "claims", ["measure", "start_at", "seq", "ordinal"])
    op.create_index("claims_speaker", "claims", ["speaker", "start_at", "seq", "ordinal"])


def _alerts() -> None:
    _table(
        "alerts",
        _seq(),
        sa.Column("alert_key", sa.LargeBinary, nullable=False),
        sa.Column("replaces", sa.BigInteger),
        sa.Column("place", _PATH, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Text, nullable=False),
        sa.Column("end", sa.Text),
        sa.Column("start_at", sa.BigInteger, nullable=False),
        sa.Column("end_at", sa.BigInteger, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("tool", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("fetched_at", sa.BigInteger, nullable=False),
        sa.Column("raw_hash", sa.LargeBinary, nullable=False),
    )
    op.create_index("alerts_key", "alerts", ["alert_key"])
    op.create_index("alerts_replaces", "alerts", ["replaces"])
    op.create_index("alerts_time", "alerts", ["start_at"])
    op.create_index("alerts_place", "alerts", ["place", "start_at"])


def _judgement(name: str) -> None:
    ordinal = [] if name == "redactions" else [sa.Column("target_ordinal", sa.Integer, nullable=False)]
    _table(
        name,
        _seq(),
        sa.Column("target", sa.BigInteger, nullable=False),
        *ordinal,
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_index(f"{name}_target", name, ["target", *(str(column.name) for column in ordinal)])


def _sqlite_search() -> None:
    """The index holds no text of its own: it refers to the rows of `document_contents`."""
    op.execute(
        "CREATE VIRTUAL TABLE document_search USING fts5"
        "(title, text, content='document_contents', content_rowid='seq', tokenize='unicode61')"
    )
    op.execute(
        "CREATE TRIGGER document_contents_indexed AFTER INSERT ON document_contents BEGIN "
        "INSERT INTO document_search (rowid, title, text) VALUES (NEW.seq, NEW.title, NEW.text); END"
    )
    op.execute(
        "CREATE TRIGGER document_contents_unindexed AFTER DELETE ON document_contents BEGIN "
        "INSERT INTO document_search (document_search, rowid, title, text) "
        "VALUES ('delete', OLD.seq, OLD.title, OLD.text); END"
    )


def _sqlite_guards() -> None:
    for table in _GUARDED:
        op.execute(
            f"CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table} BEGIN "
            "SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        )
        allowed = _allowed(table)
        unless = f"WHEN NOT {allowed} " if allowed else ""
        op.execute(
            f"CREATE TRIGGER {table}_never_go BEFORE DELETE ON {table} {unless}BEGIN "
            "SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        )


def _postgresql_search() -> None:
    """Words as FTS5 finds them: runs of letters and digits, in lower case, whatever the locale of the server.

    A tsvector holds a megabyte at most, so of a text that long only the beginning is searched.
    """
    op.execute(
        "CREATE FUNCTION vidbiy_words(title text, body text) RETURNS tsvector "
        # The cost keeps the planner from cutting texts into words row by row where the index knows them; of a function
        # in SQL it would look at what is inside instead.
        "LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 5000 AS "
        "$$ BEGIN RETURN to_tsvector('pg_catalog.simple', regexp_replace("
        "lower((coalesce(title, '') || ' ' || left(body, 200000)) COLLATE \"und-x-icu\"), "
        "'[^[:alnum:]]+', ' ', 'g')); END $$"
    )
    op.execute("CREATE INDEX document_contents_search ON document_contents USING gin (vidbiy_words(title, text))")


def _postgresql_guards() -> None:
    op.execute(
        "CREATE FUNCTION vidbiy_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$"
    )
    for table in _GUARDED:
        allowed = _allowed(table)
        op.execute(
            f"CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION vidbiy_append_only()"
        )
        # A subquery is no part of a trigger's condition here, so the function of a removable table asks it.
        name = "vidbiy_append_only"
        if allowed:
            name = f"vidbiy_{table}_redacted"
            op.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN IF NOT {allowed} THEN RAISE EXCEPTION 'the ledger is append-only'; END IF; "
                "RETURN OLD; END $$"
            )
        op.execute(f"CREATE TRIGGER {table}_never_go BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
        op.execute(
            f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION vidbiy_append_only()"
        )


def _allowed(table: str) -> str:
    target = _REMOVABLE.get(table)
    return f"EXISTS (SELECT 1 FROM redactions WHERE redactions.target = {target})" if target else ""
