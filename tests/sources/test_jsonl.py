"""The stream of JSON lines: one answer a line, whatever the line is."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidbiy.model import Document
from vidbiy.sources import RefusedLine, read_jsonl

LINE = b'{"id": "a", "text": "b"}'


def read(raw: bytes, limit: int = 1000) -> list[Document | RefusedLine]:
    return list(read_jsonl(io.BytesIO(raw), limit))


def reason(raw: bytes) -> str:
    (found,) = read(raw)
    assert isinstance(found, RefusedLine)
    assert found.number == 1
    return found.reason


def test_each_line_gives_its_document_in_order() -> None:
    """The last line needs no line end; keys that are not the contract's are ignored."""
    raw = b'{"id": "a", "text": ""}\r\n{"text": "c", "id": "b", "published": "2025-07-04T09:30:00+03:00", "x": [1]}'
    first, second = read(raw)
    assert first == Document("a", "")
    assert isinstance(second, Document)
    assert second.published is not None
    assert second.published.isoformat() == "2025-07-04T09:30:00+03:00"


def test_a_byte_order_mark_at_the_start_is_skipped() -> None:
    """As Windows tools write it; anywhere else it is no JSON."""
    assert read(b"\xef\xbb\xbf" + LINE) == [Document("a", "b")]
    (_, second) = read(LINE + b"\n\xef\xbb\xbf" + LINE)
    assert isinstance(second, RefusedLine)


def test_an_empty_stream_gives_nothing() -> None:
    assert read(b"") == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"\n", "blank"),
        (b"   \n", "blank"),
        (b'{"id": "a", "text": "\0"}', "NUL at byte 21"),
        (b"\0", "NUL at byte 0"),
        ("{'id': 1}".encode("utf-16"), "NUL"),
        (b"not json", "no JSON: Expecting value at character 0"),
        (LINE[:-1], "no JSON"),
        (LINE + LINE, "no JSON: Extra data"),
        (b'{"id": "a", "text": NaN}', "no JSON: NaN"),
        (b'{"id": "a", "text": "b", "n": ' + b"9" * 600 + b"9" * 4000 + b"}", "number that cannot be read"),
        (b'{"id": "a", "text": "\xff"}', "Byte 0xff at 21 is no UTF-8"),
        (b'{"id": "a", "text": "\xed\xa0\x80"}', "no UTF-8"),
        (b"[1]", "an array"),
        (b"null", "null"),
        (b'"text"', "a string"),
        (b"12", "a number"),
        (b"{}", "no id"),
        (b'{"id": "a"}', "no text"),
        (b'{"id": "a", "text": null}', "no text"),
        (b'{"id": 7, "text": "b"}', "id is a number"),
        (b'{"id": "", "text": "b"}', "id is empty"),
        (b'{"id": "a", "text": ["b"]}', "text is an array"),
        (b'{"id": "a", "text": "b", "published": "4 July"}', "'4 July' is no time"),
        (b'{"id": "a", "text": "b", "published": "2025-07-04"}', "is no time"),
        (b'{"id": "a", "text": "b", "published": "2025-02-30T00:00:00Z"}', "is no time"),
        (b'{"id": "a", "text": "b", "id": "c"}', "'id' stands twice"),
        (b'{"id": "a", "text": "b", "x": {"y": 1, "y": 2}}', "'y' stands twice"),
        (b'{"id": "a", "text": "\\ud83d"}', "surrogate"),
    ],
)
def test_a_line_that_is_no_document_says_why(line: bytes, words: str) -> None:
    """The reason begins with the line's number."""
    (found,) = read(line, limit=10_000)
    assert isinstance(found, RefusedLine)
    assert found.reason.startswith("Line 1")
    assert words in found.reason


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
def test_deep_nesting_is_a_problem_and_no_crash(opening: bytes) -> None:
    """Python's decoder gives up with RecursionError, which is no ValueError."""
    (found, after) = read(opening * 200_000 + b"\n" + LINE, limit=2_000_000)
    assert isinstance(found, RefusedLine)
    assert after == Document("a", "b")


def test_a_reason_stays_short_whatever_it_quotes() -> None:
    """A megabyte of nonsense as a date is not said back."""
    line = json.dumps({"id": "a", "text": "b", "published": "x" * 100_000}).encode()
    (found,) = read(line, limit=1_000_000)
    assert isinstance(found, RefusedLine)
    assert len(found.reason) < 400


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b""])
@pytest.mark.parametrize("over", [-1, 0, 1, 2, 3, 200_000])
def test_a_line_over_the_limit_is_refused_and_the_next_one_read(over: int, ending: bytes) -> None:
    """At the limit it is still read; over it the rest is skipped to the line's end."""
    limit = len(LINE) + 10
    long = LINE + b" " * (10 + over)
    found = read(long + ending + (LINE if ending else b""), limit)
    assert [isinstance(item, Document) for item in found] == [over <= 0] + [True] * bool(ending)
    if over > 0:
        assert "is over" in reason_of(found[0])


def reason_of(item: Document | RefusedLine) -> str:
    assert isinstance(item, RefusedLine)
    return item.reason


class Lazy(io.RawIOBase):
    """A stream that fails if more is asked of it than has arrived."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.given += 1
        line = next(self._lines, b"")
        buffer[: len(line)] = line
        return len(line)


def test_a_line_is_read_when_it_has_arrived() -> None:
    """A pipe that stays open is served line by line."""
    stream = Lazy(iter([LINE + b"\n"] * 3))
    documents = read_jsonl(io.BufferedReader(stream))
    for number in (1, 2, 3):
        assert next(documents) == Document("a", "b")
        assert stream.given == number


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "source", "x"]), inner),
    max_leaves=6,
)


@given(st.lists(st.binary(max_size=40).map(lambda raw: raw.replace(b"\n", b"")) | JSON.map(json.dumps).map(str.encode)))
def test_any_stream_gives_one_answer_a_line(lines: list[bytes]) -> None:
    """Documents and refusals together are as many as the lines, and refusals know their numbers."""
    found = read(b"".join(line + b"\n" for line in lines))
    assert len(found) == len(lines)
    for number, item in enumerate(found, start=1):
        if isinstance(item, RefusedLine):
            assert item.number == number
            assert item.reason.startswith(f"Line {number}")
        else:
            item.text.encode()
