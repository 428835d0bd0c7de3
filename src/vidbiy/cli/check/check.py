"""`vidbiy check`: a story held against the record."""

from __future__ import annotations

from datetime import datetime

import click

from vidbiy.cli.arguments.ledger_address import ledger_option
from vidbiy.cli.arguments.options import SourceParam, TimeParam, as_of_option, published_language_option

__all__ = ["check"]


@click.command()
@click.argument("paths", metavar="STORY...", nargs=-1, required=True)
@ledger_option
@as_of_option("Against what was published by then.")
@click.option("--published", type=TimeParam(), metavar="TIME", help="When a story that does not say so was published.")
@click.option("--source", type=SourceParam(), metavar="ID", help="Who published a story that does not say so.")
@published_language_option("the verdict")
@click.option("--json", "as_json", is_flag=True, help="Print an array, an object for each story.")
@click.pass_context
def check(  # noqa: PLR0913, PLR0917 - an argument an option
    ctx: click.Context,
    paths: tuple[str, ...],
    address: str,
    as_of: datetime | None,
    published: datetime | None,
    source: str | None,
    language: str,
    as_json: bool,
) -> None:
    """Hold a story against the record, claim by claim.

    Each claim agrees, is outdated (and since when), contradicts, is misread
    (the right digits with another meaning), or is not in the record; both
    quotes are shown. STORY is a file, a folder, or - for standard input.

    The status is 1 if something contradicts or is misread, else 0.

    \b
    Examples:
      vidbiy check story.txt --published 2025-07-04T12:30:00+03:00
      vidbiy check examples/2025-07-04/10-story-550-and-11.md
      vidbiy check --json story.md
    """
    from vidbiy.cli.arguments.inputs import Defaults, Inputs
    from vidbiy.cli.check.run import checked, print_json, print_stories
    from vidbiy.ledger import Ledger

    inputs = Inputs(paths, lines=False, defaults=Defaults(published, source))
    with Ledger.open(address, read_only=True) as ledger:
        found = checked(ledger, inputs, as_of=as_of)
    if as_json:
        print_json(found.stories)
    else:
        print_stories(found.stories, language)
    for reason in found.unread:
        click.echo(f"Error: {reason}", err=True)
    ctx.exit(1 if found.unread or any(story.contradicts for story in found.stories) else 0)
