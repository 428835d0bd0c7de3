"""`vidbiy token`: who may write through the API."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["token"]

_file_option = click.option(
    "--file",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    default="vidbiy-tokens.json",
    envvar="VIDBIY_TOKENS",
    show_default=True,
    help="The file that keeps the hashes of the tokens; also VIDBIY_TOKENS.",
)


@click.group()
def token() -> None:
    """Make, list and end the tokens that may write through the API.

    Only hashes are kept. A running server follows changes of the file at
    once.

    \b
    Example:
      vidbiy token add --name "Night desk" --scope ingest
    """


@token.command()
@_file_option
@click.option(
    "--name", required=True, metavar="WHO", help="Whose it is; stands as author beside what is decided with it."
)
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(["ingest", "correct", "redact"]),
    multiple=True,
    required=True,
    help="What it allows; can be given several times.",
)
def add(path: Path, name: str, scopes: tuple[str, ...]) -> None:
    """Make a token and print it, this once.

    \b
    Example:
      vidbiy token add --name "N. Editor" --scope correct --scope redact
    """
    from vidbiy.web.tokens import Scope, Tokens

    click.echo(Tokens(path).add(name, tuple(map(Scope, scopes))))
    click.echo(f"It is shown only now; {path} keeps its hash. `vidbiy serve --tokens {path}` lets it write.", err=True)


@token.command(name="list")
@_file_option
def list_tokens(path: Path) -> None:
    """List the tokens: whose they are, what they allow, whether they were revoked.

    \b
    Example:
      vidbiy token list
    """
    from vidbiy.web.tokens import Tokens

    for each in Tokens(path):
        state = "in force" if each.revoked is None else f"revoked {each.revoked}"
        click.echo(f"{each.id}  {', '.join(each.scopes)}  {each.created}  {state}  {each.name}")


@token.command()
@_file_option
@click.argument("id", metavar="ID")
def revoke(path: Path, id: str) -> None:
    """End a token, by the id that `vidbiy token list` shows.

    \b
    Example:
      vidbiy token revoke 1f2e3d4c
    """
    from vidbiy.web.tokens import Tokens

    ended = Tokens(path).revoke(id)
    click.echo(f"Revoked {ended.id} ({ended.name}).")
