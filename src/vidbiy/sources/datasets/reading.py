"""The making of a data set's claims: numbers of cells, periods, and what goes wrong with either."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from vidbiy.model import Claim, Document, Measure, Modality, TimePrecision
from vidbiy.sources.datasets.rendering import Block, Cell
from vidbiy.sources.datasets.table import Row
from vidbiy.sources.fetched import DatasetReading

__all__ = ["ClaimMaker", "Made", "NumberError", "Period", "whole"]


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a row is about; both aware."""

    start: datetime
    end: datetime
    precision: TimePrecision


class NumberError(ValueError):
    """A cell that holds no whole number of things."""


def whole(text: str) -> int:
    """Return the number of a cell: "539", "539.0".

    Raises:
        NumberError: it holds none, or one that counts nothing.
    """
    try:
        number = float(text)
    except ValueError as error:
        raise NumberError(f"{text!r} is no number") from error
    if not 0 <= number < 2**53 or number != int(number):
        raise NumberError(f"{text!r} counts nothing")
    return int(number)


@dataclass(frozen=True, slots=True)
class Made:
    """A document made of rows; `lines` has for each block of its text the line of its first row."""

    document: Document
    rows: list[Row]
    lines: list[int]


@dataclass(slots=True)
class ClaimMaker:
    """Collects the claims of a document under one rule."""

    document: Document
    rule: str
    claims: list[Claim] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(
        self, measure: str, subject: str, bounds: tuple[int, int | None], span: tuple[int, int], **more: Any
    ) -> None:
        """Add the claim that the characters of `span` make; `more` is place, period, speaker and what else differs."""
        period: Period = more.pop("period")
        self.claims.append(
            Claim(
                measure=Measure(measure),
                subject=subject,
                low=bounds[0],
                high=bounds[1],
                place=more.pop("place"),
                start=period.start,
                end=period.end,
                time_precision=period.precision,
                modality=more.pop("modality", Modality.STATED),
                span=span,
                quote=self.document.text[span[0] : span[1]],
                rule=self.rule,
                **more,
            )
        )

    def count(self, number: int, block: Block, column: str, use: Callable[[int, Cell], None]) -> None:
        """Use the number of a cell, if it is there; a cell that is not empty and holds none is a problem of the block."""
        cell = block.get(column)
        if cell is None:
            return
        try:
            value = whole(cell.value)
        except NumberError as error:
            self.problems.append((number, f"{column} {error}; that figure was left out"))
        else:
            use(value, cell)

    def done(self) -> DatasetReading:
        """Return what was read."""
        return DatasetReading(tuple(self.claims), tuple(self.problems), tuple(self.notes))
