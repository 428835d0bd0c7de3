"""What is asked for, as it stands in a path or a query: dates, times, numbers. What is none is told so."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from vidbiy.ledger import ClaimRef, RecordError
from vidbiy.lexicon.countries import KYIV
from vidbiy.model import Wave, parse_attack_id
from vidbiy.web.problems import ProblemError

__all__ = ["as_of", "attack_named", "claim_number", "day", "entry_number", "moment"]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"\d{1,18}")
_LOCAL = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?([Zz]|[+-]\d{2}:\d{2})?")
# Clocks differ a little; a moment so near is not told off as the future.
_SLACK = timedelta(minutes=2)


def day(text: str) -> date:
    """Return the date that `text` writes as 2025-07-04."""
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ProblemError("bad_date", detail=text[:100])


def attack_named(text: str) -> tuple[str, date, Wave]:
    """Return country, date and wave: of an id, or of a date alone, which means the night over Ukraine."""
    if _DATE.fullmatch(text):
        return "UA", day(text), Wave.NIGHT
    return parse_attack_id(text[:100])


def moment(text: str) -> datetime:
    """Return the time that `text` writes; without an offset it is Kyiv's."""
    if _LOCAL.fullmatch(text):
        try:
            found = datetime.fromisoformat(text.upper().replace(" ", "T"))
            found = found.replace(tzinfo=KYIV) if found.tzinfo is None else found
            found.astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        else:
            return found
    raise ProblemError("bad_time", value=text[:100])


def as_of(text: str) -> datetime | None:
    """Return the moment whose knowledge is asked for; None: all there is.

    Raises:
        ProblemError: it is no time, or has not come yet.
    """
    if not text:
        return None
    found = moment(text)
    if found > datetime.now(UTC) + _SLACK:
        raise ProblemError("future", value=text[:100])
    return found


def entry_number(text: str, key: str) -> int:
    """Return the number of an entry; what is none is nothing that could be found."""
    if not _NUMBER.fullmatch(text):
        raise ProblemError(key, value=text[:100])
    return int(text)


def claim_number(text: str) -> ClaimRef:
    """Return the claim that `text` names as 12.0."""
    try:
        return ClaimRef.parse(text[:100])
    except RecordError as error:
        raise ProblemError("no_claim", value=text[:100]) from error
