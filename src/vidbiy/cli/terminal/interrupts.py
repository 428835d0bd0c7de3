"""How a long run ends that was told to stop."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

__all__ = ["orderly"]

_TERMINATED = 128 + signal.SIGTERM


@contextmanager
def orderly(message: str) -> Iterator[None]:
    """End on SIGTERM as on Ctrl-C: the transaction is undone, the processes end, and `message` is said."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise SystemExit(_TERMINATED)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"\nInterrupted. {message}", err=True)
        raise
    except SystemExit as error:
        if error.code == _TERMINATED:
            click.echo(f"Terminated. {message}", err=True)
        raise
    finally:
        signal.signal(signal.SIGTERM, before)
