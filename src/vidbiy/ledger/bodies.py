"""What the hash of an entry covers: every column of its rows, written down canonically.

The columns are listed here and not taken from the tables, so that an entry hashes alike after a migration. An entry
says by its `format` which list is its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from vidbiy.ledger.canonical import canonical, digest

__all__ = ["CLAIM_COLUMNS", "COLUMNS", "FORMAT", "GENESIS", "KINDS", "PARTS", "Part", "body_hash", "entry_hash"]

FORMAT = 1
GENESIS = bytes(32)
"""What the first entry names as the one before it."""

# Kind of entry: its table and the columns.
COLUMNS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "document": (
        "documents",
        (
            "id", "version", "supersedes", "source", "published", "known_at", "fetched_at", "tool",
            "origin_key", "content_key", "raw_hash", "text_hash", "context_hash",
        ),
    ),
    "reading": ("readings", ("document", "reader", "language", "replaces", "problems_hash")),
    "alert": (
        "alerts",
        (
            "alert_key", "replaces", "place", "kind", "start", "end", "start_at", "end_at", "source", "tool", "address",
            "fetched_at", "raw_hash",
        ),
    ),
    "alert_log": (
        "alert_logs",
        (
            "log_key", "feed", "tool", "address", "fetched_at", "raw_hash", "lines", "known", "natures", "heard",
            "heard_since", "heard_until", "problems",
        ),
    ),
    "correction": ("corrections", ("target", "target_ordinal", "author", "reason")),
    "retraction": ("retractions", ("target", "target_ordinal", "author", "reason")),
    "redaction": ("redactions", ("target", "author", "reason")),
}  # fmt: skip
KINDS = tuple(COLUMNS)
# The claims of a reading or a correction, an array each, in this order.
CLAIM_COLUMNS: Final = (
    "ordinal", "reading", "document", "measure", "subject", "low", "high", "approx", "of", "unit", "effect", "place",
    "start", "end", "start_at", "end_at", "background", "time_precision", "speaker", "speaker_start", "speaker_end",
    "modality", "span_start", "span_end", "rule",
)  # fmt: skip


class Part(NamedTuple):
    """Rows of another table that belong to an entry: what its body calls them, an array each in their order."""

    name: str
    table: str
    columns: tuple[str, ...]
    binary: bool


_CLAIMS = Part("claims", "claims", CLAIM_COLUMNS, binary=False)
_CHUNKS = Part(
    "chunks", "alert_chunks", ("ordinal", "first_row", "rows", "start_at", "end_at", "columns_hash"), binary=True
)
_REPLACES = Part("replaces", "alert_replacements", ("target", "rows"), binary=True)
PARTS: Final[dict[str, tuple[Part, ...]]] = {
    "reading": (_CLAIMS,),
    "correction": (_CLAIMS,),
    "alert_log": (_CHUNKS, _REPLACES),
}


def body_hash(kind: str, row: Sequence[Any], parts: Mapping[str, Iterable[Sequence[Any]]] | None = None) -> bytes:
    """Return the hash of an entry's body: the columns of the row in its own table, and those of its parts by name."""
    body = dict(zip(COLUMNS[kind][1], map(_plain, row), strict=True))
    for part in PARTS.get(kind, ()):
        rows = (parts or {}).get(part.name, ())
        body[part.name] = [tuple(map(_plain, each)) if part.binary else tuple(each) for each in rows]
    return digest(canonical(body))


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


def entry_hash(seq: int, kind: str, recorded_at: int, body: bytes, previous: bytes, format: int = FORMAT) -> bytes:
    """Return the hash that links an entry to the one before it."""
    # Canonical JSON, written out: the parts are numbers, hex and one of KINDS.
    return digest(
        f'{{"body":"{body.hex()}","format":{format},"kind":"{kind}","previous":"{previous.hex()}",'
        f'"recorded_at":{recorded_at},"seq":{seq}}}'.encode()
    )
