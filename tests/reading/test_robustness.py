"""Whatever the text, the reader answers: claims whose spans fit, by the contract, in time linear in the length."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.cli.running import check

from vidbiy.model import Document, DocumentError
from vidbiy.reading import Reader, Reading

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")
LANGUAGES = ("en", "uk", "ru", "de", "pl")

# Pieces that rules look for, among anything: random letters alone would hardly ever make a claim.
PIECES = [
    "збито", "12 дронів", "Харків", "у Києві", "поранено", "троє", "людей", "із 40", "«шахед»", "за даними", "ДСНС",
    "killed", "two people", "at least", "Kyiv", "drones", "shot down", "of the 36", "the mayor said", "including",
    "уничтожены", "над Курской областью", "по два", "беспилотника", "Drohnen", "abgeschossen", "zabitych", "rannych",
    "2024", "04.07.2025", "о 09:30", "1 350", "1,200", "3.5", "Х-101/Х-555", "539-ма", "№ 7", "50%", "+380671234567",
    "https://t.me/x/12345", ":", "—", "(", ")", "«", "»", "\n", "\n\n", "▪️", "- ", ".", "…", "!", ",", ";", "/", "**",
    "\u202e", "\u200f", "\u200b", "\ufeff", "\u0301", "\x00", "\x1b", "\x85", "\u2028", "🔥", "ё", "İ", "ß", "ǅ", "١٢",
    "²",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=60).map("".join),
)


def _read(text: str, language: str | None = None, source: str | None = None) -> Reading:
    document = Document(id="any", text=text, published=PUBLISHED, source=source)
    return READER.read(document, language=language, explain=True)


def _check(text: str, reading: Reading) -> None:
    """The answer keeps the contract, each span fits, and each trace points into the text."""
    for claim in reading.claims:
        start, end = claim.span
        assert text[start:end] == claim.quote
        assert claim.quote
    claims = [claim.to_dict() for claim in reading.claims]
    answer = {"id": "any", "language": reading.language, "claims": claims, "problems": list(reading.problems)}
    check(json.loads(json.dumps(answer)))
    assert len(reading.traces) == len(reading.claims)
    for trace in reading.traces:
        assert all(0 <= first <= last <= len(text) for _, _, first, last in trace.annotations)


@given(text=TEXTS, language=st.sampled_from([None, *LANGUAGES]))
@example(text="Збито 12 дронів\u202e із 40.\x00", language=None)
@example(text="У\u0301 Киє\u0301ві поранено двох людей.", language=None)
@example(text="In Київ 3 people уничтожены.", language=None)
@example(text="٣ дрони збито, ² killed", language="uk")
@example(text="уничтожены ²² дрона", language="ru")
@example(text="Военнослужащий восстановил подачу тепла после удара.", language="ru")
def test_any_text_gives_claims_that_fit(text: str, language: str | None) -> None:
    """Control characters, mixed scripts, marks of direction, other digits: no exception, and every span is exact."""
    _check(text, _read(text, language))


ENDLESS = [
    "7",
    "1 ",
    "1,",
    "1-",
    "a.",
    "a-",
    "a'",
    "збито ",
    "12 дронів, ",
    "(",
    "\n",
    "https://",
    "__**",
    "\u0301",
    "²",
]


@pytest.mark.parametrize("language", ["uk", "de"])
@pytest.mark.parametrize(
    "text",
    ["7" * 1_000_000, *(piece * (30_000 // len(piece)) for piece in ENDLESS)],
    ids=["a million digits", *map(ascii, ENDLESS)],
)
def test_endless_texts_are_read_to_their_end(text: str, language: str) -> None:
    """A million digits, or one thing that never stops, is read in bounded time; it counts nothing."""
    reading = _read(text, language)
    _check(text, reading)
    assert all((claim.high or 0) < 10**12 for claim in reading.claims)


def test_half_a_surrogate_pair_is_refused() -> None:
    """Such text has no UTF-8 form: the document is refused where it comes in, with a message."""
    with pytest.raises(DocumentError, match="surrogate"):
        Document.from_dict({"id": "half", "text": "12 drones \ud83d were shot down."})


@given(text=TEXTS)
def test_reading_is_deterministic(text: str) -> None:
    """A reader has no memory: the same text gives the same claims, for the same and for a new reader."""
    assert _read(text) == _read(text)
    document = Document(id="any", text=text, published=PUBLISHED)
    assert Reader().read(document) == Reader().read(document)


FAR_AWAY = {
    "uk": "Хор співав другу половину без нот, і зала ще довго мовчала.",
    "en": "The choir sang the second half without a score, and the hall stayed silent.",
}


@pytest.mark.parametrize("language", sorted(FAR_AWAY))
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40))
def test_a_paragraph_about_something_else_changes_no_claim_before_it(language: str, pieces: list[str]) -> None:
    """What a text says is not undone by what it goes on with."""
    text = " ".join(pieces)
    alone = _read(text, language)
    together = _read(f"{text}\n\n{FAR_AWAY[language]}", language)
    assert [claim.quote for claim in together.claims] == [claim.quote for claim in alone.claims]


def _calls(work: Callable[[], object]) -> int:
    """Return how many calls `work` makes: a measure of work that no other load on the machine disturbs."""
    count = 0

    def profile(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        del frame, argument
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), language=st.sampled_from(LANGUAGES))
@example(pieces=["збито", "12 дронів", ","], language="uk")
@example(pieces=["по два", "над Курской областью", "и"], language="ru")
@example(pieces=["(", "12 дронів"], language="uk")
@example(pieces=["killed", "two people", "including"], language="en")
def test_the_work_is_linear_in_the_length(pieces: list[str], language: str) -> None:
    """Four times the text makes about four times the calls, whatever it repeats; sixteen times would be quadratic."""
    text = " ".join(pieces) + " "
    short = text * (2_000 // len(text) + 1)
    _read(short, language)  # words are looked up once, then remembered
    calls = _calls(lambda: _read(short, language))
    assert _calls(lambda: _read(short * 4, language)) <= 6 * calls + 10_000
