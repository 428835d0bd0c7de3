"""Records as rows: all that needs neither the database nor its lock, done in whichever process read the text."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from vidbiy.ledger.canonical import FIRST, LAST, canonical, digest, digest_of, micros
from vidbiy.ledger.errors import RecordError
from vidbiy.ledger.records import NewDocument, NewReading
from vidbiy.model import Claim, Document

__all__ = [
    "RAW_AS_IS",
    "RAW_COMPRESSED",
    "RAW_IS_TEXT",
    "PreparedDocument",
    "PreparedReading",
    "content_key",
    "context_hash",
    "origin_key",
    "packed",
    "prepare_document",
    "prepare_reading",
    "problems_hash",
    "raw_bytes",
]

RAW_IS_TEXT, RAW_COMPRESSED, RAW_AS_IS = 0, 1, 2

# A night has fifteen hours and a day 24; what is longer recalls a month, a year, the whole war.
_LASTING = timedelta(days=3)
_LARGEST = 2**63


@dataclass(frozen=True, slots=True)
class PreparedReading:
    """A reading as rows that only lack the numbers of their entries."""

    row: dict[str, Any]
    claims: list[dict[str, Any]]
    problems: str | None


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document as rows that only lack the numbers of their entries."""

    row: dict[str, Any]
    contents: dict[str, Any]
    reading: PreparedReading | None


def origin_key(origin: str) -> bytes:
    """Return what versions of one document have in common; a hash, so that a redacted address is not kept in it."""
    return digest(origin.encode())


def content_key(origin: str, document: Document) -> bytes:
    """Return what makes a document the same as one that is known: where it is from and all that it says."""
    return digest_of([origin, document.to_dict()])


def context_hash(contents: Any) -> bytes:
    """Return the hash of what surrounds the text."""
    return digest_of({name: contents[name] for name in ("title", "url", "address", "headers")})


def problems_hash(problems: str | None) -> bytes | None:
    """Return the hash of a reading's problems, where there are any."""
    return None if problems is None else digest(problems.encode())


def prepare_document(new: NewDocument) -> PreparedDocument:
    """Return the rows of a document and its reading.

    Raises:
        RecordError: no database can keep it as it is.
    """
    document, provenance = new.document, new.provenance
    _check_text(document, new.origin, provenance.address)
    form, raw = _raw_form(provenance.raw, document.text)
    contents = {
        "text": document.text,
        "title": document.title,
        "url": document.url,
        "address": provenance.address,
        "headers": None if provenance.headers is None else canonical(dict(provenance.headers)).decode(),
        "raw_form": form,
        "raw": raw,
    }
    fetched_at = micros(provenance.fetched_at)
    published = document.published
    row = {
        "id": document.id,
        "source": document.source,
        "published": None if published is None else published.isoformat(),
        "known_at": fetched_at if published is None else micros(published),
        "fetched_at": fetched_at,
        "tool": provenance.tool,
        "origin_key": origin_key(new.origin),
        "content_key": content_key(new.origin, document),
        "raw_hash": digest(provenance.raw),
        "text_hash": digest(document.text.encode()),
        "context_hash": context_hash(contents),
    }
    reading = None if new.reading is None else prepare_reading(new.reading, document.text)
    return PreparedDocument(row, contents, reading)


def _check_text(document: Document, *more: str) -> None:
    for text in (document.id, document.text, document.source, document.url, document.title, *more):
        if text is None:
            continue
        if "\0" in text:
            raise RecordError(f"The document {document.id!r} has a NUL character in it; take it out.")
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise RecordError(f"The document {document.id!r} is no valid Unicode: {error.reason}.") from error


def _raw_form(raw: bytes, text: str) -> tuple[int, bytes | None]:
    """Return how the bytes are kept: not at all where the text says them, else compressed where that is less."""
    return (RAW_IS_TEXT, None) if raw == text.encode() else packed(raw)


def packed(raw: bytes) -> tuple[int, bytes]:
    """Return how bytes are kept: compressed where that is less."""
    compressed = zlib.compress(raw, 1)
    return (RAW_COMPRESSED, compressed) if len(compressed) < len(raw) else (RAW_AS_IS, raw)


def raw_bytes(contents: Any) -> bytes:
    """Return the bytes of a document as they came."""
    if contents["raw_form"] == RAW_IS_TEXT:
        text: str = contents["text"]
        return text.encode()
    raw: bytes = contents["raw"]
    return zlib.decompress(raw) if contents["raw_form"] == RAW_COMPRESSED else raw


def prepare_reading(reading: NewReading, text: str) -> PreparedReading:
    """Return the rows of a reading of `text`. A claim that no database can hold becomes a problem, not a loss."""
    rows: list[dict[str, Any]] = []
    problems = list(reading.problems)
    for claim in reading.claims:
        if _too_large(claim):
            problems.append(f"A number of the claim at {claim.span[0]} to {claim.span[1]} is too large to keep.")
        else:
            rows.append({"ordinal": len(rows), **claim_row(claim, text)})
    told = canonical(problems).decode() if problems else None
    row = {"reader": reading.reader, "language": reading.language, "problems_hash": problems_hash(told)}
    return PreparedReading(row, rows, told)


def _too_large(claim: Claim) -> bool:
    return any(number is not None and abs(number) >= _LARGEST for number in (claim.low, claim.high, claim.of))


def claim_row(claim: Claim, text: str) -> dict[str, Any]:
    """Return a claim's columns but its numbers. Its quote must be what the text says at its span.

    Raises:
        RecordError: the quote does not stand there.
    """
    first, last = claim.span
    if text[first:last] != claim.quote:
        raise RecordError(
            f"The quote {claim.quote!r} does not stand at {first} to {last} of the text (rule {claim.rule})."
        )
    speaker_start, speaker_end = _speaker_span(claim, text)
    return {
        "measure": claim.measure.value,
        "subject": claim.subject,
        "low": claim.low,
        "high": claim.high,
        "approx": claim.approx,
        "of": claim.of,
        "unit": claim.unit,
        "effect": None if claim.effect is None else claim.effect.value,
        "place": claim.place,
        "start": _iso(claim.start),
        "end": _iso(claim.end),
        "start_at": FIRST if claim.start is None else micros(claim.start),
        "end_at": LAST if claim.end is None else micros(claim.end),
        "background": claim.start is None or claim.end is None or claim.end - claim.start > _LASTING,
        "time_precision": claim.time_precision.value,
        "speaker": claim.speaker,
        "speaker_start": speaker_start,
        "speaker_end": speaker_end,
        "modality": claim.modality.value,
        "span_start": first,
        "span_end": last,
        "rule": claim.rule,
    }


def _iso(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat()


def _speaker_span(claim: Claim, text: str) -> tuple[int | None, int | None]:
    """Return where the words that name the speaker stand: before the quote if they do, else after it."""
    words = claim.speaker_text
    if words is None:
        return None, None
    at = text.rfind(words, 0, claim.span[1])
    if at < 0:
        at = text.find(words)
    if at < 0:
        raise RecordError(f"The speaker's words {words!r} do not stand in the text (rule {claim.rule}).")
    return at, at + len(words)
