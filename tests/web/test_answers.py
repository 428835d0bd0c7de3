"""How every answer is sent: safe headers, tags, dates, compression, languages."""

from __future__ import annotations

import gzip
import re

import httpx
import pytest
from tests.web.serving import NIGHT, Server, append, told

PAGES = (
    "/",
    f"/night/{NIGHT}",
    f"/figure/{NIGHT}/launched/weapon.drone/UA",
    "/claim/8.0",
    "/documents",
    "/documents?q=Pokrovsk",
    "/document/7",
    "/sources",
    "/history",
    "/check",
    "/method",
    "/api",
)


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/api/v1/nights/2025-07-04", f"/picture/{NIGHT}/balance.svg"])
def test_every_answer_forbids_what_is_not_ours_and_sets_no_cookie(client: httpx.Client, path: str) -> None:
    """No inline script or style, no other host, no frame."""
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "set-cookie" not in headers


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["en", "uk"])
def test_pages_have_no_script_or_style_of_their_own_and_load_nothing_from_elsewhere(
    client: httpx.Client, path: str, language: str
) -> None:
    """All that they load are our own files, and it works without them."""
    answer = client.get(f"/{language}{path}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert re.findall(r"<script(?! src=\"/static/)", answer.text) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", answer.text) == []
    loaded = re.findall(r'<(?:script|link|img|source)[^>]*?(?:src|srcset|href)="([^"]*)"', answer.text)
    assert loaded
    assert all(target.startswith("/") and not target.startswith("//") for target in loaded)


@pytest.mark.parametrize("path", [f"/night/{NIGHT}", "/api/v1/nights/2025-07-04", "/api/v1/claims?limit=5"])
def test_what_the_client_has_is_not_sent_again(client: httpx.Client, path: str) -> None:
    """By the tag, compressed or not, and by the date."""
    first = client.get(path)
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    assert first.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert first.content == plain.content
    assert first.headers["etag"] != plain.headers["etag"]
    for tag in (first.headers["etag"], plain.headers["etag"], f'"other", W/{plain.headers["etag"]}', "*"):
        again = client.get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    dated = client.get(path, headers={"If-Modified-Since": first.headers["last-modified"]})
    assert dated.status_code == 304
    assert client.get(path, headers={"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"}).status_code == 200
    assert client.get(path, headers={"If-Modified-Since": "yesterday"}).status_code == 200


def test_head_answers_as_get_does_without_the_body(client: httpx.Client) -> None:
    """For whoever only looks whether something changed."""
    get, head = client.get("/sources"), client.head("/sources")
    assert head.content == b""
    assert head.headers["etag"] == get.headers["etag"]
    assert head.headers["content-length"] == get.headers["content-length"]


def test_gzip_can_be_refused(client: httpx.Client) -> None:
    """`q=0` is a refusal."""
    with client.stream("GET", "/method", headers={"Accept-Encoding": "gzip;q=0, identity"}) as answer:
        assert "content-encoding" not in answer.headers
    with client.stream("GET", "/method", headers={"Accept-Encoding": "br, gzip;q=0.5"}) as answer:
        assert b"Method" in gzip.decompress(b"".join(answer.iter_raw()))


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("uk,en;q=0.5", "uk"), ("en;q=0.4, uk-UA;q=0.8", "uk"), ("de, pl", "en"), ("", "en"), ("uk;q=x", "en")],
)
def test_the_language_is_the_one_that_the_browser_prefers(client: httpx.Client, accepted: str, language: str) -> None:
    """And a cache on the way is told so."""
    answer = client.get("/sources", headers={"Accept-Language": accepted})
    assert f'<html lang="{language}">' in answer.text
    assert "Accept-Language" in answer.headers["vary"]
    assert answer.headers["content-language"] == language


def test_a_language_in_the_address_outranks_the_browser_and_stays_in_the_links(client: httpx.Client) -> None:
    """`/uk/...` is Ukrainian for everybody; `?lang=uk` leads there."""
    text = client.get("/uk/night/2025-07-04").text
    assert "Ніч з 3 на 4 липня 2025" in text
    assert f'href="/uk/figure/{NIGHT}/' in text
    assert f'href="/en/night/{NIGHT}"' in text
    answer = client.get("/night/2025-07-04?as_of=2025-07-04T07%3A00&lang=uk")
    assert answer.headers["location"] == "/uk/night/2025-07-04?as_of=2025-07-04T07%3A00"


def test_our_own_files_may_be_kept_for_ever_since_their_names_change(client: httpx.Client) -> None:
    """The name carries a hash of what is in it."""
    [style] = re.findall(r'href="(/static/style\.[0-9a-f]{12}\.css)"', client.get("/").text)
    answer = client.get(style)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/css")


def test_news_of_one_night_leaves_the_answers_of_others_as_they_are(ledger_address: str) -> None:
    """A claim about the night of the 4th changes that page and its tag; a night weeks before keeps its own."""
    other = told(
        "old",
        "Overnight, Russia launched 58 drones at Ukraine, the Air Force said.",
        published="2025-05-02T09:00:00+03:00",
    )
    append(ledger_address, other)
    with Server(ledger_address) as server, httpx.Client(base_url=server.url, timeout=30) as asking:
        tags = {path: asking.get(path).headers["etag"] for path in ("/night/2025-05-02", "/night/2025-07-04")}
        with asking.stream("GET", "/api/v1/stream") as stream:
            lines = stream.iter_lines()
            next(lines)
            append(
                ledger_address, told("late", "In Kyiv, 24 people were injured overnight, Mayor Vitali Klitschko said.")
            )
            assert any(line.startswith("event: claims") for line in lines)
        after = {path: asking.get(path).headers["etag"] for path in tags}
    assert after["/night/2025-05-02"] == tags["/night/2025-05-02"]
    assert after["/night/2025-07-04"] != tags["/night/2025-07-04"]
