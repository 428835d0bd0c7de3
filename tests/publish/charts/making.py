"""Data to draw: a night like a real one, and the worst that can be thought of. All of it is made up."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from vidbiy.lexicon.boundaries import region_of
from vidbiy.lexicon.places import Gazetteer
from vidbiy.lexicon.tiles import load_tiles
from vidbiy.publish.charts import (
    AlertBar,
    AlertRow,
    Amount,
    Balance,
    BalancePart,
    BalanceRow,
    Caption,
    CountingBreak,
    NightBar,
    NightBars,
    NightCalendar,
    NightTimeline,
    NightValue,
    PlaceValue,
    RegionMap,
    RegionShape,
    ReportTick,
    Silence,
    TileMap,
)

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


def calm_calendar() -> NightCalendar:
    """Most of a year, a month without data, nights of zero, one far above the others."""
    nights = tuple(NightValue(day, float(value)) for day, value in _series(date(2025, 1, 1), 250) if day.month != 4)
    return NightCalendar("launched", date(2025, 1, 1), date(2025, 9, 7), nights, caption=CAPTION)


def worst_calendar() -> NightCalendar:
    """Three years and a half, every fifth night unknown, up to 1,200 weapons."""
    nights = tuple(
        NightValue(day, None if day.day % 5 == 0 else float(value) * 1.5, f"/night/{day}")
        for day, value in _series(date(2022, 2, 24), 1288)
    )
    return NightCalendar("launched", date(2022, 2, 24), date(2025, 9, 3), nights, caption=CAPTION)


def calm_bars() -> NightBars:
    """Forty nights with two gaps, one of them of the outcome only, and a break in counting."""
    nights = tuple(
        NightBar(day, n, None if n % 7 == 0 else int(n * 0.85), None if n % 7 == 0 else int(n * 0.1), n * 0.9)
        for day, n in _series(date(2025, 7, 1), 40)
        if day.day not in (9, 10)
    )
    breaks = (CountingBreak(date(2025, 8, 1), "shot down and suppressed given as one"),)
    return NightBars(date(2025, 7, 1), date(2025, 8, 9), nights, 7, breaks, caption=CAPTION)


def worst_bars() -> NightBars:
    """Four years, 1,200 weapons in the last night, two breaks of long words next to each other."""
    days = _series(date(2021, 9, 1), 1460)
    nights = tuple(NightBar(day, n, int(n * 0.8), int(n * 0.2), n * 0.9) for day, n in days[:-1])
    last = NightBar(days[-1][0], 1200, 1000, 320, 700)
    long = (
        "from here on the official reports give those shot down and those suppressed together in one number, and no more apart, "
        * 2
    )
    breaks = (CountingBreak(date(2025, 8, 1), long), CountingBreak(date(2025, 8, 20), "another way of counting"))
    return NightBars(date(2021, 9, 1), days[-1][0], (*nights, last), 30, breaks, caption=CAPTION)


def calm_balance() -> Balance:
    """The account of a night that adds up, and of its missiles, where one is missing."""
    exactly = Amount.exactly
    drones = (
        BalancePart("shot_down", exactly(268)),
        BalancePart("suppressed", exactly(208)),
        BalancePart("hit", exactly(63)),
    )
    missiles = (BalancePart("shot_down", exactly(2)), BalancePart("hit", exactly(8)))
    return Balance(
        NIGHT,
        (BalanceRow("weapon.drone", exactly(539), drones), BalanceRow("weapon.missile", exactly(11), missiles)),
        CAPTION,
    )


def worst_balance() -> Balance:
    """1,200 weapons, every part named, one row too many, one of bounds, one unknown."""
    exactly = Amount.exactly
    names = ("shot_down", "suppressed", "intercepted", "hit", "in_air", "left_airspace")
    full = tuple(BalancePart(name, exactly(200)) for name in names)
    return Balance(
        NIGHT,
        (
            BalanceRow("weapon", exactly(1200), full),
            BalanceRow("weapon.drone", exactly(1000), full),
            BalanceRow(
                "weapon.missile",
                exactly(150),
                (BalancePart("hit", Amount(3, None)), BalancePart("shot_down", Amount(80, 80, approx=True))),
            ),
            BalanceRow("weapon.bomb", exactly(50), (BalancePart("hit", None),)),
            BalanceRow("weapon.aircraft", None, (BalancePart("shot_down", exactly(1)),)),
        ),
        CAPTION,
    )


def calm_tiles() -> TileMap:
    """Alert hours of most regions, one of zero, three without data, one that is a lower bound."""
    values = tuple(
        PlaceValue(place, round(n * 0.37 % 9, 1), at_least=n == 5)
        for n, place in enumerate(REGIONS)
        if n not in (7, 25, 26)
    )
    return TileMap(NIGHT, "alert_hours", values, caption=CAPTION)


def worst_tiles() -> TileMap:
    """Hits in all regions, up to five digits, some of them lower bounds, every tile a link."""
    values = tuple(
        PlaceValue(place, n**3 * 0.7 + 0.5, at_least=n % 3 == 0, href=f"/place/{place}")
        for n, place in enumerate(REGIONS)
    )
    return TileMap(NIGHT, "hits", values, caption=CAPTION)


def calm_kyiv() -> TileMap:
    """Casualties in six of ten districts, none in two, nothing known of two."""
    values = tuple(PlaceValue(place, float([3, 0, 12, 1, 0, 5, 2, 7][n])) for n, place in enumerate(DISTRICTS[:8]))
    return TileMap(NIGHT, "casualties", values, "kyiv", caption=CAPTION)


def blocks(code: str = "adm1_pcode") -> dict[str, Any]:
    """Return GeoJSON of blocks where the tiles are, Kyiv a small one within another: the boundaries of no country."""
    places = {place.id: place for place in Gazetteer.load(("en",)) if place.kind == "region"}
    features = []
    for tile in load_tiles("regions").tiles:
        west, north, size = 22.5 + tile.column * 2, 52 - tile.row * 1.5, 1.0
        if tile.place == "UA-30":
            west, north, size = 31.0, 50.1, 0.2
        east, south = west + 2 * size, north - 1.5 * size
        ring = [[west, north], [west + size, north + 0.001], [east, north], [east, south], [west, south], [west, north]]
        value = (places[tile.place].katotth or "")[:4] if code != "shapeISO" else tile.place
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {code: value}, "geometry": geometry})
    return {"type": "FeatureCollection", "features": features}


def calm_map() -> RegionMap:
    """Alert hours on boundaries of blocks, a few without data."""
    rings = [(region_of(item["properties"]), item["geometry"]["coordinates"][0]) for item in blocks()["features"]]
    shapes = tuple(RegionShape(place, (tuple((x, y) for x, y in ring),)) for place, ring in rings if place is not None)
    return RegionMap(NIGHT, "alert_hours", shapes, "blocks of a test", calm_tiles().values, caption=CAPTION)


def _series(first: date, count: int) -> list[tuple[date, int]]:
    """Return so many nights with a number each, zero now and then, rising and falling as no real series does."""
    return [
        (first + timedelta(days=n), (n * n * 7 + n * 13) % 97 * (9 if n % 11 == 0 else 1) * (n % 6 != 0))
        for n in range(count)
    ]


def worst_kyiv() -> TileMap:
    """Casualties in all ten districts, up to four digits, each a lower bound."""
    values = tuple(PlaceValue(place, 1200.0 - 113 * n, at_least=True) for n, place in enumerate(DISTRICTS))
    return TileMap(NIGHT, "casualties", values, "kyiv", caption=CAPTION)
