"""The guard of conftest.py: tests reach this machine and nothing else."""

from __future__ import annotations

import socket

import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_a_socket_to_another_machine_is_refused(host: str) -> None:
    """Addresses of the documentation ranges are refused before anything is sent."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as client, pytest.raises(RuntimeError, match="only the loopback"):
        client.connect((host, 80))
    with socket.socket(family, socket.SOCK_DGRAM) as client, pytest.raises(RuntimeError, match="only the loopback"):
        client.sendto(b"", (host, 80))


def test_a_name_of_another_machine_is_not_resolved() -> None:
    """A look-up would tell a name server what the test reads."""
    with pytest.raises(RuntimeError, match="only the loopback"):
        socket.create_connection(("example.invalid", 80))


def test_the_loopback_interface_works() -> None:
    """A server of the test's own can be reached, by address and by name."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        for host in ("127.0.0.1", "localhost"):
            with socket.create_connection((host, port)) as client:
                assert client.getpeername()[1] == port
