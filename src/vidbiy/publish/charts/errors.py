"""Errors of drawing."""

from vidbiy.model import VidbiyError

__all__ = ["ChartError", "ChartsMissingError"]


class ChartError(VidbiyError):
    """A picture that cannot be drawn from what it was given."""


class ChartsMissingError(ChartError):
    """The libraries that draw are not installed."""

    def __init__(self) -> None:
        super().__init__("Pictures need Altair and vl-convert: pip install 'vidbiy[charts]'.")
