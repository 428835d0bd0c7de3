"""VIINA and ACLED: what is text is read as text, what is a label is unconfirmed, what is not known is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sources.datasets.making import ACLED, VIINA_EVENTS, VIINA_REPORTS, acled_row, table

from vidbiy.model import DocumentError, Modality
from vidbiy.sources import Fetched, Noted, RefusedRow, fetch_dataset, is_dataset


def report(**cells: str) -> dict[str, str]:
    plain = {
        "date": "20250504", "time": "07:15", "asciiname": "Izium", "ADM1_NAME": "Kharkiv", "report_id": "77",
        "source": "madeup", "url": "https://example.org/77", "text": "Вигадане: над Ізюмом збито 3 дрони.", "lang": "ua",
    }  # fmt: skip
    return {**plain, **cells}


def event(**cells: str) -> dict[str, str]:
    plain = {"event_id_1pd": "5", "date": "20250504", "n_reports": "2", "sources": "madeup", "asciiname": "Izium"}
    return {**plain, "ADM1_NAME": "Kharkiv", "t_mil_b": "1", "t_uav_b": "1", "t_airstrike_b": "0", **cells}


def test_a_report_is_a_document_of_its_medium_and_left_to_the_reader(tmp_path: Path) -> None:
    """A report about two places stands in two rows, and is one document; without an hour it was out by midnight."""
    rows = [report(), report(event_id="2", asciiname="Lozova"), report(report_id="78", url="", time="")]
    items = list(fetch_dataset(table(tmp_path / "event_info_latest_2025.csv", VIINA_REPORTS, rows)))
    documents = [item.document for item in items if isinstance(item, Fetched)]
    assert [(document.id, document.source) for document in documents] == [("viina:77", "media"), ("viina:78", "media")]
    assert documents[0].text == "Вигадане: над Ізюмом збито 3 дрони."
    assert [document.published.isoformat() for document in documents if document.published] == [
        "2025-05-04T07:15:00+03:00",
        "2025-05-04T23:59:00+03:00",
    ]
    assert all(isinstance(item, Fetched) and item.reading is None for item in items)


def test_a_label_is_an_unconfirmed_claim_about_the_settlement(tmp_path: Path) -> None:
    """The events of a day are one document; a point on the map is not kept."""
    rows = [event(longitude="37.2", latitude="49.2"), event(asciiname="Chuhuiv", t_property_b="1"), event(t_uav_b="0")]
    (item,) = fetch_dataset(table(tmp_path / "event_1pd_latest_2025.csv", VIINA_EVENTS, rows))
    assert isinstance(item, Fetched)
    assert "37.2" not in item.document.text
    assert item.reading is not None
    assert [(claim.measure.value, claim.subject, claim.place, claim.quote) for claim in item.reading.claims] == [
        ("affected", "area.settlement", "UA-63.izium", "t_uav_b: 1"),
        ("affected", "area.settlement", "UA-63.chuhuiv", "t_uav_b: 1"),
        ("damaged", "site", "UA-63.chuhuiv", "t_property_b: 1"),
    ]
    assert {claim.modality for claim in item.reading.claims} == {Modality.UNCONFIRMED}


def test_an_event_of_acled_tells_the_dead_that_were_reported(tmp_path: Path) -> None:
    """None reported is no zero; a battle is left out, counted; older exports write the date in words."""
    rows = [
        acled_row(),
        acled_row(event_id_cnty="UKR900002", fatalities="0", event_date="04 May 2025"),
        acled_row(event_id_cnty="UKR900003", sub_event_type="Armed clash"),
        acled_row(event_id_cnty="UKR900004", time_precision="3", location="Nowhere at all"),
    ]
    items = list(fetch_dataset(table(tmp_path / "acled.csv", ACLED, rows)))
    found = [
        (claim.measure.value, claim.low, claim.place, claim.time_precision.value, claim.speaker)
        for item in items
        if isinstance(item, Fetched) and item.reading
        for claim in item.reading.claims
    ]
    assert found == [
        ("killed", 3, "UA-63.izium", "day", None),
        ("affected", 1, "UA-63.izium", "day", None),
        ("affected", 1, "UA-63.izium", "day", None),
        ("killed", 3, "UA-63", "month", None),
    ]
    assert [item.text for item in items if isinstance(item, Noted)] == [
        "1 rows of other kinds were left out",
        "the place 'Nowhere at all, Kharkiv, Ukraine' is not known (1 row)",
    ]


def test_rows_that_are_none_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A row cut short, a date that is none, an open quotation mark."""
    path = table(tmp_path / "acled.csv", ACLED, [acled_row(), acled_row(event_date="soon")])
    path.write_text(path.read_text() + "UKR1,2025-05-04\n" + '"open', encoding="utf-8")
    items = list(fetch_dataset(path))
    assert len([item for item in items if isinstance(item, Fetched)]) == 1
    assert [(item.line, item.reason.partition(";")[0]) for item in items if isinstance(item, RefusedRow)] == [
        (3, "'soon' is no date"),
        (4, "it has 2 cells, the header has 19"),
        (5, "it is no row of a table (unexpected end of data)"),
    ]


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\x89PNG\r\n", "час;подія\n".encode("utf-16")])
def test_a_file_of_another_format_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    """The message names the file and says what there are rules for, or what is wrong."""
    path = tmp_path / "other.csv"
    path.write_bytes(content)
    with pytest.raises(
        DocumentError, match=r"other\.csv: (no data set has these columns; there are rules for|it is no UTF-8)"
    ):
        list(fetch_dataset(path))


def test_a_table_with_semicolons_and_a_mark_is_known_too(tmp_path: Path) -> None:
    """As spreadsheets of some countries save it."""
    path = table(tmp_path / "acled.csv", ACLED, [acled_row()])
    path.write_text("\ufeff" + path.read_text().replace(",", ";"), encoding="utf-8")
    assert is_dataset(path)
    assert len(list(fetch_dataset(path))) == 1
