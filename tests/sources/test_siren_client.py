"""The client of alerts.in.ua against a server on this machine, with answers of the tests' own making."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from tests.sources.siren_server import TOKEN, Server, siren_server

from vidbiy.sources.siren_client import FeedError, SirenClient


@pytest.fixture
def server() -> Iterator[Server]:
    with siren_server() as running:
        yield running


class Clock:
    """A clock that only a pause moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    def __call__(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


def client(server: Server, clock: Clock | None = None) -> SirenClient:
    clock = clock or Clock()
    return SirenClient(TOKEN, server.address, clock=clock, pause=clock.pause)


def test_the_paths_and_the_token_are_those_of_the_interface(server: Server) -> None:
    asking = client(server)
    asking.active()
    asking.history("UA-63")
    server.body = json.dumps("N" * 27).encode()
    asking.letters()
    assert [path for path, _ in server.asked] == [
        "/v1/alerts/active.json",
        "/v1/regions/22/alerts/month_ago.json",
        "/v1/iot/active_air_raid_alerts.json",
    ]
    assert {headers["Authorization"] for _, headers in server.asked} == {f"Bearer {TOKEN}"}


def test_no_more_than_eight_requests_a_minute_and_two_histories(server: Server) -> None:
    clock = Clock()
    asking = client(server, clock)
    for _ in range(9):
        asking.active()
    assert clock.now == pytest.approx(60)
    asking.history("UA-63")
    asking.history("UA-30")
    assert clock.now == pytest.approx(60 + 7.5 + 30)


def test_what_has_not_changed_is_not_sent_again_but_was_heard(server: Server) -> None:
    """The feed's silence would else be taken for its end."""
    server.headers = {"Last-Modified": "Sat, 10 Jan 2026 22:00:00 GMT"}
    asking = client(server)
    first = asking.active()
    server.status = 304
    second = asking.active()
    assert server.asked[1][1]["If-Modified-Since"] == "Sat, 10 Jan 2026 22:00:00 GMT"
    assert (first.changed, second.changed) == (True, False)
    assert second.raw == first.raw
    assert second.log.heard[0].until > first.log.heard[0].until


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "the token is missing, wrong or revoked"),
        (403, "this address or token is blocked"),
        (429, "too many requests; it asks to wait 40 s"),
        (500, "it answered with status 500"),
        (302, "it answered with status 302"),
        (304, "it answered with status 304"),
    ],
)
def test_a_refusal_is_told_without_the_token(server: Server, status: int, words: str) -> None:
    """A redirect is one too: the token goes to no other host."""
    server.status = status
    server.headers = {"Retry-After": "40"} if status == 429 else {"Location": "https://example.org/"}
    with pytest.raises(FeedError, match=words) as caught:
        client(server).active()
    assert TOKEN not in str(caught.value)
    assert caught.value.retry_after == (40 if status == 429 else None)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<html>", "this is no JSON"),
        (b"[]", "the answer holds no list of alerts"),
        (b'{"message": "API error"}', "the interface answered 'API error'"),
    ],
)
def test_an_answer_that_is_none_is_told_and_nothing_of_it_is_taken(server: Server, body: bytes, words: str) -> None:
    server.body = body
    with pytest.raises(FeedError, match=words):
        client(server).active()


def test_letters_that_are_none_are_told(server: Server) -> None:
    server.body = b'"AN"'
    with pytest.raises(FeedError, match="no string of letters"):
        client(server).letters()


def test_a_server_that_is_gone_is_told(server: Server) -> None:
    gone = SirenClient(TOKEN, "http://127.0.0.1:9", clock=Clock(), pause=Clock().pause)
    with pytest.raises(FeedError, match="it cannot be reached; what is known ends here") as caught:
        gone.active()
    assert TOKEN not in str(caught.value)
    assert server.asked == []


@pytest.mark.parametrize("address", ["http://api.alerts.in.ua", "ftp://127.0.0.1", "alerts.in.ua", "https://"])
def test_the_token_is_not_sent_in_the_open(address: str) -> None:
    with pytest.raises(FeedError, match="the token would be sent in the open"):
        SirenClient(TOKEN, address)


@pytest.mark.parametrize(("token", "words"), [("", "needs a token; set ALERTS_IN_UA_TOKEN"), ("a\nb", "copy it again")])
def test_a_token_that_is_none_is_told_before_anything_is_asked(token: str, words: str) -> None:
    with pytest.raises(FeedError, match=words):
        SirenClient(token)


def test_a_region_that_is_none_is_told(server: Server) -> None:
    with pytest.raises(FeedError, match="'UA-99' is no region of the interface"):
        client(server).history("UA-99")
    assert server.asked == []
