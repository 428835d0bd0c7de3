"""`vidbiy read`: documents in, claims out."""

from __future__ import annotations

from datetime import datetime

import click

from vidbiy.cli.arguments.options import LanguageParam, SourceParam, TimeParam

__all__ = ["read"]


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--json", "form", flag_value="json", help="Print one JSON array, an object a document.")
@click.option("--jsonl", "form", flag_value="jsonl", help="Read JSON lines, print JSON lines: one out for each in.")
@click.option("--explain", "form", flag_value="explain", help="Show each claim in the text, and the rule it is by.")
@click.option("--published", type=TimeParam(), metavar="TIME", help="When documents that do not say so were published.")
@click.option("--source", type=SourceParam(), metavar="ID", help="Who published the documents that do not say so.")
@click.option("--language", type=LanguageParam(), metavar="xx", help="The language; told from the text if not given.")
@click.pass_context
def read(
    ctx: click.Context,
    files: tuple[str, ...],
    form: str | None,
    published: datetime | None,
    source: str | None,
    language: str | None,
) -> None:
    """Read documents and show what they claim.

    FILE is a text file (.md, .txt), a folder of them, a file of JSON lines
    (.jsonl), or - for standard input. A text file may begin with front matter
    that gives its source, published, title, url and id.

    The status is 0 if all was read, 1 if some input could not be read (the
    rest was), 2 if the command was wrong.

    \b
    Examples:
      vidbiy read report.txt
      vidbiy read --source ua-air-force --published 2025-07-04T09:00+03:00 a.txt
      vidbiy read --explain report.txt
      vidbiy read --json reports/ > claims.json
      cat reports.jsonl | vidbiy read --jsonl - > claims.jsonl
    """
    from vidbiy.cli.arguments.inputs import Defaults, Inputs
    from vidbiy.cli.read.run import run

    if files.count("-") > 1:
        raise click.UsageError("Standard input (-) can be read only once; name it once.")
    inputs = Inputs(files, lines=form == "jsonl", defaults=Defaults(published, source))
    ctx.exit(0 if run(inputs, form=form or "table", language=language) else 1)
