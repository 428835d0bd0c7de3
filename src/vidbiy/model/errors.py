"""The errors of the project: one base, so that the edges (cli, web) can catch them all."""

__all__ = ["AlertError", "AttackError", "ClaimError", "DocumentError", "VidbiyError"]


class VidbiyError(Exception):
    """Anything that Vidbiy refuses. The message is one sentence for the user and names the remedy."""


class DocumentError(VidbiyError):
    """A value that is no document: not an object, a field missing, or a field of the wrong kind."""


class ClaimError(VidbiyError):
    """A claim that breaks the record's own rules, such as a span that does not fit its quote."""


class AlertError(VidbiyError):
    """An alert interval that cannot be: a field empty, a time without its offset, or an end before the start."""


class AttackError(VidbiyError):
    """A text that names no attack."""
