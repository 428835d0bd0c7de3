"""Where a siren sounds: the names that logs give, and what lies in what."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from vidbiy.lexicon.alert_places import AlertPlaces, Located
from vidbiy.lexicon.places import Gazetteer

PLACES = AlertPlaces.load()


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (["Харківська область"], "UA-63"),
        (["м. Київ"], "UA-30"),
        (["Kyiv"], "UA-30"),
        (["Автономна Республіка Крим"], "UA-43"),
        (["м. Севастополь"], "UA-40"),
        (["Дніпропетровська область", "Нікопольський район"], "UA-12.nikopol-raion"),
        (["Нікопольський район", "Дніпропетровська область"], "UA-12.nikopol-raion"),
        (["Харківська область", "м. Чугуїв"], "UA-63.chuhuiv"),
        (["Mykolaivska oblast", "Mykolaivskyi raion", "Pervomaiska terytorialna hromada"],
         "UA-48.pervomaisk-mykolaiv-hromada"),
        (["Mykolaivska oblast", "Pervomaiskyi raion", "m. Pervomaisk ta Pervomaiska terytorialna hromada"],
         "UA-48.pervomaisk-hromada"),
        (["Dnipropetrovska oblast", "Nikopolskyi raion", "m. Pokrov ta Pokrovska terytorialna hromada"],
         "UA-12.pokrov-hromada"),
    ],
)  # fmt: skip
def test_names_lead_to_the_most_specific_place(names: list[str], place: str) -> None:
    """Of hromadas of one name, the raion decides, and the town that is named with it."""
    assert PLACES.locate(names) == Located(place)


def test_a_name_that_is_not_known_leaves_what_is_around_it() -> None:
    assert PLACES.locate(["Харківська область", "Незнайський район"]) == Located("UA-63", "Незнайський район")
    assert PLACES.locate(["Атлантида"]) == Located(None, "Атлантида")
    assert PLACES.locate([]) == Located(None)


def test_a_hromada_of_another_raion_is_not_meant() -> None:
    """Names are used twice in an oblast; the alert is somewhere in the raion that was named."""
    found = PLACES.locate(["Дніпропетровська область", "Криворізький район", "Нікопольська територіальна громада"])
    assert found == Located("UA-12.kryvyi-rih-raion", "Нікопольська територіальна громада")


def test_a_place_lies_in_its_hromada_raion_region_and_country() -> None:
    assert PLACES.above("UA-12.nikopol") == (
        "UA-12.nikopol", "UA-12.nikopol-hromada", "UA-12.nikopol-raion", "UA-12", "UA",
    )  # fmt: skip
    assert PLACES.region("UA-30.holosiivskyi") == "UA-30"
    assert PLACES.region("UA") is None
    assert PLACES.region("RU-BEL") is None


def test_there_are_27_regions_each_with_a_number_and_a_letter() -> None:
    assert len(PLACES.regions) == 27
    assert sorted(PLACES.order) == sorted(PLACES.by_uid.values()) == list(PLACES.regions)
    assert set(PLACES.unheard) < set(PLACES.regions)


def test_every_region_with_raions_has_those_of_the_place_table() -> None:
    table = Gazetteer.load(("en",))
    for region in PLACES.regions:
        expected = {place.id for place in table if place.kind == "raion" and place.parent == region}
        assert set(PLACES.raions(region)) == expected
    assert PLACES.raions("UA-30") == ()


def test_a_permanent_alert_holds_for_all_that_lies_in_its_place() -> None:
    since = PLACES.permanent_since("UA-09.shchastia-raion")
    assert since == PLACES.permanent_since("UA-09")
    assert since is not None
    assert since < datetime(2022, 5, 1, tzinfo=UTC)
    assert PLACES.permanent_since("UA-63") is None
