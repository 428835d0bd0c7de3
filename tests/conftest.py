"""What every test shares: the network guard, the shared cases, the two databases, Hypothesis profiles."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from tools.throwaway_postgres import PostgresMissingError, ThrowawayPostgres

PROJECT = Path(__file__).resolve().parents[1]

settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")


class NetworkRefusedError(RuntimeError):
    """A test reached for the network. Tests answer from files or from a server on the loopback interface."""


def _is_local(host: object) -> bool:
    if isinstance(host, bytes | bytearray):
        host = host.decode("ascii", "replace")
    if host is None or host in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse(host: object) -> None:
    if not _is_local(host):
        raise NetworkRefusedError(f"A test reached for {host!r}; only the loopback interface may be used.")


class _GuardedSocket(socket.socket):
    """A socket that connects and sends to this machine only."""

    def _guard(self, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            _refuse(address[0])

    def connect(self, address: Any) -> None:
        self._guard(address)
        super().connect(address)

    def connect_ex(self, address: Any) -> int:
        self._guard(address)
        return super().connect_ex(address)

    def sendto(self, data: Any, *rest: Any) -> int:
        self._guard(rest[-1])
        return super().sendto(data, *rest)


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Any:
    """Refuse sockets and names that lead off this machine, for the whole run."""
    resolve = socket.getaddrinfo

    def guarded(host: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse(host)
        return resolve(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", _GuardedSocket)
        patch.setattr(socket, "getaddrinfo", guarded)
        yield


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared cases and data, beside the checkout or where VIDBIY_SHARED says.

    Without it a test is skipped, visibly; in CI it fails, since a gate that skips holds nothing.
    """
    folder = Path(os.environ.get("VIDBIY_SHARED") or PROJECT.parent / "shared")
    if (folder / "cases").is_dir():
        return folder
    message = f"no shared cases at {folder}; set VIDBIY_SHARED to the folder that holds cases/"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def postgres() -> Iterator[ThrowawayPostgres]:
    """A server of its own. Where there is none, tests of PostgreSQL are skipped, visibly; in CI they fail."""
    try:
        pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
        server = ThrowawayPostgres()
    except PostgresMissingError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))
    with server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a ledger that is not there yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
    else:
        server: ThrowawayPostgres = request.getfixturevalue("postgres")
        database = server.database()
        yield database
        server.drop(database)
