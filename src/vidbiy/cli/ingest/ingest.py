"""`vidbiy ingest`: documents into the ledger, with what they claim."""

from __future__ import annotations

from datetime import datetime

import click

from vidbiy.cli.arguments.ledger_address import ledger_option
from vidbiy.cli.arguments.options import SourceParam, TimeParam

__all__ = ["ingest"]


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@ledger_option
@click.option("--jsonl", "lines", is_flag=True, help="Print a JSON line for each document once it is safe; - is lines.")
@click.option("--published", type=TimeParam(), metavar="TIME", help="When documents that do not say so were published.")
@click.option("--source", type=SourceParam(), metavar="ID", help="Who published the documents that do not say so.")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="Reading processes; as many as pay if not given.")
@click.pass_context
def ingest(
    ctx: click.Context,
    paths: tuple[str, ...],
    address: str,
    lines: bool,
    published: datetime | None,
    source: str | None,
    jobs: int | None,
) -> None:
    """Read documents and keep them, and what they claim, in the ledger.

    PATH is a text file (.md, .txt), a web page (.html), a file of JSON lines
    (.jsonl), Telegram Desktop's export (result.json), a data set (.csv) that
    there is a rule for, a siren log (.csv, .csv.gz, or an answer of
    alerts.in.ua as .json), a folder of these, a pattern in quotes, or - for
    standard input.

    What is known already is not added again; a changed page becomes a new
    version of it. A run that was interrupted loses nothing that it has
    acknowledged: run it again to finish.

    The status is 0 if all was kept, 1 if some input could not be read (the
    rest was), 2 if the command was wrong.

    \b
    Examples:
      vidbiy ingest reports/
      vidbiy ingest official_data_en.csv
      vidbiy ingest --source kyiv-mayor "export/*/result.json"
      cat reports.jsonl | vidbiy ingest --jsonl -
      vidbiy ingest --db postgresql://me@localhost/night reports/
    """
    from vidbiy.cli.arguments.inputs import Defaults
    from vidbiy.cli.ingest.inputs import IngestInputs
    from vidbiy.cli.ingest.run import ingest_into
    from vidbiy.cli.terminal.counting import counted
    from vidbiy.cli.terminal.interrupts import orderly
    from vidbiy.ledger import Ledger, State

    if paths.count("-") > 1:
        raise click.UsageError("Standard input (-) can be read only once; name it once.")
    inputs = IngestInputs(paths, defaults=Defaults(published, source), lines=lines)
    with (
        orderly("What was acknowledged is in the ledger; run again to finish."),
        Ledger.open(address, create=True) as ledger,
    ):
        outcome = ingest_into(ledger, inputs, jobs=jobs, lines=lines)
    states = outcome.states
    for line in outcome.logs:
        click.echo(line, err=lines)
    click.echo(
        f"{counted(states[State.NEW], 'new document')}, {counted(states[State.VERSION], 'new version')}, "
        f"{states[State.KNOWN]} known, {counted(outcome.claims, 'claim')}, {counted(outcome.problems, 'problem')} "
        f"in {outcome.seconds:.1f} s: {ledger.name}",
        err=lines,
    )
    if not any((outcome.problems, outcome.added, states[State.NEW], states[State.VERSION])):
        click.echo("Nothing was added: all of it is in the ledger already.", err=lines)
    ctx.exit(1 if outcome.problems else 0)
