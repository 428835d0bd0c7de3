"""Errors of the lexicon's data."""

from vidbiy.model import VidbiyError

__all__ = ["LexiconError"]


class LexiconError(VidbiyError):
    """A data file of the lexicon is wrong; the message names the entry."""
