"""A reader with a browser: from the night to the marked words, the slider, a story, live updates, a lost connection."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.web.serving import NIGHT, Server, append, told, vidbiy
from tests.web.test_answers import PAGES

STORY = (
    "Russia launched 550 drones at Ukraine overnight, the Air Force said. In Kyiv, 23 people were injured, "
    "Mayor Vitali Klitschko said. Air defences shot down 268 drones, the Air Force said."
)
INJURED = f'[data-figure="{NIGHT}/injured/person/UA-30"]'


@pytest.fixture
def own_server(ledger_address: str) -> Iterator[Server]:
    """A server on a ledger of its own, which the test may write into."""
    with Server(ledger_address) as running:
        yield running


def test_a_reader_goes_from_the_night_to_the_words_that_a_figure_rests_on(server: Server, page: Page) -> None:
    """Three clicks: the figure, its claim in the document, the words in sight."""
    page.goto(f"{server.url}/night/2025-07-04")
    page.get_by_role("link", name="539", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Launched: drones, Ukraine: 539")
    page.get_by_role("link", name="in the document").first.click()
    marked = page.locator("mark.here")
    expect(marked).to_have_text("атакував Україну 539 ударними дронами")
    expect(marked).to_be_in_viewport()
    marked.get_by_role("link").click()
    expect(page.get_by_text("Hash of the entry", exact=True)).to_be_visible()


def test_the_slider_shows_what_was_known_at_a_moment_without_loading_the_page(server: Server, page: Page) -> None:
    """With the keys alone: to the beginning, then on to the morning."""
    page.goto(f"{server.url}/night/2025-07-04")
    page.evaluate("window.stayed = true")
    slider = page.get_by_role("slider", name="Any moment")
    slider.focus()
    slider.press("Home")
    expect(page.get_by_text("Nothing had been published about this by")).to_be_visible()
    page.evaluate("document.getElementById('minutes').value = '780'")
    page.get_by_role("slider", name="Any moment").dispatch_event("change")
    expect(page.locator(INJURED).first).to_have_text("12")
    assert "as_of=2025-07-04T04%3A00Z" in page.url
    assert page.evaluate("window.stayed")


def test_all_of_it_works_without_scripts(server: Server, browser: Browser) -> None:
    """The slider is a form, the map a link, the story a post."""
    context = browser.new_context(java_script_enabled=False, locale="uk-UA")
    page = context.new_page()
    page.goto(f"{server.url}/night/2025-07-04")
    page.get_by_role("link", name="07:00").click()
    expect(page.locator(INJURED).first).to_have_text("12")
    page.get_by_role("link", name="Влучання", exact=True).click()
    expect(page.locator('[aria-current="true"]', has_text="Влучання")).to_be_visible()
    page.get_by_role("button", name="Показати").click()
    assert "as_of=" in page.url
    page.get_by_role("link", name="Перевірити статтю").first.click()
    page.get_by_label("Стаття").fill(STORY)
    page.get_by_role("button", name="Перевірити").click()
    expect(page.locator("mark.misread").first).to_be_visible()
    context.close()


def test_a_story_is_pasted_and_each_of_its_figures_has_a_verdict(server: Server, page: Page) -> None:
    """The 550 drones are misread, with both quotes; the other two agree."""
    page.goto(f"{server.url}/check")
    page.get_by_label("The story").fill(STORY)
    page.get_by_label("When it was published").fill("2025-07-04T14:10")
    page.get_by_role("button", name="Check it").click()
    expect(page.locator("mark.misread")).to_have_text("launched 550 drones")
    expect(page.locator("mark.agrees")).to_have_count(2)
    page.locator("mark.misread a").click()
    verdict = page.locator("ol > li").first
    expect(verdict).to_be_in_viewport()
    expect(verdict).to_contain_text("A total is told as one of its parts")
    expect(verdict.locator("blockquote")).to_have_count(2)


def test_what_another_process_ingests_appears_on_the_open_page(own_server: Server, page: Page) -> None:
    """In place: the reader's place on the page and the window stay, and the changed figure is shown to be."""
    page.goto(f"{own_server.url}/night/2025-07-04")
    expect(page.locator("#live")).to_have_text("Live: the page follows the record.")
    expect(page.locator(INJURED).first).to_have_text("23")
    page.evaluate("window.stayed = true")
    line = (
        '{"id": "late", "source": "kyiv-mayor", "published": "2025-07-04T15:00:00+03:00", '
        '"text": "In Kyiv, 24 people were injured overnight, Mayor Vitali Klitschko said."}\n'
    )
    vidbiy("ingest", "--db", own_server.address, "--jsonl", "-", input=line)
    expect(page.locator(INJURED).first).to_have_text("24")
    expect(page.locator(INJURED).first).to_have_class("number changed")
    expect(page.locator("#live")).to_contain_text("Updated")
    assert page.evaluate("window.stayed")


