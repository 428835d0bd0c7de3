"""What anybody may send: a story to hold against the record."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from vidbiy.model import Document
from vidbiy.web.api.models.stories import StoryCheckModel, StoryModel
from vidbiy.web.api.telling import site_of, told_once
from vidbiy.web.pages.check import held_against_the_record

__all__ = ["router"]

router = APIRouter()


@router.post("/checks", response_model=StoryCheckModel, summary="Hold a story against the record", tags=["checks"])
async def check(request: Request, story: StoryModel) -> Response:
    """A verdict for each claim of the story, with the better claim beside it. Nothing of it is kept."""
    document = Document.from_dict({"id": "story", **story.model_dump()})
    result = await held_against_the_record(site_of(request), document, None)
    return told_once(result.to_dict())
