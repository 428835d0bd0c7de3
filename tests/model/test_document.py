"""Documents: what is taken, and what is said of the rest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from vidbiy.model import Document, DocumentError, VidbiyError


def test_a_document_needs_an_id_and_a_text_alone() -> None:
    """Everything else is unknown, which is None."""
    assert Document.from_dict({"id": "a", "text": "Відбій."}) == Document("a", "Відбій.", None, None, None, None)


def test_the_text_is_kept_to_the_character() -> None:
    """No stripping, no normalising: spans count what the source published."""
    text = " \r\nЇжак и\u0306 \U0001f680\x00 "
    assert Document.from_dict({"id": "a", "text": text}).text == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-07-04T09:30:00+03:00", datetime(2025, 7, 4, 9, 30, tzinfo=timezone(timedelta(hours=3)))),
        ("2025-07-04T06:30:00Z", datetime(2025, 7, 4, 6, 30, tzinfo=UTC)),
        ("2025-07-04t06:30:00.5z", datetime(2025, 7, 4, 6, 30, 0, 500_000, tzinfo=UTC)),
        ("2025-07-04 06:30+00:00", datetime(2025, 7, 4, 6, 30, tzinfo=UTC)),
    ],
)
def test_a_time_keeps_its_offset(written: str, meant: datetime) -> None:
    """The hour that the source wrote stays its hour."""
    published = Document.from_dict({"id": "a", "text": "", "published": written}).published
    assert published == meant
    assert published is not None
    assert published.utcoffset() == meant.utcoffset()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "not null"),
        (["a"], "not an array"),
        ("a", "not a string"),
        (True, "not a boolean"),
        (1.5, "not a number"),
        ({"text": "x"}, "no id"),
        ({"id": None, "text": "x"}, "no id"),
        ({"id": "", "text": "x"}, "id is empty"),
        ({"id": 7, "text": "x"}, "id is a number"),
        ({"id": "a"}, "no text"),
        ({"id": "a", "text": {}}, "text is an object"),
        ({"id": "a", "text": "\ud83d"}, "half of a surrogate pair"),
        ({"id": "a", "text": "x", "url": []}, "url is an array"),
        ({"id": "a", "text": "x", "published": 1}, "published is a number"),
        ({"id": "a", "text": "x", "published": "2025-07-04T09:30:00"}, "no time with an offset"),
        ({"id": "a", "text": "x", "published": "2025-02-30T09:30:00Z"}, "no time with an offset"),
        ({"id": "a", "text": "x", "published": "20250704T093000Z"}, "no time with an offset"),
        ({"id": "a", "text": "x", "published": "0001-01-01T00:00:00+03:00"}, "no time with an offset"),
        ({"id": "a", "text": "x", "published": "yesterday"}, "'yesterday'"),
    ],
    ids=str,
)
def test_what_is_no_document_is_refused_with_the_reason(value: Any, said: str) -> None:
    """The message names the field and its value, one sentence, on one line."""
    with pytest.raises(DocumentError, match=said) as refused:
        Document.from_dict(value)
    assert "\n" not in str(refused.value)
    assert isinstance(refused.value, VidbiyError)


def test_a_naive_time_is_refused() -> None:
    """A time without an offset could be Kyiv's or Moscow's."""
    with pytest.raises(DocumentError, match="no offset"):
        Document("a", "x", datetime(2025, 7, 4))  # noqa: DTZ001 - that is the point
