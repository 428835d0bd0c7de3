"""A standing in one phrase ("the 3rd largest night of the last 90 by drones launched"), and why a superlative holds or not."""

from __future__ import annotations

from vidbiy.lexicon.names import Names
from vidbiy.lexicon.words import Words, load_words
from vidbiy.reconcile.history import SeriesKey, Standing, SuperlativeCheck, WindowRank

__all__ = ["say_reason", "say_standing"]

_TELLING = 9  # the top ninth of a window, no more: the 3rd of 30, the 10th of 90
_SHARE = 0.5  # of a window of which less than half is known, no rank is told
_FEW = 5


def say_standing(found: Standing, language: str = "en") -> str | None:
    """Return what is unusual about a night, in a phrase without a full stop; None where nothing is.

    The strongest that is certain: the largest of all that are known, the largest since a night, or a rank among the last
    90 or 365.
    """
    words = load_words(language, "history")
    by = _by(words, found.key)
    if found.overall.worst == 1 and found.overall.of > _FEW:
        return words("record", by=by, nights=found.overall.of, first=words.day(found.since.first))
    night = found.since.night
    if night is not None and not found.since.maybe and (found.point.date - night.date).days > max(_WINDOWS):
        return words("since", by=by, night=words.day(night.date))
    ranked = [window for days in _WINDOWS if (window := found.window(days)) is not None and _tells(window)]
    if ranked:
        widest = ranked[-1]
        return words("rank", rank=_ordinal(words, widest.rank.best), days=widest.days, by=by)
    if night is not None and not found.since.maybe and (found.point.date - night.date).days > min(_WINDOWS):
        return words("since", by=by, night=words.day(night.date))
    return None


def say_reason(check: SuperlativeCheck, language: str = "en") -> str:
    """Return the verdict on a superlative with its reason: "does not hold: 3 known nights were larger by drones launched"."""
    words, reason = load_words(language, "history"), check.reason
    why = words(
        f"because.{reason.kind}",
        n=reason.count,
        allowed=reason.allowed,
        day="" if reason.day is None else words.day(reason.day),
        by=_by(words, check.key),
    )
    return words("why", verdict=words(f"verdict.{check.verdict.value}"), reason=why)


def _by(words: Words, key: SeriesKey) -> str:
    return words.name(f"series.{key.measure} {key.subject}", Names(words).what(key.measure, key.subject).lower())


_WINDOWS = (30, 90)


def _tells(window: WindowRank) -> bool:
    enough = window.known >= _SHARE * window.days and window.cut is None
    return enough and window.rank.certain and window.rank.best * _TELLING <= window.days


def _ordinal(words: Words, number: int) -> str:
    """Return "3rd"; "" for the first, which needs no number."""
    if number == 1:
        return ""
    return words("number", number=words.name(f"ordinal.{number}", str(number)))
