"""Documents from an export of Telegram Desktop (`result.json`), one message at a time, whatever the file's size."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from vidbiy.model import Document, DocumentError
from vidbiy.sources.fetched import Fetched

__all__ = ["check_telegram", "read_telegram"]

_PIECE = 256 * 1024
_VALUE_LIMIT = 16 * 1024 * 1024
_BLANK = " \t\r\n"


def check_telegram(path: Path) -> int:
    """Walk the whole export without keeping any of it, and return how many messages there are.

    An export that was cut short is found before anything of it is used.

    Raises:
        DocumentError: it is none, or it was cut short.
    """
    with _opened(path) as stream:
        scanner = _Scanner(stream, str(path))
        count = sum(1 for _ in _messages(scanner, {}))
        if scanner.peek() != "":
            scanner.fail("something comes after its end")
        if not scanner.lists:
            raise DocumentError(
                f"{path}: this JSON holds no messages; give Telegram's result.json, or documents as .jsonl."
            )
    return count


def read_telegram(path: Path) -> Iterator[Fetched]:
    """Yield the messages with text; of what has none (pictures, someone joined) there is nothing to read.

    Raises:
        DocumentError: it is no export, or it was cut short; what came before was yielded (`check_telegram`).
    """
    with _opened(path) as stream:
        for chat, message, raw in _messages(_Scanner(stream, str(path)), {}):
            found = _document(chat, message, raw)
            if found is not None:
                yield found


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DocumentError(f"{path}: {reason}; check the path and who may read it.") from error


def _messages(scanner: _Scanner, chat: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any], bytes]]:
    """Yield the messages of a chat, or of all chats of a full export, with what is known of their chat."""
    for key in scanner.members():
        if key == "messages":
            for _ in scanner.items():
                value, raw = scanner.value()
                if isinstance(value, dict):
                    yield chat, value, raw
        elif key in {"chats", "left_chats"} and scanner.peek() == "{":
            for inner in scanner.members():
                if inner == "list":
                    for _ in scanner.items():
                        yield from _messages(scanner, {})
                else:
                    scanner.value()
        else:
            value, _ = scanner.value()
            if key in {"id", "name", "type"}:
                chat[key] = value


def _document(chat: dict[str, Any], message: dict[str, Any], raw: bytes) -> Fetched | None:
    text = _storable(_text(message.get("text")))
    number = message.get("id")
    if message.get("type") != "message" or not text.strip() or not isinstance(number, int):
        return None
    address = f"telegram:{chat.get('id', 'chat')}/{number}"
    # Only the Unix time says when it was; `date` is in the zone of whoever exported it.
    try:
        published = datetime.fromtimestamp(int(message["date_unixtime"]), UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        published = None
    return Fetched(Document(address, text, published), raw, address, address)


def _text(value: Any) -> str:
    """Return the text of a message, which is a string or a list of pieces, formatted ones as objects."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return ""
    pieces = (piece.get("text", "") if isinstance(piece, dict) else piece for piece in value)
    return "".join(piece for piece in pieces if isinstance(piece, str))


def _storable(text: str) -> str:
    """Return the text with a mark for what no database takes: half a surrogate pair, which JSON can spell, and NUL."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


class _Scanner:
    """JSON read piece by piece: objects and arrays are entered, the values in them decoded one at a time."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder()
        self._text = ""
        self._at = 0
        self._ended = False
        self._before = 0  # characters that were let go
        self.lists = 0
        """Lists that were entered."""

    def peek(self) -> str:
        """Return the next character that is no blank; none at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _BLANK:
                    return self._text[self._at]
                self._at += 1
            if not self._more():
                return ""

    def members(self) -> Iterator[str]:
        """Yield the keys of the object that comes next; after each, its value must be taken."""
        self._take("{")
        while self.peek() != "}":
            key, _ = self.value()
            if not isinstance(key, str):
                self.fail("a key is no string")
            self._take(":")
            yield key
            self._comma("}")
        self._take("}")

    def items(self) -> Iterator[None]:
        """Yield once for each item of the array that comes next; each must be taken."""
        self.lists += 1
        self._take("[")
        while self.peek() != "]":
            yield
            self._comma("]")
        self._take("]")

    def value(self) -> tuple[Any, bytes]:
        """Return the value that comes next, and its bytes."""
        self.peek()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if len(self._text) - self._at > _VALUE_LIMIT or not self._more():
                    self.fail(error.msg.lower())
                continue
            except RecursionError:
                self.fail("it is nested too deep")
            # A number at the end of what was read may go on in what comes.
            if end == len(self._text) and not self._ended and self._more():
                continue
            raw = self._text[self._at : end].encode("utf-8", "surrogatepass")
            self._at = end
            return value, raw

    def fail(self, reason: str) -> NoReturn:
        """Raise what is wrong here."""
        at = self._before + self._at
        if self._ended and self._at >= len(self._text) - _VALUE_LIMIT and self._cut_short():
            raise DocumentError(
                f"{self._name}: the export was cut short near character {at}; nothing of it was taken, export it again."
            )
        raise DocumentError(f"{self._name}: no JSON at character {at}: {reason}; export it again.")

    def _cut_short(self) -> bool:
        return not self._text.rstrip().endswith("}") or self._at >= len(self._text.rstrip())

    def _take(self, char: str) -> None:
        found = self.peek()
        if found != char:
            self.fail(f"{char!r} is expected, not {found!r}" if found else "it ends")
        self._at += 1

    def _comma(self, end: str) -> None:
        if self.peek() == ",":
            self._at += 1
        elif self.peek() != end:
            self.fail(f"',' or {end!r} is expected" if self.peek() else "it ends")

    def _more(self) -> bool:
        """Read on, and let go of what was taken."""
        if self._ended:
            return False
        raw = self._stream.read(_PIECE)
        self._ended = not raw
        try:
            text = self._decode.decode(raw, final=self._ended)
        except UnicodeDecodeError as error:
            raise DocumentError(f"{self._name}: it is no UTF-8 ({error.reason}); export it again.") from error
        self._before += self._at
        self._text = self._text[self._at :] + text
        self._at = 0
        return bool(text) or not self._ended
