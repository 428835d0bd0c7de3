"""What whoever has a token may send to be read and kept: documents."""

from __future__ import annotations

from datetime import UTC, datetime

import anyio.to_thread
from fastapi import APIRouter, Request
from starlette.responses import Response

import vidbiy
from vidbiy.ledger import NewDocument, NewReading, Provenance
from vidbiy.model import Document
from vidbiy.reading import Reader
from vidbiy.reading.version import reader_version
from vidbiy.web.api.models.writing import NewDocuments, ReceiptPage
from vidbiy.web.api.telling import json_bytes, told_once
from vidbiy.web.api.writer import Writer
from vidbiy.web.tokens import Scope, Token

__all__ = ["router"]

router = APIRouter(tags=["writing"])


@router.post("/documents", response_model=ReceiptPage, status_code=201, summary="Read documents and keep them")
async def ingest(request: Request, new: NewDocuments) -> Response:
    """Documents with all that is read in them, in one transaction. What is known already is not added again."""
    writer = await Writer.of(request, Scope.INGEST)
    site = writer.site
    documents = [Document.from_dict(each.model_dump()) for each in new.documents]
    prepared = await anyio.to_thread.run_sync(_read, documents, writer.token, limiter=site.desk)
    receipts = await writer.append(lambda: site.ledger.append(prepared))
    writer.note("ingest", ", ".join(f"{each.state.value} {each.seq}" for each in receipts))
    told = [{"entry": each.seq, "state": each.state.value, "id": each.id} for each in receipts]
    return told_once({"receipts": told}, 201)


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
