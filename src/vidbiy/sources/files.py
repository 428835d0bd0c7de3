"""Documents from text files: their front matter, their encoding, and a clear word on a file that is no document."""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path

from vidbiy.model import Document, DocumentError

__all__ = ["FILE_LIMIT", "document_files", "parse_document", "read_file"]

FILE_LIMIT = 16 * 1024 * 1024

_FIELDS = ("id", "source", "published", "title", "url")
_SUFFIXES = {".md", ".txt"}
# A text may begin with a rule of its own, so a block between `---` lines is front matter only if it names a field.
_BLOCK = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_NAMES_A_FIELD = re.compile(rf"^(?:{'|'.join(_FIELDS)})[ \t]*:", re.MULTILINE)
_ENTRY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(.*)")

_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
    (b"", "utf-8", "UTF-8"),
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "an office document or an archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
)


def read_file(path: Path) -> Document:
    """Return the document that the text file at `path` holds. Its id is the front matter's, else the file's stem.

    Raises:
        DocumentError: there is no such file, or it is no document; the message names the file and says what to do.
    """
    name = _readable(path)
    try:
        with path.open("rb") as file:
            raw = file.read(FILE_LIMIT + 1)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DocumentError(f"{name}: {reason}; check the path and who may read it.") from error
    return parse_document(raw, name, id=_readable(Path(path.stem)))


def parse_document(raw: bytes, name: str, *, id: str) -> Document:
    """Make a document of the bytes of a text file.

    Spans count the text after the front matter, exactly as it is stored: line ends and blanks stay as they are.

    Args:
        raw: the bytes, with or without a byte order mark.
        name: what messages call the file.
        id: the document's id where the front matter has none.

    Raises:
        DocumentError: the bytes are no document.
    """
    if len(raw) > FILE_LIMIT:
        raise DocumentError(f"{name}: larger than {FILE_LIMIT // 2**20} MiB; split it into one file a document.")
    _refuse_binary(raw, name)
    fields, text = _split(_decode(raw, name), name)
    if not text.strip():
        raise DocumentError(f"{name}: there is no text in it; give a file that holds the words of a report.")
    try:
        return Document.from_dict({"id": id, **fields, "text": text})
    except DocumentError as error:
        raise DocumentError(f"{name}: {error}") from error


def document_files(folder: Path) -> list[Path]:
    """Return the documents (.md and .txt) that lie in `folder` itself, by name; a README and hidden files are none.

    Raises:
        DocumentError: the folder cannot be listed, or there is no document in it.
    """
    try:
        found = sorted(path for path in folder.iterdir() if _is_document(path))
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DocumentError(f"{_readable(folder)}: {reason}; check the path and who may read it.") from error
    if not found:
        raise DocumentError(f"{_readable(folder)}: no .md or .txt file lies in this folder; name the files one by one.")
    return found


def _is_document(path: Path) -> bool:
    if path.name.startswith(".") or path.stem.lower() == "readme":
        return False
    return path.suffix.lower() in _SUFFIXES and path.is_file()


def _readable(path: Path) -> str:
    """Return the path as text that can be printed, also where its bytes are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _refuse_binary(raw: bytes, name: str) -> None:
    for magic, kind in _BINARY:
        if raw.startswith(magic):
            raise DocumentError(f"{name}: this is {kind}, not text; save its words as a text file (UTF-8).")
    if raw.startswith(_UTF32):
        raise DocumentError(f"{name}: the text is in UTF-32; save it as UTF-8.")


def _decode(raw: bytes, name: str) -> str:
    mark, codec, label = next(entry for entry in _ENCODINGS if raw.startswith(entry[0]))
    try:
        text = raw[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        offset = error.start + len(mark)
        raise DocumentError(
            f"{name}: byte 0x{raw[offset]:02x} at offset {offset} is no {label}; save the file as UTF-8 "
            "(iconv -f CP1251 -t UTF-8 turns an old Cyrillic file)."
        ) from error
    nul = text.find("\0")
    if nul >= 0:
        offset = len(mark) + len(text[:nul].encode(codec))
        raise DocumentError(f"{name}: a NUL at byte offset {offset}; this is no text file, or it is damaged.")
    return text


def _split(text: str, name: str) -> tuple[dict[str, str], str]:
    """Part the front matter's fields from the text after it."""
    block = _BLOCK.match(text)
    if block is None or not _NAMES_A_FIELD.search(block[1]):
        return {}, text
    return _fields(block[1], name), text[block.end() :]


def _fields(block: str, name: str) -> dict[str, str]:
    """Return the known fields; other keys are ignored, so that the notes of other tools may stand there."""
    values: dict[str, str] = {}
    key = ""
    for number, line in enumerate(block.splitlines(), start=2):
        if not line.strip() or line.startswith("#"):
            continue
        if line[0] in " \t-" and key not in _FIELDS:
            continue  # the list or the folded text of another tool's key
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            raise DocumentError(f"{name}: line {number} of the front matter is no `key: value`; write one a line.")
        key = entry[1]
        if key in values:
            raise DocumentError(f"{name}: line {number} of the front matter gives {key} twice; keep one.")
        if key in _FIELDS:
            values[key] = _unquoted(entry[2].strip())
    return {key: value for key, value in values.items() if value not in {"", "null", "~"}}


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
