"""The API: the same record as the pages, page by page, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.web.serving import NIGHT, Server
from tools.build_api_reference import PAGE, page

from vidbiy.ledger import Ledger
from vidbiy.reconcile import record_of
from vidbiy.web.api.app import api_app, described
from vidbiy.web.api.telling import as_csv


def test_a_night_is_the_record_itself(client: httpx.Client, night: str) -> None:
    """Nothing is left out and nothing added."""
    with Ledger.open(night) as ledger:
        record = record_of(ledger, NIGHT)
    assert client.get("/api/v1/nights/2025-07-04").json() == record.to_dict()


def test_a_figure_is_found_by_its_id_and_as_it_was_known(client: httpx.Client) -> None:
    """The mayor counted 12 at 04:50 and 23 later."""
    path = f"/api/v1/figures/{NIGHT}/injured/person/UA-30"
    assert client.get(path).json()["low"] == 23
    assert client.get(path, params={"as_of": "2025-07-04T07:00"}).json()["low"] == 12
    assert client.get(path, params={"as_of": "2025-07-04T04:00:00Z"}).json()["low"] == 12


def test_figures_are_found_by_what_they_are_about(client: httpx.Client) -> None:
    """Subjects and places include what is below them."""
    path = "/api/v1/nights/2025-07-04/figures"

    def found(**wanted: str) -> set[str]:
        figures = client.get(path, params=wanted).json()["figures"]
        return {f"{each['subject']} {each['place']}" for each in figures}

    assert found(measure="launched") == {"weapon UA", "weapon.drone UA", "weapon.missile UA"}
    assert found(measure="shot_down", subject="weapon.missile") == {"weapon.missile UA", "weapon.missile.cruise UA"}
    assert "site.medical UA-30.holosiivskyi" in found(place="UA-30", subject="site")
    assert found(place="UA-3") == set()
    assert "weapon UA" in found(status="settled", measure="launched")
    assert found(status="disputed", measure="launched") == set()


def test_a_night_adds_up_in_the_api_too(client: httpx.Client) -> None:
    """The account of the weapons holds, with its terms."""
    checks = client.get("/api/v1/nights/2025-07-04/checks").json()["checks"]
    [account] = [each for each in checks if each["id"] == f"{NIGHT}/balance/launched/weapon/UA"]
    assert (account["verdict"], account["difference"]) == ("holds", 0)
    assert sum(term["low"] for term in account["terms"] if term["side"] == "right") == 550


def test_claims_come_page_by_page(client: httpx.Client) -> None:
    """`next` and the Link header lead on; all pages together are all claims, none twice."""
    whole = [each["ref"] for each in client.get("/api/v1/claims", params={"limit": 1000}).json()["claims"]]
    found: list[str] = []
    address: str | None = "/api/v1/claims?limit=20"
    while address is not None:
        answer = client.get(address)
        found += [each["ref"] for each in answer.json()["claims"]]
        address = answer.json()["next"]
        assert (address is None) == ("link" not in answer.headers)
    assert found == whole
    assert len(whole) == len(set(whole)) > 50


def test_claims_are_found_by_time_measure_speaker_and_document(client: httpx.Client) -> None:
    """Each filter narrows."""

    def found(**wanted: str) -> list[dict[str, object]]:
        claims: list[dict[str, object]] = client.get("/api/v1/claims", params=wanted).json()["claims"]
        return claims

    assert all(each["document"] == 7 for each in found(document="7"))
    assert found(start="2025-07-05T18:00", end="2025-07-06T09:00") == []
    assert len(found(start="2025-07-03T18:00", end="2025-07-04T09:00")) > 40
    assert {each["claim"]["speaker"] for each in found(speaker="ua-ses")} == {"ua-ses"}  # type: ignore[index]
    assert found(as_of="2025-07-03T00:00") == []


def test_documents_are_searched_and_leafed_through(client: httpx.Client) -> None:
    """The newest first; a search gives the words around what was found."""
    [hit, *_] = client.get("/api/v1/documents", params={"q": "Pokrovsk"}).json()["documents"]
    assert "Pokrovsk" in hit["excerpt"]
    first = client.get("/api/v1/documents", params={"limit": 4}).json()
    rest = client.get(first["next"]).json()
    entries = [each["entry"] for each in (*first["documents"], *rest["documents"])]
    assert entries == sorted(entries, reverse=True)
    detail = client.get(f"/api/v1/documents/{hit['entry']}").json()
    for each in detail["claims"]:
        first_at, last_at = each["claim"]["span"]
        assert detail["text"][first_at:last_at] == each["claim"]["quote"]
    assert detail["chain"] == client.get(f"/api/v1/entries/{hit['entry']}").json()


@pytest.mark.parametrize(
    "path", ["nights", "history", "nights/2025-07-04/figures", "claims", "documents", "alerts", "sources"]
)
def test_lists_are_tables_too(client: httpx.Client, path: str) -> None:
    """As many rows as the JSON has things, each with every column."""
    query = {"limit": 10} if path in {"claims", "documents"} else {}
    things = next(
        value for value in client.get(f"/api/v1/{path}", params=query).json().values() if isinstance(value, list)
    )
    answer = client.get(f"/api/v1/{path}", params={**query, "format": "csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == len(things)
    assert all(None not in row and None not in row.values() for row in rows)


def test_a_cell_that_a_spreadsheet_would_run_is_told_to_be_a_text() -> None:
    """Titles come from outside."""
    table = as_csv(("title", "n"), [{"title": '=HYPERLINK("x")', "n": -3}, {"title": "a,b", "n": None}])
    assert table.decode().splitlines() == ["title,n", '"\'=HYPERLINK(""x"")",-3', '"a,b",']


def test_a_story_is_checked_and_nothing_of_it_is_kept(client: httpx.Client, night: str) -> None:
    """The 550 drones are a misreading of the total, with the better quote beside."""
    story = {
        "text": "Russia launched 550 drones overnight, the Air Force said.",
        "published": "2025-07-04T14:10:00+03:00",
    }
    answer = client.post("/api/v1/checks", json=story).json()
    [verdict] = answer["verdicts"]
    assert (verdict["verdict"], verdict["misreading"]) == ("misread", "total_as_part")
    assert answer["contradicts"]
    with Ledger.open(night) as ledger:
        assert list(ledger.search("550 drones overnight")) == []


def test_the_description_has_an_example_and_a_problem_for_every_operation() -> None:
    """And every parameter of a path an example."""
    api = described(api_app())
    for path, operations in api["paths"].items():
        for method, operation in operations.items():
            name = f"{method} {path}"
            assert operation["summary"], name
            assert any(
                "application/problem+json" in each.get("content", {}) for each in operation["responses"].values()
            ), name
            assert ("security" in operation) == ("writing" in operation["tags"]), name


def test_the_reference_page_is_fresh() -> None:
    """It is made from the API: `python -m tools.build_api_reference`."""
    assert PAGE.read_text(encoding="utf-8") == page()


CHECKS: list[Any] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
DESCRIPTION = schemathesis.openapi.from_dict(described(api_app()))
OPERATIONS: list[Any] = [found.ok() for found in DESCRIPTION.get_all_operations() if isinstance(found, Ok)]


def test_a_path_that_no_router_takes_is_still_the_api_s(client: httpx.Client) -> None:
    """A line break ends what a route matches; the answer is a problem document all the same."""
    answer = client.get("/api/v1/nights/%0A")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_whatever_the_description_allows_is_answered_as_it_says(server: Server, operation: Any) -> None:
    """No server error, no undocumented status, type or shape."""

    @given(case=operation.as_strategy())
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: Case[Any]) -> None:
        answer = case.call(base_url=f"{server.url}/api/v1", allow_redirects=False)
        case.validate_response(answer, checks=CHECKS)

    ask()
