"""The command `vidbiy` and what all its subcommands share: how errors, closed pipes and interrupts end."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any

import click

from vidbiy import __version__
from vidbiy.cli.alerts.alerts import alerts
from vidbiy.cli.alerts.fetch_alerts import fetch_alerts
from vidbiy.cli.brief.brief import brief
from vidbiy.cli.check.check import check
from vidbiy.cli.demo import demo
from vidbiy.cli.history.history import history
from vidbiy.cli.ingest.ingest import ingest
from vidbiy.cli.ingest.reread import reread
from vidbiy.cli.ledger.ledger import ledger
from vidbiy.cli.ledger.redact import redact
from vidbiy.cli.ledger.search import search
from vidbiy.cli.ledger.verify import verify
from vidbiy.cli.plot.fetch_boundaries import fetch_boundaries
from vidbiy.cli.plot.plot import plot
from vidbiy.cli.read.read import read
from vidbiy.cli.serve.serve import serve
from vidbiy.cli.serve.token import token
from vidbiy.model import VidbiyError

__all__ = ["main"]

# What a shell reports of a program that the signal ended: 128 + 13 (SIGPIPE), 128 + 2 (SIGINT).
_PIPE_CLOSED = 141
_INTERRUPTED = 130


class _Edge(click.Group):
    """The one place where errors turn into output and exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a terminal in Latin-1 shows "?" instead of ending the run
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except VidbiyError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            # Whoever read the output has seen enough. What is still buffered goes nowhere, without a word.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(_PIPE_CLOSED)
        except KeyboardInterrupt:
            click.echo(err=True)
            ctx.exit(_INTERRUPTED)
        return result


# Told by the files: to import the reader takes longer than to answer.
_READER = Path(__file__).parents[1] / "reading"
_COMPILED = " (compiled)" if any(_READER.glob("reader.*.so")) else ""


@click.group(cls=_Edge, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="vidbiy", message=f"%(prog)s %(version)s{_COMPILED}")
def main() -> None:
    """Read the public reports of an air attack: who claims what, in which words.

    Each figure comes with the exact characters of the text that state it.

    \b
    Examples:
      vidbiy demo
      vidbiy read report.txt
      vidbiy read --jsonl reports.jsonl > claims.jsonl
    """


for command in (
    alerts,
    brief,
    check,
    demo,
    fetch_alerts,
    fetch_boundaries,
    history,
    ingest,
    ledger,
    plot,
    read,
    redact,
    reread,
    search,
    serve,
    token,
    verify,
):
    main.add_command(command)
