"""A server of one's own, asked in this process or by a browser; and the browser, Debian's Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tests.web.serving import Server, bundled_night, copied


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a ledger with the bundled night. Whoever writes takes a copy."""
    address = str(tmp_path_factory.mktemp("night") / "night.db")
    bundled_night(address)
    return address


@pytest.fixture
def ledger_address(night: str, tmp_path: Path) -> str:
    """The address of a copy of the bundled night, to write into."""
    return copied(night, tmp_path)


@pytest.fixture(scope="session")
def server(night: str) -> Iterator[Server]:
    """`vidbiy serve` on the bundled night, in a process of its own."""
    with Server(night) as running:
        yield running


@pytest.fixture(scope="session")
def client(server: Server) -> Iterator[httpx.Client]:
    """What asks that server, in English."""
    with httpx.Client(base_url=server.url, headers={"Accept-Language": "en"}, timeout=30) as asking:
        yield asking


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Where there is none, tests are skipped, visibly; in CI they fail."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        message = "no Chromium on the PATH; apt install chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        expect.set_options(timeout=20_000)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that knows nothing yet."""
    made = browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900})
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A window."""
    return context.new_page()