def test_a_lost_server_is_told_at_once_and_what_was_missed_comes_when_it_is_back(
    own_server: Server, page: Page
) -> None:
    """ "Connection lost", with the time of the last update; then the record as it is now."""
    page.goto(f"{own_server.url}/night/2025-07-04")
    live = page.locator("#live")
    expect(live).to_have_text("Live: the page follows the record.")
    own_server.stop()
    expect(live).to_contain_text("Connection lost. Last update just now.")
    expect(live).to_have_class("live lost")
    append(
        own_server.address,
        told("late", "In Kyiv, 24 people were injured overnight, Mayor Vitali Klitschko said.", source="kyiv-mayor"),
    )
    own_server.start()
    expect(live).to_contain_text("Live: the page follows the record.")
    expect(page.locator(INJURED).first).to_have_text("24")


HOSTILE = (
    "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'> Overnight, Russia launched 58 drones at "
    "Ukraine, the Air Force said. <svg onload='window.ran = 3'></svg> {{ 7 * 7 }} {% raw %}"
)
TITLE = "</title><script>window.ran = 4</script><a href='javascript:window.ran = 5'>"


def test_hostile_content_is_shown_as_text_and_never_runs(own_server: Server, page: Page) -> None:
    """In a text, a title, a source, an address, a search, a path, a pasted story."""
    [entry] = append(
        own_server.address,
        told(
            "<b onclick=alert(1)>",
            HOSTILE,
            title=TITLE,
            source='"><script>window.ran = 6</script>',
            url="javascript:window.ran=7",
        ),
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    for path in (
        f"/document/{entry}",
        f"/document/{entry}?claim={entry + 1}.0",
        f"/claim/{entry + 1}.0",
        "/documents",
        "/documents?q=%3Cscript%3Ewindow.ran%3D8%3C/script%3E",
        "/documents?q=drones&source=%22%3E%3Cscript%3Ewindow.ran%3D9%3C/script%3E",
        "/sources",
        "/night/2025-07-04",
        "/night/%3Cscript%3Ewindow.ran%3D10%3C%2Fscript%3E",
        "/%22%3E%3Cscript%3Ewindow.ran=11%3C/script%3E?x=%22%3E%3Cscript%3Ewindow.ran=12%3C/script%3E",
        f"/figure/{NIGHT}/launched/weapon.drone/UA",
    ):
        page.goto(own_server.url + path)
        assert page.evaluate("window.ran") is None, path
        assert page.locator("main script, main [onclick], main [onerror], main img[src=x]").count() == 0, path
        assert page.locator('a[href^="javascript:"]').count() == 0, path
    page.goto(f"{own_server.url}/document/{entry}")
    expect(page.locator(".text")).to_contain_text("<script>window.ran = 1</script>")
    expect(page.locator(".text")).to_contain_text("{{ 7 * 7 }}")
    page.goto(f"{own_server.url}/check")
    page.get_by_label("The story").fill(HOSTILE)
    page.get_by_role("button", name="Check it").click()
    expect(page.locator(".text")).to_contain_text("onerror=")
    assert page.evaluate("window.ran") is None
    assert errors == []


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("uk", "dark")])
def test_nothing_on_any_page_stands_in_the_way_of_a_screen_reader(
    server: Server, browser: Browser, language: str, theme: str
) -> None:
    """axe-core finds no violation of WCAG 2.2 A and AA, on a telephone in one theme and a desk in the other."""
    wide = theme == "light"
    context = browser.new_context(
        color_scheme="light" if theme == "light" else "dark", viewport={"width": 1440 if wide else 390, "height": 900}
    )
    page = context.new_page()
    axe = Axe()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    for path in (*PAGES, "/nowhere", "/night/2025-07-04?as_of=2025-07-03T20:00"):
        page.goto(f"{server.url}/{language}{path}")
        found = axe.run(page, options=rules)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
    context.close()


def test_nothing_is_asked_of_another_host_and_no_cookie_is_set(
    server: Server, context: BrowserContext, page: Page
) -> None:
    """On every page, with its pictures and scripts."""
    asked: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text))
    for path in PAGES:
        page.goto(server.url + path, wait_until="load")
    assert len(asked) > len(PAGES)
    assert [address for address in asked if not address.startswith(f"{server.url}/")] == []
    assert [text for text in refused if "Content Security Policy" in text] == []
    assert context.cookies() == []


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_page_is_wider_than_the_window(server: Server, browser: Browser, width: int) -> None:
    """Down to 320 pixels, which is what a zoom of 400 % leaves of a desk's screen."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in PAGES:
        page.goto(f"{server.url}/uk{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def test_the_keyboard_is_enough(server: Server, page: Page) -> None:
    """The first stop leads past the navigation; every stop can be seen."""
    page.goto(f"{server.url}/night/2025-07-04")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="To the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
