"""`vidbiy demo`: the night of 3 to 4 July 2025, as it is bundled with Vidbiy."""

from __future__ import annotations

from pathlib import Path

import click

import vidbiy

__all__ = ["demo", "examples_folder"]

NIGHT = "2025-07-04"
STORIES = ("09-story-additional.md", "10-story-550-and-11.md")


@click.command()
def demo() -> None:
    """Show the bundled night of 3 to 4 July 2025: its brief, and two stories.

    Ten short documents, written for Vidbiy: official posts in Ukrainian, and
    stories about them. They are read into a ledger of their own, the brief of
    the night is printed, and the two stories that get a figure wrong on purpose
    are held against the record.

    \b
    Example:
      vidbiy demo
    """
    from tempfile import TemporaryDirectory

    from vidbiy.cli.arguments.inputs import Defaults, Inputs
    from vidbiy.cli.brief.text import print_brief
    from vidbiy.cli.check.run import checked, print_stories
    from vidbiy.cli.ingest.inputs import IngestInputs
    from vidbiy.cli.ingest.run import ingest_into
    from vidbiy.ledger import Ledger
    from vidbiy.publish.brief import find_brief

    folder = examples_folder() / NIGHT
    with TemporaryDirectory() as place, Ledger.open(str(Path(place) / "night.db"), create=True) as ledger:
        ingest_into(ledger, IngestInputs((str(folder),), defaults=Defaults(), lines=False), jobs=1, lines=False)
        print_brief(find_brief(ledger, NIGHT))
        stories = Inputs(tuple(str(folder / name) for name in STORIES), lines=False, defaults=Defaults())
        click.echo("\nTWO STORIES ABOUT THAT NIGHT, HELD AGAINST THE RECORD\n")
        print_stories(checked(ledger, stories, as_of=None).stories, "en")
    click.echo("\nWritten for Vidbiy; what is real in it: examples/2025-07-04/README.md.")
    click.echo("Next: vidbiy ingest PATH, vidbiy brief, vidbiy check STORY.")


def examples_folder() -> Path:
    """Return the folder of bundled nights: in the package when installed, beside `src` in a checkout."""
    package = Path(vidbiy.__file__).parent
    bundled = package / "examples"
    return bundled if bundled.is_dir() else package.parents[1] / "examples"
