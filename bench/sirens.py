"""Sirens: a log into the ledger, and the questions to a million alerts, each beside plain pandas in the same run."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pandas as pd

from bench.shared import shared
from bench.tables import print_table
from vidbiy.ledger import AlertQuery, Ledger, NewAlertLog, Provenance
from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.model import AlertNature, AlertTable, Heard
from vidbiy.reconcile.sirens import Span, alert_duration, alert_series, alert_tiles, night_alerts, night_of
from vidbiy.sources import fetch_siren_log

__all__ = ["run"]

_LOG = "sirens_official_en_2022-03_2023-10.csv.gz"
_ALERTS = 1_000_000
_FIRST = datetime(2022, 3, 1, tzinfo=UTC)
_DAYS = 5 * 365
_ROUNDS = 5
_MICRO = 1_000_000


def run() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _import(folder, shared() / "data" / _LOG)
        _questions(folder)


# ---- Import


def _import(folder: Path, path: Path) -> None:
    rounds = range(_ROUNDS)
    for turn in rounds:
        Ledger.open(str(folder / f"{turn}.db"), create=True).close()
    ours = [_timed(lambda turn=turn: _ingest(folder / f"{turn}.db", path)) for turn in rounds]  # type: ignore[misc]
    plain = [_timed(lambda turn=turn: _plain_ingest(folder / f"{turn}.plain", path)) for turn in rounds]  # type: ignore[misc]
    lines = fetch_siren_log(path).log.lines
    rows = [
        (what, f"{lines:,}", f"{lines / min(times):,.0f}", f"{lines / times[0]:,.0f}", f"{min(plain) / min(times):.1f}")
        for what, times in (("into the ledger, checked and hashed", ours), ("pandas: read_csv, to_sql", plain))
    ]
    head = ("the official log", "alerts", "a second, best", "first round", "pandas' time in this")
    print_table("A siren log from the file to the committed ledger (goal: 100,000 alerts a second)", head, rows)


def _ingest(address: Path, path: Path) -> None:
    found = fetch_siren_log(path)
    with Ledger.open(str(address)) as ledger:
        ledger.append_alert_log(
            NewAlertLog(
                feed=found.log.feed,
                alerts=found.log.alerts,
                heard=found.log.heard,
                lines=found.log.lines,
                provenance=_came(found.raw),
            )
        )


def _plain_ingest(address: Path, path: Path) -> None:
    frame = pd.read_csv(path, parse_dates=["started_at", "finished_at"])
    connection = sqlite3.connect(address)
    frame.to_sql("alerts", connection, index=False)
    connection.close()


def _came(raw: bytes) -> Provenance:
    return Provenance(raw=raw, address="file:///log.csv", fetched_at=_FIRST, tool="bench")


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


# ---- Questions


def _questions(folder: Path) -> None:
    places = AlertPlaces.load()
    table, frame = _million(places)
    address = str(folder / "million.db")
    until = _FIRST + timedelta(days=_DAYS + 1)
    heard = tuple(Heard(place=region, since=_FIRST, until=until) for region in places.heard)
    with Ledger.open(address, create=True) as ledger:
        new = NewAlertLog(feed="bench", alerts=table, heard=heard, lines=_ALERTS, provenance=_came(b""))
        seconds = _timed(lambda: ledger.append_alert_log(new))
        rows = [
            ("appended", f"{_ALERTS / seconds:,.0f}"),
            ("verified", f"{_ALERTS / _timed(ledger.verify):,.0f}"),
            ("read as columns", f"{_ALERTS / _timed(lambda: ledger.alert_columns(AlertQuery())):,.0f}"),
        ]
        print_table(f"{_ALERTS:,} alerts of regions and raions in five years, one log", ("", "alerts a second"), rows)
        print_table(
            f"Questions to {_ALERTS:,} alerts (goal: 100 ms, and 5 times as fast as plain pandas)",
            ("question", "ms, median", "slowest", "pandas ms", "times as fast"),
            [_asked(name, ask, plain) for name, ask, plain in _pairs(ledger, frame, places)],
        )


def _asked(name: str, ask: Callable[[], object], plain: Callable[[], object]) -> tuple[str, ...]:
    ask()
    times = [_timed(ask) for _ in range(_ROUNDS)]
    other = median(_timed(plain) for _ in range(2))
    return (
        name,
        f"{median(times) * 1000:.0f}",
        f"{max(times) * 1000:.0f}",
        f"{other * 1000:.0f}",
        f"{other / median(times):.1f}",
    )


def _pairs(
    ledger: Ledger, frame: Any, places: AlertPlaces
) -> list[tuple[str, Callable[[], object], Callable[[], object]]]:
    night = night_of(date(2024, 5, 6))
    month = Span(datetime(2024, 5, 1, tzinfo=UTC), datetime(2024, 6, 1, tzinfo=UTC))
    nights = [night_of(date(2022, 3, 3) + timedelta(days=day)) for day in range(_DAYS - 5)]
    return [
        ("a place in a night", lambda: alert_duration(ledger, "UA-63", night), lambda: _plain(frame, "UA-63", night)),
        ("a night, every region and raion", lambda: night_alerts(ledger, night), lambda: _plain_night(frame, night)),
        ("every region in a month", lambda: alert_tiles(ledger, month), lambda: _plain_tiles(frame, places, month)),
        ("every region in five years", lambda: alert_tiles(ledger), lambda: _plain_tiles(frame, places, None)),
        (
            f"a place in {len(nights):,} nights",
            lambda: alert_series(ledger, "UA-63", nights),
            lambda: [_plain(frame, "UA-63", each) for each in nights[::40]] * 40,
        ),
    ]


def _million(places: AlertPlaces) -> tuple[AlertTable, Any]:
    """Return a million made-up alerts as a table for the ledger, and as pandas' frame."""
    names = [*places.heard, *(raion for region in places.heard for raion in places.raions(region))]
    chance = np.random.default_rng(1)
    begin = int(_FIRST.timestamp())
    start = np.sort(chance.integers(begin, begin + _DAYS * 86400, _ALERTS)) * _MICRO
    end = start + chance.integers(600, 7200, _ALERTS) * _MICRO
    code = chance.integers(0, len(names), _ALERTS)
    table = AlertTable()
    for name in names:
        table.code(AlertNature(place=name, source="bench"))
    table.start.frombytes(start.astype("q").tobytes())
    table.end.frombytes(end.astype("q").tobytes())
    table.nature.frombytes(code.astype("I").tobytes())
    table.line.frombytes(np.arange(1, _ALERTS + 1).astype("I").tobytes())
    place = np.array(names)[code]
    region = np.array([name.partition(".")[0] for name in names])[code]
    times = {"start": pd.to_datetime(start, unit="us", utc=True), "end": pd.to_datetime(end, unit="us", utc=True)}
    return table, pd.DataFrame({"place": place, "region": region, **times})


