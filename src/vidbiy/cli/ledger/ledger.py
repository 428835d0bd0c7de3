"""`vidbiy ledger`: what there is, its head, its schema."""

from __future__ import annotations

import click

from vidbiy.cli.arguments.ledger_address import ledger_option

__all__ = ["ledger"]


@click.group()
def ledger() -> None:
    """Show what the ledger holds, and look after it.

    \b
    Examples:
      vidbiy ledger head
      vidbiy ledger info
    """


@ledger.command()
@ledger_option
def head(address: str) -> None:
    """Print the head: the number and the hash of the last entry.

    Publish it, or keep it where others cannot change it; `vidbiy verify
    --since` proves later that nothing before it was changed.

    \b
    Example:
      vidbiy ledger head > head.txt
    """
    from vidbiy.ledger import Ledger

    with Ledger.open(address) as found:
        click.echo(str(found.head()))


@ledger.command()
@ledger_option
def info(address: str) -> None:
    """Print how much the ledger holds, and since when.

    \b
    Example:
      vidbiy ledger info
    """
    from vidbiy.ledger import Ledger

    with Ledger.open(address) as found:
        summary = found.summary()
        click.echo(found.name)
    for kind, count in summary.entries.items():
        click.echo(f"{kind:<12} {count}")
    for name, time in (("first entry", summary.first), ("last entry", summary.last)):
        if time is not None:
            click.echo(f"{name:<12} {time.isoformat(timespec='seconds')}")
    click.echo(f"{'head':<12} {summary.head}")


@ledger.command()
@ledger_option
def upgrade(address: str) -> None:
    """Bring the schema of a ledger that an older Vidbiy made up to date.

    \b
    Example:
      vidbiy ledger upgrade
    """
    from vidbiy.ledger import NEWEST, Ledger

    with Ledger.open(address) as found:
        click.echo(f"{found.name} has the newest schema ({NEWEST}).")


@ledger.command()
@ledger_option
def compact(address: str) -> None:
    """Have the database forget what it still holds of redacted texts.

    With SQLite `vidbiy redact` does it by itself, unless others were reading
    just then. PostgreSQL writes over the room of a removed text only when it
    needs it; this writes the table anew, and nobody can use it meanwhile.

    \b
    Example:
      vidbiy ledger compact
    """
    from vidbiy.ledger import Ledger

    with Ledger.open(address) as found:
        found.compact()
        click.echo(f"{found.name} holds nothing of what was redacted.")
