"""Where a feed that is asked again and again stands in the ledger."""

from __future__ import annotations

from datetime import datetime, timedelta

from vidbiy.ledger import AlertQuery, Ledger
from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.model import FeedState
from vidbiy.reconcile.sirens.clock import moment

__all__ = ["feed_state"]

_MOMENT = timedelta(seconds=1)


def feed_state(ledger: Ledger, feed: str, at: datetime, *, whole: bool = True) -> FeedState:
    """Return what was on when the feed was last heard before `at`, and when that was.

    With `whole`, only answers count that speak for every region: a region's history says nothing of the others.
    """
    period = (at - _MOMENT, at)
    lasting = [each.interval for each in ledger.alerts(period=period) if each.interval.source == feed]
    spans = [each for each in ledger.alert_columns(AlertQuery(period=period)).heard if each.source == feed]
    enough = len(AlertPlaces.load().heard) if whole else 1
    heard = [each.until for each in spans if len(each.places) >= enough]
    return FeedState(
        open=tuple(each for each in lasting if each.end is None),
        heard_until=moment(max(heard)) if heard else None,
    )
