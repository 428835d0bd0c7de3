"""`vidbiy verify`: proof that the ledger is as it was written."""

from __future__ import annotations

import click

from vidbiy.cli.arguments.ledger_address import ledger_option

__all__ = ["verify"]


@click.command()
@ledger_option
@click.option("--since", metavar="HEAD", help="Prove that the ledger extends the one that had this head.")
@click.pass_context
def verify(ctx: click.Context, address: str, since: str | None) -> None:
    """Walk the whole ledger and name every entry that is not as it was written.

    Each entry is linked to the one before it by its hash. Whoever could change
    the database could write a whole chain anew; keep a head elsewhere (`vidbiy
    ledger head`) and give it as --since, and that shows too.

    The status is 0 if the ledger is whole, 1 if anything was found.

    \b
    Examples:
      vidbiy verify
      vidbiy verify --since "$(cat head.txt)"
    """
    from vidbiy.cli.terminal.counting import counted
    from vidbiy.cli.terminal.walking import walking
    from vidbiy.ledger import Head, Ledger

    head = None if since is None else Head.parse(since)
    with Ledger.open(address) as ledger, walking() as progress:
        result = ledger.verify(head, progress)
    for finding in result.findings:
        click.echo(f"Found: {finding}", err=True)
    if result.found > len(result.findings):
        click.echo(f"Found: {result.found - len(result.findings)} more", err=True)
    if not result.whole:
        click.echo(f"{ledger.name} is not as it was written: {counted(result.found, 'finding')}.", err=True)
        ctx.exit(1)
    redacted = f", {counted(result.redacted, 'document')} redacted" if result.redacted else ""
    extends = f", extends {since}" if since is not None else ""
    click.echo(f"{ledger.name} is whole: {result.entries} entries{redacted}{extends}")
    click.echo(f"head {result.head}")
