"""A brief as Markdown (CommonMark with footnote-like references)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vidbiy.publish.brief.content import Brief, Reference, Row

__all__ = ["to_markdown"]

# What Markdown would read as its own. Words of others are quoted as they stand, not as they could be marked up.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def to_markdown(brief: Brief) -> str:
    """Return the brief as a Markdown document."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {_plain(brief.title)}"
    yield ""
    yield _plain(brief.subtitle)
    for section in brief.sections:
        yield ""
        yield f"## {_plain(section.title)}"
        yield ""
        if not section.rows:
            yield _plain(section.empty)
        for row in section.rows:
            yield _row(row)
    yield ""
    yield f"## {_plain(brief.references_title)}"
    yield ""
    for reference in brief.references:
        yield _reference(reference)
    yield ""
    yield _plain(brief.how_to_read)


def _row(row: Row) -> str:
    said = _plain(row.label)
    if row.value:
        said += f": **{_plain(row.value)}**"
    said += "".join(f" [{number}](#ref-{number})" for number in row.refs)
    if row.quote:
        said += f" “{_plain(row.quote)}”"
    if row.note:
        said += f" ({_plain(row.note)})"
    return f"{'  ' if row.under else ''}- {said}"


def _reference(reference: Reference) -> str:
    parts = [reference.speaker, reference.document, reference.published, f"“{reference.quote}”", reference.ref]
    said = ". ".join(_plain(part) for part in parts if part)
    link = "" if reference.url is None else f" <{_plain(reference.url)}>"
    return f'{reference.number}. <a id="ref-{reference.number}"></a>{said}{link}'


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
