"""A question to the history of five years of nights, in a ledger with a million alerts, beside the same in plain pandas.

The nights and alerts are made up: each night is reported by the Air Force and by stories that quote it. Both give the same
answers, which is checked; pandas reads the claims from the same file, and takes the first of each kind and night.
"""

from __future__ import annotations

import math
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from bench.tables import print_table
from vidbiy.ledger import Ledger, NewAlertLog, NewDocument, NewReading, Provenance
from vidbiy.lexicon.countries import KYIV
from vidbiy.model import AlertNature, AlertTable, Claim, Document, Heard, Measure, TimePrecision
from vidbiy.reconcile.history import (
    NightTable,
    SeriesKey,
    Superlative,
    check_superlative_in,
    levels,
    means_over,
    series_of,
)
from vidbiy.reconcile.history.standing import standing_in

__all__ = ["run"]

_NIGHTS = 5 * 365
_ALERTS = 1_000_000
_STORIES = 7
_LAST = date(2024, 9, 30)  # before any break in counting, so that plain pandas is not led astray
_GOAL_MS, _GOAL_TIMES = 100, 5
_ROUNDS = 9
_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_KINDS = ("weapon.drone", "weapon.missile.cruise.kh101", "weapon.missile.ballistic.iskander_m")


@dataclass(frozen=True, slots=True)
class _Question:
    name: str
    ours: Callable[[Ledger], Any]
    theirs: Callable[[Path], Any] | None


def run() -> None:
    """Print the time of each question, ours and in pandas."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with Ledger.open(str(path), create=True) as ledger:
            _fill(ledger)
        with Ledger.open(str(path), read_only=True) as ledger:
            begun = time.perf_counter()
            with NightTable.open(ledger):
                made = time.perf_counter() - begun
            print(f"\nThe night table of {_NIGHTS} nights, made once: {made:.1f} s")
            rows = [_row(question, ledger, path) for question in _questions()]
        with Ledger.open(str(path)) as ledger:
            ledger.append(list(_reports(_LAST + timedelta(days=1), random.Random(1))))
            begun = time.perf_counter()
            with NightTable.open(ledger):
                print(f"One more night, folded in: {1000 * (time.perf_counter() - begun):.0f} ms")
    head = ("question", "ms", "goal", "pandas, ms", "times as fast", "goal")
    title = f"History of {_NIGHTS} nights of {1 + _STORIES} reports, beside {_ALERTS:,} alerts"
    print_table(f"{title} (processor time, median of {_ROUNDS})", head, rows)


def _row(question: _Question, ledger: Ledger, path: Path) -> tuple[object, ...]:
    ours, answer = _timed(lambda: question.ours(ledger))
    verdict = "reached" if ours < _GOAL_MS else "missed"
    cells = (question.name, f"{ours:.1f}", f"< {_GOAL_MS}: {verdict}")
    if question.theirs is None:
        return (*cells, "", "", "")
    ask = question.theirs
    theirs, other = _timed(lambda: ask(path))
    if _plain(answer) != _plain(other):
        raise SystemExit(f"{question.name}: ours says {answer!r}, pandas {other!r}")
    times = theirs / ours
    return (
        *cells,
        f"{theirs:.1f}",
        f"{times:.1f}",
        f">= {_GOAL_TIMES}: {'reached' if times >= _GOAL_TIMES else 'missed'}",
    )


def _timed(ask: Callable[[], Any]) -> tuple[float, Any]:
    answer = ask()
    times = []
    for _ in range(_ROUNDS):
        begun = time.process_time()
        ask()
        times.append(1000 * (time.process_time() - begun))
    return statistics.median(times), answer


def _plain(value: Any) -> Any:
    """Return an answer as plain values that can be compared: NaN is None, sums of floats are rounded."""
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, pd.Series | np.ndarray):
        return [_plain(each) for each in value.tolist()]
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 6)
    return value


# ---- The questions

_DRONES = SeriesKey.of("launched", "weapon.drone")
_ALL = SeriesKey.of("launched", "weapon")


def _questions() -> Iterator[_Question]:
    night = _LAST - timedelta(days=100)
    yield _Question("series of one weapon with means", lambda ledger: _series(ledger, _DRONES), _pandas_series)
    yield _Question("series of all weapons with means", lambda ledger: _series(ledger, _ALL), _pandas_all)
    yield _Question(
        "rank and largest since of a night",
        lambda ledger: _standing(ledger, night),
        lambda p: _pandas_standing(p, night),
    )
    yield _Question(
        "series as of a year ago", lambda ledger: _series(ledger, _DRONES, _NOW - timedelta(days=900)), None
    )
    yield _Question("levels (change points)", _levels, None)
    yield _Question("a superlative", lambda ledger: _superlative(ledger, night), None)


def _series(ledger: Ledger, key: SeriesKey, as_of: datetime | None = None) -> Any:
    with NightTable.open(ledger) as table:
        series = series_of(table, key, as_of=as_of)
        found = [mean.low for mean in means_over(series, (7, 30, 90)).values()]
    return [point.low for point in series.points], *found


def _standing(ledger: Ledger, night: date) -> Any:
    with NightTable.open(ledger) as table:
        found = standing_in(table, night, _ALL)
    if found is None:
        raise SystemExit(f"{night} is not in the table.")
    since = None if found.since.night is None else found.since.night.date
    return found.overall.best, since, [mean.low for mean in found.means]


def _levels(ledger: Ledger) -> Any:
    with NightTable.open(ledger) as table:
        return levels(series_of(table, _DRONES))


def _superlative(ledger: Ledger, night: date) -> Any:
    with NightTable.open(ledger) as table:
        return check_superlative_in(table, night, Superlative(), _ALL)


# ---- The same in pandas, as one would write it


def _frame(path: Path, like: str) -> Any:
    """Return the launched weapons by night, with the nights that are missing."""
    with sqlite3.connect(path) as connection:
        claims = pd.read_sql(
            "SELECT subject, low, start_at FROM claims WHERE measure = 'launched' AND place = 'UA' AND subject LIKE ? "
            "AND speaker = 'ua-air-force' AND background = 0 ORDER BY seq",
            connection,
            params=(like,),
        )
    start = pd.to_datetime(claims["start_at"], unit="us", utc=True).dt.tz_convert("Europe/Kyiv")
    claims["night"] = (start + pd.Timedelta(hours=6)).dt.date
    first = claims.drop_duplicates(["night", "subject"])
    found = first.groupby("night")["low"].sum()
    found.index = pd.to_datetime(found.index)
    return found.asfreq("D")


def _pandas_means(found: Any) -> Any:
    return found, *(found.rolling(f"{days}D", min_periods=1).mean() for days in (7, 30, 90))


def _pandas_series(path: Path) -> Any:
    return _pandas_means(_frame(path, "weapon.drone%"))


def _pandas_all(path: Path) -> Any:
    return _pandas_means(_frame(path, "weapon%"))


def _pandas_standing(path: Path, night: date) -> Any:
    found = _frame(path, "weapon%")[:night]
    value = found.iloc[-1]
    rank = int(found.rank(ascending=False, method="min").iloc[-1])
    before = found.iloc[:-1]
    larger = before[before >= value]
    since = None if larger.empty else larger.index[-1].date()
    mean = [found[found.index > pd.Timestamp(night) - pd.Timedelta(days=days)].mean() for days in (7, 30, 90)]
    return rank, since, [float(each) for each in mean]


# ---- The ledger


def _fill(ledger: Ledger) -> None:
    chance = random.Random(20250704)
    nights = [_LAST - timedelta(days=i) for i in range(_NIGHTS)]
    reports = [report for night in nights if chance.random() > 0.06 for report in _reports(night, chance)]
    for at in range(0, len(reports), 200):
        ledger.append(reports[at : at + 200])
    ledger.append_alert_log(_alerts(chance))


def _reports(night: date, chance: random.Random) -> Iterator[NewDocument]:
    """Yield the Air Force's report of a night, and the stories that quote it."""
    start = datetime.combine(night - timedelta(days=1), clock(20), KYIV)
    end = datetime.combine(night, clock(8), KYIV)
    counts = [(kind, int(chance.lognormvariate(3.0 if kind == "weapon.drone" else 1.0, 0.9))) for kind in _KINDS]
    for number in range(1 + _STORIES):
        text = f"Made up, {number}. " + "; ".join(f"{kind}: {count}" for kind, count in counts)
        claims = [_claim(text, kind, count, (start, end)) for kind, count in counts]
        identity = f"report-{night}-{number}"
        came = Provenance(raw=text.encode(), address=f"id:{identity}", fetched_at=end, tool="bench")
        reading = NewReading(reader="bench", language="en", claims=tuple(claims))
        source = "media" if number else "ua-air-force"
        document = Document(identity, text, end + timedelta(minutes=number), source)
        yield NewDocument(document=document, provenance=came, origin=identity, reading=reading)


