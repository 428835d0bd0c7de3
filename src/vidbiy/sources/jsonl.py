"""Documents from a stream of JSON lines, one at a time, in bounded memory whatever the stream holds."""

from __future__ import annotations

import codecs
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, NoReturn

from vidbiy.model import Document, DocumentError

__all__ = ["LINE_LIMIT", "RefusedLine", "read_jsonl", "read_raw_jsonl"]

LINE_LIMIT = 16 * 1024 * 1024

_SKIP = 64 * 1024
_REASON = 300


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that is no document: its number, from 1, and why, as a sentence that names the number."""

    number: int
    reason: str


def read_jsonl(stream: BinaryIO, limit: int = LINE_LIMIT) -> Iterator[Document | RefusedLine]:
    """Yield for each line of `stream`, in order, its document or why it is none. No line ends the stream.

    A line is read when its line end arrives, so a pipe can be left open. Of a line over `limit` bytes no more than
    that is ever held.
    """
    for _, item in read_raw_jsonl(stream, limit):
        yield item


def read_raw_jsonl(stream: BinaryIO, limit: int = LINE_LIMIT) -> Iterator[tuple[bytes, Document | RefusedLine]]:
    """Yield what `read_jsonl` does, each with the bytes of its line without the line end, cut where it is too long."""
    number = 0
    while raw := stream.readline(limit + 2):  # a line of just `limit` bytes may end in CR LF
        number += 1
        if number == 1:
            raw = raw.removeprefix(codecs.BOM_UTF8)
        _skip_rest(stream, raw)
        line = raw.rstrip(b"\r\n")
        if len(line) > limit:
            yield line, RefusedLine(number, f"Line {number} is over {_size(limit)}; one document a line is shorter.")
        else:
            yield line, _document(raw, number)


def _skip_rest(stream: BinaryIO, raw: bytes) -> None:
    """Read on to the end of the line that `raw` begins, and forget it."""
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(_SKIP)


def _size(limit: int) -> str:
    return f"{limit // 2**20} MiB" if limit >= 2**20 else f"{limit} bytes"


def _document(raw: bytes, number: int) -> Document | RefusedLine:
    try:
        return Document.from_dict(_decode(raw))
    except DocumentError as error:
        reason = str(error)
        if len(reason) > _REASON:  # it may quote what stands in the line
            reason = f"{reason[:_REASON]}…"
        return RefusedLine(number, f"Line {number}: {reason}")


def _decode(raw: bytes) -> object:
    if not raw.strip():
        raise DocumentError("It is blank; each line must hold one JSON object.")
    nul = raw.find(b"\0")
    if nul >= 0:
        raise DocumentError(f"It has a NUL at byte {nul}; the stream is damaged or no UTF-8 (UTF-16?).")
    try:
        return json.loads(raw.decode("utf-8"), object_pairs_hook=_object, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        reason = f"Byte 0x{raw[error.start]:02x} at {error.start} is no UTF-8; JSON lines are written in UTF-8."
    except json.JSONDecodeError as error:
        reason = f"It is no JSON: {error.msg} at character {error.pos}."
    except RecursionError:
        reason = "Its JSON is nested too deep; a document is a flat object."
    except ValueError as error:  # an integer of more digits than Python converts
        reason = f"It has a number that cannot be read: {str(error).partition(';')[0]}."
    raise DocumentError(reason)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise DocumentError(f"Its key {twice!a} stands twice; it cannot be told which one counts.")
    return found


def _refuse_constant(constant: str) -> NoReturn:
    raise DocumentError(f"It is no JSON: {constant} is no number of JSON.")
