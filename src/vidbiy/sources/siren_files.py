"""Siren logs in files: which file is one, and what it says with the bytes that it came as."""

from __future__ import annotations

import gzip
import os
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vidbiy.model import DocumentError
from vidbiy.sources.fetched import read_bytes
from vidbiy.sources.siren_csv import is_siren_csv, read_siren_csv, unzipped
from vidbiy.sources.siren_json import decode_answer, is_answer, read_answer
from vidbiy.sources.siren_log import SirenLog

__all__ = ["FetchedLog", "fetch_siren_log", "is_siren_log"]

_LIMIT = 512 * 1024 * 1024
_HEAD = 4096
_SMALL = 32 * 1024 * 1024  # an answer is a few hundred KiB; what is larger is an export of Telegram


@dataclass(frozen=True, slots=True)
class FetchedLog:
    """A siren log and how it came."""

    log: SirenLog
    raw: bytes
    address: str
    name: str


def is_siren_log(path: Path) -> bool:
    """Tell by its beginning whether a file is a siren log; a file that cannot be read is none."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    try:
        if suffixes[-1:] == [".json"]:
            return _may_be_answer(path) and is_answer(decode_answer(path.read_bytes(), ""))
        if suffixes[-1:] == [".csv"] or suffixes[-2:] == [".csv", ".gz"]:
            return is_siren_csv(_head(path))
    except (OSError, EOFError, zlib.error, DocumentError):
        return False
    return False


def _may_be_answer(path: Path) -> bool:
    """Tell by its first bytes whether a file can be an answer, so that a large export of chats is not read for it."""
    head = _head(path).lstrip()
    return path.stat().st_size <= _SMALL and (head.startswith(b'"') or b'"alerts"' in head)


def _head(path: Path) -> bytes:
    """Return the first bytes of a file, unpacked where it is gzip."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        if not packed:
            return file.read(_HEAD)
        with gzip.open(file) as stream:
            return stream.read(_HEAD)


def fetch_siren_log(path: Path, heard_at: datetime | None = None) -> FetchedLog:
    """Return what a siren log says. `heard_at` is when an answer was fetched, where that is known.

    Raises:
        DocumentError: it cannot be read, or it is none.
    """
    name = os.fsencode(path).decode("utf-8", "replace")
    raw = read_bytes(path, _LIMIT)
    if len(raw) > _LIMIT:
        raise DocumentError(f"{name}: larger than {_LIMIT // 2**20} MiB; split it, or give it as .csv.gz.")
    is_answer_file = path.suffix.lower() == ".json"
    log = read_answer(raw, name, heard_at) if is_answer_file else read_siren_csv(unzipped(raw, name), name)
    return FetchedLog(log, raw, path.absolute().as_uri(), name)
