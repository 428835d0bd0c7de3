"""`vidbiy serve`: the record as pages, an API and a live stream."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path

import click

from vidbiy.cli.arguments.ledger_address import ledger_option

__all__ = ["serve"]


@click.command()
@ledger_option
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", show_default=True, help="The address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="The port; 0: any free one."
)
@click.option(
    "--tokens",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="VIDBIY_TOKENS",
    metavar="FILE",
    help="The file of `vidbiy token`: whose tokens may write. Nobody may without it.",
)
@click.option("--demo", is_flag=True, help="Serve the bundled night, from a ledger that is gone afterwards.")
@click.pass_context
def serve(ctx: click.Context, address: str, host: str, port: int, tokens: Path | None, demo: bool) -> None:
    """Serve the record: pages for people, an API for programs, a live stream.

    It answers on this machine only, unless --host says otherwise; put a web
    server with TLS before it to show it to others. Reports that other
    processes ingest appear at once. Stop it with Ctrl-C.

    \b
    Examples:
      vidbiy serve --demo
      vidbiy serve --db night.db --port 8000
      vidbiy serve --tokens tokens.json --host 0.0.0.0
    """
    from vidbiy.cli.serve.server import run_server
    from vidbiy.ledger import Ledger

    with ExitStack() as stack:
        if demo:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="vidbiy-demo-"))
            address = str(Path(folder) / "demo.db")
            _fill(address)
        Ledger.open(address, read_only=tokens is None).close()  # says what is wrong with it before the server starts
        ctx.exit(run_server(address, host, port, tokens))


def _fill(address: str) -> None:
    """Put the bundled night into a ledger."""
    from vidbiy.cli.arguments.inputs import Defaults
    from vidbiy.cli.demo import NIGHT, examples_folder
    from vidbiy.cli.ingest.inputs import IngestInputs
    from vidbiy.cli.ingest.run import ingest_into
    from vidbiy.ledger import Ledger

    inputs = IngestInputs((str(examples_folder() / NIGHT),), defaults=Defaults(None, None), lines=False)
    with Ledger.open(address, create=True) as ledger:
        ingest_into(ledger, inputs, jobs=1, lines=False)
