"""Documents from saved web pages: the text that a reader of the page reads, through trafilatura."""

from __future__ import annotations

import re

from vidbiy.model import Document, DocumentError
from vidbiy.sources.fetched import Fetched, origin_of
from vidbiy.sources.files import FILE_LIMIT

__all__ = ["fetch_html"]

# The day alone, which is all that trafilatura gives, does not tell a night from the next: these give the minute.
_PUBLISHED = (
    re.compile(
        rb"""<meta\b[^>]{0,300}?\barticle:published_time\b[^>]{0,300}?\bcontent\s*=\s*["']([^"']{10,40})""", re.IGNORECASE
    ),
    re.compile(
        rb"""<meta\b[^>]{0,300}?\bcontent\s*=\s*["']([^"']{10,40})["'][^>]{0,300}?\barticle:published_time\b""", re.IGNORECASE
    ),
    re.compile(rb'"datePublished"\s*:\s*"([^"]{10,40})"'),
    re.compile(rb"""<time\b[^>]{0,300}?\bdatetime\s*=\s*["']([^"']{10,40})""", re.IGNORECASE),
)


def fetch_html(raw: bytes, name: str, *, id: str, address: str) -> Fetched:
    """Make a document of the bytes of a web page that lies at `address`.

    Raises:
        DocumentError: there is no article in them.
    """
    import trafilatura  # noqa: PLC0415 - half a second, for those who read pages

    if len(raw) > FILE_LIMIT:
        raise DocumentError(f"{name}: larger than {FILE_LIMIT // 2**20} MiB; save the page without its pictures.")
    page = trafilatura.bare_extraction(raw, with_metadata=True, include_comments=False, favor_recall=True)
    text = None if page is None else page.text
    if page is None or not text or not text.strip():
        raise DocumentError(f"{name}: no article was found in this page; save its words as a text file (UTF-8).")
    document = Document.from_dict(
        {"id": id, "text": text, "title": page.title, "url": page.url, "published": _published(raw)}
    )
    return Fetched(document, raw, address, origin_of(document, address))


def _published(raw: bytes) -> str | None:
    """Return the first time with an offset that the page gives for its publication."""
    for pattern in _PUBLISHED:
        for found in pattern.findall(raw):
            written = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", found.decode("ascii", "replace").strip())
            try:
                Document.from_dict({"id": "-", "text": "", "published": written})
            except DocumentError:
                continue
            return written
    return None
