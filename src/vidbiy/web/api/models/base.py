"""What the shapes of the API's answers have in common: fields by name and no others, times, numbers of claims."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Amount", "ProblemModel", "Ref", "Shape", "Time"]

Time = Annotated[str, Field(description="ISO 8601 with offset", examples=["2025-07-04T09:00:00+03:00"])]
Ref = Annotated[
    str, Field(pattern=r"^\d+\.\d+$", examples=["12.0"], description="A claim: its entry, and its place in it")
]
Amount = Annotated[int, Field(ge=0)]


class Shape(BaseModel):
    """An object with exactly the fields that are named."""

    """An object with exactly the fields that are named."""

    model_config = ConfigDict(extra="forbid")


class ProblemModel(Shape):
    """A problem document (RFC 9457)."""

    type: Annotated[str, Field(examples=["/api#problem-no_night"])]
    title: Annotated[str, Field(examples=["Nothing is known about this night"])]
    status: Annotated[int, Field(examples=[404])]
    detail: Annotated[str, Field(examples=["No document in the ledger speaks of UA-1999-01-01-night."])]
    instance: Annotated[str, Field(examples=["/api/v1/nights/1999-01-01"])]
