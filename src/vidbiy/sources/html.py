"""Documents from saved web pages: the text that a reader of the page reads, through trafilatura."""

from __future__ import annotations

import re

from vidbiy.model import Document, DocumentError
from vidbiy.sources.fetched import Fetched, origin_of
from vidbiy.sources.files import FILE_LIMIT

__all__ = ["fetch_html"]

# The day alone, which is all that trafilatura gives, does not tell a night from the next: these give the minute.
_TAG = re.compile(rb"<(?:meta|time)\b[^>]{0,1000}>", re.IGNORECASE)
_TIME = re.compile(rb"""\b(?:content|datetime)\s*=\s*["']([^"']{10,40})["']""", re.IGNORECASE)
_LINKED_DATA = re.compile(rb'"datePublished"\s*:\s*"([^"]{10,40})"')
_NO_COLON = re.compile(r"([+-]\d\d)(\d\d)$")


def fetch_html(raw: bytes, name: str, *, id: str, address: str) -> Fetched:
    """Make a document of the bytes of a web page that lies at `address`.

    Raises:
        DocumentError: there is no article in them.
    """
    import trafilatura  # noqa: PLC0415 - half a second, for those who read pages

    if len(raw) > FILE_LIMIT:
        raise DocumentError(f"{name}: larger than {FILE_LIMIT // 2**20} MiB; save the page without its pictures.")
    page = trafilatura.bare_extraction(raw, with_metadata=True, include_comments=False, favor_recall=True)
    if page is None or isinstance(page, dict) or not page.text or not page.text.strip():
        raise DocumentError(f"{name}: no article was found in this page; save its words as a text file (UTF-8).")
    document = Document.from_dict(
        {"id": id, "text": page.text, "title": page.title, "url": page.url, "published": _published(raw)}
    )
    return Fetched(document, raw, address, origin_of(document, address))


def _published(raw: bytes) -> str | None:
    """Return the first time with an offset that the page gives for its publication."""
    tags = _TAG.findall(raw)
    said = [tag for tag in tags if b"article:published_time" in tag] + [
        tag for tag in tags if tag[:5].lower() == b"<time"
    ]
    times = [found[1] for tag in said if (found := _TIME.search(tag))]
    for time in [*times[:1], *_LINKED_DATA.findall(raw), *times[1:]]:
        written = _NO_COLON.sub(r"\1:\2", time.decode("ascii", "replace").strip())
        try:
            Document.from_dict({"id": "-", "text": "", "published": written})
        except DocumentError:
            continue
        return written
    return None
