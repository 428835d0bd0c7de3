"""Full-text search over documents: FTS5 in SQLite, a GIN index in PostgreSQL, one way to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, literal_column, select, text

from vidbiy.ledger import tables
from vidbiy.ledger.database import stream
from vidbiy.ledger.document_query import stored_document, with_contents
from vidbiy.ledger.errors import RecordError
from vidbiy.ledger.in_force import horizon, until
from vidbiy.ledger.stored import Hit

__all__ = ["search", "terms"]

_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_AROUND = 70
# Just as the index of the first migration has it, or the index is not used.
_VECTOR: ColumnElement[object] = literal_column("vidbiy_words(document_contents.title, document_contents.text)")
_SIMPLE: ColumnElement[object] = literal_column("'simple'::regconfig")
_NO_WORD = re.compile(r"[\W_]+")


def terms(words: str) -> list[tuple[str, bool]]:
    """Return the terms of a search, each a word or a phrase, and whether it is only the beginning of a word.

    All must be there. `"a phrase"` is words in that order, `дрон*` any word that begins so.

    Raises:
        RecordError: there is no word to search for.
    """
    found = []
    for phrase, word in _TERM.findall(words.replace("\0", " ")):
        beginning = bool(word) and word.endswith("*")
        term = (phrase or word).strip('*"').strip()
        if _NO_WORD.sub("", term):
            found.append((term, beginning))
    if not found:
        raise RecordError(f'There is no word in {words!r} to search for; give words, "a phrase" or a beginning*.')
    return found


def search(
    connection: Connection, words: str, *, as_of: datetime | None = None, limit: int | None = None
) -> Iterator[Hit]:
    """Yield the documents that hold all the words, the newest first, in every version that was not redacted."""
    wanted = terms(words)
    bound = until(tables.document_contents.c.seq, horizon(connection, as_of))
    found = (_in_sqlite if connection.dialect.name == "sqlite" else _in_postgresql)(wanted, bound, limit)
    query = with_contents().join(found, found.c.seq == tables.documents.c.seq).order_by(found.c.seq.desc())
    for row in stream(connection, query):
        yield Hit(document=stored_document(row), excerpt=_excerpt(row.text, wanted))


def _in_sqlite(wanted: list[tuple[str, bool]], bound: ColumnElement[bool], limit: int | None) -> Any:
    contents = tables.document_contents
    matching = text("SELECT rowid AS seq FROM document_search WHERE document_search MATCH :words")
    matches = matching.bindparams(bindparam("words", _fts5(wanted))).columns(seq=contents.c.seq.type).subquery()
    # The index gives its rows in order, so that no more of them are looked at than are wanted.
    query = select(contents.c.seq).join(matches, matches.c.seq == contents.c.seq)
    return query.where(bound).order_by(matches.c.seq.desc()).limit(limit).subquery()


def _in_postgresql(wanted: list[tuple[str, bool]], bound: ColumnElement[bool], limit: int | None) -> Any:
    """Ask for the matches by themselves: beside joins the planner would walk all documents and cut each into words."""
    seq = tables.document_contents.c.seq
    matching = and_(*(_VECTOR.op("@@")(_tsquery(term, start)) for term, start in wanted))
    query = select(seq).where(matching, bound).order_by(seq.desc()).limit(limit)
    return query.cte("found").prefix_with("MATERIALIZED")


def _fts5(wanted: list[tuple[str, bool]]) -> str:
    return " ".join('"{}"{}'.format(term.replace('"', " "), "*" if start else "") for term, start in wanted)


def _tsquery(term: str, start: bool) -> ColumnElement[object]:
    *words, last = _NO_WORD.sub(" ", term.lower()).split()
    # Nothing is left of the words but letters and digits, so nothing of them can mean something here.
    return func.to_tsquery(_SIMPLE, " <-> ".join([*words, f"{last}:*" if start else last]))


def _excerpt(stored: str, wanted: list[tuple[str, bool]]) -> str:
    """Return the words around the first term that stands in the text as it was asked for."""
    folded = stored.casefold()
    places = [at for term, _ in wanted if (at := folded.find(term.casefold())) >= 0]
    at = min(places, default=0)
    first, last = max(0, at - _AROUND), at + _AROUND
    before, after = "…" if first else "", "…" if last < len(stored) else ""
    return f"{before}{' '.join(stored[first:last].split())}{after}"
