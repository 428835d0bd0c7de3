"""`vidbiy brief`: an attack on one page."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from vidbiy.cli.arguments.ledger_address import ledger_option
from vidbiy.cli.arguments.options import TimeParam, as_of_option, published_language_option

__all__ = ["brief"]


@click.command()
@click.argument("attack", metavar="[DATE|latest]", default="latest")
@ledger_option
@as_of_option("What was published by then.")
@click.option("--since", type=TimeParam(), metavar="TIME", help="Say what has changed since then.")
@published_language_option("the brief")
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    show_default=True,
    help="How it is written; html is one file that asks nothing of the network.",
)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it there.")
def brief(
    attack: str,
    address: str,
    as_of: datetime | None,
    since: datetime | None,
    language: str,
    form: str,
    output: Path | None,
) -> None:
    """Say what the record has of a night: figures, sources, sums, places.

    DATE is the morning's date of a night, or an attack's id; `latest` is the
    last attack that the ledger has. Every number carries the reference to who
    said it, where, when, and in which words.

    \b
    Examples:
      vidbiy brief
      vidbiy brief 2025-07-04 --language uk
      vidbiy brief 2025-07-04 --as-of 2025-07-04T07:00:00+03:00
      vidbiy brief UA-2025-07-04-night -f html -o night.html
    """
    from vidbiy.cli.brief.forms import written
    from vidbiy.cli.brief.text import print_brief
    from vidbiy.cli.history.run import say_building
    from vidbiy.ledger import Ledger
    from vidbiy.publish.brief import find_brief

    with Ledger.open(address, read_only=True) as ledger:
        made = find_brief(
            ledger, attack, as_of=as_of, since=since, language=language, pictures=form == "html", notice=say_building
        )
    if form == "text" and output is None:
        print_brief(made)
    elif output is None:
        click.echo(written(made, form), nl=False)
    else:
        output.write_text(written(made, form), encoding="utf-8")
