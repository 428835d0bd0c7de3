"""Vidbiy reads the public reports of an air attack and keeps one sourced, reconciled record of it."""

__all__ = ["__version__"]

__version__ = "0.1.0"
