"""`vidbiy demo`: the night of 3 to 4 July 2025, as it is bundled with Vidbiy."""

from __future__ import annotations

from pathlib import Path

import click

import vidbiy

__all__ = ["demo", "examples_folder"]

NIGHT = "2025-07-04"


@click.command()
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Read the bundled night of 3 to 4 July 2025 and show its claims.

    Ten short documents, written for Vidbiy: official posts in Ukrainian, and
    stories about them, two of which get a figure wrong on purpose.

    \b
    Example:
      vidbiy demo
    """
    from vidbiy.cli.inputs import Defaults, Inputs
    from vidbiy.cli.run import run

    folder = examples_folder() / NIGHT
    inputs = Inputs((str(folder),), lines=False, defaults=Defaults())
    ctx.exit(0 if run(inputs, form="demo", language=None) else 1)


def examples_folder() -> Path:
    """Return the folder of bundled nights: in the package when installed, beside `src` in a checkout."""
    package = Path(vidbiy.__file__).parent
    bundled = package / "examples"
    return bundled if bundled.is_dir() else package.parents[1] / "examples"
