"""Bad input is normal: a helpful page to people, a problem document to programs, and never a traceback."""

from __future__ import annotations

import sqlite3
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest
from tests.web.serving import NIGHT, Server

WRONG = [
    ("/night/1999-01-01", 404, "does not mean that nothing happened"),
    ("/night/2025-02-30", 400, "2025-02-30"),
    ("/night/yesterday", 400, "UA-2025-07-04-night"),
    ("/night/ZZ-2025-07-04-night", 404, "ZZ-2025-07-04-night"),
    ("/night/2025-07-04?as_of=2999-01-01T00:00", 400, "lies in the future"),
    ("/night/2025-07-04?as_of=noon", 400, "2025-07-04T07:00"),
    ("/night/2025-07-04?as_of=9999-12-31T23:59:59-12:00", 400, ""),
    ("/night/2025-07-04?minutes=-5", 400, "-5"),
    (f"/figure/{NIGHT}/launched/weapon.zeppelin/UA", 404, "weapon.zeppelin"),
    ("/figure/nothing", 404, "nothing"),
    ("/claim/x", 404, "12.0"),
    ("/claim/8.999", 404, "8.999"),
    ("/claim/999999999999999999.0", 404, ""),
    ("/document/8", 404, "8"),
    ("/document/99999999999999999999", 404, ""),
    ("/documents?before=x", 404, "x"),
    (f"/documents?q={'a' * 600}", 400, "500"),
    (f"/picture/{NIGHT}/portrait.svg", 404, "portrait"),
    (f"/picture/{NIGHT}/balance.svg?width=99999999", 400, ""),
    (f"/picture/{NIGHT}/balance.svg?theme=neon", 400, "neon"),
    ("/nowhere", 404, "/nowhere"),
    ("/uk/nowhere", 404, "/uk/nowhere"),
    ("/static/nothing.css", 404, ""),
    ("/%00", 404, ""),
    ("/night/%D0%BD%D1%96%D1%87", 400, "ніч"),
]


@pytest.mark.parametrize(("path", "status", "says"), WRONG)
def test_a_page_says_what_is_wrong_and_where_to_go(client: httpx.Client, path: str, status: int, says: str) -> None:
    """With the words of the reader's language, and links to go on."""
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert says in answer.text
    assert "From here:" in answer.text or path.startswith("/uk")
    assert "Traceback" not in answer.text


API_WRONG = [
    ("/api/v1/nights/1999-01-01", 404),
    ("/api/v1/nights/2025-02-30", 400),
    ("/api/v1/nights/2025-07-04?as_of=2999-01-01T00:00:00Z", 400),
    ("/api/v1/nights/2025-07-04/figures?measure=height", 422),
    (f"/api/v1/figures/{NIGHT}/nothing", 404),
    ("/api/v1/figures/nothing", 400),
    ("/api/v1/claims?limit=100000", 422),
    ("/api/v1/claims?start=2025-07-05T00:00&end=2025-07-04T00:00", 400),
    ("/api/v1/claims?after=x", 422),
    ("/api/v1/claims/x", 404),
    ("/api/v1/documents?q=%22", 400),
    ("/api/v1/documents/8", 404),
    ("/api/v1/documents/x", 422),
    ("/api/v1/entries/999999", 404),
    ("/api/v1/alerts?start=2020-01-01T00:00", 400),
    ("/api/v1/stream?last_event_id=x", 400),
    ("/api/v1/nowhere", 404),
]


@pytest.mark.parametrize(("path", "status"), API_WRONG)
def test_the_api_answers_with_a_problem_document(client: httpx.Client, path: str, status: int) -> None:
    """RFC 9457: a type that leads to its explanation, a title, the status, what is wrong here."""
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert set(problem) == {"type", "title", "status", "detail", "instance"}
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    kind = problem["type"].partition("#")[2]
    assert f'id="{kind}"' in client.get(problem["type"]).text


def test_problems_are_told_in_the_language_that_is_asked_for(client: httpx.Client) -> None:
    """The type and the status stay the same."""
    answer = client.get("/api/v1/nights/1999-01-01", headers={"Accept-Language": "uk"})
    assert answer.json()["title"] == "Про цю ніч нічого не відомо"


@pytest.mark.parametrize("path", ["/documents?q=", "/api/v1/documents?q=", "/night/"])
def test_a_query_of_a_megabyte_is_told_to_be_too_long(client: httpx.Client, path: str) -> None:
    """It is read to its end and answered, not cut off."""
    host = client.base_url
    connection = HTTPConnection(host.host, host.port, timeout=30)  # httpx itself refuses such an address
    connection.request("GET", path + "a" * 1_000_000)
    answer = connection.getresponse()
    assert answer.status == 414
    assert "8192" in answer.read().decode()
    connection.close()


def test_a_method_that_is_not_taken_names_the_one_that_is(client: httpx.Client) -> None:
    """On pages and in the API."""
    for path in ("/sources", "/api/v1/sources", "/api/v1/stream"):
        answer = client.delete(path)
        assert answer.status_code == 405
        assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"text=", "application/x-www-form-urlencoded", 400),
        (b"{}", "application/json", 415),
        (b"text=" + b"a" * 150_000, "application/x-www-form-urlencoded", 413),
        (b"text=" + b"a" * 5_000_000, "application/x-www-form-urlencoded", 413),
        (b"text=1&" + b"a=1&" * 50, "application/x-www-form-urlencoded", 400),
        (b"text=%ff%fe%00x&published=never", "application/x-www-form-urlencoded", 400),
    ],
)
def test_a_story_that_is_none_is_refused(client: httpx.Client, content: bytes, kind: str, status: int) -> None:
    """Empty, of another kind, too long, too many fields, a time that is none."""
    answer = client.post("/check", content=content, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_a_body_whose_length_is_not_told_is_bounded_too(client: httpx.Client) -> None:
    """A chunked body is refused where it grows too large."""
    answer = client.post(
        "/check",
        content=(b"a" * 65536 for _ in range(100)),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 413


def test_a_ledger_that_cannot_be_read_is_told_without_its_path(ledger_address: str) -> None:
    """The visitor is asked to come back; the log says what is wrong."""
    with Server(ledger_address) as server, httpx.Client(base_url=server.url, timeout=30) as asking:
        assert asking.get("/api/v1/claims/8.0").status_code == 200
        connection = sqlite3.connect(ledger_address)
        connection.execute("ALTER TABLE claims RENAME TO gone")
        connection.commit()
        connection.close()
        answer = asking.get("/claim/8.1")
        assert answer.status_code == 503
        assert answer.headers["retry-after"]
        assert Path(ledger_address).name not in answer.text
        assert Path(ledger_address).name in server.log


def test_a_fault_of_ours_is_logged_and_told_without_a_traceback(client: httpx.Client, server: Server) -> None:
    """Nothing that a visitor asked in these tests was one."""
    assert client.get("/").status_code == 200
    assert "Traceback" not in server.log