def _claim(text: str, kind: str, count: int, period: tuple[datetime, datetime]) -> Claim:
    quote = f"{kind}: {count}"
    at = text.index(quote)
    return Claim(
        measure=Measure.LAUNCHED, subject=kind, low=count, high=count, place="UA", start=period[0], end=period[1],
        time_precision=TimePrecision.HOUR, speaker="ua-air-force", span=(at, at + len(quote)), quote=quote, rule="bench",
    )  # fmt: skip


def _alerts(chance: random.Random) -> NewAlertLog:
    table = AlertTable()
    codes = [
        table.code(AlertNature(place=f"UA-{region}", source="made-up"))
        for region in ("12", "14", "30", "32", "51", "59", "63", "65")
    ]
    last = int(datetime.combine(_LAST, clock(12), UTC).timestamp()) * 1_000_000
    step = _NIGHTS * 86_400_000_000 // _ALERTS
    for i in range(_ALERTS):
        start = last - (_ALERTS - i) * step
        table.add(start, start + chance.randrange(600, 20_000) * 1_000_000, codes[i % len(codes)], i + 1)
    came = Provenance(raw=b"made up", address="file:alerts.csv", fetched_at=_NOW, tool="bench")
    first = datetime.combine(_LAST - timedelta(days=_NIGHTS), clock(12), UTC)
    heard = (Heard(place="UA", since=first, until=_NOW),)
    return NewAlertLog(feed="made-up", alerts=table, heard=heard, lines=_ALERTS, provenance=came)
