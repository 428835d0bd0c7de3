"""The live stream: what others append arrives, and nothing is lost where a connection breaks off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
from tests.web.serving import NIGHT, Server, append, told

from vidbiy.ledger import Ledger

INJURED = "In Kyiv, 24 people were injured overnight, Mayor Vitali Klitschko said."


def events(stream: httpx.Response) -> Iterator[tuple[str, Any, str]]:
    """Yield the events of a stream: type, data, id."""
    fields: dict[str, str] = {}
    for line in stream.iter_lines():
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        elif "event" in fields:
            yield fields["event"], json.loads(fields["data"]), fields.get("id", "")
            fields = {}
        else:
            fields = {}


def until(told: Iterator[tuple[str, Any, str]], wanted: str) -> list[tuple[str, Any, str]]:
    """Return all events up to the first of one type."""
    found = []
    for event in told:
        found.append(event)
        if event[0] == wanted:
            return found
    raise AssertionError(f"the stream ended before {wanted}: {found}")


def test_what_another_process_appends_arrives_with_the_figures_it_changes(ledger_address: str) -> None:
    """The document, the day it is about, the figure's new value; the number of the last entry is the id."""
    with Server(ledger_address) as server, httpx.stream("GET", f"{server.url}/api/v1/stream", timeout=20) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        arriving = events(stream)
        assert next(arriving)[0] == "beat"
        [entry] = append(ledger_address, told("late", INJURED))
        batch = until(arriving, "head")
    found = {name: data for name, data, _ in batch}
    assert found["claims"]["documents"][0] == {"entry": entry, "id": "late", "source": None, "version": 1, "claims": 1}
    assert "2025-07-04" in found["claims"]["days"]
    [figure] = [each for each in found["figures"]["figures"] if each["id"] == f"{NIGHT}/injured/person/UA-30"]
    assert figure["low"] == 24
    with Ledger.open(ledger_address) as ledger:
        assert batch[-1][2] == str(ledger.head().seq)


def test_a_listener_that_comes_back_is_told_what_it_missed(ledger_address: str) -> None:
    """By the id of the last event it has seen, also across a restart of the server."""
    server = Server(ledger_address)
    with server:
        with httpx.stream("GET", f"{server.url}/api/v1/stream", timeout=20) as stream:
            arriving = events(stream)
            next(arriving)
            append(ledger_address, told("one", INJURED))
            seen = until(arriving, "head")[-1][2]
        server.stop()
        append(ledger_address, told("two", INJURED.replace("24", "25")))
        append(ledger_address, told("three", INJURED.replace("24", "26")))
        server.start()
        with httpx.stream("GET", f"{server.url}/api/v1/stream", headers={"Last-Event-ID": seen}, timeout=20) as stream:
            batch = until(events(stream), "head")
    [claims] = [data for name, data, _ in batch if name == "claims"]
    assert [each["id"] for each in claims["documents"]] == ["two", "three"]


def test_who_missed_too_much_is_told_to_look_anew(night: str) -> None:
    """Rather than being told thousands of things one by one; and whoever is up to date is told nothing."""
    with Server(night) as server:
        with httpx.stream("GET", f"{server.url}/api/v1/stream?last_event_id=0", timeout=20) as stream:
            batch = until(events(stream), "head")
            assert any(name == "claims" for name, _, _ in batch)
        with Ledger.open(night) as ledger:
            head = ledger.head().seq
        address = f"{server.url}/api/v1/stream?last_event_id={head}"
        with httpx.stream("GET", address, timeout=20) as stream:
            assert next(events(stream))[0] == "beat"


def test_a_server_that_stops_ends_its_streams(ledger_address: str) -> None:
    """It does not wait for listeners to go; its status is that of whatever Ctrl-C ended."""
    server = Server(ledger_address)
    with server, httpx.stream("GET", f"{server.url}/api/v1/stream", timeout=20) as stream:
        arriving = events(stream)
        next(arriving)
        assert server.stop() == 130
        assert list(arriving) == []
        assert "ERROR" not in server.log
