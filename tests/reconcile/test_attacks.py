"""Attacks: which night or day a claim is about. All reports are made up."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.reconcile.telling import Telling, hour, said, weapons

from vidbiy.model import AttackError, TimePrecision, Wave, parse_attack_id
from vidbiy.reconcile.windows import bounds

DAY: dict[str, Any] = {
    "start": datetime.fromisoformat("2025-07-03T00:00:00+03:00"),
    "end": datetime.fromisoformat("2025-07-03T23:59:59+03:00"),
    "time_precision": TimePrecision.DAY,
}


def attacks(telling: Telling) -> list[str]:
    return [attack.id for attack in telling.reconciler().attacks()]


def test_the_hours_of_the_official_report_are_the_attacks() -> None:
    told = Telling()
    told.report("ua-air-force", weapons("launched", 58, speaker="ua-air-force", **hour("20:00", "08:30")))
    (attack,) = told.reconciler().attacks()
    assert (attack.id, attack.official, f"{attack.start:%H:%M}") == ("UA-2025-07-04-night", True, "20:00")


def test_day_and_night_waves_are_kept_apart() -> None:
    told = Telling()
    told.report("ua-air-force", weapons("launched", 58, speaker="ua-air-force"))
    told.report("ua-air-force", weapons("launched", 9, speaker="ua-air-force", **hour("10:00", "11:00")), at="11:30")
    assert attacks(told) == ["UA-2025-07-04-night", "UA-2025-07-04-day"]


def test_an_event_of_the_day_before_elsewhere_is_its_own() -> None:
    """Five dead in Pokrovsk on the 3rd are no dead of the night over Kyiv, and the brief can still show them."""
    told = Telling()
    told.report(
        "media",
        said("injured", 23, speaker="kyiv-mayor"),
        said("killed", 5, place="UA-14.pokrovsk", **DAY),
        at="10:00",
    )
    record = told.record()
    assert record.of("killed") == ()
    ((event, figures),) = record.elsewhere
    assert (event.id, figures[0].low, figures[0].place) == ("UA-2025-07-03-day", 5, "UA-14.pokrovsk")


def test_a_toll_of_the_evening_before_in_a_region_that_nothing_else_names_is_its_own_event() -> None:
    told = Telling()
    evening: dict[str, Any] = {
        "start": datetime.fromisoformat("2025-07-03T19:00:00+03:00"),
        "end": datetime.fromisoformat("2025-07-03T23:00:00+03:00"),
        "time_precision": TimePrecision.HOUR,
    }
    told.report("media", said("injured", 23), said("killed", 5, place="UA-14.pokrovsk", **evening))
    assert attacks(told) == ["UA-2025-07-03-day", "UA-2025-07-04-night"]


def test_a_repeated_toll_goes_where_its_primary_source_put_it() -> None:
    """A story that says "overnight" of what the governor dated the 3rd is about the 3rd."""
    told = Telling()
    told.report("oma-UA-14", said("killed", 5, place="UA-14.pokrovsk", speaker="oma-UA-14", **DAY), at="07:40")
    told.report("media", said("killed", 5, place="UA-14.pokrovsk"), said("injured", 23), at="10:00")
    assert told.record().of("killed") == ()
    assert told.record("UA-2025-07-03-day").of("killed")[0].low == 5


def test_background_is_in_no_attack() -> None:
    told = Telling()
    since = datetime.fromisoformat("2022-02-24T00:00:00+02:00")
    war = said("killed", 20000, high=None, place="UA", start=since, time_precision=TimePrecision.OPEN)
    told.report("media", said("injured", 23), war)
    assert {figure.measure.value for figure in told.record()} == {"injured"}


def test_weapons_that_crossed_a_border_belong_to_the_attack_that_they_came_from() -> None:
    told = Telling()
    told.report("ua-air-force", weapons("launched", 58), weapons("left_airspace", 2, place="PL"))
    assert attacks(told) == ["UA-2025-07-04-night"]


def test_drones_over_russia_are_an_attack_of_their_own() -> None:
    told = Telling()
    told.report("ru-mod", weapons("shot_down", 40, place="RU", speaker="ru-mod"))
    assert attacks(told) == ["RU-2025-07-04-night"]


@pytest.mark.parametrize(
    ("clock_change", "hours"), [(date(2025, 3, 30), 14), (date(2025, 10, 26), 16), (date(2025, 7, 4), 15)]
)
def test_a_night_has_an_hour_less_or_more_where_the_clocks_change(clock_change: date, hours: int) -> None:
    start, end = (moment.timestamp() for moment in bounds("UA", (clock_change, Wave.NIGHT)))
    assert timedelta(seconds=end - start) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["UA-2025-07-04-night", "RU-2024-02-29-day"])
def test_an_attacks_id_names_country_date_and_wave(text: str) -> None:
    country, day, wave = parse_attack_id(text)
    assert f"{country}-{day}-{wave.value}" == text


@pytest.mark.parametrize("text", ["", "UA", "UA-2025-13-04-night", "UA-2025-07-04-dusk", "../UA-2025-07-04-night"])
def test_what_is_no_attacks_id_is_refused(text: str) -> None:
    with pytest.raises(AttackError, match="is no attack's id"):
        parse_attack_id(text)
