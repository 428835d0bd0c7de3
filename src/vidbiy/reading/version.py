"""Which reader this is: its release, and a hash of its code and of all that its lexicon knows."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

import vidbiy

__all__ = ["reader_version"]

_KNOWLEDGE = {".py", ".toml", ".tsv", ".csv", ".json"}


@cache
def reader_version() -> str:
    """Return the version that claims carry: a word added to the lexicon makes another reader."""
    package = Path(vidbiy.__file__).parent
    hash = sha256()
    for folder in ("lexicon", "reading", "sources/datasets"):
        for path in sorted((package / folder).rglob("*")):
            if path.suffix in _KNOWLEDGE:
                hash.update(f"{path.relative_to(package).as_posix()}\0".encode())
                hash.update(sha256(path.read_bytes()).digest())
    return f"{vidbiy.__version__}+{hash.hexdigest()[:12]}"
