"""The tables. `entries` is the chain; every other row belongs to one of its entries, whose hash covers it.

There are no foreign keys: `verify` holds every row against its entry, and finds also what a key cannot see. Times are
microseconds since 1970 (`..._at`), beside the words of the document where its offset counts.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
)

__all__ = [
    "GUARDED",
    "REMOVABLE",
    "alert_chunks",
    "alert_log_raws",
    "alert_logs",
    "alert_replacements",
    "alerts",
    "claims",
    "corrections",
    "document_contents",
    "documents",
    "entries",
    "head",
    "metadata",
    "reading_problems",
    "readings",
    "redactions",
    "retractions",
]

metadata = MetaData()
# Only INTEGER PRIMARY KEY is SQLite's row number; BIGINT would get an index of its own.
_Seq = BigInteger().with_variant(Integer, "sqlite")

# Ids are compared byte by byte, whatever the locale of the server.
_Path = Text().with_variant(Text(collation="C"), "postgresql")


def _seq() -> Column[int]:
    return Column("seq", _Seq, primary_key=True, autoincrement=False)


entries = Table(
    "entries",
    metadata,
    _seq(),
    Column("kind", Text, nullable=False),
    Column("format", SmallInteger, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("body_hash", LargeBinary, nullable=False),
    Column("previous_hash", LargeBinary, nullable=False),
    Column("entry_hash", LargeBinary, nullable=False),
    Index("entries_recorded_at", "recorded_at"),
)

# One row, the end of the chain. It is no part of the record: whoever appends locks it, and a lost last entry shows.
head = Table(
    "head",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("entry_hash", LargeBinary, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    _seq(),
    Column("id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("supersedes", BigInteger),
    Column("source", Text),
    Column("published", Text),
    Column("known_at", BigInteger, nullable=False),
    Column("fetched_at", BigInteger, nullable=False),
    Column("tool", Text, nullable=False),
    Column("origin_key", LargeBinary, nullable=False),
    Column("content_key", LargeBinary, nullable=False),
    Column("raw_hash", LargeBinary, nullable=False),
    Column("text_hash", LargeBinary, nullable=False),
    Column("context_hash", LargeBinary, nullable=False),
    Index("documents_id", "id"),
    Index("documents_supersedes", "supersedes"),
    Index("documents_source", "source", "known_at"),
    Index("documents_known_at", "known_at"),
    Index("documents_origin_version", "origin_key", "version", unique=True),
    Index("documents_content", "content_key", unique=True),
    Index("documents_text", "text_hash"),
)

# What of a document can name a person, and can be redacted. The hashes of it stand in `documents`.
document_contents = Table(
    "document_contents",
    metadata,
    _seq(),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("address", Text, nullable=False),
    Column("headers", Text),
    Column("raw_form", SmallInteger, nullable=False),
    Column("raw", LargeBinary),
)

readings = Table(
    "readings",
    metadata,
    _seq(),
    Column("document", BigInteger, nullable=False),
    Column("reader", Text, nullable=False),
    Column("language", Text),
    Column("replaces", BigInteger),
    Column("problems_hash", LargeBinary),
    Index("readings_document", "document"),
    Index("readings_replaces", "replaces"),
)

# Problems may quote the text, so they can be redacted with it.
reading_problems = Table("reading_problems", metadata, _seq(), Column("problems", Text, nullable=False))

# Quotes and the words that name a speaker are not stored: they are cut from the text, which alone may be redacted.
claims = Table(
    "claims",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("reading", BigInteger, nullable=False),
    Column("document", BigInteger, nullable=False),
    Column("measure", _Path, nullable=False),
    Column("subject", _Path, nullable=False),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("approx", Boolean, nullable=False),
    Column("of", BigInteger),
    Column("unit", Text, nullable=False),
    Column("effect", Text),
    Column("place", _Path),
    Column("start", Text),
    Column("end", Text),
    Column("start_at", BigInteger, nullable=False),
    Column("end_at", BigInteger, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("time_precision", Text, nullable=False),
    Column("speaker", _Path),
    Column("speaker_start", Integer),
    Column("speaker_end", Integer),
    Column("modality", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Index("claims_document", "document", "seq", "ordinal"),
    Index("claims_time", "start_at", "seq", "ordinal"),
    Index("claims_place", "place", "start_at", "seq", "ordinal"),
    Index("claims_measure", "measure", "start_at", "seq", "ordinal"),
    Index("claims_speaker", "speaker", "start_at", "seq", "ordinal"),
    sqlite_with_rowid=False,
)

# Alerts of before schema 0002, an entry each. They are read and verified, and no more are written.
alerts = Table(
    "alerts",
    metadata,
    _seq(),
    Column("alert_key", LargeBinary, nullable=False),
    Column("replaces", BigInteger),
    Column("place", _Path, nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Text, nullable=False),
    Column("end", Text),
    Column("start_at", BigInteger, nullable=False),
    Column("end_at", BigInteger, nullable=False),
    Column("source", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("fetched_at", BigInteger, nullable=False),
    Column("raw_hash", LargeBinary, nullable=False),
    Index("alerts_key", "alert_key"),
    Index("alerts_replaces", "replaces"),
    Index("alerts_time", "start_at"),
    Index("alerts_place", "place", "start_at"),
)

# A log of alerts is one entry, however many alerts it has: they lie in chunks of columns, a month of starts in each, and a
# chunk is hashed and read as a whole. What a log has that an earlier one had is not kept twice.
alert_logs = Table(
    "alert_logs",
    metadata,
    _seq(),
    Column("log_key", LargeBinary, nullable=False),
    Column("feed", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("fetched_at", BigInteger, nullable=False),
    Column("raw_hash", LargeBinary, nullable=False),
    Column("lines", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("natures", Text, nullable=False),
    Column("heard", Text, nullable=False),
    Column("heard_since", BigInteger, nullable=False),
    Column("heard_until", BigInteger, nullable=False),
    Column("problems", Text, nullable=False),
    Index("alert_logs_key", "log_key"),
    Index("alert_logs_raw", "raw_hash"),
    Index("alert_logs_heard", "heard_until"),
)

# `columns` is, one after the other and little-endian: start and end (int64), nature and line (uint32) of each alert.
alert_chunks = Table(
    "alert_chunks",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("first_row", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("start_at", BigInteger, nullable=False),
    Column("end_at", BigInteger, nullable=False),
    Column("columns_hash", LargeBinary, nullable=False),
    Column("columns", LargeBinary, nullable=False),
    Index("alert_chunks_time", "end_at", "start_at"),
)

# Which alerts of an earlier log (`target`) a log tells anew, with another end: their rows there (uint32).
alert_replacements = Table(
    "alert_replacements",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("target", BigInteger, primary_key=True, autoincrement=False),
    Column("rows", LargeBinary, nullable=False),
    Index("alert_replacements_target", "target"),
)

# The bytes of a log as they came; of the same bytes once.
alert_log_raws = Table(
    "alert_log_raws",
    metadata,
    _seq(),
    Column("raw_form", SmallInteger, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)


def _judgement(name: str, *columns: Column[int]) -> Table:
    """Return a table of what people decide about an entry: who, why, and which."""
    return Table(
        name,
        metadata,
        _seq(),
        Column("target", BigInteger, nullable=False),
        *columns,
        Column("author", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Index(f"{name}_target", "target", *(column.name for column in columns)),
    )


# The ordinal is that of a claim; -1 is the entry as a whole.
corrections = _judgement("corrections", Column("target_ordinal", Integer, nullable=False))
retractions = _judgement("retractions", Column("target_ordinal", Integer, nullable=False))
redactions = _judgement("redactions")

REMOVABLE = ("document_contents", "reading_problems")
"""Rows that may go, once a redaction names their entry."""
GUARDED = tuple(name for name in metadata.tables if name != "head")
"""Tables in which no row may change."""
