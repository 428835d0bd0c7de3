"""What the API takes: a story to check from anybody; documents, corrections and redactions from whoever has a token."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any, NoReturn

import anyio.to_thread
from fastapi import APIRouter, Path, Request
from starlette.responses import Response

import vidbiy
from vidbiy.ledger import (
    ClaimRef,
    Judgement,
    LedgerUnavailableError,
    NewDocument,
    NewReading,
    Provenance,
    Receipt,
    RecordError,
)
from vidbiy.lexicon.places import Place
from vidbiy.model import Claim, Document
from vidbiy.reading import Reader
from vidbiy.reading.version import reader_version
from vidbiy.web.api.models import (
    NewClaim,
    NewDocuments,
    NewJudgement,
    ReceiptModel,
    ReceiptPage,
    StoryCheckModel,
    StoryModel,
)
from vidbiy.web.api.telling import json_bytes, site_of
from vidbiy.web.asked import claim_number
from vidbiy.web.naming import gazetteer
from vidbiy.web.pages.check import held_against_the_record
from vidbiy.web.problems import ProblemError
from vidbiy.web.site import Site
from vidbiy.web.tokens import Scope, Token

__all__ = ["router"]

router = APIRouter()
_log = logging.getLogger("vidbiy.web.tokens")

Ref = Annotated[str, Path(max_length=40, examples=["12.0"])]


def _json(value: Any, status: int = 200) -> Response:
    return Response(json_bytes(value), status, media_type="application/json", headers={"Cache-Control": "no-store"})


@router.post("/checks", response_model=StoryCheckModel, summary="Hold a story against the record", tags=["checks"])
async def check(request: Request, story: StoryModel) -> Response:
    """A verdict for each claim of the story, with the better claim beside it. Nothing of it is kept."""
    document = Document.from_dict({"id": "story", **story.model_dump()})
    result = await held_against_the_record(site_of(request), document, None)
    return _json(result.to_dict())


@router.post(
    "/documents", response_model=ReceiptPage, status_code=201, summary="Read documents and keep them", tags=["writing"]
)
async def ingest(request: Request, new: NewDocuments) -> Response:
    """Documents with all that is read in them, in one transaction. What is known already is not added again."""
    token = await allowed(request, Scope.INGEST)
    site = site_of(request)
    documents = [Document.from_dict(each.model_dump()) for each in new.documents]
    prepared = await anyio.to_thread.run_sync(_read, documents, token, limiter=site.desk)
    receipts: list[Receipt] = await _written(site, lambda: site.ledger.append(prepared))
    _note(token, "ingest", ", ".join(f"{each.state.value} {each.seq}" for each in receipts))
    told = [{"entry": each.seq, "state": each.state.value, "id": each.id} for each in receipts]
    return _json({"receipts": told}, 201)


def _read(documents: list[Document], token: Token) -> list[NewDocument]:
    reader, version, now = Reader(), reader_version(), datetime.now(UTC)
    found = []
    for document in documents:
        reading = reader.read_for_keeps(document)
        address = f"id:{document.id}"
        provenance = Provenance(
            raw=json_bytes(document.to_dict()),
            address=f"api:{token.id}",
            fetched_at=now,
            tool=f"vidbiy {vidbiy.__version__}",
        )
        found.append(
            NewDocument(
                document=document,
                provenance=provenance,
                # As `vidbiy ingest --jsonl` has it: the page, else the id, is what versions have in common.
                origin=address if document.url is None else document.url,
                reading=NewReading(
                    reader=version, language=reading.language, claims=reading.claims, problems=reading.problems
                ),
            )
        )
    return found


@router.post(
    "/claims/{ref}/correction",
    response_model=ReceiptModel,
    status_code=201,
    summary="Correct a claim",
    tags=["writing"],
)
async def correct(request: Request, ref: Ref, new: NewClaim) -> Response:
    """A claim with other bounds or another place, in the same words. The old one stays, and no longer counts."""
    token = await allowed(request, Scope.CORRECT)
    site, number = site_of(request), claim_number(ref)
    stored = await site.run(site.ledger.claim, number)
    if stored is None:
        raise ProblemError("no_claim", value=number)
    claim = _changed(stored.claim, new)
    judgement = _judgement(token, new.reason)
    seq: int = await _written(site, lambda: site.ledger.correct(number, claim, judgement))
    _note(token, "correct", f"{number} by {seq}")
    return _json({"entry": seq, "state": "new", "id": str(ClaimRef(seq, 0))}, 201)


def _changed(claim: Claim, new: NewClaim) -> Claim:
    given = new.model_fields_set
    if not given & {"low", "high", "place"}:
        raise ProblemError("invalid", detail="low, high, place")
    low = new.low if "low" in given else claim.low
    high = new.high if "high" in given else claim.high
    place = new.place if "place" in given else claim.place
    if place is not None and place != claim.place and not isinstance(gazetteer().get(place), Place):
        raise ProblemError("invalid", detail=f"place: {place}")
    return replace(claim, low=low, high=high, place=place)


@router.post(
    "/claims/{ref}/retraction",
    response_model=ReceiptModel,
    status_code=201,
    summary="Retract a claim",
    tags=["writing"],
)
async def retract(request: Request, ref: Ref, why: NewJudgement) -> Response:
    """A claim that no longer counts. It stays, with who retracted it and why."""
    token = await allowed(request, Scope.CORRECT)
    site, number = site_of(request), claim_number(ref)
    judgement = _judgement(token, why.reason)
    seq: int = await _written(site, lambda: site.ledger.retract(number, judgement))
    _note(token, "retract", f"{number} by {seq}")
    return _json({"entry": seq, "state": "new", "id": str(number)}, 201)


@router.post(
    "/documents/{entry}/redaction",
    response_model=ReceiptModel,
    status_code=201,
    summary="Remove the text of a document",
    tags=["writing"],
)
async def redact(request: Request, entry: Annotated[int, Path(ge=0, lt=2**53)], why: NewJudgement) -> Response:
    """The text, title, address and bytes go for good; hashes, claims and the reason stay."""
    token = await allowed(request, Scope.REDACT)
    site = site_of(request)
    stored = await site.run(site.ledger.document, entry)
    if stored is None:
        raise ProblemError("no_document", value=entry)
    judgement = _judgement(token, why.reason)
    [seq] = await _written(site, lambda: site.ledger.redact([entry], judgement))
    _note(token, "redact", f"{entry} by {seq}")
    return _json({"entry": seq, "state": "new", "id": stored.document.id}, 201)


async def allowed(request: Request, scope: Scope) -> Token:
    """Return the token of a request, if it allows what is asked.

    Raises:
        ProblemError: there is none, it does not count, or it has not that scope.
    """
    kind, _, presented = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not presented.strip():
        raise ProblemError("no_token")
    tokens = site_of(request).tokens
    found = None if tokens is None else await site_of(request).run(tokens.find, presented.strip())
    if found is None:
        _log.warning("refused an unknown or revoked token for %s", scope.value)
        raise ProblemError("wrong_token")
    if scope not in found.scopes:
        _log.warning("token %s (%s) was refused: it has no scope %s", found.id, found.name, scope.value)
        raise ProblemError("wrong_scope", scope=scope.value)
    return found


def _judgement(token: Token, reason: str) -> Judgement:
    try:
        return Judgement(author=token.name, reason=reason)
    except RecordError as error:
        raise ProblemError("invalid", detail=str(error)) from error


async def _written(site: Site, write: Any) -> Any:
    """Append to the ledger, and have the server look at it at once."""
    try:
        return await site.run(write)
    except LedgerUnavailableError:
        raise
    except RecordError as error:
        _refuse(error)
    finally:
        site.news.set()


def _refuse(error: RecordError) -> NoReturn:
    raise ProblemError("refused", detail=str(error)) from error


def _note(token: Token, what: str, which: str) -> None:
    _log.info("token %s (%s): %s %s", token.id, token.name, what, which)
