"""`vidbiy plot`: the pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vidbiy.cli.arguments.ledger_address import ledger_option
from vidbiy.cli.arguments.options import DateParam, as_of_option, published_language_option
from vidbiy.cli.plot.fetch_boundaries import BOUNDARIES

__all__ = ["plot"]

PICTURES = ("timeline", "balance", "tiles", "kyiv", "map", "calendar", "bars")


@click.command()
@click.argument("name", type=click.Choice(PICTURES), metavar="NAME")
@ledger_option
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write it there, as SVG or PNG by its ending; else SVG on standard output.",
)
@click.option(
    "--date",
    "attack",
    default="latest",
    show_default=True,
    metavar="DATE|latest",
    help="The morning of the night, or an attack's id.",
)
@as_of_option("What was published by then.")
@click.option(
    "--show",
    type=click.Choice(["alerts", "hits", "casualties"]),
    default="alerts",
    show_default=True,
    help="What tiles, kyiv and map show.",
)
@click.option(
    "--measure", default="launched", show_default=True, metavar="MEASURE", help="What calendar shows, by night."
)
@click.option("--subject", metavar="PATH", help="Of what, in calendar and bars, like weapon.drone.")
@click.option("--since", type=DateParam(), metavar="DATE", help="The first night of calendar and bars.")
@click.option("--until", type=DateParam(), metavar="DATE", help="The last night of calendar and bars.")
@click.option(
    "--boundaries",
    type=click.Path(path_type=Path, dir_okay=False),
    default=BOUNDARIES,
    show_default=True,
    envvar="VIDBIY_BOUNDARIES",
    metavar="FILE",
    help="What map is drawn on; also VIDBIY_BOUNDARIES.",
)
@published_language_option("the picture")
@click.option("--theme", type=click.Choice(["light", "dark", "print"]), default="light", show_default=True)
@click.option("--width", type=click.IntRange(320, 2400), default=1200, show_default=True, metavar="PIXELS")
def plot(address: str, output: Path | None, language: str, theme: str, width: int, **asked: Any) -> None:
    """Draw a picture of a night, or of many.

    \b
    NAME is one of:
      timeline  alerts by region and reports, first alert to all-clear
      balance   how the weapons of the night add up, or do not
      tiles     alerts, hits or casualties by region, on tiles
      kyiv      the same by district of Kyiv
      map       the same on boundaries (see vidbiy fetch-boundaries)
      calendar  a measure by night, as a calendar
      bars      launched, stopped and hit by night

    What is not known is hatched, and never drawn as zero.

    \b
    Examples:
      vidbiy plot timeline --date 2025-07-04 -o night.svg
      vidbiy plot tiles --show casualties --language uk -o tiles.png
      vidbiy plot bars --subject weapon.drone --since 2025-01-01 -o drones.svg
    """
    from vidbiy.cli.plot.run import Wanted, plotted, written
    from vidbiy.ledger import Ledger
    from vidbiy.publish.charts.look import Look, theme_named

    if output is not None and output.suffix.lower() not in {".svg", ".png"}:
        raise click.UsageError(f"{output} ends neither in .svg nor in .png; name the file by what it is to be.")
    wanted = Wanted(**asked)
    with Ledger.open(address, read_only=True) as ledger:
        picture = plotted(ledger, wanted, Look(width, theme_named(theme), language))
    if output is None:
        click.echo(picture.svg, nl=False)
        return
    written(picture, output)
    click.echo(f"{output}: {picture.title}. {picture.summary}", err=True)
