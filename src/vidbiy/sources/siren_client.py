"""A client of the interface of alerts.in.ua, which asks no more often than the interface allows.

The token goes into a header, to one host, over TLS; it stands in no message and no log.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import urllib3

import vidbiy
from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.model import DocumentError, FeedState, VidbiyError
from vidbiy.sources.siren_json import decode_answer, read_active, read_history, read_letters
from vidbiy.sources.siren_log import SirenLog

__all__ = ["ADDRESS", "Answer", "FeedError", "SirenClient"]

ADDRESS = "https://api.alerts.in.ua"
_PER_MINUTE = 8
_HISTORIES_PER_MINUTE = 2
_TIMEOUT = urllib3.Timeout(connect=10, read=30)
_LIMIT = 32 * 1024 * 1024
_ACTIVE = "/v1/alerts/active.json"
_LETTERS = "/v1/iot/active_air_raid_alerts.json"
_REASONS = {
    401: "the token is missing, wrong or revoked; give the one that alerts.in.ua sent you",
    403: "this address or token is blocked; ask alerts.in.ua why",
    404: "there is no such thing at this address; check --url",
    429: "too many requests",
}


class FeedError(VidbiyError):
    """A feed gave no answer, or none that can be used. ``retry_after`` is how many seconds it asked to wait, if it did."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the interface answered, when, and what that says."""

    log: SirenLog
    raw: bytes
    address: str
    fetched_at: datetime
    changed: bool
    """False where the interface said that nothing has changed since it was last asked (304)."""


@dataclass(slots=True)
class _Pace:
    """How many requests of a kind there may be in a minute, and when the last one was."""

    per_minute: int
    last: float | None = None

    def left(self, now: float) -> float:
        """Return how many seconds the next one has to wait."""
        return 0.0 if self.last is None else self.last + 60 / self.per_minute - now


