"""Tokens: who may write through the API, and what. Only hashes of them are kept.

A token is `vidbiy_<id>_<secret>`, the secret 256 random bits: so its plain SHA-256 cannot be guessed back, and needs no
slow hash. The file is read anew when it changes: a revoked token ends at once.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
import tempfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from vidbiy.model import VidbiyError

__all__ = ["Scope", "Token", "TokenError", "Tokens"]

_PREFIX = "vidbiy"
_NO_HASH = sha256(b"no such token").hexdigest()


class TokenError(VidbiyError):
    """A file of tokens that cannot be used, or a token that is not there."""


class Scope(StrEnum):
    """What a token allows."""

    INGEST = "ingest"
    CORRECT = "correct"
    REDACT = "redact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What is kept of a token. Its `name` stands as author beside whatever is decided with it."""

    id: str
    name: str
    scopes: tuple[Scope, ...]
    hash: str
    created: str
    revoked: str | None = None


class Tokens:
    """The tokens of one server, in a file of its own that only its owner can read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[int, int, int] | None = None
        self._tokens: dict[str, Token] = {}

    def __iter__(self) -> Any:
        self._refresh()
        return iter(list(self._tokens.values()))

    def add(self, name: str, scopes: tuple[Scope, ...]) -> str:
        """Make a token and return it: the only time that it can be seen.

        Raises:
            TokenError: there is no name or no scope, or the file cannot be written.
        """
        if not name.strip() or not scopes:
            raise TokenError("A token has a name (whose it is) and at least one scope; give both.")
        self._refresh()
        id, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
        created = datetime.now(UTC).isoformat(timespec="seconds")
        self._tokens[id] = Token(
            id=id, name=name.strip(), scopes=tuple(dict.fromkeys(scopes)), hash=_hash(secret), created=created
        )
        self._save()
        return f"{_PREFIX}_{id}_{secret}"

    def revoke(self, id: str) -> Token:
        """End a token; that it was there stays.

        Raises:
            TokenError: there is none of that id, or it is revoked.
        """
        self._refresh()
        found = self._tokens.get(id)
        if found is None or found.revoked is not None:
            known = ", ".join(each.id for each in self._tokens.values() if each.revoked is None) or "none"
            raise TokenError(f"There is no token {id!r} in force; those are: {known}.")
        self._tokens[id] = Token(**{**_fields(found), "revoked": datetime.now(UTC).isoformat(timespec="seconds")})
        self._save()
        return self._tokens[id]

    def find(self, presented: str) -> Token | None:
        """Return the token that was presented, if it is one that is in force. The secret is compared in constant time."""
        self._refresh()
        prefix, _, rest = presented.partition("_")
        id, _, secret = rest.partition("_")
        found = self._tokens.get(id) if prefix == _PREFIX else None
        same = hmac.compare_digest(_hash(secret), _NO_HASH if found is None else found.hash)
        return found if same and found is not None and found.revoked is None else None

    def _refresh(self) -> None:
        """Read the file if it is another than the one that was read."""
        try:
            status = self.path.stat()
        except FileNotFoundError:
            self._seen, self._tokens = None, {}
            return
        except OSError as error:
            raise TokenError(f"{self.path}: {error.strerror}; check who may read it.") from error
        seen = (status.st_ino, status.st_mtime_ns, status.st_size)
        if seen == self._seen:
            return
        try:
            rows = json.loads(self.path.read_text(encoding="utf-8"))["tokens"]
            tokens = [Token(**{**row, "scopes": tuple(map(Scope, row["scopes"]))}) for row in rows]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise TokenError(f"{self.path}: this is no file of tokens; put it aside and make new ones.") from error
        self._seen, self._tokens = seen, {token.id: token for token in tokens}

    def _save(self) -> None:
        """Write the file whole or not at all, so that a server reading it never sees a part."""
        text = json.dumps({"tokens": [_fields(token) for token in self._tokens.values()]}, indent=1, ensure_ascii=False)
        try:
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(f"{text}\n")
            Path(name).replace(self.path)
        except OSError as error:
            raise TokenError(f"{self.path}: {error.strerror}; check the folder and who may write there.") from error


def _fields(token: Token) -> dict[str, Any]:
    return asdict(token)


def _hash(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
