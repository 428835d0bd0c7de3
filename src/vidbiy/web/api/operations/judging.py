"""What whoever has a token may decide: that a claim is corrected or retracted, that a text must go."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from vidbiy.ledger import ClaimRef
from vidbiy.lexicon.places import Place
from vidbiy.model import Claim
from vidbiy.web.api.asking import ClaimNumber, Number
from vidbiy.web.api.models.writing import NewClaim, NewJudgement, ReceiptModel
from vidbiy.web.api.telling import told_once
from vidbiy.web.api.writer import Writer
from vidbiy.web.asked import claim_number
from vidbiy.web.naming import gazetteer
from vidbiy.web.problems import ProblemError
from vidbiy.web.tokens import Scope

__all__ = ["router"]

router = APIRouter(tags=["writing"])
_judgement = partial(router.post, response_model=ReceiptModel, status_code=201)


@_judgement("/claims/{ref}/correction", summary="Correct a claim")
async def correct(request: Request, ref: ClaimNumber, new: NewClaim) -> Response:
    """A claim with other bounds or another place, in the same words. The old one stays, and no longer counts."""
    writer, number = await Writer.of(request, Scope.CORRECT), claim_number(ref)
    ledger = writer.site.ledger
    stored = await writer.site.run(ledger.claim, number)
    if stored is None:
        raise ProblemError("no_claim", value=number)
    claim = _changed(stored.claim, new)
    seq = await writer.judge("correct", number, new.reason, lambda judgement: ledger.correct(number, claim, judgement))
    return _receipt(seq, ClaimRef(seq, 0))


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


@_judgement("/claims/{ref}/retraction", summary="Retract a claim")
async def retract(request: Request, ref: ClaimNumber, why: NewJudgement) -> Response:
    """A claim that no longer counts. It stays, with who retracted it and why."""
    writer, number = await Writer.of(request, Scope.CORRECT), claim_number(ref)
    ledger = writer.site.ledger
    seq = await writer.judge("retract", number, why.reason, lambda judgement: ledger.retract(number, judgement))
    return _receipt(seq, number)


@_judgement("/documents/{entry}/redaction", summary="Remove the text of a document")
async def redact(request: Request, entry: Number, why: NewJudgement) -> Response:
    """The text, title, address and bytes go for good; hashes, claims and the reason stay."""
    writer = await Writer.of(request, Scope.REDACT)
    ledger = writer.site.ledger
    stored = await writer.site.run(ledger.document, entry)
    if stored is None:
        raise ProblemError("no_document", value=entry)
    seq = await writer.judge("redact", entry, why.reason, lambda judgement: ledger.redact([entry], judgement)[0])
    return _receipt(seq, stored.document.id)


def _receipt(seq: int, id: object) -> Response:
    return told_once({"entry": seq, "state": "new", "id": str(id)}, 201)
