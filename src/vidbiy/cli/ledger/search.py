"""`vidbiy search`: documents of the ledger by their words."""

from __future__ import annotations

from datetime import datetime

import click

from vidbiy.cli.arguments.ledger_address import ledger_option
from vidbiy.cli.arguments.options import as_of_option

__all__ = ["search"]


@click.command()
@click.argument("words", nargs=-1, required=True)
@ledger_option
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Documents at most.")
@as_of_option("As the ledger was at that moment.")
@click.option("--jsonl", "lines", is_flag=True, help="Print a JSON line for each document, with its whole text.")
@click.pass_context
def search(
    ctx: click.Context, words: tuple[str, ...], address: str, limit: int, as_of: datetime | None, lines: bool
) -> None:
    """Find documents that hold all the words, the newest first.

    "two words" in quotes of their own are a phrase, and a word with a star at
    its end is any word that begins so.

    The status is 0 if something was found, 1 if nothing was.

    \b
    Examples:
      vidbiy search шахед* Київ
      vidbiy search '"debris fell"' --limit 5
    """
    import json

    from vidbiy.cli.terminal.screen import one_line
    from vidbiy.ledger import Ledger

    count = 0
    with Ledger.open(address) as ledger:
        for hit in ledger.search(" ".join(words), as_of=as_of, limit=limit):
            count += 1
            stored = hit.document
            if lines:
                click.echo(json.dumps({"entry": stored.seq, **stored.document.to_dict()}))
                continue
            published = stored.document.published
            known = [stored.document.source, None if published is None else f"{published:%Y-%m-%d %H:%M}"]
            head = " · ".join([f"{stored.seq}", stored.document.id, *(part for part in known if part is not None)])
            click.echo(f"{one_line(head)}\n  {one_line(hit.excerpt)}")
    if not count:
        click.echo("No document holds all these words.", err=True)
        ctx.exit(1)
