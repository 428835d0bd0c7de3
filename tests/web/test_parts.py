"""The parts that pages are made of: marks, caches, versions, words."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidbiy.ledger import Changes, Head
from vidbiy.web.cache import BoundedCache
from vidbiy.web.freshness import Freshness
from vidbiy.web.hub import Hub, LaggingError
from vidbiy.web.language import LANGUAGES, words_in
from vidbiy.web.marking import marked
from vidbiy.web.problems import STATUSES

NIGHT = datetime.fromisoformat("2025-07-03T18:00:00+03:00")
MORNING = datetime.fromisoformat("2025-07-04T09:00:00+03:00")


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_a_marked_text_is_the_text_and_every_mark_stands_where_it_was(text: str, spans: list[tuple[int, int]]) -> None:
    """However marks overlap: the pieces together are the text, those within a mark are what it spans."""
    marks = [(min(span), max(span), number) for number, span in enumerate(spans)]
    pieces = marked(text, marks)
    assert "".join(piece.text for piece in pieces) == text
    for start, end, number in marks:
        assert "".join(piece.text for piece in pieces if number in piece.within) == text[start:end]


def changes(seq: int, *spans: tuple[datetime, datetime], **more: object) -> Changes:
    return Changes(since=seq - 1, head=Head(seq, b""), recorded_at=None, spans=spans, **more)  # type: ignore[arg-type]


def test_news_touches_the_nights_around_its_time_and_no_others() -> None:
    """A night keeps its version, and what was made of it, until something about its days comes."""
    freshness = Freshness(10)
    freshness.apply(changes(12, (NIGHT, MORNING)))
    assert freshness.night(date(2025, 7, 4)) == 12
    assert freshness.night(date(2025, 5, 2)) == 10
    assert freshness.until(date(2025, 5, 2)) == 10
    assert freshness.until(date(2026, 1, 1)) == 12
    freshness.apply(changes(13, everything=True))
    assert freshness.night(date(2025, 5, 2)) == 13


def test_however_many_nights_are_touched_the_versions_stay_few() -> None:
    """Beyond some thousands, all nights are held to be touched."""
    freshness = Freshness(1)
    long = (NIGHT - timedelta(days=9000), NIGHT)
    freshness.apply(changes(2, long))
    assert freshness.night(date(1990, 1, 1)) == 2


def run(work: Callable[[], Awaitable[None]]) -> None:
    async def whole() -> None:
        await work()

    asyncio.run(whole())


def test_a_cache_makes_a_thing_once_and_drops_what_was_used_longest_ago() -> None:
    """Ten that ask at once wait for one making; the weight stays below the capacity."""

    async def work() -> None:
        cache: BoundedCache[str] = BoundedCache(10, len)
        made: list[str] = []

        async def make(value: str) -> str:
            made.append(value)
            await asyncio.sleep(0)
            return value

        assert await asyncio.gather(*(cache.get("a", lambda: make("aaaa")) for _ in range(10))) == ["aaaa"] * 10
        assert made == ["aaaa"]
        await cache.get("b", lambda: make("bbbb"))
        cache.peek("a")
        await cache.get("c", lambda: make("cccc"))
        assert (cache.peek("a"), cache.peek("b"), cache.peek("c")) == ("aaaa", None, "cccc")
        assert cache.weight <= 10
        await cache.get("d", lambda: make("d" * 99))
        assert cache.weight <= 10

    run(work)


def test_what_fails_is_told_to_all_who_wait_and_not_kept() -> None:
    """The next one tries again."""

    async def work() -> None:
        cache: BoundedCache[str] = BoundedCache(10)

        async def fail() -> str:
            await asyncio.sleep(0)
            raise ValueError("no")

        async def succeed() -> str:
            return "yes"

        found = await asyncio.gather(*(cache.get("a", fail) for _ in range(3)), return_exceptions=True)
        assert [type(each) for each in found] == [ValueError] * 3
        assert await cache.get("a", succeed) == "yes"

    run(work)


def test_a_listener_reads_on_from_where_it_stands_or_is_told_that_it_lags() -> None:
    """The ring is bounded: who is too slow comes back and asks for what it missed."""

    async def work() -> None:
        hub = Hub()
        waiting = asyncio.ensure_future(hub.after(hub.end))
        await asyncio.sleep(0)
        hub.publish(b"a")
        assert await waiting == (b"a", 1)
        hub.publish(b"b")
        hub.publish(b"c")
        assert await hub.after(1) == (b"bc", 3)
        for _ in range(1000):
            hub.publish(b"x")
        with pytest.raises(LaggingError):
            await hub.after(3)

    run(work)


def test_both_languages_have_the_same_words() -> None:
    """With the same places to fill in, in every form."""
    english, ukrainian = (words_in(language) for language in LANGUAGES)
    assert english.keys() == ukrainian.keys()
    for key in sorted(english.keys()):
        places = [set(re.findall(r"\{(\w+)\}", str(words._words[key]))) for words in (english, ukrainian)]
        assert places[0] == places[1], key


def test_every_word_that_a_template_asks_for_is_there(project: Path) -> None:
    """And every problem has its title and its detail."""
    words = words_in("en")
    asked = set()
    for template in (project / "src" / "vidbiy" / "web" / "templates").glob("*.html"):
        asked |= set(re.findall(r'\bt\("([\w.]+)"[,)]', template.read_text(encoding="utf-8")))
    assert len(asked) > 100
    assert {key for key in asked if key not in words} == set()
    for key in STATUSES:
        assert f"problems.{key}.title" in words
        assert f"problems.{key}.detail" in words
