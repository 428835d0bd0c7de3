"""What people decided about claims outlasts the reader that read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from vidbiy.ledger import tables
from vidbiy.ledger.bodies import CLAIM_COLUMNS
from vidbiy.ledger.chain import Chain

__all__ = ["carry_judgements"]

_Same = tuple[str, str, int, int]
_SAID = ("low", "high", "approx", "of", "place", "start_at", "end_at", "speaker", "modality")


def carry_judgements(
    connection: Connection, chain: Chain, old: int, new: int, claims: Sequence[Mapping[str, Any]]
) -> None:
    """Append the corrections and retractions of claims of reading `old` anew, for the same claims of reading `new`.

    The same is what asserts the same measure of the same subject with the same words. A claim that the new reader reads
    as it was corrected needs no correction any more.
    """
    now: dict[_Same, Mapping[str, Any]] = {_same(claim): claim for claim in claims}
    for row in _judged(connection, tables.corrections, old):
        claim, corrected = now.get(_same(row)), _corrected(connection, row["judgement"])
        if claim is None or corrected is None or all(claim[name] == corrected[name] for name in _SAID):
            continue
        chain.add("correction", "corrections", _again(row, new, claim), {"claims": [{**corrected, "reading": new}]})
    for row in _judged(connection, tables.retractions, old):
        claim = now.get(_same(row))
        if claim is not None:
            chain.add("retraction", "retractions", _again(row, new, claim))


def _same(claim: Mapping[str, Any]) -> _Same:
    return claim["measure"], claim["subject"], claim["span_start"], claim["span_end"]


def _judged(connection: Connection, table: Any, reading: int) -> Sequence[Mapping[str, Any]]:
    """Return the claims of a reading that are corrected or retracted, by whom and why, if that is in force."""
    claims, undone = tables.claims, tables.retractions.alias()
    query = (
        select(claims, table.c.seq.label("judgement"), table.c.author, table.c.reason)
        .join(table, (table.c.target == claims.c.seq) & (table.c.target_ordinal == claims.c.ordinal))
        .where(claims.c.reading == reading, claims.c.seq == reading)
        .where(~select(undone.c.seq).where(undone.c.target == table.c.seq).correlate(table).exists())
        .order_by(table.c.seq)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def _corrected(connection: Connection, correction: int) -> dict[str, Any] | None:
    """Return the claim that a correction made, or the one that was made of it by the corrections after."""
    claims, corrections = tables.claims, tables.corrections
    while True:
        later = select(corrections.c.seq).where(corrections.c.target == correction).order_by(corrections.c.seq.desc())
        found = connection.execute(later).scalars().first()
        if found is None:
            break
        correction = found
    row = connection.execute(select(claims).where(claims.c.seq == correction)).mappings().one_or_none()
    return None if row is None else {name: row[name] for name in CLAIM_COLUMNS}


def _again(row: Mapping[str, Any], new: int, claim: Mapping[str, Any]) -> dict[str, Any]:
    """Return a judgement on the new claim, which says where it comes from."""
    reason = row["reason"]
    if not reason.endswith(")") or "(as in entry " not in reason:
        reason = f"{reason} (as in entry {row['judgement']})"
    return {"target": new, "target_ordinal": claim["ordinal"], "author": row["author"], "reason": reason}
