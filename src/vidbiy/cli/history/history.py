"""`vidbiy history`: a measure night by night, and how unusual one night was."""

from __future__ import annotations

from typing import Any

import click

from vidbiy.cli.arguments.ledger_address import ledger_option
from vidbiy.cli.arguments.options import DateParam, PlaceParam, as_of_option

__all__ = ["history"]


@click.command()
@click.argument("measure", default="launched")
@click.argument("subject", required=False)
@ledger_option
@click.option("--place", type=PlaceParam(), metavar="PLACE", help="A place in place of the whole country, like UA-63.")
@click.option("--day", "days", is_flag=True, help="Days (09:00 to 18:00) in place of nights.")
@click.option("--since", type=DateParam(), metavar="DATE", help="From that night on; the last 30 if not given.")
@click.option("--until", type=DateParam(), metavar="DATE", help="Up to that night, included.")
@click.option("--night", type=DateParam(), metavar="DATE", help="How that night stands among those before it.")
@as_of_option("What was published by then.")
@click.option("--json", "form", flag_value="json", help="Print one JSON object.")
@click.option("--csv", "form", flag_value="csv", help="Print a table with a line a night; empty cells are not known.")
def history(measure: str, subject: str | None, address: str, **options: Any) -> None:
    """Show a measure night by night, with means, levels and breaks.

    MEASURE is one of the record (launched, shot_down, injured, ...) or
    `stopped`: what did not get through, which stays comparable when a body
    gives shot down and suppressed as one. SUBJECT is a path like
    weapon.drone. A night is named by its morning; one without data is a gap,
    never a zero.

    With --night: its rank, since when there was none as large, and the nights
    that prove it, each with the words that it rests on.

    \b
    Examples:
      vidbiy history launched weapon.drone --since 2025-06-01
      vidbiy history stopped --night 2025-07-04
      vidbiy history launched --csv --since 2022-09-01 > launched.csv
    """
    from vidbiy.cli.history.run import Asked, shown
    from vidbiy.ledger import Ledger

    asked = Asked.of(measure, subject, **options)
    with Ledger.open(address, read_only=True) as ledger:
        for line in shown(ledger, asked):
            click.echo(line)
