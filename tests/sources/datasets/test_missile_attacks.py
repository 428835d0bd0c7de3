"""The missile attacks data set: each figure is a claim of whoever published the post, and stands in the text."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sources.datasets.making import MISSILES, missile_row, table

from vidbiy.model import Claim, TimePrecision
from vidbiy.sources import DatasetReading, Fetched, Noted, RefusedRow, fetch_dataset, read_dataset

Items = list[Fetched | RefusedRow | Noted]
Fetch = Callable[..., Items]


@pytest.fixture
def fetch(tmp_path: Path) -> Fetch:
    """Fetch a file of the given rows."""

    def fetched(*rows: dict[str, str]) -> Items:
        return list(fetch_dataset(table(tmp_path / "attacks.csv", MISSILES, rows)))

    return fetched


def documents(items: Items) -> list[Fetched]:
    return [item for item in items if isinstance(item, Fetched)]


def reading(item: Fetched) -> DatasetReading:
    assert item.reading is not None
    return item.reading


def claims(items: Items) -> list[Claim]:
    return [claim for item in documents(items) for claim in reading(item).claims]


def figures(items: Items) -> list[tuple[str, str, int | None, str | None]]:
    return [(claim.measure.value, claim.subject, claim.low, claim.place) for claim in claims(items)]


def test_the_figures_of_a_row_are_claims_with_their_cells_as_quotes(fetch: Fetch) -> None:
    """Launched, shot down and suppressed of one night, said by the Air Force, with the row's own hours."""
    items = fetch(missile_row())
    assert figures(items) == [
        ("launched", "weapon.drone", 90, "UA"),
        ("shot_down", "weapon.drone", 50, "UA"),
        ("suppressed", "weapon.drone", 30, "UA"),
    ]
    (document,) = documents(items)
    first = reading(document).claims[0]
    assert first.quote == "launched: 90.0" == document.document.text[slice(*first.span)]
    assert (first.speaker, first.speaker_text, first.rule) == ("ua-air-force", "kpszsu", "dataset.missile-attacks")
    assert first.start is not None
    assert first.start.isoformat() == "2025-05-03T20:00:00+03:00"
    assert document.document.published is not None
    assert document.document.published.isoformat() == "2025-05-04T08:00:00+03:00"


def test_one_post_is_one_document_and_each_of_its_days_too(fetch: Fetch) -> None:
    """Rows of a post stand together wherever the file has them; a day later is another attack."""
    other = missile_row(time_start="2025-05-04 20:00", time_end="2025-05-05 08:00")
    items = fetch(missile_row(), other, missile_row(model="Kalibr", launched="4.0", destroyed="4.0", not_reach_goal=""))
    found = documents(items)
    assert [item.document.id.split(":")[1] for item in found] == ["2025-05-04", "2025-05-05"]
    assert found[0].document.text.count("model: ") == 2
    assert found[0].raw.decode().count("\n") == 3  # the header and two rows, as they came


def test_the_claims_can_be_read_again_from_the_text_alone(fetch: Fetch) -> None:
    """The document is all that is needed, so a better table of models reaches old imports."""
    (item,) = documents(
        fetch(missile_row(**{"affected region": "['Kyiv', 'Kyiv oblast']", "destroyed_details": "{'south': 8}"}))
    )
    assert read_dataset(item.document) == item.reading


@pytest.mark.parametrize(
    ("model", "subject"),
    [
        ("X-101/X-555 and Kalibr", "weapon.missile.cruise.other"),
        ("C-300 and Iskander-M", "weapon.missile.other"),
        ("Iskander-M/KN-23", "weapon.missile.ballistic.iskander_m"),
        ("Unknown UAV", "weapon.drone.other"),
        ("Orlan-10 and ZALA and Supercam", "weapon.drone.recon"),
        ("Shahed-136/131 and Lancet", "weapon.drone.other"),
    ],
)
def test_mixed_models_take_the_deepest_common_path(fetch: Fetch, model: str, subject: str) -> None:
    """Two models in one number are no more specific than what they have in common."""
    assert figures(fetch(missile_row(model=model)))[0][1] == subject


def test_a_shahed_is_one_only_while_reports_counted_nothing_else_with_it(fetch: Fetch) -> None:
    """In 2023 the number is of Shaheds; later it is of drones, of which `is_shahed` says about how many are Shaheds."""
    old = missile_row(time_start="2023-05-03 20:00", time_end="2023-05-04 06:00", not_reach_goal="")
    new = missile_row(is_shahed="60.0")
    found = [claim for claim in claims(fetch(old, new)) if claim.measure == "launched"]
    assert [(claim.subject, claim.low, claim.approx) for claim in found] == [
        ("weapon.drone.shahed", 90, False),
        ("weapon.drone", 90, False),
        ("weapon.drone.shahed", 60, True),
    ]


