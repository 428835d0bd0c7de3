"""From the record of the bundled night, with a made-up siren log, to its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.publish.charts.reading_svg import faults, hatched, texts
from tests.reconcile.telling import Telling, weapons

from vidbiy.cli.arguments.inputs import Defaults
from vidbiy.cli.demo import examples_folder
from vidbiy.cli.ingest.inputs import IngestInputs
from vidbiy.cli.ingest.run import ingest_into
from vidbiy.ledger import Ledger
from vidbiy.publish.charts import Look
from vidbiy.publish.charts.data.kinds import ChartData
from vidbiy.publish.charts.draw import draw
from vidbiy.publish.charts.of_record import MAPS, balance, tile_map, timeline
from vidbiy.reconcile import Record, record_of
from vidbiy.reconcile.sirens import NightAlerts, Span, night_alerts

NIGHT = "2025-07-04"
KYIV = ZoneInfo("Europe/Kyiv")
# Made up, in the form of the official log. It speaks for five regions, from its first alert on.
LOG = """\
oblast,raion,hromada,level,started_at,finished_at,source
Kyiv City,,,oblast,2025-07-03 17:10:00+00:00,2025-07-04 02:40:00+00:00,official
Kyivska oblast,,,oblast,2025-07-03 16:55:00+00:00,2025-07-04 02:45:00+00:00,official
Kharkivska oblast,,,oblast,2025-07-03 19:00:00+00:00,2025-07-03 20:00:00+00:00,official
Dnipropetrovska oblast,Nikopolskyi raion,,raion,2025-07-03 20:00:00+00:00,2025-07-03 21:30:00+00:00,official
Lvivska oblast,,,oblast,2025-07-04 09:00:00+00:00,2025-07-04 09:30:00+00:00,official
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("night")
    log = folder / "sirens.csv"
    log.write_text(LOG)
    with Ledger.open(str(folder / "night.db"), create=True) as opened:
        given = (str(examples_folder() / NIGHT), str(log))
        ingest_into(opened, IngestInputs(given, defaults=Defaults(), lines=False), jobs=1, lines=False)
        yield opened


@pytest.fixture(scope="module")
def record(ledger: Ledger) -> Record:
    return record_of(ledger, NIGHT)


@pytest.fixture(scope="module")
def alerts(ledger: Ledger, record: Record) -> NightAlerts:
    return night_alerts(ledger, Span(record.attack.start, record.attack.end))


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory, record: Record) -> NightAlerts:
    """The alerts of a ledger without any log."""
    path: Path = tmp_path_factory.mktemp("silent") / "empty.db"
    with Ledger.open(str(path), create=True) as empty:
        return night_alerts(empty, Span(record.attack.start, record.attack.end))


def test_the_account_of_the_night_adds_up(record: Record) -> None:
    """478 stopped and 72 hits are the 550 launched, in all and by kind."""
    picture = draw(balance(record, {"ua-air-force": "the Air Force"}))
    assert "All weapons: 270 + 208 + 72 = 550: adds up." in picture.summary
    assert hatched(picture, "missing") == hatched(picture, "unknown") == 0
    assert any(box.text.startswith("Sources: the Air Force.") for box in texts(picture))


def test_what_was_suppressed_beside_a_merged_count_is_a_part_of_its_own() -> None:
    """Shot down or suppressed as one number, and some more that did not get there: the bar has both."""
    told = Telling()
    counts = {"launched": 405, "intercepted": 333, "suppressed": 17, "hit": 55}
    told.report("ua-air-force", *(weapons(measure, low, speaker="ua-air-force") for measure, low in counts.items()))
    summary = draw(balance(told.record(), {})).summary
    assert "Drones: 17 + 333 + 55 = 405: adds up." in summary
    assert "All weapons: 350 + 55 = 405: adds up." in summary


def test_regions_that_the_log_speaks_for_are_drawn_beside_those_of_which_nothing_is_known(
    record: Record, alerts: NightAlerts
) -> None:
    """Silence about one region hides no alert of another, and is no quiet."""
    data = timeline(record, alerts, {})
    rows = {row.place: row for row in data.rows}
    assert [bar.whole for bar in rows["UA-30"].bars] == [True]
    assert [bar.whole for bar in rows["UA-12"].bars] == [False]
    assert rows["UA-63"].bars[0].end_guessed
    assert rows["UA-51"].bars == ()
    assert [(silence.start, silence.end) for silence in rows["UA-51"].silences] == [(data.start, data.end)]
    assert "UA-09" not in rows  # under an alert for years
    assert any(box.text == "first alert 19:55" for box in texts(draw(data)))


def test_without_any_log_the_timeline_says_no_data_for_all_regions(record: Record, silent: NightAlerts) -> None:
    """And shows the reports that there are."""
    shown = [box.text for box in texts(draw(timeline(record, silent, {})))]
    assert "all regions" in shown
    assert "No data: all regions all night" in shown
    assert "Reports: 2" in shown


def test_hours_of_a_region_that_is_not_known_whole_are_a_lower_bound(record: Record, alerts: NightAlerts) -> None:
    """A region without data has no value, one under a permanent alert no step of colour."""
    values = {value.place: value for value in tile_map(record, alerts, "alerts", "regions", {}).values}
    assert (values["UA-30"].value, values["UA-30"].at_least) == (9.5, True)
    assert values["UA-09"].permanent
    assert "UA-51" not in values


def test_casualties_are_those_of_the_place(record: Record, alerts: NightAlerts) -> None:
    """The killed and the injured of Kyiv, as the record has them."""
    values = {value.place: value.value for value in tile_map(record, alerts, "casualties", "regions", {}).values}
    people = [record.figure(measure, "person", "UA-30") for measure in ("killed", "injured")]
    assert values["UA-30"] == sum(figure.low for figure in people if figure is not None)


def test_as_of_an_hour_of_the_night_the_picture_ends_there(ledger: Ledger, record: Record) -> None:
    """What came later is not in it."""
    three = datetime(2025, 7, 4, 3, tzinfo=KYIV)
    early = Record(attack=record.attack, as_of=three, figures=(), checks=(), reports=())
    data = timeline(early, night_alerts(ledger, Span(record.attack.start, three)), {})
    assert data.end == three
    assert data.reports == ()
    assert data.all_clear is None


@pytest.mark.parametrize("width", [390, 1200])
@pytest.mark.parametrize("language", ["en", "uk"])
def test_every_picture_of_the_night_keeps_its_labels_apart(
    record: Record, alerts: NightAlerts, silent: NightAlerts, width: int, language: str
) -> None:
    """With the log and without."""
    pictures: list[ChartData] = [balance(record, {})]
    for known in (alerts, silent):
        pictures.append(timeline(record, known, {}))
        pictures += [tile_map(record, known, shown, grid, {}) for shown in MAPS for grid in ("regions", "kyiv")]
    assert [fault for data in pictures for fault in faults(draw(data, Look(width, language=language)))] == []