# ---- The same in plain pandas: filter, sort, cumulative maximum, sum


def _within(frame: Any, period: Span | None) -> Any:
    if period is None:
        return frame
    start, end = (pd.Timestamp(time).tz_convert("UTC") for time in (period.start, period.end))
    found = frame[(frame.start < end) & (frame.end > start)]
    return found.assign(start=found.start.clip(lower=start), end=found.end.clip(upper=end))


def _united(frame: Any) -> float:
    frame = frame.sort_values("start")
    group = (frame.start > frame.end.cummax().shift()).cumsum()
    spans = frame.groupby(group).agg(start=("start", "min"), end=("end", "max"))
    return float((spans.end - spans.start).dt.total_seconds().sum())


def _plain(frame: Any, place: str, period: Span) -> float:
    return _united(_within(frame[frame.place == place], period))


def _plain_night(frame: Any, period: Span) -> list[float]:
    found = _within(frame, period)
    by_region = [_united(group) for _, group in found.groupby("region")]
    return [*by_region, *(_united(group) for _, group in found.groupby("place"))]


def _plain_tiles(frame: Any, places: AlertPlaces, period: Span | None) -> list[float]:
    found = _within(frame, period)
    whole = found[found.place.isin(places.regions)]
    return [_united(group) for part in (whole, found) for _, group in part.groupby("region")]