def test_destroyed_is_intercepted_since_the_reports_merged_the_two(fetch: Fetch) -> None:
    """The file's zero of suppressed drones is filler then; a regional command still says what it shot down."""
    night = {"time_start": "2025-09-03 20:00", "time_end": "2025-09-04 08:00", "not_reach_goal": "0.0"}
    national = missile_row(**night)
    regional = missile_row(**night, target="south", source="PvKPivden/posts/made-up-2")
    shared = missile_row(**night, source="PvKPivden/posts/made-up-3")  # the national report, on a command's page
    measures = [claim.measure.value for claim in claims(fetch(national, regional, shared))]
    assert measures == ["launched", "intercepted", "launched", "shot_down", "suppressed", "launched", "intercepted"]


def test_a_regional_command_counts_its_own_place(fetch: Fetch) -> None:
    """An oblast or raion where the row names one, no place for "south"; a national post counts the country."""
    rows = [
        missile_row(source="PvKPivden/posts/a", target="Odesa oblast"),
        missile_row(source="PvKPivden/posts/b", target="south"),
        missile_row(source="pvkshid/posts/c", target="Dnipropetrovsk oblast, Kryvyi Rih Raion"),
        missile_row(source="kpszsu/posts/d", target="Odesa oblast"),
        missile_row(source="PvKPivden/posts/e", target="Ukraine"),
    ]
    launched = [place for measure, _, _, place in figures(fetch(*rows)) if measure == "launched"]
    assert launched == ["UA-51", None, "UA-12.kryvyi-rih-raion", "UA", "UA"]


def test_rows_that_count_the_same_thing_are_one_figure_with_all_its_numbers(fetch: Fetch) -> None:
    """Two models of one kind, two salvos, two targets of a national post: the sum, from the first start to the last end."""
    night = {"not_reach_goal": "", "source": "PvKPivden/posts/f", "target": "south"}
    first = missile_row(**night, model="Orlan-10", launched="2.0", destroyed="2.0", time_start="2025-05-04 01:00")
    second = missile_row(**night, model="ZALA", launched="1.0", destroyed="", time_end="2025-05-04 09:30")
    items = fetch(first, missile_row(model="Kalibr"), second)
    (regional, _) = documents(items)
    assert "model: Orlan-10 + ZALA\n" in regional.document.text
    found = [(claim.measure.value, claim.low, claim.high, claim.quote) for claim in reading(regional).claims]
    assert found == [("launched", 3, 3, "launched: 2.0 + 1.0"), ("shot_down", 2, None, "destroyed: 2.0 + ?")]
    claim = reading(regional).claims[0]
    assert claim.start is not None
    assert claim.end is not None
    assert (claim.start.isoformat(), claim.end.isoformat()) == (
        "2025-05-03T20:00:00+03:00",
        "2025-05-04T09:30:00+03:00",
    )
    salvos = [
        missile_row(model="X-47 Kinzhal", launched=n, target=where)
        for n, where in (("2.0", "Kyiv"), ("3.0", "Ukraine"))
    ]
    assert [(low, place) for measure, _, low, place in figures(fetch(*salvos)) if measure == "launched"] == [(5, "UA")]


def test_a_morning_and_an_afternoon_stay_apart(fetch: Fetch) -> None:
    """Rows of one post and day that are about two attacks."""
    morning = missile_row(model="Kalibr", launched="2.0")
    afternoon = missile_row(model="Kalibr", launched="4.0", time_start="2025-05-04 14:00", time_end="2025-05-04 15:00")
    assert [low for measure, _, low, _ in figures(fetch(morning, afternoon)) if measure == "launched"] == [2, 4]


