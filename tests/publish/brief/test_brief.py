"""The brief of a made-up night: every number with its reference, in every form and language."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from tests.reconcile.telling import Telling, hour, said, weapons

from vidbiy.lexicon.words import PUBLISHED_LANGUAGES
from vidbiy.publish.brief import Brief, brief_of, to_html, to_markdown
from vidbiy.reconcile import Record


def night() -> Telling:
    told = Telling()
    early = said("injured", 12, speaker="kyiv-mayor", **hour("03:00", "04:40"))
    told.report("kyiv-mayor", early, at="04:50")
    told.report(
        "ua-air-force",
        weapons("launched", 100, speaker="ua-air-force"),
        weapons("launched", 10, "weapon.missile", speaker="ua-air-force"),
        weapons("shot_down", 70, speaker="ua-air-force"),
        weapons("suppressed", 20, speaker="ua-air-force"),
        weapons("hit", 10, speaker="ua-air-force"),
    )
    told.report("kyiv-mayor", said("injured", 23, speaker="kyiv-mayor"), at="09:20")
    told.report("media", weapons("launched", 110, speaker="ua-air-force"), said("killed", 2), at="12:00")
    told.report("media", said("damaged", 3, "site.residential", place="UA-63"), at="12:30")
    return told


@pytest.fixture
def record() -> Record:
    return night().record()


def everything(brief: Brief) -> str:
    return "\n".join(f"{row.label} {row.value} {row.note}" for section in brief.sections for row in section.rows)


@pytest.mark.parametrize("language", PUBLISHED_LANGUAGES)
def test_every_number_has_a_reference_to_who_said_it_in_which_words(record: Record, language: str) -> None:
    brief = brief_of(record, language)
    numbers = {reference.number: reference for reference in brief.references}
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    for section in brief.sections:
        for row in section.rows:
            if row.value and section.id != "timeline":
                assert row.refs, row
            assert all(numbers[number].quote for number in row.refs)


def test_the_sums_stand_with_their_verdict(record: Record) -> None:
    accounts = brief_of(record).section("accounts")
    assert accounts is not None
    sums = {row.label: row.note for row in accounts.rows}
    assert sums["100 drones launched = 70 drones shot down + 20 drones suppressed + 10 drones hit"] == "adds up"


def test_a_misquote_is_shown_with_its_words_and_what_it_is(record: Record) -> None:
    disputed = brief_of(record).section("disputed")
    assert disputed is not None
    row = next(row for row in disputed.rows if row.under)
    assert (row.value, row.quote) == ("110", "launched 110 weapon.drone")
    assert "A total is told as one of its parts" in row.note
    assert row.label == "Air Force of Ukraine, as told by: Media"


def test_a_single_source_is_named_as_one(record: Record) -> None:
    single = brief_of(record).section("single")
    assert single is not None
    assert "Killed: people, Kyiv" in [row.label for row in single.rows]


def test_what_changed_since_the_last_brief() -> None:
    told = night()
    before, now = Telling(), told.record()
    before.documents, before.claims = told.documents[:1], told.claims[:1]
    changes = brief_of(now, before=before.record()).section("changes")
    assert changes is not None
    notes = {row.label: (row.value, row.note) for row in changes.rows}
    assert notes["Injured: people, Kyiv"] == ("23", "was 12, settled")
    assert notes["Launched: drones, Ukraine"] == ("100", "new")


def test_what_is_not_reported_is_not_told_as_nothing(record: Record) -> None:
    brief = brief_of(Record(attack=record.attack, as_of=None, figures=(), checks=(), reports=()))
    places = brief.section("places")
    assert places is not None
    assert places.rows == ()
    assert "does not mean that nothing happened" in places.empty


def test_the_ukrainian_brief_has_no_english_words_left(record: Record) -> None:
    latin = re.findall(r"[A-Za-z]{4,}", everything(brief_of(record, "uk")).replace("report", ""))
    assert set(latin) <= {"launched", "weapon", "drone"}


def hostile() -> Telling:
    told = Telling()
    words = "<script>alert(1)</script> | `x` [a](javascript:alert(2))"
    told.report("media", said("killed", 2, quote=words), id="<img src=x onerror=alert(3)>")
    return told


class _Page(HTMLParser):
    """The elements of a page, and the addresses in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.addresses: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.addresses |= {value or "" for name, value in attrs if name in {"href", "src", "action"}}


def test_the_page_asks_nothing_of_the_network_and_runs_nothing(record: Record) -> None:
    for told in (record, hostile().record()):
        page = _Page(to_html(brief_of(told)))
        assert not page.elements & {"script", "link", "img", "iframe", "object", "form"}
        assert all(address.startswith("#") for address in page.addresses)


def test_markdown_of_hostile_words_marks_nothing_up() -> None:
    text = to_markdown(brief_of(hostile().record()))
    assert "<script" not in text.replace("\\<", "")
    assert "](javascript" not in text.replace("\\]", "").replace("\\(", "")
