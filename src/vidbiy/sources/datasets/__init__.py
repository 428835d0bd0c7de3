"""Data sets as sources: their rows as documents that people can read, with the claims that their own rules read.

A document's claims follow from its text alone, so they can be read again at any time (`read_dataset`).
"""

from vidbiy.sources.datasets.importing import Noted, fetch_dataset, is_dataset, read_dataset
from vidbiy.sources.datasets.table import RefusedRow

__all__ = ["Noted", "RefusedRow", "fetch_dataset", "is_dataset", "read_dataset"]
