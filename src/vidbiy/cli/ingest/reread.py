"""`vidbiy reread`: the documents of the ledger, read by the present reader."""

from __future__ import annotations

import click

from vidbiy.cli.arguments.ledger_address import ledger_option

__all__ = ["reread"]


@click.command()
@ledger_option
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="Reading processes; as many as pay if not given.")
@click.pass_context
def reread(ctx: click.Context, address: str, jobs: int | None) -> None:
    """Read the documents in the ledger again, with the present reader.

    The claims of an older reader are retired, not lost: at any moment before
    this one they are what was known. A second run adds nothing.

    \b
    Example:
      vidbiy reread
    """
    from vidbiy.cli.ingest.run import reread_in
    from vidbiy.cli.terminal.counting import counted
    from vidbiy.cli.terminal.interrupts import orderly
    from vidbiy.ledger import Ledger, State
    from vidbiy.reading.version import reader_version

    with orderly("What was read so far is in the ledger; run again to finish."), Ledger.open(address) as ledger:
        outcome = reread_in(ledger, jobs=jobs)
    click.echo(
        f"{counted(outcome.states[State.NEW], 'document')} read again by reader {reader_version()}, "
        f"{counted(outcome.claims, 'claim')}, {counted(outcome.problems, 'problem')} in {outcome.seconds:.1f} s: "
        f"{ledger.name}"
    )
    ctx.exit(1 if outcome.problems else 0)
