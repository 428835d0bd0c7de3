"""The JSON Schemas: valid themselves, in step with the types, and strict about the contract."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from vidbiy.model import SCHEMAS, Claim, Document, Effect, Measure, Modality, TimePrecision, schema

CLAIM: dict[str, Any] = {
    "measure": "injured",
    "subject": "person",
    "low": 23,
    "high": None,
    "approx": False,
    "of": None,
    "unit": "1",
    "effect": None,
    "place": "UA-30",
    "start": "2025-07-03T18:00:00+03:00",
    "end": "2025-07-04T09:00:00+03:00",
    "time_precision": "night",
    "speaker": "kyiv-mayor",
    "speaker_text": "Kyiv Mayor Vitali Klitschko",
    "modality": "stated",
    "span": [4, 15],
    "quote": "at least 23",
    "rule": "people.injured",
}
READ = {"id": "a", "language": "uk", "claims": [CLAIM], "problems": []}
REFUSED = {"id": None, "claims": [], "problems": ["Line 3 is no JSON."]}


def valid(name: str, value: object) -> bool:
    """Tell whether ``value`` keeps to the schema called ``name``."""
    return Draft202012Validator(schema(name)).is_valid(value)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_itself(name: str) -> None:
    """Each file is a JSON Schema of draft 2020-12 and says so."""
    loaded = schema(name)
    Draft202012Validator.check_schema(loaded)
    assert loaded["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_the_schema_lists_what_the_enums_list() -> None:
    """The closed lists stand in two places, so one test holds them together."""
    properties = schema("claim")["properties"]
    assert properties["measure"]["enum"] == [member.value for member in Measure]
    assert properties["time_precision"]["enum"] == [member.value for member in TimePrecision]
    assert properties["modality"]["enum"] == [member.value for member in Modality]
    assert properties["effect"]["enum"] == [*(member.value for member in Effect), None]


def test_the_schema_has_the_fields_of_the_type() -> None:
    """Every field is required and in the order that `to_dict` writes."""
    fields = list(Claim.__dataclass_fields__)
    assert list(schema("claim")["properties"]) == fields
    assert schema("claim")["required"] == fields


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"high": 23, "approx": True, "low": 23},
        {"low": 0, "high": 0},
        {"measure": "affected", "subject": "area.district", "low": 6, "high": 6, "of": 10},
        {"measure": "alert_duration", "subject": "alert", "low": 8, "unit": "h"},
        {"measure": "disrupted", "subject": "object.train", "effect": "delayed"},
        {"measure": "statement", "subject": "statement", "low": None, "high": None},
        {"subject": "weapon.missile.ballistic.iskander_m", "measure": "launched"},
        {"place": "UA"},
        {"place": "RU-KRS"},
        {"place": "UA-30.holosiivskyi"},
        {"place": "UA-12.nikopol-raion"},
        {"place": None, "start": None, "end": None},
        {"speaker": "oma-UA-63"},
        {"speaker": None, "speaker_text": None},
        {"start": "2025-07-04T00:00:00Z"},
    ],
    ids=str,
)
def test_the_claim_schema_takes_what_the_design_allows(change: dict[str, Any]) -> None:
    """Examples of each kind of value in the design's table."""
    assert valid("claim", CLAIM | change)


@pytest.mark.parametrize(
    "change",
    [
        {"measure": "wounded"},
        {"subject": "Person"},
        {"subject": "weapon."},
        {"subject": "people"},
        {"low": -1},
        {"low": 1.5},
        {"low": "23"},
        {"low": None},
        {"high": True},
        {"measure": "statement", "subject": "statement"},
        {"approx": None},
        {"unit": "hours"},
        {"effect": "delayed"},
        {"measure": "disrupted", "effect": "late"},
        {"place": "Kyiv"},
        {"place": "UA-30."},
        {"place": "UA-30.Holosiivskyi"},
        {"place": ""},
        {"start": "2025-07-03T18:00:00"},
        {"start": "2025-07-03"},
        {"time_precision": "year"},
        {"time_precision": None},
        {"speaker": ""},
        {"speaker": None},
        {"modality": "rumoured"},
        {"span": [4]},
        {"span": [4, 15, 16]},
        {"span": [-1, 15]},
        {"quote": ""},
        {"rule": None},
        {"extra": 1},
    ],
    ids=str,
)
def test_the_claim_schema_refuses_what_the_design_does_not_allow(change: dict[str, Any]) -> None:
    """Values outside the closed lists, wrong kinds, and fields that do not go together."""
    assert not valid("claim", CLAIM | change)


