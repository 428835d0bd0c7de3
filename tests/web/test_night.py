"""The page of a night: what it says, and that every number of it leads to its source."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import httpx
import pytest
from tests.web.serving import NIGHT


class _Links(HTMLParser):
    """The addresses that a page links to, with the words of each link."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._open: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if tag == "a" and href is not None:
            self._open = href
            self.found.append((href, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.found[-1] = (self.found[-1][0], self.found[-1][1] + data)


def links(text: str, part: str) -> list[tuple[str, str]]:
    return [(href, words.strip()) for href, words in _Links(text).found if part in href]


def test_the_first_screen_says_what_happened_who_says_so_and_that_it_adds_up(client: httpx.Client) -> None:
    """550 launched, 478 stopped, 72 hit, as the Air Force has it, and the sum."""
    text = client.get("/night/2025-07-04").text
    first = text[text.index("<main") : text.index('id="map"')]
    shown = dict(links(first, "/figure/"))
    assert shown[f"/figure/{NIGHT}/launched/weapon/UA"] == "550 weapons launched"
    numbers = {words for _, words in links(first, "/figure/")}
    assert {"550", "539", "11", "478", "72", "23"} <= numbers
    assert "Air Force of Ukraine" in first
    assert "1 independent origin" in first
    assert "It adds up." in first


def test_every_figure_of_the_page_opens_its_claims_and_each_claim_its_span(client: httpx.Client) -> None:
    """From the night to the figure, to the claim, to the document with the words marked and the hash of its entry."""
    night = client.get("/night/2025-07-04").text
    figures = sorted({href for href, _ in links(night, "/figure/")})
    assert len(figures) > 20
    claims: set[str] = set()
    for href in figures:
        page = client.get(href)
        assert page.status_code == 200, href
        found = {claim for claim, _ in links(page.text, "/claim/")}
        assert found or "/figure/" in page.text.partition("<h2>How it follows</h2>")[2], href
        claims |= found
    for href in sorted(claims):
        page = client.get(href)
        assert page.status_code == 200, href
        assert re.search(r'<code class="hash">[0-9a-f]{64}</code>', page.text), href
        [document, *_] = [target for target, _ in links(page.text, "/document/") if "claim=" in target]
        shown = client.get(document).text
        anchor = document.partition("#")[2]
        marked = re.search(rf'<mark class="here">(?:<span[^>]*></span>)*<span class="anchor" id="{anchor}"', shown)
        assert marked, document


def test_what_stands_against_a_figure_is_shown_with_both_quotes(client: httpx.Client) -> None:
    """The story that takes the 550 for drones stands beside the Air Force's 539, and why it is set aside."""
    text = client.get("/night/2025-07-04").text
    doubt = text[text.index('id="doubt"') : text.index('id="elsewhere"')]
    assert "атакував Україну 539 ударними дронами" in doubt
    assert "launched 550 drones" in doubt
    assert "A total is told as one of its parts" in doubt


def test_what_was_known_at_seven_is_less_than_what_is_known_now(client: httpx.Client) -> None:
    """By 07:00 the mayor had counted the injured; the Air Force reported at 09:00."""
    text = client.get("/night/2025-07-04", params={"as_of": "2025-07-04T07:00"}).text
    assert f"/figure/{NIGHT}/injured/person/UA-30" in text
    assert f"/figure/{NIGHT}/launched/weapon/UA" not in text
    assert 'aria-current="true">07:00</a>' in text


def test_before_the_first_report_nothing_is_known_which_is_not_that_nothing_happened(client: httpx.Client) -> None:
    """The page is there, with the slider, and says so."""
    answer = client.get("/night/2025-07-04", params={"as_of": "2025-07-03T20:00"})
    assert answer.status_code == 200
    assert "That does not mean that nothing happened" in answer.text
    assert 'type="range"' in answer.text


def test_the_slider_works_as_a_form(client: httpx.Client) -> None:
    """Thirteen hours after 18:00 it is seven; the form leads to the address of that moment."""
    answer = client.get("/night/2025-07-04", params={"minutes": "780"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/night/2025-07-04?as_of=2025-07-04T07:00"


def test_where_no_feed_speaks_the_page_says_no_data_and_not_that_there_was_no_alert(client: httpx.Client) -> None:
    """The bundled night has no log of sirens."""
    text = client.get("/night/2025-07-04").text
    assert "No data on alerts. That does not mean that there was none." in text


@pytest.mark.parametrize("path", ["/night/2025-07-04", f"/night/{NIGHT}", f"/en/night/{NIGHT}"])
def test_a_night_has_an_id_and_a_date(client: httpx.Client, path: str) -> None:
    """All of them are the same night."""
    assert "<h1>Night of 3 to 4 July 2025</h1>" in client.get(path).text


@pytest.mark.parametrize("name", ["balance", "timeline", "tiles-casualties", "tiles-alerts", "kyiv-hits"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures_are_drawn_without_scripts_or_anything_from_elsewhere(
    client: httpx.Client, name: str, theme: str
) -> None:
    """An SVG of our own, under the same policy as the pages."""
    answer = client.get(f"/uk/picture/{NIGHT}/{name}.svg", params={"theme": theme, "width": "560"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "<script" not in answer.text
    assert "http" not in answer.text.replace("http://www.w3.org/", "")
    assert "липня 2025" in answer.text
