"""Data to draw: a night like a real one, and the worst that can be thought of. All of it is made up."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from vidbiy.lexicon.tiles import load_tiles
from vidbiy.publish.charts import AlertBar, AlertRow, Caption, NightTimeline, ReportTick, Silence

NIGHT = date(2025, 7, 4)
START = datetime(2025, 7, 3, 15, tzinfo=UTC)  # 18:00 in Kyiv
END = datetime(2025, 7, 4, 6, tzinfo=UTC)
MADE_UP = "Made-up data for a test; no record of any night."
CAPTION = Caption(("air force", "mayor of Kyiv", "siren log"), datetime(2025, 7, 4, 9, tzinfo=UTC), MADE_UP)
REGIONS = tuple(tile.place for tile in load_tiles("regions").tiles)
DISTRICTS = tuple(tile.place for tile in load_tiles("kyiv").tiles)


def at(hours: float) -> datetime:
    """Return the time so many hours after the night's start."""
    return START + timedelta(hours=hours)


def calm_timeline() -> NightTimeline:
    """Six regions, an alert of a part, a guessed end, a feed that went quiet, three reports."""
    rows = (
        AlertRow("UA-30", (AlertBar(at(2.2), at(10.1)),)),
        AlertRow("UA-32", (AlertBar(at(1.9), at(10.3)),)),
        AlertRow("UA-63", (AlertBar(at(0.5), at(1.1)), AlertBar(at(3), at(4), end_guessed=True))),
        AlertRow("UA-12", (AlertBar(at(4), at(6.5), whole=False),)),
        AlertRow("UA-59", (AlertBar(at(6), None),), (Silence(at(9.2)),)),
        AlertRow("UA-46"),
        AlertRow("UA-09", (), (Silence(START),)),
    )
    reports = tuple(ReportTick(at(hour), f"report {hour}") for hour in (4.5, 9, 11))
    return NightTimeline(NIGHT, START, END, rows, reports, at(0.5), at(10.3), CAPTION)


def worst_timeline() -> NightTimeline:
    """All regions under several alerts, 60 reports, first alert and all-clear within minutes of the ends."""
    rows = tuple(
        AlertRow(
            place,
            tuple(
                AlertBar(
                    at(0.2 * n % 3 + 4 * k),
                    at(0.2 * n % 3 + 4 * k + 3.2),
                    whole=bool((n + k) % 3),
                    end_guessed=not (n + k) % 4,
                )
                for k in range(3)
            ),
            (Silence(at(11 + n % 4)),) if n % 2 else (),
        )
        for n, place in enumerate(REGIONS)
    )
    reports = tuple(ReportTick(at(n / 4), f"report {n}") for n in range(60))
    return NightTimeline(NIGHT, START, END, rows, reports, at(13.9), at(14.2), CAPTION)