@pytest.mark.parametrize("field", CLAIM)
def test_no_field_of_a_claim_may_be_missing(field: str) -> None:
    """Unknown is written as null, never left out."""
    assert not valid("claim", {key: value for key, value in CLAIM.items() if key != field})


@pytest.mark.parametrize(
    "line",
    [READ, READ | {"claims": []}, READ | {"language": None}, READ | {"problems": ["The time is unknown."]}, REFUSED],
    ids=str,
)
def test_the_output_schema_takes_answers_and_refusals(line: object) -> None:
    """A line was read, with claims or without, or was no document."""
    assert valid("read-output", line)


@pytest.mark.parametrize(
    "line",
    [
        [],
        {},
        READ | {"id": None},
        READ | {"id": ""},
        READ | {"claims": [CLAIM | {"low": -1}]},
        READ | {"claims": None},
        READ | {"language": "Ukrainian"},
        READ | {"extra": 1},
        {key: value for key, value in READ.items() if key != "problems"},
        {key: value for key, value in READ.items() if key != "language"},
        REFUSED | {"problems": []},
        REFUSED | {"claims": [CLAIM]},
        REFUSED | {"id": "a"},
    ],
    ids=str,
)
def test_the_output_schema_refuses_half_answers(line: object) -> None:
    """No answer without an id unless it says what was wrong."""
    assert not valid("read-output", line)


INPUTS: list[tuple[object, bool]] = [
    ({"id": "a", "text": ""}, True),
    ({"id": "a", "text": "x", "published": None, "source": None, "url": None, "title": None, "more": 1}, True),
    ({"id": "a", "text": "x", "published": "2025-07-04T09:30:00+03:00", "source": "kyiv-mayor"}, True),
    ({"id": "a", "text": "x", "published": "2025-07-04 09:30Z"}, True),
    ({"id": "a", "text": "x", "published": "2025-07-04T09:30:00"}, False),
    ({"id": "a", "text": "x", "published": "2025-07-04"}, False),
    ({"id": "a", "text": "x", "published": 1751610600}, False),
    ({"id": "", "text": "x"}, False),
    ({"id": 1, "text": "x"}, False),
    ({"id": "a"}, False),
    ({"text": "x"}, False),
    ({"id": "a", "text": None}, False),
    ({"id": "a", "text": "x", "url": 1}, False),
    ([], False),
    (None, False),
]


@pytest.mark.parametrize(("line", "good"), INPUTS, ids=str)
def test_the_input_schema_takes_documents_alone(line: object, good: bool) -> None:
    """Only id and text must be there; what is there must be of the right kind."""
    assert valid("read-input", line) is good


times = st.datetimes(
    min_value=datetime(1991, 1, 1),  # noqa: DTZ001 - Hypothesis wants naive bounds, it adds the zones
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.timezones(),
)


@given(id_=st.text("abc-1", min_size=1), text=st.text(), published=st.none() | times)
def test_a_document_keeps_to_the_input_schema_and_comes_back(id_: str, text: str, published: datetime | None) -> None:
    """Writing a document and reading it back changes nothing."""
    document = Document(id_, text, published)
    assert valid("read-input", document.to_dict())
    assert Document.from_dict(document.to_dict()) == document


@given(
    measure=st.sampled_from(Measure),
    low=st.integers(0, 50_000),
    more=st.none() | st.integers(0, 50_000),
    start=st.none() | times,
    precision=st.sampled_from(TimePrecision),
    modality=st.sampled_from(Modality),
    quote=st.text(min_size=1),
    offset=st.integers(0, 10**6),
)
def test_a_claim_keeps_to_the_claim_schema(
    measure: Measure,
    low: int,
    more: int | None,
    start: datetime | None,
    precision: TimePrecision,
    modality: Modality,
    quote: str,
    offset: int,
) -> None:
    """Whatever the type can hold, the schema takes."""
    framed = measure is Measure.STATEMENT
    claim = Claim(
        measure=measure,
        subject="statement" if framed else "weapon.drone.shahed",
        low=None if framed else low,
        high=None if framed or more is None else low + more,
        effect=Effect.CUT if measure is Measure.DISRUPTED else None,
        place="UA-14.pokrovsk",
        start=start,
        end=start,
        time_precision=precision,
        modality=modality,
        span=(offset, offset + len(quote)),
        quote=quote,
        rule="test.rule",
    )
    assert valid("claim", claim.to_dict())
