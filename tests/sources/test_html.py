"""Saved web pages: the article, its title, where it stands and when it was published."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import DocumentError
from vidbiy.sources import FILE_LIMIT, Fetched, fetch_html

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Night attack - The Paper</title>
<link rel="canonical" href="https://example.org/2025/07/04/night">
<meta property="og:title" content="Night attack"><meta property="og:url" content="https://example.org/2025/07/04/night">
{head}</head><body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Night attack</h1><p>Russia launched 539 drones and 11 missiles at Ukraine overnight, the Air Force said
in its morning report on Friday.</p><p>At least 23 people were injured in the capital, where six of ten districts were
damaged, and fourteen of them are in hospital, the mayor wrote.</p></article>
<footer>Cookies, privacy, and 500 other links</footer></body></html>"""


def fetch(head: str = "") -> Fetched:
    return fetch_html(PAGE.format(head=head).encode(), "a.html", id="a", address="file:///a.html")


def test_the_article_is_the_document() -> None:
    """Menus and footers are not; versions have the page's own address in common."""
    found = fetch()
    assert "539 drones and 11 missiles" in found.document.text
    assert "Cookies" not in found.document.text
    assert found.document.title == "Night attack"
    assert found.origin == found.document.url == "https://example.org/2025/07/04/night"
    assert (found.address, found.document.id) == ("file:///a.html", "a")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2025-07-04T09:30:00+03:00">', "2025-07-04T09:30:00+03:00"),
        ('<meta content="2025-07-04T09:30:00+0300" property="article:published_time">', "2025-07-04T09:30:00+03:00"),
        (
            '<script type="application/ld+json">{{"datePublished": "2025-07-04T06:30:00Z"}}</script>',
            "2025-07-04T06:30Z",
        ),
        ('<time datetime="2025-07-04T06:30:00Z">', "2025-07-04T06:30Z"),
        ('<meta property="article:published_time" content="2025-07-04">', None),
        ("", None),
    ],
)
def test_the_time_of_publication_is_taken_with_its_offset_or_not_at_all(head: str, published: str | None) -> None:
    """A day alone is no time: the night of a report would be guessed."""
    expected = None if published is None else datetime.fromisoformat(published)
    assert fetch(head.replace("{{", "{").replace("}}", "}")).document.published == expected


@pytest.mark.parametrize("raw", [b"", b"<html></html>", b"\x00\x01\x02", b"<p>"])
def test_a_page_without_an_article_is_told(raw: bytes) -> None:
    with pytest.raises(DocumentError, match=r"a\.html: no article"):
        fetch_html(raw, "a.html", id="a", address="file:///a.html")


def test_a_page_too_large_is_told() -> None:
    with pytest.raises(DocumentError, match="larger than"):
        fetch_html(b"x" * (FILE_LIMIT + 1), "a.html", id="a", address="file:///a.html")