def test_targets_areas_and_borders_are_claims_of_their_own(fetch: Fetch) -> None:
    """The main target, regions that were affected, and drones that left for another country."""
    row = missile_row(target_main="Kyiv", border_crossing="{'belarus': 2.0}", still_attacking="3.0")
    row |= {
        "affected region": "['Kyiv', 'Kyiv oblast']",
        "num_hit_location": "8.0",
        "num_fall_fragment_location": "0.0",
    }
    found = figures(fetch(row))[3:]
    assert found == [
        ("in_air", "weapon.drone", 3, "UA"),
        ("left_airspace", "weapon.drone", 2, "BY"),
        ("hit_locations", "area.location", 8, "UA"),
        ("debris_locations", "area.location", 0, "UA"),
        ("target", "area.target", 1, "UA-30"),
        ("affected", "area.region", 1, "UA-30"),
        ("affected", "area.region", 1, "UA-32"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "start", "end", "precision"),
    [
        (
            "2024-06-01",
            "2024-06-01 08:00",
            "2024-05-31T18:00:00+03:00",
            "2024-06-01T08:00:00+03:00",
            TimePrecision.NIGHT,
        ),
        ("2024-06-01", "2024-06-01", "2024-06-01T00:00:00+03:00", "2024-06-02T00:00:00+03:00", TimePrecision.DAY),
        ("2024-06-01", "2024-06-01 15:00", "2024-06-01T00:00:00+03:00", "2024-06-01T15:00:00+03:00", TimePrecision.DAY),
        ("2023-05-16 3:30", "2023-05-16 07:00 ", "2023-05-16T03:30:00+03:00", "2023-05-16T07:00:00+03:00", "minute"),
        (
            "2024-10-28 19:00",
            "2024-10-29",
            "2024-10-28T19:00:00+02:00",
            "2024-10-29T09:00:00+02:00",
            TimePrecision.NIGHT,
        ),
        ("2024-10-26 22:00", "2024-10-27 09:00", "2024-10-26T22:00:00+03:00", "2024-10-27T09:00:00+02:00", "hour"),
        ("2024-06-01T17:00Z", "2024-06-02 06:00", "2024-06-01T20:00:00+03:00", "2024-06-02T06:00:00+03:00", "hour"),
    ],
)
def test_hours_are_those_of_kyiv(fetch: Fetch, first: str, last: str, start: str, end: str, precision: str) -> None:
    """With hours, without, across a change of the clocks, and with a zone of another kind in the same file."""
    claim = claims(fetch(missile_row(time_start=first, time_end=last)))[0]
    assert claim.start is not None
    assert claim.end is not None
    assert (claim.start.isoformat(), claim.end.isoformat(), claim.time_precision) == (start, end, precision)


def test_what_cannot_be_used_is_named_with_its_line_and_the_rest_is_imported(fetch: Fetch) -> None:
    """An end before its start, a number that is none, half a drone; models and places that nobody knows are noted."""
    items = fetch(
        missile_row(time_start="2025-05-05 20:00", time_end="2025-05-05 08:00"),
        missile_row(launched="many"),
        missile_row(source="kpszsu/posts/x", destroyed="2.5"),
        missile_row(source="kpszsu/posts/y", model="Zmiy-7"),
        missile_row(source="PvKPivden/posts/z", target="Atlantis oblast"),
        missile_row(source="somebody/posts/1"),
    )
    refused = [(item.line, item.reason) for item in items if isinstance(item, RefusedRow)]
    assert refused == [
        (2, "it ends at 2025-05-05 08:00, before it starts at 2025-05-05 20:00; the row was left out"),
        (3, "launched 'many' is no number; that figure was left out"),
        (4, "destroyed '2.5' counts nothing; that figure was left out"),
    ]
    assert [item.text for item in items if isinstance(item, Noted)] == [
        "the model 'Zmiy-7' is not known: counted as `weapon` (1 row)",
        "the page 'somebody' is not known: its figures are the data set's own word (1 row)",
        "the place 'Atlantis oblast' is not known (1 row)",
    ]
    assert len(documents(items)) == 6
    assert ("launched", "weapon", 90, "UA") in figures(items)


def test_an_unknown_quantity_is_no_zero(fetch: Fetch) -> None:
    """An empty cell makes no claim, a zero does."""
    items = fetch(missile_row(launched="", destroyed="0.0", not_reach_goal=""))
    assert figures(items) == [("shot_down", "weapon.drone", 0, "UA")]


def test_the_shared_file_is_imported_whole(shared: Path) -> None:
    """The night to 4 July 2025 adds up to 550 sent, and no row of the file is lost."""
    items = list(fetch_dataset(shared / "data" / "missile_attacks_daily.csv"))
    assert sum(item.raw.count(b"\n") - 1 for item in documents(items)) == 3585  # the header stands above each
    with (shared / "data" / "missile_attacks_daily.csv").open(encoding="utf-8", newline="") as file:
        sent = sum(int(float(row["launched"] or 0)) for row in csv.DictReader(file))
    told = [claim for claim in claims(items) if claim.measure == "launched" and not claim.approx]
    told = [claim for claim in told if claim.subject != "weapon.drone.jet"]  # those are among the drones
    assert sum(claim.low or 0 for claim in told if "'" not in claim.quote) == sent
    assert not [item for item in items if isinstance(item, RefusedRow)]
    (night,) = [item for item in documents(items) if item.document.id.startswith("missile-attacks:2025-07-04:kpszsu")]
    launched = [claim for claim in reading(night).claims if claim.measure == "launched"]
    assert {claim.place for claim in launched} == {"UA"}
    assert sum(claim.low or 0 for claim in launched) == 550
