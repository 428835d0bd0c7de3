"""`vidbiy fetch-boundaries`: the boundaries that maps are drawn on."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["BOUNDARIES", "fetch_boundaries"]

BOUNDARIES = "vidbiy-boundaries.geojson"


@click.command("fetch-boundaries")
@click.argument("where", metavar="[URL|FILE]", required=False)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    default=BOUNDARIES,
    show_default=True,
    metavar="FILE",
    help="Keep them there.",
)
@click.option("--credit", metavar="TEXT", help="Whom maps shall name; for files other than the default.")
def fetch_boundaries(where: str | None, output: Path, credit: str | None) -> None:
    """Fetch the boundaries of Ukraine's regions, for `vidbiy plot map`.

    No boundaries come with Vidbiy. Without an address they are those of OCHA's
    common operational data set (COD-AB), under CC BY-IGO. URL or FILE is a
    GeoJSON file, or a zip that holds one, whose features have OCHA's codes
    (UA05), those of KATOTTH, or ISO's (UA-05). What is kept is thinned to about
    a kilometre.

    \b
    Examples:
      vidbiy fetch-boundaries
      vidbiy fetch-boundaries ukr_admin_boundaries.geojson.zip
      vidbiy fetch-boundaries regions.geojson --credit "Who drew them"
    """
    from vidbiy.lexicon.boundaries import boundary_table
    from vidbiy.sources.boundaries import fetch_boundaries as fetch

    default = boundary_table()["default"]
    if where is None:
        click.echo(f"{default['title']}, {default['licence']}: {default['page']}", err=True)
    fetched = fetch(default["address"] if where is None else where, credit)
    for reason, count in fetched.left_out.items():
        click.echo(f"{count} left out: {reason}.", err=True)
    try:
        output.write_text(fetched.boundaries.to_json(), encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise click.ClickException(f"{output}: {reason}; choose another place with -o.") from error
    click.echo(
        f"{output}: {len(fetched.boundaries.shapes)} regions. Boundaries: {fetched.boundaries.credit}.", err=True
    )
