"""Running the web application under uvicorn."""

from __future__ import annotations

import logging
import resource
import sys
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import uvicorn

    from vidbiy.web.app import Application

__all__ = ["run_server"]

# A request line longer than the application's own bound is read all the same, so that a helpful answer can be given.
_HEAD = 2 * 1024 * 1024
_GRACE = 5  # seconds that open streams are given to end


def run_server(address: str, host: str, port: int, tokens: Path | None) -> int:
    """Serve until told to stop; return the exit status.

    Raises:
        click.ClickException: what the web needs is not installed.
    """
    try:
        import uvicorn

        from vidbiy.web.app import create_app
        from vidbiy.web.settings import Settings
    except ImportError as error:
        raise click.ClickException(
            f"The pages need more than the reader: pip install 'vidbiy[web]' ({error})."
        ) from error
    _log_to_stderr()
    _allow_many_connections()
    app = create_app(Settings(address=address, tokens=tokens))
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=_HEAD,
        timeout_graceful_shutdown=_GRACE,
        ws="none",
        backlog=4096,
    )
    server = _announcing(config, app)
    server.run()
    return 0 if server.started else 1


def _announcing(config: uvicorn.Config, app: Application) -> uvicorn.Server:
    """Return a server that says where it is once it can be asked, and that ends its streams when it is stopped."""
    import uvicorn

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            if self.started:
                host, port = self.servers[0].sockets[0].getsockname()[:2]
                shown = f"[{host}]" if ":" in host else host
                click.echo(f"Vidbiy is at http://{shown}:{port}/ (stop it with Ctrl-C)")

        async def shutdown(self, sockets: list[socket] | None = None) -> None:
            app.stop()
            await super().shutdown(sockets=sockets)

    return Announcing(config)


def _log_to_stderr() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log = logging.getLogger("vidbiy")
    log.addHandler(handler)
    log.setLevel(logging.INFO)


def _allow_many_connections() -> None:
    """Use as many open files as the system lets this process have: every listener is one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 65536 if hard == resource.RLIM_INFINITY else min(hard, 65536)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