class SirenClient:
    """Asks the interface. One client keeps the pace, and knows what was last modified when."""

    def __init__(
        self,
        token: str,
        address: str = ADDRESS,
        *,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """`clock` and `pause` keep the pace: seconds now, and a wait of some seconds.

        Raises:
            FeedError: there is no token, or the address would show it to others.
        """
        if not token.strip():
            raise FeedError(
                "The interface of alerts.in.ua needs a token; set ALERTS_IN_UA_TOKEN (alerts.in.ua/api-request)."
            )
        if not token.isascii() or not token.isprintable():
            raise FeedError("The token has characters that no token has; copy it again.")
        _refuse_open_way(address)
        self._address = address.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token.strip()}", "User-Agent": f"vidbiy/{vidbiy.__version__}"}
        self._pool = urllib3.PoolManager(timeout=_TIMEOUT, retries=False)
        self._clock, self._pause = clock, pause
        self._pace, self._history_pace = _Pace(_PER_MINUTE), _Pace(_HISTORIES_PER_MINUTE)
        self._last: dict[str, tuple[str, bytes]] = {}

    def active(self, before: FeedState | None = None) -> Answer:
        """Return the alerts of now; `before` is where the feed stood, so that what has ended since is known.

        Raises:
            FeedError: there is no answer that can be used.
        """
        raw, changed, at = self._get(_ACTIVE)
        value = self._decoded(raw, _ACTIVE)
        if not isinstance(value, dict) or not isinstance(value.get("alerts"), list):
            raise FeedError(f"{self._address}{_ACTIVE}: the answer holds no list of alerts; nothing of it was taken.")
        return self._answer(read_active(value["alerts"], at, before), _ACTIVE, raw, at, changed=changed)

    def letters(self, before: FeedState | None = None) -> Answer:
        """Return the letters for small devices: less than `active` says, but in one line.

        Raises:
            FeedError: there is no answer that can be used.
        """
        raw, changed, at = self._get(_LETTERS)
        value = self._decoded(raw, _LETTERS)
        if not isinstance(value, str) or len(value) < len(AlertPlaces.load().order):
            raise FeedError(f"{self._address}{_LETTERS}: the answer is no string of letters; nothing of it was taken.")
        return self._answer(read_letters(value, at, before), _LETTERS, raw, at, changed=changed)

    def history(self, region: str) -> Answer:
        """Return the alerts of a region in the last month.

        Raises:
            FeedError: there is no answer that can be used, or no such region.
        """
        uid = next((uid for uid, place in AlertPlaces.load().by_uid.items() if place == region), None)
        if uid is None:
            raise FeedError(f"{region!r} is no region of the interface; regions are like UA-63 or UA-30.")
        path = f"/v1/regions/{uid}/alerts/month_ago.json"
        raw, changed, at = self._get(path, self._history_pace)
        value = self._decoded(raw, path)
        if not isinstance(value, dict) or not isinstance(value.get("alerts"), list):
            raise FeedError(f"{self._address}{path}: the answer holds no list of alerts; nothing of it was taken.")
        return self._answer(read_history(value["alerts"], region, at), path, raw, at, changed=changed)

    def _keep_pace(self, *paces: _Pace) -> None:
        """Wait until one more request is in order."""
        left = max(pace.left(self._clock()) for pace in paces)
        if left > 0:
            self._pause(left)
        for pace in paces:
            pace.last = self._clock()

    def _answer(self, log: SirenLog, path: str, raw: bytes, at: datetime, *, changed: bool) -> Answer:
        address = f"{self._address}{path}"
        return Answer(log=log, raw=raw, address=address, fetched_at=at, changed=changed)

    def _decoded(self, raw: bytes, path: str) -> Any:
        try:
            return decode_answer(raw, f"{self._address}{path}")
        except DocumentError as error:
            raise FeedError(str(error)) from error

    def _get(self, path: str, *paces: _Pace) -> tuple[bytes, bool, datetime]:
        """Return the bytes of an answer, whether it is another than the last one, and when it was asked for.

        The time is that before the request: of what happened while it was under way, the answer need not know.
        """
        self._keep_pace(self._pace, *paces)
        url = f"{self._address}{path}"
        last = self._last.get(path)
        headers = dict(self._headers) if last is None else {**self._headers, "If-Modified-Since": last[0]}
        asked_at = datetime.now(UTC)
        try:
            found = self._pool.request("GET", url, headers=headers, redirect=False, preload_content=False)
            raw = found.read(_LIMIT + 1, decode_content=True)
            found.release_conn()
        except urllib3.exceptions.HTTPError as error:
            raise FeedError(f"{url}: {_reason(error)}; what is known ends here until it answers again.") from error
        if found.status == 304 and last is not None:
            return last[1], False, asked_at
        if found.status != 200:
            raise _refusal(url, found.status, found.headers.get("Retry-After"))
        if len(raw) > _LIMIT:
            raise FeedError(f"{url}: the answer is larger than {_LIMIT // 2**20} MiB; nothing of it was taken.")
        modified = found.headers.get("Last-Modified")
        if modified is not None:
            self._last[path] = (modified, raw)
        return raw, True, asked_at


def _refuse_open_way(address: str) -> None:
    """Refuse to send the token where others could read it."""
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and parts.hostname and _is_here(parts.hostname):
        return
    raise FeedError(f"{address}: the token would be sent in the open; give an address that begins with https://.")


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _reason(error: urllib3.exceptions.HTTPError) -> str:
    """Return why there is no answer, in words that hold neither header nor token."""
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        return "it cannot be reached"
    if isinstance(error, urllib3.exceptions.ConnectTimeoutError | urllib3.exceptions.ReadTimeoutError):
        return "no answer in time"
    if isinstance(error, urllib3.exceptions.SSLError):
        return "its certificate is not valid"
    return "it cannot be reached"


def _refusal(url: str, status: int, wait: str | None) -> FeedError:
    retry = float(wait) if wait is not None and wait.strip().isdigit() else None
    reason = _REASONS.get(status, f"it answered with status {status}")
    later = "" if retry is None else f"; it asks to wait {retry:.0f} s"
    return FeedError(f"{url}: {reason}{later}. What is known ends here until it answers again.", retry)
