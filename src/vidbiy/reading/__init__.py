"""Reading: from a text to attributed claims."""

from vidbiy.reading.reader import Reader, Reading, Trace

__all__ = ["Reader", "Reading", "Trace"]
