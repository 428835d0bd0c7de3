"""The official log of 2022 and 2023, held against a plain check by another library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from vidbiy.ledger import Ledger, NewAlertLog, Provenance
from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.reconcile.sirens import Span, alert_duration, alert_tiles, night_of
from vidbiy.sources import fetch_siren_log

LOG = "sirens_official_en_2022-03_2023-10.csv.gz"


@pytest.fixture(scope="module")
def path(shared: Path) -> Path:
    return shared / "data" / LOG


@pytest.fixture(scope="module")
def ledger(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    found = fetch_siren_log(path)
    came = Provenance(raw=found.raw, address=found.address, fetched_at=datetime(2023, 10, 28, tzinfo=UTC), tool="tests")
    new = NewAlertLog(
        feed=found.log.feed, alerts=found.log.alerts, heard=found.log.heard, lines=found.log.lines, provenance=came
    )
    with Ledger.open(str(tmp_path_factory.mktemp("shared") / "ledger.db"), create=True) as made:
        assert made.append_alert_log(new).new == found.log.lines
        yield made


@pytest.fixture(scope="module")
def frame(path: Path) -> Any:
    return pd.read_csv(path, parse_dates=["started_at", "finished_at"])


Times = list[tuple[Any, Any]]


def times(alerts: Any) -> Times:
    return list(zip(alerts.started_at, alerts.finished_at, strict=True))


def plain_seconds(alerts: Times) -> float:
    """Return how long alerts lasted together, one after the other, as anyone would add them up."""
    total, until = 0.0, None
    for began, ended in sorted(alerts):
        if until is None or began > until:
            total, until = total + (ended - began).total_seconds(), ended
        elif ended > until:
            total, until = total + (ended - until).total_seconds(), ended
    return total


def cut(alerts: Times, start: Any, end: Any) -> Times:
    both = ((max(began, start), min(ended, end)) for began, ended in alerts)
    return [pair for pair in both if pair[0] < pair[1]]


def in_every_raion(alerts: Any, region: str) -> Times:
    """Return when every raion of a region had an alert of its own."""
    own = alerts[alerts.level == "raion"].groupby("raion")
    if not len(own) or len(own) < len(AlertPlaces.load().raions(region)):
        return []
    first, *others = [times(group) for _, group in own]
    for other in others:
        first = [pair for began, ended in other for pair in cut(first, began, ended)]
    return first


def test_as_many_alerts_come_out_as_went_in(ledger: Ledger, frame: Any) -> None:
    assert len(ledger.alert_columns()) == len(frame) == 31_288
    assert len(list(ledger.alerts())) == 31_288
    assert ledger.verify().whole


def test_the_alert_hours_of_every_oblast_are_those_of_a_plain_sum(ledger: Ledger, frame: Any) -> None:
    """Alerts of the oblast as a whole, and alerts anywhere in it; permanent ones, which the log has not, left out."""
    places = AlertPlaces.load()
    frame = frame.assign(region=[places.locate([name]).place for name in frame.oblast])
    # One row has oblast and raion in each other's place.
    frame.loc[frame.region.isna(), "region"] = "UA-53"
    tiles = {tile.place: tile for tile in alert_tiles(ledger)}
    compared = 0
    for region, alerts in frame.groupby("region"):
        if tiles[region].permanent or places.permanent_since(region) is not None:
            continue
        whole = times(alerts[alerts.level == "oblast"]) + in_every_raion(alerts, region)
        assert tiles[region].whole.seconds == plain_seconds(whole)
        assert tiles[region].part.seconds == plain_seconds(times(alerts))
        compared += 1
    assert compared == 24


@pytest.mark.parametrize("morning", ["2022-03-27", "2022-10-30", "2023-03-26", "2022-10-18"])
def test_nights_are_right_to_the_second_also_when_the_clocks_change(ledger: Ledger, frame: Any, morning: str) -> None:
    night = night_of(date.fromisoformat(morning))
    start, end = (pd.Timestamp(time).tz_convert("UTC") for time in (night.start, night.end))
    for oblast, region in (("Kyiv City", "UA-30"), ("Kharkivska oblast", "UA-63"), ("Donetska oblast", "UA-14")):
        alerts = frame[(frame.oblast == oblast) & (frame.level == "oblast")]
        assert alert_duration(ledger, region, night).seconds == plain_seconds(cut(times(alerts), start, end))


def test_after_its_last_moment_nothing_is_known(ledger: Ledger) -> None:
    after = Span(datetime(2023, 11, 1, tzinfo=UTC), datetime(2023, 11, 2, tzinfo=UTC))
    for place in ("UA-30", "UA-63.izium-raion", "UA"):
        found = alert_duration(ledger, place, after)
        assert (found.seconds, found.known) == (0, False)
        assert found.cover.words() == "no data since 2023-10-28 02:49"
